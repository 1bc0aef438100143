"""Building blocks of the wire models: absence, nullability, open enums and the base model."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Final,
    Literal,
    Self,
    TypeVar,
    Union,
    cast,
)

import pydantic
from pydantic import ConfigDict
from pydantic_core import core_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

__all__ = [
    "STRICT_SCALARS",
    "UNSET",
    "UNSET_SENTINEL",
    "BaseModel",
    "Boolean",
    "Integer",
    "Nullable",
    "Number",
    "OptionalNullable",
    "SparseModel",
    "UnrecognizedStr",
    "Unset",
]

T = TypeVar("T")


_SHOWN = 40  # characters of an embedded file


class Unset:
    """Type of `UNSET`, which says that an argument was not given at all (None is a value)."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        # Copies and pickles are this very object, so that `is UNSET` stays true.
        return "UNSET"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.is_instance_schema(
            cls,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda _: UNSET_SENTINEL
            ),
        )


UNSET: Final = Unset()
UNSET_SENTINEL: Final = "~?~unset~?~sentinel~?~"

Nullable = Union[T, None]  # noqa: UP007 - a generic alias needs Union at run time
OptionalNullable = Union[T, None, Unset]  # noqa: UP007 - as above


class UnrecognizedStr(str):
    """A value of an open enum that this version does not know; otherwise an ordinary string."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        # An explicit string serializer keeps unknown values free of pydantic's warnings.
        return core_schema.no_info_after_validator_function(
            cls,
            core_schema.str_schema(),
            serialization=core_schema.to_string_ser_schema(),
        )


class BaseModel(pydantic.BaseModel):
    """Base of the wire models: unknown keys are kept, absent optional keys are not written.

    A key whose value is None is left out, unless the contract makes it nullable: keys in
    `_always_written` go out as null, keys in `_nullable` only if they were set.
    """

    model_config = ConfigDict(extra="allow", defer_build=True, protected_namespaces=())

    _always_written: ClassVar[frozenset[str]] = frozenset()
    _nullable: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def _as_given(cls, values: Mapping[str, Any], private: dict[str, Any] | None = None) -> Self:
        """Return a model of values that are known to be valid; absent ones get their defaults."""
        fields, model = cls.__pydantic_fields__, cls.__new__(cls)
        # What `model_construct` does, for keys of any name.
        own = {name: values.get(name, field.default) for name, field in fields.items()}
        extra = {name: value for name, value in values.items() if name not in fields}
        object.__setattr__(model, "__dict__", own)
        object.__setattr__(model, "__pydantic_fields_set__", set(values))
        object.__setattr__(model, "__pydantic_extra__", extra)
        object.__setattr__(model, "__pydantic_private__", private)
        return model

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        for name, value in super().__repr_args__():
            yield name, self._shown(name, value)

    def _shown(self, name: str | None, value: Any) -> Any:
        """Return what `repr` shows of a value: the beginning of an embedded file."""
        if isinstance(value, str) and value.startswith("data:") and len(value) > _SHOWN:
            return f"{value[:_SHOWN]}… ({len(value)} characters)"
        return value

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        schema = handler(source)
        # As `model_serializer` does, whose modules take longer to load than all models here.
        model_of(schema, handler)["serialization"] = (
            core_schema.wrap_serializer_function_ser_schema(cls._without_absent_keys)
        )
        return schema

    def _without_absent_keys(self, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        written = handler(self)
        fields, kept = type(self).model_fields, self._always_written
        absent = [
            name
            for name, value in written.items()
            if value is None and name in fields and name not in kept
        ]
        for name in absent:
            if name not in self._nullable or name not in self.model_fields_set:
                del written[name]
        return written

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        # The serializer above only leaves keys out, so the fields still describe the output.
        reference = handler(_without_serializer(schema))
        described = handler.resolve_ref_schema(reference)
        for name, field in described.get("properties", {}).items():
            field.pop("title", None)
            if field.get("default", ...) is None:
                del field["default"]
            if name not in cls._always_written | cls._nullable:
                _forbid_null(field)
        required = set(described.get("required", ())) | cls._always_written
        if required:
            described["required"] = [n for n in described["properties"] if n in required]
        return reference


def model_of(schema: Any, handler: GetCoreSchemaHandler) -> dict[str, Any]:
    """Return the schema of a model itself; it may be inside the validators of a subclass."""
    model: Any = handler.resolve_ref_schema(schema)
    while model["type"] != "model":
        model = model["schema"]
    found: dict[str, Any] = model
    return found


def _without_serializer(schema: Any) -> Any:
    stripped = {key: value for key, value in schema.items() if key != "serialization"}
    for key in ("schema", "json_schema"):
        if isinstance(stripped.get(key), dict):
            stripped[key] = _without_serializer(stripped[key])
    return stripped


def _forbid_null(field: dict[str, Any]) -> None:
    choices = [choice for choice in field.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        del field["anyOf"]
        field.update({**choices[0], **field})
    elif choices:
        field["anyOf"] = choices


# Context of a validation that takes numbers and booleans as JSON writes them, as the service does.
STRICT_SCALARS: Final = "strict scalars"


class _Scalar:
    # A catalog has hundreds of scalars, so only other values are validated in Python.

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        exact = _EXACT[source]
        # As pydantic's lax mode: "8", Decimal(8) and what `int` makes of other numbers.
        lax = core_schema.with_info_before_validator_function(
            partial(_plain, source), {**exact, "strict": False}
        )
        # Pydantic takes what has `__float__` for a number, and so the truth values of NumPy.
        return core_schema.union_schema(
            [lax, lax] if source is float else [exact, lax],  # one alone would word its own errors
            mode="left_to_right",
            custom_error_type=f"{exact['type']}_type",
            serialization=core_schema.simple_ser_schema(exact["type"]),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        union = cast("core_schema.UnionSchema", schema)
        return handler(cast("core_schema.CoreSchema", union["choices"][-1]))


_EXACT: dict[type, Any] = {
    int: core_schema.int_schema(strict=True),
    float: core_schema.float_schema(strict=True, allow_inf_nan=False),
    bool: core_schema.bool_schema(strict=True),
}


def _plain(wanted: type, given: object, info: core_schema.ValidationInfo) -> object:
    if info.context == STRICT_SCALARS:
        # 8.0 is an integer in JSON Schema, and some JSON writers send it; "8" and true are not.
        acceptable = wanted is not bool and type(given) in {int, float}
    else:
        given = plain_value(given)
        acceptable = wanted is bool or not isinstance(given, bool)
    if not acceptable:
        raise ValueError  # pydantic takes it up; the union above words it
    return given


def plain_value(given: Any) -> Any:
    """Return what a member of an enum or a scalar of NumPy and its like stands for."""
    if isinstance(given, Enum):
        given = given.value
    # A scalar of any such library is an array without dimensions.
    is_scalar = getattr(given, "shape", None) == () and callable(getattr(given, "item", None))
    if not is_scalar:
        return given
    # NumPy gives 0.0 for a value that is masked, which is to say missing.
    return float("nan") if getattr(given, "mask", False) else given.item()


Integer = Annotated[int, _Scalar]
Number = Annotated[float, _Scalar]
Boolean = Annotated[bool, _Scalar]


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
            # JSON has no UNSET, and a validator in Python would first make objects of all of it.
            model["schema"] = core_schema.json_or_python_schema(
                json_schema=fields,
                python_schema=core_schema.no_info_before_validator_function(_without_unset, fields),
            )
        return schema


def _without_unset(given: Any) -> Any:
    if isinstance(given, dict) and UNSET in given.values():
        return {key: value for key, value in given.items() if value is not UNSET}
    return given
