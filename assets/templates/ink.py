"""Ink and paper: vertical titles, mist, room left empty."""

import math
import random

from kit import (R, Template, block, box, brush, cell, curve, disc, f, fibres, hill, leaf, mountains, n, poly, row, smooth)


def ink_story():
    t = Template("ink-story", "水墨 · 故事板", "水墨 · 故事板", "Ink: story in columns", 900, 1200)
    t.style("title", "song", 900, 112, 118, "ink", least=70)
    t.style("subtitle", "kai", 400, 25, 33, "mute", least=20, align="end")
    t.style("lead", "kai", 400, 23, 34, "seal", least=20)
    t.style("heading", "song", 900, 36, 44, "ink", least=28)
    t.style("body", "song", 500, 20, 42, "text", least=15, align="justify", indent=2)
    t.style("number", "song", 900, 58, 60, "seal", least=40)
    t.style("label", "song", 500, 15, 24, "mute", least=13.1)
    t.caption(other="mute")
    t.decor(fibres(900, 1200, 420, 3), stroke="gold", width=.45, opacity=.28)
    mountains(t, 900, 1030, 180, 4, 7, "ink")
    t.slot("hero", "photo", R(60, 60, 515, 420), second="caption", second_area=R(60, 489, 515, 33), grey=True, required=True)
    t.slot("photo.2", "photo", R(604, 860, 236, 150), second="caption", grey=True)
    t.slot("photo.3", "photo", R(60, 908, 257, 118), second="caption", grey=True)
    t.slot("title", "text", R(606, 60, 240, 470), "title", lines=2, vertical=True, required=True)
    t.slot("subtitle", "text", R(590, 548, 250, 66), "subtitle", lines=2)
    t.slot("lead", "text", R(736, 644, 104, 300), "lead", vertical=True)
    t.slot("heading", "text", R(560, 560, 44, 380), "heading", lines=1, vertical=True)
    t.slot("body", "text", R(60, 562, 520, 484), "body", vertical=True)
    t.flow(R(60, 60, 530, 992), [row(cell(60, 515, block("hero", grow=1, least=300))),
                                 row(cell(60, 526, block("section.*", each=0)), gap=34),
                                 row(cell(60, 515, block("number.*", each=15, per_row=3)), gap=20)])
    t.flow(R(590, 60, 256, 992), [row(cell(606, 240, block("title"))), row(cell(604, 236, block("subtitle")), gap=22),
                                  row(cell(700, 140, block("lead")), gap=34),
                                  row(cell(604, 236, block("photo.*", grow=1, least=120, arrange="stack", each=15)), gap=34)])
    t.footer(1150, "ink", "ink")
    t.write()


def ink_quotes():
    t = Template("ink-quotes", "水墨 · 语录板", "水墨 · 語錄板", "Ink: what people say", 900, 1200)
    t.style("kicker", "kai", 700, 24, 28, "seal", least=20, tracking=.2)
    t.style("title", "song", 900, 108, 124, "ink", least=70)
    t.style("quote", "kai", 700, 56, 82, "ink", least=40)
    t.style("quote-short", "kai", 400, 24, 38, "ink", least=20)
    t.style("speaker", "song", 500, 17, 26, "ink", least=14)
    t.style("speaker-short", "song", 500, 15, 22, "ink", least=13.1)
    t.style("lead", "song", 600, 24, 40, "ink", least=20, align="justify")
    t.style("heading", "song", 900, 36, 44, "ink", least=28)
    t.style("body", "song", 500, 16, 29, "text", least=13.1, align="justify", indent=2)
    t.caption(11, "white", "ground")
    t.decor(fibres(900, 1000, 360, 8), stroke="gold", width=.45, opacity=.28)
    t.slot("hero", "photo", R(0, 940, 900, 260), second="caption", second_area=R(60, 1102, 780, 33), grey=True, veil=.96, caption_inside=True, required=True)
    t.slot("photo.2", "photo", R(60, 760, 382.5, 140), second="caption", grey=True)
    t.slot("kicker", "text", R(60, 60, 500, 28), "kicker", lines=1)
    t.slot("title", "text", R(56, 92, 784, 124), "title", lines=1, required=True)
    t.slot("lead", "text", R(60, 230, 780, 80), "lead")
    t.slot("quote.1", "quote", R(60, 268, 780, 358), "quote", "speaker", look="brackets", accent="seal", lines=3, padding=66)
    for i in range(3):
        t.slot(f"quote.{i + 2}", "quote", R(60 + i * 270, 662, 240, 240), "quote-short", "speaker-short", accent="seal",
               rule=dict(colour="ink", width=1.2, gap=22))
    t.slot("heading", "text", R(60, 700, 780, 44), "heading", lines=1)
    t.slot("body", "text", R(60, 750, 780, 120), "body")
    t.flow(R(0, 60, 900, 1140), [
        row(cell(60, 780, block("kicker"))), row(cell(56, 784, block("title")), gap=6), row(cell(60, 780, block("lead")), gap=16),
        row(cell(60, 780, block("quote.1")), gap=38),
        row(cell(60, 780, block("quote.*", each=30, per_row=3)), gap=38),
        row(cell(60, 780, block("section.*", each=20)), gap=26),
        row(cell(60, 780, block("photo.*", grow=.2, least=110, each=15, per_row=3)), gap=26),
        row(cell(0, 900, block("hero", grow=1, least=230)), gap=40)])
    t.footer(1150, "white", "white")
    t.write()

def ink_timeline():
    t = Template("ink-timeline", "水墨 · 年表板", "水墨 · 年表板", "Ink: one thing after the other", 900, 1200)
    t.style("kicker", "kai", 700, 24, 28, "seal", least=20, tracking=.2)
    t.style("title", "song", 900, 104, 120, "ink", least=70)
    t.style("subtitle", "kai", 400, 25, 33, "mute", least=20)
    t.style("lead", "song", 600, 23, 38, "ink", least=19, align="justify")
    t.style("moment", "song", 900, 27, 36, "seal", least=21)
    t.style("moment-text", "song", 500, 18.5, 31, "text", least=14.5, align="justify")
    t.style("heading", "song", 900, 36, 44, "ink", least=28)
    t.style("body", "song", 500, 16, 29, "text", least=13.1, align="justify", indent=2)
    t.caption(other="mute")
    t.decor(fibres(900, 1200, 420, 5), stroke="gold", width=.45, opacity=.28)
    mountains(t, 900, 1060, 150, 4, 11, "ink")
    t.slot("kicker", "text", R(60, 60, 780, 28), "kicker", lines=1)
    t.slot("title", "text", R(56, 92, 784, 120), "title", lines=1, required=True)
    t.slot("subtitle", "text", R(60, 216, 780, 33), "subtitle", lines=1)
    t.slot("lead", "text", R(60, 262, 780, 80), "lead")
    for i in range(8):
        t.slot(f"moment.{i + 1}", "step", R(60, 380 + i * 84, 540, 70), "moment", "moment-text", look="moment", accent="seal", padding=28)
    t.slot("heading", "text", R(60, 900, 506, 44), "heading", lines=1)
    t.slot("body", "text", R(60, 950, 506, 100), "body")
    for i in range(3):
        t.slot(f"photo.{i + 1}", "photo", R(632, 380 + i * 220, 208, 180), second="caption", grey=True)
    t.flow(R(56, 60, 788, 290), [
        row(cell(60, 780, block("kicker"))), row(cell(56, 784, block("title")), gap=4), row(cell(60, 780, block("subtitle")), gap=6),
        row(cell(60, 780, block("lead")), gap=16)])
    t.flow(R(60, 386, 780, 648), [row(cell(60, 540, block("moment.*", grow=1, arrange="stack", each=28), block("section.*", gap=30, each=18)),
                                      cell(632, 208, block("photo.*", grow=1, least=150, arrange="stack", each=16)))], air=.6)
    t.footer(1150, "ink", "ink")
    t.write()


def peaks(t, summits, foot, swatch, strong, fade=.78, seed=1):
    """A range through its summits (x, y), rough towards the top; dark at the ridge, gone at `foot`."""
    r = random.Random(seed)
    pts = []
    # A range that ends on the board runs out at its foot.
    (xa, ya), (xb, yb) = summits[0], summits[-1]
    if xa > 0:
        summits = [(xa - (foot - ya) * 1.5, foot), (xa - (foot - ya) * .5, ya + (foot - ya) * .45)] + summits
    if xb < t.w:
        summits = summits + [(xb + (foot - yb) * .5, yb + (foot - yb) * .45), (xb + (foot - yb) * 1.5, foot)]
    for (x0, y0), (x1, y1) in zip(summits, summits[1:]):
        parts = max(int(abs(x1 - x0) / 24), 3)
        for i in range(parts):
            s = i / parts
            ease = s * s * (3 - 2 * s)
            rough = min(abs(x1 - x0), 160) * .05 * math.sin(math.pi * s)
            pts.append((x0 + (x1 - x0) * s + r.uniform(-3, 3), y0 + (y1 - y0) * (ease * .6 + s * .4) + r.uniform(-rough, rough)))
    pts.append(summits[-1])
    top = min(y for _, y in pts)
    d = f"M{n(pts[0][0])} {n(foot)}L{n(pts[0][0])} {n(pts[0][1])}" + smooth(pts) + f"L{n(pts[-1][0])} {n(foot)}Z"
    t.decor(d, fill={"from": [0, f(top)], "to": [0, f(foot)],
                     "stops": [[0, swatch, strong], [.3, swatch, round(strong * .8, 3)], [fade, swatch, round(strong * .12, 3)], [1, swatch, 0]]})


def pines(x, y, h, seed):
    """A pine on a rock: bent stem, needles as flat clouds."""
    r = random.Random(seed)
    stem = brush([(x, y), (x + h * .05, y - h * .3), (x - h * .02, y - h * .62), (x + h * .08, y - h)], h * .06, h * .02)
    for i in range(6):
        s = .36 + i * .12
        side = 1 if i % 2 else -1
        cx, cy, half = x + side * h * (.30 - i * .03) + h * .02, y - h * s, h * (.26 - i * .022)
        tips = [(cx - half, cy + h * .02)]
        for k in range(6):
            round_ = math.sin(math.pi * (k + .5) / 6)
            tips.append((cx - half + 2 * half * (k + .5) / 6, cy - h * (.012 + .055 * round_) - r.uniform(0, h * .022)))
        tips += [(cx + half, cy + h * .02), (cx, cy + h * .04)]
        stem += curve(tips + tips[:1]) + "Z"
        stem += brush([(x + h * .02, y - h * (s - .08)), (cx, cy + h * .015)], h * .02, h * .008)
    return stem


def boat(x, y, s, flip=1):
    """A small boat with its mat roof and a man with a pole."""
    p = lambda a, b: (x + flip * a * s, y + b * s)
    hull = curve([p(-64, -8), p(-34, 3), p(0, 5), p(40, 2), p(72, -12)]) + "L" + " ".join(n(v) for v in p(60, 7)) + \
        "L" + " ".join(n(v) for v in p(20, 15)) + "L" + " ".join(n(v) for v in p(-30, 14)) + "L" + " ".join(n(v) for v in p(-56, 6)) + "Z"
    mat = curve([p(-30, 4), p(-24, -15), p(-4, -21), p(16, -15), p(22, 4)]) + "Z"
    man = curve([p(42, 0), p(41, -20), p(45, -30), p(52, -30), p(56, -18), p(57, 0)]) + "Z" + curve([p(37, -31), p(49, -40), p(62, -31)]) + "Z"
    pole = brush([p(62, -44), p(50, -12), p(34, 34)], 1.6 * s, 1.2 * s)
    return hull + mat + man + pole


def ripples(x, y, w, h, count, seed):
    """Broken lines of calm water."""
    r = random.Random(seed)
    d = ""
    for _ in range(count):
        s = r.random()
        yy, half = y + h * s, w * r.uniform(.05, .2) * (.5 + s)
        cx = x + r.uniform(0, w)
        d += f"M{n(cx - half)} {n(yy)}Q{n(cx)} {n(yy - 3 - 3 * s)} {n(cx + half)} {n(yy)}"
    return d


def birds(spots):
    return "".join(f"M{n(x - 15 * s)} {n(y - 6 * s)}Q{n(x - 6 * s)} {n(y - 9 * s)} {n(x)} {n(y)}Q{n(x + 7 * s)} {n(y - 8 * s)} {n(x + 17 * s)} {n(y - 4 * s)}" for x, y, s in spots)


def ink_title():
    t = Template("ink-title", "水墨 · 题名板", "水墨 · 題名板", "Ink: title beside the river", 2400, 1200, 2)
    t.style("kicker", "kai", 700, 40, 54, "seal", least=30, tracking=.2)
    t.style("title", "song", 900, 214, 248, "ink", least=128)
    t.style("subtitle", "song", 600, 48, 76, "ink", least=38)
    t.style("couplet", "kai", 400, 44, 66, "ink", least=34)
    t.style("lead", "kai", 400, 34, 56, "ink", least=28)
    t.style("credits", "song", 600, 28, 42, "ink", least=22)
    t.spare("ink", "mute", "ink")
    t.decor(fibres(2400, 1200, 700, 11), stroke="gold", width=.7, opacity=.24)
    t.decor(disc(430, 330, 112), fill={"from": [430, 218], "to": [430, 442], "stops": [[0, "seal", .95], [.6, "seal", .9], [1, "seal", .55]]})
    peaks(t, [(-10, 620), (150, 520), (330, 560), (560, 430), (760, 540), (980, 500), (1200, 640), (1480, 680), (1760, 760), (2100, 770), (2410, 800)], 960, "ink", .2, seed=3)
    peaks(t, [(-10, 480), (90, 420), (210, 520), (330, 640), (520, 600), (640, 470), (700, 410), (790, 520), (900, 660), (1120, 760), (1400, 860)], 1010, "ink", .36, seed=8)
    peaks(t, [(1300, 940), (1560, 868), (1800, 900), (2060, 850), (2250, 880), (2410, 830)], 1090, "ink", .34, seed=15)
    peaks(t, [(-10, 700), (120, 660), (260, 760), (400, 880), (560, 960), (760, 1010)], 1130, "ink", .62, fade=.85, seed=21)
    t.decor(pines(172, 690, 190, 4) + pines(250, 760, 150, 9) + pines(84, 690, 140, 2), fill="ink", opacity=.86)
    t.decor(ripples(560, 1010, 1700, 72, 70, 5), stroke="ink", width=1.4, opacity=.34)
    t.decor(boat(1010, 1024, 1.15), fill="ink", opacity=.9)
    t.decor(birds([(640, 250, 1.7), (700, 228, 1.3), (748, 262, 1.5), (820, 236, 1.1), (590, 286, 1.1)]), stroke="ink", width=3, opacity=.8)
    t.slot("kicker", "text", R(100, 84, 900, 54), "kicker", lines=1)
    t.slot("title", "text", R(1770, 96, 526, 920), "title", vertical=True, lines=2, required=True)
    t.slot("subtitle", "text", R(1560, 104, 170, 880), "subtitle", vertical=True, lines=2)
    t.slot("couplet.1", "text", R(1430, 104, 66, 560), "couplet", vertical=True, lines=1)
    t.slot("couplet.2", "text", R(1340, 168, 66, 560), "couplet", vertical=True, lines=1)
    t.slot("lead", "text", R(1040, 170, 240, 440), "lead", vertical=True)
    t.slot("credits", "text", R(820, 1100, 1480, 44), "credits", look="joined", lines=1)
    # As short as two columns can be, so that both are about as long.
    t.flow(R(1770, 96, 526, 920), [row(cell(1770, 526, block("title")))])
    t.write()


def bamboo(t, x, y0, y1, w, lean, strong, seed):
    """A stalk of joints from the foot y0 up to y1; leaves hang from the joints."""
    r = random.Random(seed)
    y, stalk, twigs, leaves = y0, "", "", ""
    while y > y1:
        length = r.uniform(92, 118)
        xa, xb = x + lean * (y0 - y), x + lean * (y0 - y + length)
        half = w / 2
        stalk += poly([(xa - half, y), (xb - half, y - length + 5), (xb + half, y - length + 5), (xa + half, y)])
        side = r.choice((-1, 1))
        tx, ty = xb + side * r.uniform(40, 70), y - length - r.uniform(18, 42)
        twigs += f"M{n(xb)} {n(y - length)}Q{n((xb + tx) / 2)} {n(ty - 4)} {n(tx)} {n(ty)}"
        for k in range(r.randint(3, 5)):
            leaves += leaf(tx, ty, r.uniform(54, 92), r.uniform(11, 16), side * r.uniform(70, 165) + r.uniform(-16, 16))
        y -= length
    t.decor(stalk, fill={"from": [f(x - w), 0], "to": [f(x + w), 0], "stops": [[0, "ink", round(strong * 1.0, 3)], [.5, "ink", round(strong * .55, 3)], [1, "ink", round(strong * .9, 3)]]})
    t.decor(twigs, stroke="ink", width=2, opacity=min(strong * 1.2, 1))
    t.decor(leaves, fill="ink", opacity=min(strong * 1.35, 1))


def ink_gallery():
    t = Template("ink-gallery", "水墨 · 影像板", "水墨 · 影像板", "Ink: gallery beside bamboo", 1200, 900)
    t.style("kicker", "kai", 700, 22, 32, "seal", least=18)
    t.style("title", "song", 900, 106, 118, "ink", least=70)
    t.style("lead", "kai", 400, 21, 35, "ink", least=18)
    t.style("heading", "song", 900, 32, 40, "ink", least=26)
    t.style("body", "song", 500, 15, 26.5, "text", least=13.1, align="justify", indent=2)
    t.style("credits", "song", 500, 13.5, 22, "mute", least=13.1)
    t.style("number", "song", 900, 54, 58, "seal", least=40)
    t.spare("ink", "mute", "ink")
    t.caption(11, "ink")
    t.decor(fibres(1200, 900, 380, 17), stroke="gold", width=.45, opacity=.28)
    bamboo(t, 1172, 910, 60, 17, -.012, .1, 5)
    bamboo(t, 1090, 910, 640, 22, .05, .12, 12)
    bamboo(t, 1012, 910, 560, 13, -.02, .14, 31)
    t.slot("hero", "photo", R(60, 60, 560, 400), second="caption", grey=True, required=True)
    for i in range(5):
        t.slot(f"photo.{i + 2}", "photo", R(60 + i % 3 * 300, 520, 285, 220), second="caption", grey=True)
    t.slot("title", "text", R(1020, 58, 126, 520), "title", vertical=True, lines=1, required=True)
    t.slot("kicker", "text", R(980, 64, 34, 330), "kicker", vertical=True, lines=1)
    t.slot("lead", "text", R(980, 560, 160, 300), "lead", vertical=True)
    t.slot("heading", "text", R(60, 700, 880, 40), "heading", lines=1)
    t.slot("body", "text", R(60, 744, 880, 90), "body", columns=2, column_gap=25)
    t.slot("credits", "text", R(60, 790, 880, 24), "credits", look="joined", lines=1)
    t.flow(R(60, 60, 880, 776), [
        row(cell(60, 880, block("gallery.*", grow=1, least=150, each=15, per_row=3))),
        row(cell(60, 880, block("section.*", each=20)), gap=24),
        row(cell(60, 880, block("number.*", each=20, per_row=4)), gap=22),
        row(cell(60, 880, block("credits")), gap=18)])
    t.flow(R(960, 58, 186, 790), [
        row(cell(966, 34, block("kicker"), top=6, fixed=True), cell(1020, 126, block("title"), fixed=True)),
        row(cell(974, 172, block("lead")), gap=36)])
    t.footer(853, "ink", "ink", "mute", split=880)
    t.write()


def willow(t, spots, seed):
    """Hanging twigs with narrow leaves."""
    r = random.Random(seed)
    twigs, leaves = "", ""
    for x, y, length, drift in spots:
        pts = [(x + drift * s * s + math.sin(s * 5 + x) * 5, y + length * s) for s in (i / 10 for i in range(11))]
        twigs += curve(pts)
        for i in range(2, 11):
            for side in (-1, 1):
                px, py = pts[i]
                leaves += leaf(px, py - r.uniform(0, length / 12), r.uniform(24, 38) * (1.1 - i * .045), 6.5, 180 - side * r.uniform(14, 40) - drift * .05)
    t.decor(twigs, stroke="ink", width=1.5, opacity=.6)
    t.decor(leaves, fill="ink", opacity=.62)


def ink_end():
    t = Template("ink-end", "水墨 · 结束板", "水墨 · 結束板", "Ink: closing board", 900, 1200)
    t.style("kicker", "kai", 700, 23, 34, "seal", least=18)
    t.style("title", "song", 900, 128, 142, "ink", least=78)
    t.style("subtitle", "song", 500, 26, 40, "mute", least=21.8)
    t.style("lead", "kai", 400, 25, 44, "ink", least=21.8)
    t.style("credits", "song", 500, 15, 29, "ink", least=13.1)
    t.style("call", "kai", 700, 21, 31, "ink", least=16)
    t.style("contact", "song", 600, 16, 26, "mute", least=13.1)
    t.spare("ink", "mute", "ink")
    t.caption(11)
    t.decor(fibres(900, 1200, 420, 23), stroke="gold", width=.45, opacity=.28)
    peaks(t, [(-10, 640), (80, 590), (190, 560), (300, 620), (430, 600), (560, 650), (720, 610), (910, 640)], 780, "ink", .18, seed=4)
    peaks(t, [(380, 700), (520, 668), (640, 690), (780, 640), (910, 660)], 800, "ink", .3, seed=6)
    t.decor(disc(300, 520, 46), fill={"from": [0, 474], "to": [0, 566], "stops": [[0, "seal", .95], [.55, "seal", .8], [1, "seal", .2]]})
    t.decor(ripples(40, 752, 820, 90, 46, 3), stroke="ink", width=.9, opacity=.36)
    t.decor(boat(238, 776, .92, -1), fill="ink", opacity=.92)
    willow(t, [(20, -10, 470, 46), (58, -10, 360, 34), (96, -10, 560, 52), (150, -10, 330, 40), (196, -10, 420, 34), (250, -10, 240, 30), (300, -10, 170, 24), (-4, -10, 640, 30)], 7)
    t.decor(box(60, 862, 780, 1.2), fill="ink")
    t.decor(box(60, 1130, 780, .6), fill="wash")
    t.slot("title", "text", R(692, 62, 148, 620), "title", vertical=True, lines=1, required=True)
    t.slot("subtitle", "text", R(640, 78, 42, 520), "subtitle", vertical=True, lines=1)
    t.slot("kicker", "text", R(596, 78, 36, 420), "kicker", vertical=True, lines=1)
    t.slot("lead", "text", R(356, 78, 220, 400), "lead", vertical=True)
    t.slot("credits", "text", R(60, 890, 500, 220), "credits", columns=2, column_gap=26, required=True)
    t.slot("qr", "qr", R(600, 890, 240, 130), second="call", look="beside", accent="ink")
    t.slot("contact", "text", R(600, 1040, 240, 26), "contact", lines=1)
    t.flow(R(60, 892, 780, 222), [row(cell(60, 500, block("credits"), fixed=True), cell(600, 240, block("qr"), block("contact", gap=16), fixed=True))])
    t.footer(1150, "ink", "ink", "mute")
    t.write()


def ink_rollup():
    t = Template("ink-rollup", "水墨 · 易拉宝", "水墨 · 易拉寶", "Ink: roll-up with a round fan", 800, 1800, 1.4)
    m, w = 53.3, 693.4
    t.style("kicker", "kai", 700, 27, 40, "seal", least=22, tracking=.14)
    t.style("title", "song", 900, 136, 150, "ink", least=84)
    t.style("subtitle", "kai", 400, 29, 42, "mute", least=24)
    t.style("lead", "kai", 700, 29, 48, "ink", least=25)
    t.style("item", "song", 900, 36, 43, "ink", least=28)
    t.style("item-text", "song", 500, 20.5, 30, "mute", least=17)
    t.style("call", "song", 900, 24, 35, "ink", least=19, align="centre")
    t.style("contact", "song", 600, 20.5, 30, "mute", least=15, align="centre")
    t.style("body", "song", 500, 20, 34, "ink", least=18, align="justify", indent=2)
    t.spare("ink", "mute", "ink")
    t.caption(14)
    cx, cy, r = 300, 366, 236
    t.decor(fibres(800, 1700, 560, 29), stroke="gold", width=.6, opacity=.26)
    on = {"with": "hero"}
    # The fan: rim, then the handle down from it.
    t.decor(disc(cx, cy, r + 20), stroke="ink", width=2, opacity=.85, **on)
    t.decor(disc(cx, cy, r + 12), stroke="gold", width=5, opacity=.7, **on)
    peaks(t, [(-10, 1490), (60, 1380), (110, 1330), (170, 1430), (250, 1470), (330, 1420), (420, 1490), (540, 1450), (640, 1400), (720, 1340), (810, 1420)], 1600, "ink", .24, seed=2)
    peaks(t, [(-10, 1560), (90, 1500), (200, 1540), (320, 1520), (450, 1570), (600, 1500), (700, 1440), (760, 1420), (810, 1470)], 1690, "ink", .5, fade=.9, seed=9)
    t.decor(pines(716, 1440, 110, 3) + pines(662, 1478, 84, 8), fill="ink", opacity=.85)
    t.decor(hill(800, 1586, 16, 14, 1810, 4), fill={"from": [0, 1560], "to": [0, 1640], "stops": [[0, "ink", .82], [1, "ink", 1]]})
    t.decor(birds([(416, 1352, 1.1), (456, 1336, .9), (490, 1358, .8)]), stroke="ink", width=2.2, opacity=.7)
    t.slot("hero", "photo", R(cx - r, cy - r, 2 * r, 2 * r), second="caption", second_area=R(m, 668, 520, 41), grey=True, clip=disc(cx, cy, r), required=True)
    t.slot("title", "text", R(592, 84, 160, 640), "title", vertical=True, lines=1, required=True)
    t.slot("kicker", "text", R(m, 50, 520, 40), "kicker", lines=1)
    t.slot("subtitle", "text", R(m, 740, w, 42), "subtitle", lines=1)
    t.slot("lead", "text", R(m, 770, w, 100), "lead")
    for i in range(4):
        t.slot(f"item.{i + 1}", "step", R(m, 900 + i * 90, 470, 76), "item", "item-text", look="beside", accent="seal")
    t.slot("qr", "qr", R(572, 900, 174, 260), second="call", accent="ink")
    t.slot("contact", "text", R(560, 1160, 198, 30), "contact", lines=1)
    t.slot("heading", "text", R(m, 900, w, 46), "heading", lines=1)
    t.slot("body", "text", R(m, 950, w, 200), "body")
    t.flow(R(m, 742, w, 556), [
        row(cell(m, w, block("subtitle"))), row(cell(m, w, block("lead")), gap=14),
        row(cell(m, 480, block("item.*", arrange="stack", each=20), block("number.*", gap=24, arrange="stack", each=20), fixed=True),
            cell(572, 174, block("qr"), block("contact", gap=10), fixed=True), gap=40),
        row(cell(m, w, block("section.*", each=24)), gap=26)], air=.6)
    t.footer(1622, "paper", "paper", "ground", x=m)
    t.write()


ALL = [ink_story, ink_quotes, ink_timeline, ink_title, ink_gallery, ink_end, ink_rollup]
