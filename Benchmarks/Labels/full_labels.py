"""The peer of whole labels: templates/asset-tag.yaml drawn with Pillow, segno and python-barcode.

    full_labels.py ROWS.csv FOLDER
"""
import csv, io, sys

import barcode, segno
from barcode.writer import ImageWriter
from PIL import Image, ImageDraw, ImageFont

DPI = 300
FONTS = {}


def dots(millimetres):
    return round(millimetres * DPI / 25.4)


def font(name, size):
    if (name, size) not in FONTS:
        FONTS[name, size] = ImageFont.truetype(f"/usr/share/fonts/truetype/dejavu/{name}.ttf", size)
    return FONTS[name, size]


def text(draw, words, name, points, x, y, width):
    size = round(points * DPI / 72)
    while draw.textlength(words, font=font(name, size)) > dots(width):
        size -= 1
    draw.text((dots(x), dots(y)), words, font=font(name, size), fill=0)


def label(row):
    picture = Image.new("1", (dots(50), dots(25)), 1)
    draw = ImageDraw.Draw(picture)
    symbol = io.BytesIO()
    segno.make(f"https://assets.example.org/a/{row['tag']}", error="m", micro=False, boost_error=False).save(
        symbol, kind="png", scale=7, border=0)
    picture.paste(Image.open(symbol), (dots(3), dots(3.5)))
    text(draw, row["name"], "DejaVuSans-Bold", 9, 24, 2.4, 24)
    text(draw, row["location"], "DejaVuSans", 7, 24, 6.8, 24)
    text(draw, f"S/N {row['serial']}", "DejaVuSans", 7, 24, 9.8, 24)
    bars = barcode.get("code128", row["tag"], writer=ImageWriter(mode="1")).render(
        {"dpi": DPI, "module_width": 25.4 / DPI * 2, "module_height": 5.5, "quiet_zone": 0, "font_size": 5,
         "text_distance": 2.5, "margin_top": 0, "margin_bottom": 0})
    picture.paste(bars, (dots(24), dots(13.8)))
    return picture


def main():
    with open(sys.argv[1], newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            label(row).save(f"{sys.argv[2]}/{row['tag']}.png", dpi=(DPI, DPI))


main()
