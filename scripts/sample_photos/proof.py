"""Reads labels and photos back with zbarimg, so that no picture is kept that hides what it should show."""

import subprocess
import xml.etree.ElementTree as ElementTree

NAMESPACE = "{http://zbar.sourceforge.net/2008/barcode}"
# zbarimg's statuses: 0 something found, 4 nothing found.
READABLE = (0, 4)


def symbols(paths):
    """For each path, in order, the symbols that zbarimg finds: pairs of its symbology name and the text."""
    run = subprocess.run(["zbarimg", "-q", "--xml", *map(str, paths)], capture_output=True, check=False)
    if run.returncode not in READABLE:
        raise SystemExit(f"make-samples: zbarimg failed with status {run.returncode}: {run.stderr.decode().strip()}")
    found = {str(path): [] for path in paths}
    for picture in ElementTree.fromstring(run.stdout).iter(NAMESPACE + "source"):
        for symbol in picture.iter(NAMESPACE + "symbol"):
            text = symbol.find(NAMESPACE + "data").text
            found[picture.get("href")].append((symbol.get("type"), text))
    return [found[str(path)] for path in paths]


def qr_texts(found):
    return sorted(text for kind, text in found if kind == "QR-Code")
