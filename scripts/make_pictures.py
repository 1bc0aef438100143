"""Make the README's pictures from the running product, in docs/images.

    .venv/bin/python scripts/make_pictures.py preview     an animation of what prompts become
    .venv/bin/python scripts/make_pictures.py playground  the page at / with a video

Both have Rushes make the videos. The second needs Playwright and Debian's Chromium.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import av
from PIL import Image, ImageDraw, ImageFont

from rushes.server import background_service
from rushes.settings import Settings

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
RUSHES = Path(sys.executable).with_name("rushes")
SEED = 7
PROMPTS = (
    "A serene mountain landscape at sunset",
    "Rain on a neon city street at night",
    "A stormy ocean at dawn",
    "Abstract gold and teal silk",
)
PREVIEW = IMAGES / "preview.webp"
WIDTH, HEIGHT, STRIP = 480, 270, 30
RATE, SECONDS = 10, 2  # of the preview; the videos are longer
QUALITY = 25
PAPER, INK, DIM = "#11161a", "#e6ebee", "#7d8b93"
PLAYGROUND = IMAGES / "playground.webp"
WINDOW = (1280, 700)
QUALITY_OF_PAGE = 80
SHOW_SECOND = """(video, second) => new Promise(resolve => {
  const seek = () => { video.onseeked = resolve; video.currentTime = second; };
  if (video.readyState) seek(); else video.onloadedmetadata = seek;
})"""
LONGEST = 300  # seconds that a render may take


def make_preview() -> Path:
    """Make an animation that shows each prompt with its video."""
    with tempfile.TemporaryDirectory() as folder:
        frames = [
            frame for prompt in PROMPTS for frame in _clip(prompt, _video(prompt, Path(folder)))
        ]
    options = {"duration": round(1000 / RATE), "loop": 0, "quality": QUALITY, "method": 6}
    frames[0].save(PREVIEW, save_all=True, append_images=frames[1:], **options)
    return PREVIEW


def _video(prompt: str, folder: Path) -> Path:
    target = folder / f"{PROMPTS.index(prompt)}.mp4"
    options = ["--seed", str(SEED), "--duration", "4", "--no-audio", "--resolution", "360p"]
    options += ["--data-dir", f"{folder}/data"]
    local = {name: value for name, value in os.environ.items() if not name.startswith("OPENROUTER")}
    command = [str(RUSHES), "generate", prompt, *options, "--output", str(target)]
    subprocess.run(command, env=local, check=True)
    return target


def _clip(prompt: str, video: Path) -> Iterator[Image.Image]:
    """Yield frames of a video, above the command that made it."""
    font = ImageFont.load_default(14)
    with av.open(video) as container:
        stream = container.streams.video[0]
        step = round(float(stream.average_rate or 24) / RATE)
        for index, frame in enumerate(container.decode(stream)):
            if index >= SECONDS * RATE * step:
                return
            if index % step:
                continue
            picture = Image.new("RGB", (WIDTH, HEIGHT + STRIP), PAPER)
            picture.paste(frame.to_image().resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS))
            pen, middle = ImageDraw.Draw(picture), HEIGHT + STRIP // 2
            pen.text((10, middle), "$", DIM, font, anchor="lm")
            pen.text((24, middle), f'rushes generate "{prompt}"', INK, font, anchor="lm")
            yield picture


def make_playground() -> Path:
    """Make a video on the page at / of a service, and take a picture of the page that shows it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - for this picture alone

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        taken = Path(folder, "page.png")
        with background_service(Settings(data_dir=Path(folder, "data"), port=0)) as url:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--mute-audio"]
            )
            page = browser.new_page(viewport={"width": WINDOW[0], "height": WINDOW[1]})
            page.set_default_timeout(LONGEST * 1000)
            page.goto(url)
            page.get_by_label("Prompt").fill(PROMPTS[0])
            page.get_by_role("button", name="Generate", exact=True).click()
            page.locator("video").evaluate(SHOW_SECOND, SECONDS)
            page.screenshot(path=taken)
            browser.close()
        Image.open(taken).convert("RGB").save(PLAYGROUND, quality=QUALITY_OF_PAGE, method=6)
    return PLAYGROUND


PICTURES = {"preview": make_preview, "playground": make_playground}


def main() -> int:
    """Make the pictures that are named, or all of them."""
    for name in sys.argv[1:] or PICTURES:
        path = PICTURES[name]()
        print(f"{path.name}: {path.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
