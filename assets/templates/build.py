#!/usr/bin/env python3
"""Writes the twelve templates beside it. Run it after a change here; the JSON files are what the program reads."""

import json
import math
import os
import random

HERE = os.path.dirname(os.path.abspath(__file__))

# Coated stock (FOGRA39), percent; every sum stays under 300.
SWATCHES = {
    "red": dict(paper=(2, 4, 15, 0), ground=(20, 100, 95, 15), deep=(30, 100, 90, 40), dark=(30, 100, 85, 55),
                glow=(15, 92, 92, 5), gold=(15, 35, 80, 3), soft=(8, 24, 62, 0), pale=(5, 10, 40, 0),
                cream=(0, 3, 12, 0), ink=(55, 70, 70, 85), mute=(35, 55, 65, 40), text=(0, 0, 0, 100)),
    "ink": dict(paper=(4, 5, 15, 0), ground=(10, 10, 25, 0), ink=(70, 65, 65, 80), mute=(55, 45, 55, 40),
                wash=(35, 30, 40, 10), seal=(20, 95, 95, 10), gold=(30, 40, 65, 15), white=(0, 0, 0, 0),
                text=(0, 0, 0, 100)),
    "green": dict(paper=(4, 0, 5, 0), ground=(85, 35, 80, 25), deep=(90, 45, 80, 50), fresh=(60, 5, 85, 0),
                  mist=(20, 0, 25, 0), leaf=(32, 4, 46, 0), ink=(80, 55, 75, 75), mute=(65, 40, 60, 35),
                  sun=(4, 30, 85, 0), stone=(45, 40, 50, 45), white=(0, 0, 0, 0), text=(0, 0, 0, 100)),
    "blue": dict(paper=(4, 3, 2, 0), ground=(100, 75, 30, 20), deep=(100, 85, 45, 50), tile=(100, 80, 38, 28),
                 sky=(65, 35, 10, 0), mist=(15, 5, 4, 0), line=(30, 15, 10, 5), ink=(95, 75, 55, 70),
                 mute=(70, 50, 40, 25), amber=(10, 45, 90, 2), sand=(2, 12, 28, 0), white=(0, 0, 0, 0),
                 text=(0, 0, 0, 100)),
    "doc": dict(paper=(0, 0, 0, 0), ground=(75, 70, 60, 85), ink=(75, 70, 60, 85), grey=(0, 0, 0, 72),
                mist=(10, 10, 10, 0), warm=(5, 5, 5, 0), ash=(0, 0, 0, 38), accent=(10, 85, 95, 0),
                text=(0, 0, 0, 100)),
}


def f(v):
    return round(float(v), 2)


def R(x, y, w, h):
    return dict(x=f(x), y=f(y), w=f(w), h=f(h))


class Template:
    def __init__(self, name, hans, hant, english, w, h, factor=1.0):
        family, kind = name.split("-", 1)
        self.w, self.h, self.k = w, h, factor
        self.d = dict(name=name, title=dict(hans=hans, hant=hant), english=english, family=family, kind=kind,
                      size=dict(w=w, h=h), swatches={n: dict(cmyk=list(c)) for n, c in SWATCHES[family].items()},
                      paper="paper", styles={}, decor=[], slots=[], flows=[])

    def style(self, name, slot, weight, em, line, colour, least=None, **more):
        """`line` in mm."""
        s = dict(slot=slot, weight=weight, em=f(em))
        if least:
            s["least_em"] = f(least)
        s.update(line=round(line / em, 4), colour=colour, **more)
        self.d["styles"][name] = s

    def slot(self, name, takes, area, style=None, second=None, **more):
        s = dict(name=name, takes=takes, area=area)
        if style:
            s["style"] = style
        if second:
            s["second"] = second
        s.update(more)
        self.d["slots"].append(s)

    def flow(self, area, rows, **more):
        self.d["flows"].append(dict(area=area, rows=rows, **more))

    def decor(self, d, fill=None, stroke=None, width=0, opacity=1.0, **more):
        o = dict(d=d)
        paint = lambda p: dict(swatch=p) if isinstance(p, str) else dict(linear=p)
        if fill:
            o["fill"] = paint(fill)
        if stroke:
            o["stroke"] = paint(stroke)
            o["width"] = f(width)
        if opacity != 1.0:
            o["opacity"] = round(opacity, 3)
        o.update(more)
        self.d["decor"].append(o)

    def footer(self, y, no, unit, show=None, x=None, split=None):
        """Board number, committee, show title on one line."""
        k, m = self.k, x or min(self.w, self.h) / 15
        self.style("footer-no", "hei", 900, 22 * k, 24 * k, no)
        em = max(12 * k, 12)
        self.style("footer", "hei", 500, em, 22 * k, unit)
        self.style("footer-show", "hei", 400, em, 22 * k, show or unit, align="end")
        self.slot("footer.no", "number-label", R(m, y - 2 * k, 58 * k, 24 * k), "footer-no", required=True)
        left = split or (self.w - 2 * m) * 0.5
        self.slot("footer.unit", "committee-label", R(m + 62 * k, y, left - 62 * k, 22 * k), "footer", required=True)
        start = m + (split + 35 if split else left + 10)
        self.slot("footer.show", "show-label", R(start, y, self.w - m - start, 22 * k), "footer-show")

    def caption(self, em=11, colour="text", other="mute", align="start"):
        self.style("caption", "hei", 500, em, em * 1.45, colour, least=em * 0.85, align=align)
        self.style("caption-other", "hei", 400, em, em * 1.45, other, least=em * 0.85, align=align)

    def write(self):
        d = dict(self.d)
        lines = []
        for key, value in d.items():
            if key in ("decor", "slots", "flows"):
                inner = ",\n    ".join(json.dumps(v, ensure_ascii=False) for v in value)
                text = f"[\n    {inner}\n  ]" if value else "[]"
            elif key in ("styles", "swatches"):
                inner = ",\n    ".join(f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in value.items())
                text = f"{{\n    {inner}\n  }}"
            else:
                text = json.dumps(value, ensure_ascii=False)
            lines.append(f'  "{key}": {text}')
        with open(os.path.join(HERE, d["name"] + ".json"), "w", encoding="utf-8") as out:
            out.write("{\n" + ",\n".join(lines) + "\n}\n")


def row(*cells, gap=0):
    return dict(gap=gap, cells=list(cells))


def cell(x, w, *blocks, **more):
    return dict(x=f(x), w=f(w), blocks=list(blocks), **more)


def block(slot, gap=0, **more):
    return dict(slot=slot, gap=gap, **more)


# ---------- vector art: path data in board millimetres, running 10 mm over the trim ----------

def n(v):
    return f"{v:.1f}".rstrip("0").rstrip(".") if abs(v) > 0.04 else "0"


def box(x, y, w, h):
    return f"M{n(x)} {n(y)}H{n(x + w)}V{n(y + h)}H{n(x)}Z"


def disc(x, y, r):
    return f"M{n(x - r)} {n(y)}A{n(r)} {n(r)} 0 1 1 {n(x + r)} {n(y)}A{n(r)} {n(r)} 0 1 1 {n(x - r)} {n(y)}Z"


def moved(points, x, y, turn=0.0, scale=1.0, flip=False):
    a = math.radians(turn)
    out = []
    for px, py in points:
        px, py = px * scale * (-1 if flip else 1), py * scale
        out.append((x + px * math.cos(a) - py * math.sin(a), y + px * math.sin(a) + py * math.cos(a)))
    return out


def clockwise(commands):
    """The same closed contour, turned the way `box` and `disc` run: overlaps then stay filled (non-zero rule)."""
    points = [p for _, ps in commands for p in ps]
    area = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1]))
    if area >= 0:
        return commands
    back = points[::-1]
    out, at = [("M", back[:1])], 1
    for letter, ps in reversed(commands[1:-1]):
        out.append((letter, back[at:at + len(ps)]))
        at += len(ps)
    return out + [("Z", [])]


def place(commands, *how, **more):
    """Commands as (letter, points) moved by `moved`; closed contours come out clockwise."""
    there = [(c, moved(p, *how, **more)) for c, p in commands]
    if commands[-1][0] == "Z":
        there = clockwise(there)
    return "".join(c + " ".join(f"{n(px)} {n(py)}" for px, py in p) for c, p in there)


def smooth(pts):
    """Cubics through all points, from the first to the last (Catmull-Rom)."""
    d = ""
    last = len(pts) - 1
    for k in range(last):
        p0, p1, p2, p3 = pts[max(k - 1, 0)], pts[k], pts[k + 1], pts[min(k + 2, last)]
        d += (f"C{n(p1[0] + (p2[0] - p0[0]) / 6)} {n(p1[1] + (p2[1] - p0[1]) / 6)} "
              f"{n(p2[0] - (p3[0] - p1[0]) / 6)} {n(p2[1] - (p3[1] - p1[1]) / 6)} {n(p2[0])} {n(p2[1])}")
    return d


def ribbon(t, p0, p1, count, swatch, width, low, high):
    """Hairlines between two curves, faint at both sides."""
    for i in range(count):
        s = i / (count - 1)
        q = [(a[0] + (b[0] - a[0]) * s, a[1] + (b[1] - a[1]) * s) for a, b in zip(p0, p1)]
        d = f"M{n(q[0][0])} {n(q[0][1])}C" + " ".join(f"{n(x)} {n(y)}" for x, y in q[1:])
        t.decor(d, stroke=swatch, width=width, opacity=low + (high - low) * math.sin(math.pi * s) ** 2)


def hill(w, y, amp, seed, base, parts=5, left=-10.0):
    r = random.Random(seed)
    span = w - 2 * left
    pts = [(left + span * i / parts, y + r.uniform(-amp, amp)) for i in range(parts + 1)]
    d = f"M{n(left)} {n(base)}L{n(pts[0][0])} {n(pts[0][1])}"
    for (x0, y0), (x1, y1) in zip(pts, pts[1:]):
        m = (x0 + x1) / 2
        d += f"C{n(m)} {n(y0)} {n(m)} {n(y1)} {n(x1)} {n(y1)}"
    return d + f"L{n(w - left)} {n(base)}Z"


def wheat(x, y, h, lean, grains=7):
    """An ear of wheat with its foot at x, y, as one filled outline."""
    tx, ty = x + lean, y - h
    s = h * 0.006
    cx, cy = x + lean * 0.1, y - h * 0.6
    stalk = (f"M{n(x - s)} {n(y)}Q{n(cx - s)} {n(cy)} {n(tx - s * 0.6)} {n(ty)}L{n(tx + s * 0.6)} {n(ty)}"
             f"Q{n(cx + s)} {n(cy)} {n(x + s)} {n(y)}Z")
    turn = math.degrees(math.atan2(lean * 0.9, h * 0.4))
    g = h * 0.062
    d = stalk
    for i in range(grains):
        yy = i * g * 0.82
        z = 1 if i < grains - 2 else (0.8 if i == grains - 2 else 0.55)
        for q in (-z, z):
            d += place([("M", [(0, yy)]), ("C", [(q * g * .75, yy - g * .2), (q * g * .8, yy - g * .9), (q * g * .35, yy - g * 1.25)]),
                        ("C", [(q * g * .02, yy - g * .8), (0, yy - g * .4), (0, yy)]), ("Z", [])], tx, ty, turn)
            a = h * 0.002
            d += place([("M", [(q * g * .4 - a, yy - g * 1.1)]), ("L", [(q * g * .95, yy - g * 3.0), (q * g * .4 + a, yy - g * 1.1)]),
                        ("Z", [])], tx, ty, turn)
    d += place([("M", [(0, -g * .1)]), ("C", [(g * .5, -g * .6), (g * .3, -g * 1.3), (0, -g * 1.7)]),
                ("C", [(-g * .3, -g * 1.3), (-g * .5, -g * .6), (0, -g * .1)]), ("Z", [])], tx, ty, turn)
    return d


def arcs(items, x, y, scale, flip):
    """A cloud of arcs: ("M"|"L", x, y) and ("A", radius, sweep, x, y)."""
    d = ""
    for item in items:
        (px, py), = moved([item[-2:]], x, y, 0, scale, flip)
        if item[0] == "A":
            sweep = item[2] ^ (1 if flip else 0)
            d += f"A{n(item[1] * scale)} {n(item[1] * scale)} 0 0 {sweep} {n(px)} {n(py)}"
        else:
            d += f"{item[0]}{n(px)} {n(py)}"
    return d


def cloud(x, y, scale, flip=False):
    return arcs([("M", 0, 40), ("L", 78, 40), ("A", 16, 0, 78, 8), ("A", 16, 0, 64, 16),
                 ("M", 78, 8), ("A", 9, 1, 78, 26), ("A", 6, 1, 78, 14),
                 ("M", 64, 16), ("A", 22, 0, 24, 18), ("A", 12, 0, 6, 30), ("A", 9, 0, 10, 40),
                 ("M", 42, 6), ("A", 13, 1, 48, 30), ("A", 8, 1, 40, 18),
                 ("M", -34, 52), ("L", 46, 52), ("M", 14, 64), ("L", 104, 64),
                 ("A", 8, 0, 104, 48), ("L", 92, 48)], x, y, scale, flip)


def village(x, y, s):
    """Gable houses and trees on the base line y, 300 s wide."""
    houses = [[(0, 0), (0, -26), (18, -42), (36, -26), (36, 0)], [(40, 0), (40, -20), (64, -36), (88, -20), (88, 0)],
              [(96, 0), (96, -34), (116, -52), (136, -34), (136, 0)], [(140, 0), (140, -18), (176, -18), (176, 0)],
              [(200, 0), (200, -24), (226, -40), (252, -24), (252, 0)], [(256, 0), (256, -30), (272, -44), (288, -30), (288, 0)],
              [(20, -36), (20, -48), (26, -48), (26, -42)]]
    d = "".join(place([("M", p[:1]), ("L", p[1:]), ("Z", [])], x, y, 0, s) for p in houses)
    for a, b, c in ((92, 22, 9), (146, 30, 11), (186, 26, 12), (194, 18, 8), (298, 24, 11), (-8, 22, 10)):
        cx, cy, rx, ry = x + a * s, y - b * s, c * s, c * 1.25 * s
        d += f"M{n(cx - rx)} {n(cy)}A{n(rx)} {n(ry)} 0 1 1 {n(cx + rx)} {n(cy)}A{n(rx)} {n(ry)} 0 1 1 {n(cx - rx)} {n(cy)}Z"
        d += box(cx - 0.9 * s, cy, 1.8 * s, b * s)
    return d


def turbine(x, y, h, turn):
    d = place([("M", [(-h * .012, 0)]), ("L", [(-h * .006, -h), (h * .006, -h), (h * .012, 0)]), ("Z", [])], x, y)
    for i in range(3):
        d += place([("M", [(0, 0)]), ("C", [(h * .02, -h * .1), (h * .03, -h * .3), (0, -h * .46)]),
                    ("C", [(-h * .012, -h * .3), (-h * .01, -h * .1), (0, 0)]), ("Z", [])], x, y - h, turn + 120 * i)
    return d


def furrows(w, y0, y1, vx, count, spread):
    d = ""
    for i in range(count + 1):
        s = (i / count - .5) * 2
        d += f"M{n(vx + s * w * .62)} {n(y0)}Q{n(vx + s * w * .8)} {n(y0 + (y1 - y0) * .35)} {n(w / 2 + s * w / 2 * spread)} {n(y1)}"
    return d


def waves(w, y0, h, r):
    d = ""
    for j in range(int(h / (r * .5)) + 2):
        yy = y0 + j * r * .5
        for i in range(-1, int(w / (2 * r)) + 2):
            x = i * 2 * r + (r if j % 2 else 0)
            for k in (1, .72, .44):
                d += f"M{n(x - r * k)} {n(yy)}A{n(r * k)} {n(r * k)} 0 0 1 {n(x + r * k)} {n(yy)}"
    return d


def fibres(w, h, count, seed):
    r = random.Random(seed)
    d = ""
    for _ in range(count):
        x, y, length, a = r.uniform(0, w), r.uniform(0, h), r.uniform(6, 26), r.uniform(0, math.tau)
        b = a + r.uniform(-.8, .8)
        d += (f"M{n(x)} {n(y)}Q{n(x + math.cos(a) * length / 2)} {n(y + math.sin(a) * length / 2)} "
              f"{n(x + math.cos(b) * length)} {n(y + math.sin(b) * length)}")
    return d


def mountains(t, w, y0, h, layers, seed, swatch):
    """Ink mountains: the ridge is dark, the foot fades into the paper."""
    r = random.Random(seed)
    for i in range(layers):
        base = h * (.22 + .2 * i)
        ph = [r.uniform(0, 6.3) for _ in range(5)]
        pts = []
        for k in range(61):
            s = k / 60
            y = base - h * .20 * (math.sin(s * 3.1 + ph[0]) * .6 + math.sin(s * 7.3 + ph[1]) * .3
                                  + abs(math.sin(s * 13 + ph[2])) * .22 + math.sin(s * 29 + ph[3]) * .05
                                  + math.sin(s * 61 + ph[4]) * .025)
            pts.append((-10 + (w + 20) * s, y0 + y))
        top = min(y for _, y in pts)
        d = f"M-10 {n(y0 + h)}L{n(pts[0][0])} {n(pts[0][1])}" + smooth(pts) + f"L{n(w + 10)} {n(y0 + h)}Z"
        t.decor(d, fill={"from": [0, f(top)], "to": [0, f(y0 + h)],
                         "stops": [[0, swatch, round(.16 + .14 * i, 2)], [.75, swatch, 0]]})


def contours(count, seed, cx, cy, step):
    r = random.Random(seed)
    ph = [r.uniform(0, 6.3) for _ in range(4)]
    d = ""
    for i in range(1, count + 1):
        pts = []
        for k in range(36):
            a = k / 36 * math.tau
            rad = step * i * (1 + .16 * math.sin(2 * a + ph[0] + i * .05) + .09 * math.sin(3 * a + ph[1] - i * .09)
                              + .05 * math.sin(5 * a + ph[2]))
            pts.append((cx + rad * 1.35 * math.cos(a), cy + rad * math.sin(a)))
        # A closed smooth curve through the points.
        d += f"M{n(pts[0][0])} {n(pts[0][1])}"
        for k in range(36):
            p0, p1, p2, p3 = pts[k - 1], pts[k], pts[(k + 1) % 36], pts[(k + 2) % 36]
            d += (f"C{n(p1[0] + (p2[0] - p0[0]) / 6)} {n(p1[1] + (p2[1] - p0[1]) / 6)} "
                  f"{n(p2[0] - (p3[0] - p1[0]) / 6)} {n(p2[1] - (p3[1] - p1[1]) / 6)} {n(p2[0])} {n(p2[1])}")
        d += "Z"
    return d


# ---------- the templates ----------

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


def doc_story():
    t = Template("doc-story", "纪实 · 故事板", "紀實 · 故事板", "Documentary: one great photo", 900, 1200)
    t.style("title", "song", 900, 158, 170, "ink", least=84, align="end")
    t.style("subtitle", "song", 600, 24, 34, "ink", least=20)
    t.style("lead", "song", 700, 24, 37, "ink", least=20)
    t.style("heading", "song", 900, 38, 46, "ink", least=28)
    t.style("body", "hei", 400, 15, 26.2, "text", least=13.1, align="justify", indent=2)
    t.style("number", "hei", 900, 122, 118, "accent", least=70)
    t.style("label", "hei", 400, 14.5, 23, "text", least=13.1)
    t.caption(other="grey")
    t.style("caption-on", "hei", 500, 12, 17.4, "paper", least=11)
    t.style("caption-on-other", "hei", 400, 12, 17.4, "mist", least=11)
    # The subtitle hangs on a strip of paper from the top edge: legible on any photo.
    t.decor(box(60, -10, 106, 404), fill="paper", above=True, **{"with": "subtitle"})
    t.decor(box(60, -10, 8, 404), fill="accent", above=True, **{"with": "subtitle"})
    t.decor(box(60, 1140, 780, .8), fill="ink")
    t.slot("hero", "photo", R(0, 0, 900, 640), second="caption-on", grey=True, caption_inside=True, veil=.72, veil_head=.78,
           required=True, second_area=R(60, 590, 780, 36))
    for i in range(2):
        t.slot(f"photo.{i + 2}", "photo", R(60 + i * 397.5, 962, 382.5, 126), second="caption", grey=True)
    t.slot("title", "text", R(170, 44, 672, 170), "title", lines=1, required=True)
    t.slot("subtitle", "text", R(82, 60, 70, 316), "subtitle", lines=2, vertical=True)
    t.slot("number.1", "number", R(60, 676, 250, 170), "number", "label")
    t.slot("lead", "text", R(325, 676, 515, 80), "lead")
    t.slot("heading", "text", R(325, 676, 515, 46), "heading", lines=1)
    t.slot("body", "text", R(325, 772, 515, 168), "body", columns=2, column_gap=25)
    t.flow(R(0, 0, 900, 1130), [
        row(cell(0, 900, block("hero", grow=1.25, least=420))),
        row(cell(60, 250, block("number.*", arrange="stack", each=24), fixed=True),
            cell(325, 515, block("lead"), block("section.*", gap=20, each=24)), gap=38),
        row(cell(60, 780, block("photo.*", grow=1, least=96, each=15, per_row=3)), gap=30)])
    t.footer(1152, "ink", "ink")
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


def doc_gallery():
    t = Template("doc-gallery", "纪实 · 影像板", "紀實 · 影像板", "Documentary: gallery", 1200, 900)
    t.d["paper"] = "ground"
    t.style("title", "song", 900, 104, 120, "paper", least=70)
    t.style("lead", "song", 500, 23, 38, "mist", least=19)
    t.style("heading", "song", 900, 36, 44, "paper", least=28)
    t.style("body", "hei", 400, 15, 26, "mist", least=13.1, align="justify", indent=2)
    t.style("credits", "hei", 400, 11, 17, "mist", least=9.5)
    t.style("number", "hei", 900, 72, 76, "accent", least=50)
    t.style("label", "hei", 400, 15, 24, "mist", least=13.1)
    t.caption(11, "paper", "ash")
    t.decor(box(60, 66, 8, 96), fill="accent", **{"with": "title"})
    t.slot("photo.2", "photo", R(60, 194, 316.1, 275), second="caption", grey=True)
    t.slot("hero", "photo", R(391.1, 194, 472.8, 275), second="caption", required=True)
    for i, (x, y, w, h) in enumerate(((878.9, 194, 261.1, 275), (60, 527, 291.2, 224), (366.2, 527, 215.1, 224), (596.3, 527, 336, 224), (947.3, 527, 192.7, 224))):
        t.slot(f"photo.{i + 3}", "photo", R(x, y, w, h), second="caption", grey=True)
    t.slot("title", "text", R(84, 54, 500, 120), "title", lines=1, required=True)
    t.slot("lead", "text", R(645, 66, 495, 100), "lead")
    t.slot("heading", "text", R(60, 740, 1080, 44), "heading", lines=1)
    t.slot("body", "text", R(60, 780, 1080, 60), "body", columns=3, column_gap=25)
    t.slot("credits", "text", R(60, 700, 1080, 120), "credits", columns=3, column_gap=25)
    t.flow(R(60, 54, 1080, 780), [
        row(cell(84, 500, block("title"), fixed=True), cell(645, 495, block("lead"), align=.5, fixed=True)),
        row(cell(60, 1080, block("gallery.*", grow=1, least=170, each=15, per_row=4)), gap=22),
        row(cell(60, 1080, block("section.*", each=20)), gap=24),
        row(cell(60, 1080, block("number.*", each=25, per_row=4)), gap=22),
        row(cell(60, 1080, block("credits")), gap=24)])
    t.footer(852, "paper", "paper", "ash")
    t.write()


if __name__ == "__main__":
    for make in (red_story, ink_story, green_story, blue_story, doc_story, red_title, blue_results, ink_quotes,
                 green_before_after, red_couplet, green_rollup, doc_gallery):
        make()
