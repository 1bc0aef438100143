"""Parameters passed through to whichever provider serves the job."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, Field, model_validator
from typing_extensions import TypedDict

from rushes.wire.base import BaseModel, Boolean, Number

# fmt: off
PROVIDER_SLUGS = (
    "01ai", "ai21", "aion-labs", "akashml", "alibaba", "amazon-bedrock",
    "amazon-bedrock/claude-on-aws", "amazon-nova", "ambient", "anthropic", "anthropic/2",
    "anyscale", "arcee-ai", "assemblyai", "atlas-cloud", "atoma", "avian", "azure", "baidu",
    "baseten", "black-forest-labs", "byteplus", "centml", "cerebras", "chutes", "cirrascale",
    "clarifai", "claude-on-aws", "cloudflare", "cohere", "coreweave", "cosine", "crofai",
    "crucible", "crusoe", "darkbloom", "databricks", "decart", "deepgram", "deepinfra",
    "deepseek", "dekallm", "digitalocean", "elevenlabs", "enfer", "fake-provider",
    "featherless", "fireworks", "fish-audio", "friendli", "gmicloud", "google-ai-studio",
    "google-vertex", "gopomelo", "groq", "heygen", "huggingface", "hyperbolic",
    "hyperbolic-quantized", "inception", "inceptron", "inferact-vllm", "inference-net",
    "infermatic", "inflection", "inocloud", "io-net", "ionstream", "klusterai", "krea",
    "lambda", "lepton", "liquid", "lynn", "lynn-private", "makora", "mancer", "mancer-old",
    "mara", "meta", "minimax", "mistral", "modal", "modelrun", "modular", "moonshotai", "morph",
    "ncompass", "near-ai", "nebius", "nex-agi", "nextbit", "nineteen", "novita", "nvidia",
    "octoai", "ollama", "open-inference", "openai", "parasail", "pareto-alpha", "perceptron",
    "perplexity", "phala", "poolside", "primeintellect", "quiver", "recraft", "recursal",
    "recursive", "reflection", "reka", "relace", "replicate", "respan", "runway",
    "sail-research", "sakana", "sakana-ai", "sambanova", "sambanova-cloaked", "scaledown",
    "seed", "sf-compute", "siliconflow", "sourceful", "stealth", "stepfun", "streamlake",
    "switchpoint", "targon", "tencent", "tenstorrent", "thinkingmachines", "together",
    "together-lite", "typesafe", "ubicloud", "unbiased", "upstage", "venice", "voyageai",
    "wafer", "wandb", "wandb-legacy", "xai", "xiaomi", "z-ai",
)
# fmt: on

# Slugs as Python attributes; two of them are not a plain change of punctuation.
_SLUG_OF_ATTRIBUTE = {slug.replace("-", "_").replace("/", "_"): slug for slug in PROVIDER_SLUGS}
_SLUG_OF_ATTRIBUTE |= {"oneai": "01ai", "lambda_": "lambda"}


class VideoGenerationRequestOptions(BaseModel):
    """Map a provider's slug to the parameters meant for it; only the serving one gets its own.

    Known slugs may be spelled as attributes (`google_vertex` is sent as `google-vertex`);
    unknown slugs are sent as they are. A slug that is not given reads as None.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "additionalProperties": {"type": "object", "additionalProperties": True},
            "propertyNames": {"type": "string", "examples": list(PROVIDER_SLUGS)},
        }
    )

    __pydantic_extra__: dict[str, dict[str, Any]] = Field(init=False)

    @model_validator(mode="before")
    @classmethod
    def _by_slug(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        named = {k: v for k, v in given.items() if v is not None}
        return {_SLUG_OF_ATTRIBUTE.get(k, k): v for k, v in named.items()} | {
            k: v for k, v in named.items() if k not in _SLUG_OF_ATTRIBUTE
        }

    def __getattr__(self, name: str) -> Any:
        slug = _SLUG_OF_ATTRIBUTE.get(name)
        if slug is not None:
            return (self.__pydantic_extra__ or {}).get(slug)
        return super().__getattr__(name)  # type: ignore[misc]  # pydantic hides its own from types


# Any mapping of slugs fits, so that a new provider needs no new release.
VideoGenerationRequestOptionsTypedDict = dict[str, dict[str, Any]]
Options = VideoGenerationRequestOptions
OptionsTypedDict = VideoGenerationRequestOptionsTypedDict


class VideoGenerationRequestProvider(BaseModel):
    """Options for the provider itself, and, for Rushes, which provider it may be.

    Slugs in `order` are preferred in that order, others follow unless `allow_fallbacks` is False;
    `only` and `ignore` limit the choice. `sort` is price, latency, throughput or reliability.
    `max_price` is the most that the video may cost, in USD.
    """

    options: VideoGenerationRequestOptions | None = None
    order: list[str] | None = None
    only: list[str] | None = None
    ignore: list[str] | None = None
    allow_fallbacks: Boolean | None = None
    sort: str | None = None
    max_price: Number | None = None


class VideoGenerationRequestProviderTypedDict(TypedDict, total=False):
    options: VideoGenerationRequestOptionsTypedDict
    order: list[str]
    only: list[str]
    ignore: list[str]
    allow_fallbacks: bool
    sort: str
    max_price: float
