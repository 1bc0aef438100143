"""Serve one fake by hand, until Ctrl-C."""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys

from tests.upstreams.registry import FAKES, fake
from tests.upstreams.serving import running


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.upstreams", description=__doc__)
    parser.add_argument("name", choices=sorted(FAKES))
    parser.add_argument("--port", type=int, default=0, help="of loopback; by default a free one")
    parser.add_argument("--render", type=float, default=2.0, help="seconds that a job takes")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with running(fake(options.name)(render=options.render), options.port) as (upstream, url):
        print(f"{upstream.name}: {url}", flush=True)  # noqa: T201 - a command line
        print(  # noqa: T201
            f"{upstream.usage or 'Any key is accepted as a bearer token.'}\n"
            "A prompt with FAIL fails; [fault:NAME] asks for a fault of tests/fakes/faults.py.",
            flush=True,
        )
        with contextlib.suppress(KeyboardInterrupt):
            signal.pause()


if __name__ == "__main__":
    main()
