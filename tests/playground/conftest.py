"""The playground in a real browser: one Chromium, one service, and a fresh tab for each test.

The service is that of the test kit: videos take milliseconds, and a prompt such as
`A cat [rushes:failed]` decides what happens to it.
"""

from __future__ import annotations

import shutil

import httpx
import pytest
from PIL import Image
from playwright.sync_api import expect, sync_playwright

from rushes.testing import local_service

WAIT = 10_000  # milliseconds that something may take to show on a busy machine


# Not for the session: Playwright keeps an event loop running, and other tests have their own.
@pytest.fixture(scope="package")
def browser():
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("Chromium is not installed; scripts/install_services.sh installs it")
    with sync_playwright() as playwright:
        expect.set_options(timeout=WAIT)
        opened = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu", "--mute-audio"]
        )
        yield opened
        opened.close()


@pytest.fixture(scope="package")
def shared_service():
    with local_service() as running:
        yield running


@pytest.fixture
def service(shared_service):
    """The service, without jobs and scenarios."""
    shared_service.reset()
    yield shared_service
    shared_service.reset()


@pytest.fixture
def client(service):
    """A client of the API, for what a test arranges or checks behind the page."""
    headers = {"Authorization": "Bearer local"}
    with httpx.Client(base_url=service.api_url, headers=headers, timeout=30) as opened:
        yield opened


@pytest.fixture
def new_page(browser):
    """Return new tabs, each with storage of its own; errors of their scripts fail the test.

    Messages in the console about requests that failed are no errors: tests cause such requests.
    """
    contexts, problems = [], []

    def report(message):
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            problems.append(message.text)

    def open_page(**options):
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(WAIT)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", report)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not problems


@pytest.fixture
def page(new_page, service):
    """A tab that shows the playground of `service`."""
    opened = new_page()
    opened.goto(service.url)
    return opened


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "teal.png"
    Image.new("RGB", (640, 360), "teal").save(path)
    return path
