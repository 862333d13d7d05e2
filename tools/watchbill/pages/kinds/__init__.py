"""The page of a document: one module for each kind or family of kinds."""
