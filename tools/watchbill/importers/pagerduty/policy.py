"""Escalation policies as paths: levels by their delays, roles by the schedules that staff them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from watchbill.importers.pagerduty.export import Policy


class Path(NamedTuple):
    """A path with what is told about it; `path` is None where our language has no words for the policy."""

    path: dict[str, Any] | None
    told: tuple[str, ...]


def path_of(policy: Policy, roles: Mapping[str, str]) -> Path:
    """A policy as a path. `roles` has a role by the id of the schedule there that staffs it."""
    told: list[str] = []
    levels: list[dict[str, Any]] = []
    after = 0
    for number, rule in enumerate(policy.escalation_rules, 1):
        paged: list[str] = []
        for target in rule.targets:
            if target.id in roles:
                paged.append(roles[target.id])
            elif "user" in target.type:
                told.append(f"level {number} pages a person, not a schedule: give them a role")
            else:
                told.append(f"level {number} pages a schedule that is not in the file")
        if paged:
            levels.append({"after": length(after), "page": list(dict.fromkeys(paged))})
        after += rule.escalation_delay_in_minutes
    if not levels:
        return Path(None, (*told, "no level pages a schedule, so there is no path"))
    if levels[0]["after"] != "0m":
        return Path(None, (*told, "nobody would be paged at once, so there is no path"))
    if policy.num_loops:
        last = length(policy.escalation_rules[-1].escalation_delay_in_minutes)
        levels[-1]["repeat"] = last
        times = f"{policy.num_loops} time{'' if policy.num_loops == 1 else 's'}"
        told.append(
            f"all levels begin anew {times} there; here the last level repeats every {last}"
        )
    return Path(
        {"title": policy.name, "decides": levels[0]["page"][0], "levels": levels}, tuple(told)
    )


def length(minutes: int) -> str:
    """Minutes as our durations write them: 90 is 1h30m."""
    hour, minute = divmod(minutes, 60)
    return f"{hour}h{f'{minute}m' if minute else ''}" if hour else f"{minute}m"
