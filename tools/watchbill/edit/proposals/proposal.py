"""A form that was filled in, carried out: the one value that it is about, in the one file that holds it."""

import copy
from typing import Any, NamedTuple

from watchbill.edit.held import Refused, Rewritten, rewritten
from watchbill.edit.proposals import FORMS
from watchbill.edit.proposals.body import read
from watchbill.edit.proposals.form import Answers, Change, Form, Wrong
from watchbill.edit.proposals.named import opened
from watchbill.load.loaded import Loaded


class Proposal(NamedTuple):
    """What was asked, and the file as it would be."""

    form: Form
    answers: Answers
    change: Change
    file: Rewritten

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.change.document.partition(":")[2]

    @property
    def title(self) -> str:
        """One line that names what is changed, in words of the book only."""
        return f"{self.id}: {self.change.what}"


def propose(loaded: Loaded, body: str) -> Proposal:
    """What the body of an issue asks for. Raises Wrong where it cannot be carried out, CannotRun."""
    form, answers = read(body, FORMS)
    change = form.propose(loaded, answers)
    kind, _, id = change.document.partition(":")
    was = opened(loaded, kind, id)
    data = copy.deepcopy(was.data)
    _put(data, change.path, change.value)
    try:
        made = rewritten(was, data)
    except Refused as error:
        raise Wrong("", f"`{id}` would not be valid any more: {error}") from None
    if made is None:
        raise Wrong("", f"`{id}` says so already ({change.what})")
    return Proposal(form, answers, change, made)


def _put(data: Any, path: tuple[str | int, ...], value: Any) -> None:
    """Sets what stands at a path, adds it at the end of a list, or takes it away (None)."""
    *above, last = path
    for part in above:
        data = data[part]
    if value is None:
        del data[last]
    elif isinstance(data, list) and last == len(data):
        data.append(value)
    else:
        data[last] = value
