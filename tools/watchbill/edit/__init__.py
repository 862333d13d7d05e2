"""Edits of content that keep what a person wrote: canonical form, safe fixes, new documents, sheets, forms."""
