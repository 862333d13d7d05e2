"""One editor at work on one book: keeps its buffers on the desk, judges after each change, and publishes."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from watchbill.editor.desk import Desk, View, whole
from watchbill.editor.judge import Found, Judge, is_slow
from watchbill.editor.lens import tightest
from watchbill.finding import Finding
from watchbill.verdicts import Verdicts

# Seconds without a keystroke before the book is judged, and for which a look at the files holds.
PAUSE, FRESH = 0.25, 1.0
_MOST_LENSES = 500


class Session:
    """The state between requests. `publish` gets a view and its findings by file.

    The proofs take seconds: they run on a thread of their own, over a view of their own, so that
    completion does not wait for them. Everything else is told at once.
    """

    def __init__(
        self,
        desk: Desk,
        kept: Verdicts,
        publish: Callable[[View, Found], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.desk = desk
        levels = dict(desk.roots[0].config.levels)
        self._quick = Judge(levels, quick=True)
        self._whole = Judge(levels, kept)
        self._send = publish
        # What was said last of each text, by the file's name, and of which text.
        self._said: dict[str, tuple[str, tuple[Finding, ...]]] = {}
        self._failed = failed
        self._changed = asyncio.Event()
        self._addresses: dict[Path, str] = {}
        self._view: tuple[float, View] | None = None
        self._lenses: dict[tuple[str, date, frozenset[tuple[str, str]]], str] = {}
        # What the proofs said last, and of which text.
        self._proven: dict[str, tuple[str, tuple[Finding, ...]]] = {}
        self._pool = ThreadPoolExecutor(max_workers=1)

    def open(self, address: str, text: str) -> None:
        """A buffer as it is now."""
        path = path_of(address)
        if path is not None:
            self._addresses[path] = address
            self.desk.put(path, text)
        self.change()

    def shut(self, address: str) -> None:
        """A buffer is gone; its file counts again."""
        path = path_of(address)
        if path is not None:
            self._addresses.pop(path, None)
            self.desk.drop(path)
        self.change()

    def change(self) -> None:
        """Something is not as it was: looks again, and judges once the author pauses."""
        self._view = None
        self._changed.set()

    @property
    def open_paths(self) -> frozenset[Path]:
        """The files that are open and of the book."""
        view = self.view()
        return frozenset(path for path in self._addresses if view.name(path))

    def address(self, path: Path) -> str:
        """The URI by which the editor knows a path."""
        return self._addresses.get(path) or path.as_uri()

    def view(self) -> View:
        """The book as it is now; files that another program writes are seen after a second."""
        now = time.monotonic()
        if self._view is None or now - self._view[0] > FRESH:
            self._view = (now, self.desk.look())
        return self._view[1]

    def findings(self, view: View, name: str) -> tuple[Finding, ...]:
        """What was said of a text, if that was this text."""
        mark, said = self._said.get(name, ("", ()))
        return said if name in view.held and view.held[name].mark == mark else ()

    async def follow(self) -> None:
        """Judges after each change, until cancelled. A bug is reported and does not end it."""
        while True:
            await self._changed.wait()
            while self._changed.is_set():
                self._changed.clear()
                await asyncio.sleep(PAUSE)
            try:
                await self._judge()
            except Exception as error:  # noqa: BLE001 - an editor must not lose its server to a bug
                self._failed(error)

    async def _judge(self) -> None:
        first = self.desk.look()
        self._publish(first, self._with_proven(first, self._quick.findings(first)))
        view = self.desk.look()
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._pool, self._whole.findings, view)
        self._proven = {
            name: (view.held[name].mark, tuple(one for one in said if is_slow(one.rule)))
            for name, said in found.items()
            if name in view.held
        }
        if not self._changed.is_set():
            self._publish(view, found)

    def _with_proven(self, view: View, found: Found) -> Found:
        """The findings, with what the proofs last said of texts that have not changed since."""
        whole = dict(found)
        for name, (mark, said) in self._proven.items():
            if said and name in view.held and view.held[name].mark == mark:
                whole[name] = tuple(sorted({*whole.get(name, ()), *said}))
        return whole

    def _publish(self, view: View, found: Found) -> None:
        self._said = {
            name: (view.held[name].mark, said) for name, said in found.items() if name in view.held
        }
        self._send(view, found)

    async def worst(self, key: str) -> str:
        """The words above a playbook, proven once for a state of the book."""
        view = self.desk.look()
        state = (key, view.book.now.date(), frozenset(view.digests.items()))
        if state not in self._lenses:
            loop = asyncio.get_running_loop()
            said = await loop.run_in_executor(self._pool, tightest, view, key)
            if len(self._lenses) >= _MOST_LENSES:
                self._lenses.clear()
            self._lenses[state] = said
        return self._lenses[state]

    def close(self) -> None:
        """Ends the thread once what it works on is done."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def path_of(address: str) -> Path | None:
    """The path of a `file:` URI; None for a buffer that is no file."""
    parts = urlsplit(address)
    name = unquote(parts.path)
    return whole(Path(name)) if parts.scheme == "file" and name and "\0" not in name else None
