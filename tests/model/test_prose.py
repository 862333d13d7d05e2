"""Links in prose, and what only looks like one."""

from watchbill.model.prose import links


def test_brackets_in_code_are_no_link_unless_they_are_well_formed() -> None:
    shell = "Run:\n\n```sh\nif [[ -f x ]]; then\nfi\n```\n\nor `[[ -d y ]]`.\n"
    assert list(links(shell)) == []
    assert [one.text for one in links(f"{shell}\n[[nowhere]] and `[[team:desk]]`\n")] == [
        "nowhere",
        "team:desk",
    ]
    open_code = "```\n[[a]]\n```\n[[b]]\n~~~\n[[c]]"
    assert [one.text for one in links(open_code)] == ["b"]
