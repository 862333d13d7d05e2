"""The command `watchbill`."""

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import NoReturn

from watchbill.cli.quick import plain, replay_of

# Commands that answer one question and hold nothing open.
_ANSWERS = frozenset(("diff", "simulate", "who"))


def main() -> None:
    """Runs the command line. The heavy part is imported only when it is needed."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter gets its number.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    _without_plugins()
    # No zone files of the machine are asked; this spares the look for where they would be.
    os.environ["PYTHONTZPATH"] = ""
    arguments = sys.argv[1:]
    if arguments[:1] == ["lint"]:
        leave(lint(arguments[1:]))
    if arguments and arguments[0] in _ANSWERS:
        gc.disable()
        leave(run(arguments))
    sys.exit(run(arguments))


def _without_plugins() -> None:
    """What else is installed has no say in how a document is read.

    Pydantic has a switch for that. Its loader of plugins reads the metadata of packages, whose library costs a
    tenth of a commit hook's time, switch or no switch: an empty one takes its place. Should pydantic name it
    otherwise one day, only the time is lost.
    """
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    loader = ModuleType("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


def leave(code: int) -> NoReturn:
    """Ends the process without the interpreter's tidying up, which costs as much as a commit hook's linting."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def run(arguments: Sequence[str]) -> int:
    """Any command, by the whole command line."""
    return int(importlib.import_module("watchbill.cli.main").run(arguments))


def lint(arguments: Sequence[str]) -> int:
    """`lint`, by the short way where its words allow it."""
    options = plain(arguments)
    if options is None:
        return run(["lint", *arguments])
    gc.disable()
    replay = replay_of(arguments, options)
    said = replay.said() if replay else None
    if said is None:
        try:
            said = importlib.import_module("watchbill.cli.hook").told(
                options, replay.listed if replay else {}
            )
        except Exception:  # noqa: BLE001 - the full command line meets it again and tells it properly
            said = None
        if said is None:
            return run(["lint", *arguments])
        if replay:
            replay.keep(*said)
    out, err, code = said
    try:
        sys.stdout.write(out)
        sys.stdout.flush()
        sys.stderr.write(err)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


if __name__ == "__main__":
    main()
