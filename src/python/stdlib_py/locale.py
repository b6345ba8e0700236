"""`locale` with the C locale, the only one there is."""

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if locale in (None, "", "C", "POSIX", "C.UTF-8", ("C", "UTF-8"), (None, None)):
        return "C"
    raise Error("unsupported locale setting")


def getlocale(category=LC_CTYPE):
    return ("C", "UTF-8")


getdefaultlocale = getlocale


def getpreferredencoding(do_setlocale=True):
    return "utf-8"


getencoding = getpreferredencoding


def localeconv():
    return {
        "grouping": [], "currency_symbol": "", "n_sign_posn": 127, "p_cs_precedes": 127, "n_cs_precedes": 127,
        "mon_grouping": [], "n_sep_by_space": 127, "decimal_point": ".", "negative_sign": "", "positive_sign": "",
        "p_sep_by_space": 127, "int_curr_symbol": "", "p_sign_posn": 127, "thousands_sep": "",
        "mon_thousands_sep": "", "frac_digits": 127, "mon_decimal_point": "", "int_frac_digits": 127,
    }


def strcoll(a, b):
    return (a > b) - (a < b)


def strxfrm(text):
    return text


def format_string(format, value, grouping=False, monetary=False):
    return format % value


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(value):
    return "%.12g" % value


def atof(text, func=float):
    return func(text)


def atoi(text):
    return int(text)


def delocalize(text):
    return text


def localize(text, grouping=False, monetary=False):
    return text


def normalize(name):
    return name
