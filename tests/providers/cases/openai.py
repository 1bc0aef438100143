from __future__ import annotations

from tests.providers.cases import ProviderCase

TEXT = {"model": "openai/sora-2-pro", "prompt": "A koi pond", "duration": 4}

CASE = ProviderCase(
    slug="openai",
    fake="litellm",
    requests={
        "text": TEXT | {"resolution": "720p"},
        "720p": TEXT | {"resolution": "720p"},
        "1080p": TEXT | {"resolution": "1080p"},
        "audio": TEXT | {"generate_audio": True},
    },
    refused={
        "silent": (TEXT | {"generate_audio": False}, "generate_audio"),
        "seed": (TEXT | {"model": "alibaba/wan-2.7", "seed": 7}, "seed"),
    },
    options={"negative_prompt": "rain"},
    prices={"text": None, "1080p": None},
    models={"openai/sora-2-pro": "sora-2-pro", "alibaba/wan-2.7": "wan"},
)
