"""The names of constraints that follow a convention."""

from .elements import _NONE_NAME, conv
