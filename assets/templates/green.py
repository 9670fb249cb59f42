"""Fresh green: fields, leaves, hills."""

import math
import random

from kit import (R, Template, block, box, brush, cell, cloud, contours, curve, disc, f, hill, leaf, n, row, smooth, turbine, village, wheat)


def green_story():
    t = Template("green-story", "清新 · 故事板", "清新 · 故事板", "Fresh green: story", 900, 1200)
    t.style("title", "hei", 900, 111, 124, "deep", least=70)
    t.style("subtitle", "hei", 500, 23, 34, "ground", least=20)
    t.style("lead", "hei", 700, 23, 38, "ground", least=20, align="justify")
    t.style("heading", "hei", 900, 38, 46, "deep", least=28)
    t.style("body", "hei", 400, 16, 28, "text", least=13.1, align="justify", indent=2)
    t.style("number", "hei", 900, 88, 90, "ground", least=56, tracking=-.02)
    t.style("label", "hei", 400, 15, 24, "mute", least=13.1)
    t.style("step", "hei", 900, 30, 38, "deep", least=24)
    t.style("step-text", "hei", 400, 15, 25, "text", least=13.1)
    t.caption()
    t.decor(contours(16, 5, 820, 560, 34), stroke="ground", width=.7, opacity=.16)
    follow = dict(slot="hero", at=1)
    t.decor("M-10 396C140 344 280 338 450 366C620 394 760 424 910 346V352C760 432 620 404 450 375C280 347 140 352 -10 404Z",
            fill="fresh", above=True, follow=follow)
    t.decor("M-10 412C140 362 280 356 450 384C620 412 760 442 910 366", stroke="sun", width=1.8, above=True, follow=follow)
    t.decor(box(60, 1140, 780, .6), fill="fresh")
    t.slot("hero", "photo", R(0, 0, 900, 410), second="caption", second_area=R(60, 426, 780, 33), required=True,
           clip="M-10 -10H910V346C760 424 620 394 450 366C280 338 140 344 -10 396Z")
    t.slot("photo.2", "photo", R(60, 900, 382.5, 126), second="caption")
    t.slot("photo.3", "photo", R(457.5, 900, 382.5, 126), second="caption")
    t.slot("title", "text", R(56, 470, 788, 124), "title", lines=1, required=True)
    t.slot("subtitle", "text", R(60, 596, 780, 34), "subtitle", lines=1)
    t.slot("lead", "text", R(60, 636, 780, 76), "lead")
    t.slot("heading", "text", R(325, 650, 515, 46), "heading", lines=1)
    t.slot("body", "text", R(325, 710, 515, 220), "body", columns=2, column_gap=25)
    for i in range(2):
        t.slot(f"number.{i + 1}", "number", R(58, 650 + i * 140, 252, 118), "number", "label",
               rule=dict(colour="ground", width=3, gap=8))
    for i in range(4):
        t.slot(f"step.{i + 1}", "step", R(60 + i * 198.75, 952, 183.75, 150), "step", "step-text", accent="ground", accent_2="sun")
    t.flow(R(0, 0, 900, 1122), [
        row(cell(0, 900, block("hero", grow=1, least=300))),
        row(cell(56, 788, block("title")), gap=12),
        row(cell(60, 780, block("subtitle")), gap=6),
        row(cell(60, 780, block("lead")), gap=22),
        row(cell(60, 250, block("number.*", arrange="stack", each=18), fixed=True),
            cell(325, 515, block("section.*", each=26)), gap=30),
        row(cell(60, 780, block("photo.*", grow=.3, least=100, each=15, per_row=3)), gap=24),
        row(cell(60, 780, block("step.*", each=15, per_row=6)), gap=30)])
    t.footer(1150, "deep", "deep")
    t.write()


def green_before_after():
    t = Template("green-before-after", "清新 · 前后对比", "清新 · 前後對比", "Fresh green: before and after", 1200, 900)
    t.style("title", "hei", 900, 98, 116, "deep", least=64)
    t.style("lead", "hei", 500, 22.5, 36, "ground", least=19, align="justify")
    t.style("tag", "hei", 700, 22, 44, "white", least=16, align="centre")
    t.style("change", "hei", 900, 50, 66, "ground", least=32)
    t.style("change-label", "hei", 500, 17, 26, "mute", least=14)
    t.style("heading", "hei", 900, 36, 44, "deep", least=28)
    t.style("body", "hei", 400, 15, 26.2, "text", least=13.1, align="justify", indent=2)
    t.style("number", "hei", 900, 58, 62, "ground", least=40)
    t.style("label", "hei", 400, 15, 24, "mute", least=13.1)
    t.caption()
    t.decor(contours(14, 21, 1120, 60, 36), stroke="ground", width=.7, opacity=.15)
    at = {"follow": dict(slot="after", at=.5), "with": "after", "above": True}
    t.decor(disc(600, 380, 40), fill="paper", **at)
    t.decor(disc(600, 380, 34), fill="sun", **at)
    t.decor("M584 380H612M602 368L615 380L602 392", stroke="deep", width=5, **at)
    t.slot("before", "photo", R(60, 192, 532.5, 376), "tag", "caption", second_area=R(60, 577, 532.5, 33), accent="stone", required=True)
    t.slot("after", "photo", R(607.5, 192, 532.5, 376), "tag", "caption", second_area=R(607.5, 577, 532.5, 33), accent="ground", required=True)
    t.slot("photo.3", "photo", R(60, 620, 350, 120), "tag", "caption", accent="ground")
    t.slot("title", "text", R(56, 52, 716, 116), "title", lines=1, required=True)
    t.slot("lead", "text", R(796.7, 72, 343.3, 78), "lead")
    for i in range(3):
        t.slot(f"change.{i + 1}", "change", R(60 + i * 368.3, 640, 343.3, 104), "change", "change-label", accent="fresh",
               rule=dict(colour="ground", width=3, gap=9))
    t.slot("heading", "text", R(60, 740, 1080, 44), "heading", lines=1)
    t.slot("body", "text", R(60, 762, 1080, 84), "body", columns=3, column_gap=25)
    t.flow(R(56, 52, 1084, 790), [
        row(cell(56, 716, block("title")), cell(796.7, 343.3, block("lead"), align=.6)),
        row(cell(60, 532.5, block("before", grow=1, least=250), fixed=True), cell(607.5, 532.5, block("after", grow=1, least=250), fixed=True), gap=26),
        row(cell(60, 1080, block("photo.*", grow=.2, least=100, each=15, per_row=4)), gap=24),
        row(cell(60, 1080, block("change.*", each=25, per_row=4)), gap=28),
        row(cell(60, 1080, block("number.*", each=25, per_row=4)), gap=24),
        row(cell(60, 1080, block("section.*", each=20)), gap=20)])
    t.footer(855, "deep", "deep")
    t.write()


def green_rollup():
    t = Template("green-rollup", "清新 · 易拉宝", "清新 · 易拉寶", "Fresh green: roll-up", 800, 1800, 1.4)
    m, w = 53.3, 693.4
    t.style("kicker", "hei", 700, 25, 34, "ground", least=20, tracking=.14)
    t.style("title", "hei", 900, 136, 160, "deep", least=84)
    t.style("lead", "hei", 500, 26, 40, "ink", least=22)
    t.style("heading", "hei", 900, 38, 46, "deep", least=30)
    t.style("body", "hei", 400, 20, 34, "ink", least=18, align="justify", indent=2)
    t.style("item", "hei", 900, 35, 42, "deep", least=27)
    t.style("item-text", "hei", 400, 20.5, 30, "mute", least=17)
    t.style("call", "hei", 900, 25, 36, "deep", least=19, align="centre")
    t.style("contact", "hei", 500, 20.5, 30, "mute", least=15, align="centre")
    t.style("number", "hei", 900, 88, 92, "ground", least=56)
    t.style("label", "hei", 400, 20, 30, "mute", least=17)
    t.caption(14)
    follow = dict(slot="hero", at=1)
    wave = "C660 520 520 496 400 468C270 438 130 440"
    t.slot("hero", "photo", R(0, 0, 800, 520), second="caption", second_area=R(m, 534, w, 41), required=True,
           clip=f"M-10 -10H810V440{wave} -10 504Z")
    t.decor("M-10 504C130 440 270 438 400 468C520 496 660 520 810 440V448C660 530 520 508 400 479C270 450 130 452 -10 516Z",
            fill="fresh", above=True, follow=follow)
    t.decor("M-10 526C130 462 270 460 400 489C520 518 660 540 810 460", stroke="sun", width=2, above=True, follow=follow)
    # The blades and roofs reach up to 1296 at most; the flow of text ends above them.
    y = 1314
    t.decor(village(352, y + 116, 1.4) + turbine(270, y + 122, 92, 20), fill="leaf")
    t.decor(turbine(180, y + 116, 76, 60), fill="leaf", opacity=.75)
    t.decor(hill(800, y + 106, 10, 2, 1810, 4), fill="mist")
    t.decor(hill(800, y + 162, 22, 6, 1810, 4), fill={"from": [0, y + 140], "to": [0, y + 260], "stops": [[0, "fresh", .8], [1, "fresh", 1]]})
    t.decor(hill(800, 1498, 14, 8, 1810, 4), fill="ground")
    t.decor(hill(800, 1580, 16, 15, 1810, 4), fill="deep")
    t.slot("photo.2", "photo", R(m, 1000, w, 200), second="caption")
    t.slot("kicker", "text", R(m, 566, w, 34), "kicker", lines=1)
    t.slot("title", "text", R(m - 6, 602, w + 12, 160), "title", lines=1, required=True)
    t.slot("lead", "text", R(m, 776, w, 80), "lead")
    for i in range(4):
        t.slot(f"item.{i + 1}", "step", R(m, 887 + i * 90, 470, 76), "item", "item-text", look="beside", accent="ground")
    t.slot("qr", "qr", R(566.7, 886, 180, 260), second="call", accent="deep")
    t.slot("contact", "text", R(556.7, 1148, 200, 30), "contact", lines=1)
    t.slot("heading", "text", R(m, 900, w, 46), "heading", lines=1)
    t.slot("body", "text", R(m, 950, w, 200), "body")
    t.flow(R(0, 0, 800, 1282), [
        row(cell(0, 800, block("hero", grow=1, least=362))),
        row(cell(m, w, block("kicker")), gap=24),
        row(cell(m - 6, w + 12, block("title")), gap=4),
        row(cell(m, w, block("lead")), gap=14),
        row(cell(m, 490, block("item.*", arrange="stack", each=18), block("number.*", gap=24, arrange="stack", each=20)),
            cell(566.7, 180, block("qr"), block("contact", gap=10), fixed=True), gap=34),
        row(cell(m, w, block("section.*", each=24)), gap=26),
        row(cell(m, w, block("photo.*", grow=.3, least=130, each=13.3, per_row=3)), gap=24)])
    t.footer(1612, "white", "mist", "mist", x=m)
    t.write()

def terraces(t, w, y0, y1, count, seed, tones, left=-10.0):
    """Rice terraces: bands between slowly changing curves, light above, dark below, a thread of water on each edge."""
    r = random.Random(seed)
    a, b, c = (r.uniform(0, 6.3) for _ in range(3))
    span = w - 2 * left
    edge = lambda i: [(left + span * k / 16, y0 + (y1 - y0) * (i / count) ** 1.25
                       + (y1 - y0) / count * (.62 * math.sin(k / 16 * 5 + a + i * .42) + .4 * math.sin(k / 16 * 9.5 + b - i * .3) + .2 * math.sin(k * 1.1 + c + i)))
                      for k in range(17)]
    for i in range(count):
        pts = edge(i)
        t.decor(curve(pts) + f"L{n(w - left)} {n(y1 + 40)}L{n(left)} {n(y1 + 40)}Z", fill=tones[min(int(i * len(tones) / count), len(tones) - 1)])
        t.decor(curve(pts) + f"L{n(w - left)} {n(y1 + 40)}L{n(left)} {n(y1 + 40)}Z", fill="deep", opacity=(.03, .1, .06)[i % 3])
        t.decor(curve(pts), stroke="white", width=f(.7 + 1.5 * i / count), opacity=.55)


def seedling(x, y, h, pairs):
    """A young plant: stem and pairs of leaves, the lower the larger."""
    stem = brush([(x, y), (x + h * .02, y - h * .5), (x, y - h)], max(h * .04, 2), max(h * .02, 1.4))
    d = stem
    for i in range(pairs):
        s = (i + 1) / (pairs + .4)
        size_ = h * (.46 - .2 * s) if pairs > 1 else h * .5
        for side in (-1, 1):
            d += leaf(x, y - h * s, size_, size_ * .42, side * (58 - 16 * s))
    return d + leaf(x, y - h + 2, h * .2, h * .09, 4)


def sprig(t, points, count, size_, swatch, vein, opacity=1.0):
    """A leafy branch along a curve."""
    t.decor(curve(points), stroke=swatch, width=f(size_ * .05), opacity=opacity)
    leaves, veins = "", ""
    for i in range(count):
        s = (i + .5) / count * (len(points) - 1)
        k = min(int(s), len(points) - 2)
        (x0, y0), (x1, y1) = points[k], points[k + 1]
        x, y = x0 + (x1 - x0) * (s - k), y0 + (y1 - y0) * (s - k)
        along = math.degrees(math.atan2(y1 - y0, x1 - x0)) + 90
        turn = along + (52 if i % 2 else -52)
        long = size_ * (1 - .45 * i / count)
        leaves += leaf(x, y, long, long * .46, turn)
        a = math.radians(turn - 90)
        veins += f"M{n(x)} {n(y)}L{n(x + math.cos(a) * long * .86)} {n(y + math.sin(a) * long * .86)}"
    t.decor(leaves, fill=swatch, opacity=opacity)
    t.decor(veins, stroke=vein, width=f(max(size_ * .016, .6)), opacity=.7)


def green_results():
    t = Template("green-results", "清新 · 成果板", "清新 · 成果板", "Fresh green: results above the terraces", 1200, 900)
    t.style("kicker", "hei", 700, 17, 26, "ground", least=14, tracking=.1)
    t.style("title", "hei", 900, 92, 104, "deep", least=70)
    t.style("lead", "hei", 500, 19, 31, "ground", least=16)
    for look, figure, label in (("dark", "white", "mist"), ("light", "ground", "ink"), ("sun", "deep", "ink"), ("fresh", "deep", "ink")):
        t.style("number-" + look, "hei", 900, 51, 54, figure, least=38)
        t.style("label-" + look, "hei", 500, 15.5, 22.5, label, least=13.1)
    t.caption(11, "white", "mist")
    t.spare("ink", "mute", "ground")
    terraces(t, 1200, 770, 905, 9, 6, ["mist", "leaf", "leaf", "fresh", "fresh", "ground", "ground", "deep", "deep"])
    t.decor(box(-10, 826, 1220, 84), fill={"from": [0, 826], "to": [0, 870], "stops": [[0, "deep", 0], [.5, "deep", .92], [1, "deep", 1]]})
    on = {"with": "hero"}
    t.decor("M632 -10C650 140 800 272 1010 272C1092 272 1160 250 1210 222V-10Z", fill="fresh", **on)
    t.decor("M614 -10C632 154 790 286 1004 286C1092 286 1164 266 1210 240", stroke="sun", width=2.4, **on)
    t.slot("hero", "photo", R(640, 0, 560, 258), second="caption", second_area=R(884, 198, 256, 34), caption_inside=True, veil=.8, veil_colours=["deep", "deep"], clip="M656 -10C676 126 810 256 1012 256C1092 256 1160 232 1210 204V-10Z")
    t.slot("kicker", "text", R(60, 56, 560, 26), "kicker", lines=1)
    t.slot("title", "text", R(56, 84, 570, 208), "title", lines=2, required=True)
    t.slot("lead", "text", R(60, 296, 1080, 31), "lead", lines=1)
    looks = ["sun", "dark", "light", "dark", "light", "dark", "fresh", "light", "dark", "light", "dark", "light"]
    ground = {"dark": "ground", "light": "mist", "sun": "sun", "fresh": "leaf"}
    cw, g = 258.75, 15
    for i, look in enumerate(looks):
        t.slot(f"number.{i + 1}", "number", R(60 + i % 4 * (cw + g), 350 + i // 4 * 150, cw, 135), "number-" + look, "label-" + look,
               look="tile", ground=ground[look], padding=15, accent={"dark": "white", "light": "ground", "sun": "deep", "fresh": "deep"}[look],
               accent_2={"dark": "fresh", "light": "fresh", "sun": "white", "fresh": "ground"}[look])
    t.flow(R(56, 56, 580, 232), [row(cell(60, 560, block("kicker"))), row(cell(56, 570, block("title")), gap=4)], align=.5)
    t.flow(R(60, 302, 1080, 506), [
        row(cell(60, 1080, block("lead"))),
        row(cell(60, 1080, block("number.*", arrange="mosaic", each=g, per_row=4, grow=1, least=380)), gap=16)])
    t.footer(856, "white", "white", "mist")
    t.write()


def green_roster():
    t = Template("green-roster", "清新 · 值班公示板", "清新 · 值班公示板", "Fresh green: roster with seven seedlings", 900, 1200)
    t.style("kicker", "hei", 700, 18, 26, "ground", least=14, tracking=.12)
    t.style("title", "hei", 900, 116, 132, "deep", least=72)
    t.style("subtitle", "hei", 500, 23, 34, "ground", least=20)
    t.style("lead", "hei", 500, 21, 35, "ink", least=18)
    t.style("table", "hei", 500, 20, 41, "text", least=14)
    t.style("table-head", "hei", 700, 18, 38, "ground", least=14)
    t.style("item", "hei", 900, 27, 34, "deep", least=22)
    t.style("item-text", "hei", 400, 15.5, 25, "text", least=13.1)
    t.style("call", "hei", 700, 17, 27, "deep", least=14)
    t.style("contact", "hei", 900, 32, 42, "ground", least=21, align="end")
    t.spare("ink", "mute", "ground")
    t.caption()
    t.decor(disc(792, 96, 150), fill="sun", opacity=.22)
    t.decor(disc(792, 96, 104), fill="sun", opacity=.5)
    sprig(t, [(910, 40), (840, 96), (770, 132), (690, 150), (622, 152)], 11, 92, "ground", "leaf")
    sprig(t, [(910, 190), (864, 226), (806, 246), (752, 248)], 7, 66, "fresh", "mist")
    # Seven days of growing.
    soil = 1112
    t.decor(hill(900, soil - 52, 18, 5, 1210, 3), fill="mist")
    t.decor(hill(900, soil, 5, 3, 1210, 4), fill="ground")
    t.decor(hill(900, soil + 22, 6, 8, 1210, 5), fill="deep")
    for i in range(7):
        x, h = 60 + 780 * (i + .5) / 7, 22 + i * 11.5
        t.decor(seedling(x, soil + 4, h, 1 + i // 2), fill="ground" if i % 2 else "fresh")
    t.decor(disc(60 + 780 * 6.5 / 7, soil - 94, 13), fill="sun")
    t.slot("kicker", "text", R(60, 64, 480, 26), "kicker", lines=1)
    t.slot("title", "text", R(54, 92, 580, 132), "title", lines=1, required=True)
    t.slot("subtitle", "text", R(60, 226, 640, 34), "subtitle", lines=1)
    t.slot("lead", "text", R(60, 262, 680, 76), "lead")
    t.slot("table", "table", R(60, 370, 780, 360), "table", "table-head", accent="ground", accent_2="leaf", required=True)
    for i in range(4):
        t.slot(f"item.{i + 1}", "step", R(60 + i * 200, 780, 185, 100), "item", "item-text", accent="ground", accent_2="sun")
    t.slot("qr", "qr", R(60, 920, 280, 88), second="call", look="beside", accent="deep")
    t.slot("contact", "text", R(400, 940, 440, 42), "contact", lines=1)
    t.slot("photo.1", "photo", R(60, 780, 780, 160), second="caption")
    t.flow(R(54, 64, 786, 936), [
        row(cell(60, 520, block("kicker"))), row(cell(54, 580, block("title"), fixed=True), gap=2), row(cell(60, 640, block("subtitle")), gap=2),
        row(cell(60, 700, block("lead")), gap=18),
        row(cell(60, 780, block("table")), gap=28),
        row(cell(60, 780, block("section.*", each=20)), gap=24),
        row(cell(60, 780, block("photo.*", grow=1, least=110, each=15, per_row=3)), gap=24),
        row(cell(60, 780, block("item.*", each=18, per_row=4)), gap=30),
        row(cell(60, 300, block("qr"), fixed=True), cell(380, 460, block("contact"), align=.5, fixed=True), gap=24)], air=4)
    t.footer(1152, "white", "white", "mist")
    t.write()


def green_title():
    t = Template("green-title", "清新 · 题名板", "清新 · 題名板", "Fresh green: title above the valley", 1200, 2400, 1.4)
    t.style("kicker", "hei", 700, 34, 48, "ground", least=26, tracking=.18)
    t.style("title", "hei", 900, 196, 222, "deep", least=118)
    t.style("subtitle", "hei", 500, 42, 60, "ground", least=32)
    t.style("lead", "hei", 500, 34, 58, "ink", least=28)
    t.style("couplet", "kai", 700, 50, 70, "ground", least=40)
    t.style("credits", "hei", 500, 26, 42, "white", least=20)
    t.spare("ink", "mute", "ground")
    t.caption(15)
    t.decor(box(-10, -10, 1220, 1500), fill={"from": [0, 0], "to": [0, 1400], "stops": [[0, "mist", 1], [.55, "paper", 1], [1, "paper", 1]]})
    sx, sy = 850, 1130
    for r, o in ((290, .16), (220, .22), (158, .9)):
        t.decor(disc(sx, sy, r), fill="sun", opacity=o)
    for x, y, s in ((770, 960, 1.1),):
        t.decor(cloud(x, y, s), stroke="ground", width=2.4, opacity=.35)
    t.decor("".join(f"M{n(x - 18 * s)} {n(y - 7 * s)}Q{n(x - 7 * s)} {n(y - 10 * s)} {n(x)} {n(y)}Q{n(x + 8 * s)} {n(y - 9 * s)} {n(x + 20 * s)} {n(y - 5 * s)}"
                    for x, y, s in ((560, 1010, 1.6), (630, 980, 1.2), (676, 1024, 1.3), (500, 1052, 1.0))), stroke="deep", width=3.4)
    t.decor(hill(1200, 1230, 56, 11, 2410, 4), fill="mist")
    t.decor(turbine(250, 1260, 150, 12) + turbine(372, 1268, 118, 50) + turbine(160, 1284, 104, 84), fill="ground", opacity=.55)
    t.decor(hill(1200, 1320, 46, 23, 2410, 3), fill="leaf")
    t.decor(village(640, 1368, 1.35), fill="ground")
    terraces(t, 1200, 1370, 2420, 15, 17, ["leaf", "fresh", "fresh", "fresh", "ground", "ground", "deep"])
    # A river from the valley to the foot, narrow far away.
    mid = [(560, 1392), (610, 1446), (520, 1520), (392, 1606), (470, 1720), (690, 1830), (720, 1966), (520, 2110), (300, 2230), (250, 2420)]
    wide = [8, 14, 22, 34, 48, 66, 88, 116, 150, 200]
    left = [(x - w * .5, y) for (x, y), w in zip(mid, wide)]
    right = [(x + w * .5, y) for (x, y), w in zip(mid, wide)][::-1]
    river = curve(left) + f"L{n(right[0][0])} {n(right[0][1])}" + smooth(right) + "Z"
    t.decor(river, fill={"from": [0, 1390], "to": [0, 2400], "stops": [[0, "paper", 1], [.5, "mist", 1], [1, "leaf", 1]]})
    inner = [(x + w * .12, y) for (x, y), w in zip(mid, wide)]
    t.decor(curve(inner), stroke="white", width=3, opacity=.7)
    for x, y, h in ((892, 1560, 86), (956, 1572, 64), (1010, 1556, 98), (180, 1668, 84), (128, 1690, 66), (930, 1760, 120), (1040, 1780, 96)):
        t.decor(box(x - h * .03, y - h * .4, h * .06, h * .42) + leaf(x, y - h * .12, h, h * .52, 0), fill="deep", opacity=.9)
    for x, h, lean in ((1150, 520, -90), (1080, 400, -60), (1196, 380, -40), (60, 420, 46), (8, 330, 30), (128, 300, 60)):
        t.decor(wheat(x, 2410, h, lean), fill="sun")
    t.decor(box(-10, 2180, 1220, 230), fill={"from": [0, 2180], "to": [0, 2330], "stops": [[0, "deep", 0], [.6, "deep", .8], [1, "deep", .95]]})
    t.slot("kicker", "text", R(86, 110, 1030, 48), "kicker", lines=1)
    t.slot("title", "text", R(76, 168, 1060, 444), "title", lines=2, required=True)
    t.slot("subtitle", "text", R(86, 620, 1030, 60), "subtitle", lines=2)
    t.slot("lead", "text", R(86, 720, 900, 174), "lead", lines=3)
    for i in range(2):
        t.slot(f"couplet.{i + 1}", "text", R(86, 720 + i * 76, 1030, 70), "couplet", lines=1)
    t.slot("credits", "text", R(80, 2300, 1040, 42), "credits", look="joined", lines=1)
    t.flow(R(76, 110, 1060, 800), [
        row(cell(86, 1030, block("kicker"))), row(cell(76, 1060, block("title")), gap=14),
        row(cell(86, 1030, block("subtitle")), gap=22),
        row(cell(86, 1030, block("couplet.1")), gap=54), row(cell(86, 1030, block("couplet.2")), gap=8),
        row(cell(86, 960, block("lead")), gap=36)], air=.2)
    t.write()


ALL = [green_story, green_before_after, green_rollup, green_results, green_roster, green_title]
