"""What `inspect` needs of `dis`: the interpreter's instructions are not CPython's."""

from collections import namedtuple

Positions = namedtuple("Positions", ["lineno", "end_lineno", "col_offset", "end_col_offset"], defaults=[None] * 4)

COMPILER_FLAG_NAMES = {
    1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR", 64: "NOFREE",
    128: "COROUTINE", 256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR", 0x4000000: "HAS_DOCSTRING", 0x8000000: "METHOD",
}


def _missing(name):
    def fn(*args, **kw):
        raise NotImplementedError(f"dis.{name}() is not part of the playground: its instructions are not CPython's")
    return fn


get_instructions, dis, disassemble, show_code, code_info = map(
    _missing, ("get_instructions", "dis", "disassemble", "show_code", "code_info"))
