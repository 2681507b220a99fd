"""A small tool for makers: drag a thing, a name or an arrow in the browser, and its place is saved in the content."""
