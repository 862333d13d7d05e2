"""rules_test.yml: each alert fires at its edge and not a second before, played by promtool."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from typing import Any, NamedTuple

from watchbill.exporters.alertmanager.clocks import CASE_LEFT, CLOCK_LEFT, Clock, Stage
from watchbill.exporters.alertmanager.rules import annotations, number

Labels = tuple[tuple[str, str], ...]
_LEFT = (CASE_LEFT, CLOCK_LEFT)
_CASE = {"case": "4711", "playbook": "drill", "harm": "drill", "severity": "P1", "region": "drill"}


class _Series(NamedTuple):
    """One case's metric: its labels, the clocks that watch it, its value minute by minute."""

    metric: str
    labels: dict[str, str]
    clocks: tuple[Clock, ...]
    values: tuple[Fraction, ...]


def rule_tests(clocks: tuple[Clock, ...]) -> dict[str, Any]:
    """Tests for promtool as a tree: each series takes one step a minute over all its edges, then ends."""
    ordered = sorted(clocks, key=lambda one: (one.metric, one.labels))
    series = [
        _series(metric, labels, tuple(members))
        for (metric, labels), members in groupby(ordered, key=lambda one: (one.metric, one.labels))
    ]
    names = sorted({stage.alert for clock in clocks for stage in clock.stages})
    test = {
        "interval": "1m",
        "input_series": [_input(one) for one in series],
        "alert_rule_test": [
            {
                "eval_time": f"{minute}m",
                "alertname": name,
                "exp_alerts": _alerts(series, minute, name),
            }
            for minute in range(max((len(one.values) for one in series), default=0))
            for name in names
        ],
    }
    return {"rule_files": ["rules.yml"], "evaluation_interval": "1m", "tests": [test]}


def _series(metric: str, labels: Labels, members: tuple[Clock, ...]) -> _Series:
    values = [Fraction(0), Fraction(-1)] if metric in _LEFT else sorted(set(_edges(members)))
    return _Series(metric, {**_CASE, **dict(labels)}, members, tuple(values))


def _input(series: _Series) -> dict[str, str]:
    labels = ", ".join(f'{name}="{value}"' for name, value in series.labels.items())
    values = " ".join(number(value) for value in series.values)
    return {"series": f"{series.metric}{{{labels}}}", "values": f"{values} stale"}


def _alerts(series: list[_Series], minute: int, name: str) -> list[dict[str, Any]]:
    return [
        _expected(clock, stage, one.labels)
        for one in series
        if minute < len(one.values)
        for clock in one.clocks
        for stage in clock.stages
        if stage.alert == name and fires(one.metric, stage, one.values[minute])
    ]


def _edges(members: tuple[Clock, ...]) -> Iterator[Fraction]:
    """Values just before, at and just behind the edges, none below zero."""
    for clock in members:
        for place, stage in enumerate(clock.stages):
            if place == 0 and stage.above > 0:
                yield max(Fraction(0), stage.above - 1)
            yield stage.above
            if stage.strict:
                yield stage.above + 1


def fires(metric: str, stage: Stage, value: Fraction) -> bool:
    """Whether a value of the metric raises the alert of a stage."""
    if metric in _LEFT:
        return value < 0
    if value < stage.above or (stage.strict and value == stage.above):
        return False
    return stage.upto is None or value < stage.upto or (stage.whole and value == stage.upto)


def _expected(clock: Clock, stage: Stage, series: dict[str, str]) -> dict[str, Any]:
    texts = annotations(clock, stage, case=series["case"], text=str, playbook=series["playbook"])
    return {
        "exp_labels": {**series, **dict(clock.labels), "percent": str(stage.percent)},
        "exp_annotations": texts,
    }
