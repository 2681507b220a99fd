"""Label placement for the map, computed from the font's metrics; authors store the result in the content."""
