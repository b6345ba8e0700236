"""Attributes that stand for others, by the name of SQLAlchemy's module."""

from .composites import Composite as Composite
from .composites import CompositeProperty as CompositeProperty
from .properties import Synonym as Synonym
from .properties import SynonymProperty as SynonymProperty
