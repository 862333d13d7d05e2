"""What a document may say: frozen models, one module a family of kinds, no I/O, no other document."""
