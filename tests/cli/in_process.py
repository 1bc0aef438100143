"""The command line in this process, which saves the start of another."""

from __future__ import annotations

import logging
import os
from unittest import mock

from click.testing import CliRunner

from rushes.cli.main import cli


def invoke(*arguments: object, **environment: object) -> tuple[int, str, str]:
    """Run a command; return its code, stdout and stderr. What it sets does not outlive it."""
    given = {name: str(value) for name, value in environment.items()}
    loggers = [logging.getLogger(name) for name in ("", "rushes", "openrouter", "uvicorn")]
    before = [(each.handlers[:], each.level, each.propagate, each.disabled) for each in loggers]
    try:
        with mock.patch.dict(os.environ, given):
            done = CliRunner().invoke(cli, [str(each) for each in arguments])
    finally:
        for each, (handlers, level, propagates, disabled) in zip(loggers, before, strict=True):
            each.handlers[:], each.level, each.propagate = handlers, level, propagates
            each.disabled = disabled
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr
