"""The identity map of a session, as programs see it."""

from _sqlalchemy_orm import mapper_of, state_of


class IdentityMap:
    """The persistent instances, read only."""


class _WeakInstanceDict(IdentityMap):
    def __init__(self, session):
        self._session = session

    def _items(self):
        return [(state_of(instance).key, instance) for instance in self._session._instances("all")]

    def __len__(self):
        return len(self._session._instances("all"))

    def __iter__(self):
        return iter([key for key, _ in self._items()])

    def keys(self):
        return dict(self._items()).keys()

    def values(self):
        return self._session._instances("all")

    def items(self):
        return self._items()

    def __contains__(self, key):
        return self.get(key) is not None

    def get(self, key, default=None):
        class_, values = key[0], key[1]
        found = self._session._lookup(mapper_of(class_), list(values))
        return default if found is None else found

    def __getitem__(self, key):
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def all_states(self):
        return [state_of(instance) for instance in self.values()]
