"""What all families share: swatches, the template as it is written, vector art."""

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

    def spare(self, ink, mute, strong):
        """Styles for content that boards of this kind seldom have, in `ink`, `mute` for labels, `strong` for figures."""
        k, held = self.k, self.d["styles"]
        for name, slot, weight, em, line, colour, least, more in (
                ("lead", "hei", 500, 22, 36, ink, 19, dict(align="justify")),
                ("heading", "hei", 900, 36, 44, strong, 28, {}),
                ("body", "hei", 400, 15, 26.2, ink, 13.1, dict(align="justify", indent=2)),
                ("number", "hei", 900, 58, 62, strong, 40, {}), ("label", "hei", 400, 15, 24, mute, 13.1, {}),
                ("quote", "kai", 400, 24, 38, ink, 20, {}), ("speaker", "hei", 500, 15, 22, ink, 13.1, {}),
                ("step", "hei", 900, 26, 32, strong, 20, {}), ("step-text", "hei", 400, 15, 24, mute, 13.1, {}),
                ("table", "hei", 400, 15, 30, ink, 13.1, {}), ("call", "hei", 700, 17, 26, ink, 14, dict(align="centre"))):
            if name not in held:
                self.style(name, slot, weight, em * k, line * k, colour, least=least * k, **more)
        if "caption" not in held:
            self.caption(11 * k, ink, mute)

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


def poly(points, close=True):
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points) + ("Z" if close else "")


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


def curve(points):
    return f"M{n(points[0][0])} {n(points[0][1])}" + smooth(points)


def brush(points, first, last, swell=0.0):
    """A stroke as a filled outline whose width runs from `first` to `last`, fuller by `swell` in the middle."""
    left, right = [], []
    end = len(points) - 1
    for i, (x, y) in enumerate(points):
        (x0, y0), (x1, y1) = points[max(i - 1, 0)], points[min(i + 1, end)]
        long = math.hypot(x1 - x0, y1 - y0) or 1
        s = i / end
        half = (first + (last - first) * s + swell * math.sin(math.pi * s)) / 2
        dx, dy = -(y1 - y0) / long * half, (x1 - x0) / long * half
        left.append((x + dx, y + dy))
        right.append((x - dx, y - dy))
    back = right[::-1]
    return curve(left) + f"L{n(back[0][0])} {n(back[0][1])}" + smooth(back) + "Z"


def leaf(x, y, length, width, turn):
    """A leaf with its foot at x, y; at turn 0 it points up."""
    return place([("M", [(0, 0)]), ("C", [(width * .62, -length * .22), (width * .52, -length * .7), (0, -length)]),
                  ("C", [(-width * .52, -length * .7), (-width * .62, -length * .22), (0, 0)]), ("Z", [])], x, y, turn)


def arc(cx, cy, r, a0, a1, parts=24):
    """Points of an arc; angles in degrees, 0 to the right, 90 down."""
    return [(cx + r * math.cos(math.radians(a0 + (a1 - a0) * i / parts)), cy + r * math.sin(math.radians(a0 + (a1 - a0) * i / parts)))
            for i in range(parts + 1)]


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
