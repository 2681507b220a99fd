"""The illustration under the map, drawn from positions in the content. Authors run it; the app serves its files."""
