"""Enum, and what types with a schema object of their own have in common. Part of `sqlalchemy.sql.sqltypes`."""

import _sqlalchemy as _n

from .. import exc, util
from .elements import quoted_name
from .sqltypes import String, _with_comparator
from .type_api import NO_ARG, Emulated, SchemaEventTarget, TypeEngineMixin, TypeEngine


class SchemaType(SchemaEventTarget, TypeEngineMixin):
    _schema_provided = _inherit_schema = False
    schema = metadata = None

    def __init__(self, name=None, schema=NO_ARG, metadata=None, inherit_schema=False, quote=None, create_type=True,
                 _create_events=True, _adapted_from=None):
        if inherit_schema:
            util.warn_deprecated(
                "the ``inherit_schema`` parameter is deprecated.The schema will be inherited from the ``metadata`` object. "
                "To keep using the table schema as the type schema, pass the ``schema`` parameter directly.", "2.1")
        self.name = name if name is None or quote is None else quoted_name(name, quote)
        self._schema_provided = schema is not NO_ARG
        if self._schema_provided and inherit_schema:
            raise exc.ArgumentError("Ambiguously setting inherit_schema=True while also passing a schema argument")
        self.schema = schema if self._schema_provided else None
        self._inherit_schema, self.create_type, self.metadata = inherit_schema, create_type, None
        if metadata is not None:
            self._set_metadata(metadata)

    @property
    def inherit_schema(self):
        util.warn_deprecated("The ``inherit_schema`` property is deprecated.", "2.1")
        return self._inherit_schema

    def _set_metadata(self, metadata):
        if self.metadata is None:
            self.metadata = metadata
            if not self._inherit_schema and not self._schema_provided and metadata.schema:
                self.schema = metadata.schema
            metadata._register_object(self)

    def _set_table(self, column, table):
        """Takes the schema that it is to have in this table."""
        before = self.schema
        self._set_metadata(table.metadata)
        if self._inherit_schema:
            self.schema, self._inherit_schema = table.schema, False
        if self.schema != before:
            self._set_spelling()
            self._reset()
            column.type = self

    def _set_spelling(self):
        pass

    def copy(self, **kw):
        made = super().copy()
        if "schema" in kw:
            made._schema_provided, made.schema = True, kw["schema"]
        elif not made._schema_provided:
            made.schema = None
        made.metadata = None
        if self.metadata is not None:
            made._set_metadata(kw.get("_to_metadata", self.metadata))
        made._set_spelling()
        return made

    def create(self, bind, checkfirst=False):
        pass  # SQLite and MySQL have no named types

    drop = create


@_with_comparator
class Enum(String, SchemaType, Emulated, TypeEngine):
    __visit_name__ = "enum"
    __module__ = "sqlalchemy.sql.sqltypes"

    def __init__(self, *enums, **kw):
        self._enum_init(enums, kw)

    def _enum_init(self, enums, kw):
        self.native_enum = kw.pop("native_enum", True)
        self.create_constraint = kw.pop("create_constraint", False)
        self.values_callable = kw.pop("values_callable", None)
        self._sort_key_function = kw.pop("sort_key_function", NO_ARG)
        length_arg = kw.pop("length", NO_ARG)
        self._omit_aliases = kw.pop("omit_aliases", True)
        self.validate_strings = kw.pop("validate_strings", False)
        kw.pop("_disable_warnings", None)
        if len(enums) == 1 and hasattr(enums[0], "__members__"):
            self.enum_class = enums[0]
            members = {n: v for n, v in self.enum_class.__members__.items()
                       if not self._omit_aliases or v.name == n}
            values = list(self.values_callable(self.enum_class)) if self.values_callable else list(members)
            objects = list(members.values())
        else:
            self.enum_class = None
            values = objects = list(enums)
        self.enums = values
        # Of a member and its aliases the first name is what is stored.
        self._valid_lookup = dict(zip(reversed(objects), reversed(values)))
        self._object_lookup = dict(zip(values, objects))
        if self.enum_class is not None:
            self._valid_lookup.update(
                (value, self._valid_lookup[self._object_lookup[value]]) for value in values)
        length = self._default_length = max((len(x) for x in values), default=0)
        if length_arg is not NO_ARG:
            if length_arg is not None and length_arg < length:
                raise ValueError("When provided, length must be larger or equal than the length of the longest "
                                 "enum value. %s < %s" % (length_arg, length))
            length = length_arg
        String.__init__(self, length)
        if self.enum_class is not None and values:
            kw.setdefault("name", self.enum_class.__name__.lower())
        self._schema_init(kw)
        self._set_spelling()

    def _set_spelling(self):
        if not self.native_enum:
            self._spelled_for = ("postgresql", "mysql") if self.length else ("*", "sqlite", "mysql")
        elif self.schema is not None or isinstance(self.name, quoted_name):
            self._spelled_for = ("postgresql",)
        else:
            self._spelled_for = () if self.enums else ("default", "sqlite")

    def _schema_init(self, kw):
        given = {name: kw.pop(name) for name in ("schema", "metadata", "inherit_schema", "quote", "create_type")
                 if name in kw}
        SchemaType.__init__(self, kw.pop("name", None), **given)

    def _native(self):
        return ("enum", self.enums, self.length, self.create_constraint, self.name)

    def _ddl(self, dialect):
        if not self.native_enum:
            if self.length is None and dialect == "mysql":
                raise exc.CompileError("VARCHAR requires a length on dialect mysql")
            return "VARCHAR" if self.length is None else f"VARCHAR({self.length})"
        if dialect != "postgresql":
            return "VARCHAR"
        quote = getattr(self.name, "quote", None)
        schema = "" if self.schema is None else _n.quote_name(self.schema, dialect, None) + "."
        return schema + _n.quote_name(self.name, dialect, quote)

    def _resolve_for_python_type(self, python_type, matched_on, matched_on_flattened):
        """An Enum like this one, of the members or the texts that the Python type has."""
        import enum
        import typing

        kw = self._like_this()
        values = self._enums_argument
        is_literal = typing.get_origin(python_type) is typing.Literal
        if values != [enum.Enum] and python_type is matched_on:
            pass  # They are this very type's.
        elif is_literal or type(python_type).__name__ == "TypeAliasType":
            value = python_type if is_literal else python_type.__value__
            if typing.get_origin(value) is not typing.Literal:
                raise exc.ArgumentError(
                    f"Can't associate TypeAliasType '{python_type}' to an Enum since it's not a direct alias of a Literal. "
                    "Only aliases in this form `type my_alias = Literal['a', 'b']` are supported when generating Enums.")
            values, kw["native_enum"] = typing.get_args(value), False
            wrong = [it for it in values if not isinstance(it, str)]
            if wrong:
                raise exc.ArgumentError(
                    f"Can't create string-based Enum datatype from non-string values: {', '.join(map(repr, wrong))}.  "
                    "Please provide an explicit Enum datatype for this Python type")
        elif isinstance(python_type, type) and issubclass(python_type, enum.Enum):
            values = [python_type]
        kw["length"] = NO_ARG if self.length == 0 else self.length
        return self._generic_type_affinity(*values, **kw)

    def _like_this(self):
        kw = {name: getattr(self, name) for name in (
            "validate_strings", "metadata", "native_enum", "values_callable", "create_constraint")}
        kw.update(omit_aliases=self._omit_aliases, sort_key_function=self._sort_key_function)
        if self.name:
            kw["name"] = self.name
        if self._schema_provided or self.schema is not None:
            kw["schema"] = self.schema
        return kw

    def adapt_to_emulated(self, impltype, **kw):
        for name in ("validate_strings", "name", "native_enum", "values_callable"):
            kw.setdefault(name, getattr(self, name))
        for name in ("sort_key_function", "omit_aliases"):
            kw.setdefault(name, getattr(self, "_" + name))
        if kw["sort_key_function"] is NO_ARG:
            del kw["sort_key_function"]
        made = impltype(*self._enums_argument, **kw)
        made._take_schema(self)
        return made

    def _take_schema(self, other):
        """Belongs where another type does, which does not get to know of it."""
        self.schema, self.metadata = other.schema, other.metadata
        self._set_spelling()

    @property
    def _enums_argument(self):
        return self.enums if self.enum_class is None else [self.enum_class]

    @property
    def native(self):
        return self.native_enum

    @property
    def python_type(self):
        return self.enum_class or str

    def repr_struct(self):
        return util.GenericRepr(
            self, additional_kw=[("native_enum", True), ("create_constraint", False),
                                 ("length", self._default_length), ("schema", None)],
            to_inspect=[Enum, SchemaType], omit_kwarg=["schema", "inherit_schema", "metadata"])

    @property
    def sort_key_function(self):
        return self._db_value_for_elem if self._sort_key_function is NO_ARG else self._sort_key_function

    def as_generic(self, allow_nulltype=False):
        return util.constructor_copy(self, self._generic_type_affinity, *self._enums_argument)

    def _not_found(self, value):
        shown = [_ellipses(it) for it in self.enums]
        if len(shown) > 4:
            shown[3:-1] = ["..."]
        return LookupError("'%s' is not among the defined enum values. Enum name: %s. Possible values: %s" % (
            value, self.name, ", ".join(shown) or None))

    def _db_value_for_elem(self, elem):
        try:
            return self._valid_lookup[elem]
        except (KeyError, TypeError):
            if not self.validate_strings and isinstance(elem, str) and not _is_member(elem):
                return elem
            raise self._not_found(elem) from None

    def _object_value_for_elem(self, elem):
        try:
            return self._object_lookup[elem]
        except KeyError:
            raise self._not_found(elem) from None

    def bind_processor(self, dialect):
        convert = self._db_value_for_elem
        return lambda value: None if value is None else convert(value)

    def result_processor(self, dialect, coltype):
        convert = self._object_value_for_elem
        return lambda value: None if value is None else convert(value)

    def literal_processor(self, dialect):
        convert = self._db_value_for_elem
        return lambda value: "'%s'" % convert(value).replace("'", "''")


def _ellipses(value):
    value = str(value)
    return value if len(value) <= 11 else value[:11] + ".."


def _is_member(value):
    import enum
    return isinstance(value, enum.Enum)


SchemaType.__module__ = "sqlalchemy.sql.sqltypes"
