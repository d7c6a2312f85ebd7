#!/usr/bin/env python3
"""Checks an exported ledger of Tallymark with nothing but the public key.

    ledger_export.py EXPORT.ndjson NAME+ID+KEY

Written from docs/LEDGER.md and RFC 6962, not from Tallymark's code. Prints the root and what was
counted; exits with 1 and the reason, with the number of the first bad entry where there is one.
"""
import base64, hashlib, json, sys

from ledger_proof import leaf_hash, node_hash, open_checkpoint, require


class Tree:
    """Roots of complete subtrees, the largest first, with their sizes."""

    def __init__(self):
        self.peaks, self.size = [], 0

    def append(self, leaf):
        self.size += 1
        count, node = 1, leaf
        while self.peaks and self.peaks[-1][0] == count:
            node = node_hash(self.peaks.pop()[1], node)
            count *= 2
        self.peaks.append((count, node))

    def root(self):
        if not self.peaks:
            return hashlib.sha256().digest()
        node = self.peaks[-1][1]
        for _, left in reversed(self.peaks[:-1]):
            node = node_hash(left, node)
        return node


def names_in(value):
    """What an entry names by hash: texts under the keys "crop" and "report_hash", however deep."""
    if isinstance(value, dict):
        for key, part in value.items():
            is_name = key in ("crop", "report_hash") and isinstance(part, str)
            yield from [part] if is_name else names_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from names_in(part)


def main(lines, verifier):
    header = json.loads(next(lines))
    require(header["export"] == "tallymark-ledger-1", "an unknown form")
    checkpoints = dict(open_checkpoint(note, verifier) for note in header["checkpoints"])
    require(max(checkpoints) == header["entries"], "no checkpoint of the whole log")
    tree, waiting, named, kept_crops, crops, reports, ended = Tree(), [], set(), set(), set(), set(), False

    def compare_root():
        if tree.size in checkpoints:
            require(tree.root() == checkpoints[tree.size], f"another root at entry {tree.size}")

    compare_root()
    for line in lines:
        require(not ended and line.endswith(b"\n"), "the file doesn't end where it should")
        line = line[:-1]
        item = json.loads(line)
        if "kind" in item:
            seq = tree.size + 1
            require(item["seq"] == seq and not crops, f"entry {seq} is missing or misplaced")
            require(line.endswith(b',"seq":%d}' % seq), f"entry {seq} is written another way")
            tree.append(leaf_hash(line))
            waiting.append(leaf_hash(line))
            named.update(names_in(item["payload"]))
            if item["payload"].get("crop_kept") is True:
                kept_crops.update(name for name in names_in(item["payload"]))
            compare_root()
        elif "leaves" in item:
            kept = base64.b64decode(item["leaves"], validate=True)
            kept = [kept[start:start + 32] for start in range(0, len(kept), 32)]
            first = tree.size - len(waiting) + 1
            for index, leaf in enumerate(waiting):
                require(index < len(kept) and leaf == kept[index], f"entry {first + index} was changed")
            require(len(kept) == len(waiting), f"entry {tree.size + 1} is missing")
            waiting = []
        elif "crop" in item:
            png = base64.b64decode(item["png"], validate=True)
            name = "sha256:" + hashlib.sha256(png).hexdigest()
            require(name == item["crop"], f"the crop {item['crop']} was changed")
            crops.add(name)
        elif "report" in item:
            fixed = item["text"].replace('"hash":"%s"' % item["report"], '"hash":""', 1)
            name = "sha256:" + hashlib.sha256(fixed.encode()).hexdigest()
            require(name == item["report"], f"the report {item['report']} was changed")
            reports.add(name)
        else:
            require(item == {"end": "tallymark-ledger-1"}, "an unknown line")
            ended = True
    require(ended and not waiting, f"the file ends after entry {tree.size}")
    require(tree.size == header["entries"], f"entry {tree.size + 1} is missing")
    require(len(crops) == header["crops"] and kept_crops <= crops, "a crop is missing")
    require(len(reports) == header["reports"], "a report is missing")
    require(crops | reports <= named, "a crop or a report that no entry names")
    print(base64.b64encode(tree.root()).decode(), tree.size, len(crops), len(reports))


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as file:
        main(iter(file), sys.argv[2])
