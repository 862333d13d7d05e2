"""Watchbill: the watch bill of a Trust & Safety operation, linted, proven, shown and carried out."""

__version__ = "0.1.0"
