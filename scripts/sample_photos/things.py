"""The things that carry labels, each drawn on a tile of its own; `draw` gives the tile and where the label goes.

A kind is a size for a label 470 pixels wide, a place of the label's middle, and a function that draws the thing.
"""

from collections import namedtuple

from drawing import Tile, shade

Kind = namedtuple("Kind", "width height label_at paint")

GRAPHITE, CHARCOAL, BLACK = (72, 76, 84), (50, 53, 60), (32, 34, 38)
SILVER, PEARL, CREAM = (196, 200, 206), (226, 226, 222), (238, 234, 224)
SAGE, SLATE_BLUE, TERRACOTTA, MUSTARD = (136, 160, 140), (96, 122, 152), (196, 112, 82), (222, 168, 66)
TEAL, BERRY, KRAFT, MOSS = (64, 132, 134), (150, 74, 92), (190, 150, 106), (98, 120, 78)
LIT_GREEN, LIT_AMBER = (120, 236, 140), (255, 190, 84)


def draw(kind, source):
    """A tile with the thing on it, and the place of its label's middle."""
    found = KINDS[kind]
    tile = Tile(found.width, found.height)
    found.paint(tile, source)
    return tile, (found.label_at[0] * found.width, found.label_at[1] * found.height)


def one_of(source, colours):
    return colours[source.integers(len(colours))]


def laptop(tile, source):
    colour = one_of(source, [SILVER, SILVER, GRAPHITE, (176, 186, 200), (206, 196, 184)])
    w, h = tile.width, tile.height
    tile.plate((0, 0, w, h), 26, colour)
    tile.box((w * 0.12, 0, w * 0.88, 9), shade(colour, 0.55), 4)
    x, y = w / 2, h * 0.19
    tile.disc(x, y, 24, shade(colour, 0.72))
    tile.disc(x, y, 15, shade(colour, 0.97))
    tile.disc(x + 10, y - 8, 7, shade(colour, 0.72))


def tablet(tile, source):
    colour = one_of(source, [SAGE, SLATE_BLUE, (188, 170, 176), GRAPHITE])
    w, h = tile.width, tile.height
    tile.plate((0, 0, w, h), 38, colour, fall=0.9)
    tile.plate((26, 26, 84, 84), 18, shade(colour, 0.8))
    tile.disc(55, 55, 18, BLACK)
    tile.disc(50, 50, 5, (96, 104, 128))
    tile.line([(w - 150, 44), (w - 44, 44)], shade(colour, 0.8), 6)


def monitor(tile, source):
    colour = one_of(source, [CHARCOAL, PEARL, GRAPHITE])
    w, h = tile.width, tile.height
    tile.plate((0, 0, w, h), 16, colour)
    for row in range(6):
        tile.box((w * 0.2, 26 + row * 14, w * 0.8, 32 + row * 14), shade(colour, 0.66), 3)
    tile.box((w * 0.44, h - 26, w * 0.56, h), shade(colour, 0.6), 4)
    tile.disc(w - 34, h - 30, 5, LIT_GREEN)


def dock(tile, source):
    colour = one_of(source, [GRAPHITE, CHARCOAL, SILVER])
    w, h = tile.width, tile.height
    tile.plate((0, 0, w, h), 30, colour)
    for place, width in [(0.10, 46), (0.24, 46), (0.38, 62), (0.56, 34), (0.67, 34), (0.80, 62)]:
        tile.box((w * place, 30, w * place + width, 52), shade(colour, 0.4), 6)
    tile.disc(w * 0.95, 41, 6, LIT_GREEN)


def projector(tile, source):
    w, h = tile.width, tile.height
    tile.plate((0, 0, w, h), 34, CREAM, fall=0.88)
    for ring, colour in [
        (70, (186, 184, 178)),
        (58, BLACK),
        (44, (44, 50, 74)),
        (24, (84, 96, 140)),
        (8, (214, 222, 244)),
    ]:
        tile.disc(w * 0.8, 88, ring, colour)
    for row in range(5):
        tile.box((40, 50 + row * 18, w * 0.44, 58 + row * 18), (200, 196, 186), 4)


def printer(tile, source):
    colour = one_of(source, [PEARL, (206, 212, 216), GRAPHITE])
    w, h = tile.width, tile.height
    tile.plate((0, 20, w, h), 28, colour)
    tile.plate((40, 0, w - 40, 120), 18, shade(colour, 0.9))
    tile.box((90, 96, w - 90, 118), BLACK, 6)
    tile.box((130, 108, w - 130, 168), (250, 249, 245))
    for line in range(3):
        tile.box((150, 128 + line * 12, w - 190 - 50 * line, 132 + line * 12), (176, 176, 172))
    tile.disc(w - 52, 150, 13, TEAL)
    tile.disc(w - 52, 186, 6, LIT_AMBER)


def rack(tile, source):
    colour = one_of(source, [CHARCOAL, (62, 74, 88)])
    w, h = tile.width, tile.height
    tile.plate((0, 0, w, h), 6, SILVER, fall=0.9)
    tile.plate((34, 0, w - 34, h), 6, colour)
    for port in range(24):
        x, y = 60 + port % 12 * 43, 22 + port // 12 * 38
        tile.box((x, y, x + 34, y + 28), BLACK, 4)
        tile.box((x + 4, y + 3, x + 11, y + 7), LIT_GREEN if source.random() < 0.5 else shade(colour, 0.7))
    for x in (17, w - 17):
        tile.disc(x, 26, 7, BLACK)
        tile.disc(x, h - 26, 7, BLACK)


def appliance(tile, source):
    colour = one_of(source, [PEARL, CREAM, SLATE_BLUE, SAGE])
    w, h = tile.width, tile.height
    tile.plate((0, 0, w, h), 44, colour, fall=0.86)
    for row in range(4):
        for column in range(14):
            tile.disc(w * 0.14 + column * 21, 44 + row * 21, 6, shade(colour, 0.66))
    tile.disc(w * 0.84, 76, 34, shade(colour, 0.82))
    tile.disc(w * 0.84, 76, 26, shade(colour, 0.97))
    tile.line([(w * 0.84, 76), (w * 0.84 + 14, 60)], shade(colour, 0.5), 5)


def meter(tile, source):
    colour = one_of(source, [(208, 206, 196), SLATE_BLUE, (180, 190, 186)])
    w, h = tile.width, tile.height
    tile.plate((0, 0, w, h), 20, colour)
    tile.box((30, 28, w * 0.56, 208), BLACK, 10)
    tile.box((42, 40, w * 0.56 - 12, 196), (22, 48, 48), 4)
    wave = [(50 + step * 7, 118 - 46 * ((step * (3 + source.integers(3)) % 17) / 8 - 1)) for step in range(40)]
    tile.line([(x, y) for x, y in wave if x < w * 0.56 - 20], (116, 240, 190), 3)
    for row, y in enumerate((74, 160)):
        for column in range(3):
            x = w * 0.66 + column * 76
            tile.disc(x, y, 27 - 6 * row, shade(colour, 0.5))
            tile.disc(
                x, y, 20 - 6 * row, shade(colour, 0.75) if row == 0 else one_of(source, [TERRACOTTA, MUSTARD, BLACK])
            )
            if row == 0:
                tile.line([(x, y), (x + 10, y - 14)], CREAM, 4)


def case(tile, source):
    colour = one_of(source, [CHARCOAL, MUSTARD, TERRACOTTA, MOSS, TEAL])
    w, h = tile.width, tile.height
    tile.box((w * 0.34, 0, w * 0.66, 40), shade(colour, 0.5), 16)
    tile.box((w * 0.39, 16, w * 0.61, 40), shade(colour, 0.9), 8)
    tile.plate((0, 30, w, h), 30, colour)
    for x in (26, 52, w - 60, w - 34):
        tile.box((x, 56, x + 8, h - 26), shade(colour, 0.8), 4)
    tile.box((0, 104, w, 110), shade(colour, 0.6))
    for x in (w * 0.2, w * 0.74):
        tile.plate((x, 72, x + 40, 136), 6, (150, 150, 148))


def crate(tile, source):
    colour = one_of(source, [SLATE_BLUE, TEAL, (120, 126, 134), BERRY, MOSS, MUSTARD])
    w, h = tile.width, tile.height
    tile.plate((10, 20, w - 10, h), 14, colour, fall=0.76)
    tile.plate((0, 0, w, 46), 12, shade(colour, 1.1))
    tile.box((w * 0.36, 72, w * 0.64, 108), shade(colour, 0.42), 16)
    for x in (34, 58, w - 70, w - 46):
        tile.box((x, 60, x + 12, h - 22), shade(colour, 0.86), 5)


def carton(tile, source):
    colour = shade(KRAFT, source.uniform(0.92, 1.12))
    w, h = tile.width, tile.height
    tile.plate((0, 0, w, h), 4, colour, fall=0.88)
    tile.box((w * 0.43, 0, w * 0.57, h), shade(colour, 1.1))
    tile.box((w * 0.43, 0, w * 0.57, 60), (222, 206, 168))
    for x in (56, 112):
        tile.line([(x, 100), (x, 44)], shade(colour, 0.6), 7)
        tile.line([(x - 17, 64), (x, 44), (x + 17, 64)], shade(colour, 0.6), 7)
    tile.box((40, 112, 128, 119), shade(colour, 0.6))
    tile.line([(w - 130, 50), (w - 98, 50), (w - 114, 84), (w - 130, 50)], shade(colour, 0.6), 5)
    tile.line([(w - 114, 84), (w - 114, 112)], shade(colour, 0.6), 5)
    tile.line([(w - 136, 114), (w - 92, 114)], shade(colour, 0.6), 6)


def board(tile, source):
    colour = one_of(source, [CREAM, (222, 196, 156), (232, 236, 238)])
    w, h = tile.width, tile.height
    tile.plate((0, 0, w, h), 18, colour, fall=0.92)
    tile.box((0, 34, w, 38), shade(colour, 0.82))
    for x in (40, w - 40):
        tile.disc(x, 74, 11, shade(colour, 0.6))
        tile.disc(x - 2, 72, 7, shade(colour, 0.9))


KINDS = {
    "laptop": Kind(600, 410, (0.5, 0.63), laptop),
    "tablet": Kind(560, 390, (0.5, 0.6), tablet),
    "monitor": Kind(600, 400, (0.5, 0.6), monitor),
    "dock": Kind(540, 320, (0.5, 0.58), dock),
    "projector": Kind(580, 430, (0.46, 0.68), projector),
    "printer": Kind(590, 450, (0.46, 0.7), printer),
    "rack": Kind(620, 340, (0.5, 0.61), rack),
    "appliance": Kind(560, 410, (0.5, 0.66), appliance),
    "meter": Kind(620, 480, (0.5, 0.735), meter),
    "case": Kind(590, 410, (0.5, 0.66), case),
    "crate": Kind(600, 420, (0.5, 0.63), crate),
    "carton": Kind(590, 420, (0.52, 0.67), carton),
    "board": Kind(560, 370, (0.5, 0.6), board),
}
