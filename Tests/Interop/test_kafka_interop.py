"""Clients nobody here wrote, in other languages, publish to the public topics and read what the platform wrote."""

import json
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from kafka_cluster import (
    JSON, PROTOBUF, Broker, PlatformRecords, is_settled, needs_kafka, protobuf, publish_records, schemas)
from linkage_program import Service, run, wait_until

try:
    import kafka
except ImportError:
    kafka = None

BUYER, SUPPLIER = "2300000001", "2400000001"
REQUIREMENTS, CAPABILITIES, SUBSCRIPTIONS = "fdi-requirements", "supplier-capabilities", "supplier-subscriptions"


def requirement(id, hs_code, **changes):
    return {
        "owner": BUYER, "id": id, "hsCode": hs_code, "quantity": "1000", "unitCode": "H87",
        "delivery": {"firstDay": "2031-01-01", "lastDay": "2031-01-30"},
        "maximumUnitPrice": {"currencyCode": "VND", "value": "100"}, **changes,
    }


def capability(hs_code, owner=SUPPLIER, price="60", **changes):
    return {
        "owner": owner, "id": f"C{hs_code}", "hsCode": hs_code, "unitCode": "H87", "capacityPerMonth": "600",
        "unitPriceTiers": [{"unitPrice": {"currencyCode": "VND", "value": price}}], "leadTimeDays": 20,
        "costStatement": {
            "method": "INDIRECT", "fiscalYear": 2026, "currencyCode": "VND", "fob": "60",
            "materials": [{"name": "laminate", "value": "30", "origin": "NON_ORIGINATING"}],
        }, **changes,
    }


def subscription(hs_code, owner=SUPPLIER):
    return {"owner": owner, "id": f"S{hs_code}", "hsPrefixes": [hs_code]}


def key_of(record):
    return f"{record['owner']}/{record['id']}"


def event_headers(id, subject="requirement"):
    """CloudEvents 1.0 in binary mode."""
    return [
        ("ce_specversion", "1.0"), ("ce_id", id), ("ce_source", "/plant/erp"),
        ("ce_type", f"vn.linkage.{subject}.published.v1"), ("ce_time", "2026-11-23T08:00:00Z")]


def as_json(topic, record, headers=()):
    return topic, key_of(record), json.dumps(record, ensure_ascii=False).encode(), list(headers)


def as_protobuf(topic, record, headers=()):
    name = {REQUIREMENTS: "Requirement", CAPABILITIES: "Capability", SUBSCRIPTIONS: "Subscription"}[topic]
    return topic, key_of(record), protobuf(name, record), [("content-type", PROTOBUF), *headers]


@needs_kafka
class OnePlatformTestCase(unittest.TestCase):
    """Tests that share a broker and a `linkage up`, each with an HS code of its own."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="linkage-")
        cls.addClassCleanup(folder.cleanup)
        cls.work = Path(folder.name)
        cls.broker = Broker(cls.work).start()
        cls.addClassCleanup(cls.broker.stop)
        code, output, errors = run(
            "topics", "apply", "--market-partitions", 6, "--bootstrap-servers", cls.broker.servers)
        assert code == 0, output + errors
        cls.seen = PlatformRecords(cls.broker)
        cls.addClassCleanup(cls.seen.close)
        cls.up = Service("up", cls.work / "up", "--port", "0", "--bootstrap-servers", cls.broker.servers).start()
        cls.addClassCleanup(cls.up.stop)

    def settle(self):
        wait_until(lambda: is_settled(self.broker, self.seen, [self.work / "up"]), self.up.log)

    def publish(self, *records):
        """Publishes with confluent-kafka, and waits until the platform has come to rest."""
        delivered = publish_records(self.broker, records)
        self.settle()
        return delivered

    def match_set(self, key):
        """The newest match set of a requirement."""
        sets = [found for found in self.seen.values("linkage-matches") if found.requirement == key]
        self.assertTrue(sets, f"{key} has no match set")
        return sets[-1]

    def facts(self, key):
        return [fact for fact in self.seen.values("linkage-market") if fact.key == key]

    def opportunities(self, requirement_key):
        return [
            told for told in self.seen.values("supplier-opportunities") if told["requirement"] == requirement_key]

    def letters(self, delivered, names):
        """The dead letters of delivered records, in their order; each must have exactly one."""
        letters = []
        for message, name in zip(delivered, names):
            found = [
                letter for letter in self.seen.values("linkage-dead-letters")
                if (letter.origin.topic, letter.origin.partition, letter.origin.offset)
                == (message.topic(), message.partition(), message.offset())]
            self.assertEqual(len(found), 1, f"{name}, at {message.topic()}/{message.offset()}")
            letters += found
        return letters

    def assert_matched(self, key, hs_code):
        """That one supplier fits, with every number worked out by hand.

        600 of 1,000 can be made at 60 of at most 100 VND: price 4000 × 40/100, coverage 3000 × 600/1000, localization
        3000 × 50 %. The ratio is 36,000 × 50 % over 36,000 + 400 uncovered at the maximum of 100.
        """
        found = self.match_set(key)
        self.assertEqual(found.status, schemas().MatchSet.OPEN)
        self.assertEqual((found.open_quantity, found.currency_code), (1_000_000_000, "VND"))
        [match] = found.matches
        self.assertEqual(match.capability, f"{SUPPLIER}/C{hs_code}")
        self.assertEqual((match.price_term, match.coverage_term, match.localization_term), (1600, 1800, 1500))
        self.assertEqual((match.score, match.lvc, match.unit_price), (4900, 500_000, 60_000_000))
        [allocation] = found.plan
        self.assertEqual((allocation.quantity, allocation.amount), (600_000_000, 36_000))
        self.assertEqual(found.localization.ratio, 236_842)
        self.assertEqual(found.localization.uncovered_amount, 40_000)


class ConfluentKafka(OnePlatformTestCase):
    def test_both_encodings_with_and_without_cloud_events_headers(self):
        hs_code = "853400"
        ways = {
            "BARE": as_json(REQUIREMENTS, requirement("BARE", hs_code)),
            "JSON": as_json(REQUIREMENTS, requirement("JSON", hs_code), [("content-type", JSON)]),
            "CHARSET": as_json(
                REQUIREMENTS, requirement("CHARSET", hs_code), [("content-type", "application/json; charset=utf-8")]),
            "EVENT": as_json(
                REQUIREMENTS, requirement("EVENT", hs_code), [("content-type", JSON), *event_headers("e-1")]),
            "PROTOBUF": as_protobuf(REQUIREMENTS, requirement("PROTOBUF", hs_code)),
            "PROTOBUF-EVENT": as_protobuf(REQUIREMENTS, requirement("PROTOBUF-EVENT", hs_code), event_headers("e-2")),
        }
        delivered = self.publish(
            as_protobuf(SUBSCRIPTIONS, subscription(hs_code), event_headers("s-1", "subscription")),
            *ways.values(), as_protobuf(CAPABILITIES, capability(hs_code), event_headers("c-1", "capability")))
        for (id, (_, key, _, headers)), message in zip(ways.items(), delivered[1:]):
            with self.subTest(id):
                [fact] = self.facts(key)
                self.assertEqual(fact.requirement.published.id, id)
                self.assertEqual(fact.requirement.quantity, 1_000_000_000)
                self.assertEqual(fact.origin.topic, REQUIREMENTS)
                self.assertEqual(fact.origin.offset, message.offset())
                self.assertEqual(fact.origin.event_id, dict(headers).get("ce_id", ""))
                self.assert_matched(key, hs_code)
                [told] = self.opportunities(key)
                self.assertEqual((told["supplier"], told["capability"]), (SUPPLIER, f"{SUPPLIER}/C{hs_code}"))
                self.assertEqual((told["status"], told["quantity"], told["hsCode"]), ("OPEN", "1000", hs_code))
                self.assertNotIn("100", json.dumps({**told, "quantity": ""}).replace("2026", ""))
        self.assert_headings_keep_their_partition()

    def assert_headings_keep_their_partition(self):
        """One partition a heading, and match sets where the market has the requirement."""
        for record in self.seen.records:
            headers = dict(record.headers())
            if record.topic() == "supplier-opportunities":
                self.assertEqual(headers["content-type"], JSON.encode())
                self.assertEqual(record.key().decode(), json.loads(record.value())["supplier"])
            else:
                self.assertEqual(headers["content-type"], PROTOBUF.encode())
        for found in self.seen.values("linkage-matches"):
            places = {
                place.partition() for place in self.seen.records
                if place.topic() in ("linkage-market", "linkage-matches") and place.key() == found.requirement.encode()}
            self.assertEqual(places, {found.market_partition})

    def test_tombstones_withdraw(self):
        hs_code = "761699"
        wanted = requirement("GONE", hs_code)
        self.publish(
            as_json(SUBSCRIPTIONS, subscription(hs_code)), as_json(CAPABILITIES, capability(hs_code)),
            as_json(REQUIREMENTS, wanted), as_json(REQUIREMENTS, requirement("STAYS", hs_code)))
        self.assert_matched(key_of(wanted), hs_code)
        self.publish((REQUIREMENTS, key_of(wanted), None, []))
        self.assertEqual(self.match_set(key_of(wanted)).status, schemas().MatchSet.WITHDRAWN)
        self.assertEqual([told["status"] for told in self.opportunities(key_of(wanted))], ["OPEN", "ENDED"])
        self.assert_matched(f"{BUYER}/STAYS", hs_code)
        self.publish((CAPABILITIES, f"{SUPPLIER}/C{hs_code}", None, event_headers("w-1", "capability")))
        self.assertEqual(list(self.match_set(f"{BUYER}/STAYS").matches), [])
        # Withdrawing twice says nothing new.
        before = len(self.facts(key_of(wanted)))
        self.publish((REQUIREMENTS, key_of(wanted), None, []))
        self.assertEqual(len(self.facts(key_of(wanted))), before)

    def test_an_amendment_takes_the_place_of_what_it_amends(self):
        wanted = requirement("AMENDED", "732690")
        self.publish(as_json(CAPABILITIES, capability("732690")), as_json(REQUIREMENTS, wanted))
        self.publish(as_protobuf(REQUIREMENTS, {**wanted, "quantity": "600"}))
        found = self.match_set(key_of(wanted))
        self.assertEqual((found.requirement_version, found.open_quantity), (2, 600_000_000))
        self.assertEqual(found.localization.ratio, 500_000)

    def test_a_repeat_says_nothing_new(self):
        wanted = requirement("REPEATED", "392690")
        event = as_json(REQUIREMENTS, wanted, event_headers("r-1"))
        delivered = self.publish(
            event, event, as_json(REQUIREMENTS, wanted), as_protobuf(REQUIREMENTS, wanted),
            as_json(REQUIREMENTS, {**wanted, "quantity": "7"}, event_headers("r-1")))
        self.assertEqual([fact.version for fact in self.facts(key_of(wanted))], [1])
        counted = [
            origin.offset for fact in self.seen.values("linkage-market") for origin in fact.repeats_counted.records
            if origin.topic == REQUIREMENTS]
        for message in delivered[1:]:
            self.assertEqual(counted.count(message.offset()), 1)

    def test_bad_records_become_dead_letters_and_the_partition_goes_on(self):
        hs_code = "848210"
        good = requirement("GOOD", hs_code)
        json_bytes, protobuf_bytes = json.dumps(good).encode(), protobuf("Requirement", good)
        key = key_of(good)
        structured = {
            "specversion": "1.0", "id": "1", "source": "/", "type": "vn.linkage.requirement.published.v1", "data": good}
        cases = [
            # What is wrong, key, value, headers, reason, field
            ("bytes that are no UTF-8", key, b'{"owner": "\xff\xfe"}', [], "invalidUTF8", ""),
            ("JSON that is cut off", key, json_bytes[:40], [], "malformedJSON", ""),
            ("Protobuf said to be JSON", key, protobuf_bytes, [("content-type", JSON)], "malformedJSON", ""),
            ("Protobuf without a header", key, protobuf_bytes, [], "malformedJSON", ""),
            ("JSON said to be Protobuf", key, json_bytes, [("content-type", PROTOBUF)], "malformedProtobuf", ""),
            ("Protobuf that is cut off", key, protobuf_bytes[:-3], [("content-type", PROTOBUF)], "malformedProtobuf", ""),
            ("an unknown field in Protobuf", key, protobuf_bytes + b"\xfa\x7f\x01a", [("content-type", PROTOBUF)],
             "unknownField", ""),
            ("an unknown field", key, json.dumps({**good, "prize": "1"}).encode(), [], "unknownField", "prize"),
            ("an unknown content-type", key, json_bytes, [("content-type", "text/csv")], "unknownContentType", ""),
            ("Avro", key, json_bytes, [("content-type", "application/avro")], "unknownContentType", ""),
            ("a structured event", key, json.dumps(structured).encode(),
             [("content-type", "application/cloudevents+json; charset=utf-8")], "structuredCloudEvent", ""),
            ("another id in the key", f"{BUYER}/OTHER", json_bytes, [], "keyMismatch", "id"),
            ("another owner in the key", f"{SUPPLIER}/GOOD", json_bytes, [], "keyMismatch", "owner"),
            ("no key", None, json_bytes, [], "malformedKey", ""),
            ("a key that is none", "GOOD", json_bytes, [], "malformedKey", ""),
            ("a key that is no UTF-8", b"\xff/\xfe", json_bytes, [], "malformedKey", ""),
            ("an empty value, which is no tombstone", key, b"", [], "emptyRecord", ""),
            ("a tombstone of nothing", f"{BUYER}/NEVER", None, [], "unknownKey", ""),
            ("a wrong value", key, json.dumps({**good, "quantity": "-1"}).encode(), [], "notPositive", "quantity"),
            ("a record that is too large", key, json.dumps({**good, "description": "x" * 1_000_000}).encode(), [],
             "recordTooLarge", ""),
        ]
        records = []
        for number, (_, bad_key, value, headers, _, _) in enumerate(cases):
            records.append((REQUIREMENTS, bad_key, value, headers))
            records.append(as_json(REQUIREMENTS, requirement(f"BETWEEN-{number}", hs_code)))
        delivered = self.publish(*records)
        letters = self.letters(delivered[::2], [name for name, *_ in cases])
        for number, ((name, bad_key, value, headers, reason, field), letter) in enumerate(zip(cases, letters)):
            with self.subTest(name):
                self.assertEqual([(refusal.reason, refusal.field) for refusal in letter.refusals], [(reason, field)])
                self.assertTrue(letter.refusals[0].message)
                self.assertEqual(letter.value, (value or b"")[:256 << 10])
                self.assertEqual(letter.content_type, dict(headers).get("content-type", JSON))
                is_text = isinstance(bad_key, str)
                self.assertEqual(letter.key, bad_key if is_text else "")
                [fact] = self.facts(f"{BUYER}/BETWEEN-{number}")
                self.assertEqual(fact.version, 1)
        self.assertEqual(self.facts(key), [])
        self.assert_listed(delivered[::2], cases)

    def test_headers_of_an_event_are_checked(self):
        good = requirement("EVENTS", "841459")
        cases = [
            ("no id", [("ce_specversion", "1.0"), ("ce_source", "/")], "missing", "ce_id"),
            ("another version", [("ce_specversion", "0.3"), ("ce_id", "1")], "notSupported", "ce_specversion"),
            ("a long id", [("ce_specversion", "1.0"), ("ce_id", "1" * 257)], "tooLong", "ce_id"),
            ("an id that is no UTF-8", [("ce_specversion", "1.0"), ("ce_id", b"\xff")], "invalidUTF8", "ce_id"),
        ]
        delivered = self.publish(*(as_json(REQUIREMENTS, good, headers) for _, headers, _, _ in cases))
        letters = self.letters(delivered, [name for name, *_ in cases])
        for (name, _, reason, field), letter in zip(cases, letters):
            with self.subTest(name):
                self.assertEqual([(refusal.reason, refusal.field) for refusal in letter.refusals], [(reason, field)])

    def assert_listed(self, delivered, cases):
        """That `linkage dead-letters` lists them all."""
        code, output, errors = run(
            "dead-letters", "--format", "json", "--limit", 1_000, "--data-dir", self.work / "up")
        self.assertEqual(code, 0, errors)
        listed = {row["origin"]: (row["reason"], row["field"] or "") for row in json.loads(output)}
        for message, (name, *_, reason, field) in zip(delivered, cases):
            origin = f"{message.topic()}/{message.partition()}/{message.offset()}"
            self.assertEqual(listed.get(origin), (reason, field), name)

    def test_topics_apply_finds_nothing_to_do(self):
        for options in ([], ["--dry-run"]):
            code, output, errors = run("topics", "apply", *options, "--bootstrap-servers", self.broker.servers)
            self.assertEqual((code, errors), (0, ""))
            self.assertIn("14 topics are as they are to be", output)


@unittest.skipUnless(shutil.which("kcat"), "kcat is not installed (Debian: kcat)")
class Kcat(OnePlatformTestCase):
    def kcat(self, *arguments, text=b""):
        done = subprocess.run(
            ["kcat", "-b", self.broker.servers, "-X", "receive.message.max.bytes=2000000000", *arguments], input=text,
            capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def headers(self, pairs):
        return [part for name, value in pairs for part in ("-H", f"{name}={value}")]

    def test_it_publishes_both_encodings_and_tombstones_and_reads_what_follows(self):
        hs_code = "854442"
        wanted, offered = requirement("KCAT", hs_code), capability(hs_code)
        self.kcat(
            "-P", "-t", SUBSCRIPTIONS, "-K", "\t",
            text=f"{key_of(subscription(hs_code))}\t{json.dumps(subscription(hs_code))}\n".encode())
        self.kcat(
            "-P", "-t", REQUIREMENTS, "-K", "\t", *self.headers([("content-type", JSON), *event_headers("k-1")]),
            text=f"{key_of(wanted)}\t{json.dumps(wanted)}\n".encode())
        value = self.work / "capability.bin"
        value.write_bytes(protobuf("Capability", offered))
        self.kcat(
            "-P", "-t", CAPABILITIES, "-k", key_of(offered), *self.headers([("content-type", PROTOBUF)]), str(value))
        self.settle()
        self.assert_matched(key_of(wanted), hs_code)
        [fact] = self.facts(key_of(wanted))
        self.assertEqual(fact.origin.event_id, "k-1")

        told = self.read_opportunities()
        self.assertEqual(told, [(SUPPLIER, key_of(wanted), "OPEN")])
        matches = self.kcat(
            "-C", "-t", "linkage-matches", "-o", "beginning", "-e", "-q", "-X", "isolation.level=read_committed", "-f",
            "%k %h\n")
        self.assertIn(f"{key_of(wanted)} content-type={PROTOBUF}".encode(), matches.splitlines())

        self.kcat("-P", "-t", REQUIREMENTS, "-K", ":", "-Z", text=f"{key_of(wanted)}:\n".encode())
        self.settle()
        self.assertEqual(self.match_set(key_of(wanted)).status, schemas().MatchSet.WITHDRAWN)
        self.assertEqual(self.read_opportunities()[-1], (SUPPLIER, key_of(wanted), "ENDED"))

    def read_opportunities(self):
        lines = self.kcat(
            "-C", "-t", "supplier-opportunities", "-o", "beginning", "-e", "-q", "-X", "isolation.level=read_committed",
            "-f", "%k\t%s\n").decode().splitlines()
        values = [(key, json.loads(value)) for key, value in (line.split("\t", 1) for line in lines)]
        return [(key, value["requirement"], value["status"]) for key, value in values]


@unittest.skipUnless(kafka, "kafka-python is not installed")
class KafkaPython(OnePlatformTestCase):
    def test_a_client_without_librdkafka(self):
        hs_code = "940360"
        wanted, offered = requirement("PYTHON", hs_code), capability(hs_code)
        producer = kafka.KafkaProducer(bootstrap_servers=self.broker.servers)
        for topic, key, value, headers in [as_json(REQUIREMENTS, wanted), as_protobuf(CAPABILITIES, offered)]:
            headers = [(name, text.encode()) for name, text in headers]
            producer.send(topic, value, key.encode(), headers=headers).get(timeout=30)
        producer.close()
        self.settle()
        self.assert_matched(key_of(wanted), hs_code)


if __name__ == "__main__":
    unittest.main()
