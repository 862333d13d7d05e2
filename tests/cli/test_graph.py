import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.book import smallest_book
from tests.cli.run import Ran, run

SIDE_LINE = """\
lines:
  watching:
    - {id: watch, title: Watch the payee, role: analyst, takes: 30m}
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(smallest_book(tmp_path))
    path = tmp_path / "fraud-ring.yaml"
    text = path.read_text("utf-8")
    text = text.replace(
        "    takes: 15m\n    runbook", "    takes: 15m\n    starts: [watching]\n    runbook"
    )
    text = text.replace(
        "    takes: 15m\n    messages", "    takes: 15m\n    wait_for: [watching]\n    messages"
    )
    path.write_text(text + SIDE_LINE, "utf-8")
    return tmp_path


def graph(*words: str) -> Ran:
    return run("graph", "--no-cache", *words)


def test_a_playbook_is_drawn_for_a_terminal(book: Path) -> None:
    ran = graph("fraud-ring")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "playbook:fraud-ring  Fraud ring\n\n"
        "main line\n"
        "  linked  Are the accounts linked?  (analyst, 20m)\n"
        "          Yes -> block\n"
        "          No -> answer\n"
        "  block   Block the accounts  (analyst, 15m)\n"
        "          -> watch (starts side line watching)\n"
        "  answer  Answer the notice  (analyst, 15m)\n\n"
        "side line watching (`answer` waits for it)\n"
        "  watch  Watch the payee  (analyst, 30m)\n"
        "         -> answer (which waits)\n"
    )


def test_as_mermaid_every_arrow_joins_two_boxes(book: Path) -> None:
    out = graph("fraud-ring", "--format", "mermaid").out
    assert out.startswith("flowchart TD\n")
    boxes = set(re.findall(r"^ +(n\d+)[\[({]", out, re.MULTILINE))
    arrows = re.findall(r"^ +(n\d+) -\.?->(?:\|[^|]*\|)? (n\d+)$", out, re.MULTILINE)
    assert {end for arrow in arrows for end in arrow} == boxes
    assert out.count("-.->") == 2


def test_a_quote_in_a_title_cannot_break_a_picture(book: Path) -> None:
    path = book / "fraud-ring.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("Are the accounts linked?", "'Is it \"one\" ring #1 \\ `x`?'"), "utf-8"
    )
    assert 'n0{"Is it #quot;one#quot; ring #35;1 \\ #96;x#96;? (analyst, 20m)"}' in (
        graph("fraud-ring", "--format", "mermaid").out
    )
    assert r'label="Is it \"one\" ring #1 \\ `x`? (analyst, 20m)"' in (
        graph("fraud-ring", "--format", "dot").out
    )


def test_graphviz_reads_the_picture(book: Path) -> None:
    out = graph("fraud-ring", "--format", "dot").out
    assert out.startswith('digraph "playbook:fraud-ring  Fraud ring" {\n')
    assert out.count("{") == out.count("}")
    if shutil.which("dot"):
        subprocess.run(["dot", "-Tsvg"], input=out, text=True, check=True, capture_output=True)


def test_as_json_it_is_boxes_and_arrows(book: Path) -> None:
    data = json.loads(graph("fraud-ring", "--format", "json").out)
    ids = [node["id"] for node in data["nodes"]]
    assert ids == ["linked", "block", "answer", "watch", "end"]
    ends = [(edge["source"], edge["target"], edge["how"]) for edge in data["edges"]]
    assert ("linked", "answer", "go") in ends
    assert ("block", "watch", "starts") in ends
    assert ("watch", "answer", "joins") in ends
    assert ("answer", "end", "next") in ends


def test_the_references_around_any_document_are_drawn(book: Path) -> None:
    out = graph("harm:fraud", "--refs").out
    assert "is named by\n  playbook:fraud-ring  Fraud ring\n" in out
    assert "owner -> team:desk" in out
    assert graph("harm:fraud", "--refs", "--format", "dot").out.count("->") == 4


def test_only_a_playbook_has_steps(book: Path) -> None:
    ran = graph("fraud")
    assert (ran.code, ran.out) == (1, "")
    assert "`fraud` is no playbook but harm:fraud" in ran.err
