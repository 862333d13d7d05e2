"""A value as a reader of a change sees it: short, on one line, in the words of the content."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import BaseModel

_MOST = 160


def said(value: Any) -> str:
    """A value in words; "" for nothing."""
    text = " ".join(_said(value).split())
    return text if len(text) <= _MOST else f"{text[: _MOST - 1].rstrip()}…"


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        shown = [
            (fields[name].alias or name, name) for name in fields if name in value.model_fields_set
        ]
        return ", ".join(f"{word}: {_said(getattr(value, name))}" for word, name in shown)
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_said(one)}" for name, one in value.items())
    # A duration and the like are tuples too, and have a text of their own.
    return ", ".join(map(_said, value)) if type(value) is tuple else str(value)
