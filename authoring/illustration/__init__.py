"""The illustration under the map, drawn from places in the content. A tool for makers: the app serves what it drew."""
