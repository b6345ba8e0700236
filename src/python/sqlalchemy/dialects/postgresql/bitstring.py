"""What a BIT column gives: a string of '0' and '1' with the operators of numbers."""


def _same_length(method):
    def checked(self, other):
        if not isinstance(other, str):
            return NotImplemented
        if len(self) != len(other := BitString(other)):
            raise ValueError("Operands must be the same length")
        return BitString("".join("1" if method(a == "1", b == "1") else "0" for a, b in zip(self, other)))
    return checked


def _again(name):
    method = getattr(str, name)

    def changed(self, *args):
        return BitString(method(self, *args))
    return changed


class BitString(str):
    __slots__ = ()

    def __new__(cls, _value, _check=True):
        if isinstance(_value, BitString):
            return _value
        if _check and _value.strip("01"):
            raise ValueError("BitString must only contain '0' and '1' chars")
        return super().__new__(cls, _value)

    @classmethod
    def from_int(cls, value, length):
        if value < 0:
            raise ValueError("value must be non-negative")
        if length < 0:
            raise ValueError("length must be non-negative")
        text = format(value, "b").zfill(length) if value or length else ""
        if len(text) > length:
            raise ValueError(f"Cannot encode {value} as a BitString of length {length}")
        return cls(text)

    @classmethod
    def from_bytes(cls, value, length=-1):
        text = "".join(format(byte, "08b") for byte in value)
        if length >= 0:
            text = text.lstrip("0").zfill(length) if length else text.lstrip("0")
            if len(text) > length:
                raise ValueError(f"Cannot encode {value!r} as a BitString of length {length}")
        return cls(text)

    def get_bit(self, index):
        return str(self)[index]

    def has_bit(self, index):
        return self.get_bit(index) == "1"

    def set_bit(self, index, value):
        if index < 0 or index >= len(self):
            raise IndexError("BitString index out of range")
        value = "1" if value in ("1", True, 1) else "0"
        return BitString(str(self)[:index] + value + str(self)[index + 1:])

    @property
    def bit_length(self):
        return len(self)

    @property
    def octet_length(self):
        return (len(self) + 7) // 8

    def strip(self, char="0"):
        return BitString(str.strip(self, char))

    def rstrip(self, char="0"):
        return BitString(str.rstrip(self, char))

    lstrip, removeprefix, removesuffix = map(_again, ("lstrip", "removeprefix", "removesuffix"))
    replace, zfill, __getitem__ = map(_again, ("replace", "zfill", "__getitem__"))

    def split(self, sep=None, maxsplit=-1):
        return [BitString(word) for word in str.split(self, sep, maxsplit)]

    def __repr__(self):
        return f'BitString("{self.__str__()}")'

    def __int__(self):
        return int(self.__str__(), 2) if self else 0

    def to_bytes(self, length=-1):
        return int(self).to_bytes(self.octet_length if length < 0 else length, byteorder="big")

    __bytes__ = to_bytes

    def __add__(self, other):
        if not isinstance(other, str):
            raise TypeError(f"Can only concatenate str (not '{type(other).__name__}') to BitString")
        return BitString("".join([self, other]))

    def __radd__(self, other):
        if not isinstance(other, str):
            raise TypeError(f"Can only concatenate str (not '{type(other).__name__}') to BitString")
        return BitString("".join([other, self]))

    def __lshift__(self, amount):
        return BitString((str(self) + "0" * amount)[-len(self):] if self else "")

    def __rshift__(self, amount):
        return BitString(str(self)[:len(self) - amount if amount < len(self) else 0].zfill(len(self)))

    def __invert__(self):
        return BitString("".join("1" if bit == "0" else "0" for bit in self))

    __and__ = _same_length(lambda a, b: a and b)
    __or__ = _same_length(lambda a, b: a or b)
    __xor__ = _same_length(lambda a, b: a != b)
    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__
    __hash__ = str.__hash__
