"""How long to fuzz, with which chance, and what to say in the end."""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from random import Random

from watchbill.load.document import Outcome, read_document
from watchbill.load.text import unseen
from watchbill.model.base import Document

SECONDS = float(os.environ.get("FUZZ_SECONDS", "5"))
# Where the chance begins; a failure names it, so that it can be played again.
SEED = int(os.environ.get("FUZZ_SEED", "0")) or time.time_ns() % 10**9
# The longest that reading one file may take, in seconds of this process.
MOST_SECONDS = 2.0


def rounds(counts: Counter[str]) -> Iterator[Random]:
    """A source of chance for each round until the time is over; then the counts are printed."""
    end = time.monotonic() + SECONDS
    number = 0
    while time.monotonic() < end:
        yield Random(f"{SEED}-{number}")
        number += 1
    print(f"\nseed {SEED}: {number:,} rounds;", dict(counts.most_common()), file=sys.stderr)


def read(raw: bytes, path: str, counts: Counter[str]) -> Outcome:
    """Reads a file, and holds the reader to what it promises of any file."""
    begun = time.process_time()
    outcome = read_document(raw, path)
    took = time.process_time() - begun
    assert took < MOST_SECONDS, (took, path, raw[:300])
    assert outcome == read_document(raw, path), (path, raw)
    if outcome.document is not None:
        assert isinstance(outcome.document, Document)
        assert not outcome.faults
    elif not path.endswith(".md"):
        assert outcome.faults and outcome.key, (path, raw)
    lines = raw.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    for fault in outcome.faults:
        span = fault.span
        assert fault.rule and fault.message and fault.mend, (fault, path, raw)
        said = fault.message + fault.mend
        assert not unseen(said) and "\n" not in said, (fault, path, raw)
        assert (span.line, span.column) < (span.end_line, span.end_column), (fault, path, raw)
        assert span.line < len(lines), (fault, path, raw)
        assert span.column <= len(lines[span.line]), (fault, path, raw)
        assert len(fault.message) < 400, (fault, path, raw)
    counts["documents" if outcome.document else "faulty" if outcome.faults else "no content"] += 1
    counts["faults"] += len(outcome.faults)
    return outcome
