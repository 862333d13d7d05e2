"""Scenarios played, as text and JSON: what failed with both timelines, and what no scenario touches."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from watchbill.model.scenario import Expect
from watchbill.report.trace_json import instant
from watchbill.report.trace_sides import sides
from watchbill.report.trace_words import halt_words, stamp
from watchbill.simulate.scenario import Run
from watchbill.simulate.touched import WHAT, Share, total
from watchbill.where import Address, Place

Where = Callable[[Address], Place]
Expects = Callable[[str], Expect]


def text(runs: Sequence[Run], expects: Expects, where: Where) -> str:
    """Every failure; nothing about what passed."""
    return "".join(
        f"{line}\n" for run in runs if not run.passed for line in _failure(run, expects, where)
    )


def summary(runs: Sequence[Run]) -> str:
    """How many were played, and how many failed."""
    failed = sum(not run.passed for run in runs)
    scenarios = len({run.scenario for run in runs})
    of = f"{len(runs)} runs of {scenarios} scenarios"
    return f"{of}: {failed} failed" if failed else f"{of}: all as expected"


def faults(run: Run, where: Where) -> Iterator[tuple[Place, str]]:
    """Each thing that is wrong with a run, with its place."""
    at = Address(f"scenario:{run.scenario}")
    if run.refused:
        yield where(at.at("given")), f"cannot be played: {run.refused}"
    for miss in run.misses:
        yield where(at.at(*miss.path)), f"expected {miss.expected}; got {miss.got}"
    for halt in run.trace.halts if run.trace else ():
        words = halt_words(halt).replace("--answer ", "`answers` ").replace("--event ", "`events` ")
        yield where(at.at("given")), words


def _failure(run: Run, expects: Expects, where: Where) -> Iterator[str]:
    yield f"FAILED {run.name}"
    for place, words in faults(run, where):
        yield f"  {place.file}:{place.line}:{place.column}: {words}"
    if run.trace:
        found = sides(expects(run.scenario), run.trace, run.misses)
        wide = max(len(left) for _, left, _ in [("", "expected", ""), *found])
        yield f"    {'expected':<{wide}}   got, from {stamp(run.trace.incident.at)}"
        for mark, left, right in found:
            yield f"  {mark or ' '} {left:<{wide}} | {right}".rstrip()
    yield ""


def as_json(runs: Sequence[Run], shares: Sequence[Share], where: Where) -> str:
    """Every run, and the shares where they were asked for."""
    data: dict[str, Any] = {
        "runs": [_run(run, where) for run in runs],
        "played": len(runs),
        "failed": sum(not run.passed for run in runs),
    }
    if shares:
        data["cover"] = [{**one._asdict(), "per_cent": one.per_cent} for one in shares]
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _run(run: Run, where: Where) -> dict[str, Any]:
    return {
        "scenario": run.scenario,
        "label": run.label,
        "at": instant(run.trace.incident.at) if run.trace else None,
        "passed": run.passed,
        "faults": [
            {"file": place.file, "line": place.line, "column": place.column, "words": words}
            for place, words in faults(run, where)
        ],
    }


def cover(shares: Sequence[Share]) -> str:
    """What is touched, in numbers; and by name what is not."""
    lines = ["Touched by a scenario", *_table(shares)]
    missing = [f"  {one.of} {one.what}: {', '.join(one.missing)}" for one in shares if one.missing]
    if missing:
        lines += ["", "Touched by none", *missing]
    return "\n".join(lines) + "\n"


def _table(shares: Sequence[Share]) -> Iterator[str]:
    names = list(dict.fromkeys(one.of for one in shares))
    found = {(one.of, one.what): one for one in shares}
    wide = max(len(name) for name in [*names, "whole book"])
    yield f"  {'':<{wide}}" + "".join(f"{what:>16}" for what in WHAT)
    for name in [*names, ""]:
        cells = ((found.get((name, what)) if name else total(shares, what)) for what in WHAT)
        yield f"  {name or 'whole book':<{wide}}" + "".join(_cell(one) for one in cells)


def _cell(one: Share | None) -> str:
    if one is None or not one.all:
        return f"{'-':>16}"
    return f"{f'{one.touched}/{one.all} {one.per_cent:3} %':>16}"
