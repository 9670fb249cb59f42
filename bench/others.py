#!/usr/bin/env python3
"""The photos of `bench/print` by programs that people make such files with: a page a board, five photos, a line of text.
usage: bench/others.py typst|reportlab CONTENT BOARDS TO          (pip install typst reportlab)"""
import sys
from pathlib import Path

FONTS = Path(__file__).resolve().parent.parent / "fonts"
# A board of 90 × 120 cm: each photo's place from the left and the top, its width and height, in mm.
PLACES = [(30, 150, 840, 420), (30, 590, 410, 270), (460, 590, 410, 270), (30, 890, 410, 270), (460, 890, 410, 270)]


def photo(board, at):
    return f"photos/p{board * len(PLACES) + at:05}.jpg"


def line(board):
    return f"河湾记事之{board}"


def by_typst(content, boards, to):
    import typst
    pages = []
    for board in range(boards):
        items = [f'#place(dx: 30mm, dy: 40mm, text(size: 200pt, font: "LXGW WenKai")[{line(board)}])']
        items += [f'#place(dx: {x}mm, dy: {y}mm, image("{photo(board, at)}", width: {w}mm, height: {h}mm))'
                  for at, (x, y, w, h) in enumerate(PLACES)]
        pages.append("\n".join(items))
    source = content / "others.typ"
    source.write_text("#set page(width: 900mm, height: 1200mm, margin: 0mm)\n" + "\n#pagebreak()\n".join(pages))
    typst.compile(str(source), output=str(to), font_paths=[str(FONTS)])


def by_reportlab(content, boards, to):
    from reportlab import rl_config
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
    rl_config.useA85 = 0  # bytes, not letters
    pdfmetrics.registerFont(TTFont("WenKai", str(FONTS / "LXGWWenKai-Regular.ttf")))
    canvas = Canvas(str(to), pagesize=(900 * mm, 1200 * mm))
    for board in range(boards):
        canvas.setFont("WenKai", 200)
        canvas.drawString(30 * mm, 1080 * mm, line(board))
        for at, (x, y, w, h) in enumerate(PLACES):
            canvas.drawImage(str(content / photo(board, at)), x * mm, (1200 - y - h) * mm, w * mm, h * mm)
        canvas.showPage()
    canvas.save()


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    by = {"typst": by_typst, "reportlab": by_reportlab}[sys.argv[1]]
    by(Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))


main()
