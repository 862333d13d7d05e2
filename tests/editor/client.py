"""A small client of the Language Server Protocol over a program's standard streams."""

import contextlib
import json
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, Queue
from typing import IO, Any


class Client:
    """Starts a language server, asks it, and keeps what it says by itself."""

    def __init__(self, words: Sequence[str], errors: int | IO[bytes] = subprocess.DEVNULL) -> None:
        self._process = subprocess.Popen(
            list(words), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors
        )
        self._said: Queue[dict[str, Any]] = Queue()
        self._aside: list[dict[str, Any]] = []
        self._number = 0
        self.asked: list[dict[str, Any]] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while True:
            length = 0
            while line := stream.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not length:
                return
            self._said.put(json.loads(stream.read(length)))

    def _send(self, message: dict[str, Any]) -> None:
        raw = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._process.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(raw), raw))
        stream.flush()

    def tell(self, method: str, params: dict[str, Any]) -> None:
        """Sends a notification."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: dict[str, Any], seconds: float = 30) -> Any:
        """Sends a request and returns its result."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        answer = self._wait(lambda said: said.get("id") == number and "method" not in said, seconds)
        if "error" in answer:
            raise AssertionError(answer["error"])
        return answer.get("result")

    def heard(self, method: str, seconds: float = 30) -> dict[str, Any]:
        """The params of the next notification of that method."""
        params: dict[str, Any] = self._wait(lambda said: said.get("method") == method, seconds)[
            "params"
        ]
        return params

    def _wait(self, wanted: Any, seconds: float) -> dict[str, Any]:
        for said in self._aside:
            if wanted(said):
                self._aside.remove(said)
                return said
        while True:
            try:
                said = self._said.get(timeout=seconds)
            except Empty:
                raise AssertionError("the server said nothing") from None
            if "id" in said and "method" in said:
                self._answer(said)
            elif wanted(said):
                return said
            else:
                self._aside.append(said)

    def _answer(self, request: dict[str, Any]) -> None:
        """The server asks for settings: there are none. What else it asks for is granted and kept."""
        self.asked.append(request)
        items = request.get("params", {}).get("items", [])
        self._send({"id": request["id"], "result": [{} for _ in items] if items else None})

    def open(self, path: Path, text: str) -> str:
        """Opens a document; returns its address."""
        address = path.as_uri()
        document = {"uri": address, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return address

    def leave(self, seconds: float = 30) -> int:
        """Asks the server to end, as an editor does; returns its exit code."""
        self.ask("shutdown", {})
        self.tell("exit", {})
        return self._process.wait(seconds)

    def hang_up(self, seconds: float = 30) -> int:
        """Goes away without a word, as an editor that crashed; returns the server's exit code."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        return self._process.wait(seconds)

    def close(self) -> None:
        """Ends the server."""
        self._process.kill()
        self._process.wait()
        self._reader.join(timeout=5)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()
