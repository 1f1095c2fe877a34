"""What a view answers, by what is asked for."""
