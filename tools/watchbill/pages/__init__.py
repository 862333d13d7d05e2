"""The book as pages: data in, plain Markdown and HTML out; the builder that makes a site of them."""
