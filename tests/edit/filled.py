"""A form that somebody filled in, as GitHub makes an issue's body of it."""

from watchbill.edit.proposals import FORMS

_PICKED = {"weaker": "No", "why": "Measured in the last drill."}


def filled(form: str, **answers: str) -> str:
    """The body of an issue: what is not answered is left open."""
    (found,) = (one for one in FORMS if one.id == form)
    given = {**_PICKED, **answers}
    parts = []
    for question in found.questions:
        parts += [f"### {question.label}", given.pop(question.id, "_No response_")]
    assert not given, given
    return "\n\n".join(parts)
