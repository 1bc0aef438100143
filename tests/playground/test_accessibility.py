"""axe-core finds nothing serious, and a keyboard reaches everything."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.clients.installed import installed

RUN = """async () => (await axe.run()).violations
  .filter(({ impact }) => ['serious', 'critical'].includes(impact))
  .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)"""


@pytest.fixture(scope="module")
def axe():
    return (installed("node") / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def check(page, axe):
    page.evaluate(axe)
    assert page.evaluate(RUN) == []


@pytest.mark.clients
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(new_page, service, client, axe, scheme):
    page = new_page(color_scheme=scheme, viewport={"width": 390, "height": 844})
    page.goto(service.url)
    expect(page.get_by_test_id("price")).to_have_text("free")
    for summary in page.locator("summary").all():
        summary.click()
    check(page, axe)
    page.get_by_role("button", name="Model").click()
    check(page, axe)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Key", exact=True).click()
    check(page, axe)
    page.keyboard.press("Escape")
    for prompt, shown in [
        ("A calm sea", page.locator("video")),
        ("A cat [rushes:failed]", page.get_by_role("heading", name="Failed", exact=True)),
        ("A cat [rushes:slow=600]", page.get_by_text("Making the video")),
    ]:
        job = client.post("/videos", json={"model": "google/veo-3.1", "prompt": prompt}).json()
        page.goto(f"{service.url}/#/jobs/{job['id']}")
        expect(shown).to_be_visible()
        check(page, axe)


def test_a_keyboard_is_enough(page):
    def press(*keys):
        for key in keys:
            page.keyboard.press(key)

    def tab_to(name):
        for _ in range(60):
            press("Tab")
            label = "e => e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText"
            if name in (page.locator(":focus").evaluate(label) or ""):
                return
        raise AssertionError(f"{name} has no focus after 60 tabs")

    expect(page.get_by_test_id("price")).to_have_text("free")
    tab_to("Skip to content")
    press("Enter")
    tab_to("Procedural 1")
    press("Enter")
    page.keyboard.type("veo 3.1 lite")
    tab_to("Veo 3.1 Lite")
    press("Enter")
    expect(page.get_by_test_id("price")).to_have_text("$0.40")
    tab_to("Prompt")
    page.keyboard.type("A calm sea")
    press("Control+Enter")
    expect(page.locator("video")).to_be_visible()
    expect(page.get_by_role("main")).to_be_focused()
