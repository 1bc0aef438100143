"""Amounts of money, as options give them."""

from __future__ import annotations

import re
from decimal import Decimal

import click

_AMOUNT = re.compile(r"\d{1,9}(\.\d{1,9})?", re.ASCII)


def amount(_: click.Context, __: click.Parameter, value: str | None) -> Decimal | None:
    """Return an amount in USD; None if it is not given."""
    if value is None:
        return None
    if not _AMOUNT.fullmatch(value.removeprefix("$")):
        raise click.BadParameter(f"{value[:40]!r} is not an amount in USD such as 12.50")
    return Decimal(value.removeprefix("$"))


def amount_or_none(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> Decimal | None:
    """Return an amount in USD; None for `none` too."""
    if value == "none":
        return None
    try:
        return amount(context, parameter, value)
    except click.BadParameter as error:
        raise click.BadParameter(f"{error.message}, or `none`") from None
