"""Places for the map's texts, worked out from the font's own widths; for makers, who keep the result in the content."""
