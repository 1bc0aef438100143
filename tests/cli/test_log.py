"""Which secrets the log of a command does not show."""

from __future__ import annotations

import io
import logging
import sys

import pytest

from rushes import logs
from rushes.cli.log import hide_secrets, logged
from rushes.settings import Settings

NAMED, OF_FILE, TOKEN, FIRST, LATER = (f"planted-{n}-0123456789" for n in range(5))


@pytest.fixture
def written(monkeypatch, tmp_path):
    """Begin the log of a process with some settings; give what reads it."""
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    for module, name in ((sys, "excepthook"), (logging, "_srcfile")):
        monkeypatch.setattr(module, name, getattr(module, name))
    monkeypatch.setattr(sys, "stderr", stream := io.StringIO())
    monkeypatch.setattr(logs, "configure", lambda *given: _handler(root, *given))
    path = tmp_path / "secret"
    path.write_text(f"{OF_FILE}\n")
    monkeypatch.setenv("SOME_API_KEY_FILE", str(path))
    settings = Settings(
        provider={"openrouter": {"api_keys": {"main": NAMED}}},
        metrics_token=TOKEN,
        api_keys=[FIRST],
    )
    with logged(settings):
        yield stream.getvalue


def _handler(root, form, level, stream, secrets):
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonFormatter(secrets))
    root.addHandler(handler)
    return handler


def test_secrets_of_every_setting_and_of_files_are_replaced(written):
    logging.getLogger("rushes").error("refused: %s %s %s %s", NAMED, OF_FILE, TOKEN, FIRST)
    assert written().count(logs.REDACTED) == 4
    assert "planted" not in written()


def test_secrets_of_a_reload_are_replaced_beside_those_of_before(written):
    hide_secrets(Settings(provider={"fal": {"api_key": LATER}}))
    logging.getLogger("rushes").error("refused: %s %s", FIRST, LATER)
    assert written().count(logs.REDACTED) == 2
    assert "planted" not in written()
