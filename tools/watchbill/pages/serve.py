"""Shows a built site on this machine, and tells when its sources change."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from watchbill.errors import CannotRun


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files, says nothing, lets nothing be kept."""

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""

    def end_headers(self) -> None:
        """Tells the browser to ask again each time."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


@contextmanager
def serve(folder: Path, port: int) -> Iterator[str]:
    """Serves a folder on the loopback address; yields its address. Raises CannotRun for a taken port."""
    handler = partial(_Quiet, directory=str(folder))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise CannotRun(f"port {port} cannot be had: {error.strerror}") from None
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def stamps(folders: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Every file below these folders with its time and size."""
    found = []
    for folder in folders:
        for path, _, names in os.walk(folder):
            for name in names:
                try:
                    stat = (Path(path) / name).stat()
                except OSError:
                    continue
                found.append((f"{path}/{name}", stat.st_mtime_ns, stat.st_size))
    return tuple(sorted(found))
