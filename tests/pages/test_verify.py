import json
from pathlib import Path

from watchbill.pages.verify import built_text, dead_links, weights


def site(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = folder / ("index.html" if name == "index" else f"{name}/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<html><body>{body}</body></html>", "utf-8")
    return folder


def test_links_that_lead_somewhere_are_no_fault(tmp_path: Path) -> None:
    site(
        tmp_path,
        index='<a href="a/">a</a><a href="a/#step-x">x</a><a href="#top" id="top">t</a>'
        '<a href="https://law.example/">law</a>',
        a='<h2 id="step-x"><a href="..">up</a><a href="../">up</a></h2>',
    )
    assert dead_links(tmp_path) == []


def test_each_kind_of_dead_link_is_named(tmp_path: Path) -> None:
    site(
        tmp_path,
        index='<a href="gone/">1</a><a href="a/#none">2</a><a href="//evil.example/">3</a>'
        '<a href="javascript:x">4</a>',
        a="",
    )
    assert dead_links(tmp_path) == [
        "index.html: the link `//evil.example/` is of no known form",
        "index.html: the link `a/#none` leads to no place on that page",
        "index.html: the link `gone/` leads to no page",
        "index.html: the link `javascript:x` is of no known form",
    ]


def test_an_id_used_twice_is_a_fault(tmp_path: Path) -> None:
    site(tmp_path, index='<p id="a"></p><p id="a"></p>')
    assert dead_links(tmp_path) == ["index.html: the id `a` is used twice"]


def test_a_file_loaded_from_another_host_is_a_fault(tmp_path: Path) -> None:
    site(tmp_path, index='<script src="https://cdn.example/x.js"></script>')
    assert dead_links(tmp_path) == ["index.html: loads https://cdn.example/x.js from elsewhere"]


def test_text_is_read_through_tags_entities_and_escapes(tmp_path: Path) -> None:
    site(tmp_path, index="<p>Zebra <b>can</b>ary &amp;amp; more</p>")
    (tmp_path / "data.json").write_text(json.dumps({"a": "Zébra"}), "utf-8")
    found = dict(built_text(tmp_path))
    assert "Zebra can ary & more" in found["index.html"]
    assert "Zébra" in found["data.json"]


def test_weights_are_of_the_html(tmp_path: Path) -> None:
    found = weights(site(tmp_path, index="x" * 1000, a=""))
    assert found.pages == 2
    assert found.heaviest[0][2] == "index.html"
