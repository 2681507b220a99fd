"""The live link on every page; the rooms themselves are in the top-level folder `live`."""
