"""The worst minutes that the engine proves are those that trying each minute and each way finds.

A handful of books of each style, always the same. For a long run over others:
WATCHBILL_EXAMPLES=300 pytest -n 0 tests/simulate/test_worst.py
"""

import os

import pytest

from tests.simulate.proving import compared, oracle, searched
from tests.simulate.random_books import STYLES, drawn

EXAMPLES = int(os.environ.get("WATCHBILL_EXAMPLES", "0"))
# Books of more ways than this take the oracle too long.
WAYS = 300


@pytest.mark.parametrize("style", STYLES)
def test_the_engine_proves_what_the_oracle_finds(style):
    wrong = []
    for number in range(EXAMPLES or 6):
        case = drawn(style, number)
        if searched(*case).ways <= WAYS:
            wrong += [f"{style} {number}: {words}" for words in compared(case, oracle(*case))]
    assert wrong == []
