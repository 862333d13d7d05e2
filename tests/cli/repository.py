"""A Git repository with the smallest book in it, at a fixed time and by nobody."""

import os
import subprocess
from pathlib import Path

from tests.cli.book import smallest_book

WHEN = "2026-11-20T08:00:00Z"


def git(folder: Path, *words: str) -> str:
    """Runs Git there, untouched by the settings of this machine."""
    clean = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": WHEN,
        "GIT_COMMITTER_DATE": WHEN,
    }
    who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]
    words = ("git", "-C", str(folder), *who, *words)
    return subprocess.run(words, env=clean, check=True, capture_output=True, text=True).stdout


def repository(folder: Path) -> Path:
    """The smallest book, committed."""
    git(folder, "init", "--quiet", "--initial-branch", "main")
    smallest_book(folder)
    return committed(folder)


def committed(folder: Path) -> Path:
    """Commits all that is there."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Change")
    return folder
