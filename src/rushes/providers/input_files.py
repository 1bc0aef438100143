"""The input media of a job as files, read from the request or fetched within bounds."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from rushes.catalog.media import Medium
from rushes.providers.base import RefusedError
from rushes.url_check import FetchError
from rushes.wire.data_url import is_data_url, parse_data_url
from rushes.wire.proxies import Proxies
from rushes.wire.sniff import media_type

FETCH_SECONDS = 60.0  # for all files of a job
AT_ONCE = 4  # files of one job that are fetched at once

_NOT_FETCHED = "An input {} could not be fetched"


@dataclass(frozen=True)
class InputFile:
    """One input of a request, as a file."""

    medium: Medium
    content: bytes

    @property
    def content_type(self) -> str:
        return media_type(self.content[:64]) or "application/octet-stream"


# Returns what stands in for a file, None for one to fetch; raises FetchError.
StandIn = Callable[[Medium], Awaitable[bytes | None]]


async def no_stand_in(medium: Medium) -> None:
    return None


async def read_files(
    media: Sequence[Medium],
    max_bytes: int,
    *,
    allow_private: bool,
    proxies: Proxies | None = None,
    stand_in: StandIn = no_stand_in,
) -> list[InputFile]:
    """Return media as files, of `max_bytes` together; raises RefusedError."""
    at_once, left = asyncio.Semaphore(AT_ONCE), max_bytes

    def spend(size: int) -> None:
        # One budget for all: many files must not add up to an unbounded download.
        nonlocal left
        left -= size
        if left < 0:
            raise FetchError(f"the files of a job may have {max_bytes} bytes together")

    async def fetched(url: str) -> bytes:
        # Its HTTP client is loaded with the first file that is fetched: a service starts sooner.
        from rushes.url_guard import fetch  # noqa: PLC0415

        return await fetch(
            url, limit=max_bytes, allow_private=allow_private, proxies=proxies, spend=spend
        )

    async def one(medium: Medium) -> InputFile:
        if is_data_url(medium.url):
            content = await asyncio.to_thread(lambda: parse_data_url(medium.url).content())
            return InputFile(medium, content)
        async with at_once:
            try:
                content = await stand_in(medium) or await fetched(medium.url)
            except FetchError as error:
                problem = _NOT_FETCHED.format(_noun(medium))
                raise RefusedError(f"{problem}: {medium.path}: {error}", cause="input") from error
        return InputFile(medium, content)

    try:
        async with asyncio.timeout(FETCH_SECONDS), asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(medium)) for medium in media]
    except TimeoutError:
        problem = f"the files of a job may take {FETCH_SECONDS:g} seconds together"
        raise RefusedError(f"{_NOT_FETCHED.format(_noun(media[0]))}: {problem}") from None
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from None
    return [task.result() for task in tasks]


def _noun(medium: Medium) -> str:
    return "picture" if medium.kind == "image" else f"{medium.kind} file"
