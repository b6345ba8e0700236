"""Loader options as chains of steps: `selectinload(A.bs).joinedload(B.c)`."""

from _sqlalchemy_orm import loader_criteria, loader_option


class _AbstractLoad:
    """Common methods of `Load` and of the functions below."""

    def _step(self, target, action, **settings):
        return Load._make(self._root, self._steps + [(target, action, settings)], self._branches)

    def joinedload(self, attr, innerjoin=None):
        return self._step(attr, "joined", innerjoin=innerjoin)

    def selectinload(self, attr, recursion_depth=None, chunksize=None):
        return self._step(attr, "selectin", recursion_depth=recursion_depth, chunksize=chunksize)

    def subqueryload(self, attr):
        return self._step(attr, "subquery")

    def lazyload(self, attr):
        return self._step(attr, "select")

    def immediateload(self, attr, recursion_depth=None):
        return self._step(attr, "immediate", recursion_depth=recursion_depth)

    def noload(self, attr):
        return self._step(attr, "noload")

    def raiseload(self, attr, sql_only=False):
        return self._step(attr, "raise_on_sql" if sql_only else "raise")

    def defaultload(self, attr):
        return self._step(attr, "default")

    def contains_eager(self, attr, alias=None):
        return self._step(attr, "contains_eager", alias=alias)

    def defer(self, key, raiseload=False):
        return self._step(key, "defer", raiseload=raiseload)

    def undefer(self, key):
        return self._step(key, "undefer")

    def undefer_group(self, name):
        return self._leaf("*", "undefer_group", name=name) if self._steps else self._step("*", "undefer_group", name=name)

    def load_only(self, *attrs, raiseload=False):
        found = self
        for attr in attrs:
            found = found._leaf(attr, "load_only", raiseload=raiseload)
        return found

    def _leaf(self, target, action, **settings):
        """A column option: beside the chain, not a step deeper."""
        return Load._make(self._root, self._steps, self._branches + [Load._make(None, [(target, action, settings)], [])])

    def options(self, *opts):
        return Load._make(self._root, self._steps, self._branches + list(opts))

    def with_expression(self, key, expression):
        if self._steps:
            return self._leaf(key, "with_expression", expression=expression)
        return self._step(key, "with_expression", expression=expression)

    def selectin_polymorphic(self, classes):
        return self._step(list(classes), "selectin_polymorphic")


class Load(_AbstractLoad):
    def __init__(self, entity):
        self._root = entity
        self._steps = []
        self._branches = []

    @classmethod
    def _make(cls, root, steps, branches):
        made = cls.__new__(cls)
        made._root = root
        made._steps = steps
        made._branches = branches
        return made

    def defer(self, key, raiseload=False):
        if self._steps:
            return self._leaf(key, "defer", raiseload=raiseload)
        return self._step(key, "defer", raiseload=raiseload)

    def undefer(self, key):
        if self._steps:
            return self._leaf(key, "undefer")
        return self._step(key, "undefer")

    def _sa_option(self):
        branches = [branch._sa_option() for branch in self._branches]
        return loader_option(self._root, self._steps, branches)


def _start(keys, action, **settings):
    found = Load._make(None, [], [])
    for key in keys[:-1]:
        found = found._step(key, "default")
    return found._step(keys[-1], action, **settings)


def joinedload(*keys, innerjoin=None):
    return _start(keys, "joined", innerjoin=innerjoin)


def selectinload(*keys, recursion_depth=None, chunksize=None):
    return _start(keys, "selectin", recursion_depth=recursion_depth, chunksize=chunksize)


def subqueryload(*keys):
    return _start(keys, "subquery")


def lazyload(*keys):
    return _start(keys, "select")


def immediateload(*keys, recursion_depth=None):
    return _start(keys, "immediate", recursion_depth=recursion_depth)


def noload(*keys):
    return _start(keys, "noload")


def raiseload(*keys, sql_only=False):
    return _start(keys, "raise_on_sql" if sql_only else "raise")


def defaultload(*keys):
    return _start(keys, "default")


def contains_eager(*keys, alias=None):
    return _start(keys, "contains_eager", alias=alias)


def defer(key, *addl_attrs, raiseload=False):
    return _start((key,) + addl_attrs, "defer", raiseload=raiseload)


def undefer(key, *addl_attrs):
    return _start((key,) + addl_attrs, "undefer")


def undefer_group(name):
    return _start(("*",), "undefer_group", name=name)


def load_only(*attrs, raiseload=False):
    found = Load._make(None, [], [])
    for attr in attrs:
        found._branches.append(Load._make(None, [(attr, "load_only", {"raiseload": raiseload})], []))
    return found


def with_expression(key, expression):
    return _start((key,), "with_expression", expression=expression)


def selectin_polymorphic(base_cls, classes):
    return Load(base_cls).selectin_polymorphic(classes)


class _Criteria:
    def __init__(self, option):
        self._option = option

    def _sa_option(self):
        return self._option


def with_loader_criteria(
    entity_or_base, where_criteria, loader_only=False, include_aliases=False, propagate_to_loaders=True,
    track_closure_variables=True,
):
    if loader_only:
        raise NotImplementedError("with_loader_criteria(loader_only=True) is not part of the playground yet")
    return _Criteria(loader_criteria(entity_or_base, where_criteria, bool(include_aliases), bool(propagate_to_loaders)))
