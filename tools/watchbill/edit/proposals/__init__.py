"""What somebody without Git asks for in a form of the repository, as an edit of one document."""

from watchbill.edit.proposals import contact, schedule, step, target
from watchbill.edit.proposals.form import Form

FORMS: tuple[Form, ...] = (target.FORM, step.FORM, contact.FORM, schedule.FORM)
# The forms that a person reads, and the question that names the document.
_OTHER = ("5-other", "document")
_LAW = ("6-legal-clock", "obligation")


def form_for(kind: str) -> tuple[str, str]:
    """The form that fits a kind of document, its file without `.yml`, and the id of its question for the document."""
    fitting = ((form.id, "document") for form in FORMS if kind in form.kinds)
    return next(fitting, _LAW if kind == "obligation" else _OTHER)


def form_names() -> tuple[str, ...]:
    """The files of all forms about the book, without `.yml`."""
    return (*(form.id for form in FORMS), _OTHER[0], _LAW[0])
