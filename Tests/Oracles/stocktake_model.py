#!/usr/bin/env python3
"""The rules of a stocktake once more, as plainly as they can be written: an oracle for `tally stocktake replay`.

    python3 stocktake_model.py < scenarios.ndjson

reads one scenario a line and prints one compact result a line. The rules come from the stocktake page alone and share
no code and no idea of data structure with the product: every question is answered by walking over all events again.
Nothing here is fast, and nothing should be made fast. The comments that start with "Rule:" say in our own words which
sentence of the page the lines below them carry out.

Where the page leaves room, this model reads it as follows.

 1. Sorting is by bytes (for Python's strings, order by code point is the same thing as order of the UTF-8 bytes).
 2. Of several deliveries with one id the first one stands, with its `device_seq`, even if the content differs.
 3. A void counts only if its target is a scan, a location or a done event; round and time of both are no matter.
 4. Several location events of one device with the same `device_seq`: the one with the greatest order key speaks.
 5. A round that the scenario doesn't list holds no asset. Round 1 holds every asset, whatever the scenario lists.
 6. A done event covers in the round that it names, also if that round is empty or unknown.
 7. "Countable" depends on the policy everywhere: with `without_assigned` an assigned asset that is seen is
    `unexpected-status`, and one that becomes assigned during the count and isn't seen is `excused`.
 8. "Moves during the count" are all moves of the asset that the scenario has, before or after its sightings.
 9. `unexpected-status` is judged for assets in and out of scope alike; `new-in-stocktake` comes before it.
10. `location-unverified` marks every line that was seen and whose decisive scan has no location, not `found` alone.
11. Two unverified scans are at the same location (for `repeated`); an unverified one and a placed one are not.
12. Outlines that only touch are not disjoint. Scans without image or polygon in their evidence prove no clone;
    two scans that name no symbology are of the same one.
13. The code text compared for `clone-suspect`, and listed as unknown or ambiguous, is the stripped one, not widened
    to 14 digits. A GTIN is widened on both sides of the match: in the scan and in the asset's codes.
14. One symbology identifier is stripped, once, after the line ends; the codes of assets are taken as they stand.
15. `coarse-location` can't occur: a replay has no hierarchy. Neither can `clock-suspect` and `late`.
16. An asset that is out of scope, or not countable at opening, gets a line only if a standing scan resolves to it.
"""

import json
import sys

NOT_IN_OUR_HANDS = {"retired", "disposed", "lost", "stolen"}


class Stocktake:
    """One scenario. Methods answer one question each, from the whole scenario, every time anew."""

    def __init__(self, scenario):
        self.scope = set(scenario["scope"])
        policy = scenario.get("policy") or {}
        self.implicit = policy.get("coverage") == "implicit"
        # Rule: countable is in_stock and, unless the policy leaves them out, assigned.
        self.countable = {"in_stock"} if policy.get("without_assigned") else {"in_stock", "assigned"}
        self.assets = {asset["id"]: asset for asset in scenario["assets"]}
        self.moves = scenario.get("moves") or []
        self.rounds = {int(number): set(held) for number, held in (scenario.get("rounds") or {}).items()}
        self.events = first_deliveries(scenario.get("events") or [])
        self.voided = self.ids_of_voided_events()

    # Events

    def ids_of_voided_events(self):
        # Rule: a void takes back its target whether it arrives before or after it; voids of voids, of themselves and
        # of unknown ids do nothing.
        can_be_voided = {event["client_event_id"] for event in self.events if event["kind"] != "void"}
        return {event.get("void") for event in self.events if event["kind"] == "void"} & can_be_voided

    def standing(self, kind):
        """The events of a kind that nobody voided."""
        return [event for event in self.events if event["kind"] == kind and event["client_event_id"] not in self.voided]

    def location_of(self, scan):
        # Rule: a scan's own location comes first ...
        if scan.get("location") is not None:
            return scan["location"]
        # ... then that of the same device's latest location event with a smaller device_seq, of whatever round ...
        spoken = [
            event
            for event in self.standing("location")
            if event["device_id"] == scan["device_id"]
            and event["device_seq"] < scan["device_seq"]
            and event.get("location") is not None
        ]
        if spoken:
            return max(spoken, key=lambda event: (event["device_seq"], order_key(event)))["location"]
        # ... then the scope's only location; else the scan is unverified.
        return next(iter(self.scope)) if len(self.scope) == 1 else None

    # Codes

    def candidates(self, scan):
        # Rule: resolution is exact (no case folding, no parsing of numbers, no substrings); the result is one asset,
        # many, or none.
        wanted = widened(code_of(scan))
        return [name for name, asset in self.assets.items() if wanted in map(widened, asset.get("codes") or [])]

    def scans_of(self, asset):
        """The scans that nobody voided and that resolve to this asset and to no other."""
        return [scan for scan in self.standing("scan") if self.candidates(scan) == [asset]]

    def codes_with(self, fits):
        # Rule: each unknown or ambiguous code is listed once; one that occurs in voided scans only is not listed.
        return sorted({code_of(scan) for scan in self.standing("scan") if fits(len(self.candidates(scan)))})

    # Books

    def book(self, asset, at=None):
        """Location and status that the books have at a time, or at the close without one."""
        # Rule: the snapshot plus the moves up to and including the time; a move may change the status alone. Moves of
        # one time apply in the order of the file (sorted() keeps it).
        location, status = self.assets[asset].get("location"), self.assets[asset]["status"]
        for move in sorted(self.moves_of(asset), key=lambda move: move["at"]):
            if at is None or move["at"] <= at:
                location = move["location"] if move.get("location") is not None else location
                status = move["status"] if move.get("status") is not None else status
        return location, status

    def moves_of(self, asset):
        return [move for move in self.moves if move["asset"] == asset]

    def is_new(self, asset):
        return (self.assets[asset].get("created_at") or 0) > 0

    def is_expected(self, asset):
        # Rule: expected are the assets that the snapshot has in scope and in a countable status.
        snapshot = self.assets[asset]
        return (
            snapshot.get("location") in self.scope and snapshot["status"] in self.countable and not self.is_new(asset)
        )

    # Rounds and coverage

    def holds(self, number, asset):
        # Rule: round 1 holds every asset, a later one only those that were sent to recount.
        return number == 1 or asset in self.rounds.get(number, set())

    def round_counted(self, scan, asset):
        # Rule: a scan made in a round that doesn't hold the asset counts for the highest lower round that does.
        return max(number for number in range(1, round_of(scan) + 1) if self.holds(number, asset))

    def seen(self, asset, number):
        """The asset's scans that count for a round, the last one at the end."""
        counted = [scan for scan in self.scans_of(asset) if self.round_counted(scan, asset) == number]
        return sorted(counted, key=order_key)

    def is_covered(self, location, number):
        # Rule: a done event of the round covers its location, in scope or not.
        for event in self.standing("done"):
            if round_of(event) == number and event.get("location") is not None and event["location"] == location:
                return True
        # Rule: with implicit coverage one scan made in the round at the location does too, if it resolves to exactly
        # one asset; the asset need not belong to the round.
        for scan in self.standing("scan") if self.implicit else []:
            place = self.location_of(scan)
            if round_of(scan) == number and place is not None and place == location and len(self.candidates(scan)) == 1:
                return True
        return False

    def deciding_round(self, asset):
        # Rule: the highest round that holds the asset and in which it was seen or its final location covered; else 1.
        final_location, _ = self.book(asset)
        deciding = 1
        for number in sorted(self.rounds):
            if number > 1 and self.holds(number, asset):
                if self.seen(asset, number) or self.is_covered(final_location, number):
                    deciding = number
        return deciding

    # Lines

    def line(self, asset):
        """Outcome and flags of an asset, or None where the report says nothing about it."""
        deciding = self.deciding_round(asset)
        sightings = self.seen(asset, deciding)
        if self.is_expected(asset):
            outcome = self.outcome_of_expected(asset, deciding, sightings)
        elif sightings:
            outcome = self.outcome_of_unexpected(asset, sightings[-1])
        elif self.scans_of(asset):
            # Rule: one whose scans all count for rounds that didn't decide is unconfirmed.
            outcome = "unconfirmed"
        else:
            return None
        if sightings:
            flags = self.flags_of_seen(asset, sightings)
        else:
            flags = ["seen-in-prior-round"] if self.scans_of(asset) else []
        return {"asset": asset, "outcome": outcome, "flags": sorted(flags)}

    def outcome_of_expected(self, asset, deciding, sightings):
        if sightings:
            # Rule: found where the books had it at the time of the last scan, or at an unverified place;
            # seen anywhere else it is misplaced. A later move doesn't judge the sighting again.
            place = self.location_of(sightings[-1])
            booked, _ = self.book(asset, sightings[-1]["occurred_at"])
            return "found" if place is None or place == booked else "misplaced"
        # Rule: not seen, moved during the count, and in the end out of scope or not countable: excused.
        final_location, final_status = self.book(asset)
        if self.moves_of(asset) and (final_location not in self.scope or final_status not in self.countable):
            return "excused"
        # Rule: not seen and not excused, it is missing where its final location was covered in the deciding round;
        # elsewhere nobody looked.
        return "missing" if self.is_covered(final_location, deciding) else "not-counted"

    def outcome_of_unexpected(self, asset, last):
        # Rule: the first that fits, in this order.
        place = self.location_of(last)
        booked, status = self.book(asset, last["occurred_at"])
        if self.is_new(asset):
            return "new-in-stocktake"
        if status not in self.countable:
            return "unexpected-status"
        # Rule: moved at or before the last scan, seen where the books then had it, in scope; unverified won't do.
        moved = any(move["at"] <= last["occurred_at"] for move in self.moves_of(asset))
        if moved and place is not None and place == booked and place in self.scope:
            return "moved-in"
        return "unexpected-elsewhere"

    def flags_of_seen(self, asset, sightings):
        last = sightings[-1]
        evidence = last.get("evidence")
        _, status = self.book(asset, last["occurred_at"])
        flags = {
            # Rule: seen while the books say that it is retired, disposed, lost or stolen.
            "status-conflict": status in NOT_IN_OUR_HANDS,
            # Rule: seen, and moved at any time of the count.
            "moved-during-count": bool(self.moves_of(asset)),
            # Rule: the decisive scan comes without evidence, or with evidence that only agreement made acceptable.
            "manual-entry": evidence is None,
            "weak-read": evidence is not None and bool(evidence.get("weak")),
            # Rule: the decisive scan has no location.
            "location-unverified": self.location_of(last) is None,
            "contested": self.is_contested(asset, sightings),
            "clone-suspect": self.is_clone_suspect(asset),
        }
        return [name for name, applies in flags.items() if applies]

    def is_contested(self, asset, sightings):
        # Rule: two sightings of the deciding round by different devices at different known locations, and no move of
        # the asset after the earlier and up to the later one that could explain them.
        for one in sightings:
            for other in sightings:
                places = {self.location_of(one), self.location_of(other)}
                if one["device_id"] == other["device_id"] or len(places) < 2 or None in places:
                    continue
                earlier, later = sorted([one["occurred_at"], other["occurred_at"]])
                if not any(earlier < move["at"] <= later for move in self.moves_of(asset)):
                    return True
        return False

    def is_clone_suspect(self, asset):
        # Rule: one picture shows the same text in the same symbology at two disjoint outlines; any round counts.
        scans = self.scans_of(asset)
        return any(show_two_labels(one, other) for one in scans for other in scans if one is not other)

    # Dispositions

    def disposition(self, event):
        # Rule: every event gets exactly one; a void is a marker whether or not somebody voids it in turn.
        if event["kind"] == "void":
            return "void-marker"
        if event["client_event_id"] in self.voided:
            return "voided"
        if event["kind"] == "location":
            return "context"
        if event["kind"] == "done":
            return "coverage"
        candidates = self.candidates(event)
        if not candidates:
            return "unknown"
        if len(candidates) > 1:
            return "ambiguous"
        # Rule: of the scans that count for the deciding round the last is decisive, those at the same location
        # repeat it, those elsewhere are superseded; scans of other rounds are of a prior one.
        sightings = self.seen(candidates[0], self.deciding_round(candidates[0]))
        if event not in sightings:
            return "prior-round"
        if event is sightings[-1]:
            return "decisive"
        return "repeated" if self.location_of(event) == self.location_of(sightings[-1]) else "superseded"

    def result(self):
        lines = [self.line(asset) for asset in sorted(self.assets)]
        return {
            "expected": sorted(asset for asset in self.assets if self.is_expected(asset)),
            "lines": [line for line in lines if line],
            "unknown": self.codes_with(lambda hits: hits == 0),
            "ambiguous": self.codes_with(lambda hits: hits > 1),
            "dispositions": {event["client_event_id"]: self.disposition(event) for event in self.events},
        }


def first_deliveries(events):
    # Rule: an event that is delivered again is stored once, and the first delivery stays.
    first = {}
    for event in events:
        first.setdefault(event["client_event_id"], event)
    return list(first.values())


def order_key(event):
    # Rule: the order of events travels with them; arrival decides nothing.
    return (event["occurred_at"], event["device_id"], event["device_seq"], event["client_event_id"])


def round_of(event):
    number = event.get("round")
    return 1 if number is None else number


def code_of(scan):
    """The scan's text without what readers add to it."""
    # Rule: line ends and a symbology identifier are stripped; raw_value is another name for code.
    text = scan["code"] if scan.get("code") is not None else scan["raw_value"]
    text = text.rstrip("\r\n")
    identified = len(text) >= 3 and text[0] == "]" and is_ascii_letter(text[1]) and text[2] in "0123456789"
    return text[3:] if identified else text


def is_ascii_letter(character):
    return character.isascii() and character.isalpha()


def widened(code):
    # Rule: GTIN-8, GTIN-12 and GTIN-13 are widened to 14 digits, if their check digit is right.
    digits = len(code) in (8, 12, 13) and all(character in "0123456789" for character in code)
    return code.zfill(14) if digits and has_right_check_digit(code) else code


def has_right_check_digit(gtin):
    # From the right, digits count once and three times in turn, and the sum ends in 0 (GS1 General Specifications 7.9).
    weighted = [int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(gtin))]
    return sum(weighted) % 10 == 0


def show_two_labels(one, other):
    first, second = one.get("evidence") or {}, other.get("evidence") or {}
    if first.get("image") is None or first["image"] != second.get("image"):
        return False
    if one.get("symbology") != other.get("symbology") or code_of(one) != code_of(other):
        return False
    return bool(first.get("polygon")) and bool(second.get("polygon")) and disjoint(first["polygon"], second["polygon"])


def disjoint(one, other):
    """Whether the bounding boxes of two outlines have no point in common."""

    def apart(axis):
        mine, theirs = [point[axis] for point in one], [point[axis] for point in other]
        return max(mine) < min(theirs) or max(theirs) < min(mine)

    return apart(0) or apart(1)


def main():
    for line in sys.stdin:
        if line.strip():
            result = Stocktake(json.loads(line)).result()
            print(json.dumps(result, separators=(",", ":"), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
