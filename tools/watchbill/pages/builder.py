"""Runs the site builder over a staging folder: strictly, with a fixed clock, zone and language."""

import os
import subprocess
import sys
from pathlib import Path

from watchbill.errors import CannotRun


def build(settings: Path, into: Path, epoch: int) -> None:
    """Builds the site into a folder. `epoch` is the time that stands in it, in seconds since 1970.

    Raises CannotRun with what the builder said where it fails, a warning included.
    """
    # Never with -q: the builder counts warnings only where it prints them.
    words = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean"]
    words += ["--config-file", str(settings), "--site-dir", str(into.resolve())]
    done = subprocess.run(
        words, capture_output=True, text=True, env=_environment(epoch), check=False
    )
    if done.returncode:
        said = (done.stderr + done.stdout).strip()
        if "No module named mkdocs" in said:
            said = "the site builder is not installed: pip install 'watchbill[site]'"
        raise CannotRun(f"the site does not build:\n{said}")


def _environment(epoch: int) -> dict[str, str]:
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(epoch),
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "en",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }
