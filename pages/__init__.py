"""One file for each page, named after its address."""
