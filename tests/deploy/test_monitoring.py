"""Alert rules and dashboard fit what services expose, as a real Prometheus sees it."""

from __future__ import annotations

import itertools
import json
import re
from collections import defaultdict
from pathlib import Path

import httpx
import pytest
import yaml

from rushes import OpenRouter
from rushes.http import figures
from rushes.http.figures import SHARED
from rushes.sdk import errors
from rushes.server import background_service
from rushes.settings import Settings
from tests.deploy.prometheus import needs_prometheus, prometheus, promtool
from tests.docs.test_prose import anchors
from tests.fakes.paid_upstream import fake_upstream

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
ALERTS = DEPLOY / "alerts.yml"
TOKEN = "a-token-for-metrics"
NAME = re.compile(r"\b((?:rushes|process|python)_[a-z0-9_]+|up)\b(?=[{ \[)]|$)")
SUFFIX = re.compile(r"_(total|bucket|count|sum)$")
PAID = {"model": "google/veo-3.1", "prompt": "A calm sea", "duration": 8}
# Without data where all is well, or where something is not configured.
MAY_BE_EMPTY = {
    "Share of the limit that is spent": "no spend limit is set",
}


def alerts():
    return [
        rule for group in yaml.safe_load(ALERTS.read_text())["groups"] for rule in group["rules"]
    ]


def panels():
    dashboard = json.loads((DEPLOY / "grafana" / "rushes.json").read_text())
    return [panel for panel in dashboard["panels"] if panel["type"] != "row"]


EXPRESSIONS = [(rule["alert"], rule["expr"]) for rule in alerts()] + [
    (panel["title"], target["expr"]) for panel in panels() for target in panel["targets"]
]


def scrape(url):
    response = httpx.get(
        f"{url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}, trust_env=False
    )
    assert response.status_code == 200, response.text
    return response.text


def families(text):
    return set(re.findall(r"^# TYPE (\S+)", text, re.M))


@pytest.fixture(scope="module")
def services(tmp_path_factory):
    """A service with the offline engine, and one with a provider that fails now and then."""
    with (
        pytest.MonkeyPatch.context() as patch,
        fake_upstream(render=0.01) as upstream,
        background_service(
            Settings(
                data_dir=tmp_path_factory.mktemp("engine"),
                port=0,
                emulation="instant",
                metrics_token=TOKEN,
                fetch_private_urls=True,
            )
        ) as engine,
        background_service(
            Settings(
                data_dir=tmp_path_factory.mktemp("paid"),
                port=0,
                metrics_token=TOKEN,
                providers=("openrouter",),
                provider={
                    "openrouter": {
                        "api_key": "sk-or-1",
                        "base_url": upstream.api,
                        "capabilities": {"visibility_delay": 0.1},
                    }
                },
            )
        ) as paid,
        OpenRouter(api_key="a", server_url=f"{engine}/api/v1") as of_engine,
        OpenRouter(api_key="a", server_url=f"{paid}/api/v1") as of_paid,
    ):
        patch.setattr(figures, "INTERVAL", 0.2)

        numbers = itertools.count()

        def work():
            for client in (of_engine, of_paid):
                client.video_generation.generate_and_wait(**PAID)
            with pytest.raises(errors.NotFoundResponseError):
                of_engine.video_generation.get_generation(job_id="gen-vid-0")
            of_engine.video_generation.generate_and_wait(
                **PAID, callback_url="https://127.0.0.1:9/hook"
            )
            with pytest.raises(errors.GenerationFailedError):
                of_paid.video_generation.generate_and_wait(
                    **{**PAID, "prompt": f"Sea {next(numbers)} [fault:500-after]"}
                )

        work()
        of_paid.video_generation.generate(**{**PAID, "prompt": "A calm sea [fault:endless]"})
        yield engine, paid, work


def test_every_expression_names_metrics_that_exist(services):
    engine, paid, _ = services
    known = families(scrape(engine)) | families(scrape(paid)) | {"up"}
    for where, expression in EXPRESSIONS:
        names = NAME.findall(expression)
        assert names, where
        for name in names:
            assert {name, SUFFIX.sub("", name)} & known, f"{where}: {name}"


@pytest.mark.parametrize(("where", "expression"), EXPRESSIONS)
def test_what_is_of_the_whole_database_is_not_summed_over_processes(where, expression):
    for found in NAME.finditer(expression):
        if found[1] in SHARED:
            before = expression[: found.start()]
            assert re.search(r"max( by \([a-z, ]+\))? \($|max\($", before), (where, found[1])


def test_shared_metrics_are_the_same_in_all_processes_and_named_so(services):
    assert families(scrape(services[0])) >= SHARED


def test_every_alert_says_what_to_do():
    pages = {ROOT / "docs" / name for name in ("monitoring.md", "operating.md")}
    for rule in alerts():
        assert rule["labels"]["severity"] in {"critical", "warning"}
        assert {"summary", "description", "runbook_url"} == set(rule["annotations"])
        path, _, anchor = rule["annotations"]["runbook_url"].partition("#")
        assert ROOT / path in pages
        assert anchor in anchors(ROOT / path), rule["alert"]
    tested = yaml.safe_load((Path(__file__).parent / "alerts_test.yml").read_text())["tests"]
    raised = {
        test["alertname"]
        for of in tested
        for test in of["alert_rule_test"]
        if test.get("exp_alerts")
    }
    assert raised == {rule["alert"] for rule in alerts()}


def test_panels_have_places_of_their_own():
    ids, places = set(), defaultdict(set)
    for panel in panels():
        assert panel["id"] not in ids
        ids.add(panel["id"])
        place = panel["gridPos"]
        columns = set(range(place["x"], place["x"] + place["w"]))
        assert max(columns) < 24
        assert not columns & places[place["y"]], panel["title"]
        places[place["y"]] |= columns
        assert panel["datasource"]["uid"] == "${datasource}"


@needs_prometheus
def test_promtool_accepts_the_files_and_raises_the_alerts():
    promtool("check", "rules", ALERTS)
    promtool("check", "config", DEPLOY / "prometheus.yml")
    promtool("test", "rules", Path(__file__).parent / "alerts_test.yml")


@needs_prometheus
def test_promtool_has_nothing_to_say_about_the_metrics(services):
    engine, paid, _ = services
    for url in (engine, paid):
        assert promtool("check", "metrics", given=scrape(url)) == ""


@needs_prometheus
def test_a_prometheus_has_data_for_the_dashboard(services, tmp_path):
    engine, paid, work = services
    with prometheus(tmp_path, {"rushes-api": [engine, paid]}, ALERTS, TOKEN) as server:
        server.wait_for('up{job="rushes-api"}', lambda found: len(found) == 2)
        assert {row["value"][1] for row in server.query("up")} == {"1"}
        work()  # counters move while they are scraped
        server.wait_for(
            "sum(rushes_jobs_ended_total)", lambda found: float(found[0]["value"][1]) >= 7
        )
        empty = {}
        for panel in panels():
            for target in panel["targets"]:
                expression = target["expr"].replace("$__rate_interval", "60s")
                if not server.query(expression):
                    empty[panel["title"]] = expression
        assert set(empty) <= set(MAY_BE_EMPTY), empty
        [spent] = server.query('sum(max by (model) (rushes_spend_usd{period="day"}))')
        assert float(spent["value"][1]) > 0
        rules = server.ask("rules")["groups"][0]["rules"]
        assert {rule["name"] for rule in rules} == {rule["alert"] for rule in alerts()}
        assert {rule["health"] for rule in rules} <= {"ok", "unknown"}
        server.wait_for(
            'ALERTS{alertname="RushesUnknownOutcome", alertstate="firing"}',
            lambda found: {row["metric"]["provider"] for row in found} == {"openrouter"},
        )


@needs_prometheus
def test_a_prometheus_without_the_token_gets_nothing(services, tmp_path):
    with prometheus(tmp_path, {"rushes-api": [services[0]]}, ALERTS, "wrong") as server:
        server.wait_for("up", lambda found: bool(found) and found[0]["value"][1] == "0")
        [target] = server.ask("targets")["activeTargets"]
        assert "401" in target["lastError"] or "403" in target["lastError"]
