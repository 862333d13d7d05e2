"""rules.yml: an alert for each stage of each clock."""

from fractions import Fraction
from itertools import groupby
from typing import Any

from watchbill.exporters.alertmanager.clocks import CASE_LEFT, CLOCK_LEFT, Clock, Stage
from watchbill.exporters.yaml import go
from watchbill.model.web import page_path

_LEFT = (CASE_LEFT, CLOCK_LEFT)


def rules(clocks: tuple[Clock, ...]) -> dict[str, Any]:
    """Prometheus' rules as a tree, a group for each service level and each jurisdiction."""
    return {
        "groups": [
            {
                "name": name,
                "rules": [alert(clock, stage) for clock in members for stage in clock.stages],
            }
            for name, members in groupby(
                sorted(clocks, key=lambda one: one.group), key=lambda one: one.group
            )
        ]
    }


def alert(clock: Clock, stage: Stage) -> dict[str, Any]:
    """One alerting rule. What content says stands in its texts as a literal."""
    return {
        "alert": stage.alert,
        "expr": _expression(clock, stage),
        "labels": {**dict(clock.labels), "percent": str(stage.percent)},
        "annotations": annotations(clock, stage, case="{{ $labels.case }}", text=go),
    }


def annotations(clock: Clock, stage: Stage, *, case: str, text: Any, playbook: str = "") -> Any:
    """The texts of an alert; `text` turns content into what stands in the file."""
    book = playbook or "{{ $labels.playbook }}"
    over = f"more than {clock.limit} has passed"
    used = f"{stage.percent} % of {clock.limit} has passed"
    said = used if stage.percent < 100 else over
    return {
        "summary": f"Case {case}: {text(said)}",
        "description": text(clock.what),
        "runbook_url": f"{clock.site}{page_path('playbook', book)}",
        "clock_url": f"{clock.site}{clock.page}",
    }


def _expression(clock: Clock, stage: Stage) -> str:
    labels = ", ".join(f'{name}="{value}"' for name, value in clock.labels)
    series = f"{clock.metric}{{{labels}}}"
    if clock.metric in _LEFT:
        return f"{series} < 0"
    test = f"{series} {'>' if stage.strict else '>='} {number(stage.above)}"
    if stage.upto is None:
        return test
    return f"({test}) {'<=' if stage.whole else '<'} {number(stage.upto)}"


def number(value: Fraction) -> str:
    """A number of seconds, exactly (hundredths at most)."""
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.2f}".rstrip("0")
