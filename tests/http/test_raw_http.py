"""HTTP as it should not be, over a real socket: every oddity is answered, and none is misread."""

from __future__ import annotations

import json
import re
import socket
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx
import pytest

from tests.http.conftest import error_of
from tests.service import running_service

HOST = b"Host: localhost\r\n"
GET = b"GET /health HTTP/1.1\r\n" + HOST
POST = b"POST /api/v1/videos HTTP/1.1\r\n" + HOST + b"Authorization: Bearer any\r\n"
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"
LAST = GET + b"Connection: close\r\n\r\n"
MIB = 1024 * 1024


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def body(data, length=None):
    length = str(len(data) if length is None else length).encode()
    return POST + b"Content-Length: " + length + b"\r\n\r\n" + data


def connected(service):
    address = urlsplit(service.url)
    return socket.create_connection((address.hostname, address.port), timeout=30)


def answers(service, data):
    """Send bytes, and return every response until the service closes the connection."""
    received = b""
    with connected(service) as peer:
        peer.sendall(data)
        while block := peer.recv(65536):
            received += block
    return list(parsed(received))


def parsed(received):
    while received:
        head, _, received = received.partition(b"\r\n\r\n")
        first, *lines = head.decode("ascii").split("\r\n")
        match = re.fullmatch(r"HTTP/1\.1 (\d{3}) [A-Za-z' -]*", first)
        assert match, first
        headers = dict(line.lower().split(": ", 1) for line in lines)
        size = int(headers.get("content-length", 0))
        assert len(received) >= size
        yield Answer(int(match[1]), headers, received[:size])
        received = received[size:]


def is_envelope(answer):
    error = json.loads(answer.body)["error"]
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["request-id"].startswith("req-")
    assert error["code"] == answer.status
    assert error["message"]
    assert error["metadata"]["error_type"]
    return error


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    with running_service(tmp_path_factory.mktemp("raw"), max_body_bytes=MIB) as running:
        yield running


# Each is answered once, and the connection is closed: what follows is not taken for a request.
MALFORMED = {
    "no host": b"GET /health HTTP/1.1\r\n\r\n",
    "two hosts": GET + b"Host: localhost\r\n\r\n",
    "two hosts in HTTP/1.0": b"GET /health HTTP/1.0\r\n" + HOST + HOST + b"\r\n",
    "no version": b"GET /health\r\n" + HOST + b"\r\n",
    "no version, nor headers": b"GET /health\r\n\r\n",
    "unknown method": b"BREW /health HTTP/1.1\r\n" + HOST + b"\r\n",
    "small letters": b"get /health HTTP/1.1\r\n" + HOST + b"\r\n",
    "no method": b" /health HTTP/1.1\r\n" + HOST + b"\r\n",
    "long method": b"A" * 10_000 + b" /health HTTP/1.1\r\n" + HOST + b"\r\n",
    "blank before the method": b" GET /health HTTP/1.1\r\n" + HOST + b"\r\n",
    "HTTP/2.0": b"GET /health HTTP/2.0\r\n" + HOST + b"\r\n",
    "HTTP/1.2": b"GET /health HTTP/1.2\r\n" + HOST + b"\r\n",
    "HTTP/9.9": b"GET /health HTTP/9.9\r\n" + HOST + b"\r\n",
    "HTTP/1.1.1": b"GET /health HTTP/1.1.1\r\n" + HOST + b"\r\n",
    "http/1.1": b"GET /health http/1.1\r\n" + HOST + b"\r\n",
    "blank after the version": b"GET /health HTTP/1.1 \r\n" + HOST + b"\r\n",
    "preface of HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(100),
    "zeros": bytes(100),
    "line feeds alone": b"GET /health HTTP/1.1\nHost: localhost\n\n",
    "connect": b"CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n",
    "asterisk": b"GET * HTTP/1.1\r\n" + HOST + b"\r\n",
    "no slash": b"GET health HTTP/1.1\r\n" + HOST + b"\r\n",
    "other scheme": b"GET ftp://localhost/health HTTP/1.1\r\n" + HOST + b"\r\n",
    "URL without host": b"GET http:///health HTTP/1.1\r\n" + HOST + b"\r\n",
    "bytes in the path": b"GET /h\xc3\xa9 HTTP/1.1\r\n" + HOST + b"\r\n",
    "NUL in the path": b"GET /h\x00 HTTP/1.1\r\n" + HOST + b"\r\n",
    "blank in the path": b"GET /a b HTTP/1.1\r\n" + HOST + b"\r\n",
    "blank before the colon": GET + b"A : b\r\n\r\n",
    "no name": GET + b": b\r\n\r\n",
    "no colon": GET + b"nonsense\r\n\r\n",
    "NUL in a name": GET + b"A\x00: b\r\n\r\n",
    "NUL in a value": GET + b"A: b\x00\r\n\r\n",
    "parentheses in a name": GET + b"A(): b\r\n\r\n",
    "folded header": GET + b"A: b\r\n c\r\n\r\n",
    "folded first header": b"GET /health HTTP/1.1\r\n Host: localhost\r\n\r\n",
    "carriage return alone": GET + b"A: b\rC: d\r\n\r\n",
    "length and chunks": POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "chunks and length": POST + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
    "two lengths": POST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
    "the same length twice": POST + b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
    "negative length": body(b"{}", -2),
    "signed length": body(b"{}", "+2"),
    "hexadecimal length": body(b"{}", "0x2"),
    "list of lengths": body(b"{}", "2, 2"),
    "empty length": body(b"", ""),
    "fractional length": body(b"{}", "2.0"),
    "enormous length": body(b"{}", 10**30),
    "unknown coding": POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "chunked is not last": POST + b"Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
    "gzip below chunked": POST + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "chunked twice": POST + b"Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
    "two codings": POST
    + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    "identity": POST + b"Transfer-Encoding: identity\r\n\r\n",
    "vertical tab before chunked": POST + b"Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n",
    "coding with a blank": POST + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
    "chunks in HTTP/1.0": CHUNKED.replace(b"HTTP/1.1", b"HTTP/1.0") + b"0\r\n\r\n",
    "chunk size of letters": CHUNKED + b"zz\r\n\r\n",
    "negative chunk": CHUNKED + b"-1\r\n\r\n",
    "chunk size with a prefix": CHUNKED + b"0x2\r\n{}\r\n0\r\n\r\n",
    "enormous chunk": CHUNKED + b"f" * 20 + b"\r\n\r\n",
    "chunk longer than its size": CHUNKED + b"2\r\n{}{}\r\n0\r\n\r\n",
    "chunk without its end": CHUNKED + b"2\r\n{}0\r\n\r\n",
    "chunks in line feeds": CHUNKED + b"2\n{}\n0\n\n",
    "no header is complete": b"A" * 200_000,
    "headers without end": GET + b"a: b\r\n" * 20_000,
    "header without end": GET + b"a: " + b"b" * (2 * MIB),
    "101 headers": GET + b"a: b\r\n" * 100 + b"\r\n",
    "headers of 70 kB": GET + b"a: " + b"b" * 70_000 + b"\r\n\r\n",
    "name of 70 kB": GET + b"b" * 70_000 + b": a\r\n\r\n",
    "long URL": b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "long query": b"GET /health?" + b"x" * 100_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "chunk extension without end": CHUNKED + b"2;" + b"a" * 200_000,
    "trailers without end": CHUNKED + b"2\r\n{}\r\n0\r\n" + b"a: b\r\n" * 101 + b"\r\n",
    "trailer without end": CHUNKED + b"2\r\n{}\r\n0\r\na: " + b"b" * 200_000,
}
STATUSES = {"long URL": 414, "long query": 414}
TOO_LARGE = ("without end", "101 headers", "70 kB")


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_not_http_is_refused_once_and_the_connection_is_closed(service, name):
    (answer,) = answers(service, MALFORMED[name] + LAST)
    error = is_envelope(answer)
    expected = 431 if any(part in name for part in TOO_LARGE) else 400
    assert answer.status == STATUSES.get(name, expected), error
    assert answer.headers["connection"] == "close"


# Each is a request of its own, with this status; the next one on the connection is answered too.
WELL_FORMED = {
    "100 headers": (GET + b"a: b\r\n" * 98 + b"\r\n", 200),
    "a header of 60 kB": (GET + b"a: " + b"b" * 60_000 + b"\r\n\r\n", 200),
    "lines before the request": (b"\r\n\r\n" + GET + b"\r\n", 200),
    "URL with a host": (b"GET http://localhost/health HTTP/1.1\r\nHost: other\r\n\r\n", 200),
    "URL with a host alone": (b"GET http://localhost HTTP/1.1\r\nHost: other\r\n\r\n", 200),
    "URL with a query alone": (b"GET http://localhost?a HTTP/1.1\r\nHost: other\r\n\r\n", 200),
    "doubled slash": (b"GET //health HTTP/1.1\r\n" + HOST + b"\r\n", 404),
    "encoded bytes": (b"GET /%ff%fe HTTP/1.1\r\n" + HOST + b"\r\n", 404),
    "bad encoding": (b"GET /%zz HTTP/1.1\r\n" + HOST + b"\r\n", 404),
    "dots": (b"GET /../health HTTP/1.1\r\n" + HOST + b"\r\n", 404),
    "asterisk of OPTIONS": (b"OPTIONS * HTTP/1.1\r\n" + HOST + b"\r\n", 204),
    "TRACE": (b"TRACE /health HTTP/1.1\r\n" + HOST + b"\r\n", 405),
    "PROPFIND": (b"PROPFIND /health HTTP/1.1\r\n" + HOST + b"\r\n", 405),
    "websocket": (GET + b"Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n", 200),
    "body of a GET": (GET + b"Content-Length: 4\r\n\r\nGET ", 200),
    "unknown expectation": (body(b"{}").replace(b"\r\n\r\n", b"\r\nExpect: x\r\n\r\n"), 400),
    "chunk extension": (CHUNKED + b"2;a=b\r\n{}\r\n0\r\n\r\n", 400),
    "trailers": (CHUNKED + b"2\r\n{}\r\n0\r\nAuthorization: Bearer other\r\n\r\n", 400),
    "chunks of a byte": (CHUNKED + b"1\r\n{\r\n1\r\n}\r\n0\r\n\r\n", 400),
    "no body": (POST + b"\r\n", 400),
    "gzip": (
        body(b"\x1f\x8b\x08\0").replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n"),
        415,
    ),
    "declared too large": (body(b"x" * (MIB + 1)), 413),
    "too large in chunks": (
        CHUNKED + b"%x\r\n" % (2 * MIB) + b"x" * 2 * MIB + b"\r\n0\r\n\r\n",
        413,
    ),
    "no key, with a body": (body(b"x" * MIB).replace(b"Bearer any", b""), 401),
}
BODIES = {
    "depth": b"[" * 9_000,
    "depth of objects": b'{"a":' * 4_500,
    "depth within the request": b'{"model":"a","trace":{"a":%b}}' % (b"[" * 500 + b"]" * 500),
    "NaN": b'{"model":"a","upscale_factor":NaN}',
    "Infinity": b'{"model":"a","upscale_factor":-Infinity}',
    "huge exponent": b'{"model":"a","upscale_factor":1e999}',
    "digits": b'{"model":"a","seed":%b}' % (b"9" * 5_000),
    "many digits": b'{"model":"a","seed":%b}' % (b"9" * 500_000),
    "fraction of many digits": b'{"model":"a","upscale_factor":0.%b}' % (b"1" * 5_000),
    "lone surrogate": b'{"model":"google/veo-3.1","prompt":"\\ud800"}',
    "surrogates in the wrong order": b'{"model":"google/veo-3.1","prompt":"\\udc00\\ud800"}',
    "surrogate as a key": b'{"model":"google/veo-3.1","\\ud800":1,"prompt":""}',
    "half an escape": b'{"model":"\\u12',
    "unknown escape": b'{"model":"\\q"}',
    "control character": b'{"model":"a\x01"}',
    "not UTF-8": b'{"model":"\xff"}',
    "overlong UTF-8": b'{"model":"\xc0\x80"}',
    "UTF-16": '{"model":"a"}'.encode("utf-16"),
    "byte order mark": b'\xef\xbb\xbf{"model":"google/veo-3.1"}',
    "two documents": b'{"model":"a"}{"model":"a"}',
    "comment": b'{"model":"a"/* b */}',
    "trailing comma": b'{"model":"a",}',
    "single quotes": b"{'model':'a'}",
    "unclosed string": b'{"model":"a',
    "quotes alone": b'"' * 1001,
    "backslashes": b'{"model":"' + b"\\" * 9_999 + b'"}',
    "null": b"null",
    "number": b"1",
    "string": b'"model"',
    "blank": b" " * 1000,
    "NUL": bytes(1000),
    "key twice": b'{"model":5,"model":6}',
    "prototype": b'{"__proto__":{"model":"a"},"constructor":1}',
}
WELL_FORMED["depth beyond the limit"] = (body(b"[" * MIB), 413)
WELL_FORMED |= {name: (body(data), 400) for name, data in BODIES.items()}


@pytest.mark.parametrize("name", WELL_FORMED)
def test_an_odd_request_has_its_answer_and_so_has_the_next(service, name):
    data, status = WELL_FORMED[name]
    first, *rest = answers(service, data + LAST)
    assert first.status == status, first.body
    if status >= 400:
        is_envelope(first)
    assert [answer.status for answer in rest] == [200]


def test_requests_in_a_row_are_answered_in_order_up_to_the_one_that_is_none(service):
    found = answers(service, GET + b"\r\n" + body(b"{}") + GET + b"\r\n" + b"NONSENSE\r\n\r\n")
    assert [answer.status for answer in found] == [200, 400, 200, 400]
    is_envelope(found[-1])


def test_many_requests_that_are_sent_at_once_are_answered_in_order(service):
    get, offer = GET + b"\r\n", GET + b"Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n"
    large = body(b'{"z": "' + b"x" * 300_000)
    found = answers(service, (get * 400 + offer * 100 + large) * 3 + LAST)
    assert [answer.status for answer in found] == ([200] * 500 + [400]) * 3 + [200]


def test_a_body_that_goes_wrong_behind_another_request_leaves_that_ones_answer_whole(service):
    found = answers(service, GET + b"\r\n" + CHUNKED + b"2\r\n{}zz")
    assert [answer.status for answer in found] == [200, 400]


def test_a_body_beside_an_offer_of_another_protocol_is_read(service):
    offer = b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n\r\n"
    first, second = answers(service, body(b"[]").replace(b"\r\n\r\n", b"\r\n" + offer, 1) + LAST)
    assert (first.status, second.status) == (400, 200)
    assert json.loads(first.body)["error"]["metadata"]["field"] == "body"
    assert b"got []" in first.body, "the body itself was parsed"


@pytest.mark.parametrize("connection", [b"", b"Connection: close\r\n"])
def test_a_client_that_sends_all_before_it_reads_gets_the_413(service, connection):
    data = body(b"x" * 20 * MIB).replace(b"\r\n\r\n", b"\r\n" + connection + b"\r\n", 1)
    first, *_ = answers(service, data + (b"" if connection else LAST))
    assert first.status == 413


def test_a_413_in_the_middle_of_a_body_of_unknown_length_is_received(service):
    block = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    (answer,) = answers(
        service, CHUNKED.replace(HOST, HOST + b"Connection: close\r\n") + block * 300
    )
    assert answer.status == 413
    is_envelope(answer)


def test_a_413_says_in_the_envelope_what_is_allowed(service):
    response = httpx.post(
        f"{service.api}/videos", content=b"x" * (MIB + 1), headers={"Authorization": "Bearer any"}
    )
    assert str(MIB) in error_of(response, 413)["message"]
