"""A repository whose history is told commit by commit: who, when, and what was said."""

import os
import subprocess
from pathlib import Path

from tests.cli.book import smallest_book

NOBODY = ("Nobody", "nobody@example.org")


class Ledger:
    """A Git repository with the smallest book in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch", "main")
        smallest_book(folder)

    def git(
        self, *words: str, when: str = "2026-11-02T08:00:00Z", who: tuple[str, str] = NOBODY
    ) -> str:
        """Runs Git there, untouched by the settings of this machine."""
        clean = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": who[0],
            "GIT_AUTHOR_EMAIL": who[1],
            "GIT_COMMITTER_NAME": "Forge",
            "GIT_COMMITTER_EMAIL": "forge@example.org",
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_DATE": when,
        }
        call = ("git", "-C", str(self.folder), *words)
        return subprocess.run(call, env=clean, check=True, capture_output=True, text=True).stdout

    def write(self, name: str, old: str, new: str) -> None:
        """Changes a file; what is to be changed must be there."""
        text = (self.folder / name).read_text("utf-8")
        if old not in text:
            raise AssertionError(f"{name} has no {old!r}")
        (self.folder / name).write_text(text.replace(old, new), "utf-8")

    def commit(self, when: str, message: str = "Change", who: tuple[str, str] = NOBODY) -> str:
        """Commits all that is there; returns the commit's full name."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message, when=when, who=who)
        return self.git("rev-parse", "HEAD").strip()
