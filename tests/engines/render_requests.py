from __future__ import annotations

from typing import Any

from rushes.engines.request import RenderRequest
from tests.engines.pictures import encoded, scenery

PICTURE = encoded(scenery(128, 128))


def render_request(**changes: Any) -> RenderRequest:
    """Return a request for six frames."""
    fields: dict[str, Any] = {
        "prompt": "a lake",
        "width": 128,
        "height": 128,
        "duration": 0.25,
        "seed": 1,
        "audio": False,
        "first_frame": PICTURE,
    }
    return RenderRequest(**{**fields, **changes})
