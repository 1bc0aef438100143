"""The service's side of the process that makes a picture of a video."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import AsyncIterator

from rushes.engines.worker_process import worker_environment

UNUSABLE = 3  # exit status
TIMEOUT = 120.0  # seconds, on a busy machine; the process limits its own time of the processor
LARGEST = 8 * 1024**2  # bytes of a picture
# What a video can do to its decoder: use up its time, or crash it.
_BY_THE_VIDEO = {UNUSABLE} | {
    -number
    for number in (
        *(signal.SIGPROF, signal.SIGSEGV, signal.SIGABRT),
        *(signal.SIGBUS, signal.SIGILL, signal.SIGFPE),
    )
}


async def make_picture(kind: str, video: AsyncIterator[bytes]) -> bytes | None:
    """Return the WebP of a video, None if it cannot be decoded; `kind` is poster or preview.

    Raises OSError when the process could not do its work; what the stream raises propagates.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "rushes.engines.video_pictures",
        kind,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=worker_environment(),
    )
    try:
        async with asyncio.timeout(TIMEOUT):
            made = await _exchange(process, video)
            status = await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if status in _BY_THE_VIDEO:
        return None
    if status or not 0 < len(made) <= LARGEST:
        raise OSError(f"the process for pictures ended with status {status}")
    return made


async def _exchange(process: asyncio.subprocess.Process, video: AsyncIterator[bytes]) -> bytes:
    stdin, stdout = process.stdin, process.stdout
    assert stdin is not None  # noqa: S101 - both are pipes
    assert stdout is not None  # noqa: S101
    # A process that has ended shows by its status, not by a failed write.
    with contextlib.suppress(ConnectionError):
        async for block in video:
            stdin.write(block)
            await stdin.drain()
    stdin.close()
    made = bytearray()
    while len(made) <= LARGEST and (block := await stdout.read(65536)):
        made += block
    if len(made) > LARGEST:
        process.kill()
    return bytes(made)
