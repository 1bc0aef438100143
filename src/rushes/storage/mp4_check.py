"""The structure of an MP4 or MOV file, checked while its bytes go by.

Such a file is a row of boxes, each a size, four characters and a payload. What was cut off shows
as a box that is not full or not there. Only where a whole number of boxes is missing at the end,
and none of them is needed, does it not show: that is for the length that HTTP announces to tell.
"""

from __future__ import annotations

_TO_THE_END = -1


class BrokenVideoError(Exception):
    """Tell that what was sent is no whole video; fetching it again may help."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The provider's video is cut short or no MP4: {reason}")


class Mp4Walker:
    """Walk over the boxes of one file, fed in blocks of any size.

    A whole file begins with `ftyp`, has one `moov` and at least one `mdat`, an `mdat` after its
    last `moof`, and ends where its last box ends. An `mdat` may reach to the end of the file.
    """

    def __init__(self) -> None:
        self._offset = 0  # of the box
        self._header = b""
        self._left = 0  # bytes of the box's payload still to come
        self._seen: dict[str, int] = {}  # times that a kind of box came
        self._kind = ""
        self._fragment_open = False

    def feed(self, block: bytes) -> None:
        """Take the next bytes; raise BrokenVideoError as soon as they cannot be a video's."""
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
        """Judge the whole; raise BrokenVideoError unless the bytes fed are a whole file."""
        if not self._offset and not self._header:
            raise BrokenVideoError("it is empty")
        if self._header:
            raise BrokenVideoError(f"it ends within the head of a box at byte {self._offset}")
        if self._left > 0:
            raise BrokenVideoError(f"{self._left} bytes of its box {self._kind!r} are missing")
        for kind in ("moov", "mdat"):
            if kind not in self._seen:
                raise BrokenVideoError(f"it has no box {kind!r}")
        if self._fragment_open:
            raise BrokenVideoError("its last fragment has no box 'mdat'")

    @property
    def _wanted(self) -> int:
        """The length of the header at hand, as far as is known: a size of 1 says that 8 follow."""
        return 16 if self._header[:4] == b"\0\0\0\1" else 8

    def _open_box(self) -> None:
        size = int.from_bytes(self._header[8:] or self._header[:4], "big")
        kind, length = self._header[4:8].decode("latin-1"), len(self._header)
        if not self._seen and kind != "ftyp":
            raise BrokenVideoError(f"it begins with {kind!r}, not with 'ftyp'")
        if size == 0 and kind == "mdat":
            self._left = _TO_THE_END
        elif size < length:
            raise BrokenVideoError(f"its box {kind!r} at byte {self._offset} has the size {size}")
        else:
            self._left = size - length
        if kind in self._seen and kind in {"ftyp", "moov"}:
            raise BrokenVideoError(f"it has more than one box {kind!r}")
        if kind in {"moof", "mdat"}:
            self._fragment_open = kind == "moof"
        self._seen[kind] = self._seen.get(kind, 0) + 1
        self._kind, self._header, self._offset = kind, b"", self._offset + max(size, length)
