"""A Kafka broker on this machine, and clients nobody here wrote, for the tests of this folder.

The broker is noida-db; it and the Python clients are in the virtual environment `.build/test-venv` (requirements.txt
beside this file says how it is made), whose Python runs these tests. The broker's binary may be somewhere else: give
it in LINKAGE_TEST_BROKER. Without them the tests are skipped; with CI=true they run, and fail.
"""

import atexit
import functools
import importlib
import itertools
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from types import SimpleNamespace

from linkage_program import Service, TemporaryDirectoryTestCase, read_only, run, wait_until

try:
    import confluent_kafka
    import confluent_kafka.admin
    import google.protobuf.json_format as protobuf_json
    import kafka.admin
except ImportError:
    confluent_kafka = protobuf_json = None

REPOSITORY = Path(__file__).resolve().parents[2]
PROTOBUF, JSON = "application/protobuf", "application/json"
# Where records of each file of `linkage sample` go, in an order in which nothing is named before it is there.
TOPICS = {
    "profiles": "enterprise-profiles", "rates": "reference-exchange-rates", "products": "fdi-products",
    "subscriptions": "supplier-subscriptions", "capabilities": "supplier-capabilities",
    "requirements": "fdi-requirements", "awards": "fdi-awards", "quotes": "supplier-quotes",
    "verifications": "official-verifications",
}
PLATFORM_TOPICS = {
    "linkage-market": "MarketFact", "linkage-matches": "MatchSet", "linkage-gaps": "GapReport",
    "linkage-dead-letters": "DeadLetter", "supplier-opportunities": "Opportunity",
}
# The broker passes over a fetch's limits.
CONSUMER = {"isolation.level": "read_committed", "receive.message.max.bytes": 2_000_000_000, "log_level": 0}

GROUPS = ("intake", "matcher", "notifier")
# How long a group may take to give its members their partitions, before the broker is taken to have forgotten it.
REBALANCE_SECONDS = 10


def find_broker():
    """The broker's binary, not its wrapper, so that it can be stopped by its number; nothing where it is missing."""
    places = [os.environ.get("LINKAGE_TEST_BROKER")]
    places += sorted((REPOSITORY / ".build/test-venv/lib").glob("*/site-packages/noida_db/noida-db"))
    return next((str(place) for place in places if place and os.access(place, os.X_OK)), None)


BROKER = find_broker()
needs_kafka = unittest.skipUnless(
    (BROKER and confluent_kafka and shutil.which("protoc")) or os.environ.get("CI") == "true",
    "no broker, no clients or no protoc: run deploy/test, which makes .build/test-venv and uses its Python")


def free_port():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


class Broker:
    """A running broker, on a free port, with a folder of its own."""

    def __init__(self, directory):
        self.directory, self.port, self.process = Path(directory), free_port(), None
        self.servers = f"127.0.0.1:{self.port}"
        # When each group was last seen with its partitions given.
        self.at_rest = {}

    def start(self):
        with open(self.directory / "broker.log", "ab") as log:
            self.process = subprocess.Popen(
                [BROKER, "start", "--only", "kafka", "--data-dir", self.directory / "broker", "--kafka-port",
                 str(self.port)],
                stdout=log, stderr=log, preexec_fn=lambda: signal.pthread_sigmask(signal.SIG_SETMASK, []))
        wait_until(self.answers, lambda: (self.directory / "broker.log").read_text())
        return self

    def stop(self):
        """Ends it and waits. What it acknowledged is kept, except what it was taking just then: stop it at rest."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=60)

    def hang(self, seconds):
        """Lets it answer nobody for a while, and lose nothing."""
        self.process.send_signal(signal.SIGSTOP)
        time.sleep(seconds)
        self.process.send_signal(signal.SIGCONT)

    def answers(self):
        try:
            return bool(self.admin.list_topics(timeout=1).brokers)
        except confluent_kafka.KafkaException:
            return False

    @functools.cached_property
    def admin(self):
        return confluent_kafka.admin.AdminClient({"bootstrap.servers": self.servers, "log_level": 0})

    def consumer(self, group="somebody-else"):
        return confluent_kafka.Consumer(
            {"bootstrap.servers": self.servers, "group.id": group, "enable.auto.commit": False,
             "enable.partition.eof": True, **CONSUMER})

    def producer(self, **properties):
        return confluent_kafka.Producer(
            {"bootstrap.servers": self.servers, "enable.idempotence": True,
             "message.max.bytes": 4_000_000, "log_level": 0, **properties})

    def expire(self, alive):
        """Does what Apache Kafka does when a session's or a rebalance's time is over, and this broker never: takes
        members out of their group that died, which it would wait for for ever, or all where it forgot to answer those
        who joined, which happens when two leave and join at once. `alive` are the client ids of the living."""
        admin = kafka.admin.KafkaAdminClient(bootstrap_servers=self.servers)
        try:
            for name, group in admin.describe_groups(GROUPS).items():
                now = time.monotonic()
                if group["group_state"] != "PreparingRebalance":
                    self.at_rest[name] = now
                is_stuck = now - self.at_rest.setdefault(name, now) > REBALANCE_SECONDS
                gone = [member["member_id"] for member in group["members"]
                        if is_stuck or member["client_id"] not in alive]
                if gone:
                    admin.remove_group_members(
                        name, [kafka.admin.MemberToRemove(member_id=member) for member in gone])
        finally:
            admin.close()

    def has_members(self, expected):
        """Whether groups are at rest with just these members, by client id."""
        admin = kafka.admin.KafkaAdminClient(bootstrap_servers=self.servers)
        try:
            groups = admin.describe_groups(list(expected))
            return all(
                group["group_state"] == "Stable"
                and {member["client_id"] for member in group["members"]} == expected[name]
                for name, group in groups.items())
        finally:
            admin.close()

    def create(self, name, partitions):
        for created in self.admin.create_topics([confluent_kafka.admin.NewTopic(name, partitions, 1)]).values():
            created.result()

    def partition_counts(self):
        return {name: len(topic.partitions) for name, topic in self.admin.list_topics(timeout=10).topics.items()}


def partitions_of(broker, topics):
    return [
        confluent_kafka.TopicPartition(name, partition) for name, count in sorted(broker.partition_counts().items())
        if name in topics for partition in range(count)]


def publish_records(broker, records):
    """Publishes (topic, key, value, headers) and waits for all; gives the delivered messages in the order given."""
    delivered = {}

    def noting(number):
        def note(error, message):
            assert error is None, error
            delivered[number] = message

        return note

    producer = broker.producer()
    for number, (topic, key, value, headers) in enumerate(records):
        while True:
            try:
                producer.produce(topic, value, key, headers=headers, on_delivery=noting(number))
                break
            except BufferError:
                producer.poll(0.1)
        producer.poll(0)
    assert producer.flush(300) == 0
    return [delivered[number] for number in range(len(records))]


# MARK: - What the platform wrote


@functools.cache
def schemas():
    """The messages of topics/proto, as protoc makes them for Python."""
    folder = tempfile.mkdtemp(prefix="linkage-proto-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    root = REPOSITORY / "topics/proto"
    files = sorted(path.relative_to(root) for path in root.glob("linkage/v1/*.proto"))
    subprocess.run(["protoc", "--proto_path", root, "--python_out", folder, *map(str, files)], check=True)
    sys.path.insert(0, folder)
    modules = [importlib.import_module(f"linkage.v1.{path.stem}_pb2") for path in files]
    return SimpleNamespace(**{name: value for module in modules for name, value in vars(module).items()
                              if isinstance(value, type)})


def protobuf(name, record):
    """A record, given as JSON says it, as Protobuf."""
    return protobuf_json.ParseDict(record, getattr(schemas(), name)()).SerializeToString()


class PlatformRecords:
    """What a consumer at read_committed sees of the platform's own topics, read on and on."""

    def __init__(self, broker):
        self.broker, self.consumer = broker, broker.consumer()
        self.records = []
        self.partitions = partitions_of(broker, PLATFORM_TOPICS)
        self.nexts = {(place.topic, place.partition): 0 for place in self.partitions}
        self.consumer.assign([confluent_kafka.TopicPartition(p.topic, p.partition, 0) for p in self.partitions])
        self.reached = {}

    def read(self):
        """Reads to the ends as they are now; gives all records so far."""
        ends = {(p.topic, p.partition): self.consumer.get_watermark_offsets(p, timeout=30)[1] for p in self.partitions}

        def is_read():
            for message in self.consumer.consume(1_000, timeout=0.1):
                self.take(message)
            return all(self.reached.get(place, 0) >= end for place, end in ends.items())

        wait_until(is_read, lambda: f"reached {self.reached} of {ends}")
        return self.records

    def take(self, message):
        place = message.topic(), message.partition()
        if message.error():
            assert message.error().code() == confluent_kafka.KafkaError._PARTITION_EOF, message.error()
            self.reached[place] = message.offset()
            return
        self.records.append(message)
        self.nexts[place] = message.offset() + 1
        self.reached[place] = message.offset() + 1

    def values(self, topic):
        """The messages of a topic, decoded, in their order."""
        return [decoded(record) for record in self.records if record.topic() == topic]

    def close(self):
        self.consumer.close()


def decoded(record):
    message = getattr(schemas(), PLATFORM_TOPICS[record.topic()])
    if dict(record.headers())["content-type"] == JSON.encode():
        return json.loads(record.value())
    return message.FromString(record.value())


def is_settled(broker, seen, caches):
    """Whether every service has come to the end of what it reads, and each cache to the end of what it records."""
    public = partitions_of(broker, TOPICS.values())
    ends = {place.topic: seen.consumer.get_watermark_offsets(place, timeout=30)[1] for place in public}
    taken = committed(broker, "intake", public)
    if any(taken[topic, 0] < end for topic, end in ends.items()):
        return False
    seen.read()
    market = [place for place in seen.partitions if place.topic == "linkage-market"]
    if not all(seen.nexts[place.topic, place.partition] for place in market):
        return False
    for group in ("matcher", "notifier"):
        folded = committed(broker, group, market)
        if any(offset < seen.nexts[place] for place, offset in folded.items()):
            return False
    seen.read()
    return all(recorded_up_to(cache, seen.nexts) for cache in caches)


def committed(broker, group, partitions):
    consumer = broker.consumer(group)
    try:
        return {(place.topic, place.partition): max(place.offset, 0) for place in consumer.committed(partitions, 30)}
    except confluent_kafka.KafkaException:
        # Another transaction is being committed.
        return {(place.topic, place.partition): -1 for place in partitions}
    finally:
        consumer.close()


def recorded_up_to(cache, nexts):
    """Whether a cache holds every record; its positions may also be behind ends of transactions."""
    if not (cache / "cache.sqlite").exists():
        return False
    with read_only(cache / "cache.sqlite") as database:
        positions = {
            (topic, partition): offset
            for topic, partition, offset in database.execute("SELECT topic, partition, next_offset FROM position")}
    return all(positions.get(place, 0) >= end for place, end in nexts.items())


# MARK: - Tests on a broker


class KafkaService(Service):
    """A service on the broker; each start has a client id of its own, so that the dead can be told from the living."""

    numbers = itertools.count()

    def start(self):
        self.client = f"{self.name}-{next(self.numbers)}"
        self.environment["LINKAGE_KAFKA_CLIENT_ID"] = self.client
        return super().start()


@needs_kafka
class KafkaTestCase(TemporaryDirectoryTestCase):
    """A test with a broker of its own, `self.broker`, on which the topics are not yet made."""

    def setUp(self):
        super().setUp()
        self.broker = Broker(self.work).start()
        self.addCleanup(self.broker.stop)
        self.running = []
        self.addCleanup(self.kill_all)

    def apply_topics(self, partitions=6):
        code, output, errors = run(
            "topics", "apply", "--market-partitions", partitions, "--bootstrap-servers", self.broker.servers)
        assert code == 0, output + errors
        self.seen = PlatformRecords(self.broker)
        self.addCleanup(self.seen.close)

    def service(self, name, directory, *options):
        """Starts `linkage NAME` on the broker."""
        port = ["--port", "0"] if name in ("up", "portal") else []
        service = KafkaService(
            name, self.work / directory, "--bootstrap-servers", self.broker.servers, *port, *options)
        self.running.append(service)
        return service.start()

    def kill_all(self):
        for service in self.running:
            if service.is_running():
                service.kill()

    def stop_all(self):
        """Stops what is running, each of which must end with 0."""
        for service in self.running:
            if service.is_running():
                service.stop()

    def expire_the_dead(self):
        self.broker.expire({service.client for service in self.running if service.is_running()})

    def wait_until(self, condition, complaint):
        """Waits for a condition, and does meanwhile what the broker never does."""
        wait_until(lambda: condition() or self.expire_the_dead(), complaint)

    def regroup(self, **groups):
        """Waits until services are members of their groups again, after the broker was away: it takes commits from
        members of before, where Apache Kafka refuses them by their generation."""
        expected = {name: {service.client for service in services} for name, services in groups.items()}

        self.wait_until(lambda: self.broker.has_members(expected), lambda: f"not regrouped: {expected}")

    def settle(self, *caches):
        self.wait_until(
            lambda: is_settled(self.broker, self.seen, [self.work / cache for cache in caches]),
            lambda: "not settled: " + "\n".join(f"{service.name}: {service.log()}" for service in self.running))
