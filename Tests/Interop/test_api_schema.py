"""The HTTP API answers as its own description, /openapi.yaml, says: first for what the sample holds, then for whatever
schemathesis makes up, as an official, a supplier and a buyer of the sample.
"""

import random
import re
import subprocess
import sys
import unittest

from linkage_program import DEADLINE_SECONDS, TemporaryDirectoryTestCase, Up, run, wait_until

try:
    import schemathesis
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi import checks
except ImportError:
    schemathesis = None

# Who changes what the others look at comes last.
ORGANISATIONS = {"official": "9990000001", "supplier": "9900000043", "fdi": "9910000001"}
SUBJECTS = (
    "profiles", "requirements", "products", "capabilities", "quotes", "awards", "subscriptions", "verifications",
    "rates")
CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance")
# The stream has no end; what Prometheus reads is no JSON.
EXCLUDED = ("/api/v1/opportunities/stream", "/metrics")
SEED, EXAMPLES = 1, 10
# Of many records alike, and of many pairs, so many are asked for by key.
RECORDS, PAIRS = 30, 200
# A made-up position is waited for, for ten seconds.
CONFIGURATION = """
[parameters]
"query.after" = "linkage-market/0/0"
"""


@unittest.skipUnless(schemathesis, "schemathesis is not installed: see requirements.txt beside this file")
class Description(TemporaryDirectoryTestCase):
    def test_answers_are_as_the_description_says(self):
        with Up(self.work / "data", "--sample") as up:
            up.settle()
            address = self.address(up)
            tokens = {role: self.token(role, up) for role in ORGANISATIONS}
            self.look_at_the_sample(address, tokens)
            for role, token in tokens.items():
                with self.subTest(role):
                    self.fuzz(address, token)

    def address(self, up):
        def told():
            return re.search(r"Linkage is at (http://[^/\s]+)", (up.directory / "up.log").read_text())

        wait_until(told, lambda: f"the portal does not listen: {up.log()}")
        return told()[1]

    def token(self, role, up):
        code, output, errors = run(
            "token", "issue", "--role", role, "--org", ORGANISATIONS[role], "--data-dir", up.directory)
        self.assertEqual(code, 0, errors)
        return output.strip()

    def look_at_the_sample(self, address, tokens):
        description = schemathesis.openapi.from_url(f"{address}/openapi.yaml")
        shown = set()
        for role, token in tokens.items():
            with self.subTest(role):
                shown |= SampleWalk(description, role, token).walk()
        described = {path for path in description if "GET" in description[path]}
        self.assertEqual(described - shown, set(EXCLUDED), "nobody was shown these")

    def fuzz(self, address, token):
        configuration = self.work / "schemathesis.toml"
        configuration.write_text(CONFIGURATION)
        done = subprocess.run(
            [
                sys.executable, "-m", "schemathesis.cli", "--config-file", configuration, "run",
                f"{address}/openapi.yaml", "--header", f"Authorization: Bearer {token}", "--checks", ",".join(CHECKS),
                "--phases", "examples,coverage,fuzzing", "--max-examples", str(EXAMPLES), "--seed", str(SEED),
                *(option for path in EXCLUDED for option in ("--exclude-path", path)),
                "--generation-database", "none", "--suppress-health-check", "all", "--request-timeout", "60",
                "--continue-on-failure", "--warnings", "off", "--no-color",
            ],
            cwd=self.work, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=DEADLINE_SECONDS)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertNotIn("Tested: 0", done.stdout)


class SampleWalk:
    """Asks for what the sample holds, as far as a role may see it, and holds each answer against the description."""

    def __init__(self, description, role, token):
        self.description, self.role = description, role
        self.headers = {"Authorization": f"Bearer {token}"}
        self.checks = [not_a_server_error, *(getattr(checks, name) for name in CHECKS[1:])]
        # The paths that were answered with 200.
        self.shown = set()

    def walk(self):
        pairs = set()
        for subject in SUBJECTS:
            path = f"/api/v1/{subject}"
            for index, item in enumerate(self.pages(path, limit=100)):
                if index < RECORDS:
                    self.get(path + "/{owner}/{id}", self.key(item["key"]))
                if subject == "products":
                    self.get(path + "/{owner}/{id}/localization", self.key(item["key"]))
                if subject == "quotes":
                    pairs.add((item["published"]["requirement"], item["published"]["capability"]))
        for item in self.pages("/api/v1/matches", limit=50):
            self.get("/api/v1/requirements/{owner}/{id}/quotes", self.key(item["requirement"]))
            found = self.get("/api/v1/requirements/{owner}/{id}/matches", self.key(item["requirement"]))["current"]
            candidates = found.get("matches", []) + found.get("nearMisses", {}).get("best", [])
            pairs |= {(item["requirement"], candidate["capability"]) for candidate in candidates}
        if self.role == "supplier":
            for item in self.pages("/api/v1/opportunities", limit=2):
                if item["status"] == "OPEN":
                    pairs.add((item["requirement"], item["capability"]))
        for requirement, capability in random.Random(SEED).sample(sorted(pairs), min(len(pairs), PAIRS)):
            self.get("/api/v1/explain", query={"requirement": requirement, "capability": capability})
        for published in ("false", "true"):
            self.get("/api/v1/gaps", query={"published": published})
            for by in ("", "heading", "chapter", "firm", "supplier", "industry", "ward", "park", "month"):
                self.get("/api/v1/metrics/localization", query={"by": by, "currency": "USD", "published": published})
        for topic in ("fdi-requirements", "supplier-capabilities", "official-verifications"):
            for offset in range(100):
                self.get(
                    "/api/v1/submissions/{topic}/{partition}/{offset}",
                    {"topic": topic, "partition": 0, "offset": offset})
        for path in ("/healthz", "/readyz", "/openapi.yaml"):
            self.get(path)
        return self.shown

    def pages(self, path, **query):
        while True:
            page = self.get(path, query=query)
            yield from page["items"]
            if not page["next"]:
                return
            query["cursor"] = page["next"]

    def get(self, path, parameters=None, query=None):
        case = self.description[path]["GET"].Case(path_parameters=parameters or {}, query=query or {})
        answer = case.call_and_validate(headers=self.headers, checks=self.checks)
        if answer.status_code == 200:
            self.shown.add(path)
        return answer.json() if "json" in answer.headers["content-type"][0] else None

    @staticmethod
    def key(text):
        owner, id = text.split("/")
        return {"owner": owner, "id": id}


if __name__ == "__main__":
    unittest.main()
