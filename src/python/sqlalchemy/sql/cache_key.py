"""What statements are known by in the compiled cache."""


class CacheKey:
    """Equal for statements that differ only in their values."""

    def __init__(self, key, bindparams):
        self.key, self.bindparams = (key,), bindparams

    def __eq__(self, other):
        return self.key == other.key

    def __hash__(self):
        return hash(self.key)
