"""The structure of an MP4 or MOV file, checked while it is downloaded.

Such a file is a sequence of boxes (ISO/IEC 14496-12): a size, four characters and a payload. In a
truncated file a box is incomplete or missing. Truncation exactly between boxes, with only optional
ones missing, is not detected here, but by HTTP's Content-Length.
"""

from __future__ import annotations

_TO_THE_END = -1


class BrokenVideoError(Exception):
    """The provider did not send a complete video; downloading it again may help."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The provider's video is truncated or not an MP4: {reason}")


class Mp4Walker:
    """Walks over the boxes of one file, fed in blocks of any size.

    A complete file begins with `ftyp`, has one `moov` and at least one `mdat`, an `mdat` after its
    last `moof`, and ends where its last box ends. An `mdat` may reach to the end of the file.
    """

    def __init__(self) -> None:
        self._offset = 0  # of the box
        self._header = b""
        self._left = 0  # bytes of the box's payload still to come
        self._seen = set[str]()
        self._kind = ""
        self._fragment_open = False

    def feed(self, block: bytes) -> None:
        """Take the next bytes; raises BrokenVideoError as soon as they cannot be a video."""
        at = 0
        while at < len(block) and self._left != _TO_THE_END:
            if self._left:
                step = min(self._left, len(block) - at)
                self._left -= step
            else:
                step = min(self._wanted - len(self._header), len(block) - at)
                self._header += block[at : at + step]
                if len(self._header) == self._wanted:
                    self._open_box()
            at += step

    def finish(self) -> None:
        """Raise BrokenVideoError unless the bytes were a complete file."""
        if not self._offset and not self._header:
            raise BrokenVideoError("it is empty")
        if self._header:
            raise BrokenVideoError(f"it ends within the header of a box at byte {self._offset}")
        if self._left > 0:
            raise BrokenVideoError(f"{self._left} bytes of its box {self._kind!r} are missing")
        for kind in ("moov", "mdat"):
            if kind not in self._seen:
                raise BrokenVideoError(f"it has no {kind!r} box")
        if self._fragment_open:
            raise BrokenVideoError("its last fragment has no 'mdat' box")

    @property
    def _wanted(self) -> int:
        # A 32-bit size of 1 means that a 64-bit size follows the kind.
        return 16 if self._header[:4] == b"\0\0\0\1" else 8

    def _open_box(self) -> None:
        size = int.from_bytes(self._header[8:] or self._header[:4], "big")
        kind, length = self._header[4:8].decode("latin-1"), len(self._header)
        if not self._seen and kind != "ftyp":
            raise BrokenVideoError(f"it begins with {kind!r}, not with 'ftyp'")
        if size == 0 and kind == "mdat":  # to the end of the file
            self._left = _TO_THE_END
        elif size < length:
            raise BrokenVideoError(f"its box {kind!r} at byte {self._offset} has the size {size}")
        else:
            self._left = size - length
        if kind in self._seen and kind in {"ftyp", "moov"}:
            raise BrokenVideoError(f"it has more than one {kind!r} box")
        if kind in {"moof", "mdat"}:
            self._fragment_open = kind == "moof"
        self._seen.add(kind)
        self._kind, self._header, self._offset = kind, b"", self._offset + max(size, length)
