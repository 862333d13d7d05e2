"""A bundle of evidence as files: the index that a reader begins with, changes, proofs and their schema."""
