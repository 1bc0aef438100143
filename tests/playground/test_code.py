"""The programs that the page shows run, and make the video of the form."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.clients.installed import installed, node, output

PROMPT = 'It\'s a "calm" sea \\ with 5 $ and <b>fog</b>'
FORM = {"duration": 4, "aspect_ratio": "9:16", "generate_audio": False, "seed": 7}


@pytest.fixture
def code(page, picture):
    """Return the program in a language, as it is copied, for a request with a first frame."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Model").click()
    page.get_by_role("dialog").get_by_role("button", name="Veo 3.1 Fast").click()
    page.get_by_label("Prompt").fill(PROMPT)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("group", name="First frame").get_by_role("button", name="Drop").click()
    chooser.value.set_files(picture)
    page.get_by_role("group", name="Length").get_by_label("4 s").check()
    page.get_by_role("group", name="Aspect ratio").get_by_label("9:16").check()
    page.get_by_role("group", name="Sound").get_by_label("Off").check()
    page.get_by_role("spinbutton", name="Seed").fill("7")
    page.get_by_text("Provider options").click()
    page.get_by_label("JSON").fill('{"options": {"google-vertex": {"negativePrompt": "it\'s"}}}')
    page.locator("#code summary").click()

    def copied(language):
        page.get_by_label("Language").select_option(language)
        page.get_by_role("button", name="Copy", exact=True).click()
        expect(page.get_by_role("button", name="Copied")).to_be_visible()
        assert "…" in page.get_by_label(f"{language} code").inner_text()
        return page.evaluate("navigator.clipboard.readText()")

    return copied


def check(service, folder):
    """Check that a program sent the form and saved the video."""
    [sent] = [request.json for request in service.requests if request.operation == "submit"]
    assert {name: sent[name] for name in FORM} == FORM
    assert (sent["model"], sent["prompt"]) == ("google/veo-3.1-fast", PROMPT)
    assert sent["provider"] == {"options": {"google-vertex": {"negativePrompt": "it's"}}}
    assert sent["frame_images"][0]["image_url"]["url"].startswith("data:image/png;base64,")
    assert (folder / "video.mp4").read_bytes()[4:8] == b"ftyp"


def test_python(service, code, tmp_path):
    output(sys.executable, "-W", "error", "-c", code("Python"), cwd=tmp_path)
    check(service, tmp_path)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl(service, code, tmp_path):
    subprocess.run(["sh", "-ec", code("curl")], cwd=tmp_path, check=True, timeout=60)
    check(service, tmp_path)


@pytest.mark.clients
def test_official_package(service, code, tmp_path):
    program = tmp_path / "program.py"
    program.write_text(code("Python (official package)"), "utf-8")
    python = installed("official-1.3.84") / "bin" / "python"
    output(python, program, cwd=tmp_path)
    check(service, tmp_path)


@pytest.mark.clients
def test_typescript(service, code, tmp_path):
    # It has no types, so it is JavaScript as well.
    node(code("TypeScript"), tmp_path)
    check(service, tmp_path)
