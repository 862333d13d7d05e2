"""Text to data: by its lines where it is plain, else by libyaml's events, which are loaded only for that."""

import importlib
from typing import Any

from watchbill.load.calm import calm
from watchbill.load.fault import Irregular
from watchbill.load.spots import Examined


def data_of(text: str) -> Any:
    """The data of a faultless text. Raises Irregular for any other."""
    try:
        return calm(text)
    except Irregular:
        return importlib.import_module("watchbill.load.compose").compose(text)


def examine(text: str) -> Examined:
    """The data, the places and the faults of a text, by the careful reader."""
    found: Examined = importlib.import_module("watchbill.load.examine").examine(text)
    return found
