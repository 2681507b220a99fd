"""The words of the interface, as models of the YAML in `assets/interface`."""
