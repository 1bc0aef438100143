"""A video is had in parts that fit together, and in bearable time."""

from __future__ import annotations

import asyncio
from collections import OrderedDict

import pytest
from aiohttp import web

from rushes.providers.base import ChangedVideoError, TransientError, UpstreamJob
from rushes.providers.openrouter import _remember
from rushes.providers.range_download import MIN_RATE, ThroughputGuard
from tests.providers.serving import serving

JOB = UpstreamJob("j", "m")


class Shelf:
    """A server of one video, which may be exchanged; it is asked for it in `requests`."""

    def __init__(self, video=b"old" * 100, etag='"1"', *, ranges=True):
        self.video, self.etag, self.ranges = video, etag, ranges
        self.requests = []

    async def answer(self, request):
        self.requests.append(dict(request.headers))
        tag = {"ETag": self.etag} if self.etag else {}
        start = request.http_range.start or 0
        if not self.ranges or not start or request.headers.get("If-Range", self.etag) != self.etag:
            return web.Response(body=self.video, headers=tag)
        size = len(self.video)
        told = {**tag, "Content-Range": f"bytes {start}-{size - 1}/{size}"}
        return web.Response(status=206, body=self.video[start:], headers=told)

    def serve(self):
        return serving(("GET", "/videos/j/content", self.answer))


async def read(provider, start=0):
    return b"".join([block async for block in provider.download(JOB, start)])


@pytest.mark.parametrize("ranges", [True, False])
async def test_the_rest_of_the_same_file_is_taken(providers, ranges):
    shelf = Shelf(ranges=ranges)
    async with shelf.serve() as url:
        provider = providers(url)
        assert await read(provider) == shelf.video
        assert await read(provider, 100) == shelf.video[100:]
    assert [r.get("If-Range") for r in shelf.requests] == [None, '"1"']


@pytest.mark.parametrize("etag", ['"2"', None, 'W/"1"'])
@pytest.mark.parametrize("ranges", [True, False])
async def test_another_file_is_not_joined_to_the_first_and_can_be_begun_anew(
    providers, ranges, etag
):
    shelf = Shelf(ranges=ranges)
    async with shelf.serve() as url:
        provider = providers(url)
        await read(provider)
        shelf.video, shelf.etag = b"new" * 100, etag
        with pytest.raises(ChangedVideoError):
            await read(provider, 100)
        assert await read(provider) == shelf.video
        assert await read(provider, 100) == shelf.video[100:]


async def test_a_part_that_tells_another_tag_is_of_another_file(providers):
    shelf = Shelf()

    async def deaf(request):  # to If-Range
        shelf.etag = request.headers.get("If-Range") and '"2"'
        return await Shelf(etag=shelf.etag or '"1"').answer(
            request.clone(headers={k: v for k, v in request.headers.items() if k != "If-Range"})
        )

    async with serving(("GET", "/videos/j/content", deaf)) as url:
        provider = providers(url)
        await read(provider)
        with pytest.raises(ChangedVideoError):
            await read(provider, 100)


@pytest.mark.parametrize("etag", [None, 'W/"1"', "1", '"é"', '"' + "1" * 300 + '"'])
async def test_a_tag_that_promises_nothing_is_not_relied_on(providers, etag):
    shelf = Shelf(etag=etag)
    async with shelf.serve() as url:
        provider = providers(url)
        await read(provider)
        assert await read(provider, 100) == shelf.video[100:]
    assert "If-Range" not in shelf.requests[1]


async def test_a_download_that_trickles_is_given_up(providers):
    async def trickle(request):
        response = web.StreamResponse()
        await response.prepare(request)
        while request.transport is not None and not request.transport.is_closing():
            await response.write(b"x")
            await asyncio.sleep(0.02)
        return response

    async with serving(("GET", "/videos/j/content", trickle)) as url:
        with pytest.raises(TransientError, match="too slow"):
            await read(providers(url, window=0.2))


def test_a_pace_is_judged_by_each_window_alone():
    pace = ThroughputGuard(60)
    for _ in range(3):
        pace.count(30, 60 * MIN_RATE)
        pace.count(30, 0)
    pace.count(59, 0)
    with pytest.raises(TransientError, match="too slow"):
        pace.count(1, 60 * MIN_RATE - 1)


def test_what_was_set_longest_ago_is_forgotten_first():
    recent = OrderedDict[str, int]()
    for key in ("a", "b", "a", "c"):
        _remember(recent, key, ord(key), 2)
    assert [recent.get(key) for key in "abc"] == [97, None, 99]
    assert len(recent) == 2
