from __future__ import annotations

from rushes.engines.report import title_of


def test_a_title_is_the_whole_prompt_on_one_line() -> None:
    assert title_of("a sea\x00at night\n\tin\x1b fog") == "a sea at night in fog"
    assert len(title_of("x" * 300)) == 200
