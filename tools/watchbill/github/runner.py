"""The workflow that a command runs in: the event it runs for, and where it leaves words for steps and readers."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from watchbill.errors import CannotRun
from watchbill.load.text import shown

# GitHub refuses a summary as a whole that is larger than 1 MiB.
_MOST_BYTES = 1_000_000


def event(environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """The event, as GitHub wrote it into a file. Raises CannotRun where there is none."""
    name = environment.get("GITHUB_EVENT_PATH", "")
    if not name:
        raise CannotRun("GITHUB_EVENT_PATH names no event; run it in a workflow")
    try:
        found = json.loads(Path(name).read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise CannotRun(f"the event cannot be read: {shown(error, 200)}") from None
    if not isinstance(found, dict):
        raise CannotRun("the event cannot be read: it is no object")
    return found


def leave(values: Mapping[str, str | int], environment: Mapping[str, str] = os.environ) -> None:
    """Leaves values as outputs of the step; nothing outside a workflow. A value is one line. Raises CannotRun."""
    rows = "".join(f"{name}={_one_line(str(value))}\n" for name, value in values.items())
    _append(environment.get("GITHUB_OUTPUT", ""), rows)


def summarize(text: str, environment: Mapping[str, str] = os.environ) -> None:
    """Adds Markdown to the summary of the run; nothing outside a workflow. Raises CannotRun."""
    if len(text.encode("utf-8", "replace")) <= _MOST_BYTES:
        _append(environment.get("GITHUB_STEP_SUMMARY", ""), text)


def run_address(environment: Mapping[str, str] = os.environ) -> str:
    """The address of the run's page; "" where the environment does not tell it."""
    server, repository, run = (
        environment.get(name, "")
        for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID")
    )
    known = server.startswith(("https://", "http://")) and repository and run.isdigit()
    return f"{server}/{repository}/actions/runs/{run}" if known else ""


def _one_line(value: str) -> str:
    return shown(value, len(value))


def _append(name: str, text: str) -> None:
    if not name:
        return
    try:
        with Path(name).open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise CannotRun(f"cannot write {shown(name, 200)}: {error.strerror or error}") from None
