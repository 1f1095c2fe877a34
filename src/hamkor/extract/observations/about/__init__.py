"""What a document, and each of its parts, is about: the sides it tells of."""
