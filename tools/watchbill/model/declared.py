"""What documents declare inside themselves: roles, regions, audiences, facts, events, severities, milestones."""

from collections.abc import Callable
from typing import Any, TypeVar

from watchbill.model.base import Document
from watchbill.model.card import Card
from watchbill.model.commitments import Harm, ServiceLevel, SeverityLadder
from watchbill.model.organization import (
    Audience,
    CaseFact,
    Event,
    Facts,
    Organization,
    Region,
    Role,
    Switch,
)
from watchbill.model.tiers import Tiers

D = TypeVar("D", bound=Document)
T = TypeVar("T")


class Declared:
    """The declared names of a book, gathered once and noted as read each time that they are asked for."""

    def __init__(self) -> None:
        self._memo: dict[str, Any] = {}

    def all(self, kind: type[D]) -> tuple[D, ...]:
        """All documents of a kind, by id."""
        raise NotImplementedError

    def get(self, kind: type[D], id: str) -> D | None:
        """The document of that kind and id, or None."""
        raise NotImplementedError

    def _read(self, what: str) -> None:
        raise NotImplementedError

    def _gathered(self, name: str, kind: type[Document], gather: Callable[[], T]) -> T:
        self._read(f"{kind.KIND}:*")
        if name not in self._memo:
            self._memo[name] = gather()
        found: T = self._memo[name]
        return found

    def roles(self) -> dict[str, Role]:
        """The organisation's roles by id."""
        return self._gathered(
            "roles",
            Organization,
            lambda: {role.id: role for org in self.all(Organization) for role in org.roles},
        )

    def regions(self) -> dict[str, Region]:
        """The organisation's regions by id."""
        return self._gathered(
            "regions",
            Organization,
            lambda: {region.id: region for org in self.all(Organization) for region in org.regions},
        )

    def audiences(self) -> dict[str, Audience]:
        """The organisation's audiences by id."""
        return self._gathered(
            "audiences",
            Organization,
            lambda: {tier.id: tier for org in self.all(Organization) for tier in org.audiences},
        )

    def default_audience(self) -> str:
        """The audience of a document that names none ("" without an organisation)."""
        return self._gathered(
            "default",
            Organization,
            lambda: next((org.default_audience for org in self.all(Organization)), ""),
        )

    def tiers(self) -> Tiers:
        """The partial order of audiences."""
        return self._gathered(
            "tiers",
            Organization,
            lambda: Tiers({tier.id: tier.reads for tier in self.audiences().values()}),
        )

    def audience_of(self, document: Document | Card) -> str:
        """The audience of a document, its own or the default."""
        return document.audience or self.default_audience()

    def switches(self) -> dict[str, Switch]:
        """The organisation's facts by id."""
        return self._gathered(
            "switches",
            Facts,
            lambda: {switch.id: switch for facts in self.all(Facts) for switch in facts.switches},
        )

    def case_facts(self) -> dict[str, CaseFact]:
        """The facts of one incident by id."""
        return self._gathered(
            "case facts",
            Facts,
            lambda: {fact.id: fact for facts in self.all(Facts) for fact in facts.case_facts},
        )

    def events(self) -> dict[str, Event]:
        """The events by id."""
        return self._gathered(
            "events",
            Facts,
            lambda: {event.id: event for facts in self.all(Facts) for event in facts.events},
        )

    def severities(self) -> tuple[str, ...]:
        """The ladder's severities, worst first."""
        return self._gathered(
            "severities",
            SeverityLadder,
            lambda: tuple(rung.id for one in self.all(SeverityLadder) for rung in one.levels),
        )

    def milestones(self, service_level: str) -> frozenset[str]:
        """The milestones that a service level has targets for."""
        level = self.get(ServiceLevel, service_level)
        targets = level.targets.values() if level else ()
        return frozenset(name for by_milestone in targets for name in by_milestone)

    def harms(self) -> dict[str, Harm]:
        """The harms by id."""
        return self._gathered("harms", Harm, lambda: {harm.id: harm for harm in self.all(Harm)})
