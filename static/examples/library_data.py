"""Rows for the library report: plain Python, the same on every run."""

COUNTRIES = ["TR", "JP", "BR", "IS", "KE", "PL", "CL", "VN"]
ADJECTIVES = ["Salt", "Paper", "Quiet", "Northern", "Borrowed", "Second"]
NOUNS = ["Archive", "Harbour", "Garden", "Letters", "Orbit"]


def author_rows(count):
    for n in range(1, count + 1):
        yield {"name": f"Author {n:04}", "country": COUNTRIES[n % 8]}


def book_rows(author_number):
    for n in range(5):
        key = author_number * 5 + n
        title = f"{ADJECTIVES[key % 6]} {NOUNS[key * 7 % 5]}"
        yield {"title": title, "year": 1950 + key * 13 % 75}
