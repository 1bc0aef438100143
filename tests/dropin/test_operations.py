"""`openrouter.operations`: dumps are those of the official package."""

from __future__ import annotations

import pytest

from openrouter import components, operations
from openrouter.models.internal import Globals

VIDEO = components.VideoGenerationRequest(model="m", prompt="p")


@pytest.mark.parametrize(
    ("model", "arguments", "dump"),
    [
        (
            operations.CreateVideosRequest,
            {"video_generation_request": VIDEO, "http_referer": "https://a"},
            {
                "HTTP-Referer": "https://a",
                "video_generation_request": {"model": "m", "prompt": "p"},
            },
        ),
        (operations.GetVideosRequest, {"job_id": "j", "unknown": 1}, {"jobId": "j"}),
        (operations.GetVideosRequest, {"jobId": "j"}, {"jobId": "j"}),
        (operations.ListVideosContentRequest, {"job_id": "j"}, {"jobId": "j", "index": 0}),
        (
            operations.ListVideosContentRequest,
            {"job_id": "j", "index": None},
            {"jobId": "j", "index": None},
        ),
        (operations.ListVideosModelsRequest, {}, {}),
        (operations.CreateVideosGlobals, {"X-OpenRouter-Title": "t"}, {"X-OpenRouter-Title": "t"}),
        (Globals, {"x_open_router_categories": "c"}, {"X-OpenRouter-Categories": "c"}),
    ],
)
def test_dumps(model, arguments, dump):
    assert model(**arguments).model_dump() == dump
