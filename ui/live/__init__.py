"""The live link's place on every page; the rooms themselves are in the folder `live` at the top."""
