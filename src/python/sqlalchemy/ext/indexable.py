"""`index_property`: one item of an attribute that has items, as an attribute of its own."""

from sqlalchemy import inspect
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm.attributes import flag_modified

__all__ = ["index_property"]


class index_property(hybrid_property):
    _NO_DEFAULT_ARGUMENT = object()

    def __init__(self, attr_name, index, default=_NO_DEFAULT_ARGUMENT, datatype=None, mutable=True, onebased=True):
        if mutable:
            super().__init__(self.fget, self.fset, self.fdel, self.expr)
        else:
            super().__init__(self.fget, None, None, self.expr)
        self.__name__ = None
        self.attr_name, self.index, self.default = attr_name, index, default
        is_numeric = isinstance(index, int)
        self.onebased = is_numeric and onebased
        if datatype is not None:
            self.datatype = datatype
        elif is_numeric:
            self.datatype = lambda: [None] * (index + 1)
        else:
            self.datatype = dict

    def _fget_default(self, err=None):
        if self.default is self._NO_DEFAULT_ARGUMENT:
            raise AttributeError(self.attr_name) from err
        return self.default

    def fget(self, instance):
        items = getattr(instance, self.attr_name)
        if items is None:
            return self._fget_default()
        try:
            return items[self.index]
        except (KeyError, IndexError) as err:
            return self._fget_default(err)

    def fset(self, instance, value):
        items = getattr(instance, self.attr_name, None)
        if items is None:
            items = self.datatype()
        items[self.index] = value
        self._put_back(instance, items)

    def fdel(self, instance):
        items = getattr(instance, self.attr_name)
        if items is None:
            raise AttributeError(self.attr_name)
        try:
            del items[self.index]
        except KeyError as err:
            raise AttributeError(self.attr_name) from err
        self._put_back(instance, items)

    def _put_back(self, instance, items):
        setattr(instance, self.attr_name, items)
        if self.attr_name in inspect(instance).mapper.attrs:
            flag_modified(instance, self.attr_name)

    def expr(self, model):
        column = getattr(model, self.attr_name)
        return column[self.index + 1 if self.onebased else self.index]
