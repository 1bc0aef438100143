"""Models of objects whose keys may be left out in more than one way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

from openrouter.types import UNSET, BaseModel, model_of

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler


class SparseModel(BaseModel):
    """Accept UNSET for a key that may also be null; it then reads as None and is not written."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        schema = super().__get_pydantic_core_schema__(source, handler)
        model = model_of(schema, handler)
        fields = model["schema"]
        if fields["type"] != "json-or-python":
            # JSON has no UNSET, and a validator in Python would make objects of all of it first.
            model["schema"] = core_schema.json_or_python_schema(
                json_schema=fields,
                python_schema=core_schema.no_info_before_validator_function(_without_unset, fields),
            )
        return schema


def _without_unset(given: Any) -> Any:
    if isinstance(given, dict) and UNSET in given.values():
        return {key: value for key, value in given.items() if value is not UNSET}
    return given
