"""Make one video per line of a file, several at once: python many_prompts.py prompts.txt videos/"""

import asyncio
import sys
from pathlib import Path

import httpx

from rushes import OpenRouter
from rushes.sdk import errors

CONCURRENCY = 4


async def main(prompts: list[str], folder: Path) -> int:
    slots = asyncio.Semaphore(CONCURRENCY)
    failures = 0
    async with OpenRouter() as client:
        videos = client.video_generation

        async def make(number: int, prompt: str) -> None:
            nonlocal failures
            job = None
            async with slots:
                try:
                    job = await videos.generate_async(
                        model="google/veo-3.1", prompt=prompt, duration=4
                    )
                    # The job is paid for from here on; resume(id) finds it again after any failure.
                    print(f"{number:03} {job.id}", flush=True)
                    video = await job.wait_async()
                    print(await video.save_async(folder / f"{number:03}.mp4"))
                except (errors.OpenRouterError, httpx.TransportError, OSError) as error:
                    # One failed prompt must not end the others.
                    failures += 1
                    print(f"{number:03} {job.id if job else prompt}: {error}", file=sys.stderr)

        async with asyncio.TaskGroup() as group:
            for number, prompt in enumerate(prompts, 1):
                group.create_task(make(number, prompt))
    return failures


folder = Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
prompts = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
sys.exit(min(asyncio.run(main(prompts, folder)), 1))
