"""What numbers of a text are: amounts with their unit, how exactly they are meant, and what they may be."""
