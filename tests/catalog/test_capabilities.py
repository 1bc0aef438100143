"""Settings about providers and models are checked against what is known of them."""

from __future__ import annotations

import pytest

from rushes.catalog.model import model_timeouts
from rushes.catalog.provider_data import (
    check_resubmit_unknown,
    load_providers,
    upstream_capabilities,
)
from rushes.settings import SettingError, Settings


def test_the_upstream_is_openrouter_with_the_changes_that_are_set():
    known = load_providers()["openrouter"].capabilities
    assert upstream_capabilities(Settings()) == known
    changed = Settings(upstream_capabilities={"on_lost_response": "lookup", "cancels": True})
    expected = known.model_copy(update=changed.upstream_capabilities)
    assert upstream_capabilities(changed) == expected


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"patience": 3}, "patience: is unknown; known: on_lost_response, cancels"),
        ({"on_lost_response": "hope"}, "on_lost_response: must be 'fail', 'lookup' or"),
        ({"on_lost_response": "resubmit"}, "would pay again for each lost response; must be"),
        ({"concurrency": 0}, "concurrency: Input should be greater than 0"),
    ],
)
def test_capabilities_that_cannot_be_are_refused(values, problem):
    with pytest.raises(SettingError) as caught:
        upstream_capabilities(Settings(upstream_capabilities=values))
    assert str(caught.value).startswith("upstream_capabilities (RUSHES_UPSTREAM_CAPABILITIES): ")
    assert problem in str(caught.value)


def test_a_provider_to_resubmit_to_must_exist():
    check_resubmit_unknown(Settings(resubmit_unknown=frozenset({"openrouter"})))
    with pytest.raises(SettingError, match=r"RUSHES_RESUBMIT_UNKNOWN.*'acme' is not a provider"):
        check_resubmit_unknown(Settings(resubmit_unknown=frozenset({"acme"})))


def test_timeouts_of_models_go_by_their_ids():
    assert model_timeouts(Settings()) == {}
    assert model_timeouts(Settings(model_timeouts={"google/veo-3.1": 60})) == {"google/veo-3.1": 60}
    with pytest.raises(SettingError, match=r"RUSHES_MODEL_TIMEOUTS.*'google/veo-3'.*Did you mean"):
        model_timeouts(Settings(model_timeouts={"google/veo-3": 60}))
