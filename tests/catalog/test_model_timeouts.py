"""Settings about models are checked against what is known of them."""

from __future__ import annotations

import pytest

from rushes.catalog.model import emulation_seconds, model_timeouts
from rushes.settings import SettingError, Settings


def test_timeouts_of_models_go_by_their_ids():
    assert model_timeouts(Settings()) == {}
    assert model_timeouts(Settings(model_timeouts={"google/veo-3.1": 60})) == {"google/veo-3.1": 60}
    with pytest.raises(SettingError, match=r"RUSHES_MODEL_TIMEOUTS.*'google/veo-3'.*Did you mean"):
        model_timeouts(Settings(model_timeouts={"google/veo-3": 60}))


def test_times_of_emulated_models_are_checked_as_well():
    given = Settings(emulation_seconds={"google/veo-3.1": 60})
    assert emulation_seconds(given) == {"google/veo-3.1": 60}
    with pytest.raises(SettingError, match=r"RUSHES_EMULATION_SECONDS.*'google/veo-3'"):
        emulation_seconds(Settings(emulation_seconds={"google/veo-3": 60}))
