// The mapped classes as a diagram that can be read, moved and taken along.
import { expect, SHELF, test } from "./playground.js";

const STAFF = `from sqlalchemy import Column, ForeignKey, Index, String, Table, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


works_on = Table("works_on", Base.metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("project_id", ForeignKey("project.id"), primary_key=True))


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    email: Mapped[str] = mapped_column(String(50), unique=True)
    boss_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    boss: Mapped["Person | None"] = relationship(remote_side=[id], back_populates="team")
    team: Mapped[list["Person"]] = relationship(back_populates="boss")
    projects: Mapped[list["Project"]] = relationship(secondary=works_on, lazy="selectin")
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "person"}


class Engineer(Person):
    __tablename__ = "engineer"
    id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    language: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "engineer"}


class Project(Base):
    __tablename__ = "project"
    id: Mapped[int] = mapped_column(primary_key=True)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
`;
const STAFF_AT_WORK = `${STAFF}with Session(engine) as session:
    session.add(Engineer(email="e@example.org", language="Python"))
    session.commit()
`;

/** Runs a program and shows its models. */
async function shown(playground, program) {
  await playground.open();
  expect(await playground.run(program)).toBe("finished");
  await playground.models.show();
  return playground.models;
}

test("shows each class with its table, columns and keys", async ({ playground }) => {
  const models = await shown(playground, SHELF);
  await expect(models.names).toHaveText(["Author", "Book"]);
  const book = models.box("Book");
  for (const words of ["author_id", "title", "PK", "FK"]) await expect(book).toContainText(words);
});

test("names each relationship with how it is loaded", async ({ playground }) => {
  const models = await shown(playground, SHELF);
  await expect(models.pills).toHaveText([/^Author\.books select$/, /^Book\.author select$/]);
});

test("shows inheritance, a relationship to itself and a table without a class", async ({ playground }) => {
  const models = await shown(playground, STAFF_AT_WORK);
  await expect(models.names).toHaveText(["Person", "Engineer", "Project", "works_on"]);
  await expect(models.pills.filter({ hasText: "Person.projects" })).toHaveText("Person.projects selectin");
  for (const name of ["Person.boss", "Person.team"]) await expect(models.pills.filter({ hasText: name })).toHaveCount(1);
  await expect(models.box("Person")).toContainText("unique");
  await expect(models.drawing).toHaveAttribute("aria-label", /Engineer, table engineer, 2 columns, inherits from Person/);
});

test("tells the diagram in words", async ({ playground }) => {
  const models = await shown(playground, SHELF);
  await expect(models.drawing).toHaveAttribute("aria-label",
    "Author, table author, 2 columns: books leads to many Book, loaded by select. " +
    "Book, table book, 3 columns: author leads to one Author, loaded by select.");
});

test("no two boxes cover each other", async ({ playground }) => {
  const models = await shown(playground, STAFF_AT_WORK);
  const boxes = await models.boxes.locator(".mdl-box__bg").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON()));
  const covers = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  expect(boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => covers(a, b)))).toEqual([]);
});

test("a press on a class tells its columns", async ({ playground }) => {
  const models = await shown(playground, STAFF_AT_WORK);
  await models.box("Person").click();
  await expect(models.details.getByRole("heading", { name: /^Person/ })).toBeVisible();
  await expect(models.details.getByRole("row", { name: /^boss_id/ })).toContainText("→ person.id, index, NULL");
  await expect(models.details.getByRole("row", { name: /^id/ })).toContainText("primary key");
});

test("moves, zooms and chooses by keyboard", async ({ playground, page }) => {
  const models = await shown(playground, SHELF);
  const [x, y, width] = await models.sight();
  await models.canvas.focus();
  await page.keyboard.press("+");
  await expect.poll(async () => (await models.sight())[2]).toBeLessThan(width);
  await page.keyboard.press("-");
  await expect.poll(async () => Math.round((await models.sight())[2])).toBe(Math.round(width));
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await models.sight())[0]).toBeGreaterThan(x);
  await page.keyboard.press("ArrowDown");
  await expect.poll(async () => (await models.sight())[1]).toBeGreaterThan(y);
  await page.keyboard.press("0");
  await expect.poll(async () => (await models.sight()).slice(0, 2)).toEqual([x, y]);
  await page.keyboard.press("n");
  await expect(models.details.getByRole("heading", { name: /^Author/ })).toBeVisible();
  await page.keyboard.press("n");
  await expect(models.details.getByRole("heading", { name: /^Book/ })).toBeVisible();
  await page.keyboard.press("b");
  await expect(models.details.getByRole("heading", { name: /^Author/ })).toBeVisible();
});

test("moves under the pointer, and Fit brings it back", async ({ playground, page }) => {
  const models = await shown(playground, SHELF);
  const [x] = await models.sight();
  const box = await models.canvas.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await models.sight())[0]).toBeGreaterThan(x);
  await models.button("Larger").click();
  await models.button("Fit").click();
  await expect.poll(async () => (await models.sight())[0]).toBe(x);
});

test("copies itself as a Mermaid diagram", async ({ playground, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const models = await shown(playground, SHELF);
  await models.button("Mermaid").click();
  await expect(models.button("Copied")).toBeVisible();
  const lines = (await playground.clipboard()).split("\n").map((it) => it.trim());
  expect(lines[0]).toBe("erDiagram");
  expect(lines).toContain("INTEGER id PK");
  expect(lines).toContain("INTEGER author_id FK");
  expect(lines.filter((it) => it.includes("--"))).toEqual(['Author ||--o{ Book : "Author.books, Book.author"']);
});

test("is saved as an SVG of its own", async ({ playground, page }) => {
  const models = await shown(playground, SHELF);
  const { name, bytes } = await playground.download(models.button("SVG"));
  expect(name).toBe("models.svg");
  const [root, texts] = await page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, "image/svg+xml");
    return [svg.documentElement.localName, [...svg.querySelectorAll("text")].map((it) => it.textContent)];
  }, bytes.toString());
  expect(root).toBe("svg");
  for (const words of ["Author", "Book", "author_id", "Author.books select"]) expect(texts).toContain(words);
});

test("an attribute that was loaded lazily many times stands out", async ({ playground }) => {
  const models = await shown(playground, SHELF.replace('("Ada", "Bo")', 'map(str, range(40))'));
  await expect(models.pills.and(playground.page.locator(".mdl-pill--warn"))).toHaveText([/^Author\.books/]);
});

test("shows classes that no query or session has used yet", async ({ playground }) => {
  const models = await shown(playground, STAFF);
  await expect(models.names).toHaveText(["Person", "Engineer", "Project", "works_on"]);
});

test("a program without classes says so", async ({ playground }) => {
  await playground.open();
  await playground.run("print(1)\n");
  await playground.openTab("Models");
  await expect(playground.panel).toContainText("The program mapped no classes.");
});
