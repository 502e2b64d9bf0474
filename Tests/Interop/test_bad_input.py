"""What is wrong with input is told with file, line, field and reason; the rest goes on; the exit code is 1."""

import json
import os
import resource
import subprocess

from linkage_program import PROGRAM, TemporaryDirectoryTestCase, Up, publish, read_only, run, wait_until

REQUIREMENT = {
    "owner": "2300000001", "id": "R1", "hsCode": "853400", "quantity": "1000", "unitCode": "H87",
    "delivery": {"firstDay": "2031-01-01", "lastDay": "2031-01-30"},
    "maximumUnitPrice": {"currencyCode": "VND", "value": "100"},
}
CAPABILITY = {
    "owner": "2400000001", "id": "C1", "hsCode": "853400", "unitCode": "H87", "capacityPerMonth": "600",
    "unitPriceTiers": [{"unitPrice": {"currencyCode": "VND", "value": "60"}}], "leadTimeDays": 20,
    "costStatement": {
        "method": "INDIRECT", "fiscalYear": 2026, "currencyCode": "VND", "fob": "60",
        "materials": [{"name": "laminate", "value": "30", "origin": "NON_ORIGINATING"}],
    },
}


def with_value(record, path, value):
    """A copy of a record with another value at a path; None takes the field away."""
    copy = json.loads(json.dumps(record))
    *parents, last = path.split(".")
    place = copy
    for name in parents:
        place = place[int(name)] if name.isdigit() else place.setdefault(name, {})
    if value is None:
        del place[last]
    else:
        place[last] = value
    return copy


class BadRecords(TemporaryDirectoryTestCase):
    """Each bad line stands between two good ones, of which both are published."""

    def refused(self, subject, good, bad, line=2):
        last = {**good, "id": good["id"] + "-last"}
        lines = [json.dumps(good).encode(), bad if isinstance(bad, bytes) else json.dumps(bad).encode(), json.dumps(last).encode()]
        path = self.work / "records.jsonl"
        path.write_bytes(b"\n".join(lines) + b"\n")
        code, output, errors = run("publish", subject, path, "--data-dir", self.work)
        self.assertEqual(code, 1, output + errors)
        self.assertIn("2 records published", output)
        self.assertIn("1 refused before publishing", output)
        first = errors.splitlines()[0]
        self.assertTrue(first.startswith(f"{path}:{line}: "), first)
        return first[len(f"{path}:{line}: "):]

    def assert_refused(self, subject, good, path, value, expected):
        with self.subTest(f"{path} = {value}"):
            told = self.refused(subject, good, {**with_value(good, path, value)})
            self.assertTrue(told.startswith(expected + ":"), told)

    def test_fields(self):
        cases = [
            ("colour", "red", "colour: unknownField"),
            ("maximumUnitPrice.amount", "1", "maximumUnitPrice.amount: unknownField"),
            ("hsCode", 853400, "hsCode: wrongType"),
            ("maximumUnitPrice.value", 12.5, "maximumUnitPrice.value: wrongType"),
            ("anonymous", "perhaps", "anonymous: wrongType"),
            ("hsCode", "854300a", "hsCode: malformed"),
            ("hsCode", "859999", "hsCode: unknownCode"),
            ("unitCode", "BX", "unitCode: withdrawnCode"),
            ("unitCode", "NPR", "unitCode: withdrawnCode"),
            ("quantity", "-1", "quantity: notPositive"),
            ("quantity", "0", "quantity: notPositive"),
            ("quantity", "1000000000000", "quantity: outOfRange"),
            ("quantity", "99999999999999999999999", "quantity: outOfRange"),
            ("quantity", "1.0000001", "quantity: tooManyDecimals"),
            ("maximumUnitPrice.value", "-3", "maximumUnitPrice.value: notPositive"),
            ("maximumUnitPrice.value", "0", "maximumUnitPrice.value: notPositive"),
            ("maximumUnitPrice.value", "1000000000000", "maximumUnitPrice.value: outOfRange"),
            ("maximumUnitPrice.currencyCode", "XYZ", "maximumUnitPrice.currencyCode: unknownCurrency"),
            ("delivery.lastDay", "2030-12-31", "delivery.lastDay: windowEndsBeforeItStarts"),
            ("delivery.lastDay", "2031-02-30", "delivery.lastDay: malformedDay"),
            ("owner", "23", "owner: malformedKey"),
        ]
        for path, value, expected in cases:
            self.assert_refused("requirements", REQUIREMENT, path, value, expected)

    def test_certificates_and_statements(self):
        certificate = {"scheme": "ISO 9001", "number": "Q-1", "body": "QUACERT"}
        cases = [
            ("certifications", [certificate], "certifications.0.expiresOn: missing"),
            ("costStatement.materials.0.value", "61", "costStatement.fob: inconsistentStatement"),
            ("costStatement.fob", None, "costStatement.fob: missingFOB"),
            ("unitPriceTiers", [], "unitPriceTiers: missing"),
        ]
        for path, value, expected in cases:
            self.assert_refused("capabilities", CAPABILITY, path, value, expected)

    def test_what_is_no_record(self):
        cases = [
            (b'{"owner": "2300000001", "id": ', "malformedJSON"),
            (b'{"owner": "2300000001", "id": "\xff\xfe"}', "notUTF8"),
            (b"[1, 2]", "malformedJSON"),
            (b'{"description": "' + b"x" * 50_000_000 + b'"}', "recordTooLarge"),
        ]
        for line, reason in cases:
            with self.subTest(line[:20]):
                self.assertTrue(self.refused("requirements", REQUIREMENT, line).startswith(reason + ":"))


class BadFiles(TemporaryDirectoryTestCase):
    def told(self, subject, name, content):
        path = self.work / name
        path.write_bytes(content)
        code, _, errors = run("publish", subject, path, "--data-dir", self.work)
        self.assertEqual(code, 1)
        return errors.replace(str(path), name)

    def test_an_empty_file(self):
        for name in ("records.jsonl", "records.json", "records.csv"):
            self.assertIn(f"{name}:1: emptyFile", self.told("requirements", name, b""))

    def test_a_csv_that_lacks_columns(self):
        told = self.told("requirements", "records.csv", b"owner,description\r\n2300000001,board\r\n")
        self.assertIn("records.csv:1: id: missingColumn", told)

    def test_a_csv_with_a_column_that_does_not_exist(self):
        told = self.told("requirements", "records.csv", b"owner,id,hsCode,prize\r\n2300000001,R1,853400,3\r\n")
        self.assertIn("records.csv:1: prize: unknownColumn", told)

    def test_a_csv_in_another_encoding(self):
        header = "owner;id;hsCode;description\r\n"
        told = self.told(
            "requirements", "records.csv", (header + "2300000001;R1;853400;B\u1ea3ng m\u1ea1ch").encode("utf-16"))
        self.assertIn("notUTF8", told)
        header = b"owner;id;hsCode;description;quantity;unitCode;delivery.firstDay;delivery.lastDay\r\n"
        row = b"2300000001;R1;853400;B\xe0ng;10;H87;2031-01-01;2031-01-02\r\n"
        told = self.told("requirements", "records.csv", header + row)
        self.assertIn("records.csv:2: ", told)
        self.assertIn("notUTF8", told)

    def test_a_file_that_is_not_there(self):
        code, _, errors = run("publish", "requirements", self.work / "none.jsonl", "--data-dir", self.work)
        self.assertEqual(code, 1)
        self.assertIn("none.jsonl", errors)


class RefusedByIntake(TemporaryDirectoryTestCase):
    def test_a_changed_heading_is_told_with_its_line_and_kept_as_a_dead_letter(self):
        with Up(self.work) as up:
            publish(self.work, "requirements", "-", "--wait", text=json.dumps(REQUIREMENT).encode())
            moved = json.dumps({**REQUIREMENT, "hsCode": "853110"}).encode()
            code, output, errors = run("publish", "requirements", "-", "--wait", "--data-dir", self.work, text=moved)
            self.assertEqual(code, 1)
            self.assertIn("standard input:1: hsCode: headingChanged", errors)
            self.assertIn("1 refused", output)
            up.settle()
            code, output, _ = run("dead-letters", "--format", "json", "--data-dir", self.work)
            [letter] = json.loads(output)
            self.assertEqual(letter["reason"], "headingChanged")
            self.assertEqual(letter["origin"], "fdi-requirements/0/1")


class BadPlaces(TemporaryDirectoryTestCase):
    def test_wrong_usage_ends_with_2(self):
        for arguments in (["publish", "nonsense", "x"], ["up", "--port", "high"], ["up", "--host", "0.0.0.0"], ["frobnicate"]):
            self.assertEqual(run(*arguments)[0], 2, arguments)

    def test_a_data_directory_that_is_a_file_ends_with_69(self):
        place = self.work / "file"
        place.write_text("not a folder")
        code, _, errors = run("publish", "requirements", "-", "--data-dir", place, text=json.dumps(REQUIREMENT).encode())
        self.assertEqual(code, 69)
        self.assertIn(str(place), errors)

    def test_a_read_only_data_directory_is_named(self):
        publish(self.work / "d", "requirements", "-", text=json.dumps(REQUIREMENT).encode())
        os.chmod(self.work, 0o755)
        for path in (self.work / "d").iterdir():
            os.chmod(path, 0o444)
        os.chmod(self.work / "d", 0o555)

        def as_nobody():
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)

        copy = self.work / "linkage"
        subprocess.run(["cp", PROGRAM, copy], check=True)
        done = subprocess.run(
            [copy, "publish", "requirements", "-", "--data-dir", self.work / "d"], capture_output=True,
            input=json.dumps({**REQUIREMENT, "id": "R2"}).encode(), preexec_fn=as_nobody)
        self.assertEqual(done.returncode, 69, done.stderr)
        self.assertIn(str(self.work / "d"), done.stderr.decode())
        os.chmod(self.work / "d", 0o755)

    def test_a_second_up_on_one_directory_is_refused(self):
        with Up(self.work) as up:
            wait_until(lambda: (self.work / "cache.sqlite").exists(), up.log)
            code, _, errors = run("up", "--port", "0", "--data-dir", self.work)
            self.assertEqual(code, 69)
            self.assertIn("already running", errors)

    def test_a_full_disk_loses_no_acknowledged_record(self):
        """The log may not grow over 4 MB: publishing then fails with a clear error, and works again with space."""
        limit = 4 << 20

        def without_space():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        lines = b"".join(
            json.dumps({**REQUIREMENT, "id": f"R{number}", "description": "x" * 1_900}).encode() + b"\n"
            for number in range(8_000))
        code, output, errors = run("publish", "requirements", "-", "--data-dir", self.work, text=lines, preexec_fn=without_space)
        self.assertEqual(code, 69, output + errors)
        self.assertIn("space", errors)
        with read_only(self.work / "log.sqlite") as log:
            [number] = log.execute("SELECT number FROM topic WHERE name = 'fdi-requirements'").fetchone()
            kept = log.execute(f"SELECT count(*) FROM record_{number}").fetchone()[0]
        self.assertIn(f"{kept} records were published before", errors)
        publish(self.work, "requirements", "-", text=lines)
        with Up(self.work) as up:
            up.settle()
        code, output, _ = run("matches", "--limit", "0", "--format", "json", "--data-dir", self.work)
        self.assertEqual(len(json.loads(output)), 8_000)
