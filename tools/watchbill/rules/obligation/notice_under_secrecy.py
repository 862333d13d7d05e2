"""No message tells the user of a case while a law of the playbook forbids it.

A notice that goes out under secrecy warns whom the authority is after, and cannot be called back. On every way to
it an answer has to have said that secrecy does not hold.

Bad:
    kind: obligation
    secrecy: The user must not be told.
    ---
    kind: message
    tells_user: true

Good:
    kind: obligation
    secrecy: The user must not be told where a person in the Union is concerned.
    secret_if: [eu-linked]
    ---
    kind: message
    tells_user: true
    ---
    kind: playbook
    steps:
      - id: linked
        ask: Are the accounts linked?
        role: analyst
        takes: 20m
        in_doubt: Treat them as linked.
        answers:
          - {answer: "Yes", go: block}
          - {answer: "No", go: secret, excuses: {contained: Nothing to contain}}
      - id: block
        title: Block the accounts
        role: analyst
        takes: 15m
        runbook: block-account
        reaches: [contained]
      - id: secret
        ask: Is a person in the Union concerned?
        role: analyst
        takes: 5m
        in_doubt: Take it that one is.
        answers:
          - {answer: "Yes", go: close, means: [eu-linked], excuses: {answer-law: Secrecy holds}}
          - {answer: "No", go: answer, means: [not eu-linked]}
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
      - id: close
        title: Close the case
        role: analyst
        takes: 5m
        reaches: [resolved]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.graph.walk import State, Walk
from watchbill.model.book import Book
from watchbill.model.message import Message
from watchbill.model.response import Playbook, Step
from watchbill.rules.ground import Duty, declared, ground, ruled_out
from watchbill.where import Address

ID = "obligation/notice-under-secrecy"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every step with a message to the user, against every law of its playbook that forbids it."""
    for playbook in book.each(Playbook):
        duties, _, walk = ground(book, playbook)
        secret = [one for one in duties if one.law.secrecy and _possible(book, one)]
        if walk is None or not secret:
            continue
        for stop, step in walk.flow.work:
            told = [id for id in step.messages if _tells(book, id)]
            for duty in secret if told else ():
                state = _forbidden(walk, stop.number, step, duty)
                if state is not None:
                    yield Hit(
                        Address(
                            playbook.key, (*stop.path, "messages", step.messages.index(told[0]))
                        ),
                        f"`{told[0]}` tells the user, and `{duty.law.id}` may forbid it"
                        f"{walk.on_path(state)}",
                        _mend(duty),
                    )


def _possible(book: Book, duty: Duty) -> bool:
    """Whether no fact of the organisation rules the law or its secrecy out."""
    return duty.excluded is None and not ruled_out(duty.law.secret_if, declared(book).switches)


def _tells(book: Book, id: str) -> bool:
    message = book.get(Message, id)
    return message is not None and message.tells_user


def _forbidden(walk: Walk, number: int, step: Step, duty: Duty) -> State | None:
    """A way on which the step is done while the law's clock runs and nothing says that it is no secret."""
    asked = {test.fact for test in walk.flow.tests}
    free = 0
    for test in duty.law.secret_if:
        free |= walk.bits.learn(test).against if test.fact in asked else 0
    known = 0
    for test in step.only_if:
        known |= walk.bits.learn(test).add
    for state in walk.minds_at(number):
        passed_over = walk.denied(state, step.only_if)
        if passed_over is None and duty.arises(state[1]) and not (state[1] | known) & free:
            return state
    return None


def _mend(duty: Duty) -> str:
    if not duty.law.secret_if:
        return "send it where no law forbids it, or say under `secret_if` when it does"
    facts = ", ".join(test.text for test in duty.law.secret_if)
    return f"ask first; an answer that means the contrary of `{facts}` lets it go out"
