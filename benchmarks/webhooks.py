"""Ten thousand webhooks at a receiver that fails, stalls, and dies, from a service that is killed.

    python benchmarks/webhooks.py [--count 10000] [--kills 5] [--no-trouble]

The pauses between attempts are cut to 50 ms and calls to 1 s, so that what takes hours takes
minutes. It fails unless each webhook arrives and every one that is sent is signed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.webhook_storm import Trouble, TroubledReceiver, weather  # noqa: E402 - needs the path

LIMIT = 1800.0  # seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--no-trouble", action="store_true")
    options = parser.parse_args()
    os.environ["PYTHONPATH"] = f"{ROOT}:{ROOT}/src"
    trouble = Trouble(0, 0, 0, 0, 0) if options.no_trouble else Trouble()
    with tempfile.TemporaryDirectory() as folder, TroubledReceiver(trouble) as receiver:
        storm = weather(
            Path(folder),
            receiver,
            options.count,
            kills=options.kills,
            limit=LIMIT,
            program=("-m", "tests.hurried_service"),
        )
    again = sum(receiver.accepted.values()) - len(receiver.accepted)
    print(f"{len(receiver.accepted)} of {options.count} webhooks arrived in {storm.seconds:.0f} s")
    print(f"{receiver.requests} requests, {again} of them accepted a second time, same id")
    print(f"{storm.kills} kills of the service, {receiver.outages} outages of the receiver")
    print(f"{receiver.unsigned} unsigned, {storm.pending} pending, {storm.failed} given up")
    print(
        f"{storm.cpu:.1f} s CPU of the service, {storm.cpu / receiver.requests * 1e3:.2f} ms each"
    )
    if receiver.unsigned or storm.pending or storm.failed:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
