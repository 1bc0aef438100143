from __future__ import annotations

import pytest

from rushes.catalog.endpoint import Endpoint
from rushes.catalog.mapped_endpoints import endpoints_of
from rushes.catalog.provider_data import load_providers
from rushes.settings import SettingError

VEO = "google/veo-3.1"
FAL = load_providers()["fal"]


def mapped(text: str, model: str = VEO) -> tuple[Endpoint, ...]:
    return tuple(row for row in endpoints_of(FAL, {model: text}) if row.model == model)


def test_a_name_takes_all_inputs_that_the_provider_can_hand_over():
    [endpoint] = mapped("owner/app")
    assert (endpoint.model, endpoint.upstream_model) == (VEO, "owner/app")
    assert endpoint.inputs == FAL.mapped_inputs
    assert (endpoint.params, endpoint.pricing_skus) == ({}, {})


def test_a_query_says_what_an_endpoint_takes_and_how_its_fields_are_called():
    text, image = mapped("owner/app/t2v?inputs=text  owner/app/i2v?first_frame=picture&seed=")
    assert (text.upstream_model, text.inputs) == ("owner/app/t2v", {"text"})
    assert image.params == {"first_frame": "picture", "seed": ""}
    assert (text.seed, image.seed, image.audio) == (True, False, "optional")
    [silent] = mapped("owner/app?generate_audio=")
    assert silent.audio == "always"


def test_a_mapping_replaces_the_endpoints_of_its_models_only():
    others = [row for row in FAL.endpoints if row.model != VEO]
    assert others != list(FAL.endpoints)
    assert list(endpoints_of(FAL, {VEO: "owner/app"})[1:]) == others


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
        endpoints_of(FAL, {model: text}, "fal_models")
    assert words in str(error.value)


def test_only_hosts_of_many_models_take_names():
    data = load_providers()["openrouter"]
    assert endpoints_of(data, {}) == data.endpoints
    with pytest.raises(SettingError, match="OpenRouter takes no names"):
        endpoints_of(data, {VEO: "a/b"})
