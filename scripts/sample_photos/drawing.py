"""What everything in the pictures is drawn with: surfaces, plates with a sheen, and quadrilaterals warped into place.

Scenes are drawn FINE times as large as the photo and reduced at the end, which smooths every edge at once. Sizes and
places are in photo pixels everywhere outside this file and `things.py`.
"""

import numpy
from PIL import Image, ImageDraw, ImageFilter

FINE = 2
# Shadows are soft, so they are drawn on a grid of this many photo pixels.
SHADOW_GRID = 3


def smooth_noise(source, size, cells):
    """A field of 0 … 1 (height × width) that varies softly, over about `cells` (across, down) patches."""
    coarse = source.random((cells[1] + 2, cells[0] + 2))
    field = Image.fromarray((coarse * 255).astype(numpy.uint8)).resize(size, Image.BICUBIC)
    return numpy.asarray(field, dtype=numpy.float32) / 255


def coloured(field, dark, light):
    """A picture between two colours, by a field of 0 … 1."""
    dark, light = numpy.array(dark, numpy.float32), numpy.array(light, numpy.float32)
    mixed = dark + (light - dark) * field[:, :, None]
    return Image.fromarray(numpy.clip(mixed, 0, 255).astype(numpy.uint8))


def wood(source, size, dark, light, planks=1):
    """Boards that run from left to right, each with a grain of long streaks and its own tone."""
    width, height = size
    grain = 0.6 * smooth_noise(source, size, (4, 60)) + 0.4 * smooth_noise(source, size, (12, 140))
    rings = smooth_noise(source, size, (1, 7))
    grain = 0.75 * grain + 0.25 * (0.5 + 0.5 * numpy.sin(rings * 60))
    edges = numpy.linspace(0, height, planks + 1).astype(int)
    for top, bottom in zip(edges, edges[1:]):
        grain[top:bottom] = 0.75 * grain[top:bottom] + source.uniform(0.0, 0.25)
        if planks > 1:
            grain[top : top + 3] -= 0.35
    return coloured(grain, dark, light)


def plain(source, size, dark, light, streaks=False):
    """Plaster, felt or laminate; with `streaks`, brushed steel."""
    cells = (2, 220) if streaks else (5, 4)
    return coloured(smooth_noise(source, size, cells), dark, light)


def sheen(size, top, bottom):
    """A picture that goes from one colour at the top to another at the bottom."""
    ramp = numpy.linspace(0, 1, size[1], dtype=numpy.float32)[:, None].repeat(size[0], axis=1)
    return coloured(ramp, top, bottom)


def shade(colour, factor):
    return tuple(int(min(255, max(0, channel * factor))) for channel in colour)


class Tile:
    """A see-through sheet that one thing is drawn on, with the few shapes that things are made of."""

    def __init__(self, width, height):
        self.width, self.height = width, height
        self.image = Image.new("RGBA", (width * FINE, height * FINE))
        self.draw = ImageDraw.Draw(self.image)

    def plate(self, box, radius, colour, fall=0.84, rim=0.7):
        """A rounded plate, lit from above, with a darker rim and a bright upper edge."""
        left, top, right, bottom = (round(edge * FINE) for edge in box)
        size = (right - left, bottom - top)
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), radius * FINE, fill=255)
        self.image.paste(sheen(size, shade(colour, 1.06), shade(colour, fall)), (left, top), mask)
        frame = (left, top, right - 1, bottom - 1)
        self.draw.rounded_rectangle(frame, radius * FINE, outline=shade(colour, rim) + (255,), width=2 * FINE)
        bright = (left + radius * FINE, top + 2 * FINE, right - radius * FINE, top + 4 * FINE)
        if bright[2] > bright[0]:
            self.draw.rectangle(bright, fill=shade(colour, 1.25) + (255,))

    def box(self, box, colour, radius=0):
        self.draw.rounded_rectangle([edge * FINE for edge in box], radius * FINE, fill=colour + (255,))

    def disc(self, x, y, radius, colour):
        self.draw.ellipse(
            [edge * FINE for edge in (x - radius, y - radius, x + radius, y + radius)], fill=colour + (255,)
        )

    def line(self, points, colour, width):
        self.draw.line(
            [(x * FINE, y * FINE) for x, y in points], fill=colour + (255,), width=width * FINE, joint="curve"
        )

    def stick(self, sheet, x, y, width, angle):
        """Sticks a label on, its middle at x, y, with a faint edge so that it reads as paper."""
        height = width * sheet.height / sheet.width
        paper = sheet.resize((round(width * FINE), round(height * FINE)), Image.BICUBIC).convert("RGBA")
        turned = paper.rotate(angle, Image.BICUBIC, expand=True)
        corner = (round(x * FINE - turned.width / 2), round(y * FINE - turned.height / 2))
        edge = turned.getchannel("A").filter(ImageFilter.GaussianBlur(2 * FINE)).point(lambda alpha: alpha // 3)
        self.image.paste((20, 20, 25, 255), (corner[0] + FINE, corner[1] + FINE), edge)
        self.image.paste(turned, corner, turned)


def coefficients(quad, size):
    """PIL's eight numbers that map the points of a quadrilateral back to a rectangle of a size."""
    width, height = size
    rows, right = [], []
    for (x, y), (u, v) in zip(quad, [(0, 0), (width, 0), (width, height), (0, height)]):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return numpy.linalg.solve(numpy.array(rows, float), numpy.array(right, float))


def place(canvas, tile, quad):
    """Warps a tile on to a quadrilateral of the canvas (top left, top right, bottom right, bottom left)."""
    corners = numpy.array(quad) * FINE
    low = numpy.floor(corners.min(axis=0)).astype(int) - 1
    size = tuple(int(edge) for edge in numpy.ceil(corners.max(axis=0)).astype(int) - low + 2)
    warped = tile.image.transform(size, Image.PERSPECTIVE, coefficients(corners - low, tile.image.size), Image.BILINEAR)
    canvas.paste(warped, (int(low[0]), int(low[1])), warped)


def cast_shadows(canvas, quads, offset, softness, strength):
    """Darkens the canvas around quadrilaterals, as if they stood a little above it."""
    coarse = SHADOW_GRID * FINE
    mask = Image.new("L", (canvas.width // coarse, canvas.height // coarse))
    draw = ImageDraw.Draw(mask)
    for quad in quads:
        draw.polygon(
            [((x + offset[0]) / SHADOW_GRID, (y + offset[1]) / SHADOW_GRID) for x, y in quad],
            fill=round(255 * strength),
        )
    soft = mask.filter(ImageFilter.GaussianBlur(softness / SHADOW_GRID)).resize(canvas.size, Image.BICUBIC)
    canvas.paste((18, 16, 24), (0, 0), soft)
