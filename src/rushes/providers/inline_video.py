"""Videos that an upstream sends as base64 inside its JSON, decoded as they arrive.

Such an answer may have hundreds of megabytes, so it is never held in memory: in what is kept of
it, long string number n reads "inline:n". A download decodes that string from another answer.
"""

from __future__ import annotations

import binascii
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack

import aiohttp

from rushes.providers.answer import Answer
from rushes.providers.base import ChangedVideoError, TransientError, UpstreamJob
from rushes.providers.range_download import BLOCK, ThroughputGuard, blocks_of
from rushes.providers.rest import RestProvider

INLINE = "inline:"
LONGEST = 4096  # bytes of a string that is kept; no video is as short
POLL_TIMEOUT = 600.0  # seconds for a poll whose answer may hold the video

_QUOTE = ord('"')
_STANDARD = bytes.maketrans(b"-_", b"+/")  # from the alphabet for URLs


class LongStrings:
    """Takes JSON apart block by block; `kept` is the JSON without its long strings."""

    def __init__(self) -> None:
        self.kept = bytearray()
        self.ended = 0  # how many long strings have ended
        self._inside = False  # a string
        self._begin = 0  # of that string, in `kept`
        self._is_long = False
        self._rest = b""  # an escape of which the end has not arrived

    def feed(self, block: bytes) -> Iterator[tuple[int, bytes]]:
        """Yield parts of long strings, each with the number of its string."""
        block, self._rest = self._rest + block, b""
        at, quote = 0, -1
        while at < len(block):
            if not self._inside:
                end = block.find(b'"', at) + 1 or len(block)
                self.kept += block[at:end]
                self._inside, self._begin = block[end - 1] == _QUOTE, len(self.kept)
                at = end
                continue
            if quote < at:
                quote = _find(block, b'"', at)
            if (end := _find(block, b"\\", at, quote)) < quote:  # an escape is taken whole
                size = 6 if block[end + 1 : end + 2] == b"u" else 2
                if end + size > len(block):
                    self._rest = block[end:]
                    yield from self._take(block[at:end])
                    return
                end += size
            yield from self._take(block[at:end])
            at = end
            if end == quote < len(block):
                self._close()
                at += 1

    def _take(self, part: bytes) -> Iterator[tuple[int, bytes]]:
        if self._is_long:
            if part:
                yield self.ended, part
            return
        self.kept += part
        if len(self.kept) - self._begin > LONGEST:
            beginning = bytes(self.kept[self._begin :])
            self.kept[self._begin :] = f"{INLINE}{self.ended}".encode()
            self._is_long = True
            yield self.ended, beginning

    def _close(self) -> None:
        self.kept += b'"'
        self.ended += self._is_long
        self._inside = self._is_long = False


def _find(block: bytes, what: bytes, start: int, end: int | None = None) -> int:
    """Return where something is, the end if it is not there."""
    end = len(block) if end is None else end
    found = block.find(what, start, end)
    return end if found < 0 else found


class Base64Decoder:
    """Decodes base64 that arrives in parts; raises ValueError."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, part: bytes) -> bytes:
        if b"\\" in part:
            part = json.loads(b'"%b"' % part).encode()
        part = self._rest + part.translate(_STANDARD)
        end = len(part) - len(part) % 4
        self._rest = part[end:]
        return binascii.a2b_base64(part[:end], strict_mode=True) if end else b""

    def finish(self) -> bytes:
        """Return the last bytes of base64 that lacks its padding."""
        rest, self._rest = self._rest, b""
        return binascii.a2b_base64(rest + b"=" * (-len(rest) % 4), strict_mode=True)


class InlineAnswer(Answer):
    """An answer without its long strings."""

    @classmethod
    async def _body(cls, response: aiohttp.ClientResponse, limit: int) -> bytes | None:
        strings = LongStrings()
        async for block in response.content.iter_chunked(BLOCK):
            for _ in strings.feed(block):
                pass
            if len(strings.kept) > limit:
                return None
        return bytes(strings.kept)


class InlineVideoProvider(RestProvider):
    """Base of providers whose polls may hold the video itself.

    `progress` gives the text that stands for a long string as its URL.
    """

    answers = InlineAnswer

    async def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        urls = self._urls.get(job.id) or (await self.poll(job)).urls
        if not urls or not urls[0].startswith(INLINE):
            async for block in super().download(job, start):
                yield block
            return
        async with AsyncExitStack() as stack:
            await self._renewed()
            response = await self._api.stream(self.poll_call(job), stack)
            if response.status != 200:
                self._good(await self._api.read(response), "send the video")
            async for block in self._decoded(job, response, urls[0], start):
                yield block

    async def _decoded(
        self, job: UpstreamJob, response: aiohttp.ClientResponse, name: str, start: int
    ) -> AsyncIterator[bytes]:
        """Yield the content of the long string of that name, from a byte offset on."""
        strings, decoder, skip = LongStrings(), Base64Decoder(), start
        try:
            async for block in blocks_of(response, ThroughputGuard(self._window)):
                for number, part in strings.feed(block):
                    if f"{INLINE}{number}" == name:
                        content = decoder.feed(part)
                        skip, content = max(skip - len(content), 0), content[skip:]
                        if content:
                            yield content
            last = decoder.finish()
        except ValueError as error:
            raise TransientError("The video in the service's response is not base64") from error
        if not name.removeprefix(INLINE).isdecimal() or int(name[len(INLINE) :]) >= strings.ended:
            self._urls.pop(job.id, None)  # it may be elsewhere by now
            raise TransientError("The video is not in the service's response, or not whole")
        if skip > len(last):
            raise ChangedVideoError("The service's video has become shorter")
        if last[skip:]:
            yield last[skip:]
