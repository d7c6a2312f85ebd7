"""From a drawn scene to a photo file: tilt, light, blur, noise, compression, and the time at which it was taken.

`severity` (1 at first) scales everything that makes a picture hard to read; it is lowered for a picture whose QR codes
couldn't be read back.
"""

import io

import numpy
from PIL import Image, ImageFilter

from drawing import FINE, coefficients, smooth_noise
from scenes import MARGIN

MOST_BYTES = 109_000
EXIF_FOLDER, DATE_TAKEN, OFFSET_TAKEN, ORIENTATION = 0x8769, 0x9003, 0x9011, 0x0112
# The stored picture lies on its right side; a viewer has to turn it clockwise by 90°.
TURN_CLOCKWISE = 6


def expose(canvas, size, source, severity, noisy=True):
    """The photo of a canvas as a camera sees it."""
    seen = tilt(canvas, size, source, severity)
    light = numpy.asarray(seen, dtype=numpy.float32) * lighting(size, source, severity)[:, :, None]
    light *= numpy.array([1 + source.uniform(-0.04, 0.05), 1.0, 1 + source.uniform(-0.07, 0.05)], numpy.float32)
    photo = Image.fromarray(numpy.clip(light, 0, 255).astype(numpy.uint8))
    photo = photo.filter(ImageFilter.GaussianBlur(source.uniform(0.3, 0.8) * severity))
    if not noisy:
        return photo
    grain = source.normal(0, source.uniform(0.8, 2.4) * severity, (size[1], size[0], 1)).astype(numpy.float32)
    return Image.fromarray(numpy.clip(numpy.asarray(photo) + grain, 0, 255).astype(numpy.uint8))


def tilt(canvas, size, source, severity):
    """Looks at the middle of the canvas, not quite straight: a keystone, a turn and a shift."""
    width, height = size
    reach = 0.75 * MARGIN * severity
    corners = [(MARGIN, MARGIN), (MARGIN + width, MARGIN), (MARGIN + width, MARGIN + height), (MARGIN, MARGIN + height)]
    # The camera may see more than the photo's area of the canvas, but never less: no label is cut off.
    outward = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    seen = [
        ((x + u * source.uniform(0, reach)) * FINE, (y + v * source.uniform(0, reach)) * FINE)
        for (x, y), (u, v) in zip(corners, outward)
    ]
    # PIL wants, for each point of the photo, the point of the canvas: the inverse of what `coefficients` gives.
    photo = [(0, 0), (width * FINE, 0), (width * FINE, height * FINE), (0, height * FINE)]
    forward = numpy.append(coefficients(seen, (width * FINE, height * FINE)), 1).reshape(3, 3)
    back = numpy.linalg.inv(forward)
    back = (back / back[2, 2]).flatten()[:8]
    return canvas.transform(photo[2], Image.PERSPECTIVE, back, Image.BILINEAR).reduce(FINE)


def lighting(size, source, severity):
    """A lamp's side, soft shadows and the corners of the lens, as factors."""
    width, height = size
    x = numpy.linspace(-1, 1, width, dtype=numpy.float32)[None, :]
    y = numpy.linspace(-1, 1, height, dtype=numpy.float32)[:, None]
    direction = source.uniform(0, 2 * numpy.pi)
    slope = (numpy.cos(direction) * x + numpy.sin(direction) * y) * source.uniform(0.06, 0.22)
    patches = (smooth_noise(source, size, (3, 2)) - 0.5) * source.uniform(0.1, 0.4)
    corners = -(x**2 + y**2) * source.uniform(0.04, 0.11)
    return source.uniform(0.9, 1.04) + (slope + patches + corners) * severity


def jpeg(photo, taken_at, turned):
    """The bytes of a JPEG, as good as fits MOST_BYTES."""
    exif = Image.Exif()
    stamp = taken_at.strftime("%Y:%m:%d %H:%M:%S")
    exif[EXIF_FOLDER] = {DATE_TAKEN: stamp, OFFSET_TAKEN: "+00:00"}
    if turned:
        exif[ORIENTATION] = TURN_CLOCKWISE
        photo = photo.transpose(Image.ROTATE_90)
    for quality in range(76, 20, -4):
        data = encoded(photo, "JPEG", quality=quality, optimize=True, progressive=False, exif=exif.tobytes())
        if len(data) <= MOST_BYTES:
            break
    return data


def png(photo):
    """The bytes of a PNG in gray, as from a document camera, with as many levels as fit MOST_BYTES."""
    gray = photo.convert("L")
    for step in range(2, 17):
        data = encoded(gray.point([min(255, round(level / step) * step) for level in range(256)]), "PNG", optimize=True)
        if len(data) <= MOST_BYTES:
            break
    return data


def encoded(picture, kind, **options):
    sink = io.BytesIO()
    picture.save(sink, kind, **options)
    return sink.getvalue()
