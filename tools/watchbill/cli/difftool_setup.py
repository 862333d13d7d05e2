"""Setting Git up in one clone, so that `git diff` asks for the meaning of a change; and taking that out again."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from watchbill.errors import CannotRun
from watchbill.load.roots import open_roots
from watchbill.load.text import shown
from watchbill.writing import write_whole

_BEGIN, _END = "# watchbill difftool begins", "# watchbill difftool ends"
_DRIVER, _TOOL = "diff.watchbill", "difftool.watchbill"


def install(root: str) -> str:
    """Sets Git up in the clone that a folder lies in; what to try next. A second time changes nothing."""
    top = Path(_git(root, "rev-parse", "--show-toplevel").strip())
    below = os.path.relpath(Path(root).resolve(), top.resolve())
    own = [
        sys.executable,
        "-m",
        "watchbill",
        "difftool",
        *(["--root", below] if below != "." else []),
    ]
    told = shlex.join(own)
    _git(root, "config", "--local", f"{_DRIVER}.command", told)
    _git(root, "config", "--local", f"{_TOOL}.cmd", f'{told} "$MERGED" "$LOCAL" "$REMOTE"')
    _git(root, "config", "--local", f"{_TOOL}.prompt", "false")
    content = open_roots([root])[0].config.content or (".",)
    names = sorted("/".join(part for part in (below, name) if part != ".") for name in content)
    rows = [f"{_pattern(name)} diff=watchbill" for name in names]
    _attributes(root, [_BEGIN, *rows, _END])
    folders = " and ".join(name or "every file" for name in names)
    return (
        f"`git diff` now says what a change of {folders} means, in this clone alone.\n"
        "Also: `git show --ext-diff`, `git log -p --ext-diff`, `git difftool --tool watchbill`.\n"
        "`git diff --no-ext-diff` shows the lines alone; `watchbill difftool --uninstall` takes it out."
    )


def uninstall(root: str) -> str:
    """Takes out what `install` put in."""
    for section in (_DRIVER, _TOOL):
        _git(root, "config", "--local", "--remove-section", section, fails=True)
    _attributes(root, [])
    return "`git diff` shows lines again, as it did."


def _attributes(root: str, rows: list[str]) -> None:
    """Puts our rows into the clone's own attributes, in place of earlier ones; others stay as they are."""
    place = Path(root, _git(root, "rev-parse", "--git-path", "info/attributes").strip())
    try:
        lines = place.read_text("utf-8").splitlines() if place.is_file() else []
        place.parent.mkdir(exist_ok=True)
        write_whole(place, "".join(f"{line}\n" for line in (*_others(lines), *rows)))
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun(f"{place} cannot be changed: {error}") from None


def _pattern(folder: str) -> str:
    """All files below a folder, as Git's attributes name them."""
    plain = f"/{folder}/**" if folder else "/**"
    if not any(one.isspace() or one in '"\\' for one in plain):
        return plain
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _others(lines: list[str]) -> Iterator[str]:
    ours = False
    for line in lines:
        ours = (ours or line == _BEGIN) and line != _END
        if not ours and line != _END:
            yield line


def _git(root: str, *words: str, fails: bool = False) -> str:
    """What Git says. Raises CannotRun where it fails, unless that is no harm."""
    try:
        done = subprocess.run(["git", "-C", root, *words], capture_output=True, check=False)
    except OSError as error:
        raise CannotRun(f"Git cannot be run: {error.strerror or error}") from None
    if done.returncode and not fails:
        raise CannotRun(shown(done.stderr.decode("utf-8", "replace").strip(), 300))
    return done.stdout.decode("utf-8", "surrogateescape")
