"""Remembers what was derived from a frozen value for as long as that value lives."""

import weakref
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

T = TypeVar("T")
S = TypeVar("S")


def once(derive: Callable[[S], T]) -> Callable[[S], T]:
    """A function of one frozen document that is worked out once for each document in memory.

    Documents compare by content, which is slow to hash; they are told apart by identity here, and an
    entry goes when its document does.
    """
    known: dict[int, tuple[weakref.ref[Any], T]] = {}

    @wraps(derive)
    def remembered(document: S) -> T:
        number = id(document)
        found = known.get(number)
        if found is not None:
            return found[1]
        value = derive(document)
        known[number] = (weakref.ref(document, lambda _: known.pop(number, None)), value)
        return value

    return remembered
