"""A proposal as the body of a pull request: what was asked, what it means, what lint says of it.

What was answered is shown so that nothing in it means anything. GitHub refuses a body of more than 65,536
characters, so that of the comparison is kept short.
"""

from collections.abc import Sequence

from watchbill.diff.change import Direction
from watchbill.edit.proposals.form import WEAKER
from watchbill.edit.proposals.proposal import Proposal
from watchbill.finding import Finding
from watchbill.report.changes import Comparison
from watchbill.report.changes_markdown import MARK, could_not, markdown
from watchbill.report.inert import inert, quoted
from watchbill.report.text import UNSHOWN

_BUDGET = 30_000
# Of each answer and of all findings, as they are written here: an `@` is nine characters then.
_MOST_OF_AN_ANSWER = 3_000
_MOST_OF_FINDINGS = 8_000
_ELSE = (
    "**The form says that no promise becomes weaker. The comparison below finds that one does.**"
)
# What stands in the table; the others are quoted below it.
_SHORT = ("from", "until", "weaker")


def proposal_body(asked: Proposal, found: Comparison | str, findings: Sequence[Finding]) -> str:
    """The whole body. `found` is why nothing could be compared, where that is so."""
    change = asked.change
    rows = [
        ("Document", change.document),
        ("What", change.what),
        ("It says", change.before or "nothing"),
        ("It would say", change.after or "nothing"),
        *(
            (one.label, _cut(asked.answers.at(one.id)))
            for one in asked.form.questions
            if one.id in _SHORT
        ),
    ]
    table = "\n".join(f"| {name} | {inert(_cut(said))} |" for name, said in rows if said)
    means = could_not(found) if isinstance(found, str) else markdown(found, budget=_BUDGET)
    parts = [
        f"### {inert(asked.title)}",
        f"| | |\n|---|---|\n{table}",
        *([_ELSE] if _says_no(asked, found) else []),
        f"**Why**\n\n{quoted(_cut(asked.answers.at('why')))}",
        means.replace(f"{MARK}\n", "").strip(),
        _findings(findings),
    ]
    return "\n\n".join(parts) + "\n"


def _says_no(asked: Proposal, found: Comparison | str) -> bool:
    """Whether the form says that nothing becomes weaker where something does."""
    if isinstance(found, str) or asked.answers.at(WEAKER.id) != WEAKER.options[0]:
        return False
    return any(one.change.direction is Direction.WEAKER for one in found.placed)


def _findings(findings: Sequence[Finding]) -> str:
    if not findings:
        return "**Lint:** nothing that was not there before."
    rows: list[str] = []
    for one in findings:
        row = f"- {inert(_said(one))}"
        if len("\n".join([*rows, row])) > _MOST_OF_FINDINGS:
            break
        rows.append(row)
    more = len(findings) - len(rows)
    end = [f"- and {more} more"] if more else []
    return "\n".join(["**Lint finds, and did not before:**", "", *rows, *end])


def _said(one: Finding) -> str:
    """A finding in one line; what must not be repeated is only named."""
    message = "something that must not stand here" if one.rule in UNSHOWN else one.message
    mend = f" ({one.mend})" if one.mend and one.rule not in UNSHOWN else ""
    return f"{one.level.value}: {one.place}: {message}{mend} [{one.rule}]"


def _cut(words: str) -> str:
    """As much of an answer as has room, whatever stands in it."""
    kept = words[:_MOST_OF_AN_ANSWER]
    while len(quoted(kept)) > _MOST_OF_AN_ANSWER:
        kept = kept[: len(kept) // 2]
    return kept if kept == words else f"{kept} ..."


def wrong_words(label: str, why: str) -> str:
    """Why a form could not be carried out, for the person who filled it in."""
    return f"{label}: {why}" if label else why
