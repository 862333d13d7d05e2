"""The body of an issue as GitHub makes it of a form: `### Label`, a blank line, the answer.

The text may have been changed by hand since, and everybody may have written it. What cannot be told apart
for certain is refused.
"""

import re
import unicodedata
from collections.abc import Sequence

from watchbill.edit.proposals.form import Answers, Form, Question, Wrong
from watchbill.load.text import shown, unseen

MOST_CHARACTERS = 70_000
_NOTHING = "_No response_"
_NOT_PICKED = "None"
_FENCE = re.compile(r"(`{3,}|~{3,})[a-z]*")


def read(body: str, forms: Sequence[Form]) -> tuple[Form, Answers]:
    """The form that a body is of, and its answers. Raises Wrong."""
    if len(body) > MOST_CHARACTERS:
        raise Wrong("", f"the text has more than {MOST_CHARACTERS:,} characters")
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    labels = {_label(line) for line in lines}
    form = next((one for one in forms if one.questions[0].label in labels), None)
    if form is None:
        raise Wrong("", "the text is not that of one of the forms; open a new one and fill it in")
    return form, Answers(form.questions, _answers(lines, form))


def _label(line: str) -> str:
    return line[4:].strip() if line.startswith("### ") else ""


def _answers(lines: list[str], form: Form) -> dict[str, str]:
    wanted = {one.label: one for one in form.questions}
    heads = [(number, _label(line)) for number, line in enumerate(lines) if _label(line) in wanted]
    found = [label for _, label in heads]
    for question in form.questions:
        if question.label not in found:
            raise Wrong(
                question.label, "the question is not in the text any more; fill the form in again"
            )
        if found.count(question.label) > 1:
            raise Wrong(
                question.label,
                f"an answer has a line `### {question.label}`, as the form itself has; write it without `###`",
            )
    if found != list(wanted):
        raise Wrong("", "the questions are not in their order any more; fill the form in again")
    ends = [number for number, _ in heads[1:]] + [len(lines)]
    return {
        wanted[label].id: _answer(lines[number + 1 : end], wanted[label])
        for (number, label), end in zip(heads, ends, strict=True)
    }


def _answer(lines: list[str], question: Question) -> str:
    """One answer without what GitHub puts around it. Raises Wrong."""
    text = unicodedata.normalize("NFC", "\n".join(lines).strip("\n ").replace("\t", "    "))
    text = "\n".join(line.rstrip() for line in _bare(text).split("\n")).strip("\n")
    if text.strip() == _NOTHING or (question.options and text == _NOT_PICKED):
        text = ""
    hidden = next((found for line in text.split("\n") if (found := unseen(line))), "")
    if hidden:
        raise Wrong(
            question.label, f"the answer has a character that nobody sees (U+{ord(hidden):04X})"
        )
    if question.required and not text.strip():
        raise Wrong(question.label, "there is no answer")
    if text and question.options and text not in question.options:
        said = f"`{shown(text)}` cannot be picked; the answers are: {', '.join(question.options)}"
        raise Wrong(question.label, said)
    return text


def _bare(text: str) -> str:
    """A text without the fence that is all around it."""
    first, *rest = text.split("\n")
    fence = _FENCE.fullmatch(first.strip())
    if fence and rest and rest[-1].strip() == fence[1] and fence[1] not in "\n".join(rest[:-1]):
        return "\n".join(rest[:-1])
    return text
