"""Loader options as chains of steps: `selectinload(A.bs).joinedload(B.c)`."""

from types import FunctionType

from sqlalchemy import exc
from sqlalchemy.sql import lambdas
from sqlalchemy.sql.elements import ColumnElement
from _sqlalchemy_orm import AliasedInsp, Attribute, loader_criteria, loader_option, mapper_of, refused_option

_LOADERS = {
    "joined": "joined loader", "selectin": "select in loader", "subquery": "subquery loader", "select": "lazy loader",
    "immediate": "immediate loader", "noload": "no loader", "raise": "lazy loader", "raise_on_sql": "lazy loader",
    "contains_eager": "joined loader", "defer": "deferred column loader", "undefer": "column loader",
    "load_only": "column loader", "with_expression": "expression column loader",
}
_OF_COLUMNS = ("defer", "undefer", "load_only", "with_expression")
_BESIDE = (*_OF_COLUMNS, "undefer_group", "selectin_polymorphic")


def _expected():
    return exc.ArgumentError("expected ORM mapped attribute for loader strategy argument")


def _check_target(target):
    if isinstance(target, str) and target != "*":
        raise exc.ArgumentError(
            "Strings are not accepted for attribute names in loader options; please use class-bound attributes directly.")
    if isinstance(target, ColumnElement):
        raise AttributeError(
            f"Neither {type(target).__name__!r} object nor 'Comparator' object has an attribute 'is_property'")
    if not isinstance(target, (str, Attribute)):
        raise _expected()


def _refusal(target, action):
    """A strategy for columns cannot load a relationship, nor the other way round."""
    if action not in _LOADERS or not isinstance(target, Attribute) or target._is_relationship == (
            action not in _OF_COLUMNS):
        return None
    from sqlalchemy.orm.properties import MappedSQLExpression

    prop = target.property
    kinds = ["column property", "relationship property"]
    kind = "relationship" if target._is_relationship else (
        "mapped sql expression" if isinstance(prop, MappedSQLExpression) else kinds[0])
    return (
        f'Can\'t apply "{_LOADERS[action]}" strategy to property "{prop}", which is a "{kind}"; this loader strategy is '
        f'intended to be used with a "{kinds[action not in _OF_COLUMNS]}".')


def _check_link(before, root, target, action):
    """The attribute is one of what the chain has led to."""
    if not isinstance(target, Attribute):
        return
    of_type = None
    if before is None:
        led_to = root
    elif not isinstance(before, Attribute):
        return
    elif not before._is_relationship:
        refused = _refusal(before, action)
        if refused is not None:
            from sqlalchemy.orm.exc import LoaderStrategyException
            raise LoaderStrategyException(refused)
        raise exc.ArgumentError(f"Mapped attribute '{before.property}' does not refer to a mapped entity")
    else:
        of_type = led_to = before.__dict__.get("_of_type")
        if led_to is None:
            led_to = before.__dict__.get("_leads_to")
            if led_to is None:
                led_to = before.__dict__["_leads_to"] = before.property.entity
    parent = target.parent
    alias = led_to if isinstance(led_to, AliasedInsp) else getattr(led_to, "_aliased_insp", None)
    if alias is not None:
        parts = getattr(led_to, "__dict__", {}).values()
        aliases = [alias, *(part._aliased_insp for part in parts if hasattr(part, "_aliased_insp"))]
        if isinstance(parent, AliasedInsp) and any(
                parent._tag == it._tag or parent.selectable is it.selectable or alias.with_polymorphic_mappers and parent.mapper is it.mapper
                for it in aliases):
            return
    else:
        mapper = led_to if mapper_of(led_to) is None else mapper_of(led_to)
        if not isinstance(parent, AliasedInsp) and mapper.isa(parent):
            return
    if before is None:
        raise exc.ArgumentError(
            f'ORM mapped attribute "{target}" does not link mapped class "{_name(alias or mapper)}"')
    hint = ""
    if of_type is None and alias is None and parent.mapper.isa(mapper):
        hint = (f'  Did you mean to use "{before.property}.of_type({_name(parent)})" or "loadopt.options('
                f'selectin_polymorphic({mapper.class_.__name__}, [{_name(parent)}]), ...)" ?')
    shown = f".of_type({_name(alias or mapper)})" if of_type is not None or alias is not None else ""
    raise exc.ArgumentError(
        f'ORM mapped entity or attribute "{target}" does not link from relationship "{before.property}{shown}".{hint}')


def _name(entity):
    if not isinstance(entity, AliasedInsp):
        return entity.class_.__name__
    parts = [it.class_.__name__ for it in entity.with_polymorphic_mappers if it is not entity.mapper]
    return f"with_polymorphic({entity.class_.__name__}, [{', '.join(parts)}])" if parts else str(entity)


class _AbstractLoad:
    """Common methods of `Load` and of the functions below."""

    # Options at the end of the chain stand beside it as branches; a step after them is one more, where the chain goes on.
    _goes_on = False

    def _tip(self):
        """Where the next option stands."""
        return self._branches[-1]._tip() if self._goes_on else self

    def _subclasses(self):
        """Mappers whose attributes `selectin_polymorphic()` loads beside those of the class that the chain leads to."""
        steps = [*self._steps, *(part._steps[-1] for part in self._branches if part._steps)]
        return [mapper_of(each) for classes, kind, _ in steps if kind == "selectin_polymorphic" for each in classes]

    def _check(self, target, action):
        _check_target(target)
        steps = [(it, kind) for it, kind, _ in self._steps if kind not in _BESIDE]
        if steps or self._root is not None:
            before = steps[-1][0] if steps else None
            if isinstance(before, str):
                raise exc.ArgumentError("Wildcard token cannot be followed by another entity")
            _check_link(before, self._root, target, action)

    def _step(self, target, action, **settings):
        if not self._branches:
            if action != "selectin_polymorphic":
                self._check(target, action)
            return Load._make(self._root, self._steps + [(target, action, settings)], [])
        if self._goes_on:
            branches = self._branches[:-1] + [self._branches[-1]._step(target, action, **settings)]
        else:
            self._check(target, action)
            branches = self._branches + [Load._make(None, [(target, action, settings)], [])]
        made = Load._make(self._root, self._steps, branches)
        made._goes_on = True
        return made

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
        named = [attr for attr in attrs if not isinstance(attr, str) or attr != "*"]
        for attr in named:
            if isinstance(attr, str):
                raise exc.ArgumentError(
                    "Strings are not accepted for attribute names in loader options; please use class-bound attributes "
                    "directly.")
            if attr is not named[0]:
                _check_target(attr)
                try:
                    self._tip()._check(attr, "load_only")
                except exc.ArgumentError as error:
                    raise exc.ArgumentError(
                        "Can't apply wildcard ('*') or load_only() loader option to multiple entities in the same option. "
                        "Use separate options per entity.") from error
            found = found._leaf(attr, "load_only", raiseload=raiseload)
        return found if named else found._leaf("*", "defer", raiseload=raiseload)

    def _leaf(self, target, action, **settings):
        """A column option: beside the chain, not a step deeper."""
        if not self._goes_on:
            self._check(target, action)
        return self._beside(
            lambda at: at._leaf(target, action, **settings), Load._make(None, [(target, action, settings)], []))

    def _beside(self, on_last, *branches):
        if not self._goes_on:
            return Load._make(self._root, self._steps, [*self._branches, *branches])
        made = Load._make(self._root, self._steps, self._branches[:-1] + [on_last(self._branches[-1])])
        made._goes_on = True
        return made

    def options(self, *opts):
        subclasses = self._subclasses()
        for opt in opts:
            if not isinstance(opt, _AbstractLoad):
                raise exc.ArgumentError(f"Loader option {opt} is not compatible with the Load.options() method.")
            if not self._goes_on and opt._root is None:
                for target, action, _ in opt._steps[:1] or [part._steps[0] for part in opt._branches]:
                    if not isinstance(target, Attribute) or target.parent not in subclasses:
                        self._check(target, action)
            subclasses = [*subclasses, *opt._subclasses()]
        return self._beside(lambda at: at.options(*opts), *opts)

    def with_expression(self, key, expression):
        if expression is None:
            from sqlalchemy import null

            expression = null()
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

    def __str__(self):
        root = self._root
        if root is None:
            root = self._steps[0][0].parent if self._steps else None
        return f"Load({_name(mapper_of(root) or getattr(root, '_aliased_insp', root))})"

    def defer(self, key, raiseload=False):
        if self._steps:
            return self._leaf(key, "defer", raiseload=raiseload)
        return self._step(key, "defer", raiseload=raiseload)

    def undefer(self, key):
        if self._steps:
            return self._leaf(key, "undefer")
        return self._step(key, "undefer")

    def _sa_option(self):
        for target, action, _ in self._steps:
            refused = _refusal(target, action)
            if refused is not None:
                return refused_option(refused)
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
    found = Load._make(None, [], [])
    for key in keys[:-1]:
        found = found._step(key, "contains_eager", alias=alias, is_chain=True)
    return found._step(keys[-1], "contains_eager", alias=alias)


def defer(key, *addl_attrs, raiseload=False):
    return _start((key,) + addl_attrs, "defer", raiseload=raiseload)


def undefer(key, *addl_attrs):
    return _start((key,) + addl_attrs, "undefer")


def undefer_group(name):
    return _start(("*",), "undefer_group", name=name)


def load_only(*attrs, raiseload=False):
    if not isinstance(attrs[0], Attribute):
        _check_target(None if isinstance(attrs[0], str) else attrs[0])
    return Load(attrs[0].parent).load_only(*attrs, raiseload=raiseload)


def with_expression(key, expression):
    return Load._make(None, [], []).with_expression(key, expression)


def selectin_polymorphic(base_cls, classes):
    return Load(base_cls).selectin_polymorphic(classes)


class LoaderCriteriaOption:
    _is_criteria_option = True

    def __init__(self, option):
        self._option = option

    def _sa_option(self):
        return self._option


LoaderCriteriaOption.__module__ = "sqlalchemy.orm.util"


def with_loader_criteria(
    entity_or_base, where_criteria, loader_only=False, include_aliases=False, propagate_to_loaders=True,
    track_closure_variables=True,
):
    # `loader_only` does nothing in SQLAlchemy either.
    if isinstance(where_criteria, FunctionType):
        # What its closure holds becomes parameters of those names.
        build = where_criteria

        def where_criteria(cls):
            return lambdas.invoke(build, cls, track_closure_variables=track_closure_variables)

    return LoaderCriteriaOption(loader_criteria(entity_or_base, where_criteria, bool(include_aliases), bool(propagate_to_loaders)))
