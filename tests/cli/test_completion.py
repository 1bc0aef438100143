"""What shells complete, in the shells themselves."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from rushes.cli.main import cli
from tests.cli.test_commands import LONGEST
from tests.cli.test_jobs import insert
from tests.store.rows import make_job

JOB = "gen-vid-1795927790-VXtEuM2F5LC8WTTO6gZy"
LINES = {
    "rushes mod": "rushes models",
    "rushes generate --model google/veo-3.1-f": "rushes generate --model google/veo-3.1-fast",
    "rushes jobs gen-": f"rushes jobs {JOB}",
    "rushes generate --overw": "rushes generate --overwrite",
}
BASH = """
eval "$(rushes completion bash)"
while read -r -a COMP_WORDS; do
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMPREPLY=()
  _rushes_completion rushes
  echo "${COMP_WORDS[@]:0:COMP_CWORD} ${COMPREPLY[@]}"
done
"""
FISH = """
rushes completion fish | source
while read line
  echo (string match -r '.* ' -- $line)(complete -C $line | string split -f 1 \\t)
end
"""
ZSH = """
autoload -U compinit; compinit -u -D; eval "$(rushes completion zsh)"; unset zle_bracketed_paste
show() { print -r -- "<$BUFFER>"; BUFFER= }; zle -N show; bindkey '^G' show; PS1=; print READY
"""

pytestmark = pytest.mark.timeout(LONGEST)


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """Give the environment of a shell that finds `rushes`, and a job."""
    folder = tmp_path_factory.mktemp("shell")
    (folder / "rushes").write_text(f'#!/bin/sh\nexec {sys.executable} -m rushes "$@"\n')
    (folder / "rushes").chmod(0o755)
    insert(folder / "data", make_job(JOB))
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    home = {"HOME": str(folder), "RUSHES_DATA_DIR": str(folder / "data")}
    return {**os.environ, **home, "PATH": path, "TERM": "xterm"}


@pytest.mark.parametrize(
    "shell",
    [
        pytest.param([name, *how], marks=pytest.mark.skipif(not shutil.which(name), reason=why))
        for name, how, why in (
            ("bash", ("--norc", "-c", BASH), "bash is not installed"),
            ("fish", ("--no-config", "-c", FISH), "fish is not installed"),
        )
    ],
)
def test_a_shell_completes_commands_options_models_and_jobs(environment, shell):
    done = subprocess.run(
        shell,
        input="".join(f"{line}\n" for line in LINES),
        env=environment,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=True,
    )
    assert [line.strip() for line in done.stdout.splitlines()] == list(LINES.values()), done.stderr


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
def test_zsh_completes_commands_options_models_and_jobs(environment):
    terminal, end = pty.openpty()
    zsh = ["zsh", "-f", "-i"]  # which completes on a terminal only
    with subprocess.Popen(
        zsh, stdin=end, stdout=end, stderr=end, env=environment, start_new_session=True
    ) as process:
        os.close(end)
        try:
            os.write(terminal, ZSH.replace("\n", "\r").encode())
            read_until(terminal, "\nREADY\r")
            for line, completed in LINES.items():
                os.write(terminal, f"{line}\t\a".encode())
                shown = read_until(terminal, ">\r")
                assert shown.rpartition("<")[2].partition(">")[0].rstrip() == completed
        finally:
            process.kill()
            os.close(terminal)


def read_until(terminal, text):
    """Return what is written to a terminal until a text has come."""
    seen, end = "", time.monotonic() + LONGEST
    while text not in seen:
        assert select.select([terminal], [], [], end - time.monotonic())[0], seen
        seen += os.read(terminal, 4096).decode(errors="replace")
    return seen


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script(shell):
    done = CliRunner().invoke(cli, ["completion", shell])
    assert done.exit_code == 0, done.output
    assert f"_RUSHES_COMPLETE={shell}_complete" in done.output
