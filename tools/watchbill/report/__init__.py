"""Findings to strings: text with a caret, json, GitHub annotations, SARIF, JUnit. Nothing here writes."""
