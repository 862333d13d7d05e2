"""What is known at a moment of a case: counsel's switches, and the facts that answers set."""

from collections.abc import Iterable, Mapping

from watchbill.model.organization import Switch
from watchbill.model.types import FactTest


class Known:
    """Facts by id: true, false or a value. A switch without a value counts as true."""

    def __init__(self, switches: Mapping[str, Switch], given: Iterable[FactTest] = ()) -> None:
        self._open = frozenset(id for id, one in switches.items() if one.value is None)
        self._values: dict[str, str | bool] = {
            id: one.value is not False for id, one in switches.items()
        }
        self.open_switches: dict[str, None] = {}
        self._learnt: set[str] = set()
        for test in given:
            self.learn(test)

    def learn(self, test: FactTest) -> bool:
        """Takes a fact as it is told. Returns False where an earlier answer said otherwise."""
        agrees = test.fact not in self._learnt or self.holds(test) is not False
        self._values[test.fact] = test.value
        self._learnt.add(test.fact)
        return agrees

    def holds(self, test: FactTest) -> bool | None:
        """Whether a condition holds; None where nothing is known that decides it."""
        if test.fact in self._open and test.fact not in self._learnt:
            self.open_switches[test.fact] = None
        value = self._values.get(test.fact)
        if value is None:
            return None
        if isinstance(test.value, bool):
            return (value is not False) is test.value
        return None if value is True else value == test.value

    def contradicted(self, tests: Iterable[FactTest]) -> FactTest | None:
        """The first condition that is known not to hold."""
        return next((test for test in tests if self.holds(test) is False), None)
