"""Image files of any shape and any damage are decoded within bounds, or refused by name."""

from __future__ import annotations

import contextlib
import io
import signal
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import example, given, settings, strategies as st
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from rushes.engines import decode as decoding
from rushes.engines.decode import ImageError, decode, decode_frame
from rushes.engines.images import cover
from tests.engines.pictures import change, encoded, psnr, scenery

MIB = 1024 * 1024
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="no limit of memory there")
# Decodes one picture after another, each of which may allocate `argv[1]` bytes.
LIMITED = """
import sys
from rushes.engines.decode import ImageError, decode, decode_frame
from rushes.engines.decode_limits import decode_limits
from rushes.engines.images import cover, palette_of
memory, frame = int(sys.argv[1]), tuple(map(int, sys.argv[2].split("x")))
references = int(sys.argv[3])
decode(sys.stdin.buffer.read(int(sys.stdin.buffer.readline())), "a first one, to load libraries")
while (size := sys.stdin.buffer.readline()):
    data = sys.stdin.buffer.read(int(size))
    with decode_limits(60.0, memory):
        try:
            shape = cover(decode_frame(data, "p", frame), *frame).shape
            print(*shape, len(palette_of(decode(data, "p") for _ in range(references))))
        except ImageError as error:
            print(error)
"""


def png(width: int, height: int, color: int = 0, depth: int = 8) -> bytes:
    """Return a PNG of any shape, packed row by row, so that no picture of its size is made."""
    samples = {0: 1, 2: 3, 6: 4}[color]
    row = b"\0" + bytes(-(-width * samples * depth // 8))
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def limited(
    pictures: list[bytes], memory: int, frame: str = "1280x720", references: int = 1
) -> list[str]:
    """Return what becomes of each picture in a process of limited memory.

    It is the first frame, and so many references.
    """
    sent = b"".join(b"%d\n%b" % (len(data), data) for data in (png(8, 8), *pictures))
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(memory), frame, str(references)],
        input=sent,
        capture_output=True,
        check=True,
        timeout=100,
    )
    return done.stdout.decode().splitlines()


SHAPES = st.integers(1, 65_000).flatmap(
    lambda side: st.tuples(st.just(side), st.integers(1, min(65_000, 2_000_000 // side)))
)
NARROW = [(60_000, 1), (1, 60_000), (6000, 60), (60, 6000), (20_000, 1), (1, 101), (100, 1)]


@only_linux
@given(
    st.lists(SHAPES, min_size=30, max_size=30), st.sampled_from(["1280x720", "720x1280", "360x360"])
)
@example(NARROW, "1280x720")
@example(NARROW, "640x1536")
@settings(max_examples=4, deadline=None)
def test_memory_does_not_depend_on_the_shape_of_a_picture(
    shapes: list[tuple[int, int]], frame: str
) -> None:
    width, height = frame.split("x")
    results = limited([png(*shape) for shape in shapes], 150 * MIB, frame)
    for shape, result in zip(shapes, results, strict=True):
        if max(shape) > 100 * min(shape):
            assert result.startswith("p is too narrow"), (shape, result)
            assert f"{shape[0]}x{shape[1]}" in result
        else:
            assert result == f"{height} {width} 3 1", (shape, result)


@only_linux
@pytest.mark.parametrize(
    ("color", "depth", "references"),
    [(0, 1, 16), (6, 8, 2), (0, 16, 1)],
    ids=["1 bit", "RGBA", "16 bits"],
)
def test_the_largest_pictures_take_little_more_than_the_pixels_of_one(
    color: int, depth: int, references: int
) -> None:
    # 64 megapixels of 4 bytes, as Pillow has them.
    picture = png(8000, 8000, color, depth)
    assert limited([picture], 400 * MIB, references=references) == ["720 1280 3 1"]


@only_linux
def test_what_takes_too_much_memory_is_an_error_of_the_picture() -> None:
    results = limited([png(8000, 8000, 2), png(100, 100, 2)], 100 * MIB)
    assert results[0] == "p is damaged, or takes too much memory to decode"
    assert results[1] == "720 1280 3 1"


def test_decoding_ends_with_its_process_when_it_takes_too_long() -> None:
    code = (
        "from rushes.engines.decode_limits import decode_limits\n"
        "with decode_limits(60.0): pass\n"
        "with decode_limits(0.05):\n"
        "    while True: sum(range(10_000_000))\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], check=False, timeout=100)
    assert ended.returncode == -signal.SIGPROF


def progressive(side: int, scans: int) -> bytes:
    """Return a gray JPEG that refines its pixels, which are all equal, in so many scans."""

    def segment(marker: int, data: bytes) -> bytes:
        return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data

    blocks = (side // 8) ** 2
    code = bytes([1] + 15 * [0])  # a single code, of one bit
    parts = [
        segment(0xDB, b"\0" + bytes([1] * 64)),
        segment(0xC2, struct.pack(">BHHB", 8, side, side, 1) + b"\x01\x11\0"),
        segment(0xC4, b"\x00" + code + b"\x00"),
        segment(0xC4, b"\x10" + code + b"\xe0"),  # a run of 16,384 blocks without a change
        segment(0xDA, b"\x01\x01\0\0\0\0") + bytes(blocks // 8 + 1),
    ]
    refinement = segment(0xDA, b"\x01\x01\0\x01\x3f\0") + bytes(
        15 * (blocks // 16_384 + 1) // 8 + 1
    )
    return b"\xff\xd8" + b"".join(parts) + refinement * (scans - 1) + b"\xff\xd9"


def test_a_jpeg_has_a_bounded_number_of_scans() -> None:
    assert decode(progressive(64, 100), "p").shape == (64, 64, 3)
    assert decode(encoded(scenery(64, 64), "JPEG", progressive=True), "p").shape == (64, 64, 3)
    for data in (progressive(64, 101), progressive(7900, 2000)):
        with pytest.raises(ImageError, match="p is a JPEG with more than 100 scans"):
            decode(data, "p")


@pytest.mark.timeout(20)  # a pattern that goes back would take hours
def test_scans_are_counted_quickly_whatever_is_between_them() -> None:
    jpeg = encoded(scenery(64, 64), "JPEG")
    for filler in (b"\xff", b"\xff\0", b"\xff\xd0", b"\xff\x01"):
        data = jpeg[:-2] + filler * 3_000_000 + b"\0" + jpeg[-2:]
        assert decode(data, "p").shape == (64, 64, 3)


def test_pixels_that_look_like_markers_are_no_scans() -> None:
    comment = b"\xff\xfe\x01\x92" + b"\xff\xda" * 200
    jpeg = encoded(scenery(64, 64), "JPEG")
    assert decode(jpeg[:2] + comment + jpeg[2:], "p").shape == (64, 64, 3)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_pictures_are_turned_upright_as_viewers_do(kind: str, orientation: int) -> None:
    if kind not in WHOLE:
        pytest.skip(f"this Pillow has no {kind}")
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"lossless": True} if kind == "WEBP" else {}
    data = encoded(scenery(90, 60), kind, exif=exif, **options)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
    assert np.array_equal(decode(data, "p"), upright)
    frame = decode_frame(data, "p", (64, 64))
    assert np.array_equal(cover(frame, 64, 64), cover(np.asarray(upright), 64, 64))


MODES = {
    "PNG": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"),
    "TIFF": ("1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "I;16", "F"),
    "JPEG": ("L", "RGB", "CMYK"),
    "GIF": ("1", "L", "P", "RGBA"),
    "WEBP": ("RGB", "RGBA"),
}


@pytest.mark.parametrize(
    ("kind", "mode"), [(kind, mode) for kind, modes in MODES.items() for mode in modes]
)
def test_a_large_picture_looks_like_a_small_one(
    kind: str, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = Image.fromarray(scenery(1200, 900))
    data = encoded((picture.convert("L") if mode in {"I;16", "F"} else picture).convert(mode), kind)
    whole = cover(decode_frame(data, "p", (160, 90)), 160, 90)
    monkeypatch.setattr(decoding, "FULL_PIXELS", 100_000)
    monkeypatch.setattr(decoding, "_BAND_PIXELS", 12_345)
    reduced = decode_frame(data, "p", (160, 90))
    assert reduced.shape[0] * reduced.shape[1] <= 600 * 450
    assert psnr(cover(reduced, 160, 90), whole) > 38
    assert change(decode(data, "p").mean(axis=(0, 1)), decode_mean(data)) < 1.5


def decode_mean(data: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(data)) as image:
        if image.mode == "I;16":
            return np.full(3, np.asarray(image, np.float64).mean() / 257)
        over = Image.new("RGBA", image.size, (0, 0, 0, 255))
        return np.asarray(
            Image.alpha_composite(over, image.convert("RGBA")).convert("RGB"), np.float64
        ).mean(axis=(0, 1))


def test_profiles_are_applied_in_bands_as_to_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(scenery(64, 64), icc_profile=profile)
    whole = decode(data, "p")
    monkeypatch.setattr(decoding, "_BAND_PIXELS", 100)
    assert np.array_equal(decode(data, "p"), whole)
    broken = encoded(scenery(64, 64), icc_profile=b"no profile")
    assert np.array_equal(decode(broken, "p"), scenery(64, 64))


@only_linux
@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "TIFF"])
def test_only_the_first_of_many_frames_is_decoded(kind: str) -> None:
    frames = [Image.fromarray(np.full((600, 600, 3), 8 * i, np.uint8)) for i in range(25)]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:])
    assert decode(data, "p").max() < 4
    assert limited([data], 60 * MIB) == ["720 1280 3 1"]


@only_linux
def test_texts_beside_the_pixels_are_bounded() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("a", "x" * 200 * MIB, zip=True)
    data = encoded(scenery(8, 8), pnginfo=info)
    assert len(data) < MIB
    assert limited([data], 150 * MIB) == ["p is damaged"]


@pytest.mark.parametrize(
    "failure",
    [RuntimeError, struct.error, SyntaxError, MemoryError, RecursionError, KeyError, OSError],
)
def test_whatever_a_decoder_raises_the_picture_is_damaged(
    failure: Callable[[str], Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise failure("/secret/path: 17 overloads")

    monkeypatch.setattr(Image.Image, "getexif", fail)
    with pytest.raises(ImageError, match=r"^reference image 3 is damaged") as caught:
        decode(encoded(scenery(8, 8)), "reference image 3")
    assert "secret" not in str(caught.value)


WHOLE = {
    kind: encoded(scenery(40, 30), kind) for kind in ("PNG", "JPEG", "WEBP", "GIF", "TIFF", "BMP")
} | ({"AVIF": encoded(scenery(40, 30), "AVIF")} if "AVIF" in Image.SAVE else {})


@given(
    st.sampled_from(sorted(WHOLE)),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=12),
    st.integers(0, 10_000),
)
@example("JPEG", [], 0)
@settings(max_examples=300, deadline=None)
def test_a_changed_file_is_a_picture_or_an_image_error(
    kind: str, changes: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(WHOLE[kind])
    for place, value in changes:
        data[place % len(data)] = value
    with contextlib.suppress(ImageError):
        assert decode(bytes(data[: len(data) - cut % len(data)]), "p").shape[2] == 3
