"""Addresses of the web as they may be shown: without the secrets that they carry."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

#: What stands where a secret stood.
MASK = "***"

#: Names of query fields whose values are secrets, or parts of such names.
_SECRET = re.compile(r"key|token|secret|passw|pwd|auth|credential|signature|^sig$|session", re.IGNORECASE)

#: A reference to a secret, which is none itself.
REFERENCE = re.compile(r"\$\{([A-Za-z_][\w:-]*)\}")


def masked(address: str) -> str:
    """``address`` without user name and password, and without the values of query fields that are named like secrets.

    What is no address of the web, and references such as ``${FEED_KEY}``, stay as they are.
    """
    if not address.lower().startswith(("http://", "https://")):
        return address
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    query = "&".join(map(_masked_field, parts.query.split("&")))
    return urlunsplit((parts.scheme, host, parts.path, query, parts.fragment))


def _masked_field(field: str) -> str:
    name, equals, value = field.partition("=")
    if not value or REFERENCE.fullmatch(value) or not _SECRET.search(name):
        return field
    return f"{name}{equals}{MASK}"
