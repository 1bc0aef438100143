from rushes.wire.base import (
    UNSET as UNSET,
    UNSET_SENTINEL as UNSET_SENTINEL,
    BaseModel as BaseModel,
    Nullable as Nullable,
    OptionalNullable as OptionalNullable,
    UnrecognizedStr as UnrecognizedStr,
    Unset as Unset,
)
