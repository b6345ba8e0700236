"""`platform`: where the program runs."""

import sys


def system():
    return "Linux"


def node():
    return "playground"


def release():
    return ""


def version():
    return ""


def machine():
    return "wasm32"


def processor():
    return ""


def architecture(executable=sys.executable, bits="", linkage=""):
    return ("32bit", "")


def python_version():
    return ".".join(map(str, sys.version_info[:3]))


def python_version_tuple():
    return tuple(map(str, sys.version_info[:3]))


def python_implementation():
    return "RustPython"


def platform(aliased=False, terse=False):
    return "ORM-Playground"
