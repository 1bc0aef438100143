"""`rushes completion`: the script that makes a shell complete commands, options and values."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

PROGRAM = "rushes"
VARIABLE = "_RUSHES_COMPLETE"  # the name that click derives from the program's
SHELLS: dict[str, type[ShellComplete]] = {
    "bash": BashComplete,
    "zsh": ZshComplete,
    "fish": FishComplete,
}


@click.command()
@click.argument("shell", type=click.Choice(list(SHELLS)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    r"""Print a completion script for a shell.

    \b
    bash: add to ~/.bashrc:  eval "$(rushes completion bash)"
    zsh:  add to ~/.zshrc, after compinit:  eval "$(rushes completion zsh)"
    fish: rushes completion fish > ~/.config/fish/completions/rushes.fish
    """
    maker = SHELLS[shell](ctx.find_root().command, {}, PROGRAM, VARIABLE)
    # Not `source`, which runs bash to ask for its version.
    click.echo(maker.source_template % maker.source_vars())
