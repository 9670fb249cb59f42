"""Red and gold: festive boards."""

import math

from kit import (R, Template, arc, block, box, brush, cell, cloud, curve, disc, f, hill, n, place, poly, ribbon, row, turbine, village,
                 waves, wheat)


def red_story():
    t = Template("red-story", "红金 · 故事板", "紅金 · 故事板", "Red and gold: story", 900, 1200)
    t.style("kicker", "hei", 500, 17, 24, "pale", least=13.1, tracking=.12)
    t.style("title", "song", 900, 122, 128, "cream", least=70)
    t.style("subtitle", "song", 600, 26, 34, "pale", least=21.8)
    t.style("lead", "song", 600, 24, 41.5, "deep", least=21, align="justify")
    t.style("heading", "song", 900, 40, 46, "ground", least=30)
    t.style("body", "hei", 400, 15, 26.2, "text", least=13.1, align="justify", indent=2)
    t.style("number", "song", 900, 58, 56, "ground", least=40)
    t.style("label", "hei", 400, 15, 24, "mute", least=12)
    t.caption()
    t.decor(box(-10, -10, 920, 440), fill={"from": [0, 0], "to": [540, 430], "stops": [[0, "deep", 1], [.5, "ground", 1], [1, "glow", 1]]})
    ribbon(t, [(-40, 330), (240, 120), (560, 470), (960, 40)], [(-40, 420), (300, 330), (520, 300), (960, 260)], 34, "gold", .7, .05, .55)
    for x, h, lean in ((628, 250, 34), (668, 318, 62), (716, 286, 30), (760, 352, 70), (806, 262, 36), (846, 306, 64), (588, 196, 20)):
        t.decor(wheat(x, 430, h, lean), fill="gold")
    t.decor(box(60, 1140, 780, .6), fill="gold")
    t.slot("hero", "photo", R(391.3, 470, 508.7, 312), second="caption", second_area=R(391.3, 791, 448.7, 33), required=True)
    t.slot("photo.2", "photo", R(523.8, 856, 316.2, 166), second="caption")
    t.slot("photo.3", "photo", R(523.8, 856, 316.2, 166), second="caption")
    t.slot("kicker", "text", R(60, 62, 500, 24), "kicker", lines=1)
    t.slot("title", "text", R(56, 100, 564, 256), "title", lines=2, required=True)
    t.slot("subtitle", "text", R(60, 374, 560, 34), "subtitle", lines=1)
    t.slot("lead", "text", R(60, 470, 303, 296), "lead")
    t.slot("heading", "text", R(58, 806, 440, 60), "heading", lines=1, rule=dict(colour="ground", width=4, length=36, gap=10))
    t.slot("body", "text", R(60, 884, 440, 186), "body")
    for i, x in enumerate((60, 325, 590)):
        t.slot(f"number.{i + 1}", "number", R(x, 1066, 250, 56), "number", "label", look="beside")
    t.flow(R(56, 62, 564, 346), [row(cell(60, 560, block("kicker"))), row(cell(56, 564, block("title")), gap=12),
                                 row(cell(60, 560, block("subtitle")), gap=16)], align=.55, air=0)
    t.flow(R(60, 470, 840, 654), [
        row(cell(60, 303, block("lead")), cell(391.3, 508.7, block("hero", grow=1, least=210), top=8)),
        row(cell(60, 438.8, block("section.*", each=26)), cell(523.8, 316.2, block("photo.*", grow=.01, least=130, arrange="stack", each=16)), gap=30),
        row(cell(60, 780, block("number.*", each=15, per_row=3)), gap=28)])
    t.footer(1150, "deep", "deep")
    t.write()


def red_title():
    t = Template("red-title", "红金 · 题名板", "紅金 · 題名板", "Red and gold: title board", 2400, 1200, 2)
    t.d["paper"] = "ground"
    t.style("kicker", "hei", 500, 42, 56, "pale", least=30, align="centre", tracking=.32)
    t.style("title", "song", 900, 272, 320, "cream", least=140, align="centre", tracking=.04)
    t.style("subtitle", "song", 600, 60, 84, "pale", least=42, align="centre")
    t.style("couplet", "kai", 700, 68, 84, "soft", least=48, align="centre", tracking=.08)
    t.style("credits", "hei", 500, 28, 42, "pale", least=22, align="centre")
    t.style("lead", "song", 600, 42, 66, "pale", least=30, align="centre")
    t.style("body", "hei", 400, 30, 48, "pale", least=26, align="justify", indent=2)
    t.style("number", "song", 900, 112, 120, "cream", least=70)
    t.style("label", "hei", 400, 28, 40, "pale", least=24)
    t.caption(24, "cream", "pale")
    t.decor(box(-10, -10, 2420, 1220), fill={"from": [0, 0], "to": [0, 1200], "stops": [[0, "deep", 1], [.5, "ground", 1], [1, "glow", 1]]})
    ribbon(t, [(-60, 10), (760, 90), (1640, 90), (2460, 10)], [(-60, 230), (700, -40), (1700, -40), (2460, 230)], 52, "soft", 1, .03, .5)
    sun = lambda a, b: {"from": [1200, 776], "to": [1200, 1208], "stops": [[0, "pale", a], [1, "gold", b]]}
    t.decor(disc(1200, 992, 216), fill=sun(.28, .17))
    t.decor(disc(1200, 992, 170), fill=sun(.34, .2))
    for x, flip in ((190, False), (2210, True)):
        t.decor(cloud(x, 590, 1.7, flip), stroke="soft", width=2, opacity=.6)
    t.decor(village(440, 902, 1.35) + village(1620, 916, 1.25) + turbine(806, 914, 84, 14) + turbine(1566, 920, 92, 38), fill="deep", opacity=.9)
    t.decor(turbine(862, 916, 66, 70), fill="deep", opacity=.7)
    t.decor(hill(2400, 900, 46, 3, 1210), fill={"from": [0, 850], "to": [0, 1010], "stops": [[0, "ground", 1], [1, "deep", 1]]})
    t.decor(hill(2400, 985, 40, 9, 1210), fill="deep")
    t.decor(hill(2400, 1060, 30, 12, 1210), fill="dark")
    for x, h, lean in ((70, 420, 40), (140, 350, 56), (206, 270, 44), (24, 300, 20)):
        t.decor(wheat(x, 1210, h, lean), fill="soft")
        t.decor(wheat(2400 - x, 1210, h, -lean), fill="soft")
    pair = {"with": "couplet.1"}
    t.decor("M1200 686L1224 710L1200 734L1176 710Z", stroke="soft", width=3, **pair)
    t.decor("M1200 698L1212 710L1200 722L1188 710Z", fill="soft", **pair)
    t.decor("M470 710H530M1870 710H1930", stroke="soft", width=3, **pair)
    t.slot("kicker", "text", R(500, 112, 1400, 56), "kicker", lines=1)
    t.slot("title", "text", R(160, 196, 2080, 320), "title", lines=1, required=True)
    t.slot("subtitle", "text", R(400, 528, 1600, 84), "subtitle", lines=1)
    t.slot("couplet.1", "text", R(550, 668, 590, 84), "couplet", lines=1)
    t.slot("couplet.2", "text", R(1260, 668, 590, 84), "couplet", lines=1)
    t.slot("credits", "text", R(260, 1110, 1880, 44), "credits", look="joined", lines=1)
    t.write()


def red_couplet():
    t = Template("red-couplet", "红金 · 楹联板", "紅金 · 楹聯板", "Red and gold: couplet", 1200, 2400, 1.35)
    t.d["paper"] = "ground"
    t.style("title", "song", 900, 172, 220, "cream", least=110, align="centre", tracking=.04)
    t.style("subtitle", "hei", 500, 35, 54, "pale", least=28, align="centre", tracking=.04)
    t.style("couplet", "kai", 700, 148, 190, "deep", least=90, align="spread")
    t.style("heading", "song", 900, 54, 70, "ground", least=40)
    t.style("lead", "song", 600, 32, 52, "deep", least=28, align="justify")
    t.style("body", "hei", 400, 23.5, 42, "text", least=20, align="justify", indent=2)
    t.style("number", "song", 900, 74, 80, "ground", least=48)
    t.style("label", "hei", 400, 21, 32, "mute", least=18)
    t.style("credits", "hei", 500, 20, 30, "pale", least=17, align="centre")
    t.caption(15)
    top, high = 470, 1720
    t.decor(box(-10, -10, 1220, 2420), fill={"from": [0, 0], "to": [0, 2400], "stops": [[0, "deep", 1], [.42, "ground", 1], [1, "deep", 1]]})
    t.decor(waves(1200, 2060, 400, 60), stroke={"from": [0, 2030], "to": [0, 2400], "stops": [[0, "soft", 0], [.45, "soft", .3], [1, "soft", .4]]}, width=1.4)
    for x, y, s, w, o in ((112, 96, 1.25, 2, .8), (120, 340, .9, 1.6, .55)):
        t.decor(cloud(x, y, s), stroke="soft", width=w, opacity=o)
        t.decor(cloud(1200 - x, y, s, True), stroke="soft", width=w, opacity=o)
    t.decor(box(28, 28, 1144, 2344), stroke="gold", width=4)
    t.decor(box(42, 42, 1116, 2316), stroke="gold", width=1.4)
    for x, name in ((90, "couplet.1"), (920, "couplet.2")):
        on = {"with": name}
        t.decor(box(x, top + 18, 190, high - 36), fill="pale", **on)
        t.decor(box(x + 12, top + 42, 166, high - 84), stroke="ground", width=1.6, **on)
        for y in (top, top + high - 24):
            t.decor(f"M{x - 4} {y}H{x + 194}A12 12 0 0 1 {x + 194} {y + 24}H{x - 4}A12 12 0 0 1 {x - 4} {y}Z", fill="dark", **on)
            t.decor(disc(x - 16, y + 12, 9) + disc(x + 206, y + 12, 9), fill="gold", **on)
    x, w = 310, 580
    t.decor(box(x, top, w, high), fill="paper")
    t.slot("hero", "photo", R(x + 24, top + 24, w - 48, 506), second="caption", second_area=R(x + 34, top + 540, w - 68, 45), required=True)
    for i in range(2):
        t.slot(f"photo.{i + 2}", "photo", R(x + 24 + i * 270, top + 1214, 262, 190), second="caption")
    t.slot("title", "text", R(200, 132, 800, 220), "title", lines=1, required=True)
    t.slot("subtitle", "text", R(160, 356, 880, 54), "subtitle", lines=1)
    t.slot("couplet.1", "text", R(90, top + 92, 190, high - 184), "couplet", vertical=True, lines=1)
    t.slot("couplet.2", "text", R(920, top + 92, 190, high - 184), "couplet", vertical=True, lines=1)
    t.slot("heading", "text", R(x + 32, top + 610, w - 64, 90), "heading", lines=1, rule=dict(colour="ground", width=5, length=54, gap=12))
    t.slot("lead", "text", R(x + 34, top + 714, w - 68, 110), "lead")
    t.slot("body", "text", R(x + 34, top + 850, w - 68, 320), "body")
    for i, nx in enumerate((0, 146, 338)):
        t.slot(f"number.{i + 1}", "number", R(x + 34 + nx, top + 1430, 164, 120), "number", "label")
    t.slot("credits", "text", R(90, 2230, 1020, 40), "credits", look="joined", lines=1)
    t.flow(R(x + 24, top + 24, w - 48, high - 60), [
        row(cell(x + 24, w - 48, block("hero", grow=1, least=380))),
        row(cell(x + 34, w - 68, block("heading", gap=0), block("lead", gap=14)), gap=30),
        row(cell(x + 34, w - 68, block("section.*", each=30)), gap=26),
        row(cell(x + 24, w - 48, block("photo.*", grow=.4, least=150, each=10, per_row=2)), gap=36),
        row(cell(x + 34, w - 68, block("number.*", each=14, per_row=3)), gap=34)])
    t.footer(2292, "cream", "pale", "pale", x=90)
    t.write()

def lantern(t, x, top, r, swatch="glow"):
    """A lantern of width 2 r on a cord from the upper edge, with ribs, caps and a tassel; `top` is its crown."""
    h = r * .78
    y = top + h + r * .16
    for k, o in ((2.6, .05), (2.0, .07), (1.5, .09)):
        t.decor(disc(x, y, r * k), fill="gold", opacity=o)
    t.decor(f"M{n(x)} -10V{n(top)}", stroke="gold", width=2)
    body = (f"M{n(x - r * .5)} {n(y - h)}C{n(x - r * 1.2)} {n(y - h * .7)} {n(x - r * 1.2)} {n(y + h * .7)} {n(x - r * .5)} {n(y + h)}"
            f"H{n(x + r * .5)}C{n(x + r * 1.2)} {n(y + h * .7)} {n(x + r * 1.2)} {n(y - h * .7)} {n(x + r * .5)} {n(y - h)}Z")
    t.decor(body, fill={"from": [f(x - r), 0], "to": [f(x + r), 0], "stops": [[0, "ground", 1], [.42, swatch, 1], [1, "deep", 1]]})
    ribs = "".join(f"M{n(x + s * r * .5)} {n(y - h)}C{n(x + s * r * 1.2)} {n(y - h * .7)} {n(x + s * r * 1.2)} {n(y + h * .7)} {n(x + s * r * .5)} {n(y + h)}"
                   for s in (-.98, -.55, 0, .55, .98))
    t.decor(ribs, stroke="soft", width=f(max(r * .018, .8)), opacity=.75)
    for yy in (y - h - r * .13, y + h):
        t.decor(box(x - r * .5, yy, r, r * .13), fill="gold")
    t.decor(f"M{n(x)} {n(y + h + r * .13)}V{n(y + h + r * .42)}", stroke="gold", width=f(r * .035))
    t.decor(disc(x, y + h + r * .42, r * .09), fill="gold")
    tassel = "".join(f"M{n(x + i * r * .045)} {n(y + h + r * .46)}L{n(x + i * r * .075)} {n(y + h + r * (1.2 - abs(i) * .03))}" for i in range(-3, 4))
    t.decor(tassel, stroke="gold", width=f(r * .028))


def roof(x, y, a, h, wall, tiers=1):
    """A hall seen from the front: eaves at y, half width a, roof h high, walls down to y + wall."""
    d = ""
    for tier in range(tiers):
        k = 1 - tier * .3
        b, g, base = a * k, h * (1 - tier * .12), y - tier * h * 1.16
        side = [("M", [(-b, -g * .26)]), ("C", [(-b * .9, -g * .04), (-b * .8, 0), (-b * .66, 0)]), ("L", [(b * .66, 0)]),
                ("C", [(b * .8, 0), (b * .9, -g * .04), (b, -g * .26)]), ("C", [(b * .8, -g * .18), (b * .56, -g * .5), (b * .46, -g)]),
                ("L", [(-b * .46, -g)]), ("C", [(-b * .56, -g * .5), (-b * .8, -g * .18), (-b, -g * .26)]), ("Z", [])]
        d += place(side, x, base)
        d += box(x - b * .58, base - 1, b * 1.16, wall if tier == 0 else h * .2)
    top = y - (tiers - 1) * h * 1.16 - h * (1 - (tiers - 1) * .12)
    b = a * (1 - (tiers - 1) * .3) * .5
    ridge = [("M", [(-b, h * .04)]), ("L", [(b, h * .04)]), ("L", [(b, -h * .06)]), ("C", [(b * 1.02, -h * .18), (b * 1.12, -h * .24), (b * 1.16, -h * .3)]),
             ("C", [(b * 1.0, -h * .26), (b * .92, -h * .2), (b * .88, -h * .08)]), ("L", [(-b * .88, -h * .08)]),
             ("C", [(-b * .92, -h * .2), (-b * 1.0, -h * .26), (-b * 1.16, -h * .3)]), ("C", [(-b * 1.12, -h * .24), (-b * 1.02, -h * .18), (-b, -h * .06)]), ("Z", [])]
    return d + place(ridge, x, top)


def blossom(t, x, y, r, turn=0.0, petal="pale", heart="gold"):
    """Five round petals and stamens."""
    petals = ""
    for i in range(5):
        a = math.radians(turn + 72 * i - 90)
        petals += disc(x + math.cos(a) * r * .52, y + math.sin(a) * r * .52, r * .46)
    t.decor(petals, fill=petal, above=True)
    t.decor(disc(x, y, r * .2), fill=heart, above=True)
    rays = "".join(f"M{n(x)} {n(y)}L{n(x + math.cos(math.radians(turn + a)) * r * .5)} {n(y + math.sin(math.radians(turn + a)) * r * .5)}" for a in range(-54, 300, 36))
    t.decor(rays, stroke=heart, width=f(max(r * .045, .6)), above=True)


def red_results():
    t = Template("red-results", "红金 · 成果墙", "紅金 · 成果牆", "Red and gold: results by the moon gate", 2400, 1200, 2)
    t.d["paper"] = "ground"
    t.style("kicker", "hei", 500, 30, 42, "pale", least=24, tracking=.1)
    t.style("title", "song", 900, 138, 154, "cream", least=96)
    t.style("lead", "song", 600, 30, 50, "pale", least=26)
    t.style("number-light", "song", 900, 78, 86, "ground", least=56)
    t.style("number-gold", "song", 900, 78, 86, "dark", least=56)
    t.style("number-dark", "song", 900, 78, 86, "cream", least=56)
    t.style("label-light", "hei", 500, 24.5, 31, "ink", least=23)
    t.style("label-gold", "hei", 500, 24.5, 31, "dark", least=23)
    t.style("label-dark", "hei", 500, 24.5, 31, "pale", least=24)
    t.caption(24, "cream", "pale", align="centre")
    t.spare("cream", "pale", "cream")
    cx, cy, r = 1868, 566, 470
    t.decor(box(-10, -10, 2420, 1220), fill={"from": [0, 0], "to": [2400, 1200], "stops": [[0, "deep", 1], [.55, "ground", 1], [1, "deep", 1]]})
    for k in range(9):
        t.decor(disc(cx, cy, r + 60 + k * 34), stroke="gold", width=1, opacity=.34 - k * .035)
    on = {"with": "hero"}
    t.decor(disc(cx, cy, r + 30), fill="dark", **on)
    t.decor(disc(cx, cy, r + 24), stroke="gold", width=5, **on)
    t.decor(disc(cx, cy, r + 12), stroke="soft", width=1.6, **on)
    # A branch of plum from the upper right leans over the gate.
    main = [(2412, 236), (2330, 214), (2262, 158), (2170, 148), (2082, 96), (1986, 88), (1900, 58), (1820, 62)]
    t.decor(brush(main, 34, 4), fill="dark", above=True)
    for twig, w in (([(2262, 158), (2226, 96), (2180, 64), (2150, 30)], 12), ([(2330, 214), (2316, 300), (2280, 366), (2268, 424)], 13),
                    ([(2082, 96), (2042, 140), (1994, 154), (1950, 190)], 10), ([(2170, 148), (2150, 204), (2110, 240)], 8)):
        t.decor(brush(twig, w, 2.5), fill="dark", above=True)
    for i, (x, y, s) in enumerate(((2296, 180, 34), (2212, 132, 27), (2122, 110, 36), (2030, 100, 26), (1936, 70, 33), (1822, 62, 24), (2160, 42, 28),
                                   (2276, 360, 32), (2306, 286, 22), (1962, 182, 30), (2112, 238, 24), (2030, 148, 18))):
        blossom(t, x, y, s, i * 23, "cream" if i % 3 else "pale")
    for x, y, s in ((1872, 54, 9), (2192, 72, 9), (2266, 428, 10), (1948, 196, 8), (2136, 214, 8), (2360, 226, 10)):
        t.decor(disc(x, y, s), fill="soft", above=True)
    t.slot("hero", "photo", R(cx - r, cy - r, 2 * r, 2 * r), second="caption", second_area=R(cx - 440, cy + r + 44, 880, 70),
           clip=disc(cx, cy, r))
    t.slot("kicker", "text", R(84, 76, 1180, 42), "kicker", lines=1)
    t.slot("title", "text", R(76, 120, 740, 308), "title", lines=2, required=True)
    t.slot("lead", "text", R(856, 128, 456, 250), "lead")
    looks = ["gold", "light", "dark", "light", "light", "dark", "light", "dark", "light", "light", "dark", "light"]
    ground = {"gold": "soft", "light": "paper", "dark": "dark"}
    cw, g = 292, 20
    for i, look in enumerate(looks):
        t.slot(f"number.{i + 1}", "number", R(80 + i % 4 * (cw + g), 470 + i // 4 * 214, cw, 194), "number-" + look, "label-" + look,
               look="tile", ground=ground[look], padding=17, accent={"gold": "dark", "light": "ground", "dark": "soft"}[look],
               accent_2={"gold": "paper", "light": "soft", "dark": "gold"}[look])
    t.flow(R(76, 76, 1240, 1024), [
        row(cell(84, 1180, block("kicker"))),
        row(cell(76, 740, block("title"), fixed=True), cell(856, 456, block("lead"), align=.72, fixed=True), gap=8),
        row(cell(80, 4 * cw + 3 * g, block("number.*", arrange="mosaic", each=g, per_row=4, grow=1, least=560)), gap=40)])
    t.footer(1130, "cream", "pale", "pale")
    t.write()


def red_end():
    t = Template("red-end", "红金 · 结束板", "紅金 · 結束板", "Red and gold: closing board", 1200, 900)
    t.d["paper"] = "ground"
    t.style("kicker", "hei", 500, 20, 28, "pale", least=15, align="centre", tracking=.24)
    t.style("title", "song", 900, 132, 156, "cream", least=78, align="centre", tracking=.06)
    t.style("subtitle", "song", 600, 26, 38, "pale", least=21.8, align="centre")
    t.style("lead", "song", 600, 23, 39, "pale", least=20, align="centre")
    t.style("credits", "hei", 500, 17, 32, "cream", least=13.1)
    t.style("call", "hei", 700, 17, 25, "cream", least=14, align="centre")
    t.style("contact", "hei", 500, 15, 24, "pale", least=13.1, align="centre")
    t.spare("cream", "pale", "cream")
    t.decor(box(-10, -10, 1220, 920), fill={"from": [0, 0], "to": [0, 900], "stops": [[0, "deep", 1], [.55, "ground", 1], [1, "glow", 1]]})
    ribbon(t, [(-40, 560), (300, 420), (820, 760), (1240, 470)], [(-40, 700), (360, 640), (760, 560), (1240, 640)], 30, "soft", .6, .03, .32)
    for x, top, r in ((136, 96, 66), (256, 36, 42), (1064, 132, 66), (944, 30, 42)):
        lantern(t, x, top, r)
    for x, y, a, h, wall, tiers, swatch, o in ((110, 818, 150, 52, 110, 2, "deep", .7), (330, 836, 110, 40, 90, 1, "deep", .55),
                                               (1104, 818, 150, 52, 110, 2, "deep", .7), (880, 836, 110, 40, 90, 1, "deep", .55),
                                               (606, 842, 132, 38, 90, 1, "deep", .42)):
        t.decor(roof(x, y, a, h, wall, tiers), fill=swatch, opacity=o)
    t.decor(hill(1200, 838, 7, 4, 910), fill="dark")
    t.slot("kicker", "text", R(300, 84, 600, 28), "kicker", lines=1)
    t.slot("title", "text", R(230, 118, 740, 156), "title", lines=1, required=True)
    t.slot("subtitle", "text", R(250, 280, 700, 38), "subtitle", lines=1)
    t.slot("lead", "text", R(250, 330, 700, 120), "lead")
    t.slot("credits", "text", R(150, 500, 660, 230), "credits", columns=2, column_gap=30, required=True)
    t.slot("qr", "qr", R(900, 500, 150, 230), second="call", accent="deep")
    t.slot("contact", "text", R(860, 700, 230, 26), "contact", lines=1)
    t.flow(R(150, 84, 900, 366), [row(cell(300, 600, block("kicker"))), row(cell(230, 740, block("title")), gap=8),
                                  row(cell(250, 700, block("subtitle")), gap=8), row(cell(250, 700, block("lead")), gap=22)], align=.5, air=.3)
    t.flow(R(150, 478, 910, 262), [row(cell(170, 640, block("credits"), align=.4, fixed=True),
                                       cell(866, 150, block("qr"), block("contact", gap=8), fixed=True))], align=.3)
    t.footer(856, "cream", "pale")
    t.write()


def red_roster():
    t = Template("red-roster", "红金 · 值班公示板", "紅金 · 值班公示板", "Red and gold: roster under the eaves", 900, 1200)
    # Of the line on which steps stand.
    t.d["swatches"]["fresh"] = t.d["swatches"]["gold"]
    t.style("kicker", "hei", 700, 18, 26, "ground", least=14, align="centre", tracking=.14)
    t.style("title", "song", 900, 112, 128, "ground", least=72, align="centre", tracking=.08)
    t.style("subtitle", "song", 600, 24, 34, "mute", least=20, align="centre")
    t.style("lead", "song", 600, 22, 37, "deep", least=19, align="centre")
    t.style("table", "hei", 500, 21, 44, "text", least=14)
    t.style("table-head", "hei", 700, 19, 40, "ground", least=14)
    t.style("item", "song", 900, 28, 36, "ground", least=23)
    t.style("item-text", "hei", 400, 15.5, 25, "text", least=13.1)
    t.style("call", "hei", 700, 17, 27, "deep", least=14)
    t.style("contact", "song", 900, 34, 44, "ground", least=22, align="end")
    t.spare("text", "mute", "ground")
    t.caption()
    # The hall: tiled roof, eaves, two pillars, a step.
    t.decor(box(-10, -10, 920, 132), fill={"from": [0, -10], "to": [0, 122], "stops": [[0, "dark", 1], [1, "ground", 1]]})
    step, tiles, drops, rings, knobs = 30, "", "", "", ""
    for i in range(-16, 17):
        x0, x1 = 450 + i * step * .9, 450 + i * step
        tiles += f"M{n(x0)} 22Q{n(x0 + (x1 - x0) * .3)} 70 {n(x1)} 122"
        drops += f"M{n(x1)} 122H{n(x1 + step)}L{n(x1 + step * .78)} 138Q{n(x1 + step * .5)} 152 {n(x1 + step * .22)} 138Z"
        rings += disc(x1, 126, 11.5)
        knobs += disc(x1, 126, 4)
    t.decor(tiles, stroke="deep", width=9)
    t.decor(tiles, stroke="soft", width=1, opacity=.45)
    t.decor(box(-10, -10, 920, 34), fill="dark")
    t.decor(box(-10, 24, 920, 3), fill="gold")
    t.decor(box(-10, 120, 920, 48), fill="dark")
    t.decor(drops, fill="deep")
    t.decor(drops, stroke="gold", width=1.2)
    t.decor(rings, fill="ground")
    t.decor(rings + knobs, stroke="gold", width=1.6)
    t.decor(box(-10, 168, 920, 6), fill="gold")
    bands = "".join(f"M{n(450 + i * 60)} 156L{n(450 + i * 60 + 18)} 162L{n(450 + i * 60)} 168L{n(450 + i * 60 - 18)} 162Z" for i in range(-8, 9))
    t.decor(bands, fill="gold", opacity=.8)
    for x in (-10, 872):
        t.decor(box(x, 174, 38, 1036), fill={"from": [x, 0], "to": [x + 38, 0], "stops": [[0, "deep", 1], [.4, "glow", 1], [1, "deep", 1]]})
        t.decor(box(x, 174, 38, 44) + box(x, 1146, 38, 10), fill="dark")
        t.decor(box(x, 218, 38, 3) + box(x, 1142, 38, 3), fill="gold")
    # Corner cuts of the paper.
    for x, sx in ((46, 1), (854, -1)):
        p = lambda a, b: f"{n(x + sx * a)} {n(194 + b)}"
        t.decor(f"M{p(0, 92)}V218H{n(x + sx * 24)}V194H{n(x + sx * 92)}M{p(12, 92)}V206H{n(x + sx * 92)}", stroke="gold", width=2)
    t.decor(box(70, 1136, 760, 1), fill="gold")
    t.slot("kicker", "text", R(150, 212, 600, 26), "kicker", lines=1)
    t.slot("title", "text", R(110, 240, 680, 128), "title", lines=1, required=True)
    t.slot("subtitle", "text", R(110, 372, 680, 34), "subtitle", lines=1)
    t.slot("lead", "text", R(110, 400, 680, 80), "lead")
    t.slot("table", "table", R(70, 500, 760, 380), "table", "table-head", accent="ground", accent_2="pale", required=True)
    for i in range(4):
        t.slot(f"item.{i + 1}", "step", R(70 + i * 194.5, 920, 176.5, 100), "item", "item-text", accent="ground", look="plain")
    t.slot("qr", "qr", R(70, 1020, 260, 92), second="call", look="beside", accent="deep")
    t.slot("contact", "text", R(400, 1050, 430, 44), "contact", lines=1)
    t.slot("photo.1", "photo", R(70, 900, 760, 160), second="caption")
    t.flow(R(70, 206, 760, 916), [
        row(cell(150, 600, block("kicker"))), row(cell(110, 680, block("title")), gap=2), row(cell(110, 680, block("subtitle")), gap=0),
        row(cell(120, 660, block("lead")), gap=16),
        row(cell(70, 760, block("table")), gap=26),
        row(cell(70, 760, block("section.*", each=20)), gap=24),
        row(cell(70, 760, block("photo.*", grow=1, least=110, each=15, per_row=3)), gap=24),
        row(cell(70, 760, block("item.*", each=18, per_row=4)), gap=30),
        row(cell(70, 290, block("qr"), fixed=True), cell(380, 450, block("contact"), align=.5, fixed=True), gap=22)], air=4)
    t.footer(1152, "deep", "deep")
    t.write()


def red_rollup():
    t = Template("red-rollup", "红金 · 易拉宝", "紅金 · 易拉寶", "Red and gold: roll-up with a fan", 800, 1800, 1.4)
    m, w = 53.3, 693.4
    t.d["paper"] = "ground"
    t.style("kicker", "hei", 500, 25, 34, "pale", least=20, align="centre", tracking=.16)
    t.style("title", "song", 900, 140, 164, "cream", least=84, align="centre", tracking=.04)
    t.style("subtitle", "song", 600, 29, 42, "pale", least=24, align="centre")
    t.style("lead", "song", 600, 27, 44, "pale", least=23, align="centre")
    t.style("item", "song", 900, 36, 42, "ground", least=28)
    t.style("item-text", "hei", 400, 20.5, 30, "ink", least=17)
    t.style("call", "hei", 900, 23, 33, "deep", least=18, align="centre")
    t.style("contact", "hei", 500, 20.5, 30, "mute", least=15, align="centre")
    t.style("body", "hei", 400, 20, 34, "ink", least=18, align="justify", indent=2)
    t.spare("ink", "mute", "ground")
    t.caption(14, "cream", "pale", align="centre")
    t.decor(box(-10, -10, 820, 1820), fill={"from": [0, 0], "to": [0, 1800], "stops": [[0, "deep", 1], [.3, "ground", 1], [.8, "ground", 1], [1, "deep", 1]]})
    px, py, ro, ri = 400, 540, 416, 164
    a0, a1 = 207, 333
    for k in range(1, 8):
        t.decor(curve(arc(px, py, ro + 16 + k * 22, a0 - 4, a1 + 4)), stroke="gold", width=1, opacity=.42 - k * .05)
    on = {"with": "hero"}
    ribs = "".join(poly([(px + math.cos(math.radians(a)) * 14, py + math.sin(math.radians(a)) * 14),
                         (px + math.cos(math.radians(a - .8)) * (ri + 4), py + math.sin(math.radians(a - .8)) * (ri + 4)),
                         (px + math.cos(math.radians(a + .8)) * (ri + 4), py + math.sin(math.radians(a + .8)) * (ri + 4))])
                   for a in range(a0 + 3, a1, 10))
    t.decor(ribs, fill="gold", **on)
    fan = curve(arc(px, py, ro, a0, a1)) + "L" + curve(arc(px, py, ri, a1, a0))[1:] + "Z"
    t.decor(fan, stroke="gold", width=9, **on)
    folds = "".join(poly([(px + math.cos(math.radians(a)) * ri, py + math.sin(math.radians(a)) * ri),
                          (px + math.cos(math.radians(a)) * ro, py + math.sin(math.radians(a)) * ro)], False) for a in range(a0 + 8, a1, 10))
    t.decor(folds, stroke="cream", width=.9, opacity=.3, above=True, **on)
    t.decor(disc(px, py, 15), fill="soft", above=True, **on)
    t.decor(disc(px, py, 6), fill="deep", above=True, **on)
    # The paper of the list, corners cut in.
    x, y, pw, ph, c = 40, 938, 720, 484, 26
    cut = lambda i: (f"M{n(x + i)} {n(y + c + i)}A{n(c)} {n(c)} 0 0 0 {n(x + c + i)} {n(y + i)}H{n(x + pw - c - i)}A{n(c)} {n(c)} 0 0 0 {n(x + pw - i)} {n(y + c + i)}"
                     f"V{n(y + ph - c - i)}A{n(c)} {n(c)} 0 0 0 {n(x + pw - c - i)} {n(y + ph - i)}H{n(x + c + i)}A{n(c)} {n(c)} 0 0 0 {n(x + i)} {n(y + ph - c - i)}Z")
    t.decor(cut(0), fill="paper")
    t.decor(cut(12), stroke="gold", width=1.6)
    # Great waves of rings.
    for j, (yy, swatch, o) in enumerate(((1572, "ground", .5), (1628, "deep", .42), (1684, "dark", .5))):
        for i in range(-1, 5):
            cx = i * 220 + (110 if j % 2 else 0)
            t.decor(disc(cx, yy, 128), fill=swatch)
            # The last row is the ground of the footer.
            for k in (128, 108, 88, 68, 48, 28)[:6 if j < 2 else 1]:
                t.decor(disc(cx, yy, k), stroke="soft", width=2.2 if k == 128 else 1.3, opacity=o)
    t.decor(box(-10, 1620, 820, 190), fill="dark")
    t.slot("hero", "photo", R(px - ro * .9, py - ro, ro * 1.8, ro - ri * .44), second="caption", second_area=R(100, 574, 600, 41), clip=fan, required=True)
    t.slot("kicker", "text", R(m, 48, w, 34), "kicker", lines=1)
    t.slot("title", "text", R(40, 626, 720, 164), "title", lines=1, required=True)
    t.slot("subtitle", "text", R(m, 780, w, 42), "subtitle", lines=1)
    t.slot("lead", "text", R(90, 800, 620, 90), "lead")
    for i in range(4):
        t.slot(f"item.{i + 1}", "step", R(84, 990 + i * 90, 450, 76), "item", "item-text", look="beside", accent="ground", accent_2="gold")
    t.slot("qr", "qr", R(552, 1000, 166, 250), second="call", accent="deep")
    t.slot("contact", "text", R(540, 1260, 190, 30), "contact", lines=1)
    t.slot("heading", "text", R(84, 990, 632, 46), "heading", lines=1)
    t.slot("body", "text", R(84, 1040, 632, 200), "body")
    t.flow(R(40, 634, 720, 294), [row(cell(40, 720, block("title"))), row(cell(m, w, block("subtitle")), gap=4),
                                  row(cell(90, 620, block("lead")), gap=12)], align=.4, air=.3)
    t.flow(R(84, 968, 640, 424), [
        row(cell(84, 450, block("item.*", arrange="stack", each=20), block("number.*", gap=24, arrange="stack", each=20), align=.5, fixed=True),
            cell(552, 166, block("qr"), block("contact", gap=10), align=.5, fixed=True)),
        row(cell(84, 632, block("section.*", each=24)), gap=26)], air=1, align=.5)
    t.footer(1622, "cream", "pale", "pale", x=m)
    t.write()


ALL = [red_story, red_title, red_couplet, red_results, red_end, red_roster, red_rollup]
