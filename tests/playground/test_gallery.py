from __future__ import annotations

import base64
import json
import re

import pytest
from playwright.sync_api import expect

from tests.playground.test_accessibility import axe, check  # noqa: F401 - a fixture
from tests.playground.test_watch import submit

MODEL = "google/veo-3.1"
OTHER = "minimax/hailuo-2.3"


def settle(client, *jobs):
    """Wait until jobs have ended."""
    for job in jobs:
        while client.get(f"/videos/{job}").json()["status"] in {"pending", "in_progress"}:
            pass


def cards(page):
    return page.locator(".cards > li")


def card(page, prompt):
    return cards(page).filter(has_text=prompt)


def show(page, service, rest="gallery"):
    page.goto(f"{service.url}/#/{rest}")


def button(at, name):
    return at.get_by_role("button", name=re.compile(f"^{name}"))


def test_shows_posters_and_moves_under_the_pointer(page, service, client):
    settle(client, submit(client, "A calm sea"))
    show(page, service)
    image = card(page, "A calm sea").locator("img")
    expect(image).to_be_visible()
    poster = image.get_attribute("src")
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
    card(page, "A calm sea").get_by_role("link", name="A calm sea", exact=True).focus()
    expect(image).not_to_have_attribute("src", poster)
    page.locator("main").focus()
    expect(image).to_have_attribute("src", poster)
    page.keyboard.press("Tab")
    card(page, "A calm sea").get_by_role("link", name="A calm sea", exact=True).click()
    expect(page.locator("video")).to_be_visible()


def test_an_empty_gallery_leads_to_the_first_video(page, service):
    show(page, service)
    expect(page.get_by_text("There are no videos yet.")).to_be_visible()
    page.get_by_role("link", name="Create a video").click()
    expect(page.get_by_label("Prompt")).to_be_visible()


def test_filters_and_scrolls(page, service, client):
    jobs = [submit(client, f"Wave {number}") for number in range(25)]
    failed = submit(client, "A storm [rushes:failed]")
    settle(client, *jobs, failed)
    page.route("**/poster", lambda route: route.abort())  # to make them takes long
    show(page, service)
    expect(cards(page).first).to_contain_text("A storm")
    expect(cards(page)).to_have_count(24)
    page.locator(".gallery > p[role=status]").scroll_into_view_if_needed()
    expect(cards(page)).to_have_count(26)
    expect(cards(page).last).to_contain_text("Wave 0")
    page.get_by_label("State").select_option("failed")
    expect(cards(page)).to_have_count(1)
    page.get_by_label("Model").select_option(OTHER)
    expect(page.get_by_text("Nothing matches these filters.")).to_be_visible()
    page.get_by_label("Model").select_option(MODEL)
    page.get_by_label("State").select_option("")
    # The oldest one is on the second page, which is fetched to find it.
    page.get_by_label("Prompt").fill("wave 1")
    expect(cards(page)).to_have_count(12)
    place = page.evaluate("scrollY")
    cards(page).last.get_by_role("link", name="Details").click()
    submit(client, "Wave 100")
    page.go_back()
    expect(cards(page)).to_have_count(13)
    expect(page.get_by_label("Prompt")).to_have_value("wave 1")
    assert page.evaluate("scrollY") >= place


def test_deletes_after_a_question(page, service, client):
    job, kept = submit(client, "Delete me"), submit(client, "Keep me")
    settle(client, job, kept)
    show(page, service)
    button(card(page, "Delete me"), "Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Keep").click()
    assert client.get(f"/videos/{job}").status_code == 200
    button(card(page, "Delete me"), "Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(cards(page)).to_have_count(1)
    expect(page.get_by_role("status").filter(has_text="Deleted")).to_be_visible()
    assert client.get(f"/videos/{job}").status_code == 404
    assert client.get(f"/videos/{kept}").status_code == 200


def test_cancels_and_follows_open_jobs(page, service, client):
    slow = submit(client, "A cat [rushes:slow=600]")
    soon = submit(client, "A dog [rushes:slow=100]")
    show(page, service)
    button(card(page, "A cat"), "Cancel").click()
    expect(card(page, "A cat").get_by_text("cancelled", exact=True)).to_be_visible()
    assert client.get(f"/videos/{slow}").json()["status"] == "cancelled"
    service.clock.advance(seconds=120)
    expect(card(page, "A dog").locator("img")).to_be_visible()
    assert client.get(f"/videos/{soon}").json()["status"] == "completed"


def test_a_failed_job_says_why_and_is_tried_again(page, service, client):
    job = submit(client, "A cat [rushes:failed]", seed=7)
    settle(client, job)
    show(page, service)
    expect(card(page, "A cat")).to_contain_text("could not generate this video")
    button(card(page, "A cat"), "Retry").click()
    expect(page.get_by_label("Prompt")).to_have_value("A cat [rushes:failed]")
    expect(page.get_by_label("Seed", exact=True)).to_have_value("7")


def test_details_show_the_request_and_the_attempts(page, service, client, picture):
    encoded = base64.b64encode(picture.read_bytes()).decode()
    image = {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{encoded}"}}
    frames = [{**image, "frame_type": "first_frame"}]
    options = {"sort": "price"}
    job = submit(client, "A calm sea", seed=7, frame_images=frames, provider=options)
    settle(client, job)
    show(page, service, f"details/{job}")
    request = page.get_by_label("Request", exact=True)
    expect(request).to_contain_text('"prompt": "A calm sea"')
    expect(request).to_contain_text('"seed": 7')
    expect(request).to_contain_text('"url": "data:image/png;base64,')
    assert encoded not in request.inner_text()  # it is shortened
    expect(page.locator("dl")).to_contain_text("Cost$1.60")
    expect(page.locator("table").first).to_contain_text("Rushes (offline, procedural)")
    button(page, "Use this request").click()
    expect(page.get_by_label("Prompt")).to_have_value("A calm sea")
    expect(page.get_by_role("group", name="First frame").get_by_role("img")).to_be_visible()
    assert json.loads(page.get_by_label("JSON").input_value()) == options
    show(page, service, "details/gen-vid-unknown")
    expect(page.get_by_role("alert")).to_contain_text("is unknown")


def test_an_error_is_shown_and_the_page_is_tried_again(page, service, client):
    settle(client, submit(client, "A calm sea"))
    page.route("**/api/v1/videos?*", lambda route: route.abort())
    show(page, service)
    expect(page.get_by_role("alert")).to_contain_text("cannot be reached")
    page.unroute("**/api/v1/videos?*")
    page.get_by_role("button", name="Try again").click()
    expect(card(page, "A calm sea")).to_be_visible()


@pytest.mark.clients
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(new_page, service, client, axe, scheme):  # noqa: F811
    done, failed = submit(client, "A calm sea"), submit(client, "A cat [rushes:failed]")
    submit(client, "A dog [rushes:slow=600]")
    settle(client, done, failed)
    page = new_page(color_scheme=scheme, viewport={"width": 390, "height": 844})
    show(page, service)
    expect(cards(page)).to_have_count(3)
    check(page, axe)
    show(page, service, f"details/{failed}")
    expect(page.get_by_role("heading", name="Attempts")).to_be_visible()
    check(page, axe)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
