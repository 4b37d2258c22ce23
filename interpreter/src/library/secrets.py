"""Random numbers and tokens for passwords and the like. Here they are as seeded as all chance: the same in every run, and no secrets.

https://docs.python.org/3.11/library/secrets.html
"""

import base64
import binascii
from hmac import compare_digest
from random import Random as _Random

__all__ = ['choice', 'randbelow', 'randbits', 'SystemRandom', 'token_bytes', 'token_hex', 'token_urlsafe', 'compare_digest']

DEFAULT_ENTROPY = 32


class SystemRandom(_Random):
    """Here a generator like any other."""


_source = SystemRandom()

randbits = _source.getrandbits
choice = _source.choice


def randbelow(exclusive_upper_bound):
    """A random integer from 0 up to the bound."""
    if exclusive_upper_bound <= 0:
        raise ValueError('Upper bound must be positive.')
    return _source._randbelow(exclusive_upper_bound)


def token_bytes(nbytes=None):
    """Random bytes."""
    if nbytes is None:
        nbytes = DEFAULT_ENTROPY
    return _source.randbytes(nbytes)


def token_hex(nbytes=None):
    """Random hexadecimal digits, two for each byte."""
    return binascii.hexlify(token_bytes(nbytes)).decode('ascii')


def token_urlsafe(nbytes=None):
    """Random letters and digits that can stand in an address."""
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode('ascii')
