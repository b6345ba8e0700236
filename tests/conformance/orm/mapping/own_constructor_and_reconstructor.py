"""Own constructor and reconstructor."""
from sqlalchemy import create_engine, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, reconstructor


class Base(DeclarativeBase):
    pass


class Sheet(Base):
    __tablename__ = "sheet"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]

    def __init__(self, text, **kw):
        super().__init__(text=text.strip(), **kw)
        self.words = len(text.split())

    @reconstructor
    def loaded(self):
        self.words = -len(self.text.split())


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    sheet = Sheet(" a b c ", id=1)
    session.add(sheet)
    session.commit()
    print(sheet.words, repr(sheet.text))
    session.expunge_all()
    sheet = session.get(Sheet, 1)
    print(sheet.words)
    session.refresh(sheet)
    print(sheet.words)
