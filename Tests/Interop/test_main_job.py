"""The main job at the size of a province: 20,000 suppliers, 5,000 requirements, whatever the order and the crashes."""

import os
import random
import sys
import threading
import time

from linkage_program import TemporaryDirectoryTestCase, Up, publish, read_only, run

SUPPLIERS = int(os.environ.get("LINKAGE_TEST_SUPPLIERS", "20000"))
REQUIREMENTS = SUPPLIERS // 4
FIRST = ("profiles", "rates", "products")
LAST = ("subscriptions", "awards", "quotes", "verifications")


def current_match_sets(directory):
    """Without the market positions and times that tell when they were found."""
    with read_only(directory / "cache.sqlite") as cache:
        return [
            cache.execute(
                "SELECT requirement, status, open_quantity, currency, ratio, absent_reason, planned_amount,"
                " uncovered_quantity, uncovered_amount FROM current_match_set ORDER BY requirement").fetchall(),
            cache.execute("SELECT * FROM current_match ORDER BY requirement, rank").fetchall(),
            cache.execute(
                "SELECT * FROM capacity_use WHERE quantity > 0 ORDER BY requirement, capability, award").fetchall(),
        ]


class MainJob(TemporaryDirectoryTestCase):
    def test_match_sets_are_equal_in_every_order_and_after_ten_kills(self):
        for form in ("jsonl", "csv"):
            code, _, errors = run(
                "sample", "--out", self.work / form, "--suppliers", SUPPLIERS, "--requirements", REQUIREMENTS, "--seed",
                "7", "--format", form)
            self.assertEqual(code, 0, errors)
        expected = None
        for way in ("requirements first", "capabilities first", "shuffled", "from CSV", "killed ten times"):
            with self.subTest(way):
                found = self.run_market(way)
                expected = expected or found
                self.assertEqual(len(found[0]), REQUIREMENTS)
                self.assertGreater(len(found[1]), REQUIREMENTS)
                for part, other in zip(found, expected):
                    self.assertEqual(part, other)

    def run_market(self, way):
        directory = self.work / way.replace(" ", "-")
        form = "csv" if way == "from CSV" else "jsonl"
        rng = random.Random(7)
        with Up(directory) as up:
            began = time.monotonic()
            for subject in FIRST:
                publish(directory, subject, self.work / form / f"{subject}.{form}")
            if way == "killed ten times":
                self.kill_while(up, rng, lambda: self.publish_offers(way, directory))
            else:
                self.publish_offers(way, directory)
            up.settle()
            for subject in LAST:
                publish(directory, subject, self.work / form / f"{subject}.{form}")
            up.settle()
            seconds, memory = time.monotonic() - began, up.peak_megabytes()
        found = current_match_sets(directory)
        sets, matches, plans = map(len, found)
        print(
            f"{way}: {seconds:.1f} s, at most {memory:.0f} MB; {sets} match sets, {matches} matches, {plans} allocations",
            file=sys.stderr)
        self.assertLess(memory, 1024)
        code, output, errors = run("replay", "--data-dir", directory)
        self.assertEqual((code, output.split(":")[0]), (0, "equal"), errors)
        return found

    def publish_offers(self, way, directory):
        if way in ("shuffled", "killed ten times"):
            for subject, text in self.pieces(random.Random(11)):
                publish(directory, subject, "-", text=text)
        elif way == "from CSV":
            for subject in ("capabilities", "requirements"):
                publish(directory, subject, self.work / "csv" / f"{subject}.csv")
        else:
            subjects = ["requirements", "capabilities"]
            for subject in subjects if way == "requirements first" else reversed(subjects):
                publish(directory, subject, self.work / "jsonl" / f"{subject}.jsonl")

    def pieces(self, rng):
        """Capabilities and requirements in random order, in pieces of 4,000 lines."""
        pieces = []
        for subject in ("capabilities", "requirements"):
            lines = (self.work / "jsonl" / f"{subject}.jsonl").read_bytes().splitlines(keepends=True)
            rng.shuffle(lines)
            pieces += [(subject, b"".join(lines[start:start + 4_000])) for start in range(0, len(lines), 4_000)]
        rng.shuffle(pieces)
        return pieces

    def kill_while(self, up, rng, publish_all):
        failures = []

        def publish_noting_failures():
            try:
                publish_all()
            except BaseException as failure:
                failures.append(failure)

        publisher = threading.Thread(target=publish_noting_failures)
        publisher.start()
        for _ in range(10):
            time.sleep(rng.uniform(0.2, 1.5))
            up.kill()
            up.start()
        publisher.join()
        self.assertEqual(failures, [])
