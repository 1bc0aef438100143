"""The structure of a video file: what is whole passes, what is cut short does not."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given, strategies as st

from rushes.wire.containers import BrokenVideoError, Completeness, Mp4Walker
from tests.mp4 import FTYP, box, minimal_mp4

HEAD = box(b"ftyp", FTYP)
MOOV = box(b"moov", bytes(20))
MDAT = box(b"mdat", bytes(30))
MOOF = box(b"moof", bytes(10))
UP_TO_THE_END = bytes(4) + b"mdat"


def walk(*blocks: bytes) -> None:
    walker = Mp4Walker()
    for block in blocks:
        walker.feed(block)
    walker.finish()


def is_whole(data: bytes) -> bool:
    try:
        walk(data)
    except BrokenVideoError:
        return False
    return True


def cut(data: bytes, places: list[int]) -> list[bytes]:
    edges = [0, *sorted(min(place, len(data)) for place in places), len(data)]
    return [data[start:stop] for start, stop in pairwise(edges)]


payloads = st.binary(max_size=40)
fillers = st.builds(
    box,
    st.sampled_from([b"free", b"skip", b"wide", b"uuid", b"sidx", b"\xa9xyz"]),
    payloads,
    wide=st.booleans(),
)
datas = st.builds(box, st.just(b"mdat"), payloads, wide=st.booleans())
fragments = st.builds(lambda payload, data: box(b"moof", payload) + data, payloads, datas)
places = st.lists(st.integers(0, 400), max_size=12)


@st.composite
def whole_files(draw) -> bytes:
    """A file of boxes in any order that is allowed, the last one perhaps without a length."""
    moov = draw(st.builds(box, st.just(b"moov"), payloads, wide=st.booleans()))
    inner = draw(st.permutations([moov, draw(datas), *draw(st.lists(fillers | datas, max_size=4))]))
    tail = draw(st.lists(fragments, max_size=3))
    end = draw(st.sampled_from([b"", UP_TO_THE_END, UP_TO_THE_END + b"as long as it lasts"]))
    return HEAD + b"".join([*inner, *tail]) + end


@given(whole_files(), places)
def test_a_whole_file_passes_however_it_is_cut_into_blocks(data, places):
    walk(*cut(data, places))


@given(st.binary(max_size=100), st.booleans(), st.data())
def test_no_beginning_of_a_file_passes(payload, fast_start, data):
    mdat = box(b"mdat", payload)
    whole = HEAD + (MOOV + mdat if fast_start else mdat + MOOV)
    length = data.draw(st.integers(0, len(whole) - 1))
    assert is_whole(whole)
    assert not is_whole(whole[:length])


@given(st.binary(min_size=1, max_size=200))
def test_what_follows_the_last_box_is_refused_unless_it_is_boxes_too(tail):
    # Four bytes that are no size of that many bytes, whatever comes after them.
    assert not is_whole(minimal_mp4(b"x") + b"\0\0\0\5" + tail)


@given(st.binary(max_size=300), places)
def test_whatever_comes_is_judged_and_never_crashes(data, places):
    blocks = cut(HEAD + data, places)
    try:
        walk(*blocks)
    except BrokenVideoError:
        return
    assert b"moov" in data
    assert b"mdat" in data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b"<!DOCTYPE html><title>502</title>", "begins with 'CTYP', not with 'ftyp'"),
        (MOOV + HEAD + MDAT, "begins with 'moov'"),
        (b"\0\0", "within the header of a box at byte 0"),
        (HEAD + MOOV + b"\0\0\0\1mdat\0\0", "within the header of a box"),
        (HEAD + MOOV, "no 'mdat' box"),
        (HEAD + MDAT, "no 'moov' box"),
        (HEAD + MOOV + MDAT[:-7], "7 bytes of its box 'mdat' are missing"),
        (HEAD + MOOV + MOOV + MDAT, "more than one 'moov' box"),
        (HEAD + MOOV + MDAT + HEAD, "more than one 'ftyp' box"),
        (HEAD + MOOV + MOOF, "no 'mdat' box"),
        (HEAD + MOOV + MOOF + MDAT + MOOF, "last fragment has no 'mdat' box"),
        (HEAD + MDAT + bytes(4) + b"moov", "'moov' at byte 66 has the size 0"),
        (HEAD + MOOV + b"\0\0\0\7mdat", "the size 7"),
        (HEAD + MOOV + b"\0\0\0\1mdat" + (15).to_bytes(8, "big"), "the size 15"),
        (HEAD + MOOV + UP_TO_THE_END[:-1], "within the head"),
        (HEAD + UP_TO_THE_END + MOOV, "no 'moov' box"),
    ],
)
def test_what_is_wrong_is_told(data, reason):
    with pytest.raises(BrokenVideoError, match="is truncated or not an MP4: ") as raised:
        walk(data)
    assert reason in str(raised.value)


def test_what_is_no_video_is_refused_with_its_first_bytes():
    with pytest.raises(BrokenVideoError):
        Mp4Walker().feed(b"<html>no such video</html>")


@pytest.mark.parametrize("flags", ["", "+faststart", "+frag_keyframe+empty_moov"])
@pytest.mark.parametrize("ending", ["mp4", "mov"])
def test_a_real_film_passes_and_its_halves_do_not(tmp_path, ending, flags):
    film = encoded(tmp_path / f"film.{ending}", flags)
    walk(film)
    walk(*cut(film, list(range(0, len(film), 7))))
    assert not is_whole(film[:-1])
    assert not is_whole(film[: len(film) // 2])


def whole(data: bytes, places: list[int], *, by_http: bool) -> bool:
    file = Completeness()
    for block in cut(data, places):
        file.feed(block)
    assert file.size == len(data)
    return file.problem(is_whole_by_http=by_http) is None


@given(whole_files(), places, st.booleans(), st.integers(1, 300))
def test_a_file_shows_whether_it_is_complete(data, places, by_http, missing):
    open_ended = UP_TO_THE_END in data
    assert whole(data, places, by_http=by_http) == (by_http or not open_ended)
    if not by_http and not open_ended:
        assert not whole(data[:-missing], places, by_http=False) or (
            is_whole(data[:-missing])  # the last fragment may be missing as a whole
        )


@given(st.binary(max_size=100), places)
def test_http_is_only_doubted_where_the_file_shows_that_it_is_cut(data, places):
    assert whole(data, places, by_http=True)


@pytest.mark.parametrize("ending", ["webm", "mkv"])
def test_a_real_webm_is_known_to_be_complete(tmp_path, ending):
    film = encoded(tmp_path / f"film.{ending}", "", "libvpx")
    assert whole(film, list(range(0, len(film), 7)), by_http=False)
    for by_http in (True, False):
        assert not whole(film[:-1], [], by_http=by_http)
        assert not whole(film[: len(film) // 2], [], by_http=by_http)


def encoded(path: Path, flags: str, codec: str = "libx264") -> bytes:
    options = {"movflags": flags} if flags else {}
    with av.open(str(path), "w", options=options) as film:
        stream = film.add_stream(codec, rate=24)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for index in range(30):
            pixels = np.full((48, 64, 3), index * 8, np.uint8)
            film.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        film.mux(stream.encode())
    return path.read_bytes()
