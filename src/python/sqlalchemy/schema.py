"""Schema objects and DDL."""

from .sql.ddl import *  # noqa: F401,F403
from .sql.ddl import (
    AddConstraint, BaseDDLElement, CheckFirst, CreateColumn, CreateIndex, CreateSchema, CreateSequence, CreateTable,
    CreateTableAs, CreateView, DDL, DDLElement, DropColumnComment, DropConstraint, SetColumnComment, DropIndex, DropSchema, DropSequence, DropTable,
    DropTableComment, DropView, ExecutableDDLElement, SetTableComment, sort_tables,
    sort_tables_and_constraints)
from .sql.elements import conv
from .sql.schema import (
    BLANK_SCHEMA, RETAIN_SCHEMA, CheckConstraint, Column, ColumnCollectionConstraint, ColumnDefault, Computed,
    Constraint, DefaultClause, DefaultGenerator, FetchedValue, ForeignKey, ForeignKeyConstraint, ForeignKeyTarget,
    HasConditionalDDL,
    Identity, Index, MetaData, PrimaryKeyConstraint, SchemaItem, Sequence, Table, ThreadLocalMetaData,
    UniqueConstraint, insert_sentinel)
from .sql._annotated_cols import Named, TypedColumns
from .sql.selectable import TableClause
