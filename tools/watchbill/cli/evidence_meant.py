"""Which documents the words of `--for` mean: an id, `kind:id`, or a provision of law as it is cited."""

from watchbill.errors import CannotRun
from watchbill.load.text import shown
from watchbill.load.validate import near
from watchbill.model.book import Book
from watchbill.model.citation import fits, provision
from watchbill.model.law import Obligation

_MOST = 20


class Sought:
    """What the words mean, looked for in one book after the other."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._hint = ""

    def find(self, book: Book) -> tuple[str, ...]:
        """What they mean in a book; none where it has nothing of the kind. Raises CannotRun where they mean several."""
        keys = tuple(key for key in book.keys if self._words in (key, key.partition(":")[2]))
        if len(keys) > 1:
            raise CannotRun(self._several([(key, book.cards[key].title) for key in keys]))
        self._hint = self._hint or near(self._words, [key.partition(":")[2] for key in book.keys])
        return keys or self._cited(book)

    def _cited(self, book: Book) -> tuple[str, ...]:
        """The obligations under the provision that is asked for; those of one article go together."""
        asked = provision(self._words)
        found = [one for one in book.all(Obligation) if fits(asked, provision(one.citation))]
        if len({provision(one.citation).article for one in found}) > 1:
            raise CannotRun(self._several([(one.key, one.citation) for one in found]))
        return tuple(one.key for one in found)

    def _several(self, found: list[tuple[str, str]]) -> str:
        rows = [f"  {key}  {shown(title, 100)}" for key, title in found[:_MOST]]
        more = [f"  and {len(found) - _MOST} more"] if len(found) > _MOST else []
        head = f"`{shown(self._words)}` means {len(found)} documents; say which:"
        return "\n".join([head, *rows, *more])

    @property
    def nothing(self) -> str:
        """That nothing was found, and what may have been meant."""
        hint = f" ({self._hint})" if self._hint else ""
        return f"the book has no document or citation `{shown(self._words)}`{hint} in any commit"
