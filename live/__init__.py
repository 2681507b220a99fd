"""Rooms: one presenter drives, and others follow. A room is a shared address; what it leads to is no matter here."""
