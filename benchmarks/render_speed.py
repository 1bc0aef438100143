"""Time whole renders of scenes and of given pictures and videos, beside the encoder alone.

    python benchmarks/render_speed.py                 every scene, 8 s of 720p at 24 frames a second
    python benchmarks/render_speed.py ocean silk      only these
    python benchmarks/render_speed.py --first-use     also with an empty kernel cache

Each measurement runs in a process of its own. CPU seconds are those of all its threads; they hardly
depend on what else the machine does, which wall time does. The best of `--rounds` counts. The
encoder's row writes the frames of the scene again after they have been rendered: no render can be
faster.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rushes.engines import encode

PROMPTS = {
    "mountain": "a mountain lake at sunset",
    "mountain rain": "a mountain valley in the rain at dusk",
    "ocean": "ocean waves at sunset",
    "ocean storm": "a stormy ocean",
    "city day": "a city street on a sunny day",
    "city rain": "a city street at night in the rain with neon",
    "silk": "abstract silk",
    "ink": "abstract ink in water",
    "nebula": "an abstract nebula",
    "ribbons": "abstract ribbons of light",
    "first frame": "a slow pan",
    "edit": "make it snow, at night",
    "watercolor": "as a watercolor painting",
}
OF_EACH_KIND = ("city rain", "mountain", "ocean", "silk")
EDITS = frozenset({"edit", "watercolor"})
GIVEN = "ink"  # the scene of which edited videos and first frames are
FPS = 24
SEED = 7
Figures = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("scenes", nargs="*", choices=[[], *PROMPTS], help="default: all")
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--first-use", action="store_true", help="also time an empty cache")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure, options)))
        return
    print(f"{options.seconds:g} s of {options.size}, {options.threads} threads, load", end=" ")
    print(f"{os.getloadavg()[0]:.1f}; wall and CPU seconds")
    titles = f"{'scene':<15}{'wall':>7}{'CPU':>7}{'encoder':>9}{'CPU':>7}{'MB':>7}"
    print(titles + ("   first use adds" if options.first_use else ""))
    for scene in options.scenes or PROMPTS:
        _run(scene, seconds=0.1)  # compiles what is not in the cache
        rounds = [_run(scene) for _ in range(options.rounds)]
        best = {name: min(figures[name] for figures in rounds) for name in rounds[0]}
        row = f"{scene:<15}{best['wall']:>7.1f}{best['cpu']:>7.1f}{best['encoder']:>9.1f}"
        row += f"{best['encoder_cpu']:>7.1f}{best['bytes'] / 1e6:>7.2f}"
        if options.first_use:
            with tempfile.TemporaryDirectory(prefix="rushes-kernels-") as empty:
                cold = _run(scene, empty, seconds=0.1)
            row += f"{cold['warm_up'] - best['warm_up']:>9.1f}"
            row += f"{cold['warm_up_cpu'] - best['warm_up_cpu']:>7.1f}"
        print(row, flush=True)


def _run(scene: str, cache: str | None = None, seconds: float | None = None) -> Figures:
    environment = dict(os.environ) if cache is None else {**os.environ, "RUSHES_CACHE_DIR": cache}
    command = [sys.executable, __file__, *sys.argv[1:], "--measure", scene]
    if seconds is not None:
        command += ["--seconds", str(seconds)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{scene}: {done.stderr}")
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def measure(scene: str, options: argparse.Namespace) -> Figures:
    """Return the figures of one render in this process, kernels loaded or compiled before it."""
    from rushes.engines import encode, render

    width, height = (int(side) for side in options.size.split("x"))

    def plain(scene: str, seconds: float) -> render.RenderRequest:
        return render.RenderRequest(PROMPTS[scene], width, height, seconds, SEED, True, fps=FPS)

    planes: list[encode.Planes] = []
    write = encode.VideoWriter.video

    def keep(writer: encode.VideoWriter, frame: encode.Planes, at: float | None = None) -> None:
        # Two seconds in a ring: eight of 4K would not fit into memory.
        if len(planes) < 2 * FPS:
            planes.append(frame)
        write(writer, frame, at)

    with tempfile.TemporaryDirectory(prefix="rushes-benchmark-") as folder:
        target = Path(folder) / "video.mp4"
        given = None
        if scene in EDITS or scene == "first frame":
            seconds = options.seconds if scene in EDITS else 1 / FPS
            render.render(plain(GIVEN, seconds), target, _ignore, options.threads, _never)
            given = target.read_bytes()

        def request(seconds: float) -> render.RenderRequest:
            made = plain(scene, seconds)
            if given is None:
                return made
            if scene in EDITS:
                return replace(made, task="edit", source=given, at_most=seconds)
            return replace(made, first_frame=_first_frame(given))

        def timed(seconds: float) -> tuple[float, float]:
            wall, cpu = time.perf_counter(), time.process_time()
            render.render(request(seconds), target, _ignore, options.threads, _never)
            return time.perf_counter() - wall, time.process_time() - cpu

        warm_up, warm_up_cpu = timed(1 / FPS)
        total, total_cpu = timed(options.seconds)
        size = target.stat().st_size
        encode.VideoWriter.video = keep  # type: ignore[method-assign] # restored below
        timed(min(options.seconds, 2.0))
        encode.VideoWriter.video = write  # type: ignore[method-assign]
        wall, cpu = time.perf_counter(), time.process_time()
        encode_alone(target, (width, height), planes, request(options.seconds).frames)
        encoder, encoder_cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {
        "wall": total,
        "cpu": total_cpu,
        "encoder": encoder,
        "encoder_cpu": encoder_cpu,
        "bytes": float(size),
        "warm_up": warm_up,
        "warm_up_cpu": warm_up_cpu,
    }


def encode_alone(
    target: Path, size: tuple[int, int], planes: list[encode.Planes], frames: int
) -> None:
    """Write a video of so many frames that have been rendered."""
    from rushes.engines.encode import VideoWriter

    width, height = size
    with VideoWriter(target, width=width, height=height, fps=FPS, sound=None) as writer:
        for index in range(frames):
            writer.video(to_and_fro(planes, index))


def render_scene(scene: str, threads: int, seconds: float) -> None:
    """Render 720p with sound, and delete it."""
    from rushes.engines import render

    request = render.RenderRequest(PROMPTS[scene], 1280, 720, seconds, SEED, True, fps=FPS)
    with tempfile.TemporaryDirectory(prefix="rushes-benchmark-") as folder:
        render.render(request, Path(folder) / "video.mp4", _ignore, threads, _never)


def to_and_fro(planes: list[encode.Planes], index: int) -> encode.Planes:
    """Return a frame so that no cut between two needs more bits than the video."""
    place = index % (2 * len(planes))
    return planes[min(place, 2 * len(planes) - 1 - place)]


def _first_frame(video: bytes) -> bytes:
    import av

    out = io.BytesIO()
    with av.open(io.BytesIO(video)) as container:
        next(container.decode(video=0)).to_image().save(out, "PNG")
    return out.getvalue()


def _ignore(_: float) -> None:
    return


def _never() -> bool:
    return False


if __name__ == "__main__":
    main()
