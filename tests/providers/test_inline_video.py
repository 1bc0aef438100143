"""Videos inside JSON: taken apart, decoded and resumed, whatever the blocks are."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given, settings, strategies as st

from rushes.providers.base import ChangedVideoError, Progress, TransientError, UpstreamJob
from rushes.providers.http import Call
from rushes.providers.inline_video import (
    INLINE,
    LONGEST,
    Base64Decoder,
    InlineVideoProvider,
    LongStrings,
)
from tests.fakes.stub_server import Answer, json_answer
from tests.providers.conftest import collect
from tests.providers.endpoint_requests import provider_at, video

JOB = UpstreamJob("job", "google/veo-3.1")
VIDEO = bytes(range(256)) * 60
TEXT = st.text(max_size=20) | st.builds(
    lambda text, times: text * times,
    st.text('abc"\\/=\n\u00e9\U0001f3ac', min_size=1, max_size=8),
    st.integers(LONGEST // 8, LONGEST),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


def blocks(content: bytes, size: int):
    return (content[at : at + size] for at in range(0, len(content), size))


@settings(max_examples=60, deadline=None)
@given(JSON, st.integers(1, 300), st.booleans())
def test_all_but_long_strings_is_kept(value, size, ascii_only):
    found: dict[int, bytes] = {}
    strings = LongStrings()
    for block in blocks(json.dumps(value, ensure_ascii=ascii_only).encode(), size):
        for number, part in strings.feed(block):
            found[number] = found.get(number, b"") + part

    def restored(part):
        if isinstance(part, dict):
            return {name: restored(each) for name, each in part.items()}
        if isinstance(part, list):
            return [restored(each) for each in part]
        if isinstance(part, str) and part.startswith(INLINE):
            return json.loads(b'"%b"' % found[int(part.removeprefix(INLINE))])
        return part

    assert restored(json.loads(strings.kept)) == value
    assert strings.ended == len(found)
    assert all(len(content) > LONGEST for content in found.values())


@given(st.binary(max_size=200), st.integers(1, 50), st.booleans(), st.booleans())
def test_base64_is_decoded_in_parts(content, size, padded, for_urls):
    encode = base64.urlsafe_b64encode if for_urls else base64.b64encode
    encoded = encode(content)
    decoder = Base64Decoder()
    parts = [
        decoder.feed(part) for part in blocks(encoded if padded else encoded.rstrip(b"="), size)
    ]
    assert b"".join(parts) + decoder.finish() == content


def test_escapes_of_json_are_undone():
    decoder = Base64Decoder()
    assert decoder.feed(rb"\/\/\/\/") + decoder.feed(rb"AA\u003d\u003d") == b"\xff\xff\xff\0"


class Inline(InlineVideoProvider):
    """A provider whose polls are all the same."""

    def poll_call(self, job):
        return Call("GET", "/job")

    def progress(self, answer, job):
        video = answer.fields().get("video")
        return Progress("done", 1.0, urls=(video,)) if video else Progress("running")


def shown(content: bytes, **fields):
    return json_answer({"note": "x" * 2 * LONGEST, "video": base64.b64encode(content).decode()})


@pytest.fixture
async def provider(server):
    async with provider_at(Inline, "google", server.url) as opened:
        yield opened


async def test_a_video_is_downloaded_from_any_byte_on(provider, server):
    server.route("GET", "/api/v1/job", shown(VIDEO))
    assert (await provider.poll(JOB)).urls == ("inline:1",)
    for start in (0, 1, 5000, len(VIDEO) - 1, len(VIDEO)):
        assert await video(provider, JOB, start) == VIDEO[start:]


async def test_a_download_asks_first_where_the_video_is(provider, server):
    server.route("GET", "/api/v1/job", shown(VIDEO))
    assert await video(provider, JOB) == VIDEO
    assert len(server.received) == 2


async def test_a_shorter_video_is_another_one(provider, server):
    server.route("GET", "/api/v1/job", shown(VIDEO))
    with pytest.raises(ChangedVideoError):
        await video(provider, JOB, len(VIDEO) + 1)


async def test_a_cut_answer_can_be_resumed(provider, server):
    whole = shown(VIDEO)
    cut = Answer(200, whole.body[:-3000], {"content-length": str(len(whole.body))})
    server.script(whole, cut)
    got = bytearray()
    with pytest.raises(TransientError):
        await collect(provider.download(JOB), got)
    assert got
    assert VIDEO.startswith(got)
    server.route("GET", "/api/v1/job", whole)
    assert bytes(got) + await video(provider, JOB, len(got)) == VIDEO


@pytest.mark.parametrize(
    "answer",
    [
        json_answer({"note": "x" * 2 * LONGEST}),
        json_answer({"note": "x" * 2 * LONGEST, "video": "!" * 2 * LONGEST}),
        json_answer({"error": {"message": "busy"}}, 503),
        Answer(200, b'{"note":"' + b"x" * 2 * LONGEST + b'","video":"' + b"A" * 2 * LONGEST),
    ],
)
async def test_an_answer_without_the_video_is_asked_for_again(provider, server, answer):
    whole = shown(VIDEO)
    server.script(whole, answer)
    with pytest.raises(TransientError):
        await video(provider, JOB)
    server.route("GET", "/api/v1/job", whole)
    assert await video(provider, JOB) == VIDEO


@pytest.mark.parametrize("name", ["inline:", "inline:x", "inline:7", "inline:²"])
async def test_a_video_that_is_nowhere_is_not_found(provider, server, name):
    server.route("GET", "/api/v1/job", json_answer({"video": name}))
    with pytest.raises(TransientError):
        await video(provider, JOB)
