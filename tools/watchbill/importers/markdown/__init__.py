"""Markdown runbooks of any shape, brought into the form of ours without the loss of a word."""
