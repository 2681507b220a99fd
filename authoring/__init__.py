"""Tools for makers: draw the illustrations, letter and arrange the pictures. Nothing here serves readers."""
