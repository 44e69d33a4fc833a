"""Errors that Communiqué raises on purpose. Each message says what, where and what to do."""


class CommuniqueError(Exception):
    """Root of every error that the library raises on purpose."""


class ReadError(CommuniqueError):
    """A source cannot be read."""


class GroundingError(CommuniqueError, ValueError):
    """A span does not match its source exactly."""


class ConfigError(CommuniqueError):
    """A setting or a file that the user edits is wrong."""


class StoreError(CommuniqueError):
    """A record file cannot be opened, read or written."""


class BackendMissing(CommuniqueError):
    """A model or optional package is absent; the message holds the install line."""
