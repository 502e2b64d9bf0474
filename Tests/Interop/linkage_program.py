"""Runs the real program on real files, for the tests of this folder.

The program is named by the environment variable LINKAGE; the real code lists are in ../shared/data beside the
repository, or where LINKAGE_SHARED_DATA says.
"""

import os
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

PROGRAM = os.path.abspath(os.environ["LINKAGE"])
SHARED_DATA = Path(
    os.environ.get("LINKAGE_SHARED_DATA", Path(__file__).resolve().parents[3] / "shared" / "data"))
DEADLINE_SECONDS = int(os.environ.get("LINKAGE_TEST_DEADLINE", "300"))
PLATFORM_TOPICS = (
    "linkage-market", "linkage-matches", "linkage-gaps", "linkage-dead-letters", "supplier-opportunities")

needs_shared_data = unittest.skipUnless(SHARED_DATA.is_dir(), f"the real code lists are not in {SHARED_DATA}")


def run(*arguments, text=None, environment=None, preexec_fn=None):
    """Runs a command to its end; gives exit code, standard output and standard error."""
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)], input=text, capture_output=True, timeout=DEADLINE_SECONDS,
        env={**os.environ, **(environment or {})}, preexec_fn=preexec_fn)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def publish(directory, subject, path, *options, text=None):
    code, output, errors = run("publish", subject, path, "--data-dir", directory, *options, text=text)
    assert code == 0, f"publish {subject} {path} ended with {code}: {output}{errors}"


class Service:
    """A running `linkage NAME` on a data directory; what it says is in NAME.log there."""

    def __init__(self, name, directory, *options, environment=None):
        self.name, self.directory, self.options = name, Path(directory), options
        self.environment = environment or {}
        self.directory.mkdir(parents=True, exist_ok=True)
        self.process = None

    def start(self):
        with open(self.directory / f"{self.name}.log", "ab") as log:
            self.process = subprocess.Popen(
                [PROGRAM, self.name, "--data-dir", str(self.directory), *map(str, self.options)], stdout=log, stderr=log,
                env={**os.environ, **self.environment})
        return self

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        # Before a service listens for it, the signal ends it as it ends any program.
        wait_until(
            lambda: self.catches(signal.SIGTERM) or not self.is_running(), lambda: f"does not listen: {self.log()}")
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=60)
        assert code == 0, f"{self.name} ended with {code}: {self.log()}"

    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def catches(self, number):
        return int(self.status("SigCgt") or "0", 16) >> (number - 1) & 1 == 1

    def status(self, field):
        """A line of /proc/PID/status, "" where the process has none, as a dead one."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(field + ":"):
                return line.partition(":")[2].strip()
        return ""

    def log(self):
        return (self.directory / f"{self.name}.log").read_text()[-3000:]

    def peak_megabytes(self):
        return int((self.status("VmHWM") or "0").split()[0]) / 1024

    def __enter__(self):
        return self.start()

    def __exit__(self, kind, *_):
        if self.is_running():
            self.kill() if kind else self.stop()


class Up(Service):
    """A running `linkage up` on the embedded log."""

    def __init__(self, directory, *options):
        super().__init__("up", directory, "--port", "0", *options)

    def settle(self):
        wait_until(lambda: is_settled(self.directory), lambda: f"not settled: {self.log()}")


def wait_until(condition, complaint, seconds=DEADLINE_SECONDS):
    """Looks again and again until a condition holds or the deadline has passed."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, complaint()
        time.sleep(0.1)


def read_only(path):
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)


def is_settled(directory):
    """Whether every service has come to the end of the log."""
    try:
        with read_only(directory / "log.sqlite") as log, read_only(directory / "cache.sqlite") as cache:
            # Of one moment: intake may go on between two questions.
            log.execute("BEGIN")
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
    market = ends.get("linkage-market", 0)
    return (
        market > 0
        and all(positions.get((group, "linkage-market"), 0) == market for group in ("matcher", "notifier"))
        and all(recorded.get(topic, 0) == ends[topic] for topic in PLATFORM_TOPICS)
    )


class TemporaryDirectoryTestCase(unittest.TestCase):
    """A test with a folder of its own, `self.work`."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="linkage-")
        self.addCleanup(folder.cleanup)
        self.work = Path(folder.name)
