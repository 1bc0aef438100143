"""Signed links, changed in every way: none of them opens anything, and none is an error of ours."""

from __future__ import annotations

import re
import time

import httpx
import pytest

from tests.fakes.providers import VIDEO
from tests.http.conftest import submit, wait

CHANGES = "0f1AZz.-_~/%=?"  # characters that are put in place of another, or before it
REFUSED = {400, 401, 403, 404, 405}


@pytest.fixture
def links(keyed):
    """The signed links of two jobs: `urls` and `unsigned_urls` of each, which work as they are."""
    service, alpha, _ = keyed
    jobs = [wait(alpha, submit(alpha, prompt=text)) for text in ("A calm sea", "A wild sea")]
    found = [{"file": job["urls"][0], "content": job["unsigned_urls"][0]} for job in jobs]
    with httpx.Client() as client:
        for url in (url for job in found for url in job.values()):
            assert client.get(url).content == VIDEO
        yield client, found, service


def variants(path):
    for at, old in enumerate(path):
        yield path[:at] + path[at + 1 :]
        for new in CHANGES:
            if new != old:
                yield path[:at] + new + path[at + 1 :]
        for new in "0a":
            yield path[:at] + new + path[at:]


@pytest.mark.parametrize("kind", ["file", "content"])
def test_no_change_of_one_character_is_accepted(links, kind):
    client, [job, _], service = links
    url = job[kind]
    path, origin = url.removeprefix(service.url), service.url
    # What is guarded: the name, the index, the expiry and the signature.
    start = re.search(r"gen-vid-", path).start()
    tried = 0
    for changed in variants(path[start:]):
        if changed == path[start:]:
            continue
        response = client.head(f"{origin}{path[:start]}{changed}")
        assert response.status_code in REFUSED, changed
        tried += 1
    assert tried > 1000


@pytest.mark.parametrize("kind", ["file", "content"])
def test_parts_of_other_links_do_not_fit(links, kind):
    client, [one, other], _ = links
    names = [re.search(r"gen-vid-[^/]+", job[kind])[0] for job in (one, other)]
    signatures = {
        k: [re.search(r"signature=(\w+)", job[k])[1] for job in (one, other)] for k in one
    }
    own, foreign = signatures[kind]
    for forged in (
        one[kind].replace(names[0], names[1]),
        one[kind].replace(own, foreign),
        one[kind].replace(own, signatures["content" if kind == "file" else "file"][0]),
        one[kind].replace(own, own.upper()),
        one[kind].replace(own, ""),
        one[kind].replace(own, own[:-1]),
        one[kind].replace(own, own * 2),
        re.sub(r"&signature=\w+", "", one[kind]),
        re.sub(r"expires=\d+&?", "", one[kind]),
        re.sub(r"expires=\d+", "expires=99999999999", one[kind]),
        f"{one[kind]}&expires=99999999999",
        f"{one[kind]}&signature={foreign}",
        one[kind].replace("index=0", "index=1").replace("/0?", "/1?"),
    ):
        assert client.get(forged).status_code in REFUSED, forged


@pytest.mark.parametrize("kind", ["file", "content"])
def test_a_link_ends_to_the_second(links, kind):
    client, [job, _], service = links
    signing = service.request_context.links
    job_id, now = re.search(r"gen-vid-[^/]+", job[kind])[0], int(time.time())
    make = signing.file_path if kind == "file" else signing.content_path
    for expires_at in (now, now - 1, now - 86_400, 0):
        assert client.get(service.url + make(job_id, 0, expires_at)).status_code == 403
    assert client.get(service.url + make(job_id, 0, now + 3600)).content == VIDEO
    assert client.get(service.url + make(job_id, 1, now + 3600)).status_code == 400
