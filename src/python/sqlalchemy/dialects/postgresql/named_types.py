"""Types that PostgreSQL keeps under a name: ENUM and DOMAIN, and the statements that make them."""

import _sqlalchemy as _n

from ... import exc, util
from ...sql import sqltypes
from ...sql.ddl import _CreateDropBase
from ...sql.elements import text
from ...sql.type_api import NO_ARG, NativeForEmulated, TypeDecorator, TypeEngine, to_instance


def _formatted(type_):
    schema = "" if type_.schema is None else _n.quote_name(type_.schema, "postgresql", None) + "."
    return schema + _n.quote_name(type_.name, "postgresql", getattr(type_.name, "quote", None))


class NamedType(TypeEngine):
    def create(self, bind, checkfirst=True, **kw):
        if self._made_by(bind):
            bind.execute(self._CREATE(self))

    def drop(self, bind, checkfirst=True, **kw):
        if self._made_by(bind):
            bind.execute(self._DROP(self))

    def _made_by(self, bind):
        return bind.dialect.name == "postgresql"


class CreateEnumType(_CreateDropBase):
    __visit_name__ = "create_enum_type"

    def __init__(self, element):
        values = ", ".join("'%s'" % value.replace("'", "''") for value in element.enums)
        super().__init__(element, f"CREATE TYPE {_formatted(element)} AS ENUM ({values})")


class DropEnumType(_CreateDropBase):
    __visit_name__ = "drop_enum_type"

    def __init__(self, element):
        super().__init__(element, f"DROP TYPE {_formatted(element)}")


class CreateDomainType(_CreateDropBase):
    __visit_name__ = "create_domain_type"

    def __init__(self, element):
        from .base import dialect
        parts = [f"CREATE DOMAIN {_formatted(element)} AS {element.data_type.compile(dialect())}"]
        if element.collation is not None:
            parts.append(f"COLLATE {_n.quote_name(element.collation, 'postgresql', None)}")
        if element.default is not None:
            parts.append(f"DEFAULT {element.default}")
        if element.constraint_name is not None:
            parts.append(f"CONSTRAINT {_n.quote_name(element.constraint_name, 'postgresql', None)}")
        if element.not_null:
            parts.append("NOT NULL")
        if element.check is not None:
            parts.append(f"CHECK ({element.check})")
        super().__init__(element, " ".join(parts))


class DropDomainType(_CreateDropBase):
    __visit_name__ = "drop_domain_type"

    def __init__(self, element):
        super().__init__(element, f"DROP DOMAIN {_formatted(element)}")


class ENUM(NamedType, NativeForEmulated, sqltypes.Enum):
    native_enum = True
    _dbapi_type = None
    _CREATE, _DROP = CreateEnumType, DropEnumType

    def __init__(self, *enums, name=NO_ARG, create_type=True, **kw):
        if kw.pop("native_enum", None) is False:
            util.warn("the native_enum flag does not apply to the sqlalchemy.dialects.postgresql.ENUM datatype; this "
                      "type always refers to ENUM.   Use sqlalchemy.types.Enum for non-native enum.")
        if name is not NO_ARG:
            kw["name"] = name
        super().__init__(*enums, create_type=create_type, **kw)

    @classmethod
    def adapt_emulated_to_native(cls, impl, **kw):
        made = cls(*impl._enums_argument, name=impl.name, values_callable=impl.values_callable,
                   validate_strings=impl.validate_strings, **kw)
        made._take_schema(impl)
        return made

    def compile(self, dialect=None):
        if getattr(dialect, "name", None) == "postgresql":
            if self.name is None:
                raise exc.CompileError("PostgreSQL ENUM type requires a name.")
            return _formatted(self)
        return super().compile(dialect)

    def coerce_compared_value(self, op, value):
        found = super().coerce_compared_value(op, value)
        return self if isinstance(found, sqltypes.String) else found


def named_type(type_, dialect):
    """The ENUM or DOMAIN that a column's type is on PostgreSQL, if it is one."""
    type_ = type_._variant_mapping.get("postgresql", type_)
    if isinstance(type_, TypeDecorator):
        type_ = type_.type_engine(dialect)
    if isinstance(type_, sqltypes.ARRAY):
        return named_type(type_.item_type, dialect)
    if isinstance(type_, NamedType):
        return type_
    if isinstance(type_, sqltypes.Enum) and type_.native_enum and type_.name is not None:
        return ENUM(*type_.enums, name=type_.name, schema=type_.schema)
    return None


class DOMAIN(NamedType, sqltypes.SchemaType):
    __visit_name__ = "DOMAIN"
    _CREATE, _DROP = CreateDomainType, DropDomainType
    _spelled_for = ("postgresql", "*", "sqlite", "mysql")

    def __init__(self, name, data_type, *, collation=None, collation_schema=None, default=None, constraint_name=None,
                 not_null=None, check=None, create_type=True, **kw):
        if collation_schema is not None and collation is None:
            raise exc.ArgumentError("the 'collation_schema' parameter of DOMAIN requires the 'collation' parameter to "
                                    "also be present")
        util.refuse("DOMAIN", collation_schema=collation_schema)
        self.data_type = to_instance(data_type)
        self.default, self.collation, self.collation_schema = default, collation, collation_schema
        self.constraint_name, self.not_null = constraint_name, bool(not_null)
        self.check = text(check) if isinstance(check, str) else check
        sqltypes.SchemaType.__init__(self, name=name, create_type=create_type, **kw)

    def _native(self):
        return ("verbatim", self.name, "null")

    def _ddl(self, dialect):
        if dialect == "postgresql":
            return _formatted(self)
        return "DOMAIN" if dialect == "default" else None
