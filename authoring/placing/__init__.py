"""A small authoring tool: drag a part, a name or an arrow in the browser; its position is saved in the content."""
