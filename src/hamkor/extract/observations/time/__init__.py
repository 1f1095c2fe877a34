"""The time a figure is about."""
