from __future__ import annotations

import re

import httpx
import pytest

from tests.service import running_service

LARGEST = 120 * 1024  # bytes of the page and all its files
MOST_LINES = 1500  # of our own files


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
    assert sum(response.text.count("\n") for response in ours) <= MOST_LINES
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


@pytest.mark.parametrize(
    ("public_url", "base"),
    [(None, "/"), ("https://a.example", "/"), ("https://a.example/b/c/", "/b/c/")],
)
def test_the_page_is_below_the_public_path(tmp_path, public_url, base):
    with running_service(tmp_path, public_url=public_url) as own:
        page = httpx.get(f"{own.url}/")
        assert f'<base href="{base}">' in page.text
        again = httpx.get(f"{own.url}/", headers={"If-None-Match": page.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert httpx.get(f"{own.url}/docs").status_code == 200
        other = httpx.get(f"{own.url}/playground/{'0' * 16}/app.js")
        assert (other.status_code, other.headers["cache-control"]) == (200, "no-store")
        for path in ("x.js", "../pages.py", "%2e%2e/pages.py", "index.html"):
            assert httpx.get(f"{own.url}/playground/0/{path}").status_code == 404


def test_makes_and_shows_a_video(page):
    page.get_by_label("Prompt").fill("A calm sea <b>at night</b>")
    page.get_by_role("button", name="Generate").click()
    page.get_by_text("completed", exact=True).wait_for()
    page.locator("video").wait_for()
    assert "A calm sea <b>at night</b>" in page.locator("h1").inner_text()
