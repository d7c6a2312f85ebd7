"""What goes wrong on the day of the stocktake, and which picture shows which labels.

The books (samples/assets.csv) and the pictures are both made from this plan, so its truth (samples/planted.json) does
not come from reading any picture.
"""

import math
from collections import namedtuple
from datetime import datetime, timedelta

import company

# A picture: `scene` is shelf, rack-shelf, desk or bench; `labels` are tags in the order of their places, FOREIGN among
# them; `turned` pictures are stored on their side with an EXIF orientation, as phones do.
Picture = namedtuple("Picture", "path room scene labels taken_at turned")
Plan = namedtuple("Plan", "assets pictures missing not_counted misplaced cloned unexpected seen_twice")

FOREIGN = "foreign"
FOREIGN_ROOM = "HQ/1/102"
# The foreign label's row, for the template that prints it with this address in place of ours.
FOREIGN_ROW = {
    "tag": "EX-099173",
    "name": "Loan projector",
    "location": "Exhibition hall",
    "url": "https://inventory.example.net/t/99173",
}

# Assets of these rooms, one a mention, are nowhere in the pictures.
MISSING_FROM = [
    "HQ/1/102",
    "HQ/1/103",
    "HQ/1/103",
    "HQ/1/warehouse/A1",
    "HQ/1/warehouse/A2",
    "HQ/2/201",
    "HQ/2/202",
    "HQ/3/301",
]
# Article, the room in the books, the room of the picture.
MISPLACED = [
    ("tablet", "HQ/2/201", "HQ/1/102"),
    ("torque", "HQ/1/warehouse/A2", "HQ/2/203"),
    ("laptop", "HQ/1/103", "HQ/2/202"),
    ("dock", "HQ/1/103", "HQ/3/301"),
    ("multimeter", "HQ/2/203", "HQ/1/warehouse/A1"),
]
# Article, room, status in the books, whether a picture shows it.
ODD_STATUSES = [
    ("big-laptop", "HQ/1/103", "retired", True),
    ("oscilloscope", "HQ/2/203", "in_repair", True),
    ("soldering", "HQ/2/203", "in_repair", False),
    ("drill", "HQ/1/warehouse/A1", "in_repair", False),
    ("office-printer", "HQ/1/101", "in_repair", False),
    ("monitor", "HQ/2/202", "retired", False),
    ("switch", "HQ/1/103", "retired", False),
    ("tablet", "HQ/3/302", "retired", False),
    ("camera", "HQ/2/201", "checked_out", False),
]
CLONED = ("crate", "HQ/1/warehouse/A1")
# Assets that two pictures of their room show: one sighting too many, and no reason to count them twice.
SEEN_TWICE_IN = ["HQ/1/103", "HQ/2/201"]

SCENES = {
    "HQ/1/101": ["desk"],
    "HQ/1/102": ["shelf", "desk"],
    "HQ/1/103": ["rack-shelf", "shelf"],
    "HQ/1/warehouse/A1": ["rack-shelf"],
    "HQ/1/warehouse/A2": ["rack-shelf"],
    "HQ/2/201": ["desk", "shelf"],
    "HQ/2/202": ["desk", "bench"],
    "HQ/2/203": ["bench", "rack-shelf"],
    "HQ/3/301": ["desk", "shelf"],
}
# Rooms whose last picture is a PNG, and those with one that is stored on its side.
PNG_IN = {"HQ/1/101", "HQ/2/203", "HQ/3/301"}
TURNED_IN = {"HQ/2/202"}
MOST_LABELS = 6
FIRST_PICTURE_AT = datetime(2026, 11, 16, 9, 4, 10)


def plan(source):
    """The whole plan; `source` is a random.Random."""
    books = company.assets(source)
    names = {article.name: key for key, article in company.ARTICLES.items()}
    used = set()

    def pick(room, article=None):
        """The tag of an asset of the room that no other plant has taken."""
        fits = [a for a in books if a.location == room and article in (None, names[a.name]) and a.tag not in used]
        tag = source.choice(fits).tag
        used.add(tag)
        return tag

    odd = [(pick(room, article), room, status, shown) for article, room, status, shown in ODD_STATUSES]
    cloned = pick(CLONED[1], CLONED[0])
    misplaced = [(pick(book, article), book, seen) for article, book, seen in MISPLACED]
    missing = sorted(pick(room) for room in MISSING_FROM)
    twice = [pick(room) for room in SEEN_TWICE_IN]

    statuses = {tag: status for tag, _, status, _ in odd}
    books = [a._replace(status=statuses.get(a.tag, a.status)) for a in books]
    unseen = set(missing) | {tag for tag, _, _, shown in odd if not shown}
    seen_in = {a.tag: a.location for a in books if a.tag not in unseen} | {tag: seen for tag, _, seen in misplaced}
    return Plan(
        assets=books,
        pictures=pictures(source, seen_in, cloned, twice),
        missing=missing,
        not_counted=[a.tag for a in books if a.location == company.LOCKED_ROOM and a.tag not in statuses],
        misplaced=misplaced,
        cloned=cloned,
        unexpected=[(tag, room, status) for tag, room, status, shown in odd if shown],
        seen_twice=twice,
    )


def pictures(source, seen_in, cloned, twice):
    made = []
    for number, room in enumerate(room for room in company.ROOMS if room != company.LOCKED_ROOM):
        labels = [tag for tag, place in seen_in.items() if place == room]
        source.shuffle(labels)
        if room == FOREIGN_ROOM:
            labels.append(FOREIGN)
        start = FIRST_PICTURE_AT + timedelta(minutes=11 * number)
        made += pictures_of_room(room, shared_out(labels, cloned, twice), start)
    return made


def shared_out(labels, cloned, twice):
    """The labels of a room, shared out over as many pictures as it takes, with what is shown twice added."""
    extra = [tag for tag in [cloned, *twice] if tag in labels]
    count = math.ceil((len(labels) + len(extra)) / MOST_LABELS)
    shares = [[] for _ in range(count)]
    for tag in extra:
        shares[0].append(tag)
        (shares[0] if tag == cloned else shares[1]).append(tag)
    for tag in labels:
        if tag not in extra:
            min(shares, key=len).append(tag)
    return shares


def pictures_of_room(room, shares, start):
    made, numbers = [], {}
    for index, share in enumerate(shares):
        scene = SCENES[room][index % len(SCENES[room])]
        kind = "shelf" if scene == "rack-shelf" else scene
        numbers[kind] = numbers.get(kind, 0) + 1
        last = index == len(shares) - 1
        made.append(
            Picture(
                path=f"{room}/{kind}-{numbers[kind]}.{'png' if last and room in PNG_IN else 'jpg'}",
                room=room,
                scene=scene,
                labels=share,
                taken_at=start + timedelta(seconds=47 * index + 5 * len(share)),
                turned=last and room in TURNED_IN,
            )
        )
    return made


def truth(planned):
    """What samples/planted.json says: the outcome of a stocktake of HQ with every photographed room done."""
    wrong = set(planned.missing) | set(planned.not_counted) | {tag for tag, _, _ in planned.misplaced}
    expected = [a.tag for a in planned.assets if a.status in ("in_stock", "assigned")]
    foreign = [p for p in planned.pictures if FOREIGN in p.labels]
    flags = {"retired": ["status-conflict"], "in_repair": []}
    return {
        "scope": "HQ",
        "coverage": "explicit",
        "done": sorted({picture.room for picture in planned.pictures}),
        "not_photographed": [company.LOCKED_ROOM],
        "expected": expected,
        "found": [tag for tag in expected if tag not in wrong],
        "missing": planned.missing,
        "not_counted": planned.not_counted,
        "misplaced": [{"tag": tag, "book": book, "seen": seen} for tag, book, seen in sorted(planned.misplaced)],
        "unexpected": [
            {"tag": tag, "room": room, "status": status, "outcome": "unexpected-status", "flags": flags[status]}
            for tag, room, status in sorted(planned.unexpected)
        ],
        "foreign": [{"url": FOREIGN_ROW["url"], "tag": FOREIGN_ROW["tag"], "photo": p.path} for p in foreign],
        "cloned": [
            {"tag": planned.cloned, "photo": p.path} for p in planned.pictures if p.labels.count(planned.cloned) == 2
        ],
        "seen_twice": [
            {"tag": tag, "photos": [p.path for p in planned.pictures if tag in p.labels]} for tag in planned.seen_twice
        ],
        "photos": [
            {"path": p.path, "room": p.room, "tags": sorted(set(p.labels) - {FOREIGN}), "labels": len(p.labels)}
            for p in planned.pictures
        ],
    }
