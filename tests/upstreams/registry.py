"""The fakes by name. A module is imported only when its fake is asked for."""

from __future__ import annotations

from importlib import import_module

from tests.upstreams.base import Upstream

# By name: module and class.
FAKES = {
    "ark": "ark:Ark",
    "dashscope": "dashscope:DashScope",
    "kling": "kling:Kling",
    "minimax": "minimax:MiniMax",
    "google": "google:Google",
    "litellm": "openai:LiteLLM",
    "openai": "openai:OpenAI",
    "sglang": "sglang:SGLang",
}


def fake(name: str) -> type[Upstream]:
    """Return the class of a fake."""
    module, _, class_name = FAKES[name].partition(":")
    found: type[Upstream] = getattr(import_module(f"tests.upstreams.{module}"), class_name)
    return found
