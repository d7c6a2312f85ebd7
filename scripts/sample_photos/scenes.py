"""Shelves, desks and benches: where things stand or lie, and what lies about beside them.

A scene is drawn on a canvas that is MARGIN pixels larger than the photo on every side, so that the camera can tilt.
"""

import math

import numpy
from PIL import Image, ImageDraw

import clutter
import things
from drawing import FINE, cast_shadows, place, plain, shade, wood

MARGIN = 80
LABEL_WIDTH = 470
# The height of a board's front edge.
THICKNESS = 44

WALLS = [((206, 208, 202), (226, 226, 220)), ((178, 190, 194), (200, 210, 212)), ((214, 200, 182), (232, 220, 204))]
BOARDS = [((150, 104, 64), (206, 160, 110)), ((196, 160, 116), (232, 204, 164)), ((96, 66, 46), (144, 104, 74))]
DESKS = BOARDS + [((222, 220, 214), (240, 238, 232))]
STEELS = [((70, 92, 116), (88, 110, 134)), ((120, 124, 128), (150, 154, 158)), ((186, 96, 50), (206, 116, 66))]
MATS = [((74, 104, 100), (90, 122, 116)), ((92, 98, 108), (112, 118, 128)), ((66, 86, 112), (82, 104, 130))]


def compose(scene, labelled, size, source):
    """The canvas of a scene; `labelled` has a kind of thing and a label sheet for each label."""
    outer = (size[0] + 2 * MARGIN, size[1] + 2 * MARGIN)
    order = source.permutation(len(labelled))
    labelled = [labelled[index] for index in order]
    if scene in ("shelf", "rack-shelf"):
        return shelf(labelled, outer, source, steel=scene == "rack-shelf")
    return tabletop(labelled, outer, source, workshop=scene == "bench")


def labelled_thing(kind, sheet, source, upright):
    tile, (x, y) = things.draw(kind, source)
    angle = source.normal(0, 1.8)
    if not upright and source.random() < 0.15:
        angle += 180
    tile.stick(sheet, x + source.uniform(-12, 12), y + source.uniform(-5, 5), LABEL_WIDTH, angle)
    return tile


def fine(size):
    return (size[0] * FINE, size[1] * FINE)


# Shelves


def shelf(labelled, outer, source, steel):
    width, height = outer
    upper = math.ceil(len(labelled) / 2)
    columns = max(2, upper)
    scale = source.uniform(0.9, 0.95) if columns == 3 else source.uniform(1.06, 1.14)
    boards = [MARGIN + round((height - 2 * MARGIN) * part) for part in (0.495, 0.965)]
    surface = STEELS[source.integers(len(STEELS))] if steel else BOARDS[source.integers(len(BOARDS))]
    canvas = plain(source, outer, *WALLS[source.integers(len(WALLS))]).resize(fine(outer), Image.BICUBIC)
    posts(canvas, outer, surface, steel)

    stood, fillers = [], []
    for board, on_board in zip(boards, (labelled[:upper], labelled[upper:])):
        slots = sorted(source.permutation(columns)[: len(on_board)])
        for slot, (kind, sheet) in zip(slots, on_board):
            tile = labelled_thing(kind, sheet, source, upright=True)
            stood.append((tile, standing_quad(tile, slot_middle(slot, columns, width), board, scale, source)))
        fillers += [(slot_middle(slot, columns, width), board) for slot in range(columns) if slot not in slots]

    cast_shadows(canvas, [quad for _, quad in stood], (26, 10), 26, 0.5)
    under = [y + THICKNESS for y in (MARGIN - THICKNESS // 2, *boards)]
    cast_shadows(canvas, [[(0, y), (width, y), (width, y + 46), (0, y + 46)] for y in under], (0, 0), 30, 0.4)
    for y in [MARGIN - THICKNESS // 2, *boards]:
        board_front(canvas, surface, (width, THICKNESS), y, source, steel)
    for middle, board in fillers:
        clutter.on_shelf(canvas, middle, board, source)
    cast_shadows(canvas, [foot(quad) for _, quad in stood], (6, 2), 8, 0.6)
    for tile, quad in stood:
        place(canvas, tile, quad)
    return canvas


def slot_middle(slot, columns, width):
    return MARGIN + (width - 2 * MARGIN) * (slot + 0.5) / columns


def standing_quad(tile, middle, board, scale, source):
    """Where a thing's front stands on a board, turned a little to the left or right."""
    wide, high = tile.width * scale, tile.height * scale
    left = middle - wide / 2 + source.uniform(-14, 14)
    turn = source.uniform(-0.07, 0.07)
    wide *= 1 - abs(turn) / 2
    near, far = high * (1 + max(turn, 0)), high * (1 + max(-turn, 0))
    sink = source.uniform(-4, 4)
    return [
        (left, board - near),
        (left + wide, board - far),
        (left + wide, board + min(0, sink)),
        (left, board - max(0, sink)),
    ]


def foot(quad):
    (_, _), (_, _), right, left = quad
    return [(left[0], left[1] - 16), (right[0], right[1] - 16), right, left]


def board_front(canvas, surface, size, y, source, steel):
    front = plain(source, size, *surface, streaks=True) if steel else wood(source, size, *surface)
    canvas.paste(front.resize(fine(size), Image.BICUBIC), (0, y * FINE))
    draw = ImageDraw.Draw(canvas)
    draw.rectangle((0, y * FINE, canvas.width, (y + 5) * FINE), fill=shade(surface[1], 1.12))
    draw.rectangle((0, (y + size[1] - 5) * FINE, canvas.width, (y + size[1]) * FINE), fill=shade(surface[0], 0.7))


def posts(canvas, outer, surface, steel):
    """The uprights at both sides: perforated steel, or plain wood."""
    draw = ImageDraw.Draw(canvas)
    for left in (MARGIN - 60, outer[0] - MARGIN + 4):
        draw.rectangle((left * FINE, 0, (left + 56) * FINE, canvas.height), fill=shade(surface[0], 0.92))
        draw.rectangle((left * FINE, 0, (left + 8) * FINE, canvas.height), fill=shade(surface[1], 1.05))
        for y in range(20, outer[1], 52) if steel else []:
            hole = [edge * FINE for edge in (left + 24, y, left + 38, y + 26)]
            draw.rounded_rectangle(hole, 6 * FINE, fill=shade(surface[0], 0.4))


# Desks and benches, from above


def tabletop(labelled, outer, source, workshop):
    scale = source.uniform(0.88, 0.94) if len(labelled) > 4 else source.uniform(1.06, 1.14)
    if workshop:
        canvas = mat(outer, source)
    else:
        surface = DESKS[source.integers(len(DESKS))]
        canvas = wood(source, outer, *surface, planks=int(source.integers(3, 6))).resize(fine(outer), Image.BICUBIC)
    lying = []
    places = cells(len(labelled), outer, source)
    for (kind, sheet), middle in zip(labelled, places):
        tile = labelled_thing(kind, sheet, source, upright=False)
        lying.append((tile, lying_quad(tile, middle, scale, source)))
    quads = [quad for _, quad in lying]
    clutter.on_table(canvas, quads, outer, source, workshop)
    cast_shadows(canvas, quads, (16, 22), 22, 0.55)
    cast_shadows(canvas, quads, (4, 6), 6, 0.5)
    for tile, quad in lying:
        place(canvas, tile, quad)
    return canvas


def mat(outer, source):
    dark, light = MATS[source.integers(len(MATS))]
    canvas = plain(source, outer, dark, light).resize(fine(outer), Image.BICUBIC)
    draw = ImageDraw.Draw(canvas)
    for x in range(0, outer[0], 120):
        draw.line((x * FINE, 0, x * FINE, canvas.height), fill=shade(light, 1.12), width=FINE)
    for y in range(0, outer[1], 120):
        draw.line((0, y * FINE, canvas.width, y * FINE), fill=shade(light, 1.12), width=FINE)
    return canvas


def cells(count, outer, source):
    """Middles for up to six things in two rows; with fewer, a row has fewer and wider places."""
    width, height = outer[0] - 2 * MARGIN, outer[1] - 2 * MARGIN
    rows = [math.ceil(count / 2), count // 2]
    if source.random() < 0.5:
        rows.reverse()
    middles = []
    for row, in_row in enumerate(rows):
        for column in range(in_row):
            x = MARGIN + width * (column + 0.5) / in_row + source.uniform(-16, 16)
            pull = 0.03 if in_row < 3 else 0
            middles.append((x, MARGIN + height * (0.25 + pull + 0.5 * row - 2 * pull * row) + source.uniform(-16, 16)))
    return middles


def lying_quad(tile, middle, scale, source):
    angle = math.radians(source.uniform(-13, 13) + (90 if source.random() < 0.22 and tile.height > 380 else 0))
    if source.random() < 0.12:
        angle += math.pi
    cosine, sine = math.cos(angle) * scale, math.sin(angle) * scale
    half = numpy.array([tile.width, tile.height]) / 2
    corners = [(-half[0], -half[1]), (half[0], -half[1]), (half[0], half[1]), (-half[0], half[1])]
    return [(middle[0] + x * cosine - y * sine, middle[1] + x * sine + y * cosine) for x, y in corners]
