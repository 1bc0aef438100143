"""MP4 files made of bare boxes: whole in structure, though no player would show them."""

from __future__ import annotations

FTYP = b"isom" + (512).to_bytes(4, "big") + b"isomiso2mp41"


def box(kind: bytes, payload: bytes = b"", *, wide: bool = False) -> bytes:
    """Return one box; `wide` writes its size in 64 bits."""
    if wide:
        return (1).to_bytes(4, "big") + kind + (len(payload) + 16).to_bytes(8, "big") + payload
    return (len(payload) + 8).to_bytes(4, "big") + kind + payload


def minimal_mp4(payload: bytes) -> bytes:
    """Return a file of `ftyp`, `moov` and an `mdat` that ends with the file."""
    return box(b"ftyp", FTYP) + box(b"moov", box(b"mvhd", bytes(100))) + box(b"mdat", payload)


def video_of(job_id: str, size: int) -> bytes:
    """Return a file that is recognized as one job's: its payload repeats the job's id."""
    line = job_id.encode() + b"\n"
    return minimal_mp4((line * (size // len(line) + 1))[:size])
