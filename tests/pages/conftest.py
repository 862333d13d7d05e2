"""A small book with things that only some may read, and desks for its editions."""

from collections.abc import Callable
from pathlib import Path

import pytest

import smallest
from watchbill.model.book import Book
from watchbill.pages.desk import Desk, Source
from watchbill.pages.edition import edition

REPOSITORY = Path(__file__).parents[2]
SOURCE = Source("0123456789ab", smallest.NOW)
# Above `internal`: each canary stands in another kind of hiding place.
CANARIES = """
kind: runbook
id: sealed-canary-book
title: Zebra canary in a title of its own
audience: restricted
summary: Zebra canary in the summary of a hidden runbook.
---
kind: harm
id: hidden-canary-harm
title: Zebra canary of a hidden harm
audience: restricted
---
kind: playbook
steps:
  - id: linked
    ask: Are the accounts linked?
    role: analyst
    takes: 20m
    do: |
      Look at the payee. See [[runbook:sealed-canary-book]] and [[runbook:block-account]].

      ::: restricted
      Zebra canary inside a fence of prose.
      :::
    answers:
      - {answer: "Yes", go: secret-canary-ask}
      - {answer: "No", go: answer, excuses: {contained: Nothing to contain}}
  - id: secret-canary-ask
    ask: Zebra canary as a hidden question?
    audience: restricted
    stub: A trained colleague decides.
    role: analyst
    takes: 5m
    answers:
      - {answer: Zebra canary as a hidden answer, go: block}
      - {answer: Zebra canary as another hidden answer, go: answer}
  - id: secret-canary-task
    title: Zebra canary as a hidden task
    audience: restricted
    role: analyst
    takes: 5m
    go: answer
  - id: block
    title: Block the accounts
    role: analyst
    takes: 15m
    runbook: block-account
    reaches: [contained]
  - id: answer
    title: Answer the notice
    role: analyst
    takes: 15m
    messages: [notice]
    discharges: [answer-law]
    reaches: [resolved]
---
kind: escalation
paths:
  desk-first:
    title: The desk, then counsel
    decides: analyst
    levels:
      - {after: 0m, page: [analyst], repeat: 2m}
  canary-path:
    title: Zebra canary as a path of a hidden harm
    decides: analyst
    levels:
      - {after: 0m, page: [counsel], repeat: 2m}
matrix:
  - {harm: hidden-canary-harm, path: canary-path}
  - {path: desk-first}
"""


@pytest.fixture
def canaries() -> Book:
    return smallest.book(smallest.overlaid(CANARIES))


@pytest.fixture
def desk_for() -> Callable[..., Desk]:
    def make(book: Book | None = None, audience: str = "restricted", reader: str = "") -> Desk:
        part = edition(book or smallest.book(), audience, reader)
        return Desk(part, SOURCE, "2026.1", fictional=True)

    return make


@pytest.fixture
def with_example() -> Callable[[str], Book]:
    return lambda example: smallest.book(smallest.overlaid(example))
