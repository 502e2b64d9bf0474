"""The services as processes on a broker: sharing the work, dying, standing by, and finding the cluster wrong or gone.

Whatever happens, nothing published is lost and nothing counts twice, and the current match sets are those of an
undisturbed run on the embedded log. LINKAGE_TEST_KILL_ROUNDS says how often a service is killed (3).
"""

import collections
import functools
import json
import os
import random
import re
import shutil
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request
from pathlib import Path

from kafka_cluster import TOPICS, KafkaTestCase, free_port, publish_records, schemas
from linkage_program import Service, Up, publish, run, wait_until
from test_main_job import current_match_sets

KILL_ROUNDS = int(os.environ.get("LINKAGE_TEST_KILL_ROUNDS", "3"))
SUPPLIERS, REQUIREMENTS = 200, 100
FIRST, OFFERS = ("profiles", "rates", "products"), ("capabilities", "requirements")
LAST = ("subscriptions", "awards", "quotes", "verifications")
REQUIREMENT = {
    "owner": "2300000001", "id": "R1", "hsCode": "853400", "quantity": "1000", "unitCode": "H87",
    "delivery": {"firstDay": "2031-01-01", "lastDay": "2031-01-30"},
}


def requirement(id):
    return "fdi-requirements", f"2300000001/{id}", json.dumps({**REQUIREMENT, "id": id}).encode(), []


class Sample:
    """A fictional market, its records, and the match sets that an undisturbed `linkage up` finds."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="linkage-sample-"))
        unittest.addModuleCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        code, _, errors = run(
            "sample", "--out", self.folder, "--suppliers", SUPPLIERS, "--requirements", REQUIREMENTS, "--seed", "7")
        assert code == 0, errors
        self.expected = self.on_the_embedded_log()

    def records(self, *subjects):
        records = []
        for subject in subjects:
            for line in (self.folder / f"{subject}.jsonl").read_bytes().splitlines():
                record = json.loads(line)
                records.append((TOPICS[subject], f"{record['owner']}/{record['id']}", line, []))
        return records

    def shuffled_offers(self):
        records = self.records(*OFFERS)
        random.Random(11).shuffle(records)
        return records

    def on_the_embedded_log(self):
        directory = self.folder / "embedded"
        with Up(directory) as up:
            for subjects in (FIRST, OFFERS, LAST):
                for subject in subjects:
                    publish(directory, subject, self.folder / f"{subject}.jsonl")
                up.settle()
        return current_match_sets(directory)


@functools.cache
def sample():
    return Sample()


class ServicesTestCase(KafkaTestCase):
    def start_all(self, matchers=2):
        """Every service as a process of its own."""
        self.intake = self.service("intake", "intake")
        self.matchers = [self.service("matcher", f"matcher-{number}") for number in range(matchers)]
        self.notifier = self.service("notifier", "notifier")
        self.portal = self.service("portal", "portal")

    def publish_sample(self, during_offers=lambda: None):
        """Publishes the sample; calls a body while the offers are on their way."""
        publish_records(self.broker, sample().records(*FIRST))
        failures = []

        def publish_offers():
            try:
                offers = sample().shuffled_offers()
                for start in range(0, len(offers), 5):
                    publish_records(self.broker, offers[start:start + 5])
                    # As long, in all, as services are killed.
                    time.sleep(KILL_ROUNDS / 80)
            except BaseException as failure:
                failures.append(failure)

        publisher = threading.Thread(target=publish_offers)
        publisher.start()
        during_offers()
        publisher.join()
        self.assertEqual(failures, [])
        self.settle("portal")
        publish_records(self.broker, sample().records(*LAST))
        self.settle("portal")

    def assert_as_undisturbed(self):
        found = current_match_sets(self.work / "portal")
        self.assertEqual(len(found[0]), REQUIREMENTS)
        for part, other in zip(found, sample().expected):
            self.assertEqual(part, other)
        self.assert_nothing_lost_and_nothing_twice()
        self.stop_all()
        code, output, errors = run(
            "replay", "--data-dir", self.work / "portal", "--bootstrap-servers", self.broker.servers)
        self.assertEqual((code, output.split(":")[0]), (0, "equal"), errors)

    def assert_nothing_lost_and_nothing_twice(self):
        """Each published record became one fact (one in every partition for what all need), one dead letter or one
        counted repeat; each match set and each opportunity was written once."""
        market = [record for record in self.seen.records if record.topic() == "linkage-market"]
        partitions = {record.partition() for record in market}
        became = collections.Counter()
        spread = collections.Counter()
        versions = collections.Counter()
        times = collections.defaultdict(list)
        for record in market:
            fact = schemas().MarketFact.FromString(record.value())
            times[record.partition()].append(fact.accepted_at)
            kind = fact.WhichOneof("fact")
            if kind == "repeats_counted":
                became.update((origin.topic, origin.offset) for origin in fact.repeats_counted.records)
            if not fact.HasField("origin") or kind in ("pending", "expired"):
                continue
            origin = fact.origin.topic, fact.origin.offset
            versions[fact.origin.topic, fact.key, fact.version, record.partition()] += 1
            if kind in ("exchange_rate", "subscription"):
                spread[origin] += 1
            else:
                became[origin] += 1
        became.update(
            (letter.origin.topic, letter.origin.offset) for letter in self.seen.values("linkage-dead-letters"))
        for origin, times_written in spread.items():
            self.assertEqual(times_written, len(partitions), origin)
            became[origin] += 1
        for topic in TOPICS.values():
            self.assertEqual({offset: became[topic, offset] for offset in range(self.end_of(topic))},
                             dict.fromkeys(range(self.end_of(topic)), 1), topic)
        self.assertEqual(sum(became.values()), sum(self.end_of(topic) for topic in TOPICS.values()))
        self.assertEqual([version for version, count in versions.items() if count > 1], [])
        for accepted in times.values():
            self.assertEqual(accepted, sorted(accepted))
        causes = collections.Counter(
            (found.requirement, found.market_partition, found.market_offset)
            for found in self.seen.values("linkage-matches"))
        self.assertEqual([cause for cause, count in causes.items() if count > 1], [])
        told = collections.Counter(
            (told["supplier"], told["requirement"], told["requirementVersion"], told["status"])
            for told in self.seen.values("supplier-opportunities"))
        self.assertEqual([opportunity for opportunity, count in told.items() if count > 1], [])

    @functools.cache
    def end_of(self, topic):
        consumer = self.broker.consumer()
        from confluent_kafka import TopicPartition
        try:
            return consumer.get_watermark_offsets(TopicPartition(topic, 0), timeout=30)[1]
        finally:
            consumer.close()

    def members(self, group):
        """How many partitions of the market each member of a group has."""
        [described] = self.broker.admin.describe_consumer_groups([group]).values()
        return sorted(
            len([place for place in member.assignment.topic_partitions if place.topic == "linkage-market"])
            for member in described.result().members)


class Undisturbed(ServicesTestCase):
    def test_separate_services_find_what_the_embedded_log_finds(self):
        self.apply_topics()
        self.start_all()
        self.publish_sample()
        self.assert_as_undisturbed()

    def test_one_partition_and_one_process_find_the_same(self):
        self.apply_topics(partitions=1)
        self.service("up", "portal")
        self.publish_sample()
        self.assert_as_undisturbed()

    def test_the_market_can_be_published_before_anyone_listens(self):
        self.apply_topics()
        publish_records(self.broker, sample().records(*FIRST, *OFFERS))
        self.start_all()
        self.settle("portal")
        publish_records(self.broker, sample().records(*LAST))
        self.settle("portal")
        self.assert_as_undisturbed()


class Killed(ServicesTestCase):
    def test_two_matchers_share_the_market_and_one_dies(self):
        self.apply_topics()
        self.start_all()

        def kill_one():
            wait_until(lambda: self.members("matcher") == [3, 3], lambda: f"shared as {self.members('matcher')}")
            self.matchers[0].kill()
            self.expire_the_dead()
            wait_until(lambda: self.members("matcher") == [6], lambda: f"shared as {self.members('matcher')}")

        self.publish_sample(kill_one)
        self.assert_as_undisturbed()

    def test_every_service_is_killed_at_random_moments(self):
        self.apply_topics()
        self.start_all()
        rng = random.Random(KILL_ROUNDS)
        services = [self.intake, *self.matchers, self.notifier, self.portal]

        def kill_again_and_again():
            for round in range(KILL_ROUNDS):
                for service in rng.sample(services, len(services)):
                    time.sleep(rng.uniform(0, 0.5))
                    service.kill()
                    service.start()

        self.publish_sample(kill_again_and_again)
        self.assert_as_undisturbed()

    def test_a_standby_intake_takes_over(self):
        self.apply_topics()
        intakes = [self.service("intake", f"intake-{number}") for number in range(2)]
        self.matchers = [self.service("matcher", "matcher")]
        self.service("notifier", "notifier")
        self.service("portal", "portal")
        count = 0
        for turn in range(4):
            publish_records(self.broker, [requirement(f"R{count + number}") for number in range(10)])
            count += 10
            self.settle("portal")
            # Of two, each is killed twice, so that the active one is at least once.
            intakes[turn % 2].kill()
            publish_records(self.broker, [requirement(f"R{count + number}") for number in range(10)])
            count += 10
            self.settle("portal")
            intakes[turn % 2].start()
        self.assert_nothing_lost_and_nothing_twice()
        facts = [fact for fact in self.seen.values("linkage-market") if fact.WhichOneof("fact") == "requirement"]
        self.assertEqual(len(facts), count)
        self.stop_all()

    def test_a_twin_with_the_same_transactional_id_does_no_harm(self):
        """Someone takes the writers' names: the services are fenced, and go on under a newer epoch."""
        self.apply_topics()
        self.start_all()

        def take_the_names():
            for name in ("intake", *(f"{group}-{number}" for group in ("matcher", "notifier") for number in range(6))):
                twin = self.broker.producer(**{"transactional.id": name})
                twin.init_transactions(30)

        self.publish_sample(take_the_names)
        self.assert_as_undisturbed()


class BrokerGone(ServicesTestCase):
    def test_restarts_of_the_broker(self):
        """The broker is stopped at rest, for it loses what it is taking just then; the services do not notice more than
        that nobody answers."""
        self.apply_topics()
        self.start_all()
        publish_records(self.broker, sample().records(*FIRST))
        offers = sample().shuffled_offers()
        for part in (offers[::3], offers[1::3], offers[2::3]):
            self.settle("portal")
            self.broker.stop()
            self.broker.start()
            self.regroup(intake=[self.intake], matcher=self.matchers, notifier=[self.notifier])
            publish_records(self.broker, part)
        self.settle("portal")
        publish_records(self.broker, sample().records(*LAST))
        self.settle("portal")
        self.assertTrue(all(service.is_running() for service in self.running))
        self.assert_as_undisturbed()

    def test_a_broker_that_hangs(self):
        """For less than the session of a group's member: this broker keeps members that are gone for too long."""
        self.apply_topics()
        self.start_all()
        self.publish_sample(lambda: [self.broker.hang(seconds) for seconds in (1, 4, 7)])
        self.assertTrue(all(service.is_running() for service in self.running))
        self.assert_as_undisturbed()

    def test_the_portal_keeps_reading_and_says_503_to_publishing(self):
        self.apply_topics()
        self.start_all()
        publish_records(self.broker, [requirement("R1")])
        self.settle("portal")
        self.assertEqual(self.ask("readyz")[0], 200)
        self.broker.stop()
        status, _, body = self.ask("api/v1/requirements")
        self.assertEqual(status, 200)
        self.assertIn("R1", body)
        self.assertEqual(self.ask("healthz")[0], 200)
        status, headers, body = self.ask("api/v1/requirements", json.dumps({**REQUIREMENT, "id": "R2"}).encode())
        self.assertEqual(status, 503, body)
        self.assertIn("Retry-After", headers)
        self.assertEqual(headers["Content-Type"].split(";")[0], "application/problem+json")
        self.assertEqual(self.ask("readyz")[0], 503)
        # The services stay, and do not fill the log.
        for service in self.running:
            self.assertTrue(service.is_running(), service.log())
            self.assertLess(len((service.directory / f"{service.name}.log").read_text().splitlines()), 40, service.log())
        self.broker.start()
        wait_until(lambda: self.ask("readyz")[0] == 200, self.portal.log, 120)
        publish_records(self.broker, [requirement("R3")])
        self.settle("portal")
        self.assertIn("R3", self.ask("api/v1/requirements")[2])
        self.assert_nothing_lost_and_nothing_twice()

    def ask(self, path, body=None):
        log = self.portal.directory / "portal.log"
        wait_until(lambda: "Linkage is at" in log.read_text(), self.portal.log)
        address = re.findall(r"Linkage is at (http://\S+)", log.read_text())[-1]
        code, token, errors = run(
            "token", "issue", "--role", "fdi", "--org", REQUIREMENT["owner"], "--data-dir", self.portal.directory)
        self.assertEqual(code, 0, errors)
        request = urllib.request.Request(
            address + path, data=body,
            headers={"Content-Type": "application/json", "Authorization": f"Bearer {token.strip()}"})
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return response.status, response.headers, response.read().decode()
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.headers, refusal.read().decode()

    def test_commands_end_with_69_and_one_line(self):
        nowhere = f"127.0.0.1:{free_port()}"
        options = ["--bootstrap-servers", nowhere, "--kafka-timeout", "3", "--data-dir", self.work / "d"]
        text = json.dumps(REQUIREMENT).encode()
        for command in (["topics", "apply"], ["topics", "apply", "--dry-run"], ["publish", "requirements", "-"]):
            with self.subTest(" ".join(command)):
                began = time.monotonic()
                code, output, errors = run(*command, *options, text=text)
                self.assertEqual((code, output), (69, ""), errors)
                self.assertLess(time.monotonic() - began, 10)
                [line] = errors.splitlines()
                self.assertIn(nowhere, line)


class WrongTopics(KafkaTestCase):
    SERVICES = ("up", "intake", "matcher", "notifier", "portal")

    def refused(self, name):
        """What a service says that refuses to start."""
        options = ["--port", "0"] if name in ("up", "portal") else []
        code, output, errors = run(
            name, *options, "--data-dir", self.work / name, "--bootstrap-servers", self.broker.servers)
        self.assertEqual(code, 69, output + errors)
        return [line for line in errors.splitlines() if " info " not in line]

    def test_services_refuse_to_start_on_missing_topics(self):
        for name in self.SERVICES:
            with self.subTest(name):
                [line] = self.refused(name)
                self.assertIn("`linkage topics apply`", line)
                self.assertIn("enterprise-profiles is missing", line)
        self.assertNotIn("enterprise-profiles", self.broker.partition_counts())

    def test_services_refuse_to_start_on_another_partition_count(self):
        self.broker.create("fdi-requirements", 2)
        code, output, errors = run("topics", "apply", "--bootstrap-servers", self.broker.servers)
        self.assertEqual(code, 1, output)
        self.assertIn("fdi-requirements has 2 partitions, should have 1", errors)
        for name in self.SERVICES:
            with self.subTest(name):
                [line] = self.refused(name)
                self.assertIn("fdi-requirements has 2 partitions and needs 1", line)
                self.assertIn("`linkage topics apply", line)

    def test_market_and_matches_must_have_the_same_count(self):
        self.broker.create("linkage-matches", 3)
        self.broker.create("linkage-market", 6)
        code, output, errors = run("topics", "apply", "--dry-run", "--bootstrap-servers", self.broker.servers)
        self.assertEqual(code, 1)
        self.assertIn("linkage-matches has 3 partitions, should have 6", output)
        for topic in TOPICS.values():
            self.broker.create(topic, 1)
        for topic in ("linkage-gaps", "linkage-dead-letters", "supplier-opportunities"):
            self.broker.create(topic, 1)
        for name in self.SERVICES:
            with self.subTest(name):
                [line] = self.refused(name)
                self.assertIn("`linkage topics apply --market-partitions 6`", line)
        code, output, errors = run("topics", "apply", "--bootstrap-servers", self.broker.servers)
        self.assertEqual(code, 0, output + errors)
        self.assertEqual(self.broker.partition_counts()["linkage-matches"], 6)

    def test_a_dry_run_says_what_is_missing_and_makes_nothing(self):
        code, output, errors = run("topics", "apply", "--dry-run", "--bootstrap-servers", self.broker.servers)
        self.assertEqual((code, errors), (1, ""))
        self.assertEqual(len([line for line in output.splitlines() if line.endswith(" is missing")]), 14)
        self.assertFalse(set(TOPICS.values()) & set(self.broker.partition_counts()))
        self.apply_topics(partitions=4)
        counts = self.broker.partition_counts()
        self.assertEqual({name: counts[name] for name in TOPICS.values()}, dict.fromkeys(TOPICS.values(), 1))
        self.assertEqual((counts["linkage-market"], counts["linkage-matches"]), (4, 4))

    def test_a_drifted_setting_is_mended(self):
        from confluent_kafka.admin import AlterConfigOpType, ConfigEntry, ConfigResource
        self.apply_topics()
        entry = ConfigEntry("retention.ms", "86400000", incremental_operation=AlterConfigOpType.SET)
        resource = ConfigResource(ConfigResource.Type.TOPIC, "linkage-market", incremental_configs=[entry])
        for altered in self.broker.admin.incremental_alter_configs([resource]).values():
            altered.result()
        code, output, _ = run("topics", "apply", "--dry-run", "--bootstrap-servers", self.broker.servers)
        self.assertEqual(code, 1)
        self.assertIn("linkage-market has retention.ms=86400000, should have -1", output)
        self.apply_topics()
        code, output, _ = run("topics", "apply", "--dry-run", "--bootstrap-servers", self.broker.servers)
        self.assertEqual(code, 0, output)


class Unauthenticated(KafkaTestCase):
    def test_records_without_principal_are_refused_where_the_operator_says_so(self):
        self.apply_topics()
        self.service("up", "up", "--no-accept-unauthenticated")
        [message] = publish_records(self.broker, [requirement("R1")])
        self.settle("up")
        [letter] = self.seen.values("linkage-dead-letters")
        self.assertEqual([refusal.reason for refusal in letter.refusals], ["unauthenticated"])
        self.assertEqual((letter.origin.topic, letter.origin.partition, letter.origin.offset),
                         ("fdi-requirements", 0, message.offset()))
        self.assertEqual(self.seen.values("linkage-matches"), [])
        self.stop_all()


if __name__ == "__main__":
    unittest.main()
