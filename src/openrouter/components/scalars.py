"""Numbers and switches of the wire, without the leniency that turns text or booleans into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AllowInfNan, Strict
from pydantic_core import core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

__all__ = ["Integer", "Number", "Switch"]


def _number_only(value: object) -> object:
    if isinstance(value, bool | str | bytes):
        raise ValueError  # noqa: TRY004 - pydantic takes it up; the union below words it
    return value


class _Integral:
    # A catalogue has hundreds of integers, so only what is none takes the way through Python.

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        mended = core_schema.no_info_before_validator_function(_number_only, handler(source))
        return core_schema.union_schema(
            [core_schema.int_schema(strict=True), mended],
            mode="left_to_right",
            custom_error_type="int_type",
            serialization=core_schema.simple_ser_schema("int"),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return handler(core_schema.int_schema())


# 8.0 is an integer in JSON Schema, and some JSON writers send it; 4.5, "8" and true are not.
Integer = Annotated[int, _Integral]
Number = Annotated[float, Strict(), AllowInfNan(False)]
Switch = Annotated[bool, Strict()]
