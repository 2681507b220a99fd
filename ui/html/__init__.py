"""Pieces of HTML that pages share."""
