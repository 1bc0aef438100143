"""Every webhook arrives at least once, signed, whatever its receiver and the service go through."""

from __future__ import annotations

from tests.webhook_storm import Trouble, TroubledReceiver, weather

COUNT = 500


def test_every_webhook_arrives_though_the_receiver_is_in_trouble_and_the_service_is_killed(
    tmp_path,
):
    with TroubledReceiver(Trouble()) as receiver:
        storm = weather(
            tmp_path,
            receiver,
            COUNT,
            kills=2,
            limit=120,
            program=("-m", "tests.hurried_service"),
        )
    assert (storm.pending, storm.failed) == (0, 0)
    assert receiver.outages == 1
    assert (receiver.unsigned, receiver.mismatched) == (0, 0)
    assert receiver.requests > COUNT, "some came again"
    assert len(receiver.accepted) == COUNT
