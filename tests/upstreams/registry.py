"""The fakes by name. A module is imported only when its fake is asked for."""

from __future__ import annotations

from importlib import import_module

from tests.upstreams.base import Upstream

# By name: module and class.
FAKES = {
    "ark": "ark:Ark",
    "bfl": "bfl:Bfl",
    "comfyui": "comfyui:ComfyUI",
    "dashscope": "dashscope:DashScope",
    "fal": "fal:Fal",
    "google": "google:Google",
    "heygen": "heygen:HeyGen",
    "kling": "kling:Kling",
    "litellm": "openai:LiteLLM",
    "luma": "luma:Luma",
    "minimax": "minimax:MiniMax",
    "openai": "openai:OpenAI",
    "openrouter": "openrouter:OpenRouter",
    "replicate": "replicate:Replicate",
    "runway": "runway:Runway",
    "sglang": "sglang:SGLang",
    "vllm_omni": "vllm_omni:VllmOmni",
    "xai": "xai:Xai",
}


def fake(name: str) -> type[Upstream]:
    """Return the class of a fake."""
    module, _, class_name = FAKES[name].partition(":")
    found: type[Upstream] = getattr(import_module(f"tests.upstreams.{module}"), class_name)
    return found
