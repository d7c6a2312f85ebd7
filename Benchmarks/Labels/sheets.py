"""The peer of sheets: the labels of templates/asset-tag.yaml as vectors, 21 to an A4 page, with reportlab and segno.

    sheets.py ROWS.csv OUT.pdf
"""
import csv, sys

import segno
from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

COLUMNS, ROWS, ACROSS, DOWN, LEFT, TOP = 3, 7, 66, 38.1, 7.2, 15.15


def runs(symbol):
    """Dark modules of a row that stand side by side, as column, row and length."""
    for y, row in enumerate(symbol.matrix):
        start = None
        for x, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                yield start, y, x - start
                start = None


def text(canvas, words, font, size, x, y, width):
    while pdfmetrics.stringWidth(words, font, size) > width * mm:
        size -= 0.25
    canvas.setFont(font, size)
    canvas.drawString(x * mm, y * mm, words)


def label(canvas, row):
    """With the label's lower left corner as origin, y upwards."""
    symbol = segno.make(f"https://assets.example.org/a/{row['tag']}", error="m", micro=False, boost_error=False)
    module = 18 / len(symbol.matrix)
    path = canvas.beginPath()
    for x, y, length in runs(symbol):
        path.rect((3 + x * module) * mm, (25 - 3.5 - (y + 1) * module) * mm, length * module * mm, module * mm)
    canvas.drawPath(path, stroke=0, fill=1)
    text(canvas, row["name"], "Bold", 9, 24, 25 - 5.5, 24)
    text(canvas, row["location"], "Regular", 7, 24, 25 - 9, 24)
    text(canvas, f"S/N {row['serial']}", "Regular", 7, 24, 25 - 12, 24)
    bars = Code128(row["tag"], barWidth=2 / 300 * 72, barHeight=5.5 * mm, humanReadable=True, quiet=0, fontName="Regular", fontSize=7)
    bars.drawOn(canvas, 24 * mm, (25 - 13.8 - 5.5) * mm)


def main():
    folder = "/usr/share/fonts/truetype/dejavu/"
    pdfmetrics.registerFont(TTFont("Regular", folder + "DejaVuSans.ttf"))
    pdfmetrics.registerFont(TTFont("Bold", folder + "DejaVuSans-Bold.ttf"))
    canvas = Canvas(sys.argv[2], pagesize=A4)
    with open(sys.argv[1], newline="", encoding="utf-8") as rows:
        for index, row in enumerate(csv.DictReader(rows)):
            place = index % (COLUMNS * ROWS)
            if index and place == 0:
                canvas.showPage()
            canvas.saveState()
            canvas.translate(
                (LEFT + place % COLUMNS * ACROSS) * mm, A4[1] - (TOP + place // COLUMNS * DOWN + 25) * mm)
            label(canvas, row)
            canvas.restoreState()
    canvas.save()


main()
