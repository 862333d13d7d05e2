"""What the first page says of the content is so."""

import csv
import shutil
from collections import Counter
from pathlib import Path

from tests.support import ROOT
from watchbill.cli.check import Options, result
from watchbill.load.library import load

WORDS = {10: "ten", 18: "eighteen", 30: "thirty"}


def test_the_figures_of_the_first_page_are_those_of_the_book() -> None:
    book = load([str(ROOT)], cached=False).book
    count = Counter(key.partition(":")[0] for key in book.keys)
    with (Path(__file__).parent / "clocks.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    split = next(n for n, row in enumerate(rows) if row[0].startswith("# Periods"))
    clocks = sum(not row[0].startswith("#") for row in rows[:split])
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    for claim in (
        f"{WORDS[count['playbook']]} playbooks",
        f"{count['harm']} harms",
        f"{count['obligation']} obligations from {clocks} legal clocks",
        f"{WORDS[count['calendar']]} calendars",
        f"{WORDS[count['schedule']]} schedules",
        f"{count['queue']} queues",
    ):
        assert claim in readme, claim


def test_the_finding_on_the_first_page_is_a_real_one(tmp_path: Path) -> None:
    for name in ("playbooks", "runbooks"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    order = tmp_path / "playbooks" / "incidents" / "legal-orders" / "terrorist-removal-order.yaml"
    head, step, rest = order.read_text("utf-8").partition("  - id: remove\n")
    order.write_text(head + step + rest.replace("role: lert-duty", "role: lert-dutty", 1), "utf-8")
    said = result(Options(root=str(tmp_path), cached=False)).out.replace(f"{tmp_path}/", "")
    shown = (ROOT / "README.md").read_text("utf-8").partition("```text\n")[2].partition("```")[0]
    assert said.startswith(shown), said
