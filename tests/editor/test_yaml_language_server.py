"""The modeline makes an editor complete, explain and check: shown with a real language server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.editor.client import Client
from tests.support import ROOT, node_package, program

MODELINE = "# yaml-language-server: $schema=../../schemas/playbook.schema.json\n"
TEXT = MODELINE + "kind: playbook\nid: wave\nreview: {last: 2026-11-02, every: often}\nstat\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Client]:
    node = program("node", "nodejs")
    script = node_package("yaml-language-server", "bin/yaml-language-server")
    client = Client([node, script, "--stdio"])
    capabilities = {
        "textDocument": {
            "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
            "hover": {"contentFormat": ["markdown"]},
            "publishDiagnostics": {},
        }
    }
    client.ask(
        "initialize", {"processId": None, "rootUri": ROOT.as_uri(), "capabilities": capabilities}
    )
    client.tell("initialized", {})
    yield client
    client.close()


@pytest.fixture
def address(server: Client) -> str:
    return server.open(ROOT / "playbooks" / "incidents" / "wave.yaml", TEXT)


def at(address: str, line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": address}, "position": {"line": line, "character": character}}


def test_an_editor_completes_fields_explains_them_and_marks_faults(
    server: Client, address: str
) -> None:
    found = server.ask("textDocument/completion", at(address, 4, 4))
    offered = {item["label"] for item in found["items"]}
    assert {"status", "steps"} & offered
    hover = server.ask("textDocument/hover", at(address, 3, 2))
    assert (
        "read through" in str(hover["contents"])
        or "last read-through" in str(hover["contents"]).lower()
    )
    marked = server.heard("textDocument/publishDiagnostics")
    assert Path(marked["uri"]).name == "wave.yaml"
    wrong = [one["message"] for one in marked["diagnostics"] if one["range"]["start"]["line"] == 3]
    assert wrong, marked
