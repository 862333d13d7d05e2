"""Data to a document: the model's verdict, said as faults that a lead can act on."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError

from watchbill.load.meant import at, field_above, fields_at, item, lacking
from watchbill.load.spots import Path
from watchbill.load.text import shown
from watchbill.load.words import choices, expected, fault_of, written
from watchbill.model import shape as shapes
from watchbill.model.base import Document
from watchbill.model.kinds import KINDS

MOST_COMPLAINTS = 100


class Complaint(NamedTuple):
    """What is wrong at a path; `key` points at the field's name instead of its value."""

    path: Path
    rule: str
    message: str
    mend: str
    key: bool = False


_UNTOLD = Complaint(
    (), "field/value", "this is not a document of its kind", "look at the page of the kind"
)


def kind_of(data: Any) -> str:
    """The kind that the data claims, or ""."""
    kind = data.get("kind") if isinstance(data, dict) else None
    return kind if isinstance(kind, str) else ""


def near(word: str, words: Any) -> str:
    """` (did you mean `x`?)` where one of the words is close, else ""."""
    found = close(word, words)
    return f"did you mean `{found}`?" if found else ""


def close(word: str, words: Iterable[str]) -> str:
    """The one of these words that is closest, "" where none is close."""
    from difflib import get_close_matches  # only where something is wrong

    return next(iter(get_close_matches(word, list(words), 1, 0.6)), "")


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
            f"`{written(data['kind'])}` is no kind of document"
            if path
            else "the document does not say its `kind`"
        )
        hint = near(kind, KINDS) or f"it is one of {', '.join(KINDS)}"
        return [Complaint(path, "document/unknown-kind", found, hint)]
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return list(_complaints(model, data, error)) or [_UNTOLD]


def _complaints(model: type[Document], data: Any, error: ValidationError) -> Iterator[Complaint]:
    every: dict[Path, list[Any]] = {}
    for one in error.errors(include_url=False, include_context=True):
        every.setdefault(_clean(one, data), []).append(one)
    _settle_forms(shapes.shape_of(model), data, every)
    # What a list or mapping should have been otherwise is of no use where its parts are at fault.
    above = {path[:length] for path in every for length in range(len(path))}
    paths = sorted(
        (path for path, errors in every.items() if path not in above or not _of_form(errors)),
        key=lambda path: [str(part).zfill(6) for part in path],
    )
    grouped = {path: every[path] for path in paths[:MOST_COMPLAINTS]}
    more = len(paths) - len(grouped)
    misspelt = _misspelt(grouped)
    for number, (path, errors) in enumerate(grouped.items(), 1):
        if path not in misspelt.values():
            found = _complaint(model, data, path, errors, misspelt.get(path))
            if more and number == MOST_COMPLAINTS:
                found = found._replace(message=f"{found.message}; {more:,} more faults follow")
            yield found


def _of_form(errors: list[Any]) -> bool:
    return all(
        one["type"].endswith("_type") or one["type"] in ("literal_error", "too_short")
        for one in errors
    )


def _misspelt(grouped: dict[Path, list[Any]]) -> dict[Path, Path]:
    """Unknown fields that were plainly meant for a required one beside them: one fault, not two."""
    missing = {path for path, errors in grouped.items() if errors[0]["type"] == "missing"}
    found: dict[Path, Path] = {}
    for path, errors in grouped.items():
        if errors[0]["type"] == "extra_forbidden":
            beside = [
                str(one[-1]) for one in missing - set(found.values()) if one[:-1] == path[:-1]
            ]
            meant = close(str(path[-1]), beside)
            if meant:
                found[path] = (*path[:-1], meant)
    return found


def _settle_forms(shape: shapes.Shape, data: Any, every: dict[Path, list[Any]]) -> None:
    """Of several forms of a mapping the one counts that most of its fields belong to.

    A decision that lacks its question is a decision, not a task with strange fields.
    """
    below: dict[Path, list[Path]] = {}
    for path, errors in every.items():
        if path and _of_fields(errors):
            below.setdefault(path[:-1], []).append(path)
    for above, paths in below.items():
        fields, here = fields_at(shape, data, above), at(data, above)
        if not any(path[-1] in fields and path[-1] in here for path in paths):
            continue
        for path in paths:
            if path[-1] not in here or path[-1] in fields:
                del every[path]
        for name in lacking(shape, data, above):
            every[(*above, name)] = [{"type": "missing", "loc": (*above, name)}]


def _of_fields(errors: list[Any]) -> bool:
    return errors[0]["type"] in ("extra_forbidden", "missing")


def _clean(error: Any, data: Any) -> Path:
    """The path in the data: pydantic's location less the tags of unions.

    A tag may be spelt as a field beside it; of all ways to read the location the one counts that
    reaches its last part, and then the longest.
    """
    loc, missing = tuple(error["loc"]), error["type"] == "missing"
    return max(_ways(loc, data, missing), key=lambda way: (way[0], len(way[1])))[1]


def _ways(loc: Path, here: Any, missing: bool) -> Iterator[tuple[bool, Path]]:
    """Every way to read a location, and whether it reaches the last part."""
    if not loc:
        yield False, ()
        return
    part, rest = loc[0], loc[1:]
    there = (isinstance(here, dict) and part in here) or (
        isinstance(here, list) and isinstance(part, int) and part < len(here)
    )
    if not rest and (there or (missing and isinstance(here, dict))):
        yield True, (part,)
    elif there:
        for reached, path in _ways(rest, item(here, part), missing):
            yield reached, (part, *path)
    if not there or rest:
        yield from _ways(rest, here, missing)


def _complaint(
    model: type[Document], data: Any, path: Path, errors: list[Any], meant: Path | None = None
) -> Complaint:
    first, shape = errors[0], shapes.shape_of(model)
    kind = first["type"]
    name = shown(path[-1]) if path else ""
    if kind == "extra_forbidden":
        fields = list(fields_at(shape, data, path[:-1]))
        mend = near(str(path[-1]), [meant[-1]] if meant else fields)
        mend = mend or f"its fields are {', '.join(fields)}"
        return Complaint(path, "field/unknown", f"there is no field `{name}` here", mend, key=True)
    field, what = field_above(shape, data, path)
    if kind == "missing":
        mend = f"add `{name}:`. {what}".strip()
        return Complaint(path[:-1], "field/missing", f"`{name}` is missing", mend)
    advice = f"`{field}`: {what}" if what else "look at the page of the kind"
    if first["loc"] and first["loc"][-1] == "[key]":
        message = f"the name `{name}` is not {expected([first])}"
        return Complaint(path, "field/value", message, advice, key=True)
    value = at(data, path)
    hint = near(value, choices(errors)) if isinstance(value, str) else ""
    return Complaint(path, "field/value", fault_of(value, errors), hint or advice)
