from pathlib import Path

import pytest

from tests.cli.book import smallest_book
from tests.cli.run import run


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "book"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return smallest_book(folder)


def sheet(book: Path) -> str:
    assert run("table", "escalation", "--out", "sheet.csv").code == 0
    return (book / "sheet.csv").read_bytes().decode()


def test_the_matrix_goes_out_as_rfc_4180_says(book: Path) -> None:
    assert sheet(book) == (
        "document,row,playbook,harm,severity,region,hours,path,title,decides,level,after,page,tell,channel,repeat\r\n"
        'matrix,1,,,,,,desk-first,"The desk, then counsel",analyst,1,0m,analyst,,,2m\r\n'
        'matrix,1,,,,,,desk-first,"The desk, then counsel",analyst,2,5m,counsel,,,5m\r\n'
    )
    assert run("table", "escalation", "--bom", "--out", "sheet.csv").code == 0
    assert (book / "sheet.csv").read_bytes().startswith(b"\xef\xbb\xbfdocument,")


def test_it_comes_back_by_way_of_a_check(book: Path) -> None:
    text = sheet(book)
    before = (book / "matrix.yaml").read_text("utf-8")
    ran = run("table", "escalation", "--read", "sheet.csv", "--check")
    assert (ran.code, ran.out, ran.err) == (0, "", "0 documents would change\n")
    (book / "sheet.csv").write_bytes(text.replace(",5m,", ",7m,").encode())
    ran = run("table", "escalation", "--read", "sheet.csv", "--check")
    assert (ran.code, ran.err) == (4, "1 document would change\n")
    assert "+      - {after: 7m, page: [counsel], repeat: 5m}\n" in ran.out
    assert (book / "matrix.yaml").read_text("utf-8") == before
    ran = run("table", "escalation", "--read", "sheet.csv")
    assert (ran.code, ran.err) == (0, "changed matrix.yaml\n1 document changed\n")
    assert (book / "matrix.yaml").read_text("utf-8") == before.replace("after: 5m", "after: 7m")


def test_a_fault_stops_it_before_anything_is_written(book: Path) -> None:
    text = sheet(book).replace(",5m,counsel", ",7m,councel").replace(",1,,,", ",1,,frud,")
    (book / "sheet.csv").write_bytes(text.encode())
    before = (book / "matrix.yaml").read_bytes()
    ran = run("table", "escalation", "--read", "sheet.csv")
    assert ran.code == 1
    assert ran.err == (
        "sheet.csv: row 2, column D (harm): `frud` is no harm of the book; did you mean `fraud`?\n"
        "sheet.csv: row 3, column M (page): `councel` is no role of the book; did you mean `counsel`?\n"
        "2 faults in the sheet; nothing is written\n"
    )
    assert (book / "matrix.yaml").read_bytes() == before


def test_a_terminal_gets_columns_without_the_empty_ones(book: Path) -> None:
    ran = run("table", "service-levels", "--id", "promise")
    assert ran.code == 0
    assert ran.out.startswith(
        "document  severity  milestone     within\npromise   P0        acknowledged  10m\n"
    )


def test_words_that_do_not_go_together_are_refused(book: Path) -> None:
    assert run("table", "escalation", "--check").code == 2
    assert run("table", "escalation", "--read", "x.csv", "--csv").code == 2
    assert run("table", "nothing").code == 2
    ran = run("table", "escalation", "--id", "nowhere")
    assert (ran.code, ran.err) == (2, "watchbill: there is no escalation `nowhere`\n")
    ran = run("table", "escalation", "--read", "x.csv")
    assert (ran.code, ran.err) == (
        2,
        "watchbill: x.csv cannot be read: No such file or directory\n",
    )
