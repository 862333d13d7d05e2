"""What is known on a path of a proof: facts that answers set, and facts that were taken for granted."""

from collections.abc import Iterable, Mapping

from watchbill.model.book import Book
from watchbill.model.types import FactTest

Mind = dict[object, object]
Values = Mapping[str, tuple[str, ...]]


def beginning(book: Book) -> Mind:
    """The facts of the organisation; an unknown one counts as true."""
    return {id: switch.value is not False for id, switch in book.switches().items()}


def holds(mind: Mind, test: FactTest) -> bool | None:
    """Whether a condition holds; None where nothing is known that decides it."""
    if (test.fact, test.value) in mind:
        return False
    value = mind.get(test.fact)
    if value is None:
        return None
    if isinstance(test.value, bool):
        return (value is not False) is test.value
    return None if value is True else value == test.value


def learn(mind: Mind, test: FactTest) -> bool:
    """Takes in a fact; False where it contradicts what is known."""
    if holds(mind, test) is False:
        return False
    if not (test.value is True and mind.get(test.fact)):
        mind[test.fact] = test.value
    return True


def doubt(mind: Mind, test: FactTest, values: Values) -> FactTest | None:
    """Takes in the opposite of a condition, and returns it; None where it cannot be."""
    if holds(mind, test) is True:
        return None
    if isinstance(test.value, bool):
        opposite = FactTest(
            test.fact, not test.value, test.fact if not test.value else f"not {test.fact}"
        )
        return opposite if learn(mind, opposite) else None
    mind[test.fact, test.value] = None
    left = [one for one in values.get(test.fact, ()) if (test.fact, one) not in mind]
    if values.get(test.fact) and not left:
        return None
    return FactTest(test.fact, False, f"{test.fact} is not {test.value}")


def denied(mind: Mind, tests: Iterable[FactTest]) -> bool:
    """Whether any of these is known not to hold."""
    return any(holds(mind, test) is False for test in tests)
