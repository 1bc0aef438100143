"""What a body may hold is counted before it is parsed, whatever is in its strings."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from rushes.catalog.body_size import MAX_TEXT, MAX_VALUES, SMALL_BODY, check_body_size
from rushes.catalog.refusal import BodyTooLargeError

MIB = 1024 * 1024
PICTURE = "data:image/png;base64," + "iVBORw0KGgo/iVBORw0KGgoiVBORw0KGgo" * 600_000
PADDING = " " * SMALL_BODY  # so that the body is looked at
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=50,
)


def body_of(value):
    return f'{{"model": "m", "prompt": "x", "z": {value}}}'.encode()


@pytest.mark.parametrize(
    "value",
    [
        f'"{PICTURE}"',
        json.dumps([PICTURE[:MIB] for _ in range(16)]),
        f'"{PICTURE}"'.replace("/", r"\/"),
        f'"DATA:{"x" * 2 * MIB}"',
        json.dumps("{[,:" * 100_000),
        json.dumps("😀" * 20_000),
        json.dumps([1] * (MAX_VALUES // 2)),
        json.dumps({f"key {i}": i for i in range(MAX_VALUES // 5)}),
        " " * (MAX_TEXT - 100) + "1",
    ],
    ids=lambda value: f"{value[:20]}{len(value)}",
)
def test_pictures_and_what_a_request_needs_are_let_through(value):
    check_body_size(body_of(value))


@pytest.mark.parametrize(
    "value",
    [
        "[" + "[]," * 5 * MIB + "[]]",
        "[" + "1," * 5 * MIB + "1]",
        "{" + '"a":1,' * 3 * MIB + '"b":1}',
        "[" + '"",' * 5 * MIB + '""]',
        "[" * 5 * MIB,
        '{"":' * 5 * MIB,
        "1" * 5 * MIB,
        " " * 5 * MIB,
        '"' + "x" * 5 * MIB + '"',
        '"' + "x" * 5 * MIB,
        '"' + '\\"' * 5 * MIB + '"',
        '"data:' + '\\"' * 5 * MIB + '"',
        '"data:' + "é" * 5 * MIB + '"',
        '"data:' + r"\/" * 5 * MIB + '"',
        '"data:' + "\x7f" * 5 * MIB + '"',
        '"' * 5 * MIB,
        "[" + '"data:",' * 5 * MIB + "1]",
        '{"data:' + "x" * 5 * MIB + '":1}',
        '{"data:' + "x" * 5 * MIB + '" \t\r\n' + " " * 100 + ":1}",
        json.dumps(["x" * 1000] * 2000),
        json.dumps({"x" * 1000 + str(i): 1 for i in range(2000)}),
    ],
    ids=lambda value: f"{value[:20]}{len(value)}",
)
def test_many_values_and_long_text_are_refused(value):
    with pytest.raises(BodyTooLargeError, match=r"body: .* at most") as caught:
        check_body_size(body_of(value))
    assert caught.value.status == 413


@given(VALUES, st.booleans())
def test_no_ordinary_document_is_refused(value, escaped):
    text = json.dumps(value, ensure_ascii=escaped)
    check_body_size(body_of(text) + PADDING.encode())


@given(st.binary(max_size=500))
def test_what_is_no_document_is_left_to_the_parser(noise):
    check_body_size(PADDING.encode() + noise)


@given(st.text(), st.integers(MAX_VALUES + 1, MAX_VALUES * 2))
def test_no_string_hides_the_values_behind_it(string, count):
    many = json.dumps([string, *[0] * count])
    with pytest.raises(BodyTooLargeError):
        check_body_size(many.encode())
