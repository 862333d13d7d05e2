"""A running Alertmanager beside a pager that writes down what it is told, both on the loopback."""

import json
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from tests.support import program


class Call(NamedTuple):
    """One alert as it reached the pager: when, the address, the receiver, the case."""

    when: float
    path: str
    receiver: str
    case: str


class Pager(ThreadingHTTPServer):
    """Takes Alertmanager's webhooks on a free port."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Taker)
        self.calls: list[Call] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def receivers(self, case: str, before: float = 9e18) -> list[str]:
        """The receivers that were told of a case, sorted."""
        return sorted({c.receiver for c in list(self.calls) if c.case == case and c.when < before})

    def paths(self, case: str) -> list[str]:
        """The addresses that were called for a case, sorted."""
        return sorted({c.path for c in list(self.calls) if c.case == case})

    def wait(self, holds: Callable[[], bool], seconds: float) -> None:
        """Waits until something holds, at most so long; the test then looks for itself."""
        end = time.monotonic() + seconds
        while not holds() and time.monotonic() < end:
            time.sleep(0.1)


class _Taker(BaseHTTPRequestHandler):
    server: Pager

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        now = time.time()
        for alert in body["alerts"]:
            call = Call(now, self.path, body["receiver"], alert["labels"].get("case", ""))
            self.server.calls.append(call)
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def pager() -> Iterator[Pager]:
    """A pager that listens."""
    server = Pager()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def alertmanager(config: str, folder: Path) -> Iterator[str]:
    """An Alertmanager with this configuration, ready; its address."""
    folder.mkdir(parents=True)
    file = folder / "alertmanager.yml"
    file.write_text(config, "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [
                program("prometheus-alertmanager", "prometheus-alertmanager"),
                f"--config.file={file}",
                f"--storage.path={folder / 'data'}",
                f"--web.listen-address={address}",
                "--cluster.listen-address=",
            ],
            stdout=log,
            stderr=log,
        )
    try:
        _ready(process, f"http://{address}/-/ready", folder / "log")
        yield f"http://{address}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _ready(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    for _ in range(200):
        assert process.poll() is None, log.read_text("utf-8")
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(log.read_text("utf-8"))


def fire(url: str, alerts: list[dict[str, str]]) -> None:
    """Sends alerts with these labels."""
    body = json.dumps([{"labels": {"alertname": "Case", **labels}} for labels in alerts]).encode()
    request = urllib.request.Request(
        f"{url}/api/v2/alerts", body, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert answer.status == 200
