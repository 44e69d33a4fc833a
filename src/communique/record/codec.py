"""Model types to JSON and back: pydantic at the door, the model's own dataclasses inside."""

from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from communique.errors import StoreError

T = TypeVar("T")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def encode(value: object) -> bytes:
    """`value` (a model dataclass) as JSON, UTF-8, without blanks; fields in the order of their definition."""
    return _adapter(cast(Any, type(value))).dump_json(value)


def decode(kind: type[T], data: bytes | str) -> T:
    """The dataclass of type `kind` that `data` holds.

    Raises:
        StoreError: the data are not of that type: the record was damaged or written by another version.
    """
    try:
        return cast(T, _adapter(cast(Any, kind)).validate_json(data))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise StoreError(
            f"record data do not fit {kind.__name__} at {where or 'the top'}: {first['msg']}; build the record again"
        ) from error
