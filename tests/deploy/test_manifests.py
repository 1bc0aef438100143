"""What `deploy/` says is true: every file parses, every command and setting it names exists."""

from __future__ import annotations

import configparser
import re
import shlex
from importlib.metadata import distribution
from pathlib import Path

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
UNITS = sorted(DEPLOY.glob("*.service"))
SETTINGS = {f"RUSHES_{name.upper()}" for name in Settings.model_fields} | {
    own_variable(slug, field)
    for slug, data in load_providers().items()
    for field in (*ProviderSettings.model_fields, *data.settings)
}
# Those of Prometheus and Grafana have a test of their own.
CONFIGURED = sorted(path for path in DEPLOY.iterdir() if path.is_file() and path.suffix != ".yml")
LEAVES = {"RUSHES_KEY"}  # of compose.yaml's own


def commands():
    for unit in UNITS:
        yield unit.name, shlex.split(_unit(unit)["Service"]["ExecStart"])[1:]
    for name, service in _compose()["services"].items():
        if name != "database":
            yield f"compose {name}", service["command"][1:]
    for document in _kubernetes():
        if document["kind"] == "Deployment":
            yield document["metadata"]["name"], _container(document)["args"][1:]


def _unit(path):
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(path)
    return parser


def _compose():
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())


def _kubernetes():
    return list(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text()))


def _container(deployment):
    return deployment["spec"]["template"]["spec"]["containers"][0]


@pytest.mark.parametrize(("place", "command"), list(commands()))
def test_every_command_and_option_exists(place, command):
    result = CliRunner().invoke(cli, [command[0], "--help"])
    assert result.exit_code == 0, place
    for option in command[1:]:
        if option.startswith("--"):
            assert option in result.output, place


@pytest.mark.parametrize("path", CONFIGURED, ids=lambda p: p.name)
def test_every_setting_exists(path):
    named = set(re.findall(r"\bRUSHES_[A-Z_]+\b", path.read_text()))
    assert named - LEAVES <= SETTINGS
    assert named


def test_kubernetes_selectors_find_their_pods():
    documents = {(d["kind"], d["metadata"]["name"]): d for d in _kubernetes()}
    for (kind, _), document in documents.items():
        if kind == "Deployment":
            labels = document["spec"]["template"]["metadata"]["labels"]
            assert document["spec"]["selector"]["matchLabels"] == labels
    service = documents["Service", "rushes"]["spec"]
    api = documents["Deployment", "rushes-api"]["spec"]["template"]
    assert service["selector"].items() <= api["metadata"]["labels"].items()
    ports = {p["containerPort"] for p in api["spec"]["containers"][0]["ports"]}
    assert {p["targetPort"] for p in service["ports"]} <= ports


def test_units_give_a_request_on_its_way_time_to_be_answered():
    for unit in UNITS:
        assert int(_unit(unit)["Service"]["TimeoutStopSec"]) >= 150
    for name, service in _compose()["services"].items():
        if name != "database":
            assert service["stop_grace_period"] == "150s"


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_lets_the_service_hold_as_many_connections_as_it_takes(unit):
    assert int(_unit(unit)["Service"]["LimitNOFILE"]) >= 2 * MOST_CONNECTIONS


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_units_keep_what_they_write_to_themselves(unit):
    assert _unit(unit)["Service"]["UMask"] == "0077"


def test_traffic_waits_until_the_service_is_ready():
    api = next(d for d in _kubernetes() if d["metadata"]["name"] == "rushes-api")
    assert _container(api)["readinessProbe"]["httpGet"]["path"] == "/ready"
    assert _container(api)["livenessProbe"]["httpGet"]["path"] == "/health"


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
