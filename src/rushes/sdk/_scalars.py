"""Numbers and flags as programs, forms and tables hand them over."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from rushes.wire.base import Boolean, Integer, Number, plain_value

if TYPE_CHECKING:
    import pydantic

T = TypeVar("T", int, float, bool)


def integer(name: str, given: object) -> int:
    return _scalar(name, given, int)


def number(name: str, given: object) -> float:
    # An integer is a number as it is.
    return given if type(given) is int else _scalar(name, given, float)


def flag(name: str, given: object) -> bool:
    return _scalar(name, given, bool)


def as_json(given: Any) -> Any:
    """Return what a value inside free-form JSON stands for; for pydantic's `fallback`."""
    plain = plain_value(given)
    if plain is given:
        raise TypeError(f"A value of type {type(given).__name__} cannot be sent as JSON")
    return plain


def _scalar(name: str, given: object, kind: type[T]) -> T:
    """Return a scalar as the models take it; raises ValueError for anything else."""
    if type(given) is kind:
        return given
    import pydantic

    try:
        return cast("T", _adapter(kind.__name__).validate_python(given))
    except pydantic.ValidationError:
        raise ValueError(f"{name} must be {_MEANING[kind]}, not {given!r}") from None


@cache
def _adapter(kind: str) -> pydantic.TypeAdapter[Any]:
    # Made for values that do not have the exact type, which few programs pass.
    import pydantic

    return pydantic.TypeAdapter({"int": Integer, "float": Number, "bool": Boolean}[kind])


_MEANING = {int: "an integer", float: "a number", bool: "true or false"}
