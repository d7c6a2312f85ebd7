#!/usr/bin/env python3
"""Random stocktakes for `tally stocktake replay` and its oracle, one scenario a line.

    python3 stocktake_scenarios.py --seed 7 --count 10000 | python3 stocktake_model.py

The same seed gives the same scenarios. Most are small (1–6 assets, 0–25 events), so that a difference can be read with
the naked eye; one in twenty is larger. Times, device numbers and locations come from small ranges on purpose: ties,
moves at the very moment of a scan and sightings of one asset at two places are what the rules are about.
"""

import argparse
import json
import random

LOCATIONS = ["A", "B", "C", "HQ/2/201", "Örtlichkeit"]
STATUSES = [
    "on_order",
    "in_stock",
    "assigned",
    "checked_out",
    "in_transit",
    "in_repair",
    "retired",
    "lost",
    "stolen",
    "disposed",
]
COUNTABLE = ["in_stock", "assigned"]
SYMBOLOGIES = ["code-128", "qr-code", "ean-13"]
# GTIN-8, -12, -13 and -14 with right check digits, and one of 13 digits with a wrong one.
GTINS = ["96385074", "036000291452", "4006381333931", "09506000134352", "4006381333932"]
SQUARE = [[10, 10], [40, 10], [40, 40], [10, 40]]
OUTLINES = [
    SQUARE,
    [[200, 10], [230, 12], [229, 42], [199, 40]],
    [[30, 30], [60, 30], [60, 60], [30, 60]],
    [[12, 300], [52, 300], [52, 340], [12, 340]],
]


def scenario(source):
    large = source.random() < 0.05
    asset_count = source.randint(10, 30) if large else source.randint(1, 6)
    event_count = source.randint(40, 120) if large else source.randint(0, 25)
    latest = source.choice([3, 20, 60]) * (5 if large else 1)
    places = LOCATIONS[: source.randint(2, len(LOCATIONS))]
    assets = [asset(source, number, places) for number in range(1, asset_count + 1)]
    share_codes(source, assets)
    names = [each["id"] for each in assets]
    result = {
        "scope": sorted(source.sample(places, source.choice([1, 1, 2, len(places), source.randint(1, len(places))]))),
        "policy": policy(source),
        "assets": assets,
        "moves": [move(source, names, places, latest) for _ in range(moves_wanted(source, asset_count))],
        "rounds": rounds(source, names),
    }
    result["events"] = Events(source, result, places, latest).made(event_count)
    return result


def policy(source):
    chosen = {"coverage": source.choice(["explicit", "implicit"])}
    if source.random() < 0.2:
        chosen["without_assigned"] = source.random() < 0.8
    return chosen


def asset(source, number, places):
    name = f"a{number}"
    codes = [f"c{number}"]
    if source.random() < 0.25:
        codes.append(f"AST-{number:06}")
    if source.random() < 0.15:
        codes.append(source.choice(GTINS))
    made = {
        "id": name,
        "location": source.choice(places),
        "status": source.choice(COUNTABLE if source.random() < 0.7 else STATUSES),
        "codes": codes,
    }
    if source.random() < 0.12:
        made["created_at"] = source.choice([-5, 0, 1, 8])
    return made


def share_codes(source, assets):
    """Puts a code of one asset on another too, now and then: scans of it are ambiguous."""
    if len(assets) > 1 and source.random() < 0.3:
        one, other = source.sample(assets, 2)
        other["codes"].append(source.choice(one["codes"]))


def moves_wanted(source, asset_count):
    return 0 if source.random() < 0.3 else source.randint(1, 2 + asset_count)


def move(source, names, places, latest):
    status = source.choice(STATUSES + COUNTABLE * 3) if source.random() < 0.4 else None
    location = None if status and source.random() < 0.6 else source.choice(places)
    return {"asset": source.choice(names), "at": source.randint(1, latest), "location": location, "status": status}


def rounds(source, names):
    """Rounds 2 to 4 at most; each holds some of the assets, or none."""
    if source.random() < 0.45:
        return {}
    return {
        str(number): sorted(source.sample(names, source.randint(0, len(names))))
        for number in range(2, source.randint(2, 4) + 1)
    }


class Events:
    """The deliveries of one scenario, by a few devices that count up their numbers and sometimes repeat one."""

    def __init__(self, source, scenario, places, latest):
        self.source = source
        self.assets = scenario["assets"]
        self.round_numbers = [1, 1] + [int(number) for number in scenario["rounds"]]
        self.places = places
        self.latest = latest
        self.devices = ["d1", "d2", "d10"][: source.randint(1, 3)]
        self.next_number = {device: 1 for device in self.devices}
        self.known_codes = [code for each in self.assets for code in each["codes"]]

    def made(self, count):
        events = []
        for number in range(1, count + 1):
            chance = self.source.random()
            if chance < 0.62:
                self.fill_scan(self.new(events, number, "scan"), events)
            elif chance < 0.72:
                self.place(self.new(events, number, "location"), certain=0.95)
            elif chance < 0.88:
                self.place(self.new(events, number, "done"), certain=0.97)
            else:
                self.new(events, number, "void")["void"] = self.target(number, count)
        deliveries = events + self.repeated(events)
        if self.source.random() < 0.5:
            self.source.shuffle(deliveries)
        return deliveries

    def new(self, events, number, kind):
        device = self.source.choice(self.devices)
        event = {
            "client_event_id": f"e{number}",
            "device_id": device,
            "device_seq": self.next_number[device],
            "occurred_at": self.source.randint(0, self.latest),
            "kind": kind,
            "round": self.source.choice(self.round_numbers),
        }
        if self.source.random() < 0.9:
            self.next_number[device] += 1
        if self.source.random() < 0.05:
            del event["round"]
        elif self.source.random() < 0.03:
            event["round"] = 5
        events.append(event)
        return event

    def place(self, event, certain):
        if self.source.random() < certain:
            event["location"] = self.source.choice(self.places)
        elif self.source.random() < 0.5:
            event["location"] = None

    def fill_scan(self, event, events):
        event["code" if self.source.random() < 0.85 else "raw_value"] = self.code()
        self.place(event, certain=0.6)
        if self.source.random() < 0.6:
            event["symbology"] = self.source.choice(SYMBOLOGIES)
        if self.source.random() < 0.5:
            event["evidence"] = self.evidence()
        earlier = [each for each in events[:-1] if each["kind"] == "scan" and each.get("evidence")]
        if earlier and self.source.random() < 0.3:
            self.show_again(event, self.source.choice(earlier))

    def show_again(self, event, earlier):
        """Makes the scan another sighting of an earlier one in the same picture: a clone where outlines differ."""
        for key in ("code", "raw_value", "symbology"):
            event.pop(key, None)
            if key in earlier:
                event[key] = earlier[key]
        outline = earlier["evidence"]["polygon"] if self.source.random() < 0.4 else self.source.choice(OUTLINES)
        event["evidence"] = self.evidence() | {"image": earlier["evidence"]["image"], "polygon": outline}

    def evidence(self):
        return {
            "image": self.source.choice(["5f1e", "77aa", "c0de"]),
            "polygon": self.source.choice(OUTLINES),
            "quality": self.source.randint(1, 60),
            "weak": self.source.random() < 0.3,
        }

    def code(self):
        chance = self.source.random()
        if chance < 0.08:
            code = self.source.choice(["zz", "c", "C1", "c1 ", "]C", "x\ny"])
        elif chance < 0.14:
            code = self.source.choice(GTINS)
        else:
            code = self.source.choice(self.known_codes)
        if code in GTINS and self.source.random() < 0.4:
            code = code.zfill(14)
        if self.source.random() < 0.08:
            code = self.source.choice(["]C0", "]Q3", "]E0", "]d2", "]1C"]) + code
        if self.source.random() < 0.08:
            code += self.source.choice(["\n", "\r\n", "\r", "\n\n"])
        return code

    def target(self, number, count):
        """The id of an event before or after this one, of itself, or of none."""
        if self.source.random() < 0.08:
            return "e999"
        if self.source.random() < 0.08:
            return f"e{number}"
        return f"e{self.source.randint(1, count)}"

    def repeated(self, events):
        """Second deliveries of some events, as a device sends them after a restart: with another number."""
        if not events or self.source.random() < 0.6:
            return []
        chosen = self.source.sample(events, self.source.randint(1, min(3, len(events))))
        again = [dict(event, device_seq=event["device_seq"] + self.source.randint(0, 4)) for event in chosen]
        if self.source.random() < 0.15:
            again[0]["occurred_at"] += 1
        return again


def main():
    options = argparse.ArgumentParser(description="Prints random stocktakes, one scenario a line.")
    options.add_argument("--seed", type=int, default=1, help="the same seed gives the same scenarios (default 1)")
    options.add_argument("--count", type=int, default=100, help="how many (default 100)")
    chosen = options.parse_args()
    source = random.Random(chosen.seed)
    for _ in range(chosen.count):
        print(json.dumps(scenario(source), separators=(",", ":"), ensure_ascii=False))


if __name__ == "__main__":
    main()
