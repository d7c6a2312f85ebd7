"""What lies about without a label: binders, plants and books on shelves; mugs, pens and notes on tables."""

import math

from drawing import Tile, cast_shadows, place, shade
from things import BERRY, BLACK, CREAM, MOSS, MUSTARD, SILVER, SLATE_BLUE, TEAL, TERRACOTTA, one_of

SPINES = [SLATE_BLUE, TEAL, BERRY, MUSTARD, TERRACOTTA, MOSS, (196, 196, 190)]
PLANT_WIDTH = 360
NOTES = [(246, 224, 126), (250, 186, 164), (176, 218, 186)]


def on_shelf(canvas, middle, board, source):
    """Fills an empty place on a shelf."""
    tile = one_of(source, [binders, plant, books])(source)
    left, top = middle - tile.width / 2, board - tile.height
    quad = rectangle(left, top, tile.width, tile.height)
    inset = 90 if tile.width == PLANT_WIDTH else 24
    cast_shadows(
        canvas, [rectangle(left + inset, top + inset, tile.width - 2 * inset, tile.height - inset)], (18, 0), 22, 0.35
    )
    place(canvas, tile, quad)


def rectangle(left, top, width, height):
    return [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]


def binders(source):
    count = int(source.integers(3, 6))
    tile = Tile(84 * count, 420)
    for number in range(count):
        colour, left = one_of(source, SPINES), 84 * number
        tile.plate((left, 10 + source.integers(14), left + 82, 420), 6, colour)
        tile.box((left + 16, 70, left + 66, 190), CREAM, 3)
        for line in range(3):
            tile.box((left + 24, 92 + 26 * line, left + 58 - 8 * (line % 2), 98 + 26 * line), (176, 172, 164))
        tile.disc(left + 41, 350, 17, shade(colour, 0.5))
        tile.disc(left + 41, 350, 11, shade(colour, 0.3))
    return tile


def books(source):
    count = int(source.integers(3, 6))
    tile = Tile(420, 56 * count)
    for number in range(count):
        colour, bottom = one_of(source, SPINES), 56 * (count - number)
        left = int(source.integers(0, 50))
        width = int(source.integers(300, 368))
        tile.plate((left, bottom - 54, left + width, bottom), 5, colour, fall=0.8)
        tile.box((left + 40, bottom - 54, left + 50, bottom), shade(colour, 1.2))
        tile.box((left + 90, bottom - 34, left + 90 + width // 3, bottom - 24), shade(colour, 1.35))
    return tile


def plant(source):
    tile = Tile(PLANT_WIDTH, 430)
    for leaf in range(15):
        angle = math.radians(-170 + 160 * leaf / 14 + source.uniform(-8, 8))
        reach = source.uniform(150, 215)
        green = shade(MOSS, source.uniform(0.8, 1.35))
        tip = (180 + 0.75 * reach * math.cos(angle), 250 + reach * math.sin(angle) + 20)
        tile.line([(180, 280), ((180 + tip[0]) / 2 + source.uniform(-18, 18), (250 + tip[1]) / 2 - 14), tip], green, 17)
        tile.disc(*tip, 9, green)
    pot = one_of(source, [TERRACOTTA, CREAM, SLATE_BLUE])
    tile.plate((100, 268, 260, 430), 26, pot, fall=0.72)
    tile.plate((88, 254, 272, 300), 10, shade(pot, 1.08))
    return tile


def on_table(canvas, quads, outer, source, workshop):
    """Lays a few small things where no labelled thing lies."""
    kinds = [screwdriver, tape, screws, pen] if workshop else [mug, pen, note, notebook, leaf_pot]
    taken = [bounds(quad, 6) for quad in quads]
    for kind in source.permutation(len(kinds)):
        tile = kinds[kind](source)
        for _ in range(60):
            x, y = source.uniform(60, outer[0] - 60), source.uniform(60, outer[1] - 60)
            quad = turned(tile, x, y, source.uniform(-0.6, 0.6))
            box = bounds(quad, 0)
            if not any(overlap(box, other) for other in taken):
                taken.append(box)
                if kinds[kind] is not screws:
                    cast_shadows(canvas, [shrunk(quad)], (8, 12), 9, 0.4)
                place(canvas, tile, quad)
                break


def bounds(quad, margin):
    xs, ys = [x for x, _ in quad], [y for _, y in quad]
    return (min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def turned(tile, x, y, angle):
    cosine, sine = math.cos(angle), math.sin(angle)
    return [
        (x + u * cosine - v * sine, y + u * sine + v * cosine)
        for u, v in rectangle(-tile.width / 2, -tile.height / 2, tile.width, tile.height)
    ]


def shrunk(quad):
    x, y = sum(x for x, _ in quad) / 4, sum(y for _, y in quad) / 4
    return [(x + 0.8 * (u - x), y + 0.8 * (v - y)) for u, v in quad]


def mug(source):
    colour = one_of(source, SPINES)
    tile = Tile(220, 170)
    tile.line([(130, 60), (204, 66), (204, 104), (130, 110)], shade(colour, 0.8), 20)
    for radius, ring in [(82, colour), (72, shade(colour, 1.2)), (66, (70, 44, 30)), (54, (92, 60, 40))]:
        tile.disc(85, 85, radius, ring)
    return tile


def pen(source):
    colour = one_of(source, SPINES)
    tile = Tile(250, 22)
    tile.plate((30, 2, 250, 20), 8, colour)
    tile.plate((0, 6, 34, 16), 5, SILVER)
    tile.box((196, 0, 240, 5), SILVER, 2)
    return tile


def note(source):
    colour = one_of(source, NOTES)
    tile = Tile(150, 150)
    tile.box((0, 0, 150, 150), colour)
    for line in range(4):
        tile.box((18, 30 + 26 * line, 128 - 22 * (line % 3), 34 + 26 * line), shade(colour, 0.7), 2)
    return tile


def notebook(source):
    colour = one_of(source, SPINES)
    tile = Tile(190, 270)
    tile.plate((0, 0, 190, 270), 12, colour, fall=0.92)
    tile.box((24, 0, 30, 270), shade(colour, 0.75))
    tile.box((66, 50, 160, 92), CREAM, 4)
    return tile


def leaf_pot(source):
    tile = Tile(210, 210)
    for leaf in range(11):
        angle = 2 * math.pi * leaf / 11 + source.uniform(-0.2, 0.2)
        reach = source.uniform(70, 98)
        tip = (105 + reach * math.cos(angle), 105 + reach * math.sin(angle))
        tile.line([(105, 105), tip], shade(MOSS, source.uniform(0.85, 1.4)), 22)
        tile.disc(*tip, 10, shade(MOSS, 1.2))
    tile.disc(105, 105, 22, shade(MOSS, 1.45))
    return tile


def screwdriver(source):
    colour = one_of(source, [TERRACOTTA, MUSTARD, TEAL])
    tile = Tile(330, 46)
    tile.plate((0, 2, 130, 44), 18, colour)
    tile.box((20, 12, 110, 16), shade(colour, 0.7), 2)
    tile.plate((126, 16, 330, 28), 3, SILVER)
    return tile


def tape(source):
    colour = one_of(source, SPINES)
    tile = Tile(180, 180)
    for radius, ring in [(88, colour), (80, shade(colour, 1.15)), (56, (206, 184, 146)), (48, (84, 96, 100))]:
        tile.disc(90, 90, radius, ring)
    return tile


def screws(source):
    tile = Tile(200, 140)
    for _ in range(9):
        x, y = source.uniform(16, 184), source.uniform(16, 124)
        tile.disc(x, y, 12, (160, 160, 156))
        tile.disc(x - 1, y - 1, 9, (206, 206, 200))
        tile.line([(x - 6, y - 4), (x + 6, y + 4)], BLACK, 2)
    return tile
