"""Which part of the model a spot of the data was meant for."""

from typing import Any

from watchbill.load.spots import Path
from watchbill.model import shape as shapes


def fields_at(shape: shapes.Shape, data: Any, path: Path) -> dict[str, shapes.Field]:
    """The fields that a mapping at this path may have."""
    found = shape_at(shape, data, path)
    return found.fields if isinstance(found, shapes.Fields) else {}


def field_above(shape: shapes.Shape, data: Any, path: Path) -> tuple[str, str]:
    """The name and description of the nearest field at or above this path."""
    for length in range(len(path), 0, -1):
        name = path[length - 1]
        fields = fields_at(shape, data, path[: length - 1])
        if isinstance(name, str) and name in fields:
            return name, fields[name].info.description or ""
    return "", ""


def lacking(shape: shapes.Shape, data: Any, path: Path) -> list[str]:
    """The fields that the mapping at this path must have and has not."""
    here = at(data, path)
    return [
        name
        for name, field in fields_at(shape, data, path).items()
        if field.info.is_required() and name not in here
    ]


def at(data: Any, path: Path) -> Any:
    """What stands at a path, or None."""
    for part in path:
        data = item(data, part)
    return data


def shape_at(shape: shapes.Shape, data: Any, path: Path) -> shapes.Shape | None:
    """The shape of what belongs at a path; of several forms the one that the data was meant for."""
    here: shapes.Shape | None = shape
    for part in (*path, None):
        if isinstance(here, shapes.Choice):
            here = _pick(here, data)
        if part is None or here is None:
            return here
        data = item(data, part)
        if isinstance(here, shapes.Fields):
            here = here.fields[str(part)].shape if part in here.fields else None
        elif isinstance(here, shapes.Many):
            here = here.item
        elif isinstance(here, shapes.Table):
            here = here.value
        else:
            return None
    return here


def item(data: Any, part: str | int) -> Any:
    """What stands at a key or position, or None."""
    if isinstance(data, dict):
        return data.get(part)
    return (
        data[part]
        if isinstance(data, list) and isinstance(part, int) and part < len(data)
        else None
    )


def _pick(choice: shapes.Choice, data: Any) -> shapes.Shape | None:
    """The option that the data was meant for: of several models the one with most of its fields."""
    if isinstance(data, dict):
        models = [option for option in choice.options if isinstance(option, shapes.Fields)]
        return max(models, key=lambda option: len(set(option.fields) & set(data)), default=None)
    if isinstance(data, list):
        return next((option for option in choice.options if isinstance(option, shapes.Many)), None)
    return next((option for option in choice.options if isinstance(option, shapes.Leaf)), None)
