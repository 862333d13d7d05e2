"""What is made without judging equals what validation makes."""

from typing import Any

import pytest

from tests import smallest
from tests.support import ROOT
from watchbill.load.compose import compose
from watchbill.load.markdown import cut, split
from watchbill.load.validate import validate
from watchbill.model.base import Document
from watchbill.model.trusted import trusted


def shipped() -> dict[str, dict[str, Any]]:
    found = {}
    for path in sorted([*ROOT.glob("playbooks/**/*.yaml"), *ROOT.glob("runbooks/*.md")]):
        text = path.read_text("utf-8")
        parts = split(text) if path.suffix == ".md" else None
        if path.suffix == ".md" and parts is None:
            continue
        data = compose(parts.front if parts else text)
        if parts:
            data["body"] = cut(parts.body, parts.body_line)
        found[f"{data['kind']}:{data['id']}"] = data
    return found


BOOKS = {"smallest": smallest.data(), "shipped": shipped()}


@pytest.mark.parametrize("book", BOOKS)
def test_trusted_and_validated_documents_are_equal(book: str) -> None:
    for key, data in BOOKS[book].items():
        judged, made = validate(data), trusted(data)
        assert isinstance(judged, Document), key
        assert made == judged, key
        assert made.model_dump() == judged.model_dump(), key
        assert made.model_fields_set == judged.model_fields_set, key
