"""Words that tell an order from a description, and orders from one another.

English has no ending that marks an order: what can be told is what an order never begins with. A word that is
not on these lists passes.
"""

import re
from collections.abc import Iterator

from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook, Task
from watchbill.model.runbook import Runbook
from watchbill.where import Address


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# No verb: articles, pronouns, prepositions, conjunctions, questions, adverbs. "Then" may stand before one.
SMALL = _words(
    """
    a about after all also always an and any are as at be because been before being both but by
    during each every everybody everyone finally first for from had has he her his how if
    immediately in into is it its may might must never new next no nobody not of off on once
    only or our over she should so some that the their there these they this those to until
    upon was we were what when where whether which while who whose why will with within without
    would you your
    """
)
# Verbs that look like something else.
_ING = _words(
    """
    bring cling fling king ping ring sing sling spring sting string swing wring
    """
)
_ED = _words(
    """
    bed bleed breed embed exceed feed heed need proceed seed shed shred speed succeed wed weed
    """
)
_S = _words("bias bus canvas focus gas refocus")
_NOUN = re.compile(r".{3,}(?:tion|sion|ment|ness|ance|ence|ity)$")
_VERBS = _words(
    """
    advance auction audition balance caution cement chance commence comment commission
    complement compliment condition distance document enhance envision evidence experience
    experiment ferment finance fragment function implement influence instance lament license
    mention partition petition position provision question ration reference requisition romance
    sanction section segment sentence sequence silence station supplement torment transition
    trance witness harness
    """
)
# Verbs that an order of a desk begins with. A noun that is written alike ("report", "care") is not among them.
ACTS = _words(
    """
    add agree apply ask attach begin block bring build call cancel check choose classify close
    collect compare confirm copy decide delete disable disclose explain fill find fix freeze
    give go hand hide identify inform keep lift listen lock log look make mend merge move notify
    offer open page pause phone preserve prepare publish put read release remove restore
    restrict return revoke say seal search see send set stop store submit suspend sweep take
    talk tell transmit try undo verify wait warn write
    """
)
_WORD = re.compile(r"[A-Za-z]+(?:['\u2019-][A-Za-z]+)*")
_FOLLOWS = re.compile(r"(?:[,;]|,? (?:and|then|and then)) ([a-z]+)")


def orders(book: Book) -> Iterator[tuple[Address, str]]:
    """The title of each task of a playbook and of each step of a runbook, with its address; of no draft."""
    for playbook in book.each(Playbook):
        for stop, step in flow_of(playbook).work if playbook.status != "draft" else ():
            if isinstance(step, Task):
                yield Address(playbook.key, (*stop.path, "title")), step.title
    for runbook in book.each(Runbook):
        for place, one in enumerate(runbook.body.steps if runbook.status != "draft" else ()):
            yield Address(runbook.key, ("body", "steps", place, "title")), one.title


def no_order(title: str) -> str:
    """The first word of a title that begins with no verb; "" where it may be one."""
    found = _WORD.search(title)
    word = found[0] if found else ""
    return word if word and _plain(word.lower()) else ""


def _plain(word: str) -> bool:
    """Whether a word in small letters is for sure no verb that orders."""
    if word in SMALL:
        return True
    if word.endswith("ing"):
        return len(word) > 4 and word not in _ING
    if word.endswith("ed"):
        return len(word) > 3 and word not in _ED
    if word.endswith("s"):
        return len(word) > 3 and not word.endswith("ss") and word not in (*_S, *_VERBS)
    return bool(_NOUN.match(word)) and word not in _VERBS


def further(title: str) -> tuple[str, ...]:
    """The verbs of the orders in a title behind the first."""
    return tuple(word for word in _FOLLOWS.findall(title) if word in ACTS)
