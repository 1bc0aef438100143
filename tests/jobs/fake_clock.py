"""Time that a test moves by hand."""

from __future__ import annotations

import time

from rushes.jobs import clock
from rushes.jobs.clock import ClockOffsets


class FakeClock:
    """Set the clock of this process, and advance its time."""

    def __init__(self, monkeypatch):
        self._ahead = self._passed = 0.0
        now, running = time.time, clock.boot_time
        monkeypatch.setattr(time, "time", lambda: now() + self._ahead + self._passed)
        monkeypatch.setattr(clock, "boot_time", lambda: running() + self._passed)
        self._monkeypatch = monkeypatch
        self.restart_process()

    def set_forward(self, seconds):
        self._ahead += seconds

    def advance(self, seconds):
        self._passed += seconds

    def restart_process(self):
        """Forget what the clock has shown, as a new process has not seen it."""
        self._monkeypatch.setattr(clock, "_seen", ClockOffsets())
