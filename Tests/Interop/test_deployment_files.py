"""What can be checked of deploy/ where no container engine, cluster or systemd runs: every command, option, file, port
and name that it mentions is there."""

import functools
import json
import re
import shlex
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from linkage_program import PROGRAM, run

try:
    import yaml
except ImportError:
    yaml = None

REPOSITORY = Path(__file__).resolve().parents[2]
DEPLOY = REPOSITORY / "deploy"
CONTAINERFILE, UNIT = DEPLOY / "Containerfile", DEPLOY / "systemd/linkage.service"
COMPOSE, KUBERNETES = DEPLOY / "compose.yaml", sorted((DEPLOY / "kubernetes").glob("*.yaml"))
ALL = [CONTAINERFILE, UNIT, COMPOSE, *KUBERNETES]
PODS = {"Deployment", "StatefulSet", "Job"}

needs_yaml = unittest.skipUnless(yaml, "PyYAML is not installed: see requirements.txt beside this file")


def documents(path):
    return list(yaml.safe_load_all(path.read_text()))


@functools.cache
def objects():
    """The objects of every file for Kubernetes."""
    return [document for path in KUBERNETES for document in documents(path)]


def containers():
    return [
        (thing["metadata"]["name"], container, thing["spec"]["template"]["spec"])
        for thing in objects() if thing["kind"] in PODS for container in thing["spec"]["template"]["spec"]["containers"]]


def instructions(name):
    """What a Containerfile says under a name, in lines joined where they go on."""
    text = CONTAINERFILE.read_text().replace("\\\n", " ")
    return [line.split(maxsplit=1)[1].strip() for line in text.splitlines() if line.split(maxsplit=1)[:1] == [name]]


def commands():
    """(where, arguments) of every call of `linkage`."""
    found = [("Containerfile", json.loads(instructions("CMD")[-1]))]
    for name, service in documents(COMPOSE)[0]["services"].items():
        if service["image"] == "linkage":
            found.append((f"compose: {name}", service["command"]))
    found += [(f"kubernetes: {name}", container["args"]) for name, container, _ in containers()]
    found += [("systemd", exec_start()[1:])]
    for path in ALL:
        for line in re.findall(r"(?<=\s)linkage ((?:publish|topics|up|matches|reference) .*)", path.read_text()):
            found.append((f"{path.name}, in words", [part for part in shlex.split(line) if part != "FILE"]))
    return found


def exec_start():
    [line] = re.findall(r"^ExecStart=(.*)$", UNIT.read_text(), re.MULTILINE)
    return shlex.split(line)


def value_of(option, arguments):
    return arguments[arguments.index(option) + 1] if option in arguments else None


class Commands(unittest.TestCase):
    @needs_yaml
    def test_every_command_and_option_exists(self):
        calls = commands()
        self.assertGreater(len(calls), 12)
        for where, arguments in calls:
            with self.subTest(where):
                path = []
                for argument in arguments:
                    if argument.startswith("-") or (path and path != ["topics"]):
                        break
                    path.append(argument)
                code, helped, errors = run("help", *path)
                self.assertEqual(code, 0, errors)
                self.assertIn(f"USAGE: linkage {' '.join(path)}", helped)
                options = [argument for argument in arguments if argument.startswith("--")]
                for option in options:
                    self.assertRegex(helped, rf"(?<![\w-]){re.escape(option)}(?![\w-])")

    @needs_yaml
    def test_the_services_are_all_there(self):
        services = {"intake", "matcher", "notifier", "portal"}
        self.assertEqual(services | {"topics"}, {arguments[0] for where, arguments in commands() if "compose: " in where})
        self.assertEqual(
            services | {"topics"}, {arguments[0] for where, arguments in commands() if "kubernetes: " in where})
        matchers = [where for where, arguments in commands() if "compose: " in where and arguments[0] == "matcher"]
        self.assertEqual(len(matchers), 2)


class Names(unittest.TestCase):
    def test_files_named_are_in_the_repository(self):
        for path in ALL:
            for name in re.findall(r"(?<![\w/.])(?:deploy|topics|Tests|Sources)/[\w./-]*\w", path.read_text()):
                self.assertTrue((REPOSITORY / name).exists(), f"{path.name}: {name}")
        for copied in instructions("COPY"):
            *sources, _ = [part for part in copied.split() if not part.startswith("--")]
            for source in sources:
                if "--from" not in copied:
                    self.assertTrue((REPOSITORY / source).exists(), copied)

    @needs_yaml
    def test_compose_names_what_it_has(self):
        compose = documents(COMPOSE)[0]
        for name, service in compose["services"].items():
            with self.subTest(name):
                if "build" in service:
                    context = (COMPOSE.parent / service["build"]["context"]).resolve()
                    self.assertEqual(context, REPOSITORY)
                    self.assertTrue((context / service["build"]["dockerfile"]).is_file())
                else:
                    self.assertNotEqual(service["image"], "linkage")
                for other in service.get("depends_on", {}):
                    self.assertIn(other, compose["services"])
                for volume in service.get("volumes", []):
                    self.assertIn(volume.split(":")[0], compose["volumes"])

    @needs_yaml
    def test_pods_name_what_there_is(self):
        kept = {(thing["kind"], thing["metadata"]["name"]): thing for thing in objects()}
        keys = {place: {**thing.get("data", {}), **thing.get("stringData", {})} for place, thing in kept.items()}
        for name, container, pod in containers():
            with self.subTest(name):
                for variable in container["env"]:
                    [(kind, chosen)] = variable["valueFrom"].items()
                    kind = {"configMapKeyRef": "ConfigMap", "secretKeyRef": "Secret"}[kind]
                    self.assertIn(chosen["key"], keys[kind, chosen["name"]])
                variables = {variable["name"] for variable in container["env"]}
                self.assertLessEqual(set(re.findall(r"\$\((\w+)\)", " ".join(container["args"]))), variables)
                secrets = {volume["name"]: volume["secret"]["secretName"] for volume in pod["volumes"]}
                owner = kept.get(("StatefulSet", name), {}).get("spec", {})
                claims = {claim["metadata"]["name"] for claim in owner.get("volumeClaimTemplates", [])}
                for mount in container["volumeMounts"]:
                    self.assertIn(mount["name"], secrets.keys() | claims)
                    if "subPath" in mount:
                        self.assertIn(mount["subPath"], keys["Secret", secrets[mount["name"]]])
                file = Path(value_of("--kafka-properties", container["args"]))
                [mount] = [mount for mount in container["volumeMounts"] if mount["mountPath"] == str(file.parent)]
                self.assertIn(file.name, keys["Secret", secrets[mount["name"]]])

    @needs_yaml
    def test_selectors_choose_their_pods(self):
        for thing in objects():
            if thing["kind"] in ("Deployment", "StatefulSet"):
                labels = thing["spec"]["template"]["metadata"]["labels"]
                self.assertEqual(thing["spec"]["selector"]["matchLabels"], labels)

    def test_variables_are_those_that_the_program_reads(self):
        source = "\n".join(path.read_text() for path in (REPOSITORY / "Sources").rglob("*.swift"))
        [prefix] = re.findall(r'environmentPrefix = "(\w+)"', source)
        for path in ALL:
            for variable in re.findall(r"\bLINKAGE_\w+", path.read_text()):
                read = variable.startswith(prefix) or f'"{variable}"' in source
                self.assertTrue(read, f"{path.name}: {variable}")

    def test_the_data_directory_is_one_place(self):
        self.assertIn("LINKAGE_DATA_DIR=/var/lib/linkage", instructions("ENV"))
        self.assertEqual(instructions("VOLUME"), ["/var/lib/linkage"])
        self.assertEqual(value_of("--data-dir", exec_start()), "/var/lib/linkage")
        self.assertIn("StateDirectory=linkage\n", UNIT.read_text())

    def test_images_have_no_host_and_a_version(self):
        images = re.findall(r"^\s*(?:FROM|image:)\s+(\S+)", "\n".join(path.read_text() for path in ALL), re.MULTILINE)
        self.assertGreater(len(images), 5)
        for image in images:
            self.assertNotRegex(image, r"^[^/]*[.:][^/]*/")
            self.assertTrue(image == "linkage" or ":" in image, image)

    def test_nobody_runs_as_root(self):
        [user] = instructions("USER")
        self.assertIn(f"--uid {user} ", CONTAINERFILE.read_text())
        if yaml:
            for name, _, pod in containers():
                self.assertEqual(pod["securityContext"]["runAsUser"], int(user), name)
                self.assertTrue(pod["securityContext"]["runAsNonRoot"], name)
        self.assertIn("User=linkage\n", UNIT.read_text())


class Ports(unittest.TestCase):
    def test_the_portal_is_asked_where_it_listens(self):
        _, helped, _ = run("help", "portal")
        [default] = re.findall(r"--port <port>.*?\(default:\s*(\d+)\)", helped, re.DOTALL)
        health = (REPOSITORY / "Sources/Portal/Operations/HealthController.swift").read_text()
        for path in ALL:
            for port, page in re.findall(r"http://127\.0\.0\.1:(\d+)/(\w*)", path.read_text()):
                self.assertEqual(port, default, path.name)
                if page:
                    self.assertIn(f'routes.get("{page}"', health)
        if yaml:
            for where, arguments in commands():
                self.assertIn(value_of("--port", arguments), (None, default), where)

    @needs_yaml
    def test_services_reach_kafka_where_it_listens(self):
        kafka = documents(COMPOSE)[0]["services"]["kafka"]
        environment = kafka["environment"]
        advertised = dict(entry.split("://") for entry in environment["KAFKA_ADVERTISED_LISTENERS"].split(","))
        listening = dict(entry.split("://:") for entry in environment["KAFKA_LISTENERS"].split(","))
        protocols = dict(entry.split(":") for entry in environment["KAFKA_LISTENER_SECURITY_PROTOCOL_MAP"].split(","))
        self.assertEqual(listening.keys(), protocols.keys())
        self.assertIn(environment["KAFKA_INTER_BROKER_LISTENER_NAME"], advertised)
        for name, address in advertised.items():
            self.assertEqual(address.split(":")[1], listening[name])
        self.assertEqual(environment["KAFKA_CONTROLLER_QUORUM_VOTERS"].split(":")[-1], listening["CONTROLLER"])
        self.assertEqual(kafka["ports"], [f"127.0.0.1:{listening['MACHINE']}:{listening['MACHINE']}"])
        for name, service in documents(COMPOSE)[0]["services"].items():
            if service["image"] == "linkage":
                servers = value_of("--bootstrap-servers", service["command"])
                expected = "MACHINE" if service.get("network_mode") == "host" else "SERVICES"
                self.assertEqual(servers, advertised[expected], name)


class Systemd(unittest.TestCase):
    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd-analyze is not installed")
    def test_the_unit_is_valid(self):
        """With the program that is tested in the place of the one that is not installed."""
        with tempfile.TemporaryDirectory(prefix="linkage-") as folder:
            unit = Path(folder) / "linkage.service"
            unit.write_text(UNIT.read_text().replace(f"ExecStart={exec_start()[0]} ", f"ExecStart={PROGRAM} "))
            done = subprocess.run(["systemd-analyze", "verify", "--man=no", unit], capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
