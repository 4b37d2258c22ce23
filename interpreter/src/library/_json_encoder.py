"""`json.encoder`: the part of `json` that writes."""

from json import JSONEncoder  # noqa: F401
