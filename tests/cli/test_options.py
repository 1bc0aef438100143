"""Every command that reads settings can be given the file, and the data folder if it needs it."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from rushes.cli.main import cli
from tests.cli.in_process import invoke as rushes

# What reads no settings.
NEITHER = {"config init", "completion"}
# Of what talks to a running service, or looks at the file alone.
NO_STORE = {"models", "webhooks listen", "webhooks trigger", "webhooks test", "config check"}


def commands(command: click.Command = cli, name: str = "") -> Iterator[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command)
    for part in command.list_commands(context):
        found = command.get_command(context, part)
        assert found is not None
        yield from commands(found, f"{name} {part}".strip())


@pytest.mark.parametrize(("name", "command"), list(commands()))
def test_the_file_and_the_folder_can_be_named(name, command):
    options = {option for each in command.params for option in each.opts}
    assert ("--config" in options) == (name not in NEITHER)
    assert ("--data-dir" in options) == (name not in NEITHER | NO_STORE)


@pytest.mark.parametrize("command", [("jobs",), ("keys", "list"), ("providers",), ("models",)])
def test_the_named_file_is_read(tmp_path, command):
    config = tmp_path / "other.toml"
    config.write_text("prot = 3\n")
    code, _, err = rushes(*command, "--config", config)
    assert code == 2
    assert f"{config}, line 1: 'prot' is no setting; allowed: port" in err
    code, _, err = rushes(*command, "--config", tmp_path / "missing.toml")
    assert (code, "missing.toml (RUSHES_CONFIG) cannot be read" in err) == (2, True)
