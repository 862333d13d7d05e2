"""The worst minutes that the engine proves are those that trying each minute and each way finds.

Over small books that are always the same. For a long run over ever new ones:
WATCHBILL_EXAMPLES=3000 pytest -n 0 tests/simulate/test_worst.py
"""

import os

from hypothesis import HealthCheck, given, settings

from tests.simulate.proving import differences
from tests.simulate.random_books import books

EXAMPLES = int(os.environ.get("WATCHBILL_EXAMPLES", "0"))


def often(number: int) -> settings:
    return settings(
        max_examples=EXAMPLES or number,
        deadline=None,
        derandomize=not EXAMPLES,
        suppress_health_check=list(HealthCheck),
    )


@often(120)
@given(books(calendars=False))
def test_laws_own_limits_and_promises_in_real_time(case):
    assert differences(case[:3]) == []


@often(60)
@given(books())
def test_promises_in_the_open_hours_of_a_calendar(case):
    assert differences(case[:3], "target") == []
