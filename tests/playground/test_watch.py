from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import expect

from rushes.providers.base import BusyError
from tests.fakes.providers import StandInProvider
from tests.service import running_service


def submit(client, prompt="A calm sea", **changes):
    body = {"model": "google/veo-3.1", "prompt": prompt, "duration": 4, **changes}
    return client.post("/videos", json=body).raise_for_status().json()["id"]


def show(page, service, job):
    page.goto(f"{service.url}/#/jobs/{job}")


def heading(page, text):
    return page.get_by_role("heading", name=text, exact=True)


def test_follows_and_cancels_a_job(page, service, client):
    page.get_by_label("Prompt").fill("A cat [rushes:slow=600]")
    page.get_by_role("button", name="Generate").click()
    expect(page.get_by_text("in progress", exact=True)).to_be_visible()
    expect(page.get_by_text("Making the video")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(heading(page, "Cancelled")).to_be_visible()
    job = page.url.rpartition("/")[2]
    assert client.get(f"/videos/{job}").json()["status"] == "cancelled"
    expect(page.get_by_role("button", name="Cancel")).to_have_count(0)


def test_a_reload_resumes_and_the_progress_moves(page, service, client):
    job = submit(client, "A cat [rushes:slow=100]")
    show(page, service, job)
    expect(page.get_by_text("Making the video")).to_be_visible()
    page.reload()
    service.clock.advance(seconds=50)
    expect(page.get_by_role("progressbar", name="Progress")).to_have_attribute(
        "value", re.compile("^(4|5)[0-9]$")
    )
    service.clock.advance(seconds=60)
    expect(page.locator("video")).to_be_visible()
    expect(page.get_by_text("completed", exact=True)).to_be_visible()
    expect(page.locator("dl")).to_contain_text("Cost$1.60")


def test_says_what_waits_before_a_job(page, service, client):
    first = submit(client, "A cat [rushes:queued=500]")
    service.clock.advance(seconds=3)
    job = submit(client, "A dog [rushes:queued=500]")
    show(page, service, job)
    expect(page.get_by_text("Waiting: 1 of your videos is before this one")).to_be_visible()
    client.post(f"/videos/{first}/cancel")
    expect(page.get_by_text("Waiting for its turn")).to_be_visible()


def test_a_failed_job_says_why_and_is_tried_again(page, service):
    page.get_by_label("Prompt").fill("<b>A cat</b> [rushes:failed=<i>No more film</i>]")
    page.get_by_label("Length").select_option("3")
    page.get_by_role("button", name="Generate").click()
    expect(heading(page, "Failed")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("<i>No more film</i>")
    page.get_by_role("button", name="Retry").click()
    expect(page.get_by_label("Length")).to_have_value("3")
    page.get_by_label("Prompt").fill("<b>A cat</b>")
    page.get_by_role("button", name="Generate").click()
    expect(page.locator("video")).to_be_visible()
    expect(page.locator("h1")).to_have_text("<b>A cat</b>")
    assert page.locator("main b").count() == 0


def test_two_tabs_show_the_same_job_and_their_own_drafts(page, service, client):
    job = submit(client, "A cat [rushes:slow=600]")
    show(page, service, job)
    other = page.context.new_page()
    show(other, service, job)
    expect(other.get_by_text("Making the video")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(heading(other, "Cancelled")).to_be_visible()
    other.get_by_role("button", name="Start again").click()
    other.get_by_label("Prompt").fill("Another cat")
    page.get_by_role("link", name="Create").click()
    expect(page.get_by_label("Prompt")).to_have_value("")


def test_polls_where_events_do_not_come(page, service, client):
    asked = []
    page.route("**/events", lambda route: (asked.append(route), route.fulfill(body="retry: 1\n")))
    job = submit(client, "A cat [rushes:slow=100]")
    show(page, service, job)
    expect(page.get_by_text("Making the video")).to_be_visible()
    service.clock.advance(seconds=120)
    expect(page.locator("video")).to_be_visible()
    assert 1 <= len(asked) <= 3
    assert page.title() == "completed: A cat [rushes:slow=100]"


def test_a_slow_network_shows_what_is_being_loaded(page, service, client):
    job = submit(client)
    held = []
    page.route("**/content*", lambda route: held.append(route))  # noqa: PLW0108 - it is inspected
    show(page, service, job)
    expect(page.get_by_text("Loading the video…")).to_be_visible()
    while not held:  # the page says so before the browser asks
        page.wait_for_timeout(10)
    held[0].abort()
    expect(page.get_by_role("alert")).to_contain_text("cannot be reached")
    page.unroute("**/content*")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("video")).to_be_visible()


def test_plays_steps_and_makes_more_of_a_video(page, service, client):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    job = submit(client, seed=7)
    show(page, service, job)
    video = page.locator("video")
    video.evaluate("v => new Promise(done => v.readyState > 1 ? done() : v.oncanplay = done)")
    assert video.evaluate("v => v.loop")
    page.get_by_role("button", name="Loop").click()
    assert not video.evaluate("v => v.loop")
    video.evaluate("v => { v.pause(); v.currentTime = 1; }")
    page.get_by_role("button", name="Next frame").click()
    page.keyboard.press(".")
    assert video.evaluate("v => v.currentTime") == pytest.approx(1 + 2 / 24, abs=0.001)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    assert download.value.suggested_filename == f"{job}.mp4"
    assert download.value.path().read_bytes() == client.get(f"/videos/{job}/content").content
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert httpx.get(link).content == client.get(f"/videos/{job}/content").content

    page.get_by_role("button", name="Vary seed").click()
    expect(page.get_by_label("Prompt")).to_have_value("A calm sea")
    assert page.get_by_role("spinbutton", name="Seed").input_value() not in {"", "7"}
    page.go_back()
    expect(page.get_by_role("button", name="Vary seed")).to_be_visible()
    # This model continues no video, another one does.
    expect(page.get_by_role("button", name="Continue")).to_have_count(0)
    job = submit(client, model="rushes/procedural-1")
    show(page, service, job)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("link", name="an earlier video")).to_have_attribute(
        "href", f"#/jobs/{job}"
    )


def test_an_unknown_job_is_said(page, service):
    show(page, service, "gen-vid-0-unknown")
    expect(page.get_by_role("alert")).to_contain_text("gen-vid-0-unknown")


class BusyProvider(StandInProvider):
    """A provider that takes no job."""

    async def create(self, request, before_send):
        raise BusyError("It has no room for more videos")


def test_a_delayed_job_says_why(new_page, tmp_path):
    with running_service(tmp_path, provider=BusyProvider()) as own:
        page = new_page()
        page.goto(own.url)
        page.get_by_label("Prompt").fill("A calm sea")
        page.get_by_role("button", name="Generate").click()
        expect(page.get_by_text("It has no room for more videos")).to_be_visible()
        page.get_by_role("button", name="Cancel").click()
        expect(heading(page, "Cancelled")).to_be_visible()
