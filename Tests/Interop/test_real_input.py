"""The real code lists and the real Open Contracting sample."""

import json

from linkage_program import SHARED_DATA, TemporaryDirectoryTestCase, Up, needs_shared_data, publish, run

REQUIREMENT = {
    "owner": "2300000001", "id": "R1", "hsCode": "853400", "quantity": "1000", "unitCode": "H87",
    "delivery": {"firstDay": "2031-01-01", "lastDay": "2031-01-30"},
}


@needs_shared_data
class RealInput(TemporaryDirectoryTestCase):
    def import_lists(self):
        return run(
            "reference", "import", "--hs", SHARED_DATA / "harmonized-system.csv", "--units",
            SHARED_DATA / "units-of-measure.csv", "--wards", SHARED_DATA / "bac-ninh-wards.geojson", "--data-dir", self.work)

    def test_the_real_code_lists_are_imported_whole(self):
        code, output, errors = self.import_lists()
        self.assertEqual(code, 0, errors)
        for expected in ("6940 rows read", "2136 rows read", "99 rows read"):
            self.assertIn(expected, output)

    def test_codes_are_checked_against_an_imported_list(self):
        self.import_lists()
        wrong = [
            ({"hsCode": "999911"}, "hsCode: unknownCode"), ({"unitCode": "QQQ"}, "unitCode: unknownCode"),
            ({"unitCode": "BX"}, "unitCode: withdrawnCode"), ({"unitCode": "NPR"}, "unitCode: withdrawnCode"),
            ({"place": {"wardCode": "00001"}}, "place.wardCode: unknownCode"),
        ]
        lines = "".join(json.dumps({**REQUIREMENT, **change}) + "\n" for change, _ in wrong)
        code, _, errors = run("publish", "requirements", "-", "--data-dir", self.work, text=lines.encode())
        self.assertEqual(code, 1)
        for number, (line, (_, expected)) in enumerate(zip(errors.splitlines(), wrong), start=1):
            self.assertTrue(line.startswith(f"standard input:{number}: {expected}"), line)

    def test_an_open_contracting_tender_without_hs_code_is_listed_and_not_guessed(self):
        with Up(self.work) as up:
            code, output, errors = run(
                "import", "ocds", SHARED_DATA / "ocds-tender-sample.json", "--owner", "2300000001", "--format", "json",
                "--data-dir", self.work)
            self.assertEqual(code, 0, errors)
            [item] = json.loads(output)
            self.assertEqual(item["source"], "releases.0.tender.items.0")
            self.assertIn("CPV 45233130", item["classification"])
            self.assertIn("hsCode is missing", item["toDo"])
            draft = json.loads((self.work / "ocds-drafts.jsonl").read_text())
            self.assertNotIn("hsCode", draft)
            self.assertEqual(draft["quantity"], "8")
            self.assertEqual(draft["maximumUnitPrice"], {"currencyCode": "GBP", "value": "120000"})
            # A person classifies it and publishes the draft.
            classified = json.dumps({**draft, "hsCode": "681091"})
            publish(self.work, "requirements", "-", "--wait", text=classified.encode())
            up.settle()
        code, output, _ = run("matches", "--format", "json", "--data-dir", self.work)
        self.assertEqual([row["requirement"] for row in json.loads(output)], [f"2300000001/{draft['id']}"])
