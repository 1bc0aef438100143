from __future__ import annotations

from tests.providers.cases import ProviderCase
from tests.providers.cases.kling import REFUSED, REQUESTS, body

CASE = ProviderCase(
    slug="kling-legacy",
    fake="kling",
    requests=REQUESTS,
    refused={**REFUSED, "long prompt": (body(prompt="x" * 2501), "prompt")},
    options={"negative_prompt": "rain", "watermark_info": {"enabled": False}},
    recovers="found",
    has_exact_cost=True,
    unit=0.14,  # units of resource packs
)
