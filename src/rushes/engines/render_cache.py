"""Finished renders by what they were made from, so that an identical request is a copy.

A video lies beside a note, which has its report and checksum. Any file may vanish or be damaged at
any time, and several processes and hosts may share the folder: whatever is wrong with an entry, the
video is rendered.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import sys
import time
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

from rushes.engines.request import (
    RenderReport,
    RenderRequest,
    decisive,
    file_hashes,
    without_files,
)

VIDEO, NOTE, UNFINISHED = ".mp4", ".json", ".part"
ABANDONED_AFTER = 3600.0  # seconds without a change of an unfinished file
_LIBRARIES = ("av", "llvmlite", "numpy", "opencv-python-headless", "pillow")


class RenderCache:
    """Keeps up to `most_bytes` in a folder, notes too; videos used longest ago are deleted."""

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self._folder = folder
        self._most_bytes = most_bytes

    def copy(self, request: RenderRequest, target: Path) -> RenderReport | None:
        """Put the video of an identical request at `target`; return None if there is none."""
        if not self._most_bytes:
            return None
        video, note = self._paths(request)
        part = target.with_name(target.name + UNFINISHED)
        try:
            report = RenderReport(**json.loads(note.read_bytes()))
            _link(video, part)
            with part.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != report.sha256:
                    raise ValueError("the video is damaged")
            part.replace(target)
        except FileNotFoundError:
            return None
        except OSError:
            _delete(part)
            return None
        except (ValueError, TypeError):
            _delete(part, note, video)
            return None
        with contextlib.suppress(OSError):
            os.utime(note)
        return report

    def keep(self, request: RenderRequest, target: Path, report: RenderReport) -> None:
        """Keep a video, if there is room; what goes wrong only means that it is not kept."""
        said = json.dumps(asdict(report)).encode()
        room = self._most_bytes - report.size - len(said)
        if room < 0:
            return
        video, note = self._paths(request)
        # Named after the process as well: several may keep the same video at once.
        parts = [path.with_name(f"{path.name}.{os.getpid()}{UNFINISHED}") for path in (video, note)]
        try:
            # Callers' videos are nobody else's to read.
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._delete_oldest(room)
            _link(target, parts[0])
            parts[1].write_bytes(said)
            # The video first: what has a note is complete.
            for part, path in zip(parts, (video, note), strict=True):
                part.replace(path)
            self._delete_oldest(self._most_bytes)  # other processes may have added some too
        except OSError:
            _delete(*parts)

    def _paths(self, request: RenderRequest) -> tuple[Path, Path]:
        key = request_key(request)
        return self._folder / f"{key}{VIDEO}", self._folder / f"{key}{NOTE}"

    def _delete_oldest(self, most_bytes: int) -> None:
        """Delete videos until the folder has `most_bytes` at most, of all that is in it."""
        kept: list[tuple[float, int, Path]] = []
        size = 0
        for path in self._folder.iterdir():
            with contextlib.suppress(FileNotFoundError):
                if _is_left_over(path):
                    _delete(path)
                    continue
                found = path.stat()
                size += found.st_size
                if path.suffix == VIDEO:
                    note = path.with_suffix(NOTE)
                    noted = note.stat() if note.exists() else None
                    used = (noted or found).st_mtime
                    kept.append((used, found.st_size + (noted.st_size if noted else 0), path))
        for _, bytes_, path in sorted(kept):
            if size <= most_bytes:
                return
            _delete(path.with_suffix(NOTE), path)
            size -= bytes_


def _is_left_over(path: Path) -> bool:
    """Return whether a file belongs to no video that is complete or being added."""
    if path.suffix == UNFINISHED:
        return time.time() - path.stat().st_mtime > ABANDONED_AFTER
    return path.suffix == NOTE and not path.with_suffix(VIDEO).exists()


def request_key(request: RenderRequest) -> str:
    """Return a hash of all that decides a video's bytes: the engine and the request."""
    fields = [asdict(without_files(decisive(request))), file_hashes(request)]
    return hashlib.sha256(_engine() + json.dumps(fields, sort_keys=True).encode()).hexdigest()


@cache
def _engine() -> bytes:
    """Return a hash of the engine's sources and of the libraries that it uses."""
    digest = hashlib.sha256(f"{sys.version} {[version(name) for name in _LIBRARIES]}".encode())
    folder = Path(__file__).parent
    for source in sorted([*folder.rglob("*.py"), *folder.rglob("*.ll")]):
        digest.update(str(source.relative_to(folder)).encode() + b"\0" + source.read_bytes())
    return digest.digest()


def _link(source: Path, target: Path) -> None:
    """Make a file appear under a second name, as a copy where the file system cannot link."""
    target.unlink(missing_ok=True)
    try:
        target.hardlink_to(source)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copyfile(source, target)


def _delete(*paths: Path) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
