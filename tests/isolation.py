"""Give every run the same surroundings, whatever shell, CI job or cron entry starts it."""

from __future__ import annotations

import contextlib
import locale
import os
import resource
import signal
import tempfile
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# An allowlist: a list of harmful names is never complete.
KEPT = {
    *("PATH", "LD_LIBRARY_PATH", "LD_PRELOAD", "SYSTEMROOT", "TMPDIR", "VIRTUAL_ENV"),
    *("CHAOS_KILLS", "HOME", "RUSHES_CACHE_DIR"),
}
KEPT_PREFIXES = ("COV", "DYLD_", "PIP_", "PYTEST_")
# A render that is copied would pass the stages at which tests hold it.
KNOWN = {"LC_ALL": "C.UTF-8", "TERM": "xterm", "TZ": "UTC", "RUSHES_RENDER_CACHE_BYTES": "0"}
OPEN_FILES = 4096
# Python ignores these itself and restores them in the processes that it starts. An ignored hangup
# is what `nohup` asked for.
LEFT_IGNORED = {signal.SIGPIPE, signal.SIGXFSZ, signal.SIGHUP}


def isolate(config: pytest.Config) -> None:
    """Replace what this process has inherited; processes that tests start inherit the result."""
    _restore_signals()
    os.umask(0o022)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if 0 <= soft < OPEN_FILES:
        most = OPEN_FILES if hard == resource.RLIM_INFINITY else min(hard, OPEN_FILES)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    _replace_environment(config)
    with contextlib.suppress(locale.Error):  # where there is no such locale
        locale.setlocale(locale.LC_ALL, KNOWN["LC_ALL"])
    time.tzset()


def _restore_signals() -> None:
    # Ignored and blocked signals outlive exec: shells start background jobs that ignore SIGINT.
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    for number in signal.valid_signals() - LEFT_IGNORED:
        if signal.getsignal(number) is signal.SIG_IGN:
            interrupt = number == signal.SIGINT
            signal.signal(number, signal.default_int_handler if interrupt else signal.SIG_DFL)


def _replace_environment(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # workers of pytest-xdist share the home of their parent
        home = tempfile.TemporaryDirectory(prefix="rushes-home-", ignore_cleanup_errors=True)
        config.add_cleanup(home.cleanup)
        os.environ["HOME"] = home.name
    for name in set(os.environ) - KEPT:
        if not name.startswith(KEPT_PREFIXES):
            del os.environ[name]
    for name in ("COLUMNS", "LINES"):  # readline sets them where `os.environ` does not see it
        os.unsetenv(name)
    os.environ |= KNOWN
    # Compiled kernels are kept between runs, in the folder that pytest keeps for itself.
    os.environ.setdefault("RUSHES_CACHE_DIR", str(ROOT / ".pytest_cache" / "rushes"))
