"""Hybrids: one definition that works on instances and, on the class, as SQL."""

import enum

from sqlalchemy import util
from sqlalchemy.sql.elements import BinaryExpression, Case, Cast, ExpressionClauseList, UnaryExpression
from sqlalchemy.orm.base import ORMDescriptor, _T_co
from sqlalchemy.orm.interfaces import PropComparator

_UNNAMED = (BinaryExpression, UnaryExpression, Case, Cast, ExpressionClauseList)
"""Expressions that are called after the hybrid when they are selected."""


class HybridExtensionType(enum.Enum):
    HYBRID_METHOD = "HYBRID_METHOD"
    HYBRID_PROPERTY = "HYBRID_PROPERTY"


class hybrid_method:
    is_attribute = True
    extension_type = HybridExtensionType.HYBRID_METHOD

    def __init__(self, func, expr=None):
        self.func = func
        self.expr = getattr(expr, "__func__", expr) if expr is not None else func
        self.__doc__ = getattr(func, "__doc__", None)

    def __get__(self, instance, owner):
        target = self.expr if instance is None else self.func
        return target.__get__(owner if instance is None else instance, type(owner) if instance is None else owner)

    def expression(self, expr):
        return type(self)(self.func, expr)

    @property
    def inplace(self):
        return _Inplace(self)


class _Proxy(PropComparator):
    """A hybrid of a class: its expression, and the name it has among the columns of a select."""

    __hash__ = object.__hash__
    is_attribute = True

    def __init__(self, hybrid, target, expression):
        self.hybrid, self.target, self.expression = hybrid, target, expression
        self.key = hybrid.__name__

    def __clause_element__(self):
        expression = self.expression
        return expression.__clause_element__() if hasattr(expression, "__clause_element__") else expression

    def operate(self, op, *other, **kw):
        return self.expression.operate(op, *other, **kw)

    def reverse_operate(self, op, other, **kw):
        return self.expression.reverse_operate(op, other, **kw)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.expression, name)

    def __str__(self):
        return f"{self.target.__name__}.{self.key}"

    def _in_columns(self):
        return self.__clause_element__().label(self.key)

    def _bulk_update_tuples(self, value):
        if self.hybrid.update_expr is None:
            return [(self.expression, value)]
        return self.hybrid.update_expr(self.target, value)


class hybrid_property(ORMDescriptor[_T_co]):
    is_attribute = True
    extension_type = HybridExtensionType.HYBRID_PROPERTY

    def __init__(self, fget, fset=None, fdel=None, expr=None, custom_comparator=None, update_expr=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.expr = expr
        self.custom_comparator = custom_comparator
        self.update_expr = update_expr
        self.__doc__ = getattr(fget, "__doc__", None)
        self.__name__ = getattr(fget, "__name__", None)

    def __get__(self, instance, owner):
        if owner is None and instance is not None:
            owner = type(instance)
        if instance is not None and not _is_entity(instance):
            return self.fget(instance)
        target = instance if instance is not None else owner
        if self.custom_comparator is not None:
            return self.custom_comparator(target)
        made = (self.expr or self.fget)(target)
        if self.update_expr is None and (self.__name__ is None or not isinstance(made, _UNNAMED)):
            return made
        return _Proxy(self, target, made)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def _copy(self, **changed):
        values = dict(fget=self.fget, fset=self.fset, fdel=self.fdel, expr=self.expr,
                      custom_comparator=self.custom_comparator, update_expr=self.update_expr)
        values.update(changed)
        return type(self)(**values)

    def getter(self, fget):
        return self._copy(fget=fget)

    def setter(self, fset):
        return self._copy(fset=fset)

    def deleter(self, fdel):
        return self._copy(fdel=fdel)

    def expression(self, expr):
        return self._copy(expr=getattr(expr, "__func__", expr))

    def comparator(self, comparator):
        return self._copy(custom_comparator=comparator)

    def update_expression(self, meth):
        return self._copy(update_expr=getattr(meth, "__func__", meth))

    @property
    def overrides(self):
        return self

    @property
    def inplace(self):
        return _Inplace(self)


class _Inplace:
    def __init__(self, attribute):
        self.attribute = attribute

    def _set(self, name, value):
        setattr(self.attribute, name, getattr(value, "__func__", value))
        return self.attribute

    def setter(self, fset):
        return self._set("fset", fset)

    def deleter(self, fdel):
        return self._set("fdel", fdel)

    def expression(self, expr):
        return self._set("expr", expr)

    def comparator(self, comparator):
        return self._set("custom_comparator", comparator)

    def update_expression(self, meth):
        return self._set("update_expr", meth)


def _is_entity(target):
    return "_aliased_insp" in getattr(target, "__dict__", ())


class Comparator(PropComparator):
    """Base of custom comparators of hybrids."""

    __class_getitem__ = util.subscript

    def __init__(self, expression):
        self.expression = expression

    def __clause_element__(self):
        expr = self.expression
        while hasattr(expr, "__clause_element__"):
            found = expr.__clause_element__()
            if found is expr:
                break
            expr = found
        return expr

