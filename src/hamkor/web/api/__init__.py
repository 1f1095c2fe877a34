"""The HTTP API: the same questions as the command line's, answered in JSON in the same words."""

from hamkor.web.api.routes import API

__all__ = ["API"]
