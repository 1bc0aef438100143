"""What the settings say about providers and models, checked against what is known of them."""

from __future__ import annotations

from pydantic import ValidationError

from rushes.catalog.capabilities import ProviderCapabilities, load_capabilities
from rushes.catalog.model import load_catalog
from rushes.catalog.refusal import UnknownModelError
from rushes.settings import SettingError, Settings

PAID_CHOICES = "'fail', 'lookup' or 'idempotent'"


def check_settings(settings: Settings) -> None:
    """Raise SettingError for a value that names no provider or model, or that would pay twice."""
    upstream_capabilities(settings)
    known = load_capabilities()
    for name in sorted(settings.resubmit_unknown.difference(known)):
        problem = f"{name[:40]!r} is none of the providers {', '.join(sorted(known))}"
        raise SettingError("resubmit_unknown", problem)
    model_timeouts(settings)


def upstream_capabilities(settings: Settings) -> ProviderCapabilities:
    """Return the upstream's capabilities: what is set, else what is known of OpenRouter."""
    known = load_capabilities()["openrouter"]
    try:
        capabilities = known.model_validate(
            {**known.model_dump(), **settings.upstream_capabilities}
        )
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name, problem = str(first["loc"][0]), first["msg"]
        if first["type"] == "extra_forbidden":
            problem = f"is unknown; known: {', '.join(ProviderCapabilities.model_fields)}"
        elif name == "on_lost_response":
            problem = f"must be {PAID_CHOICES}"
        raise SettingError("upstream_capabilities", f"{name[:40]}: {problem}") from None
    if capabilities.on_lost_response == "resubmit":
        # A lost response would be paid for again and again.
        problem = (
            "on_lost_response: 'resubmit' would pay again for each lost response;"
            f" must be {PAID_CHOICES}"
        )
        raise SettingError("upstream_capabilities", problem)
    return capabilities


def model_timeouts(settings: Settings) -> dict[str, float]:
    """Return the seconds that jobs of single models may take, by the models' ids."""
    if not settings.model_timeouts:
        return {}
    catalog = load_catalog()
    try:
        return {catalog.get(name).id: time for name, time in settings.model_timeouts.items()}
    except UnknownModelError as error:
        raise SettingError("model_timeouts", error.message.removeprefix("model: ")) from None
