"""What times of a text are: dates, months, spans, told by the calendar or from the day of publication."""
