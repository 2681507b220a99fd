"""Authoring tools: draw the illustrations, lay out labels, arrange the pictures. The running app does not use them."""
