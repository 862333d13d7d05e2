"""How heavy the material of a queue is, and which limits on it hold for a crew."""

from collections.abc import Iterator

from watchbill.model.book import Book
from watchbill.model.commitments import Harm
from watchbill.model.operations import Crew, ExposureLimit, Queue
from watchbill.model.time import Schedule


def weight_of(book: Book, queue: Queue) -> str:
    """How heavy the material of a queue is: its own word, or the heaviest of its harms; `E0` where neither says."""
    harms = (book.get(Harm, id) for id in queue.harms)
    return queue.exposure or max((one.exposure for one in harms if one), default="E0")


def limits_for(book: Book, crew: Crew) -> Iterator[ExposureLimit]:
    """The limits in force for a crew: those of its group, and of the team that keeps its schedule."""
    for limit in book.all(ExposureLimit):
        if limit.status == "active" and holds_for(book, limit, crew):
            yield limit


def holds_for(book: Book, limit: ExposureLimit, crew: Crew) -> bool:
    """Whether a limit holds for a crew; one that names nobody holds for everybody."""
    return not limit.applies_to or group_of(book, crew) in limit.applies_to


def group_of(book: Book, crew: Crew) -> str:
    """The team, vendor or partner whose people a crew is: of a schedule's, the team that keeps it."""
    schedule = book.get(Schedule, crew.who)
    return schedule.owner if schedule else crew.who
