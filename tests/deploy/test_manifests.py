"""What `deploy/` says is true: every file parses, every command and setting it names exists."""

from __future__ import annotations

import configparser
import re
import shlex
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import kubernetes_validate
import pytest
import yaml
from click.testing import CliRunner

from rushes.catalog.provider_data import load_providers
from rushes.cli.main import cli
from rushes.providers.account import own_variable
from rushes.providers.accounts import ProviderSettings
from rushes.server import MOST_CONNECTIONS
from rushes.settings import Settings

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
DOCS = DEPLOY.parent / "docs"
UNITS = sorted(DEPLOY.glob("systemd/*.service"))
FILES = sorted(path for path in DEPLOY.rglob("*") if path.is_file() and "secrets/" not in str(path))
SETTINGS = {f"RUSHES_{name.upper()}" for name in Settings.model_fields} | {
    own_variable(slug, field)
    for slug, data in load_providers().items()
    for field in (*ProviderSettings.model_fields, *data.settings)
}
# The file of settings, and where a worker answers probes.
OTHER_VARIABLES = {"RUSHES_CONFIG"} | {
    f"RUSHES_METRICS_{name}" for name in ("HOST", "PORT", "TOKEN")
}
KUBERNETES = "1.33"
OURS = ("api-1", "api-2", "worker")


def commands():
    for unit in UNITS:
        yield unit.name, shlex.split(_unit(unit)["Service"]["ExecStart"])[1:]
    for name in OURS:
        yield f"compose {name}", _compose()["services"][name]["command"][1:]
    for document in _kubernetes("Deployment"):
        yield document["metadata"]["name"], _container(document)["args"][1:]
    command = re.search(r"^CMD (\[.*\])$", (DEPLOY / "Dockerfile").read_text(), re.M)
    yield "Dockerfile", yaml.safe_load(command[1])[1:]


def _unit(path):
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(path)
    return parser


def _compose():
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())


def _kubernetes(kind=None):
    documents = yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text())
    return [d for d in documents if kind in {None, d["kind"]}]


def _id(document):
    return f"{document['kind']} {document['metadata']['name']}"


def _pod(deployment):
    return deployment["spec"]["template"]["spec"]


def _container(deployment):
    return _pod(deployment)["containers"][0]


@pytest.mark.parametrize(("place", "command"), list(commands()))
def test_every_command_and_option_exists(place, command):
    result = CliRunner().invoke(cli, [command[0], "--help"])
    assert result.exit_code == 0, place
    for option in command[1:]:
        if option.startswith("--"):
            assert option in result.output, place


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(DEPLOY)))
def test_every_setting_exists(path):
    named = set(re.findall(r"\bRUSHES_[A-Z_]+\b", path.read_text()))
    assert {name.removesuffix("_FILE") for name in named} - OTHER_VARIABLES <= SETTINGS


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(DEPLOY)))
def test_no_secret_and_no_address_of_a_registry_is_written_down(path):
    text = path.read_text()
    assert not re.search(r"(docker|ghcr|quay|gcr)\.io|change-me|password: *\w", text, re.I)


def test_settings_files_are_valid():
    toml = [(DEPLOY / "compose" / "rushes.toml").read_text()]
    toml += [
        d["data"]["rushes.toml"] for d in _kubernetes("ConfigMap") if "rushes.toml" in d["data"]
    ]
    assert len(toml) == 2
    for text in toml:
        assert set(tomllib.loads(text)) <= set(Settings.model_fields)


def test_the_gpl_libraries_in_the_image_are_named():
    """Those of FFmpeg's GPL parts that PyAV's wheel carries."""
    gpl = {"libx264", "libx265", "libxvidcore", "libvidstab", "librubberband", "libpostproc"}
    shipped = {path.name.partition("-")[0].partition(".")[0] for path in _files_of_av()}
    assert gpl & shipped == {"libx264", "libx265"}
    docker, page = (DEPLOY / "Dockerfile").read_text(), (DOCS / "service.md").read_text()
    for library in gpl & shipped:
        assert library in docker
        assert library in page
    assert re.search(r'licenses="[^"]*GPL-2\.0-or-later', docker)


def _files_of_av():
    return [Path(str(file)) for file in distribution("av").files or ()]


def test_a_request_on_its_way_has_time_to_be_answered():
    for unit in UNITS:
        assert int(_unit(unit)["Service"]["TimeoutStopSec"]) >= 150
    for name in OURS:
        assert _compose()["services"][name]["stop_grace_period"] == "150s"
    for deployment in _kubernetes("Deployment"):
        assert _pod(deployment)["terminationGracePeriodSeconds"] >= 150


class TestUnits:
    pytestmark = pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)

    def test_holds_as_many_connections_as_the_service_takes(self, unit):
        assert int(_unit(unit)["Service"]["LimitNOFILE"]) >= 2 * MOST_CONNECTIONS

    def test_keeps_what_it_writes_to_itself(self, unit):
        service = _unit(unit)["Service"]
        assert service["UMask"] == "0077"
        assert {service["StateDirectoryMode"], service["CacheDirectoryMode"]} == {"0700"}

    def test_has_the_same_sandbox_as_the_others(self, unit):
        def hardening(path):
            return path.read_text().partition("# Hardening.")[2]

        assert hardening(unit) == hardening(UNITS[0]) != ""


class TestCompose:
    def test_what_is_mounted_exists(self):
        for service in _compose()["services"].values():
            for mount in service.get("volumes", ()):
                source = mount.partition(":")[0]
                if source.startswith("."):
                    assert (DEPLOY / source).is_file(), mount
                else:
                    assert source in _compose()["volumes"], mount

    def test_secrets_are_files_that_the_script_makes(self):
        script = (DEPLOY / "secrets.sh").read_text()
        made = set(re.findall(r"\| *(?:\n *)?make ([\w.]+)", script))
        needed = {
            secret["file"].removeprefix("secrets/") for secret in _compose()["secrets"].values()
        }
        for service in _compose()["services"].values():
            needed |= {Path(file).name for file in service.get("env_file", ())}
            assert set(service.get("secrets", ())) <= set(_compose()["secrets"])
        assert needed == made

    def test_every_variable_from_a_file_names_a_secret(self):
        for service in _compose()["services"].values():
            for name, value in service.get("environment", {}).items():
                if name.endswith("_FILE"):
                    assert Path(value).name in service["secrets"]

    def test_what_depends_on_a_service_waits_until_it_is_healthy(self):
        services = _compose()["services"]
        for service in services.values():
            for name, needed in service.get("depends_on", {}).items():
                if needed["condition"] == "service_healthy":
                    assert "healthcheck" in services[name]
                else:
                    assert services[name]["restart"] == "no"

    def test_only_this_host_reaches_it(self):
        for service in _compose()["services"].values():
            assert all(port.startswith("127.0.0.1:") for port in service.get("ports", ()))

    @pytest.mark.parametrize("name", OURS)
    def test_our_containers_are_confined(self, name):
        service = _compose()["services"][name]
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert "/tmp" in service["tmpfs"]


class TestKubernetes:
    @pytest.mark.parametrize("document", _kubernetes(), ids=_id)
    def test_it_has_the_schema_of_its_kind(self, document):
        kubernetes_validate.validate(document, KUBERNETES, strict=True)

    def test_a_misspelled_field_is_found(self):
        deployment = _kubernetes("Deployment")[0]
        _container(deployment)["readinessprobe"] = {}
        with pytest.raises(kubernetes_validate.ValidationError, match="readinessprobe"):
            kubernetes_validate.validate(deployment, KUBERNETES, strict=True)

    def test_selectors_find_their_pods(self):
        deployments = {d["metadata"]["name"]: d for d in _kubernetes("Deployment")}
        labels = {
            name: d["spec"]["template"]["metadata"]["labels"] for name, d in deployments.items()
        }
        for name, deployment in deployments.items():
            assert deployment["spec"]["selector"]["matchLabels"] == labels[name]
        for kind, path in (("PodDisruptionBudget", "selector"), ("NetworkPolicy", "podSelector")):
            chosen = {
                d["metadata"]["name"]: d["spec"][path]["matchLabels"] for d in _kubernetes(kind)
            }
            assert chosen == labels
        (service,) = _kubernetes("Service")
        assert service["spec"]["selector"] == labels["rushes-api"]

    def test_ports_have_names_that_containers_have(self):
        ports = {
            d["metadata"]["name"]: {p["name"] for p in _container(d)["ports"]}
            for d in _kubernetes("Deployment")
        }
        (service,) = _kubernetes("Service")
        assert {p["targetPort"] for p in service["spec"]["ports"]} <= ports["rushes-api"]
        for policy in _kubernetes("NetworkPolicy"):
            for rule in policy["spec"]["ingress"]:
                assert {p["port"] for p in rule["ports"]} <= ports[policy["metadata"]["name"]]
        (ingress,) = _kubernetes("Ingress")
        for path in ingress["spec"]["rules"][0]["http"]["paths"]:
            assert path["backend"]["service"] == {"name": "rushes", "port": {"name": "http"}}

    @pytest.mark.parametrize("deployment", _kubernetes("Deployment"), ids=_id)
    def test_pods_meet_the_restricted_standard(self, deployment):
        pod, container = _pod(deployment), _container(deployment)
        assert pod["securityContext"]["runAsNonRoot"] is True
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        assert pod["automountServiceAccountToken"] is False
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        uid = re.search(r"^USER (\d+):(\d+)$", (DEPLOY / "Dockerfile").read_text(), re.M)
        ids = pod["securityContext"]
        assert (ids["runAsUser"], ids["runAsGroup"]) == (int(uid[1]), int(uid[2]))

    @pytest.mark.parametrize("deployment", _kubernetes("Deployment"), ids=_id)
    def test_probes_tell_life_from_readiness(self, deployment):
        container = _container(deployment)
        (port,) = [port["name"] for port in container["ports"]]
        for probe, path in (
            ("readiness", "/ready"),
            ("liveness", "/health"),
            ("startup", "/health"),
        ):
            assert container[f"{probe}Probe"]["httpGet"] == {"path": path, "port": port}
        assert {"requests", "limits"} <= set(container["resources"])

    @pytest.mark.parametrize("deployment", _kubernetes("Deployment"), ids=_id)
    def test_what_is_written_is_on_a_volume_and_secrets_come_from_files(self, deployment):
        pod, container = _pod(deployment), _container(deployment)
        places = {mount["mountPath"]: mount for mount in container["volumeMounts"]}
        assert {"/var/lib/rushes", "/var/cache/rushes", "/tmp"} <= set(places)
        assert {mount["name"] for mount in places.values()} == {v["name"] for v in pod["volumes"]}
        settings = next(d for d in _kubernetes("ConfigMap") if d["metadata"]["name"] == "rushes")
        for name, value in settings["data"].items():
            assert "SECRET" not in name or name.endswith("_FILE")
            if name.endswith("_FILE"):
                assert places[str(Path(value).parent)]["readOnly"] is True
