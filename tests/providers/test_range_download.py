"""A video is downloaded in parts that fit together, and not too slowly."""

from __future__ import annotations

import dataclasses
import time
from collections import OrderedDict

import pytest

from rushes.providers.base import ChangedVideoError, TransientError, UpstreamJob
from rushes.providers.range_download import MIN_RATE, ThroughputGuard
from rushes.providers.rest import _remember
from tests.fakes.stub_server import Answer, range_answer, video_answer

JOB = UpstreamJob("j", "m")


class Shelf:
    """A server of one video, which may be exchanged."""

    def __init__(self, video=b"old" * 100, etag='"1"', *, ranges=True):
        self.video, self.etag, self.ranges = video, etag, ranges

    def answer(self, request):
        if not self.ranges:
            return video_answer(self.video, **({"etag": self.etag} if self.etag else {}))
        return range_answer(request, self.video, self.etag)


async def read(provider, start=0):
    return b"".join([block async for block in provider.download(JOB, start)])


@pytest.mark.parametrize("ranges", [True, False])
async def test_the_rest_of_the_same_file_is_taken(providers, ranges, server):
    shelf = Shelf(ranges=ranges)
    server.route("GET", "/videos/j/content", shelf.answer)
    provider = providers(server.origin)
    assert await read(provider) == shelf.video
    assert await read(provider, 100) == shelf.video[100:]
    assert [r.header("If-Range") for r in server.received] == [[], ['"1"']]


@pytest.mark.parametrize("etag", ['"2"', None, 'W/"1"'])
@pytest.mark.parametrize("ranges", [True, False])
async def test_another_file_is_not_joined_to_the_first_and_can_be_begun_anew(
    providers, ranges, etag, server
):
    shelf = Shelf(ranges=ranges)
    server.route("GET", "/videos/j/content", shelf.answer)
    provider = providers(server.origin)
    await read(provider)
    shelf.video, shelf.etag = b"new" * 100, etag
    with pytest.raises(ChangedVideoError):
        await read(provider, 100)
    assert await read(provider) == shelf.video
    assert await read(provider, 100) == shelf.video[100:]


async def test_a_part_with_another_tag_is_of_another_file(providers, server):
    def deaf(request):  # to If-Range
        headers = [header for header in request.headers if header[0].lower() != "if-range"]
        etag = '"2"' if request.header("if-range") else '"1"'
        return Shelf(etag=etag).answer(dataclasses.replace(request, headers=headers))

    server.route("GET", "/videos/j/content", deaf)
    provider = providers(server.origin)
    await read(provider)
    with pytest.raises(ChangedVideoError):
        await read(provider, 100)


@pytest.mark.parametrize("etag", [None, 'W/"1"', "1", '"é"', '"' + "1" * 300 + '"'])
async def test_a_tag_that_promises_nothing_is_not_relied_on(providers, etag, server):
    shelf = Shelf(etag=etag)
    server.route("GET", "/videos/j/content", shelf.answer)
    provider = providers(server.origin)
    await read(provider)
    assert await read(provider, 100) == shelf.video[100:]
    assert server.received[1].header("If-Range") == []


async def test_a_download_that_trickles_is_given_up(providers, server):
    def trickle():
        while True:
            yield b"x"
            time.sleep(0.02)

    server.route("GET", "/videos/j/content", Answer(200, trickle))
    with pytest.raises(TransientError, match="too slow"):
        await read(providers(server.origin, window=0.2))


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
