"""Text to data: files and revisions become documents, places and findings. Nothing here raises for bad content."""
