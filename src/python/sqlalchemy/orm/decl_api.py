"""Functions of declarative mapping that stand beside its base classes."""

from sqlalchemy import util

from .declarative import DeclarativeAttributeIntercept, registry


def declarative_mixin(cls):
    util.warn_deprecated(
        "The declarative_mixin decorator was used only by the now removed mypy plugin so it has no longer any use and can be "
        "safely removed. (deprecated since: 2.1)", "2.1")
    return cls


def as_declarative(**kw):
    kw.pop("bind", None)
    given = {name: kw.pop(name) for name in ("metadata", "class_registry") if name in kw}
    return registry(**given).as_declarative_base(**kw)


def as_typed_table(cls, typed_columns_cls=None, /):
    return cls.__table__


def add_mapped_attribute(target, key, attr):
    DeclarativeAttributeIntercept.__setattr__(target, key, attr)


__getattr__ = util.later(__name__, {
    "DeclarativeBase": "declarative", "DeclarativeBaseNoMeta": "declarative", "DeclarativeMeta": "declarative",
    "declarative_base": "declarative", "has_inherited_table": "declarative", "synonym_for": "declarative",
    "declared_attr": "decl_base", "MappedAsDataclass": "dataclasses", "mapped_as_dataclass": "dataclasses",
    "unmapped_dataclass": "dataclasses",
})
