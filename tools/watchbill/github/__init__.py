"""The repository on GitHub: what workflows ask of it and tell it, as commands that can be tested."""
