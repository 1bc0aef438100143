"""`rushes doctor`: is everything set up, does it work, and what is to be done if not."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from rushes.cli.doctor_checks import (
    CHECKS,
    NEED_NO_SETTINGS,
    Checkup,
    Finding,
    Findings,
    check_configuration,
)
from rushes.cli.errors import FAILED, CliError, explained
from rushes.cli.live_check import check_account, spend_on
from rushes.cli.options import store_options
from rushes.configuration.check import KnownSettings
from rushes.configuration.problem import EXPECTED, problem_text
from rushes.providers.accounts import accounts_of
from rushes.settings import Settings, settings_for

LONGEST = {"renderer": 60.0, "providers": 60.0}  # seconds
LONGEST_OTHERS = 15.0
STYLES = {"ok": "", "warn": "bold", "fail": "bold red"}  # yellow cannot be read on white
INDENT = 18  # columns before the text


@click.command()
@click.option(
    "--live",
    metavar="[PROVIDER]",
    is_flag=False,
    flag_value="all",
    help="Also ask a provider, or all that are configured, whether it takes the key; free.",
)
@click.option("--spend", is_flag=True, help="With --live: also make and pay its cheapest video.")
@store_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
def doctor(live: str | None, spend: bool, data_dir: Path | None, as_json: bool) -> None:
    """Check the configuration and whether all parts work; each line is ok, or says what to do.

    The exit code is 1 if something fails, and 0 with warnings alone. Nothing is paid without
    --spend.
    """
    if spend and live in {None, "all"}:
        raise click.UsageError("--spend needs --live PROVIDER.")
    if spend and as_json:
        raise click.UsageError("--spend prints no JSON.")
    if live not in {None, "all"} and not as_json:
        _ask(str(live), data_dir, spend=spend)
        return
    found = []
    for finding in _findings(data_dir, live):
        found.append(finding)
        if not as_json:
            _print(finding)
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in found], indent=1))
    failed = any(finding.level == "fail" for finding in found)
    _leave(FAILED if failed else 0)


def _leave(code: int) -> None:
    """End the process; a check that hangs in its thread must not keep it."""
    hanging = [thread for thread in threading.enumerate() if thread.name.startswith("check ")]
    if hanging:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    raise click.exceptions.Exit(code)


def _findings(data_dir: Path | None, live: str | None) -> Iterator[Finding]:
    """Run all checks at once; yield what they find in their order."""
    running = [_Running("settings", partial(check_configuration, data_dir))]
    checks, options = CHECKS, {} if data_dir is None else {"data_dir": data_dir}
    settings: Settings
    try:
        settings = KnownSettings(**options)  # type: ignore[arg-type]  # it is no option of pydantic
    except EXPECTED:
        settings = Settings.model_construct()
        checks = {name: CHECKS[name] for name in NEED_NO_SETTINGS}
    checkup = Checkup(settings, live)
    running += [_Running(name, partial(check, checkup)) for name, check in checks.items()]
    for each in running:
        yield from each.findings()
    if left := [name for name in CHECKS if name not in checks]:
        yield Finding("others", "warn", f"not checked: {', '.join(left)}; correct the settings")


class _Running:
    """A check in a thread of its own, whose errors and slowness are findings too."""

    def __init__(self, name: str, check: Callable[[], Findings]) -> None:
        self._name = name
        self._look = check
        self._found: list[Finding] = []
        self._limit = LONGEST.get(name, LONGEST_OTHERS)
        self._began = time.monotonic()
        self._thread = threading.Thread(target=self._run, name=f"check {name}", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            for level, text in self._look():
                self._found.append(Finding(self._name, level, text))
        except EXPECTED as error:
            self._found.append(Finding(self._name, "fail", problem_text(error)))
        except Exception as error:  # noqa: BLE001 - the other checks go on
            text = f"internal error: {type(error).__name__}: {str(error)[:200]}"
            self._found.append(Finding(self._name, "fail", text))

    def findings(self) -> list[Finding]:
        self._thread.join(max(0.0, self._began + self._limit - time.monotonic()))
        if self._thread.is_alive():
            text = f"did not end within {self._limit:.0f} s; what it depends on does not answer"
            return [*self._found, Finding(self._name, "fail", text)]
        return self._found


def _print(finding: Finding) -> None:
    console = Console(highlight=False)
    head = f"{finding.check:12}"
    if not console.is_terminal:
        click.echo(f"{finding.level:5} {head}{finding.text}")
        return
    width = max(console.width - INDENT, 30)
    lines = textwrap.wrap(finding.text, width, break_on_hyphens=False) or [""]
    console.print(Text(f"{finding.level:5}", STYLES[finding.level]), end="")
    click.echo(f" {head}{lines[0]}")
    for line in lines[1:]:
        click.echo(f"{'':{INDENT}}{line}")


def _ask(live: str, data_dir: Path | None, *, spend: bool) -> None:
    """Ask one provider whether it takes its keys; make and pay a video if that is wanted."""
    with explained():
        chosen = settings_for(data_dir).model_copy(update={"providers": (live,)})
        accounts = accounts_of(chosen)
        checked = [asyncio.run(check_account(account)) for account in accounts]
        if problems := [problem for problem in checked if problem is not None]:
            raise CliError("\n".join(problems), FAILED)
        if spend:
            spend_on(accounts[0], chosen)
