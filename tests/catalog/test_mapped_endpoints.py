from __future__ import annotations

import pytest

from rushes.catalog.endpoint import ANY, Endpoint
from rushes.catalog.mapped_endpoints import mapped
from rushes.catalog.provider_data import load_providers
from rushes.settings import SettingError

VEO = "google/veo-3.1"
ROWS = load_providers()["fal"].endpoints
[TEMPLATE] = (row for row in ROWS if row.model == ANY)


def of(text: str, model: str = VEO) -> tuple[Endpoint, ...]:
    return tuple(row for row in mapped(ROWS, {model: text}) if row.model == model)


def test_a_name_takes_all_inputs_that_the_provider_can_hand_over():
    [endpoint] = of("owner/app")
    assert (endpoint.model, endpoint.upstream_model) == (VEO, "owner/app")
    assert endpoint.inputs == TEMPLATE.inputs
    assert (endpoint.params, endpoint.pricing_skus) == ({}, {})


def test_a_query_says_what_an_endpoint_takes_and_how_its_fields_are_called():
    text, image = of("owner/app/t2v?inputs=text  owner/app/i2v?first_frame=picture&seed=")
    assert (text.upstream_model, text.inputs) == ("owner/app/t2v", {"text"})
    assert image.params == {"first_frame": "picture", "seed": ""}
    assert (text.seed, image.seed, image.audio) == (True, False, "optional")
    [silent] = of("owner/app?generate_audio=")
    assert silent.audio == "always"


def test_a_mapping_replaces_the_endpoints_of_its_models_only():
    others = [row for row in ROWS if row.model not in {ANY, VEO}]
    assert list(mapped(ROWS, {VEO: "owner/app"})[1:]) == others
    assert mapped(ROWS, {}) == tuple(row for row in ROWS if row is not TEMPLATE)


@pytest.mark.parametrize(
    ("model", "text", "words"),
    [
        ("google/veo-9", "a/b", "google/veo-9"),
        (VEO, " ", "is mapped to no name"),
        (VEO, "a/b?first=x", "google/veo-3.1: 'first' is not allowed; allowed: aspect_ratio,"),
        (VEO, "a/b /?inputs=text", "is mapped to no name"),
        (VEO, "a/b?inputs=text,smell", "'smell' is not allowed; allowed: audio_references,"),
    ],
)
def test_a_wrong_mapping_is_a_wrong_setting(model, text, words):
    with pytest.raises(SettingError, match="fal_models") as error:
        mapped(ROWS, {model: text}, "fal_models")
    assert words in str(error.value)
