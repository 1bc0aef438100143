"""SignedUrls: good until they expire, and for what they were signed for alone."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, strategies as st

from rushes.http.signed_urls import SignedUrls

LINKS = SignedUrls(b"s" * 32, lifetime=3600)
ids = st.text(min_size=1, max_size=30)
indexes = st.integers(0, 9)
times = st.integers(1, 10**11)


@pytest.fixture(autouse=True)
def fresh_provider():
    """SignedUrls need no service, so none is started."""


# How each kind of URL is made, and checked by the parts that a server sees of it.
KINDS = {
    "file": (
        LINKS.file_path,
        lambda links, job_id, index, query, now: links.check_file(job_id, index, query, now),
    ),
    "content": (
        LINKS.content_path,
        lambda links, job_id, index, query, now: links.check_content(
            job_id, {**query, "index": index}, now
        ),
    ),
}
kinds = st.sampled_from(sorted(KINDS))


def parts(link):
    """Take a URL apart as a server would."""
    address = urlsplit(link)
    query = {name: values[0] for name, values in parse_qs(address.query).items()}
    path = [unquote(part) for part in address.path.split("/")]
    if path[-1] == "content":
        return path[-2], query.pop("index"), query
    return path[-2], path[-1], query


def check(kind, *shown, now, links=LINKS):
    return KINDS[kind][1](links, *shown, now)


def test_a_link_is_an_address_of_this_service():
    link = LINKS.file_path("job-1", 0, 1_900_000_000)
    assert link.startswith("/api/v1/files/job-1/0?expires=1900000000&signature=")
    link = LINKS.content_path("job-1", 0, 1_900_000_000)
    start = "/api/v1/videos/job-1/content?index=0&expires=1900000000&signature="
    assert link.startswith(start)


@given(kinds, ids, indexes, times)
def test_a_link_is_good_until_it_expires(kind, job_id, index, expires_at):
    shown = parts(KINDS[kind][0](job_id, index, expires_at))
    assert shown[:2] == (job_id, str(index))
    assert check(kind, *shown, now=expires_at - 0.5)
    assert not check(kind, *shown, now=expires_at)


@given(kinds, ids, indexes, times, st.tuples(kinds, ids, indexes, times))
def test_a_signature_is_good_for_nothing_else(kind, job_id, index, expires_at, other):
    *_, query = parts(KINDS[kind][0](job_id, index, expires_at))
    query["expires"] = str(other[3])
    same = other == (kind, job_id, index, expires_at)
    assert check(other[0], other[1], str(other[2]), query, now=0) == same


@given(kinds, st.text(max_size=80))
def test_no_forged_signature_is_good(kind, signature):
    query = {"expires": "1900000000", "signature": signature}
    assert not check(kind, "job-1", "0", query, now=0)


@given(kinds, st.text(max_size=30))
def test_no_other_time_is_good(kind, expires):
    *_, query = parts(KINDS[kind][0]("job-1", 0, 1_900_000_000))
    query["expires"] = expires
    assert check(kind, "job-1", "0", query, now=0) == (expires == "1900000000")


@given(kinds, st.binary(min_size=32, max_size=32))
def test_another_secret_signs_other_links(kind, secret):
    shown = parts(KINDS[kind][0]("job-1", 0, 1_900_000_000))
    other = SignedUrls(secret, lifetime=3600)
    assert check(kind, *shown, now=0, links=other) == (secret == b"s" * 32)


def test_a_query_cannot_be_smuggled_into_an_id():
    *_, query = parts(LINKS.file_path("a/0?expires=9&x=", 0, 5))
    assert not LINKS.check_file("a", "0", {**query, "expires": "9"}, now=0)


def test_an_index_cannot_be_smuggled_into_a_query():
    query = {"index": "0&expires=9", "expires": "5", "signature": ""}
    query["signature"] = parts(LINKS.content_path("a", 0, 9))[2]["signature"]
    assert not LINKS.check_content("a", query, now=0)
