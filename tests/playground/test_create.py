from __future__ import annotations

import base64
import io
import json

import httpx
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.service import running_service


def choose(page, name):
    page.get_by_role("button", name="Model").click()
    page.get_by_label("Search models").fill(name)
    page.get_by_role("dialog").get_by_role("button", name=name).click()


def generate(page):
    page.get_by_role("button", name="Generate").click()


def group(page, name):
    return page.get_by_role("group", name=name)


def test_the_form_has_what_the_model_takes(page, service):
    choose(page, "Google: Veo 3.1 Lite")
    assert group(page, "Length").get_by_role("radio").count() == 4  # and the default
    expect(group(page, "Length")).to_contain_text("Auto (8 s)")
    expect(page.get_by_test_id("price")).to_have_text("$0.40")
    group(page, "Length").get_by_label("4 s").check()
    expect(page.get_by_test_id("price")).to_have_text("$0.20")
    choose(page, "OpenAI: Sora 2 Pro")
    expect(group(page, "First frame")).to_have_count(0)
    expect(page.get_by_label("Seed")).to_have_count(0)
    choose(page, "FLUX Video Upscale")
    expect(page.get_by_label("Upscale factor")).to_have_attribute("max", "3")
    expect(group(page, "Length")).to_have_count(0)


def test_finds_a_model_by_what_it_can(page, client):
    models = client.get("/videos/models").json()["data"]
    fitting = {
        model["name"]
        for model in models
        if 10 in (model["supported_durations"] or [])
        and "1080p" in (model["supported_resolutions"] or [])
        and model["generate_audio"]
        and "last_frame" in (model["supported_frame_images"] or [])
        and model["rushes"]["status"] == "emulated"
    }
    page.get_by_role("button", name="Model").click()
    dialog = page.get_by_role("dialog")
    for label, value in {
        "Length": "10",
        "Resolution": "1080p",
        "Sound": "yes",
        "Frames": "last_frame",
        "Availability": "emulated",
    }.items():
        dialog.get_by_label(label).select_option(value)
    assert set(dialog.locator(".model b").all_inner_texts()) == fitting
    dialog.get_by_label("Price").select_option("0")
    assert dialog.locator(".model b").all_inner_texts() == ["Rushes: Procedural 1"]
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_a_limit_is_explained_at_its_field(page):
    page.get_by_text("Provider options").click()
    options = page.get_by_label("JSON")
    options.fill("{")
    expect(page.get_by_role("alert")).to_contain_text("Not valid JSON")
    expect(page.get_by_role("button", name="Generate")).to_be_disabled()
    options.fill("[1]")
    expect(page.get_by_role("alert")).to_have_text("Provider options must be a JSON object")
    options.fill('{"sort": "beauty"}')
    expect(page.locator("details .error")).to_contain_text("provider.sort")
    options.fill("")
    page.get_by_role("spinbutton", name="Seed").fill("99999999999999999999")
    expect(page.get_by_role("alert")).to_contain_text("seed")
    page.get_by_role("button", name="Draw a seed").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_test_id("price")).to_have_text("free")


def test_makes_a_video_of_a_picture(page, service, client, picture):
    choose(page, "Google: Veo 3.1 Fast")
    with page.expect_file_chooser() as chooser:
        group(page, "First frame").get_by_role("button", name="Drop").click()
    chooser.value.set_files(picture)
    expect(group(page, "First frame").get_by_role("img")).to_be_visible()
    encoded = base64.b64encode(picture.read_bytes()).decode()
    drop(page, "Last frame", encoded, "image/png", "drop")
    expect(group(page, "Last frame").get_by_role("img")).to_be_visible()
    page.get_by_label("Prompt").fill("The teal wall begins to glow")
    generate(page)
    expect(page.locator("video")).to_be_visible()
    [sent] = [r.json for r in service.requests if r.operation == "submit"]
    frames = {each["frame_type"]: each["image_url"]["url"] for each in sent["frame_images"]}
    assert frames == dict.fromkeys(frames, f"data:image/png;base64,{encoded}")
    assert set(frames) == {"first_frame", "last_frame"}

    page.get_by_role("button", name="Use last frame as first frame").click()
    shown = group(page, "First frame").get_by_role("img")
    last = base64.b64decode(shown.get_attribute("src").removeprefix("data:image/jpeg;base64,"))
    assert Image.open(io.BytesIO(last)).size == (1280, 720)
    expect(page.get_by_label("Prompt")).to_have_value("The teal wall begins to glow")


def drop(page, name, encoded, mime, event):
    script = """(element, [encoded, mime, type]) => {
      const bytes = Uint8Array.from(atob(encoded), c => c.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], 'given', { type: mime }));
      const init = { bubbles: true, cancelable: true, dataTransfer: data, clipboardData: data };
      const Kind = type === 'drop' ? DragEvent : ClipboardEvent;
      element.dispatchEvent(new Kind(type, init));
    }"""
    group(page, name).evaluate(script, [encoded, mime, event])


def test_takes_references_by_paste_and_url(page, picture):
    page.get_by_text("References", exact=True).click()
    drop(page, "Reference 1", "AAAA", "text/plain", "paste")
    expect(page.get_by_role("alert")).to_contain_text("text/plain; give image, video, audio")
    encoded = base64.b64encode(picture.read_bytes()).decode()
    drop(page, "Reference 1", encoded, "image/png", "paste")
    expect(group(page, "Reference 1").get_by_role("img")).to_be_visible()
    url = page.get_by_label("Reference 2: URL")
    url.fill("example")
    url.press("Enter")
    expect(group(page, "Reference 2").get_by_role("alert")).to_contain_text("is not a URL")
    group(page, "Reference 1").get_by_role("button", name="Remove").click()
    expect(group(page, "Reference 2")).to_have_count(0)


def test_a_draft_survives_a_reload(page):
    page.get_by_label("Prompt").fill("A paper boat")
    page.get_by_label("Length").select_option("3")
    page.reload()
    expect(page.get_by_label("Prompt")).to_have_value("A paper boat")
    expect(page.get_by_label("Length")).to_have_value("3")


def test_asks_for_a_key_and_keeps_it_in_the_tab(new_page, tmp_path):
    with running_service(tmp_path, api_keys=["alpha"]) as own:
        page = new_page()
        page.goto(own.url)
        dialog = page.get_by_role("dialog", name="API key")
        expect(dialog).to_contain_text("asks for an API key")
        dialog.get_by_label("Key").fill("wrong")
        dialog.get_by_label("Key").press("Enter")
        expect(dialog.get_by_role("alert")).to_have_text("Unknown API key.")
        expect(dialog.get_by_label("Key")).to_have_value("wrong")
        page.keyboard.press("Escape")
        page.get_by_label("Prompt").fill("A calm sea")
        expect(page.get_by_text("No price for now.")).to_be_visible()
        expect(dialog).to_have_count(0)  # it does not come back while one types
        page.get_by_role("button", name="Enter a key").click()
        dialog.get_by_label("Key").fill("alpha")
        dialog.get_by_role("button", name="Use key").click()
        expect(dialog).to_have_count(0)
        expect(page.get_by_test_id("price")).to_have_text("free")
        page.reload()
        expect(page.get_by_test_id("price")).to_have_text("free")
        assert "alpha" not in page.url
        job = httpx.post(
            f"{own.api}/videos",
            json={"model": "google/veo-3.1", "prompt": "A calm sea"},
            headers={"Authorization": "Bearer alpha"},
        ).json()["id"]
        other = page.context.new_page()
        other.goto(f"{own.url}/#/jobs/{job}")
        expect(other.get_by_role("dialog", name="API key")).to_be_visible()
        other.get_by_label("Key", exact=True).fill("alpha")
        other.get_by_role("button", name="Use key").click()
        expect(other.get_by_role("heading", name="A calm sea")).to_be_visible()
        stored = page.evaluate("JSON.stringify([{...localStorage}, document.cookie])")
        assert json.loads(stored) == [{}, ""]


@pytest.mark.parametrize(("status", "said"), [(None, "cannot be reached"), (504, "504")])
def test_a_submission_whose_response_is_lost_is_not_made_twice(page, service, status, said):
    before = len(service.jobs)
    page.get_by_label("Prompt").fill("A calm sea")
    expect(page.get_by_test_id("price")).to_have_text("free")

    def lose(route):
        route.fetch()
        if status is None:
            route.abort()
        else:
            route.fulfill(status=status, body="the proxy lost its patience")

    page.route("**/videos", lose, times=1)
    generate(page)
    expect(page.get_by_role("alert")).to_contain_text(said)
    generate(page)
    expect(page.locator("video")).to_be_visible()
    assert len(service.jobs) == before + 1


def test_the_size_of_an_earlier_request_is_shown(page, service, client):
    body = {"model": "google/veo-3.1", "prompt": "A calm sea", "size": "720x1280"}
    job = client.post("/videos", json=body).json()["id"]
    page.goto(f"{service.url}/#/details/{job}")
    page.get_by_role("button", name="Use this request").click()
    expect(page.get_by_text("Frame size 720 × 1280")).to_be_visible()
    page.get_by_role("button", name="Use the default").click()
    expect(page.locator("aside dl")).to_contain_text("1280 × 720")


def test_the_service_without_a_network_is_said(page):
    expect(page.get_by_test_id("price")).to_have_text("free")
    page.context.set_offline(True)
    page.get_by_label("Prompt").fill("A calm sea")
    expect(page.get_by_role("alert")).to_contain_text("cannot be reached")
    page.context.set_offline(False)
    page.get_by_label("Prompt").fill("A calm sea at night")
    expect(page.get_by_test_id("price")).to_have_text("free")
