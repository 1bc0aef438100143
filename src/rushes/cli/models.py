"""`rushes models`: what each model accepts and costs, and what makes its videos here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from rushes.catalog.limits import ANY_SIZE
from rushes.catalog.model import OFFLINE_MODEL, Catalog, Model, load_catalog
from rushes.catalog.own_models import catalog_of
from rushes.catalog.provider_data import ENGINE, load_providers
from rushes.catalog.refusal import UnknownModelError
from rushes.catalog.routed_account import RoutedAccount
from rushes.cli.errors import REFUSED, CliError, explained
from rushes.cli.model_filters import ModelFilter, complete_model, model_filter_options, with_word
from rushes.cli.options import config_option
from rushes.cli.price_examples import price_examples
from rushes.cli.tables import print_fact
from rushes.providers.accounts import accounts_of
from rushes.providers.table import routed_accounts
from rushes.routing.availability import Availability, availability
from rushes.routing.endpoint_table import EndpointTable
from rushes.settings import Settings
from rushes.wire.frame_size import short_side

WIDE = 100  # columns; a narrower terminal shows less of each model
MANY = 12  # sizes; more are counted, not listed


@click.command()
@click.argument("name", metavar="[MODEL_ID | WORD]", required=False, shell_complete=complete_model)
@model_filter_options
@config_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def models(name: str | None, wanted: ModelFilter, as_json: bool) -> None:
    """List the models, or show one.

    A WORD lists the models that have it in their id or name, such as google.
    """
    with explained():
        settings = Settings()
        catalog = catalog_of(settings)
        table = _table(settings, catalog)
    if name is not None and (model := _named(catalog, name, wanted)):
        if as_json:
            click.echo(json.dumps(_facts(model, table), indent=1))
        else:
            _print_one(model, table)
        return
    listed = [m for m in with_word(catalog.models, name or "") if wanted.fits(m)]
    if not listed and not as_json:
        raise CliError("No model fits; rushes models lists all of them.", REFUSED)
    if as_json:
        click.echo(json.dumps([_facts(m, table) for m in listed], indent=1))
    else:
        _print_all(listed, table)


def _named(catalog: Catalog, name: str, wanted: ModelFilter) -> Model | None:
    """Return the model of an id, None if it is a word that lists models; raise CliError if neither.

    Beside filters, an id is a word as well.
    """
    is_word = bool(with_word(catalog.models, name))
    if is_word and not wanted.is_empty:
        return None
    try:
        return catalog.get(name)
    except UnknownModelError as error:
        if is_word:
            return None
        raise CliError(error.message, REFUSED) from error


def _table(settings: Settings, catalog: Catalog) -> EndpointTable:
    """Return the endpoints of this configuration."""
    accounts = accounts_of(settings, catalog=catalog)
    targets = routed_accounts(accounts)
    if targets and settings.emulate != "missing":
        return EndpointTable(catalog, targets)
    return emulating_table(targets, catalog)


def emulating_table(
    accounts: Sequence[RoutedAccount] = (), catalog: Catalog | None = None
) -> EndpointTable:
    """Return the endpoints of accounts, and of the engine for what they do not make."""
    engine = load_providers()[ENGINE]
    accounts = [*accounts, RoutedAccount(ENGINE, ENGINE, engine.name, engine)]
    return EndpointTable(catalog or load_catalog(), accounts)


def served_by(model: Model, table: EndpointTable) -> str:
    """Return what makes a model's videos here, in a few words."""
    found = availability(model.id, table)
    if found.status == "unavailable":
        possible = ", ".join(found.possible) or "no known provider"
        return f"not available ({possible} would)"
    if found.status == "emulated":
        return "offline engine" if model.id == OFFLINE_MODEL else "emulated offline"
    names = ", ".join(found.providers)
    if found.status == "retired":
        return f"{names} until {found.retires}: retired" + _after(found)
    return names + (f" until {found.retires}{_after(found)}" if found.retires else "")


def _after(found: Availability) -> str:
    return f", then {found.successor}" if found.successor else ""


def _facts(model: Model, table: EndpointTable) -> dict[str, Any]:
    return {
        **model.wire.model_dump(mode="json"),
        "served_by": served_by(model, table),
        "availability": availability(model.id, table).shown(),
    }


def _print_all(listed: Sequence[Model], endpoints: EndpointTable) -> None:
    console = Console()
    if not console.is_terminal:  # one line per model, for scripts
        for model in listed:
            click.echo(f"{model.id}\t{served_by(model, endpoints)}")
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    is_wide = console.width >= WIDE
    middle = ("frames", "sound") if is_wide else ()
    for name in ("model", "seconds", "resolutions", *middle, "served by"):
        # A line a model; `rushes models ID` shows what does not fit.
        table.add_column(name, no_wrap=True, overflow="ignore" if name == "model" else "ellipsis")
    for model in listed:
        frames = {0: "–", 1: "first", 2: "first, last"}[len(model.frame_types or ())]
        table.add_row(
            model.id,
            _seconds(model.durations),
            _resolutions(model, is_wide=is_wide),
            *((frames, _yes(model.wire.generate_audio)) if is_wide else ()),
            _briefly(model, endpoints)
            if is_wide
            else _briefly(model, endpoints).replace("emulated offline", "emulated"),
        )
    console.print(table)


def _briefly(model: Model, endpoints: EndpointTable) -> str:
    """Return what makes a model's videos: each provider once, however many accounts it has."""
    found = availability(model.id, endpoints)
    if found.status == "unavailable":
        return "not available"
    if found.status != "live":
        return served_by(model, endpoints)
    return ", ".join(dict.fromkeys(name.partition("/")[0] for name in found.providers))


def _print_one(model: Model, endpoints: EndpointTable) -> None:
    rows = [
        ("id", model.id),
        ("name", model.wire.name),
        ("slug", model.wire.canonical_slug),
        ("about", model.wire.description or "–"),
        ("served by", served_by(model, endpoints)),
        ("seconds", _seconds(model.durations)),
        ("resolutions", ", ".join(model.resolutions) or "–"),
        ("ratios", ", ".join(model.aspect_ratios) or "–"),
        ("sizes", _sizes(model)),
        ("frames", ", ".join(model.frame_types or ()) or "–"),
        ("sound", _yes(model.wire.generate_audio)),
        ("seed", _yes(model.wire.seed)),
        ("inputs", ", ".join(model.input_modalities)),
        *((f"price {sku}", value) for sku, value in model.skus.items()),
        *(("for example", example) for example in price_examples(model)),
    ]
    width = max(len(name) for name, _ in rows) + 1
    for name, value in rows:
        print_fact(name, value, width)


def _seconds(durations: tuple[int, ...]) -> str:
    if not durations:
        return "–"
    if len(durations) > 3 and durations[-1] - durations[0] == len(durations) - 1:
        return f"{durations[0]}–{durations[-1]}"
    return " ".join(map(str, durations))


def _sizes(model: Model) -> str:
    if len(model.sizes) <= MANY:
        return ", ".join(model.sizes) or _any_size(model)
    return f"{len(model.sizes)}, {model.sizes[0]} to {model.sizes[-1]} (--json lists them)"


def _resolutions(model: Model, *, is_wide: bool) -> str:
    names = sorted(model.resolutions, key=lambda name: short_side(name) or 0)
    return f"{names[0]}–{names[-1]}" if len(names) > 2 and not is_wide else " ".join(names) or "–"


def _yes(flag: bool | None) -> str:
    return {True: "yes", False: "no", None: "unknown"}[flag]


def _any_size(model: Model) -> str:
    every = "any resolution in any ratio"
    return f"{every}, {ANY_SIZE}" if model.id == OFFLINE_MODEL else every
