#!/usr/bin/env python3
"""The main job, as its users run it: the real program, real files, real crashes.

    python3 Tests/Interop/main_job.py PATH/TO/linkage [--suppliers N] [--requirements N]

A sample market is published requirements first, capabilities first, shuffled, from CSV, and while the program is killed
ten times. Each way the current match sets must be equal, and a replay must find the cache equal. Times and memory are
printed, never asserted below what an issue promises (60 s, 1 GB).
"""

import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DEADLINE_SECONDS = 300
PLATFORM_TOPICS = ("linkage-market", "linkage-matches", "linkage-dead-letters", "supplier-opportunities")
FIRST = ("profiles", "rates", "products")
LAST = ("subscriptions", "awards", "quotes", "verifications")


class Up:
    """A running `linkage up` on a data directory."""

    def __init__(self, program, directory):
        self.program, self.directory = program, directory
        self.log = open(directory / "up.log", "ab")
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "up", "--port", "0", "--data-dir", str(self.directory)],
            stdout=self.log, stderr=self.log)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=60)
        assert code == 0, f"up ended with {code}: {(self.directory / 'up.log').read_text()[-2000:]}"

    def peak_megabytes(self):
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
        return 0


def read_only(path):
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)


def is_settled(directory):
    """Whether every service has come to the end of the log."""
    try:
        with read_only(directory / "log.sqlite") as log, read_only(directory / "cache.sqlite") as cache:
            ends = {
                name: log.execute(f"SELECT ifnull(max(record_offset) + 1, 0) FROM record_{number}").fetchone()[0]
                for number, name in log.execute("SELECT number, name FROM topic").fetchall()
            }
            positions = {
                (group, topic): offset
                for group, topic, offset in log.execute(
                    "SELECT g.name, t.name, p.next_offset FROM position p"
                    " JOIN consumer_group g ON g.number = p.group_number JOIN topic t ON t.number = p.topic_number")
            }
            recorded = dict(cache.execute("SELECT topic, next_offset FROM position").fetchall())
    except sqlite3.OperationalError:
        return False
    if any(positions.get(("intake", topic), 0) < end for topic, end in ends.items() if topic not in PLATFORM_TOPICS):
        return False
    market = ends["linkage-market"]
    return (
        market > 0
        and all(positions.get((group, "linkage-market"), 0) == market for group in ("matcher", "notifier"))
        and all(recorded.get(topic, 0) == ends[topic] for topic in PLATFORM_TOPICS)
    )


def wait_until_settled(directory):
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not is_settled(directory):
        assert time.monotonic() < deadline, f"not settled: {(directory / 'up.log').read_text()[-2000:]}"
        time.sleep(0.05)


def publish(program, directory, subject, path, text=None):
    subprocess.run(
        [program, "publish", subject, str(path), "--data-dir", str(directory)],
        input=text, check=True, stdout=subprocess.DEVNULL, text=True)


def match_sets(directory):
    """The current match sets, without the market positions and times that tell when they were found."""
    with read_only(directory / "cache.sqlite") as cache:
        return [
            cache.execute(
                "SELECT requirement, status, open_quantity, currency, ratio, absent_reason, planned_amount,"
                " uncovered_quantity, uncovered_amount FROM current_match_set ORDER BY requirement").fetchall(),
            cache.execute("SELECT * FROM current_match ORDER BY requirement, rank").fetchall(),
            cache.execute("SELECT * FROM current_allocation ORDER BY requirement, sequence").fetchall(),
        ]


def chunks(sample, rng):
    """Capabilities and requirements in random order, in pieces of 500 lines, as (subject, text)."""
    for subject in ("capabilities", "requirements"):
        lines = (sample / f"{subject}.jsonl").read_text().splitlines(keepends=True)
        rng.shuffle(lines)
        for start in range(0, len(lines), 500):
            yield subject, "".join(lines[start:start + 500])


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("--suppliers", type=int, default=20_000)
    arguments.add_argument("--requirements", type=int, default=5_000)
    options = arguments.parse_args()
    program = os.path.abspath(options.program)
    work = Path(tempfile.mkdtemp(prefix="linkage-main-job-"))
    rng = random.Random(7)
    checks = 0
    try:
        for form in ("jsonl", "csv"):
            subprocess.run(
                [program, "sample", "--out", str(work / form), "--suppliers", str(options.suppliers), "--requirements",
                 str(options.requirements), "--seed", "7", "--format", form], check=True, stdout=subprocess.DEVNULL)

        def middle(way, directory):
            sample = work / "jsonl"
            if way == "shuffled" or way == "killed ten times":
                pieces = list(chunks(sample, rng))
                rng.shuffle(pieces)
                for subject, text in pieces:
                    publish(program, directory, subject, "-", text)
            elif way == "from CSV":
                for subject in ("capabilities", "requirements"):
                    publish(program, directory, subject, work / "csv" / f"{subject}.csv")
            else:
                order = ("requirements", "capabilities") if way == "requirements first" else ("capabilities", "requirements")
                for subject in order:
                    publish(program, directory, subject, sample / f"{subject}.jsonl")

        results = {}
        for way in ("requirements first", "capabilities first", "shuffled", "from CSV", "killed ten times"):
            directory = work / way.replace(" ", "-")
            directory.mkdir()
            up = Up(program, directory)
            up.start()
            began = time.monotonic()
            form = "csv" if way == "from CSV" else "jsonl"
            for subject in FIRST:
                publish(program, directory, subject, work / form / f"{subject}.{form}")
            if way == "killed ten times":
                publisher = os.fork()
                if publisher == 0:
                    try:
                        middle(way, directory)
                        os._exit(0)
                    except BaseException as error:
                        print(error, file=sys.stderr)
                        os._exit(1)
                for _ in range(10):
                    time.sleep(rng.uniform(0.2, 1.5))
                    up.kill()
                    up.start()
                _, status = os.waitpid(publisher, 0)
                assert status == 0, "the publisher failed"
            else:
                middle(way, directory)
            wait_until_settled(directory)
            for subject in LAST:
                publish(program, directory, subject, work / form / f"{subject}.{form}")
            wait_until_settled(directory)
            seconds, memory = time.monotonic() - began, up.peak_megabytes()
            up.stop()
            results[way] = match_sets(directory)
            sets, matches, plans = (len(part) for part in results[way])
            print(f"{way}: {seconds:.1f} s, {memory:.0f} MB at most; {sets} match sets, {matches} matches, {plans} allocations")
            assert sets == options.requirements, f"{sets} current match sets for {options.requirements} requirements"
            assert seconds < 60 or way == "killed ten times", "slower than promised"
            assert memory < 1024, "more memory than promised"
            assert results[way] == results["requirements first"], f"{way}: other match sets than requirements first"
            replay = subprocess.run(
                [program, "replay", "--data-dir", str(directory)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            assert replay.returncode == 0 and replay.stdout.startswith("equal"), replay.stdout[-3000:]
            print(f"  replay: {replay.stdout.strip()}")
            checks += 2
            shutil.rmtree(directory)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"{checks} passed, 0 failed")


if __name__ == "__main__":
    main()
