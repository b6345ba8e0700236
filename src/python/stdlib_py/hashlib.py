"""`hashlib`: md5, sha1 and the sha2 family."""

import _playground_hashes

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}
algorithms_available = set(algorithms_guaranteed)


def new(name, data=b"", *, usedforsecurity=True):
    """Return a new hashing object using the named algorithm."""
    return _playground_hashes.new(name.lower().replace("-", ""), data)


def _constructor(name):
    def constructor(data=b"", *, usedforsecurity=True, string=None):
        return _playground_hashes.new(name, data if string is None else string)

    constructor.__name__ = constructor.__qualname__ = f"openssl_{name}"
    return constructor


md5 = _constructor("md5")
sha1 = _constructor("sha1")
sha224 = _constructor("sha224")
sha256 = _constructor("sha256")
sha384 = _constructor("sha384")
sha512 = _constructor("sha512")


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as its core."""
    import hmac

    inner = hmac.new(password, digestmod=hash_name)
    size = inner.digest_size if dklen is None else dklen
    result, block = b"", 0
    while len(result) < size:
        block += 1
        mac = inner.copy()
        mac.update(salt + block.to_bytes(4, "big"))
        step = mac.digest()
        total = int.from_bytes(step, "big")
        for _ in range(iterations - 1):
            mac = inner.copy()
            mac.update(step)
            step = mac.digest()
            total ^= int.from_bytes(step, "big")
        result += total.to_bytes(inner.digest_size, "big")
    return result[:size]


def file_digest(fileobj, digest, /):
    """Hash the contents of a file-like object."""
    result = new(digest) if isinstance(digest, str) else digest()
    while data := fileobj.read(262144):
        result.update(data)
    return result
