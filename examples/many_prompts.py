"""One video per line of a file, a few at a time: python many_prompts.py prompts.txt videos/"""

import asyncio
import sys
from pathlib import Path

from openrouter import OpenRouter, errors

AT_ONCE = 4


async def main(prompts: list[str], folder: Path) -> None:
    free = asyncio.Semaphore(AT_ONCE)
    async with OpenRouter() as client:
        videos = client.video_generation

        async def make(number: int, prompt: str) -> None:
            async with free:
                try:
                    video = await videos.generate_and_wait_async(
                        model="google/veo-3.1", prompt=prompt, duration=4
                    )
                    print(await video.save_async(folder / f"{number:03}.mp4"))
                except (errors.GenerationError, errors.BadRequestResponseError) as error:
                    # One prompt that is refused should not end the others.
                    print(f"{prompt}: {error}", file=sys.stderr)

        async with asyncio.TaskGroup() as group:
            for number, prompt in enumerate(prompts, 1):
                group.create_task(make(number, prompt))


folder = Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
asyncio.run(main(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines(), folder))
