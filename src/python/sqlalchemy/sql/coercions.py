"""What a program gives as elements of statements, for constructs of the program's own."""

import _sqlalchemy as _n


def expect(role, element, *, apply_propagate_attrs=None, argname=None, post_inspect=False, disable_inspection=False, **kw):
    """The element that stands for what was given in a role."""
    if kw:
        raise NotImplementedError(f"coercions.expect({next(iter(kw))}=) is not part of the playground")
    return _n.coerce(element, role.__name__)
