"""The worst minutes of some hundreds of books by chance are still those that the oracle found.

`make golden ARGS=tests/simulate/test_worst_kept.py` asks the oracle anew, for some minutes.
"""

import pytest

from tests.simulate.kept_books import answered
from tests.simulate.proving import compared
from tests.simulate.random_books import STYLES


@pytest.mark.parametrize("style", STYLES)
def test_the_engine_proves_what_the_oracle_found(style):
    wrong = [
        f"{style} {book.number}: {words}"
        for book in answered(style)
        for words in compared(book.case, book.found)
    ]
    assert wrong == []
