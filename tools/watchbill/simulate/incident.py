"""An incident as it is put in: what happened where and when, and how each question is answered."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from watchbill.model.types import FactTest

NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})
NEVER: Mapping[str, tuple[int, ...]] = MappingProxyType({})


class Incident(NamedTuple):
    """What is played. `at` is a whole minute, in seconds since 1970 UTC.

    `answers` gives each question one answer, or one a visit; a single one is given at every visit.
    `events` are the instants of outside events in seconds after `at`, one a visit of the step that
    waits. `silent` roles do not answer a page; of the levels that are open the first `silent_levels`
    do not answer either. Without a playbook the paging alone is played.
    """

    at: int
    playbook: str = ""
    harm: str = ""
    severity: str = ""
    region: str = ""
    facts: tuple[FactTest, ...] = ()
    answers: Mapping[str, tuple[str, ...]] = NONE
    events: Mapping[str, tuple[int, ...]] = NEVER
    silent: frozenset[str] = frozenset()
    silent_levels: int = 0
