"""What the pages share: the map, the panel, the live link, and the server's routes and headers."""
