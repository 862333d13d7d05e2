"""Every language of a queue is worked at every hour by people who hold its certificates, or the gap is stated.

A case in Polish that comes in while nobody certified for it is at work waits, or is decided by somebody
who cannot read it. Stated under `gaps:`, everybody knows what happens then. The next 400 days are looked at.

Bad:
    kind: queue
    languages: [en, pt]
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h}

Good:
    kind: queue
    languages: [en, pt]
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h}
    gaps:
      - {language: pt, hours: 24h, timezone: Europe/Lisbon, then: Translated by machine and read by two.}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.operations import Queue
from watchbill.rules.proof._schedules import horizon
from watchbill.rules.queue._crews import at_work, missing, not_begun, opens, site_of
from watchbill.timeline import spoken
from watchbill.timeline.spans import Span, Spans, merged, without
from watchbill.timeline.windows import week_days
from watchbill.where import Address

ID = "queue/nobody-certified"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every language of every queue that is not a draft."""
    for queue in book.each(Queue):
        if queue.status == "draft":
            continue
        for place, language in enumerate(queue.languages):
            holes = _holes(book, queue, language)
            if holes:
                first, *rest = holes
                zone = _zone(book, queue, language)
                more = f"; also {spoken.others(zone, rest)}" if rest else ""
                yield Hit(
                    Address(queue.key, ("languages", place)),
                    f"{spoken.stretch(zone, first)}: nobody certified works it in `{language}`{more}",
                    "give the hours to a certified crew, or state them under `gaps:` with what happens then",
                )


def _holes(book: Book, queue: Queue, language: str) -> Spans:
    ahead = horizon(book)
    worked: list[Span] = []
    for crew in queue.worked_by:
        if crew.standby or language not in crew.languages or any(missing(book, queue, crew)):
            continue
        spans = at_work(book, crew)
        if spans is None:
            return ()  # where a crew works cannot be told, that is the finding
        worked.extend((*not_begun(book, crew), *spans))
    stated = (
        span
        for gap in queue.gaps
        if gap.language == language
        for span in opens(gap.timezone, gap.hours, week_days("every-day"), ahead)
    )
    return without((ahead,), merged((*worked, *stated)))


def _zone(book: Book, queue: Queue, language: str) -> str:
    """The clock that a hole is told by: that of a crew of the language, UTC where there is none."""
    for crew in queue.worked_by:
        site = site_of(book, crew)
        if language in crew.languages and (site or crew.timezone):
            return site.timezone if site else str(crew.timezone)
    return "UTC"
