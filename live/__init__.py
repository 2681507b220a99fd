"""Live rooms: one presenter (the driver) navigates and others follow.

A room is little more than a shared URL; this package knows nothing of the pages that it leads to.
"""
