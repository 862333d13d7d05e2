"""What an editor is told about a book that is being written: pure answers, and the server that gives them."""
