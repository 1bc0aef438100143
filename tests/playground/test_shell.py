from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import expect

from tests.service import running_service

LARGEST = 120 * 1024  # bytes of the page and all its files
MOST_LINES = 1500  # of our own files, blank ones left out


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The responses of the page and everything it loads, by path."""
    with running_service(tmp_path_factory.mktemp("data")) as own, httpx.Client() as client:
        found, wanted = {}, [httpx.URL(f"{own.url}/")]
        while wanted:
            url = wanted.pop()
            if url.path not in found:
                response = found[url.path] = client.get(url)
                assert response.status_code == 200, url
                links = re.findall(
                    r"""(?:src|href)="(playground/[^"]+)"|from '(\./[^']+)'""", response.text
                )
                wanted += [url.join(link or module) for link, module in links]
        yield found


def test_the_page_is_small(files):
    assert sum(len(response.content) for response in files.values()) <= LARGEST
    ours = [response for path, response in files.items() if "/vendor/" not in path]
    lines = [line for response in ours for line in response.text.splitlines() if line.strip()]
    assert len(lines) <= MOST_LINES
    assert any(path.endswith("/vendor/preact-htm.js") for path in files)
    assert any(path.endswith("/watch.js") for path in files)


def test_nothing_runs_that_is_not_a_file_of_the_page(files):
    for response in files.values():
        policy = response.headers["content-security-policy"]
        assert "default-src 'none'; script-src 'self';" in policy
        assert "unsafe" not in policy
    assert not re.search(r"<script>|<style|\son\w+=", files["/"].text)


def test_files_are_kept_and_the_page_is_asked_for(files):
    page = files.pop("/")
    assert page.headers["cache-control"] == "no-cache"
    for path, response in files.items():
        assert response.headers["cache-control"].endswith("immutable"), path
    files["/"] = page


def test_works_below_a_path_of_another_host(new_page, tmp_path):
    outside = "https://a.example/b/c"
    with running_service(tmp_path, public_url=outside) as own:
        page = new_page()
        asked = []

        def proxy(route):
            asked.append(route.request.url)
            route.fulfill(response=route.fetch(url=route.request.url.replace(outside, own.url)))

        page.goto(own.url)  # its own address has no such path
        expect(page.get_by_test_id("price")).to_have_text("free")
        page.route("**/*", proxy)
        page.goto(f"{outside}/")
        page.get_by_label("Prompt").fill("A calm sea")
        expect(page.get_by_test_id("price")).to_have_text("free")
        page.get_by_role("button", name="Generate").click()
        expect(page.get_by_text("completed", exact=True)).to_be_visible()
        page.get_by_role("link", name="API").click()
        expect(page.locator("#schemas summary").first).to_be_visible()
        assert all(url.startswith(f"{outside}/") for url in asked if url.startswith("http"))
        page.unroute_all(behavior="ignoreErrors")  # what the page asked for last is of no interest


def test_the_path_is_that_of_the_public_url_at_its_host_alone(tmp_path):
    with running_service(tmp_path, public_url="https://a.example/b/c") as own:
        for host, base in {"a.example": "/b/c/", "127.0.0.1": "./"}.items():
            page = httpx.get(own.url, headers={"Host": host})
            assert f'<base href="{base}">' in page.text


def test_a_page_that_is_known_and_files_that_are_not(service):
    with httpx.Client(base_url=service.url) as client:
        page = client.get("/")
        again = client.get("/", headers={"If-None-Match": page.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert client.get("/docs").status_code == 200
        other = client.get(f"/playground/{'0' * 16}/app.js")
        assert (other.status_code, other.headers["cache-control"]) == (200, "no-store")
        plain = client.get(other.url, headers={"Accept-Encoding": "identity"})
        assert (other.headers["content-encoding"], other.content) == ("gzip", plain.content)
        assert "content-encoding" not in plain.headers
        for path in ("x.js", "../pages.py", "%2e%2e/pages.py", "index.html"):
            assert client.get(f"/playground/0/{path}").status_code == 404
