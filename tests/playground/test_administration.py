"""What an admin key sees and does in the page, and what the test kit adds."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import expect

from tests.cli.test_jobs import insert_unresolved, with_store
from tests.clients.installed import installed
from tests.http.conftest import client_of, submit, wait
from tests.http.test_stored_keys import StoredKeys
from tests.playground.test_accessibility import check
from tests.service import running_service

VIEWS = ["Usage", "Keys", "Providers", "Unresolved"]
VARIABLES = {
    "RUSHES_PROVIDERS": "openrouter",
    "RUSHES_PROVIDER": '{"openrouter": {"api_key": "sk-of-a-test"}}',
}


class Team:
    """A service with keys, and what other processes do to its store.

    These run in a thread of their own: Playwright has the event loop of this one.
    """

    def __init__(self, folder, threads):
        self.folder, self._threads = folder, threads
        self.admin = self.run(StoredKeys(folder).create, admin=True).text
        self.member = self.run(StoredKeys(folder).create).text

    def run(self, function, *args, **kwargs):
        return self._threads.submit(function, *args, **kwargs).result(60)


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    folder = tmp_path_factory.mktemp("team")
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(1) as threads:
        for name in [name for name in os.environ if name.startswith("RUSHES_")]:
            patch.delenv(name)
        for name, value in VARIABLES.items():
            patch.setenv(name, value)
        own = Team(folder, threads)
        with running_service(folder) as service, client_of(service, own.admin) as client:
            own.url, own.client = service.url, client
            wait(client, submit(client))
            yield own


@pytest.fixture
def open_as(new_page, team):
    """Return a tab in which a key is used, with one view of the page."""

    def opened(key, view="", **options):
        page = new_page(**options)
        page.add_init_script(f"sessionStorage.setItem('rushes-key', '{key}')")
        page.goto(f"{team.url}/#/{view}")
        return page

    return opened


def links(page):
    expect(page.get_by_label("Prompt")).to_be_visible()
    return page.get_by_role("navigation").get_by_role("link").all_inner_texts()


def test_an_ordinary_key_sees_none_of_it(open_as, team):
    page = open_as(team.member, "keys")
    assert not {*links(page)} & {*VIEWS, "Requests", "Scenarios"}
    expect(page.get_by_role("heading", name="API keys")).to_have_count(0)
    shown = links(open_as(team.admin))
    assert [name for name in shown if name in VIEWS] == VIEWS
    assert not {*shown} & {"Requests", "Scenarios"}


def test_usage_shows_what_was_spent(open_as, team):
    page = open_as(team.admin, "usage")
    expect(page.get_by_role("img", name="Spend by day: $3.20 in 30 days")).to_be_visible()
    expect(page.get_by_role("region", name="By model")).to_contain_text("google/veo-3.1")
    expect(page.get_by_role("region", name="By key")).to_contain_text("Team")
    page.get_by_label("Period").select_option("7")
    expect(page.get_by_role("img", name="Spend by day: $3.20 in 7 days")).to_be_visible()


def test_each_of_several_videos_is_shown(open_as, team):
    job = team.client.get("/videos").json()["data"][-1]["id"]

    def double(store):
        async def doubled():
            outputs = (await store.jobs.get(job)).outputs
            await store.jobs.update(job, where={"completed"}, changes={"outputs": outputs * 2})

        return doubled()

    team.run(with_store, team.folder, double)
    page = open_as(team.admin, f"jobs/{job}")
    page.get_by_role("button", name="Video 2").click()
    download = page.get_by_role("link", name="Download")
    expect(download).to_have_attribute("download", f"{job}-2.mp4")


def test_a_key_is_created_used_changed_and_revoked(open_as, team):
    page = open_as(team.admin, "keys")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Create key").click()
    page.get_by_label("Name").fill("Marketing")
    page.get_by_label("Budget in USD").fill("50")
    page.get_by_label("Period").select_option("a month")
    page.get_by_role("button", name="Create", exact=True).click()
    text = page.get_by_test_id("new-key").inner_text()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("new-key")).to_have_count(0)
    stored = page.evaluate(
        "JSON.stringify([sessionStorage, localStorage]) + document.body.innerHTML"
    )
    assert text not in stored
    card = page.get_by_role("listitem").filter(has_text="Marketing")
    expect(card).to_contain_text("$50.00 a month, $50.00 left")
    assert not {*links(open_as(text))} & {*VIEWS}
    card.get_by_role("button", name="Change").click()
    page.get_by_label("Open jobs at most").fill("2")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    (made,) = [k for k in team.client.get("/keys").json()["data"] if k["name"] == "Marketing"]
    assert (made["rushes"]["max_open_jobs"], made["limit"], made["limit_reset"]) == (
        2,
        50,
        "monthly",
    )
    card.get_by_role("button", name="Rotate").click()
    assert page.get_by_test_id("new-key").inner_text() != text
    page.keyboard.press("Escape")
    card.get_by_role("button", name="Revoke").click()
    expect(card).to_have_count(0)
    assert "Marketing" not in team.client.get("/keys").text


def test_a_provider_that_is_out_is_shown_with_its_last_error(open_as, team):
    def out(store):
        return store.accounts.take_out("openrouter", "credit", "no credit is left", 600)

    team.run(with_store, team.folder, out)
    page = open_as(team.admin, "providers")
    card = page.get_by_role("listitem").filter(has_text="OpenRouter")
    expect(card).to_contain_text("Breaker open (credit)")
    expect(card).to_contain_text("Last error: no credit is left")


def test_unresolved_jobs_are_dismissed_and_attached(open_as, team):
    team.run(insert_unresolved, team.folder, "gen-vid-1-first", prompt="A first sea")
    team.run(insert_unresolved, team.folder, "gen-vid-1-second", prompt="A second sea")
    page = open_as(team.admin, "unresolved")
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    first = page.get_by_role("listitem").filter(has_text="A first sea")
    first.get_by_role("button", name="Resubmit and pay").click()
    assert "openrouter may charge about $3.20 for another attempt" in asked[0]
    page.once("dialog", lambda dialog: dialog.accept())
    first.get_by_label("What the provider charged").fill("0.40")
    first.get_by_role("button", name="Dismiss").click()
    expect(first).to_have_count(0)
    second = page.get_by_role("listitem").filter(has_text="A second sea")
    expect(second.get_by_role("button", name="Attach")).to_be_disabled()
    second.get_by_label("The provider's id of this job").fill("up-9")
    second.get_by_role("button", name="Attach").click()
    expect(page.get_by_role("status")).to_have_text("Nothing is unresolved.")
    history = {
        job_id: [
            (action.action, action.detail)
            for action in team.run(
                with_store, team.folder, lambda store, job_id=job_id: store.job_actions.of(job_id)
            )
        ]
        for job_id in ("gen-vid-1-first", "gen-vid-1-second")
    }
    assert history == {
        "gen-vid-1-first": [("dismiss", "charged $0.40")],
        "gen-vid-1-second": [("attach", "up-9")],
    }


def test_the_test_kit_shows_requests_and_takes_scenarios(page, service, client):
    page.get_by_role("link", name="Scenarios").click()
    expect(page.locator("datalist option[value=failed]")).to_have_count(1)
    page.get_by_label("Scenario", exact=True).fill("fialed")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("alert")).to_contain_text("fialed")
    page.get_by_label("Scenario", exact=True).fill("rate_limited")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("listitem")).to_contain_text("used 0 of 1")
    refused = client.post("/videos", json={"model": "google/veo-3.1", "prompt": "A sea"})
    assert refused.status_code == 429
    page.get_by_role("button", name="+ 1 hour").click()
    expect(page.get_by_role("listitem")).to_contain_text("used 1 of 1")
    page.get_by_role("link", name="Requests").click()
    expect(page.get_by_role("listitem").first).to_contain_text("/api/v1/videos")
    expect(page.get_by_role("listitem").first).to_contain_text("429")


@pytest.mark.clients
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_as, team, scheme):
    axe = (installed("node") / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    page = open_as(team.admin, color_scheme=scheme, viewport={"width": 390, "height": 844})
    for view, title in zip(VIEWS, ["Usage", "API keys", "Providers", "Unresolved"], strict=True):
        page.get_by_role("link", name=view).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        for summary in page.locator("summary").all():
            summary.click()
        check(page, axe)
    page.get_by_role("link", name="Keys").click()
    page.get_by_role("button", name="Create key").click()
    check(page, axe)
