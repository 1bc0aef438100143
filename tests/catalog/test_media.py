"""Input media: data URLs as browsers read them, and pictures whose shape is known from a header."""

from __future__ import annotations

import base64
import contextlib
import io
import json
import struct
from urllib.parse import quote

import pytest
from hypothesis import example, given, settings, strategies as st
from PIL import Image

from rushes.catalog.checked_request import check_body
from rushes.catalog.model import load_catalog
from rushes.catalog.refusal import InvalidParameterError
from rushes.sdk.media import frame_image
from rushes.wire.data_url import parse_data_url
from rushes.wire.picture_size import picture_size

CATALOG = load_catalog()
FIELD = "frame_images[0].image_url.url"


def picture(width: int, height: int, kind: str = "PNG", **options) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (90, 120, 40)).save(out, kind, **options)
    return out.getvalue()


def data_url(data: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def check(url: str, *, frame_type: str = "first_frame", model: str = "google/veo-3.1", **fields):
    frame = {"type": "image_url", "image_url": {"url": url}, "frame_type": frame_type}
    body = {"model": model, "prompt": "x", "frame_images": [frame], **fields}
    return check_body(json.dumps(body).encode(), CATALOG)


PNG = picture(16, 9)
DIGITS = base64.b64encode(PNG).decode()


@pytest.mark.parametrize(
    "url",
    [
        f"data:image/png;base64,{base64.encodebytes(PNG).decode()}",
        f"data:image/png;base64,{DIGITS}\n",
        f"data:image/png;base64,{DIGITS.rstrip('=')}",
        f"data:image/png;base64,{quote(DIGITS, safe='')}",
        f"data:image/png;base64,{DIGITS.replace('=', '%3D')}%0D%0A",
        f"data:image/png;base64,{' '.join(DIGITS)}",
        f"data:image/png;base64,{DIGITS[:7]}\t\f\r\n{DIGITS[7:]}",
        f"data:;base64,{DIGITS}",
        f"data:image/png;charset=utf-8;base64,{DIGITS}",
        f"data:image/png; base64,{DIGITS}",
        f"DATA:IMAGE/PNG;BASE64,{DIGITS}",
        f"  data:image/png;base64,{DIGITS}",
    ],
)
def test_data_urls_are_read_as_browsers_read_them(url):
    assert check(url).spec.media[0].size == (16, 9)
    assert parse_data_url(url).content() == PNG
    # What the SDK passes on is what the service reads.
    assert frame_image(url.strip()).image_url.url == url.strip()


@given(st.binary(max_size=200), st.randoms(), st.booleans())
def test_content_is_the_same_however_it_is_written(content, random, padded):
    written = base64.b64encode(content).decode()
    if not padded:
        written = written.rstrip("=")
    url = "data:;base64," + "".join(
        random.choice(["", "", " ", "\n", "%20", "%0a"])
        + (f"%{ord(digit):02x}" if random.random() < 0.2 else digit)
        for digit in written
    )
    read = parse_data_url(url)
    assert read.content() == content
    start, length = random.randrange(201), random.randrange(201)
    assert read.read(start, length) == content[start : start + length]


ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


@given(st.text(st.sampled_from("Ab+/= \n%3D") | st.characters(codec="utf-8"), max_size=24))
@example("AA=")
@example("AA==")
@example("A===")
@example("%")
@example("AA%3")
@example("AA%\n==")
def test_other_texts_are_refused_by_the_same_rules(text):
    """The forgiving decoding of the standard, step by step, on ASCII text."""
    stripped = "".join(c for c in text if c not in "\t\n\r\f ")
    plain, at = "", 0
    while at < len(stripped):
        pair = stripped[at + 1 : at + 3]
        if stripped[at] == "%" and len(pair) == 2 and set(pair) <= set("0123456789abcdefABCDEF"):
            plain, at = plain + chr(int(pair, 16)), at + 3
        else:
            plain, at = plain + stripped[at], at + 1
    plain = "".join(c for c in plain if c not in "\t\n\r\f ")
    if len(plain) % 4 == 0:
        plain = plain[:-2] + plain[-2:].rstrip("=") if plain.endswith("=") else plain
    valid = len(plain) % 4 != 1 and set(plain) <= set(ALPHABET)
    if valid:
        expected = base64.b64decode(plain + "=" * (-len(plain) % 4))
        assert parse_data_url(f"data:;base64,{text}").content() == expected
    else:
        with pytest.raises(ValueError, match="valid base64"):
            parse_data_url(f"data:;base64,{text}")


@pytest.mark.parametrize("head", ["data:image/png,", "data:base64,", "data:;base65,", "data:"])
def test_other_data_urls_are_refused(head):
    with pytest.raises(InvalidParameterError, match="is not a base64 data URL"):
        check(head + DIGITS)
    with pytest.raises(InvalidParameterError, match="is not a base64 data URL"):
        check("data:" + "x" * 5000 + ";base64," + DIGITS)


@pytest.mark.timeout(20)  # a loop in Python, or a pattern that goes back, would take longer
@pytest.mark.parametrize("filler", ["A", "%41", "A\n", "%", "=", "%0A"])
def test_checking_a_long_data_url_is_quick_whatever_is_in_it(filler):
    url = f"data:image/png;base64,{DIGITS.rstrip('=')}{filler * (20_000_000 // len(filler))}"
    with contextlib.suppress(ValueError):
        parse_data_url(url)


_exif = Image.Exif()
_exif[0x0112] = 6
EXIF_TURNED = _exif.tobytes()


@pytest.mark.parametrize(
    ("kind", "options", "size"),
    [
        ("PNG", {}, (640, 360)),
        ("PNG", {"exif": EXIF_TURNED}, (360, 640)),
        ("GIF", {}, (640, 360)),
        ("BMP", {}, (640, 360)),
        ("TIFF", {}, (640, 360)),
        ("TIFF", {"exif": EXIF_TURNED}, (360, 640)),
        ("JPEG", {}, (640, 360)),
        ("JPEG", {"progressive": True, "icc_profile": bytes(200_000)}, (640, 360)),
        ("JPEG", {"exif": EXIF_TURNED}, (360, 640)),
        ("WEBP", {}, (640, 360)),
        ("WEBP", {"lossless": True}, (640, 360)),
        ("WEBP", {"exif": Image.Exif().tobytes()}, (640, 360)),
        ("WEBP", {"exif": EXIF_TURNED}, (360, 640)),
        ("AVIF", {}, (640, 360)),
        ("AVIF", {"exif": EXIF_TURNED}, (360, 640)),
    ],
)
def test_the_size_of_a_picture_is_in_its_header(kind, options, size):
    if kind not in Image.registered_extensions().values() or kind not in Image.SAVE:
        pytest.skip(f"this Pillow has no {kind}")
    data = picture(640, 360, kind, **options)
    assert picture_size(lambda start, length: data[start : start + length]) == size
    assert check(data_url(data)).spec.media[0].size == size
    for end in range(0, min(len(data), 1000), 7):  # a header that ends early is no error
        cut = data[:end]
        assert picture_size(lambda start, length, cut=cut: cut[start : start + length]) in {
            size,
            size[::-1],
            None,
        }


@pytest.mark.parametrize("content", [b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_is_told_every_kind_that_is_read(content):
    with pytest.raises(InvalidParameterError) as caught:
        check(data_url(content))
    kinds = ("JPEG", "PNG", "WebP", "GIF", "AVIF", "BMP", "TIFF")
    assert caught.value.allowed == kinds
    assert str(caught.value).endswith(f"does not contain an image; allowed: {', '.join(kinds)}")


@pytest.mark.parametrize("width", [-640, -(2**31)])
def test_a_picture_of_negative_width_is_said_to_be_damaged(width):
    data = picture(640, 360, "BMP")
    negative = data[:18] + width.to_bytes(4, "little", signed=True) + data[22:]
    with pytest.raises(InvalidParameterError, match="is damaged: one of its sides is negative"):
        check(data_url(negative))


@given(
    st.sampled_from(
        [b"\xff\xd8\xff\xe0", b"II*\0", b"MM\0*", b"RIFF    WEBPVP8X", b"\0\0\0\x18ftypavif"]
    ),
    st.binary(max_size=300),
)
@settings(max_examples=300)
def test_any_header_has_a_size_or_none(head, rest):
    data = head + rest
    size = picture_size(lambda start, length: data[start : start + length])
    assert size is None or min(size) > 0


def test_a_header_without_end_is_not_followed():
    segments = b"\xff\xd8" + b"\xff\xfe\0\x02" * 5_000_000
    assert picture_size(lambda start, length: segments[start : start + length]) is None


@pytest.mark.parametrize("size", [(20_000, 1), (1, 20_000), (6000, 59), (64_000_000, 1)])
def test_a_picture_that_is_too_narrow_is_refused_with_its_size_and_the_bound(size):
    header = struct.pack(">4sIIBBBBB", b"IHDR", *size, 8, 2, 0, 0, 0)
    url = data_url(b"\x89PNG\r\n\x1a\n\0\0\0\x0d" + header)
    with pytest.raises(InvalidParameterError) as caught:
        check(url)
    assert str(caught.value) == (
        f"{FIELD}: '{size[0]}x{size[1]}' is too narrow: the longer side may be at most 100 times"
        " the shorter"
    )


def test_a_picture_of_too_many_pixels_is_refused_before_it_becomes_a_job():
    url = data_url(picture(100, 100).replace(struct.pack(">II", 100, 100), b"\0\0\x23\x28" * 2))
    with pytest.raises(InvalidParameterError, match="'9000x9000' has more than 64 megapixels"):
        check(url)


@pytest.mark.parametrize(
    ("size", "ratio", "frame"),
    [((1080, 1920), "9:16", (720, 1280)), ((1920, 1080), "16:9", (1280, 720))],
)
@pytest.mark.parametrize("frame_type", ["first_frame", "last_frame"])
def test_the_ratio_nearest_to_the_frame_is_made_and_stored(size, ratio, frame, frame_type):
    checked = check(data_url(picture(*size)), frame_type=frame_type)
    assert (checked.spec.aspect_ratio, checked.spec.width, checked.spec.height) == (ratio, *frame)
    assert json.loads(checked.body)["aspect_ratio"] == ratio


def test_a_picture_that_is_to_be_turned_counts_as_it_is_shown():
    photo = picture(1600, 1200, "JPEG", exif=EXIF_TURNED)
    assert check(data_url(photo)).spec.aspect_ratio == "9:16"


def test_what_is_asked_for_wins_over_the_picture():
    url = data_url(picture(1080, 1920))
    assert check(url, aspect_ratio="16:9").spec.width == 1280
    assert check(url, size="1280x720").spec.aspect_ratio == "16:9"


def test_a_picture_at_a_url_leaves_the_ratio_at_its_default_and_open():
    checked = check("https://example.org/a.png")
    assert checked.spec.aspect_ratio == "16:9"
    assert "aspect_ratio" not in json.loads(checked.body)


def test_references_do_not_decide_the_ratio():
    reference = {"type": "image_url", "image_url": {"url": data_url(picture(100, 200))}}
    body = {"model": "google/veo-3.1", "prompt": "x", "input_references": [reference]}
    checked = check_body(json.dumps(body).encode(), CATALOG)
    assert checked.spec.aspect_ratio == "16:9"


@given(
    st.sampled_from([m for m in CATALOG.models if m.kind == "generator" and m.aspect_ratios]),
    st.integers(20, 1500),
    st.integers(20, 1500),
)
@settings(max_examples=40, deadline=None)
def test_no_listed_ratio_is_nearer_to_the_picture(model, width, height):
    if model.frame_types is not None and "first_frame" not in model.frame_types:
        return
    spec = check(data_url(picture(width, height)), model=model.id).spec

    def distance(ratio):
        across, down = map(int, ratio.split(":"))
        return max(across / down * height / width, width / height * down / across)

    assert distance(spec.aspect_ratio) <= min(map(distance, model.aspect_ratios)) + 1e-9
