"""SignedUrls: good until they expire, and for what they were signed for alone."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, strategies as st

from rushes.http.signed_urls import SignedUrls

LINKS = SignedUrls(b"s" * 32)
ids = st.text(min_size=1, max_size=30)
indexes = st.integers(0, 9)
times = st.integers(1, 10**11)


@pytest.fixture(autouse=True)
def fresh_provider():
    """SignedUrls need no service, so none is started."""


def parts(link: str) -> tuple[str, int, str, str]:
    """Take a link apart as a server would."""
    address = urlsplit(link)
    query = parse_qs(address.query)
    *_, job_id, index = address.path.split("/")
    return unquote(job_id), int(index), query["expires"][0], query["signature"][0]


def test_a_link_is_an_address_of_this_service():
    link = LINKS.path("job-1", 0, 1_900_000_000)
    assert link.startswith("/api/v1/files/job-1/0?expires=1900000000&signature=")


@given(ids, indexes, times)
def test_a_link_is_good_until_it_expires(job_id, index, expires_at):
    shown = parts(LINKS.path(job_id, index, expires_at))
    assert shown[:3] == (job_id, index, str(expires_at))
    assert LINKS.check(*shown, now=expires_at - 0.5)
    assert not LINKS.check(*shown, now=expires_at)


@given(ids, indexes, times, st.tuples(ids, indexes, times))
def test_a_signature_is_good_for_nothing_else(job_id, index, expires_at, other):
    *_, signature = parts(LINKS.path(job_id, index, expires_at))
    same = other == (job_id, index, expires_at)
    assert LINKS.check(other[0], other[1], str(other[2]), signature, now=0) == same


@given(st.text(max_size=80))
def test_no_forged_signature_is_good(signature):
    assert not LINKS.check("job-1", 0, "1900000000", signature, now=0)


@given(st.text(max_size=30))
def test_no_other_time_is_good(expires):
    *_, signature = parts(LINKS.path("job-1", 0, 1_900_000_000))
    assert LINKS.check("job-1", 0, expires, signature, now=0) == (expires == "1900000000")


@given(st.binary(min_size=32, max_size=32))
def test_another_secret_signs_other_links(secret):
    shown = parts(SignedUrls(secret).path("job-1", 0, 1_900_000_000))
    assert LINKS.check(*shown, now=0) == (secret == b"s" * 32)


def test_a_query_cannot_be_smuggled_into_an_id():
    *_, signature = parts(LINKS.path("a/0?expires=9&x=", 0, 5))
    assert not LINKS.check("a", 0, "9", signature, now=0)
