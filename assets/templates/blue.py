"""Sober blue: figures and plans."""

import math
import random

from kit import R, Template, block, box, cell, contours, curve, disc, f, hill, n, poly, row


def blue_story():
    t = Template("blue-story", "藏青 · 故事板", "藏青 · 故事板", "Sober blue: story with figures", 900, 1200)
    t.style("title", "hei", 900, 118, 124, "white", least=70)
    t.style("subtitle", "hei", 500, 23, 34, "mist", least=19)
    t.style("lead", "hei", 700, 22, 36, "ground", least=19, align="justify")
    t.style("heading", "hei", 900, 36, 45, "deep", least=28)
    t.style("body", "hei", 400, 15.5, 27, "text", least=13.1, align="justify", indent=2)
    t.style("chart", "hei", 700, 22, 26, "white", least=16)
    t.style("number", "hei", 900, 96, 96, "white", least=60)
    t.style("label", "hei", 400, 15, 22, "mist", least=13.1)
    t.style("table", "hei", 400, 14, 29, "text", least=12)
    t.style("table-head", "hei", 700, 14, 29, "ground", least=12)
    t.style("call", "hei", 700, 17, 27, "white", least=14)
    t.caption()
    t.decor(box(-10, -10, 335, 1220), fill={"from": [0, 0], "to": [0, 1200], "stops": [[0, "deep", 1], [1, "ground", 1]]})
    t.slot("hero", "photo", R(325, 0, 575, 390), second="caption", second_area=R(360, 399, 480, 33), required=True)
    for i in range(2):
        t.slot(f"photo.{i + 2}", "photo", R(360 + i * 247.5, 1024, 232.5, 80), second="caption")
    t.slot("title", "text", R(56, 60, 250, 372), "title", lines=3, required=True)
    t.slot("subtitle", "text", R(60, 452, 240, 90), "subtitle", lines=2, rule=dict(colour="amber", width=5, length=60, gap=17))
    for i in range(3):
        t.slot(f"number.{i + 1}", "number", R(60, 636 + i * 64, 206, 40), "chart", "label", look="chart", accent="sky", accent_2="amber")
    t.slot("number.4", "number", R(58, 868, 250, 124), "number", "label")
    t.slot("qr", "qr", R(60, 1030, 240, 88), second="call", look="beside", accent="deep")
    t.slot("lead", "text", R(360, 452, 480, 108), "lead")
    t.slot("heading", "text", R(359, 584, 481, 46), "heading", lines=1)
    t.slot("body", "text", R(360, 640, 480, 190), "body")
    t.slot("table", "table", R(360, 852, 480, 154), "table", "table-head", accent="ground", accent_2="line")
    t.flow(R(56, 60, 250, 1060), [
        row(cell(56, 250, block("title"))), row(cell(60, 240, block("subtitle")), gap=24),
        row(cell(60, 206, block("number.1"), block("number.2", gap=22), block("number.3", gap=22)), gap=52),
        row(cell(58, 240, block("number.4"), block("number.*", gap=24, arrange="stack", each=24)), gap=52),
        row(cell(60, 240, block("qr")), gap=36)], air=3)
    t.flow(R(325, 0, 575, 1134), [
        row(cell(325, 575, block("hero", grow=3, least=240))),
        row(cell(360, 480, block("lead")), gap=22),
        row(cell(360, 480, block("section.*", each=24)), gap=26),
        row(cell(360, 480, block("table")), gap=26),
        row(cell(360, 480, block("photo.*", grow=.35, least=78, each=15, per_row=3)), gap=24)])
    t.footer(1150, "white", "mist", "mute", split=240)
    t.write()


def blue_results():
    t = Template("blue-results", "藏青 · 成果墙", "藏青 · 成果牆", "Sober blue: wall of results", 2400, 1200, 2)
    t.d["paper"] = "deep"
    t.style("title", "hei", 900, 146, 160, "white", least=90)
    t.style("subtitle", "hei", 500, 46, 64, "mist", least=36)
    t.style("hero-number", "hei", 900, 184, 170, "white", least=110, tracking=-.03)
    t.style("hero-label", "hei", 500, 36, 50, "white", least=30)
    t.style("number", "hei", 900, 112, 130, "white", least=64, tracking=-.015)
    t.style("number-dark", "hei", 900, 112, 130, "deep", least=64, tracking=-.015)
    t.style("label", "hei", 500, 34, 46, "white", least=28)
    t.style("label-dark", "hei", 500, 34, 46, "deep", least=28)
    t.style("lead", "hei", 500, 40, 62, "mist", least=30)
    t.style("body", "hei", 400, 28, 46, "mist", least=24, align="justify", indent=2)
    t.caption(24, "white", "mist")
    t.decor(contours(22, 11, 2100, 1000, 70), stroke="sky", width=1, opacity=.16)
    m, g = 80, 20
    cw, rh = (2240 - 5 * g) / 6, 318
    xs = [m + i * (cw + g) for i in range(6)]
    ys = [80 + i * (rh + g) for i in range(3)]
    t.slot("hero", "photo", R(xs[0], ys[1], 2 * cw + g, 2 * rh + g), veil=.94, veil_head=.9, veil_colours=["deep", "deep"], required=True,
           second="caption", caption_inside=True, second_area=R(xs[0] + 32, ys[1] + 24, 2 * cw + g - 64, 70))
    t.slot("title", "text", R(74, 66, 2 * cw + g + 6, 330), "title", lines=2, required=True)
    t.slot("number.1", "number", R(xs[0] + 32, ys[2] + 30, 2 * cw + g - 60, rh - 62), "hero-number", "hero-label", block_align=1)
    tiles = [(2, 0, 1), (3, 0, 1), (4, 0, 2), (2, 1, 2), (4, 1, 1), (5, 1, 1), (2, 2, 1), (3, 2, 1), (4, 2, 1), (5, 2, 1)]
    grounds = ["tile", "tile", "mist", "amber", "tile", "mist", "mist", "tile", "tile", "tile"]
    for i, ((c, r, span), ground) in enumerate(zip(tiles, grounds)):
        dark = "" if ground == "tile" else "-dark"
        t.slot(f"number.{i + 2}", "number", R(xs[c], ys[r], cw * span + g * (span - 1), rh), "number" + dark, "label" + dark,
               look="tile", ground=ground, padding=28, accent={"tile": "white", "mist": "ground", "amber": "deep"}[ground],
               accent_2={"tile": "sky", "mist": "sky", "amber": "sand"}[ground])
    t.flow(R(xs[0] + 32, ys[2] + 30, 2 * cw + g - 60, rh - 62), [row(cell(xs[0] + 32, 2 * cw + g - 60, block("number.1")))], align=1)
    t.flow(R(xs[2], ys[0], 4 * cw + 3 * g, 3 * rh + 2 * g),
           [row(cell(xs[2], 4 * cw + 3 * g, block("number.*", arrange="mosaic", each=g, per_row=4, grow=1, least=500)))])
    t.footer(1120, "white", "mist", "mist")
    t.write()

def swell(w, y, amp, length, phase, left=-10.0):
    """The line of a swell across the board."""
    parts = max(int((w - 2 * left) / (length / 8)), 12)
    return [(left + (w - 2 * left) * i / parts, y + amp * math.sin((w - 2 * left) * i / parts / length * math.tau + phase)
             + amp * .35 * math.sin((w - 2 * left) * i / parts / length * 2.7 * math.tau + phase * 1.7)) for i in range(parts + 1)]


def blue_title():
    t = Template("blue-title", "藏青 · 题名板", "藏青 · 題名板", "Sober blue: title beside the bridge", 2400, 1200, 2)
    t.d["paper"] = "deep"
    t.style("kicker", "hei", 500, 40, 54, "mist", least=30, tracking=.2)
    t.style("title", "hei", 900, 204, 230, "white", least=132)
    t.style("subtitle", "hei", 500, 50, 74, "mist", least=38)
    t.style("couplet", "kai", 700, 46, 62, "white", least=34)
    t.style("lead", "hei", 400, 36, 60, "mist", least=28)
    t.style("credits", "hei", 500, 28, 42, "white", least=22)
    t.caption(24, "white", "mist")
    t.spare("white", "mist", "white")
    deck, px, top = 906, 1790, 176
    t.decor(box(-10, -10, 2420, 1220), fill={"from": [0, 0], "to": [0, 940], "stops": [[0, "deep", 1], [.6, "ground", 1], [1, "sky", 1]]})
    for r, o in ((300, .08), (240, .1), (186, .14)):
        t.decor(disc(2080, 770, r), fill="amber", opacity=o)
    t.decor(disc(2080, 770, 134), fill="amber")
    t.decor(hill(2400, 884, 26, 4, 1000, 7), fill="ground", opacity=.55)
    t.decor(hill(2400, 912, 18, 8, 1000, 6), fill="ground", opacity=.85)
    # Water, and the sun on it.
    t.decor(box(-10, 940, 2420, 270), fill={"from": [0, 940], "to": [0, 1200], "stops": [[0, "ground", 1], [1, "deep", 1]]})
    for i in range(13):
        t.decor(curve(swell(2400, 962 + i * i * 1.5, 2 + i * .5, 420 - i * 9, i * 1.3)), stroke="mist", width=f(.8 + i * .1), opacity=round(.34 - i * .019, 3))
    glints = random.Random(5)
    d = ""
    for i in range(34):
        s = i / 34
        x, half = 2080 + glints.uniform(-1, 1) * (40 + 120 * s), 16 + 54 * glints.random() * (1 - s * .5)
        d += f"M{n(x - half)} {n(950 + 150 * s)}H{n(x + half)}"
    t.decor(d, stroke="amber", width=3.2, opacity=.75)
    # The bridge: deck, pylon, stays from every third of its height.
    stays = ""
    for i in range(24):
        y = top + 40 + i * 12.5
        stays += f"M{n(px)} {n(y)}L{n(px - 96 - (23 - i) * 31)} {deck}M{n(px)} {n(y)}L{n(px + 96 + (23 - i) * 31)} {deck}"
    t.decor(stays, stroke="mist", width=1.5, opacity=.72)
    t.decor(poly([(px - 15, top), (px + 15, top), (px + 22, 640), (px + 52, 986), (px + 30, 986), (px + 8, 700), (px - 8, 700), (px - 30, 986), (px - 52, 986), (px - 22, 640)]), fill="white")
    t.decor(box(px - 34, 800, 68, 12), fill="white")
    t.decor(f"M-10 {deck - 6}H2410V{deck + 9}H-10Z", fill="white")
    t.decor(f"M-10 {deck + 15}H2410", stroke="mist", width=3, opacity=.6)
    piers = "".join(box(x, deck + 9, 13, 58) for x in range(60, 1100, 190))
    t.decor(piers, fill="mist", opacity=.7)
    t.decor(f"M-10 {deck - 18}H2410", stroke="white", width=1.6, opacity=.7)
    t.decor("".join(f"M{n(x)} {deck - 6}V{deck - 34}" for x in range(20, 2400, 95)), stroke="mist", width=2, opacity=.7)
    t.slot("kicker", "text", R(100, 104, 1400, 54), "kicker", lines=1)
    t.slot("title", "text", R(88, 168, 1160, 488), "title", lines=2, required=True)
    t.slot("subtitle", "text", R(100, 680, 880, 148), "subtitle", lines=2)
    for i in range(2):
        t.slot(f"couplet.{i + 1}", "text", R(100, 720 + i * 66, 820, 62), "couplet", lines=1)
    t.slot("lead", "text", R(100, 760, 800, 120), "lead")
    t.slot("credits", "text", R(100, 1108, 2000, 44), "credits", look="joined", lines=1)
    t.flow(R(88, 92, 1412, 750), [row(cell(100, 1380, block("kicker"))), row(cell(88, 1160, block("title"), fixed=True), gap=24),
                                   row(cell(100, 900, block("subtitle")), gap=24),
                                   row(cell(100, 820, block("couplet.1")), gap=20), row(cell(100, 820, block("couplet.2")), gap=2),
                                   row(cell(100, 820, block("lead")), gap=18)], air=.3)
    t.write()


def blue_quotes():
    t = Template("blue-quotes", "藏青 · 语录板", "藏青 · 語錄板", "Sober blue: words like rings on water", 900, 1200)
    t.style("kicker", "hei", 500, 18, 26, "mist", least=14, tracking=.16)
    t.style("title", "hei", 900, 96, 112, "white", least=70)
    t.style("lead", "hei", 500, 20, 33, "mist", least=17, align="justify")
    t.style("quote", "kai", 700, 56, 82, "white", least=40)
    t.style("quote-short", "kai", 400, 23.5, 36, "ink", least=20)
    t.style("speaker", "hei", 500, 17, 26, "white", least=14)
    t.style("speaker-short", "hei", 500, 15, 22, "mute", least=13.1)
    t.caption(11)
    t.spare("ink", "mute", "ground")
    t.decor(box(-10, -10, 920, 650), fill={"from": [0, 0], "to": [900, 660], "stops": [[0, "deep", 1], [1, "ground", 1]]})
    for i in range(15):
        rx = 26 + i * 40 + i * i * 1.2
        ry = rx * .34
        t.decor(f"M{n(630 - rx)} 596A{n(rx)} {n(ry)} 0 1 1 {n(630 + rx)} 596A{n(rx)} {n(ry)} 0 1 1 {n(630 - rx)} 596Z", stroke="sky", width=f(2.2 - i * .1), opacity=round(.5 - i * .031, 3))
    t.decor("M630 534C638 556 646 566 646 578A16 16 0 0 1 614 578C614 566 622 556 630 534Z", fill="amber")
    t.decor(box(-10, 636, 920, 574), fill="paper")
    t.decor(box(-10, 630, 920, 6), fill="amber")
    t.slot("kicker", "text", R(60, 62, 600, 26), "kicker", lines=1)
    t.slot("title", "text", R(56, 88, 788, 112), "title", lines=1, required=True)
    t.slot("lead", "text", R(60, 206, 780, 66), "lead")
    t.slot("quote.1", "quote", R(60, 270, 780, 358), "quote", "speaker", look="brackets", accent="amber", lines=3, padding=60, required=True)
    for i in range(4):
        t.slot(f"quote.{i + 2}", "quote", R(345 + i % 2 * 262, 676 + i // 2 * 220, 233, 200), "quote-short", "speaker-short", accent="ground",
               rule=dict(colour="ground", width=3, length=48, gap=16))
    t.slot("photo.1", "photo", R(60, 676, 250, 420), second="caption")
    t.flow(R(56, 58, 788, 556), [
        row(cell(60, 600, block("kicker"))), row(cell(56, 788, block("title")), gap=2), row(cell(60, 780, block("lead")), gap=12),
        row(cell(60, 780, block("quote.1")), gap=30)], align=.2, air=.5)
    t.flow(R(60, 676, 780, 454), [row(cell(60, 250, block("photo.*", grow=1, least=190, arrange="stack", each=16)),
                                      cell(345, 495, block("quote.*", each=28, per_row=2)))])
    t.footer(1150, "deep", "deep", "mute")
    t.write()


def bubble(x, y, w, h, r, tail):
    """A speech bubble; `tail` is where it points to below its foot, from its left edge."""
    return (f"M{n(x + r)} {n(y)}H{n(x + w - r)}A{n(r)} {n(r)} 0 0 1 {n(x + w)} {n(y + r)}V{n(y + h - r)}A{n(r)} {n(r)} 0 0 1 {n(x + w - r)} {n(y + h)}"
            f"H{n(x + tail + 34)}L{n(x + tail)} {n(y + h + 30)}L{n(x + tail + 6)} {n(y + h)}H{n(x + r)}A{n(r)} {n(r)} 0 0 1 {n(x)} {n(y + h - r)}V{n(y + r)}A{n(r)} {n(r)} 0 0 1 {n(x + r)} {n(y)}Z")


def blue_qa():
    t = Template("blue-qa", "藏青 · 问答板", "藏青 · 問答板", "Sober blue: asked and answered", 900, 1200)
    t.style("kicker", "hei", 500, 18, 26, "mist", least=14, tracking=.16)
    t.style("title", "hei", 900, 88, 104, "white", least=64)
    t.style("subtitle", "hei", 500, 22, 33, "mist", least=18)
    t.style("lead", "hei", 500, 20, 33, "mist", least=17, align="justify")
    t.style("qa", "hei", 900, 30, 40, "ground", least=23)
    t.style("qa-text", "hei", 400, 18.5, 31, "ink", least=15, align="justify")
    t.style("contact", "hei", 700, 24, 36, "ground", least=19)
    t.caption(11)
    t.spare("ink", "mute", "ground")
    t.decor(box(-10, -10, 920, 330), fill={"from": [0, 0], "to": [900, 330], "stops": [[0, "deep", 1], [1, "ground", 1]]})
    for i in range(9):
        rx = 60 + i * 52
        t.decor(f"M{n(790 - rx)} 320A{n(rx)} {n(rx * .62)} 0 0 1 {n(790 + rx)} 320", stroke="sky", width=f(1.7 - i * .14), opacity=round(.42 - i * .042, 3))
    t.decor(bubble(700, 74, 128, 84, 22, 84), fill="amber")
    t.decor(bubble(636, 166, 104, 68, 18, 16), fill="deep", stroke="mist", width=3)
    for i in range(3):
        t.decor(disc(734 + i * 30, 116, 7), fill="deep")
        t.decor(disc(664 + i * 24, 200, 5.5), fill="mist")
    t.decor(box(-10, 314, 920, 6), fill="amber")
    t.slot("kicker", "text", R(60, 62, 540, 26), "kicker", lines=1)
    t.slot("title", "text", R(56, 88, 560, 104), "title", lines=1, required=True)
    t.slot("subtitle", "text", R(60, 196, 540, 33), "subtitle", lines=1)
    t.slot("lead", "text", R(60, 206, 540, 99), "lead")
    for i in range(6):
        t.slot(f"qa.{i + 1}", "step", R(60, 360 + i * 126, 780, 110), "qa", "qa-text", look="question", accent="ground", lines=2)
    t.slot("contact", "text", R(60, 1070, 780, 36), "contact", lines=1)
    t.slot("qr", "qr", R(690, 960, 150, 150), "call")
    for i in range(3):
        t.slot(f"photo.{i + 1}", "photo", R(60 + i * 265, 900, 250, 160), second="caption")
    t.flow(R(56, 58, 560, 250), [
        row(cell(60, 540, block("kicker"))), row(cell(56, 560, block("title")), gap=2), row(cell(60, 540, block("subtitle")), gap=6),
        row(cell(60, 540, block("lead")), gap=10)], align=.3, air=.5)
    t.flow(R(60, 360, 780, 760), [
        row(cell(60, 780, block("qa.*", arrange="stack", each=18))),
        row(cell(60, 780, block("photo.*", grow=1, least=160, each=15, per_row=3)), gap=34),
        row(cell(60, 600, block("contact")), cell(690, 150, block("qr")), gap=26)], air=.8)
    t.footer(1150, "deep", "deep", "mute")
    t.write()


def blue_before_after():
    t = Template("blue-before-after", "藏青 · 前后对比", "藏青 · 前後對比", "Sober blue: before and after, surveyed", 1200, 900)
    t.style("kicker", "hei", 500, 17, 25, "mist", least=14, tracking=.1)
    t.style("title", "hei", 900, 94, 108, "white", least=70)
    t.style("subtitle", "hei", 500, 22, 33, "mist", least=18)
    t.style("lead", "hei", 700, 21, 35, "white", least=18, align="justify")
    t.style("body", "hei", 400, 15, 26.2, "white", least=13.1, align="justify", indent=2)
    t.style("heading", "hei", 900, 32, 40, "white", least=26)
    t.style("tag", "hei", 700, 20, 40, "white", least=15, align="centre")
    t.style("change", "hei", 900, 38, 50, "ground", least=32)
    t.style("change-label", "hei", 500, 16, 25, "mute", least=13.1)
    t.caption()
    t.spare("ink", "mute", "ground")
    rail = 792
    t.decor(box(rail, -10, 418, 920), fill={"from": [0, 0], "to": [0, 900], "stops": [[0, "deep", 1], [1, "ground", 1]]})
    lines = "".join(f"M{n(rail + 60 + i * 40)} -10V910" for i in range(10)) + "".join(f"M{n(rail)} {n(20 + i * 40)}H1210" for i in range(23))
    t.decor(lines, stroke="sky", width=.6, opacity=.2)
    hills = contours(7, 9, 1070, 790, 22)
    t.decor(hills, stroke="sky", width=1, opacity=.3)
    ticks = "".join(f"M{n(rail)} {n(i * 10)}h{26 if i % 10 == 0 else 17 if i % 5 == 0 else 10}" for i in range(-1, 92))
    t.decor(ticks, stroke="mist", width=1.5, opacity=.75)
    t.decor(box(rail - 5, -10, 5, 920), fill="amber")
    at = {"follow": dict(slot="after", at=0.0), "with": "after", "above": True}
    t.decor(disc(676, 352, 36), fill="paper", **at)
    t.decor(disc(676, 352, 30), fill="amber", **at)
    t.decor("M676 338V364M664 355L676 367L688 355", stroke="deep", width=4.6, **at)
    t.slot("before", "photo", R(60, 60, 692, 260), "tag", "caption", accent="mute", grey=True, required=True)
    t.slot("after", "photo", R(60, 382, 692, 260), "tag", "caption", accent="ground", required=True)
    t.slot("photo.3", "photo", R(60, 620, 340, 120), "tag", "caption", accent="ground")
    t.slot("kicker", "text", R(842, 60, 298, 25), "kicker", lines=1)
    t.slot("title", "text", R(838, 90, 306, 324), "title", lines=3, required=True)
    t.slot("subtitle", "text", R(842, 420, 298, 66), "subtitle", lines=2)
    t.slot("lead", "text", R(842, 480, 298, 140), "lead", rule=dict(colour="amber", width=5, length=60, gap=20))
    t.slot("heading", "text", R(842, 600, 298, 40), "heading", lines=1)
    t.slot("body", "text", R(842, 640, 298, 200), "body")
    for i in range(3):
        t.slot(f"change.{i + 1}", "change", R(60 + i * 234, 730, 216, 94), "change", "change-label", accent="amber", rule=dict(colour="ground", width=3, gap=8))
    t.flow(R(60, 60, 692, 776), [
        row(cell(60, 692, block("before", grow=1, least=180))),
        row(cell(60, 692, block("after", grow=1, least=180)), gap=22),
        row(cell(60, 692, block("photo.*", grow=.2, least=90, each=15, per_row=3)), gap=20),
        row(cell(60, 692, block("change.*", each=18, per_row=4)), gap=26),
        row(cell(60, 692, block("number.*", each=18, per_row=4)), gap=20)])
    t.flow(R(838, 60, 306, 776), [
        row(cell(842, 298, block("kicker"))), row(cell(838, 306, block("title")), gap=6), row(cell(842, 298, block("subtitle")), gap=18),
        row(cell(842, 298, block("lead")), gap=34), row(cell(842, 298, block("section.*", each=18)), gap=24)], air=.5)
    t.footer(855, "deep", "deep", "mist", split=692)
    t.write()


def blue_end():
    t = Template("blue-end", "藏青 · 结束板", "藏青 · 結束板", "Sober blue: closing board with a light", 1200, 900)
    t.d["paper"] = "deep"
    t.style("kicker", "hei", 500, 19, 28, "mist", least=15, tracking=.18)
    t.style("title", "hei", 900, 128, 148, "white", least=78)
    t.style("subtitle", "hei", 500, 25, 38, "mist", least=21.8)
    t.style("lead", "hei", 500, 21, 36, "mist", least=18)
    t.style("credits", "hei", 500, 16, 30, "white", least=13.1)
    t.style("call", "hei", 700, 17, 25, "white", least=14, align="centre")
    t.style("contact", "hei", 500, 14.5, 24, "mist", least=13.1, align="centre")
    t.caption(11, "white", "mist")
    t.spare("white", "mist", "white")
    t.decor(box(-10, -10, 1220, 920), fill={"from": [0, 0], "to": [0, 560], "stops": [[0, "deep", 1], [.7, "ground", 1], [1, "ground", 1]]})
    lx, ly = 1024, 176
    beam = lambda a, b, o: t.decor(poly([(lx, ly - 8), (-10, a), (-10, b), (lx, ly + 8)]), fill={"from": [lx, 0], "to": [60, 0], "stops": [[0, "sand", o], [.5, "sand", round(o * .42, 3)], [1, "sand", 0]]})
    beam(-30, 330, .26)
    beam(40, 250, .3)
    t.decor(poly([(lx, ly - 7), (1210, ly - 44), (1210, ly + 46), (lx, ly + 7)]), fill={"from": [lx, 0], "to": [1210, 0], "stops": [[0, "sand", .4], [1, "sand", 0]]})
    for r, o in ((90, .07), (60, .1), (36, .2)):
        t.decor(disc(lx, ly, r), fill="sand", opacity=o)
    t.decor(hill(1200, 520, 16, 4, 700, 6), fill="deep", opacity=.5)
    # The light: rock, tower, gallery, lamp.
    t.decor(poly([(lx - 27, 226), (lx + 27, 226), (lx + 44, 520), (lx - 44, 520)]), fill="white")
    for a, b in ((286, 346), (406, 466)):
        k = lambda y: 27 + 17 * (y - 226) / 294
        t.decor(poly([(lx - k(a), a), (lx + k(a), a), (lx + k(b), b), (lx - k(b), b)]), fill="amber")
    t.decor(poly([(lx + 6, 226), (lx + 27, 226), (lx + 44, 520), (lx + 12, 520)]), fill="deep", opacity=.22)
    t.decor(box(lx - 38, 214, 76, 13) + box(lx - 38, 198, 76, 3), fill="white")
    t.decor("".join(f"M{n(lx - 36 + i * 9)} 200V214" for i in range(9)), stroke="white", width=1.6)
    t.decor(box(lx - 17, 154, 34, 46), fill="sand")
    t.decor(f"M{lx - 6} 154V200M{lx + 6} 154V200", stroke="deep", width=1.8)
    t.decor(f"M{lx - 25} 155C{lx - 22} 132 {lx - 10} 122 {lx} 120C{lx + 10} 122 {lx + 22} 132 {lx + 25} 155Z", fill="white")
    t.decor(disc(lx, 114, 6), fill="amber")
    t.decor(box(lx - 8, 478, 16, 42), fill="deep", opacity=.8)
    t.decor("M900 560C930 526 964 512 1000 512C1040 508 1070 516 1100 532C1130 546 1170 552 1210 556V640H880Z", fill="deep")
    t.decor(box(-10, 548, 1220, 362), fill={"from": [0, 548], "to": [0, 900], "stops": [[0, "tile", 1], [1, "deep", 1]]})
    for i in range(14):
        t.decor(curve(swell(1200, 556 + i * 6 + i * i * 1.5, 2.4 + i * .55, 300 + i * 14, i * 1.9)), stroke="sky", width=f(.8 + i * .07), opacity=round(.34 - i * .018, 3))
    t.slot("kicker", "text", R(64, 76, 780, 28), "kicker", lines=1)
    t.slot("title", "text", R(54, 108, 800, 148), "title", lines=1, required=True)
    t.slot("subtitle", "text", R(64, 262, 760, 38), "subtitle", lines=1)
    t.slot("lead", "text", R(64, 316, 740, 110), "lead")
    t.slot("credits", "text", R(64, 590, 720, 210), "credits", columns=2, column_gap=30, required=True)
    t.slot("qr", "qr", R(946, 606, 150, 190), second="call", accent="deep")
    t.slot("contact", "text", R(880, 790, 282, 26), "contact", lines=1)
    t.flow(R(54, 76, 800, 400), [row(cell(64, 780, block("kicker"))), row(cell(54, 800, block("title")), gap=6),
                                 row(cell(64, 760, block("subtitle")), gap=10), row(cell(64, 720, block("lead")), gap=26)], air=.2)
    t.flow(R(64, 584, 1100, 260), [row(cell(64, 720, block("credits"), fixed=True), cell(946, 156, block("qr"), block("contact", gap=6), fixed=True))])
    t.footer(856, "white", "mist")
    t.write()


ALL = [blue_story, blue_results, blue_title, blue_quotes, blue_qa, blue_before_after, blue_end]
