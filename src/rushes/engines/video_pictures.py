"""A process that reads a video from its input and writes a WebP of it: a poster, or a preview.

The video may be anything, so memory and time are limited. The exit status is UNUSABLE where the
video cannot be decoded.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image

from rushes.engines.decode_limits import decode_limits
from rushes.engines.decode_media import MediaError, opening_pictures
from rushes.engines.picture_process import UNUSABLE

if TYPE_CHECKING:
    from typing import BinaryIO

    from rushes.engines.images import Picture

CPU_SECONDS = 30.0  # three seconds of 4K take ten
MEMORY = 1024**3  # bytes more than the process has
SECONDS = 3.0  # from the beginning, that are looked at
FRAME_SECONDS = {"poster": 0.5, "preview": 0.125}  # between two frames that are used
SIDES = {"poster": 640, "preview": 320}  # pixels, at most
NAME = "the video"


def main() -> None:
    kind = sys.argv[1]
    os.nice(10)
    cv2.setNumThreads(1)
    with tempfile.TemporaryFile() as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
        file.seek(0)
        try:
            with decode_limits(CPU_SECONDS, MEMORY):
                made = picture_of(file, kind)
        except MediaError:
            sys.exit(UNUSABLE)
    sys.stdout.buffer.write(made)


def picture_of(file: BinaryIO, kind: str) -> bytes:
    """Return a WebP of a video; raises MediaError."""
    every, side = FRAME_SECONDS[kind], SIDES[kind]
    frames = [_small(one, side) for one in opening_pictures(file, NAME, SECONDS, every)]
    if not frames:
        raise MediaError(f"{NAME} has no frames")
    out = io.BytesIO()
    if kind == "poster":
        # Videos often fade in: the frame that shows most is the one with the most contrast.
        best = max(frames, key=lambda frame: float(np.std(np.asarray(frame.convert("L")))))
        best.save(out, "WEBP", quality=78)
    else:
        frames[0].save(
            out,
            "WEBP",
            save_all=True,
            append_images=frames[1:],
            duration=round(every * 1000),
            loop=0,
            quality=55,
            method=2,
        )
    return out.getvalue()


def _small(picture: Picture, side: int) -> Image.Image:
    image = Image.fromarray(picture)
    image.thumbnail((side, side), reducing_gap=2.0)
    return image


if __name__ == "__main__":
    main()
