"""What is asked of one playbook: its clocks, whom its cases page, over which starts; and what is in time for sure."""

from collections.abc import Iterable, Iterator

from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook, Wait
from watchbill.simulate.matrix import Case
from watchbill.simulate.proof.clocks import Clock, clocks
from watchbill.simulate.proof.critical import latest
from watchbill.simulate.proof.extremes import extremes
from watchbill.simulate.proof.hourly import Hourly
from watchbill.simulate.proof.pages import Answered, Taken, answers, taken
from watchbill.simulate.proof.people import People
from watchbill.simulate.proof.sums import Sums
from watchbill.simulate.proof.sure import Sure
from watchbill.simulate.proof.when import Range
from watchbill.timeline.spans import Span, merged

# More ways through a playbook than this are not told.
MOST = 4096


def roles_of(playbook: Playbook) -> list[str]:
    """Every role that works on a playbook."""
    steps = [step for line in (playbook.steps, *playbook.lines.values()) for step in line]
    work = [step for step in steps if not isinstance(step, Wait)]
    return list(dict.fromkeys(role for one in work for role in (one.role, one.second) if role))


class Question:
    """One playbook: its clocks, the paths of the matrix that it takes, and the range of starts."""

    def __init__(self, book: Book, playbook: Playbook, whole: People) -> None:
        self.book, self.playbook, self.people = book, playbook, whole
        roles = roles_of(playbook)
        whole.read(roles)
        self.clocks = clocks(book, whole, playbook)
        case = Case(playbook.id, playbook.harm or "", playbook.default_severity)
        everywhere = (Span(whole.start, whole.end),)
        self.taken = taken(book, whole, case, everywhere)
        paged = list(dict.fromkeys(role for one in self.taken for role in paged_roles(one)))
        whole.read(paged)
        begin = max((whole.begins(role) for role in (*roles, *paged)), default=whole.start)
        self.range = Range(min(begin, whole.end), whole.end)
        self.sums = Sums(self.range)

    def unsure(self) -> list[Clock]:
        """The clocks that the critical path does not show to be in time."""
        sure = Sure(flow_of(self.playbook), self.people, self.sums)
        late = set[Clock]()
        for one in self.taken:
            for here, silent, asked in self.asked(one, self.clocks):
                for answered in answers(self.people, here, silent):
                    left = [clock for clock in asked if clock not in late]
                    late |= self._unsure(sure, answered, left)
        return [clock for clock in self.clocks if clock in late]

    def _unsure(self, sure: Sure, answered: Answered, asked: Iterable[Clock]) -> set[Clock]:
        """The clocks of these that are not shown to be in time for these answers."""
        flow, most = flow_of(self.playbook), extremes(self.people)
        known = latest(flow, most, self.sums, answered)
        late = {clock for clock in asked if not sure.met(clock, known)}
        open_ = [clock for clock in late if known is not None and sure.open(clock)]
        still = late.difference(open_)
        if open_:
            for origin in (-1, *(stop.number for stop, _ in flow.waits)):
                over = answered.starts if origin < 0 else (Span(*self.range),)
                hourly = Hourly(flow, most, answered, origin)
                dues = [(clock, sure.due(clock)) for clock in open_]
                still |= hourly.late(dues, over[0].start, over[-1].end - 1)
        return still

    def asked(
        self, one: Taken, wanted: Iterable[Clock]
    ) -> Iterator[tuple[Taken, int, list[Clock]]]:
        """A path over the starts in range, the silent levels, and the clocks that are proven with so many."""
        starts = merged((max(a, self.range.start), b) for a, b in one.starts)
        if not starts:
            return
        by_silence: dict[int, list[Clock]] = {}
        for clock in wanted:
            by_silence.setdefault(min(clock.silent, len(one.path.levels) - 1), []).append(clock)
        for silent, asked in sorted(by_silence.items()):
            yield one._replace(starts=starts), silent, asked


def paged_roles(one: Taken) -> Iterator[str]:
    """The roles of a path."""
    for level in one.path.levels:
        yield from level.page
        yield from level.tell
