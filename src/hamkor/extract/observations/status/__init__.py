"""Whether a figure is actual, a target or a forecast."""
