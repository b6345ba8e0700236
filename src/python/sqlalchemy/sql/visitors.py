"""Walking through expressions and statements, and copying them with changes."""

from collections import deque
from enum import Enum

import _sqlalchemy as _n

from .. import util


class Visitable:
    __slots__ = ()

    def __class_getitem__(cls, key):
        return cls


Traversible = ExternallyTraversible = HasTraverseInternals = Visitable


class InternalTraversal(Enum):
    """What an attribute named in `_traverse_internals` holds."""

    dp_has_cache_key = "HC"
    dp_has_cache_key_list = "HL"
    dp_clauseelement = "CE"
    dp_fromclause_canonical_column_collection = "FC"
    dp_clauseelement_tuples = "CTS"
    dp_clauseelement_list = "CL"
    dp_clauseelement_tuple = "CT"
    dp_executable_options = "EO"
    dp_compile_state_funcs = "WC"
    dp_fromclause_ordered_set = "CO"
    dp_string = "S"
    dp_string_list = "SL"
    dp_anon_name = "AN"
    dp_boolean = "B"
    dp_operator = "O"
    dp_type = "T"
    dp_plain_dict = "PD"
    dp_plain_obj = "PO"
    dp_ignore = "IG"


def iterate(obj, opts=util.EMPTY_DICT):
    """The elements of a structure, level by level."""
    if obj is None:
        return
    yield obj
    left = deque([obj.get_children(**opts)])
    while left:
        for element in left.popleft():
            yield element
            left.append(element.get_children(**opts))


def traverse_using(iterator, obj, visitors):
    for target in iterator:
        visit = visitors.get(target.__visit_name__)
        if visit:
            visit(target)
    return obj


def traverse(obj, opts, visitors):
    return traverse_using(iterate(obj, opts), obj, visitors)


def replacement_traverse(obj, opts, replace):
    if obj is None:
        return None
    stop_on = opts.get("stop_on", ())

    def with_(element):
        return element if any(element is it for it in stop_on) else replace(element)
    return _n.replace(obj, with_)


def cloned_traverse(obj, opts, visitors):
    """A copy whose elements were given to the visitors. What a visitor changes in a bound parameter is taken over;
    other elements cannot be changed in place."""
    if obj is None:
        return None
    stop_on = opts.get("stop_on", ())

    def replace(element):
        if any(element is it for it in stop_on):
            return element
        visit = visitors.get(element.__visit_name__)
        if visit is None:
            return None
        if element.__visit_name__ != "bindparam":
            visit(element)
            if getattr(element, "__dict__", None):
                raise NotImplementedError("changing elements in place is not part of the playground: use "
                                          "replacement_traverse()")
            return None
        clone = _BindParameterClone(element)
        visit(clone)
        return clone._element()
    return _n.replace(obj, replace)


class _BindParameterClone:
    """A bound parameter that can be changed."""

    __visit_name__ = "bindparam"

    def __init__(self, element):
        self._from = element
        self.key, self.value, self.type = element.key, element.value, element.type
        self.required, self.expanding = element.required, element.expanding

    def __getattr__(self, name):
        return getattr(self._from, name)

    def _element(self):
        from .elements import bindparam
        old = self._from
        changed = [name for name in ("key", "value", "type", "required", "expanding")
                   if getattr(self, name) is not getattr(old, name) and getattr(self, name) != getattr(old, name)]
        if not changed:
            return None
        name = self.key if "key" in changed or not old.unique else old.key.partition(" ")[2][:-2]
        return bindparam(name, self.value, type_=self.type,
                         unique=old.unique, required=self.required and "value" not in changed,
                         expanding=self.expanding)


class ExternalTraversal:
    __traverse_options__ = {}
    _next = None

    def traverse_single(self, obj, **kw):
        for visitor in self.visitor_iterator:
            visit = getattr(visitor, "visit_" + obj.__visit_name__, None)
            if visit:
                return visit(obj, **kw)

    def iterate(self, obj):
        return iterate(obj, self.__traverse_options__)

    def traverse(self, obj):
        return traverse(obj, self.__traverse_options__, self._visitor_dict)

    @property
    def _visitor_dict(self):
        return {name[6:]: getattr(self, name) for name in dir(self) if name.startswith("visit_")}

    @property
    def visitor_iterator(self):
        visitor = self
        while visitor:
            yield visitor
            visitor = visitor._next

    def chain(self, visitor):
        list(self.visitor_iterator)[-1]._next = visitor
        return self


class CloningExternalTraversal(ExternalTraversal):
    def copy_and_process(self, list_):
        return [self.traverse(x) for x in list_]

    def traverse(self, obj):
        return cloned_traverse(obj, self.__traverse_options__, self._visitor_dict)


class ReplacingExternalTraversal(CloningExternalTraversal):
    def replace(self, elem):
        return None

    def traverse(self, obj):
        def replace(element, **kw):
            for visitor in self.visitor_iterator:
                found = visitor.replace(element)
                if found is not None:
                    return found
            return None
        return replacement_traverse(obj, self.__traverse_options__, replace)


ClauseVisitor, CloningVisitor, ReplacingCloningVisitor = (
    ExternalTraversal, CloningExternalTraversal, ReplacingExternalTraversal)
