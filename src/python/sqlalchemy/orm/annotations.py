"""What `Mapped[...]` says: the Python type, whether it may be None, collection and target."""

import types
import typing
from collections.abc import Mapping

from sqlalchemy import exc
from sqlalchemy.orm.base import DynamicMapped, Mapped, Unmapped, WriteOnlyMapped

_NONE = type(None)
_KINDS = (Mapped, DynamicMapped, WriteOnlyMapped, Unmapped)
_WRAPPERS = {kind.__name__: kind for kind in _KINDS}


class Described:
    """One `Mapped[...]`: `wrapper` is Mapped or a kin, `argument` what stands inside."""

    __slots__ = ("wrapper", "argument", "namespace", "raw")

    def __init__(self, wrapper, argument, namespace, raw=None):
        self.raw = raw
        self.wrapper = wrapper
        self.argument = argument
        self.namespace = namespace


def annotations_of(cls):
    """The class's own annotations; names that are not defined yet stay as text."""
    try:
        found = cls.__dict__.get("__annotations__")
        if found is None:
            found = cls.__annotations__ if "__annotate_func__" in cls.__dict__ or "__annotate__" in cls.__dict__ else None
        if found is None:
            import annotationlib

            found = annotationlib.get_annotations(cls)
        return dict(found)
    except NameError:
        import annotationlib

        return dict(annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF))


def namespace_of(cls):
    import sys

    module = sys.modules.get(cls.__module__)
    names = dict(vars(module)) if module is not None else {}
    names[cls.__name__] = cls
    return names


def describe(raw, cls):
    """`Described` for an annotation that is `Mapped[...]`, else None."""
    if isinstance(raw, typing.ForwardRef):
        raw = raw.__forward_arg__
    if isinstance(raw, str):
        raw = _describe_text(raw, cls)
        if isinstance(raw, Described) or raw is None:
            return raw
    origin = typing.get_origin(raw)
    if origin is not None and isinstance(origin, type) and issubclass(origin, _KINDS):
        args = typing.get_args(raw)
        return Described(origin, args[0] if args else None, None, raw)
    return None


def _describe_text(text, cls):
    head, bracket, inner = text.partition("[")
    name = head.strip().rpartition(".")[2]
    if name == "ClassVar":
        return None
    names = namespace_of(cls)
    try:
        return eval(text, names)
    except NameError:
        pass
    except Exception as error:
        raise exc.ArgumentError(f"Could not interpret annotation {text}.") from error
    wrapper = _WRAPPERS.get(name)
    if wrapper is None or not bracket:
        return None
    return Described(wrapper, inner.rstrip()[:-1].strip(), names, text)


def origin_of_text(text, cls):
    """What stands before the bracket of a textual annotation, where its names are known."""
    head = text.partition("[")[0].strip()
    if head.rpartition(".")[2] == "ClassVar":
        return typing.ClassVar
    try:
        return eval(head, namespace_of(cls))
    except Exception:
        return None


def resolve(argument, namespace, cls):
    """A textual argument as an object, where its names are known; else the text."""
    if isinstance(argument, typing.ForwardRef):
        argument = argument.__forward_arg__
    if isinstance(argument, str):
        names = namespace if namespace is not None else namespace_of(cls)
        try:
            return resolve(eval(argument, dict(names)), None, cls) if argument not in ("", None) else argument
        except NameError:
            return argument
        except Exception:
            return argument
    return argument


def resolve_deeply(argument, namespace, cls):
    """The same, with the names inside of generic types."""
    argument = resolve(argument, namespace, cls)
    args = getattr(argument, "__args__", None)
    if not args or not hasattr(argument, "__origin__") or typing.get_origin(argument) is typing.Literal:
        return argument
    if not any(isinstance(it, (str, typing.ForwardRef)) or hasattr(it, "__args__") for it in args):
        return argument
    made = tuple(resolve_deeply(it, namespace, cls) for it in args)
    if all(new is old for new, old in zip(made, args)):
        return argument
    origin = typing.get_origin(argument)
    if origin is typing.Union or origin is types.UnionType:
        return typing.Union[made]
    return argument.copy_with(made) if hasattr(argument, "copy_with") else argument.__origin__[made]


def unresolved(argument):
    """A name in it that is not defined, or None."""
    if isinstance(argument, str):
        return argument
    if isinstance(argument, typing.ForwardRef):
        return argument.__forward_arg__
    if not hasattr(argument, "__origin__") or typing.get_origin(argument) is typing.Literal:
        return None
    return next((it for it in map(unresolved, getattr(argument, "__args__", ())) if it is not None), None)


def without_none(argument):
    """`(type, is_optional)` of `Optional[X]`, `X | None` and plain types."""
    if isinstance(argument, str):
        return _text_without_none(argument)
    origin = typing.get_origin(argument)
    if origin is typing.Union or origin is types.UnionType:
        args = [a for a in typing.get_args(argument) if a is not _NONE]
        is_optional = len(args) != len(typing.get_args(argument))
        if len(args) == 1:
            return args[0], is_optional
        return typing.Union[tuple(args)], is_optional
    if argument is _NONE:
        return argument, True
    return argument, False


def includes_none(argument):
    """Whether the type allows None, be it inside an alias, a NewType or Annotated."""
    from sqlalchemy.orm import type_map

    seen = []

    def holds_none(it):
        if isinstance(it, str):
            return _text_without_none(it)[1]
        origin = typing.get_origin(it)
        if origin is typing.Union or origin is types.UnionType:
            return any(holds_none(arg) for arg in typing.get_args(it))
        if origin is typing.Annotated:
            return holds_none(typing.get_args(it)[0])
        if type_map.is_alias(it):
            if it in seen:
                return False
            seen.append(it)
            return holds_none(it.__value__)
        if isinstance(it, typing.NewType):
            return holds_none(it.__supertype__)
        if isinstance(it, typing.ForwardRef):
            return _text_without_none(it.__forward_arg__)[1]
        return it is None or it is _NONE

    return holds_none(argument)


def _text_without_none(text):
    text = text.strip()
    for head in ("Optional[", "typing.Optional["):
        if text.startswith(head) and text.endswith("]"):
            return text[len(head) : -1].strip(), True
    parts = [part.strip() for part in text.split("|")]
    if len(parts) > 1 and "None" in parts:
        parts.remove("None")
        return " | ".join(parts), True
    return text, False


def split_annotated(argument):
    """`(type, metadata)` of `Annotated[type, ...]`; metadata is () for anything else."""
    if typing.get_origin(argument) is typing.Annotated:
        args = typing.get_args(argument)
        return args[0], args[1:]
    return argument, ()


def related(argument, namespace, cls):
    """`(target, collection_class, is_optional)` of a relationship's annotation; no collection: None."""
    if isinstance(argument, typing.ForwardRef):
        argument = argument.__forward_arg__
    # A textual target is a name for the registry, whatever the module has under it.
    if not isinstance(argument, str) or "Union[" in argument:
        argument = resolve(argument, namespace, cls)
    argument, is_optional = without_none(argument)
    if isinstance(argument, typing.ForwardRef):
        argument = argument.__forward_arg__
    if isinstance(argument, str):
        head, bracket, inner = argument.partition("[")
        # Text within the annotation names the target as it is; an annotation that is all text is taken apart.
        if bracket and namespace is not None:
            head = head.strip().rpartition(".")[2]
            inner = inner.rstrip()[:-1].strip()
            collection = {"list": list, "List": list, "set": set, "Set": set}.get(head)
            if head in ("dict", "Dict", "KeyFuncDict", "Mapping", "MutableMapping"):
                return inner.rpartition(",")[2].strip().strip("'\""), dict, is_optional
            if collection is None:
                collection = (namespace or namespace_of(cls)).get(head, list)
            return inner.strip("'\""), collection, is_optional
        return argument if bracket else argument.strip("'\""), None, is_optional
    origin = typing.get_origin(argument)
    if origin is None or origin is typing.Annotated:
        return argument, None, is_optional
    args = typing.get_args(argument)
    target = args[-1] if args else None
    if isinstance(target, typing.ForwardRef):
        target = target.__forward_arg__
    if not (isinstance(origin, type) and issubclass(origin, Mapping)) and args:
        target = args[0]
        if isinstance(target, typing.ForwardRef):
            target = target.__forward_arg__
    return target, origin, is_optional
