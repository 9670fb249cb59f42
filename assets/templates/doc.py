"""Documentary: black and white photos, one accent."""

import random

from kit import R, Template, arc, block, box, cell, disc, n, poly, row


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

def sprockets(x, y0, y1, step, w, h):
    """Film holes, corners rounded."""
    d, r, y = "", min(w, h) * .24, y0
    while y < y1:
        d += (f"M{n(x + r)} {n(y)}H{n(x + w - r)}A{n(r)} {n(r)} 0 0 1 {n(x + w)} {n(y + r)}V{n(y + h - r)}A{n(r)} {n(r)} 0 0 1 {n(x + w - r)} {n(y + h)}"
              f"H{n(x + r)}A{n(r)} {n(r)} 0 0 1 {n(x)} {n(y + h - r)}V{n(y + r)}A{n(r)} {n(r)} 0 0 1 {n(x + r)} {n(y)}Z")
        y += step
    return d


def corners(x, y, w, h, long):
    """Crop marks at the corners of a frame."""
    d = ""
    for px, sx in ((x, 1), (x + w, -1)):
        for py, sy in ((y, 1), (y + h, -1)):
            d += f"M{n(px + sx * long)} {n(py)}H{n(px)}V{n(py + sy * long)}"
    return d


def doc_title():
    t = Template("doc-title", "纪实 · 题名板", "紀實 · 題名板", "Documentary: title on film", 1200, 2400, 1.4)
    t.d["paper"] = "ground"
    t.style("kicker", "hei", 500, 32, 44, "paper", least=26, tracking=.2)
    t.style("title", "song", 900, 204, 232, "paper", least=120)
    t.style("subtitle", "song", 600, 38, 58, "mist", least=30)
    t.style("lead", "song", 500, 32, 54, "mist", least=26)
    t.style("couplet", "kai", 400, 42, 62, "mist", least=34)
    t.style("credits", "hei", 500, 24, 38, "mist", least=20)
    t.caption(15, "paper", "mist")
    t.spare("paper", "mist", "accent")
    film = 92
    t.decor(box(-10, -10, film + 10, 2420) + box(1200 - film, -10, film + 10, 2420), fill="ink", above=True)
    t.decor(sprockets(24, -44, 2420, 76, 44, 34) + sprockets(1200 - 68, -44, 2420, 76, 44, 34), fill="warm", opacity=.94, above=True)
    marks = "".join(f"M{n(film - 12)} {n(y)}l-9 -6v12Z" for y in range(120, 2400, 380))
    t.decor(marks, fill="accent", above=True)
    bars, r = "", random.Random(3)
    for k in range(46):
        bars += box(1200 - film + 7, 150 + k * 9, 8, r.choice((2, 4, 6)))
    t.decor(bars, fill="ash", above=True)
    t.decor(box(film + 44, 1660, 10, 208), fill="accent", **{"with": "title", "follow": dict(slot="title", at=0.0)})
    t.slot("hero", "photo", R(film, 0, 1200 - 2 * film, 1560), second="caption", second_area=R(film + 44, 1486, 1200 - 2 * film - 88, 48), grey=True, caption_inside=True,
           veil=.8, veil_head=.5, veil_colours=["ink", "ink"], required=True)
    t.slot("kicker", "text", R(film + 44, 96, 880, 44), "kicker", lines=1)
    t.slot("title", "text", R(film + 78, 1640, 920, 464), "title", lines=2, required=True)
    t.slot("subtitle", "text", R(film + 44, 2110, 928, 58), "subtitle", lines=2)
    t.slot("lead", "text", R(film + 44, 2150, 928, 108), "lead", lines=3)
    t.slot("credits", "text", R(film + 44, 2304, 928, 38), "credits", look="joined", lines=1)
    t.flow(R(film, 0, 1200 - 2 * film, 2270), [
        row(cell(film, 1200 - 2 * film, block("hero", grow=1, least=1100))),
        row(cell(film + 78, 910, block("title"), fixed=True), gap=70),
        row(cell(film + 44, 928, block("subtitle")), gap=26),
        row(cell(film + 44, 928, block("lead")), gap=24)])
    t.write()


def doc_quotes():
    t = Template("doc-quotes", "纪实 · 语录板", "紀實 · 語錄板", "Documentary: a face of the place and its words", 1200, 900)
    t.style("kicker", "hei", 500, 17, 25, "grey", least=14, tracking=.16)
    t.style("title", "song", 900, 92, 108, "ink", least=70)
    t.style("lead", "hei", 400, 16.5, 28, "text", least=13.1, align="justify")
    t.style("quote", "song", 900, 50, 74, "ink", least=38)
    t.style("quote-short", "song", 600, 20.5, 33, "ink", least=18)
    t.style("speaker", "hei", 500, 16, 25, "ink", least=14)
    t.style("speaker-short", "hei", 400, 14, 21, "grey", least=13.1)
    t.style("caption-on", "hei", 500, 11.5, 16.6, "paper", least=10)
    t.style("caption-on-other", "hei", 400, 11.5, 16.6, "mist", least=10)
    t.caption(11, other="grey")
    t.spare("text", "grey", "accent")
    t.slot("hero", "photo", R(0, 0, 410, 900), second="caption-on", grey=True, caption_inside=True, veil=.8, second_area=R(60, 838, 320, 34), required=True)
    t.decor(corners(26, 26, 358, 848, 34), stroke="paper", width=2.4, above=True, **{"with": "hero"})
    t.decor("M205 436V464M191 450H219", stroke="paper", width=1.6, opacity=.85, above=True, **{"with": "hero"})
    t.decor(box(410, -10, 8, 920), fill="accent")
    x, w = 466, 674
    t.slot("photo.2", "photo", R(x, 640, w, 160), second="caption", grey=True)
    t.slot("kicker", "text", R(x, 58, 500, 25), "kicker", lines=1)
    t.slot("title", "text", R(x - 4, 82, w + 4, 108), "title", lines=1, required=True)
    t.slot("lead", "text", R(x, 196, w, 84), "lead")
    t.slot("quote.1", "quote", R(x, 230, w, 320), "quote", "speaker", look="brackets", accent="accent", lines=3, padding=54, required=True)
    for i in range(3):
        t.slot(f"quote.{i + 2}", "quote", R(x + i * 230, 600, 210, 210), "quote-short", "speaker-short", accent="ink", rule=dict(colour="ink", width=1.4, gap=18))
    t.flow(R(x - 4, 58, w + 4, 764), [
        row(cell(x, w, block("kicker"))), row(cell(x - 4, w + 4, block("title")), gap=0), row(cell(x, w, block("lead")), gap=12),
        row(cell(x, w, block("quote.1")), gap=34),
        row(cell(x, w, block("quote.*", each=24, per_row=4)), gap=36),
        row(cell(x, w, block("photo.*", grow=1, least=104, each=15, per_row=3)), gap=24)], air=1.6)
    t.style("footer-no", "hei", 900, 22, 24, "ink")
    t.style("footer", "hei", 500, 12, 22, "ink")
    t.style("footer-show", "hei", 400, 12, 22, "grey", align="end")
    t.slot("footer.no", "number-label", R(x, 853, 58, 24), "footer-no", required=True)
    t.slot("footer.unit", "committee-label", R(x + 62, 855, 290, 22), "footer", required=True)
    t.slot("footer.show", "show-label", R(x + 360, 855, w - 360, 22), "footer-show")
    t.write()


def doc_end():
    t = Template("doc-end", "纪实 · 结束板", "紀實 · 結束板", "Documentary: end titles", 900, 1200)
    t.d["paper"] = "ground"
    t.style("kicker", "hei", 500, 18, 26, "ash", least=15, align="centre", tracking=.24)
    t.style("title", "song", 900, 106, 128, "paper", least=70, align="centre", tracking=.06)
    t.style("subtitle", "song", 600, 23, 34, "mist", least=20, align="centre")
    t.style("lead", "song", 500, 22, 38, "mist", least=18, align="centre")
    t.style("credits", "hei", 400, 17, 33, "mist", least=13.1, align="centre")
    t.style("call", "hei", 700, 17, 26, "paper", least=14)
    t.style("contact", "hei", 500, 15.5, 24, "ash", least=13.1)
    t.caption(11, "paper", "ash")
    t.spare("paper", "ash", "accent")
    cx, cy, r = 450, 352, 264
    # A film leader: the sweep has come round to the title.
    wedge = [(cx, cy)] + arc(cx, cy, 700, -90, -28, 10)
    t.decor(poly(wedge), fill={"from": [cx, cy - 360], "to": [cx + 300, cy], "stops": [[0, "grey", .1], [1, "grey", .75]]})
    t.decor(disc(cx, cy, r - 26), fill="ink")
    t.decor(disc(cx, cy, r - 26) + disc(cx, cy, r), stroke="ash", width=2.4)
    t.decor(f"M-10 {cy}H{cx - r}M{cx + r} {cy}H910M{cx} -10V{cy - r}M{cx} {cy + r}V{cy + r + 60}", stroke="ash", width=1.2, opacity=.8)
    sweep = arc(cx, cy, r - 6, -90, -28) + arc(cx, cy, r - 20, -28, -90)
    t.decor(poly(sweep), fill="accent")
    scratches, q = "", random.Random(12)
    for _ in range(15):
        x, y = q.uniform(20, 880), q.uniform(-10, 900)
        scratches += f"M{n(x)} {n(y)}q{n(q.uniform(-2, 2))} {n(q.uniform(40, 120))} {n(q.uniform(-3, 3))} {n(q.uniform(140, 320))}"
    t.decor(scratches, stroke="warm", width=.7, opacity=.16)
    t.decor("".join(disc(q.uniform(20, 880), q.uniform(20, 1120), q.uniform(.6, 1.8)) for _ in range(46)), fill="warm", opacity=.22)
    t.decor(corners(30, 30, 840, 1140, 46), stroke="ash", width=2)
    t.slot("kicker", "text", R(250, 236, 400, 26), "kicker", lines=1)
    t.slot("title", "text", R(226, 278, 448, 128), "title", lines=2, required=True)
    t.slot("subtitle", "text", R(240, 420, 420, 34), "subtitle", lines=2)
    t.slot("lead", "text", R(150, 666, 600, 114), "lead")
    t.slot("credits", "text", R(110, 800, 680, 190), "credits", columns=2, column_gap=24, required=True)
    t.slot("qr", "qr", R(250, 1020, 400, 88), second="call", look="beside", accent="ink")
    t.slot("contact", "text", R(480, 1084, 300, 24), "contact", lines=1)
    t.flow(R(206, 216, 488, 270), [row(cell(250, 400, block("kicker"))), row(cell(226, 448, block("title")), gap=6), row(cell(240, 420, block("subtitle")), gap=2)], align=.5, air=0)
    t.flow(R(110, 660, 680, 456), [row(cell(150, 600, block("lead"))), row(cell(110, 680, block("credits")), gap=34),
                                   row(cell(250, 250, block("qr"), fixed=True), cell(520, 230, block("contact"), align=.5, fixed=True), gap=38)], air=.6, align=.4)
    t.footer(1128, "paper", "paper", "ash")
    t.write()


ALL = [doc_story, doc_gallery, doc_title, doc_quotes, doc_end]
