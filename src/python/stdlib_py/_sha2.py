"""`random` seeds from strings with this."""

from hashlib import sha224, sha256, sha384, sha512
