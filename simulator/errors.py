"""How the Bot API and the page API refuse."""

from typing import Any


class ApiError(Exception):
    """A refusal in the Bot API's own words; HTTP status and ``error_code`` are the same number."""

    PREFIXES = {400: "Bad Request", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}

    def __init__(self, code: int, reason: str, **parameters: Any) -> None:
        prefix = self.PREFIXES.get(code)
        self.code = code
        self.description = f"{prefix}: {reason}" if prefix else reason
        self.parameters = parameters
        super().__init__(self.description)


def bad_request(reason: str) -> ApiError:
    return ApiError(400, reason)


def too_many_requests(seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


class PageError(Exception):
    """A refusal of the page API: an HTTP status and one sentence."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        self.message = message
        super().__init__(message)
