"""A form for people without Git: its questions, the answers to them, and what they ask to be changed."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from watchbill.load.loaded import Loaded


class Wrong(Exception):
    """An answer that cannot be carried out: the question's label ("" for the form as a whole), and why."""

    def __init__(self, label: str, why: str) -> None:
        super().__init__(why)
        self.label = label


class Question(NamedTuple):
    """A question of a form: its id, its label on the page, and for a list the answers that can be picked."""

    id: str
    label: str
    options: tuple[str, ...] = ()
    required: bool = True


class Answers(NamedTuple):
    """What was answered, by the question's id; "" where nothing was."""

    questions: tuple[Question, ...]
    given: Mapping[str, str]

    def at(self, id: str) -> str:
        """The answer to a question."""
        return self.given[id]

    def line(self, id: str) -> str:
        """An answer that must be one line, without quotes and backticks around it. Raises Wrong."""
        words = self.given[id].strip().strip("`").strip()
        if "\n" in words:
            raise self.wrong(id, "the answer has several lines; it must be one")
        return words

    def wrong(self, id: str, why: str) -> Wrong:
        """What is wrong with an answer, to be raised."""
        label = next(one.label for one in self.questions if one.id == id)
        return Wrong(label, why)


class Change(NamedTuple):
    """One value of one document that is to be another.

    `path` leads to it; `value` is plain data, None to take it away. `what` says in a few words which it is, in
    ids of the book only, and `before` and `after` what it says.
    """

    document: str
    path: tuple[str | int, ...]
    value: Any
    what: str
    before: str
    after: str


class Form(NamedTuple):
    """A form: the file of its template without `.yml`, the kinds it is for, its questions, and how it is read."""

    id: str
    kinds: tuple[str, ...]
    questions: tuple[Question, ...]
    propose: Callable[[Loaded, Answers], Change]


WHY = Question("why", "Why")
FROM = Question("from", "From when", required=False)
WEAKER = Question(
    "weaker",
    "Does a promise become weaker",
    ("No", "Yes, and it is said above why", "I cannot tell"),
)
