"""What the commands about one case share: their options, and words turned into a case."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

import click

from watchbill.cli.options import InstantType
from watchbill.load.library import load
from watchbill.load.loaded import Loaded
from watchbill.load.validate import near
from watchbill.model.response import Decision, Playbook, Wait
from watchbill.model.types import FactTest, parse_duration, parse_fact

F = TypeVar("F", bound=Callable[..., Any])


def with_case(function: F) -> F:
    """Adds `--severity`, `--region`, `--at`, `--root`, `--with` and `--no-cache`."""
    for option in (
        click.option("--no-cache", is_flag=True, help="Read every file anew and keep nothing."),
        click.option(
            "--with", "extra", multiple=True, type=click.Path(), help="Another folder that joins."
        ),
        click.option("--root", default=".", type=click.Path(), help="The folder of the book."),
        click.option("--at", type=InstantType(), help="The instant; left out, now."),
        click.option("--region", default="", help="The region, as the matrix reads it."),
        click.option("--severity", default="", help="The severity; left out, the default one."),
    ):
        function = option(function)
    return function


def open_case(root: str, extra: Sequence[str], at: datetime | None, no_cache: bool) -> Loaded:
    """The book, judged as at that instant. What was read anew is remembered for the next run."""
    loaded = load([root, *extra], now=at or datetime.now(UTC), cached=not no_cache)
    if loaded.kept.changed:
        loaded.cache.write(loaded.kept.with_rows())
    return loaded


def minute(at: datetime | None) -> int:
    """The instant in seconds since 1970 UTC, cut to the whole minute at which an incident starts."""
    instant = int((at or datetime.now(UTC)).timestamp())
    return instant - instant % 60


def known(what: str, word: str, words: Iterable[str]) -> str:
    """The word, if it is among the words or is none. Raises UsageError."""
    found = tuple(words)
    if not word or word in found:
        return word
    hint = near(word, found) or f"it is one of {', '.join(found)}"
    raise click.UsageError(f"there is no {what} `{word}` ({hint})")


def pair(flag: str, word: str) -> tuple[str, str]:
    """`name=value` in two. Raises UsageError."""
    name, equals, value = word.partition("=")
    if not equals or not name or not value:
        raise click.UsageError(f"`{flag} {word}`: write it as {flag} name=value")
    return name, value


def answers_of(playbook: Playbook, words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Answers by step, one a visit, each given by the beginning of its text. Raises UsageError."""
    steps = [step for line in (playbook.steps, *playbook.lines.values()) for step in line]
    asked = {step.id: step for step in steps if isinstance(step, Decision)}
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        name, value = pair("--answer", word)
        known("question", name, asked)
        found[name] = (*found.get(name, ()), _answer(asked[name], value))
    return found


def _answer(step: Decision, value: str) -> str:
    options = [answer.answer for answer in step.answers]
    fits = [one for one in options if one.casefold().startswith(value.casefold())]
    exact = [one for one in options if one.casefold() == value.casefold()]
    if len(exact or fits) == 1:
        return (exact or fits)[0]
    listed = ", ".join(f'"{one}"' for one in options)
    raise click.UsageError(f"`{value}` is no single answer of {step.id}; it has {listed}")


def events_of(playbook: Playbook, words: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Outside events, each with its seconds after the start. Raises UsageError."""
    steps = [step for line in (playbook.steps, *playbook.lines.values()) for step in line]
    awaited = dict.fromkeys(step.wait for step in steps if isinstance(step, Wait))
    found: dict[str, tuple[int, ...]] = {}
    for word in words:
        name, value = pair("--event", word)
        known("event that this playbook waits for", name, awaited)
        try:
            after = parse_duration(value.removeprefix("+")).nominal_seconds
        except ValueError:
            raise click.UsageError(f"`{value}` is no time; write it as +3h or +1h30m") from None
        found[name] = (*found.get(name, ()), after)
    return found


def facts_of(loaded: Loaded, words: Sequence[str]) -> tuple[FactTest, ...]:
    """Facts as `name`, `not name` or `name is value`. Raises UsageError."""
    found = []
    ids = {**loaded.book.switches(), **loaded.book.case_facts()}
    for word in words:
        try:
            test = parse_fact(word)
        except ValueError:
            raise click.UsageError(
                f"`{word}` is no fact; write `name`, `not name` or `name is value`"
            ) from None
        known("fact", test.fact, ids)
        found.append(test)
    return tuple(found)
