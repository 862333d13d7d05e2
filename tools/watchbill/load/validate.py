"""Data to a document: the model's verdict, said as faults that a lead can act on."""

import difflib
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError

from watchbill.model import shape as shapes
from watchbill.model.base import Document
from watchbill.model.kinds import KINDS

Path = tuple[str | int, ...]

_PATTERNS = (
    (r"^[a-z0-9]+(-[a-z0-9]+)*$", "lower-case words joined by hyphens, such as `legal-duty`"),
    (r"^[a-z]+(-[a-z]+)*:", "`kind:id`, such as `runbook:verify-edr`"),
    (r"^P[0-9]$", "a severity such as `P0`"),
    (r"^https://", "an address that begins with https:// and has no spaces"),
    (r"^[^\n\r]*\S", "one line of text"),
    (r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$", 'a wall time such as "08:00"'),
    (r"^[a-z]{2,3}$", "a language code such as `en`"),
    (r"^\+", "a time after the start such as `+10m`"),
    (r"^(?:100|", "a share such as `95%`"),
)
_PLAIN = {
    "string_type": "a text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "dict_type": "a mapping (`name: value` lines)",
    "model_type": "a mapping (`name: value` lines)",
    "model_attributes_type": "a mapping (`name: value` lines)",
    "tuple_type": "a list (`- item` lines, or `[a, b]`)",
}


class Complaint(NamedTuple):
    """What is wrong at a path; `key` points at the field's name instead of its value."""

    path: Path
    rule: str
    message: str
    mend: str
    key: bool = False


def kind_of(data: Any) -> str:
    """The kind that the data claims, or ""."""
    kind = data.get("kind") if isinstance(data, dict) else None
    return kind if isinstance(kind, str) else ""


def near(word: str, words: Any) -> str:
    """` (did you mean `x`?)` where one of the words is close, else ""."""
    found = difflib.get_close_matches(word, list(words), 1, 0.6)
    return f"did you mean `{found[0]}`?" if found else ""


def validate(data: Any) -> Document | list[Complaint]:
    """The document, or every complaint about it."""
    if not isinstance(data, dict):
        return [
            Complaint(
                (),
                "document/unknown-kind",
                "this is not a document",
                "begin with `kind:`, `id:`, `title:` and `owner:`",
            )
        ]
    kind = kind_of(data)
    model = KINDS.get(kind)
    if model is None:
        path: Path = ("kind",) if "kind" in data else ()
        found = (
            f"`{data.get('kind')}` is no kind of document"
            if path
            else "the document does not say its `kind`"
        )
        hint = near(kind, KINDS) or f"one of {', '.join(KINDS)}"
        return [Complaint(path, "document/unknown-kind", found, hint)]
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return list(_complaints(model, data, error))


def _complaints(model: type[Document], data: Any, error: ValidationError) -> Iterator[Complaint]:
    grouped: dict[Path, list[Any]] = {}
    for one in error.errors(include_url=False, include_context=True):
        grouped.setdefault(_clean(one["loc"], data), []).append(one)
    misspelt = _misspelt(grouped)
    for path in sorted(grouped, key=lambda path: [str(part).zfill(6) for part in path]):
        if path not in misspelt.values():
            yield _complaint(model, data, path, grouped[path], misspelt.get(path))


def _misspelt(grouped: dict[Path, list[Any]]) -> dict[Path, Path]:
    """Unknown fields that were plainly meant for a required one beside them: one fault, not two."""
    missing = {path for path, errors in grouped.items() if errors[0]["type"] == "missing"}
    found: dict[Path, Path] = {}
    for path, errors in grouped.items():
        if errors[0]["type"] == "extra_forbidden":
            beside = [
                str(one[-1]) for one in missing - set(found.values()) if one[:-1] == path[:-1]
            ]
            close = difflib.get_close_matches(str(path[-1]), beside, 1, 0.6)
            if close:
                found[path] = (*path[:-1], close[0])
    return found


def _clean(loc: tuple[int | str, ...], data: Any) -> Path:
    """The path in the data: pydantic's location less the tags of unions."""
    path: list[str | int] = []
    here: Any = data
    for position, part in enumerate(loc):
        if (isinstance(here, dict) and part in here) or (
            isinstance(here, list) and isinstance(part, int) and part < len(here)
        ):
            here = _item(here, part)
            path.append(part)
        elif (
            position == len(loc) - 1
            and isinstance(here, dict)
            and isinstance(part, str)
            and "[" not in part
        ):
            path.append(part)
    return tuple(path)


def _complaint(
    model: type[Document], data: Any, path: Path, errors: list[Any], meant: Path | None = None
) -> Complaint:
    first = errors[0]
    kind = first["type"]
    name = str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        fields = _fields_at(shapes.shape_of(model), data, path[:-1])
        mend = near(name, [meant[-1]] if meant else fields) or f"it has {', '.join(fields)}"
        return Complaint(path, "field/unknown", f"there is no field `{name}` here", mend, key=True)
    if kind == "missing":
        return Complaint(
            path[:-1], "field/missing", f"`{name}` is missing", _what(model, data, path)
        )
    if first["loc"] and first["loc"][-1] == "[key]":
        return Complaint(
            path, "field/value", f"the name `{name}` is not {_expected([first])}", "", key=True
        )
    value = first.get("input")
    shown = "" if isinstance(value, dict | list | tuple) else f"`{str(value)[:60]}` is not "
    expected = _expected(errors)
    message = f"{shown}{expected}" if shown else f"expected {expected}"
    mend = ""
    for one in errors:
        if one["type"] == "literal_error" and isinstance(value, str):
            mend = mend or near(
                value,
                [
                    part.strip("' ")
                    for part in one["ctx"]["expected"].replace(" or ", ",").split(",")
                ],
            )
    return Complaint(path, "field/value", message, mend or _what(model, data, path))


def _expected(errors: list[Any]) -> str:
    """What was expected, in words; alternatives joined by `or`."""
    said: list[str] = []
    for one in errors:
        words = _words(one)
        if words not in said:
            said.append(words)
    return ", or ".join(said)


def _words(one: Any) -> str:
    kind, context = one["type"], one.get("ctx", {})
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind == "string_pattern_mismatch":
        return next(
            (words for start, words in _PATTERNS if context["pattern"].startswith(start)),
            f"a text like {context['pattern']}",
        )
    if kind == "literal_error":
        return f"{context['expected']}".replace("'", "`")
    if kind in ("too_short", "string_too_short"):
        return f"long enough (at least {context['min_length']})"
    if kind in ("too_long", "string_too_long"):
        return f"short enough (at most {context['max_length']})"
    if kind in ("greater_than_equal", "less_than_equal"):
        return f"{context.get('ge', context.get('le'))} or {'more' if 'ge' in context else 'less'}"
    return str(one["msg"]).lower() if kind.endswith("_type") else str(one["msg"])


def _fields_at(shape: shapes.Shape, data: Any, path: Path) -> list[str]:
    """The names of the fields that a mapping at this path may have."""
    found = _shape_at(shape, data, path)
    return list(found.fields) if isinstance(found, shapes.Fields) else []


def _what(model: type[Document], data: Any, path: Path) -> str:
    """The description of the nearest field above this path."""
    for length in range(len(path), 0, -1):
        parent = _shape_at(shapes.shape_of(model), data, path[: length - 1])
        if isinstance(parent, shapes.Fields) and path[length - 1] in parent.fields:
            return parent.fields[str(path[length - 1])].info.description or ""
    return ""


def _shape_at(shape: shapes.Shape, data: Any, path: Path) -> shapes.Shape | None:
    here: shapes.Shape | None = shape
    for part in (*path, None):
        if isinstance(here, shapes.Choice):
            here = _pick(here, data)
        if part is None or here is None:
            return here
        data = _item(data, part)
        if isinstance(here, shapes.Fields):
            here = here.fields[str(part)].shape if part in here.fields else None
        elif isinstance(here, shapes.Many):
            here = here.item
        elif isinstance(here, shapes.Table):
            here = here.value
        else:
            return None
    return here


def _item(data: Any, part: str | int) -> Any:
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
