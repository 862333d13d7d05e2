"""What other systems hold, brought into the book: Markdown runbooks, a paging service's export, a calendar feed."""
