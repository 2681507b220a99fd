"""What the pages share: the shell, the map, the panel, and the server's own routes and headers."""
