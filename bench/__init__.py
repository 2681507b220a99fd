import pages  # noqa: F401 - fills the catalogue
