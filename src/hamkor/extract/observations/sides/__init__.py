"""Whose a figure is: the reporter and the partner."""
