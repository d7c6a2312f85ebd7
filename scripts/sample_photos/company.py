"""The invented company: its rooms, what stands in them, and the rows of samples/assets.csv.

Harbour Lane Instruments makes small weather stations. All makes and models are invented, custodians are teams.
"""

from collections import namedtuple

Asset = namedtuple("Asset", "tag name category make model serial status location custodian drawn_as")
Article = namedtuple("Article", "name category make model drawn_as")

COLUMNS = ["tag", "name", "category", "make", "model", "serial", "status", "location", "custodian"]

ARTICLES = {
    "laptop": Article("14-inch laptop", "Computers", "Fennbrook", "Slate 14", "laptop"),
    "big-laptop": Article("16-inch laptop", "Computers", "Fennbrook", "Slate 16 Pro", "laptop"),
    "workstation": Article("Compact workstation", "Computers", "Fennbrook", "Cube 8", "appliance"),
    "tablet": Article("Sketch tablet", "Computers", "Fennbrook", "Leaf 11", "tablet"),
    "monitor": Article('Monitor 27"', "Displays", "Larkhollow", "Vista 27", "monitor"),
    "projector": Article("Projector, short throw", "Displays", "Larkhollow", "Beam 3", "projector"),
    "dock": Article("Docking station", "Accessories", "Copperwick", "Pier 3", "dock"),
    "conference": Article("Conference camera", "Accessories", "Copperwick", "Round Table", "dock"),
    "headset": Article("Headset in case", "Accessories", "Copperwick", "Hush", "case"),
    "switch": Article("24-port switch", "Network", "Copperwick", "Weir 24", "rack"),
    "access-point": Article("Access point", "Network", "Copperwick", "Gull", "appliance"),
    "battery": Article("Backup battery", "Network", "Copperwick", "Keel 900", "appliance"),
    "label-printer": Article("Label printer", "Printers", "Quillmere", "Stripe 4", "printer"),
    "office-printer": Article("Laser printer", "Printers", "Quillmere", "Folio 20", "printer"),
    "scanner": Article("Handheld scanner", "Printers", "Quillmere", "Peek", "case"),
    "camera": Article("Product camera kit", "Photo", "Pellworth", "Still 2", "case"),
    "light": Article("Studio light", "Photo", "Pellworth", "Dawn 60", "case"),
    "oscilloscope": Article("Oscilloscope, 4 channels", "Instruments", "Tarnfell", "Trace 4", "meter"),
    "power-supply": Article("Bench power supply", "Instruments", "Tarnfell", "Steady 30", "meter"),
    "multimeter": Article("Multimeter", "Instruments", "Tarnfell", "Pocket 6", "case"),
    "soldering": Article("Soldering station", "Tools", "Tarnfell", "Ember", "appliance"),
    "torque": Article("Torque wrench", "Tools", "Tarnfell", "Click 60", "case"),
    "caliper": Article("Caliper 150 mm, ±0.02", "Tools", "Tarnfell", "Gauge 150", "case"),
    "drill": Article("Cordless drill", "Tools", "Tarnfell", "Spin 18", "case"),
    "scale": Article("Parcel scale", "Warehouse", "Brackenlow", "Even 30", "appliance"),
    "crate": Article("Transport crate", "Warehouse", "Brackenlow", "Stack 40", "crate"),
    "demo-kit": Article("Weather station demo kit", "Warehouse", "Harbour Lane", "Demo 5", "carton"),
    "sensor-set": Article("Calibrated sensor set", "Warehouse", "Harbour Lane", "Reference 2", "carton"),
    "whiteboard": Article("Table whiteboard", "Furniture", "Mossgate", "Glide", "board"),
    "pinboard": Article("Presentation board", "Furniture", "Mossgate", "Pin", "board"),
    "coffee": Article("Café machine", "Furniture", "Mossgate", "Barista One", "appliance"),
}

# Room → its team and what the books have there. The order is the order of the tags.
ROOMS = {
    "HQ/1/101": (
        "Front office",
        {"laptop": 2, "office-printer": 1, "monitor": 2, "coffee": 1, "headset": 2, "pinboard": 2},
    ),
    "HQ/1/102": (
        "Front office",
        {"projector": 2, "conference": 2, "monitor": 2, "whiteboard": 2, "dock": 3, "tablet": 1},
    ),
    "HQ/1/103": (
        "IT pool",
        {
            "laptop": 9,
            "big-laptop": 4,
            "dock": 5,
            "switch": 4,
            "access-point": 3,
            "battery": 2,
            "tablet": 3,
            "headset": 2,
        },
    ),
    "HQ/1/warehouse/A1": (
        "Warehouse crew",
        {"crate": 8, "demo-kit": 7, "scale": 2, "label-printer": 2, "scanner": 3, "drill": 2},
    ),
    "HQ/1/warehouse/A2": ("Warehouse crew", {"sensor-set": 8, "crate": 6, "demo-kit": 3, "torque": 2}),
    "HQ/2/201": (
        "Design team",
        {"big-laptop": 5, "tablet": 5, "monitor": 3, "camera": 2, "light": 2, "dock": 2, "pinboard": 2},
    ),
    "HQ/2/202": (
        "Engineering",
        {"workstation": 4, "laptop": 6, "monitor": 3, "multimeter": 3, "label-printer": 1, "caliper": 3},
    ),
    "HQ/2/203": (
        "Test lab",
        {"oscilloscope": 4, "power-supply": 4, "soldering": 3, "multimeter": 4, "torque": 3, "caliper": 2},
    ),
    "HQ/3/301": ("People team", {"laptop": 6, "monitor": 3, "dock": 3, "office-printer": 1, "headset": 3}),
    "HQ/3/302": ("Training", {"laptop": 12, "tablet": 8, "projector": 1, "headset": 4, "whiteboard": 1}),
}
# Somebody had locked the training room on the day of the stocktake.
LOCKED_ROOM = "HQ/3/302"

# What stays in the pool is in stock; what stands on a team's desks is mostly assigned.
POOL_TEAMS = {"IT pool", "Warehouse crew", "Test lab"}


def assets(source):
    """All assets in the order of their tags; `source` is a random.Random."""
    made = []
    for room, (team, articles) in ROOMS.items():
        for key, count in articles.items():
            for _ in range(count):
                made.append(asset(source, len(made) + 1, ARTICLES[key], room, team))
    return made


def asset(source, number, article, room, team):
    in_stock = team in POOL_TEAMS or source.random() < 0.2
    serial = f"{article.make[:2].upper()}{source.randint(10, 26)}-{source.randrange(16**6):06X}"
    return Asset(
        tag=f"AST-{number:06}",
        name=article.name,
        category=article.category,
        make=article.make,
        model=article.model,
        serial=serial,
        status="in_stock" if in_stock else "assigned",
        location=room,
        custodian=team,
        drawn_as=article.drawn_as,
    )
