"""Numbers and switches of the wire, without the leniency that turns text or booleans into them."""

from __future__ import annotations

from typing import Annotated

from pydantic import AllowInfNan, BeforeValidator, Strict
from pydantic_core import PydanticCustomError

__all__ = ["Integer", "Number", "Switch"]


def _number_only(value: object) -> object:
    if isinstance(value, bool | str | bytes):
        raise PydanticCustomError("int_type", "Input should be a valid integer")
    return value


# 8.0 is an integer in JSON Schema, and some JSON writers send it; 4.5, "8" and true are not.
Integer = Annotated[int, BeforeValidator(_number_only)]
Number = Annotated[float, Strict(), AllowInfNan(False)]
Switch = Annotated[bool, Strict()]
