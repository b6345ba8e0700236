//! What loading sends, compared with what SQLAlchemy sends for the same programs: `orm_loading/record.py` wrote
//! `expected.txt`.

use crate::orm_host::{World, configure_all, map, relate, related, value};
use orm_playground::orm::context;
use orm_playground::orm::entity::{AliasedEntity, Entity};
use orm_playground::orm::errors::{OrmError, OrmResult};
use orm_playground::orm::host::Host;
use orm_playground::orm::loading::{self, Cell, LoadOptions, OrmRows};
use orm_playground::orm::mapper::Mapper;
use orm_playground::orm::plugin::{OrmItem, RelationshipAttr};
use orm_playground::orm::relationship_criteria as criteria;
use orm_playground::orm::relationships::{Declared, Lazy};
use orm_playground::orm::session::Session;
use orm_playground::orm::state::Object;
use orm_playground::orm::strategy_options::{LoaderOption, OptionAction, OptionStep, OptionTarget};
use orm_playground::sql::build::{self, Operand};
use orm_playground::sql::expr::Expr;
use orm_playground::sql::operators::Op;
use orm_playground::sql::select::{Distinct, JoinSetup, JoinTarget, OnClause, PluginItem, Select, SelectItem};
use orm_playground::sql::selectable::From;
use orm_playground::sql::value::Value;
use std::rc::Rc;

struct Library {
    world: World,
    author: Rc<Mapper>,
    book: Rc<Mapper>,
    tag: Rc<Mapper>,
    node: Rc<Mapper>,
    /// Mappers that are only reached through others.
    _others: [Rc<Mapper>; 2],
    session: Rc<Session>,
    out: String,
}

fn library() -> Library {
    let world = World::new();
    world.script(include_str!("orm_loading/data.sql"));
    let author = map("Author", &world.table("author", &["id int pk", "name str", "bio str"]), &["bio"]);
    let publisher = map("Publisher", &world.table("publisher", &["id int pk", "name str"]), &[]);
    let book_table =
        world.table("book", &["id int pk", "title str", "author_id int author.id", "publisher_id int publisher.id"]);
    let book = map("Book", &book_table, &[]);
    let review = map("Review", &world.table("review", &["id int pk", "stars int", "book_id int book.id"]), &[]);
    let tag = map("Tag", &world.table("tag", &["id int pk", "name str"]), &[]);
    let book_tag = world.table("book_tag", &["book_id int pk book.id", "tag_id int pk tag.id"]);
    let node = map("Node", &world.table("node", &["id int pk", "parent_id int node.id"]), &[]);
    let back = |key: &str| Declared { back_populates: Some(key.into()), ..Declared::default() };
    let ordered = |mapper: &Rc<Mapper>, key: &str| vec![column(mapper, key)];
    let books = Declared { order_by: ordered(&book, "id"), ..back("author") };
    let tags =
        Declared { secondary: Some(From::Table(book_tag)), order_by: ordered(&tag, "name"), ..Declared::default() };
    let id = node.tables[0].column("id").expect("it has one");
    let parent = Declared { remote_side: vec![id], ..back("children") };
    let pairs = [
        (relate(&author, "books", Lazy::Select, books), &book),
        (relate(&book, "author", Lazy::Select, back("books")), &author),
        (relate(&book, "publisher", Lazy::Select, Declared::default()), &publisher),
        (relate(&book, "reviews", Lazy::Select, Declared::default()), &review),
        (relate(&book, "tags", Lazy::Select, tags), &tag),
        (relate(&node, "children", Lazy::Select, back("parent")), &node),
        (relate(&node, "parent", Lazy::Select, parent), &node),
    ];
    let pairs: Vec<_> = pairs.iter().map(|(prop, target)| (prop, *target)).collect();
    configure_all(&pairs);
    let session = world.session();
    Library { world, author, book, tag, node, _others: [publisher, review], session, out: String::new() }
}

fn column(mapper: &Rc<Mapper>, key: &str) -> Expr {
    column_of(&Entity::Mapper(mapper.clone()), key)
}

fn column_of(entity: &Entity, key: &str) -> Expr {
    let prop = entity.mapper().property(key).expect("an attribute");
    entity.attribute_expr(&prop).expect("a column")
}

fn attr(mapper: &Rc<Mapper>, key: &str) -> RelationshipAttr {
    attr_of(&Entity::Mapper(mapper.clone()), key)
}

fn attr_of(entity: &Entity, key: &str) -> RelationshipAttr {
    let prop = entity.mapper().property(key).expect("an attribute");
    RelationshipAttr { entity: entity.clone(), prop, of_type: None, extra_criteria: Vec::new() }
}

fn alias(mapper: &Rc<Mapper>, name: Option<&str>) -> Entity {
    Entity::Aliased(AliasedEntity::new(mapper, name.map(Into::into).as_ref()))
}

fn select(mapper: &Rc<Mapper>) -> Select {
    select_entity(&Entity::Mapper(mapper.clone()))
}

fn select_entity(entity: &Entity) -> Select {
    Select { columns: vec![item(entity)], ..Select::default() }
}

fn item(entity: &Entity) -> SelectItem {
    SelectItem::Plugin(OrmItem::Entity(entity.clone()).wrap())
}

fn columns(items: &[Expr]) -> Select {
    Select { columns: items.iter().cloned().map(SelectItem::Expr).collect(), ..Select::default() }
}

fn load(attr: RelationshipAttr, lazy: Lazy) -> OptionStep {
    inner(attr, lazy, None)
}

fn inner(attr: RelationshipAttr, lazy: Lazy, innerjoin: Option<bool>) -> OptionStep {
    OptionStep {
        target: OptionTarget::Relationship(attr),
        action: OptionAction::Load { lazy, innerjoin, recursion_depth: None, chunk_size: None },
    }
}

fn step(attr: RelationshipAttr, action: OptionAction) -> OptionStep {
    OptionStep { target: OptionTarget::Relationship(attr), action }
}

fn on_column(mapper: &Rc<Mapper>, key: &str, action: OptionAction) -> OptionStep {
    let prop = mapper.property(key).expect("an attribute");
    OptionStep { target: OptionTarget::Column(mapper.tag, prop), action }
}

fn option(steps: Vec<OptionStep>) -> PluginItem {
    OrmItem::Option(Rc::new(LoaderOption { steps, ..LoaderOption::default() })).wrap()
}

fn join(attr: RelationshipAttr, is_outer: bool) -> JoinSetup {
    let target = JoinTarget::Plugin(OrmItem::Relationship(attr).wrap());
    JoinSetup { target, onclause: None, left: None, is_outer, full: false, columns: None }
}

fn join_entity(entity: &Entity, onclause: Option<OnClause>) -> JoinSetup {
    let target = JoinTarget::Plugin(OrmItem::Entity(entity.clone()).wrap());
    JoinSetup { target, onclause, left: None, is_outer: false, full: false, columns: None }
}

fn compare(op: Op, left: &Expr, value: Value) -> Expr {
    build::operate(op, left, &Operand::Value(value)).expect("it compares")
}

fn equal(left: &Expr, right: &Expr) -> Expr {
    build::operate(Op::Eq, left, &Operand::Expr(right.clone())).expect("it compares")
}

fn int(value: i64) -> Expr {
    Expr::bind(None, Value::Int(value), orm_playground::sql::types::integer_type())
}

trait Build: Sized {
    fn with(self, change: impl FnOnce(&mut Select)) -> Self;
}

impl Build for Select {
    fn with(mut self, change: impl FnOnce(&mut Select)) -> Self {
        change(&mut self);
        self
    }
}

fn asc(expr: Expr) -> Expr {
    build::order_by_element(&expr)
}

impl Library {
    fn program(&mut self, name: &str, run: impl FnOnce(&mut Self) -> OrmResult<()>) {
        self.session = self.world.session();
        self.world.log.borrow_mut().clear();
        self.out.push_str(&format!("## {name}\n"));
        if let Err(error) = run(self) {
            self.note(&error_text(&error));
        }
        self.flush_log();
        self.session.close().expect("closes");
    }

    fn flush_log(&mut self) {
        for line in self.world.log.borrow_mut().drain(..) {
            self.out.push_str(&line);
            self.out.push('\n');
        }
    }

    fn note(&self, text: &str) {
        self.world.log.borrow_mut().push(text.to_owned());
    }

    fn show(&self, text: impl AsRef<str>) {
        self.note(&format!("-> {}", text.as_ref()));
    }

    fn rows(&self, select: &Select) -> OrmResult<OrmRows> {
        loading::execute_select(&self.session, select, &Default::default(), &LoadOptions::default())
    }

    fn all(&self, select: &Select) -> OrmResult<Vec<Vec<Cell>>> {
        self.rows(select)?.all()
    }

    /// The objects of the first entries, each once.
    fn objects(&self, select: &Select) -> OrmResult<Vec<Object>> {
        let mut objects: Vec<Object> = Vec::new();
        for row in self.all(select)? {
            if let Some(Cell::Entity(Some(object))) = row.into_iter().next()
                && !objects.contains(&object)
            {
                objects.push(object);
            }
        }
        Ok(objects)
    }

    fn get(&self, mapper: &Rc<Mapper>, id: i64) -> OrmResult<Object> {
        let found = loading::load_on_pk_identity(&self.session, mapper, &[Value::Int(id)], LoadOptions::default())?;
        found.ok_or_else(|| OrmError::invalid("no such row"))
    }

    fn expunge_all(&self) {
        self.session.expunge_all();
    }
}

fn error_text(error: &OrmError) -> String {
    let class = match error {
        OrmError::Argument(_) => "ArgumentError",
        OrmError::InvalidRequest(..) => "InvalidRequestError",
        _ => "Error",
    };
    format!("{class}: {error}")
}

fn text(object: &Object, key: &str) -> String {
    match value(object, key) {
        Value::Text(text) => text.to_string(),
        other => other.repr(),
    }
}

fn first(objects: &[Object], key: &str) -> String {
    objects.first().map_or_else(|| "None".to_owned(), |it| text(it, key))
}

/// Python's list of the attribute's reprs.
fn list(objects: &[Object], key: &str) -> String {
    let inner: Vec<String> = objects.iter().map(|it| value(it, key).repr()).collect();
    format!("[{}]", inner.join(", "))
}

fn pairs(objects: &[Object], key: &str, second: impl Fn(&Object) -> OrmResult<String>) -> OrmResult<String> {
    let mut inner = Vec::new();
    for it in objects {
        inner.push(format!("({}, {})", value(it, key).repr(), second(it)?));
    }
    Ok(format!("[{}]", inner.join(", ")))
}

#[test]
fn statements_are_those_of_sqlalchemy() {
    let mut lib = library();
    first_programs(&mut lib);
    middle_programs(&mut lib);
    last_programs(&mut lib);
    let expected = include_str!("orm_loading/expected.txt");
    let expected = expected.lines().map(without_address).collect::<Vec<_>>();
    let actual = lib.out.lines().map(without_address).collect::<Vec<_>>();
    if let Ok(path) = std::env::var("ORM_LOADING_OUT") {
        std::fs::write(path, actual.join("\n") + "\n").expect("writes");
    }
    for (index, (actual, expected)) in actual.iter().zip(&expected).enumerate() {
        assert_eq!(actual, expected, "line {}", index + 1);
    }
    assert_eq!(actual.len(), expected.len());
}

fn without_address(line: &str) -> String {
    match line.split_once(" at 0x") {
        Some((before, after)) => format!("{before} at 0x{}", after.trim_start_matches(|c: char| c.is_ascii_hexdigit())),
        None => line.to_owned(),
    }
}

fn first_programs(lib: &mut Library) {
    let (author, book) = (lib.author.clone(), lib.book.clone());
    let id = column(&author, "id");
    let name = column(&author, "name");
    lib.program("lazy", |lib| {
        let authors = lib.objects(&select(&author).with(|it| it.order_by = vec![asc(id.clone())]))?;
        for it in &authors {
            let books = list(&related(it, "books")?, "title");
            lib.show(format!("{} {books}", text(it, "name")));
        }
        drop(authors);
        let books = lib.objects(&select(&book).with(|it| it.order_by = vec![asc(column(&book, "id"))]))?;
        for it in &books {
            let (author, publisher) = (related(it, "author")?, related(it, "publisher")?);
            lib.show(format!("{} {} {}", text(it, "title"), first(&author, "name"), first(&publisher, "name")));
        }
        lib.show(list(&related(&books[2], "tags")?, "name"));
        Ok(())
    });
    lib.program("joined", |lib| {
        let q = select(&author).with(|it| {
            it.options = vec![option(vec![load(attr(&author, "books"), Lazy::Joined)])];
            it.order_by = vec![asc(name.clone())];
        });
        for it in &lib.objects(&q)? {
            lib.show(format!("{} {}", text(it, "name"), list(&related(it, "books")?, "title")));
        }
        let q = select(&book).with(|it| it.options = vec![option(vec![load(attr(&book, "publisher"), Lazy::Joined)])]);
        for it in &lib.objects(&q)? {
            lib.show(format!("{} {}", text(it, "title"), first(&related(it, "publisher")?, "name")));
        }
        let q = select(&book).with(|it| {
            it.options = vec![
                option(vec![inner(attr(&book, "author"), Lazy::Joined, Some(true))]),
                option(vec![load(attr(&book, "tags"), Lazy::Joined)]),
            ];
        });
        for it in &lib.objects(&q)? {
            let author = first(&related(it, "author")?, "name");
            lib.show(format!("{} {author} {}", text(it, "title"), list(&related(it, "tags")?, "name")));
        }
        Ok(())
    });
    lib.program("joined nested", |lib| {
        let two = |a: Option<bool>, key: &str, b: Option<bool>| {
            option(vec![inner(attr(&author, "books"), Lazy::Joined, a), inner(attr(&book, key), Lazy::Joined, b)])
        };
        let q = select(&author).with(|it| it.options = vec![two(None, "reviews", None)]);
        for it in &lib.objects(&q)? {
            let books = pairs(&related(it, "books")?, "title", |book| Ok(list(&related(book, "reviews")?, "stars")))?;
            lib.show(format!("{} {books}", text(it, "name")));
        }
        for opt in [
            two(None, "publisher", Some(true)),
            two(Some(true), "publisher", Some(true)),
            two(None, "tags", Some(true)),
        ] {
            lib.all(&select(&author).with(|it| it.options = vec![opt]))?;
        }
        Ok(())
    });
    lib.program("joined limit", |lib| {
        let books = || option(vec![load(attr(&author, "books"), Lazy::Joined)]);
        let q = select(&author).with(|it| {
            it.options = vec![books()];
            it.order_by = vec![asc(build::desc(&name))];
            (it.limit, it.offset) = (Some(int(2)), Some(int(1)));
        });
        lib.show(list(&lib.objects(&q)?, "name"));
        let lower = build::func_("lower", vec![Operand::Expr(name.clone())])?;
        let q = select(&author).with(|it| {
            it.options = vec![books()];
            it.order_by = vec![asc(lower)];
            it.limit = Some(int(2));
        });
        lib.all(&q)?;
        let to_author = || option(vec![load(attr(&book, "author"), Lazy::Joined)]);
        lib.all(&select(&book).with(|it| (it.options, it.limit) = (vec![to_author()], Some(int(2)))))?;
        lib.all(&select(&book).with(|it| (it.options, it.distinct) = (vec![to_author()], Distinct::Yes)))?;
        let deep = option(vec![load(attr(&author, "books"), Lazy::Joined), load(attr(&book, "tags"), Lazy::Joined)]);
        lib.all(&select(&author).with(|it| (it.options, it.limit) = (vec![deep], Some(int(2)))))?;
        Ok(())
    });
    lib.program("selectin", |lib| {
        let deep =
            option(vec![load(attr(&author, "books"), Lazy::Selectin), load(attr(&book, "tags"), Lazy::Selectin)]);
        let q = select(&author).with(|it| (it.options, it.order_by) = (vec![deep], vec![asc(id.clone())]));
        for it in &lib.objects(&q)? {
            let books = pairs(&related(it, "books")?, "title", |book| Ok(list(&related(book, "tags")?, "name")))?;
            lib.show(format!("{} {books}", text(it, "name")));
        }
        lib.expunge_all();
        let q =
            select(&book).with(|it| it.options = vec![option(vec![load(attr(&book, "publisher"), Lazy::Selectin)])]);
        for it in &lib.objects(&q)? {
            lib.show(format!("{} {}", text(it, "title"), first(&related(it, "publisher")?, "name")));
        }
        lib.expunge_all();
        let deep =
            option(vec![load(attr(&book, "author"), Lazy::Selectin), load(attr(&author, "books"), Lazy::Joined)]);
        for it in &lib.objects(&select(&book).with(|it| it.options = vec![deep]))? {
            let count = related(&related(it, "author")?[0], "books")?.len();
            lib.show(format!("{} {count}", text(it, "title")));
        }
        Ok(())
    });
    lib.program("subquery", |lib| {
        let deep =
            option(vec![load(attr(&author, "books"), Lazy::Subquery), load(attr(&book, "reviews"), Lazy::Subquery)]);
        let q = select(&author).with(|it| {
            it.where_ = vec![compare(Op::Lt, &id, Value::Int(3))];
            (it.options, it.order_by) = (vec![deep], vec![asc(id.clone())]);
        });
        for it in &lib.objects(&q)? {
            let books = pairs(&related(it, "books")?, "title", |book| Ok(related(book, "reviews")?.len().to_string()))?;
            lib.show(format!("{} {books}", text(it, "name")));
        }
        lib.expunge_all();
        let q = select(&author).with(|it| {
            it.options = vec![option(vec![load(attr(&author, "books"), Lazy::Subquery)])];
            (it.order_by, it.limit) = (vec![asc(build::desc(&id))], Some(int(1)));
        });
        lib.all(&q)?;
        lib.expunge_all();
        let one = |key: &str| {
            select(&book).with(|it| it.options = vec![option(vec![load(attr(&book, key), Lazy::Subquery)])])
        };
        for it in &lib.objects(&one("author"))? {
            lib.show(format!("{} {}", text(it, "title"), first(&related(it, "author")?, "name")));
        }
        lib.expunge_all();
        for it in &lib.objects(&one("tags"))? {
            lib.show(format!("{} {}", text(it, "title"), list(&related(it, "tags")?, "name")));
        }
        Ok(())
    });
    lib.program("immediate", |lib| {
        let one = |key: &str| {
            select(&book).with(|it| it.options = vec![option(vec![load(attr(&book, key), Lazy::Immediate)])])
        };
        lib.all(&one("author"))?;
        lib.expunge_all();
        lib.all(&one("reviews")).map(drop)
    });
}

fn middle_programs(lib: &mut Library) {
    let (author, book, tag, node) = (lib.author.clone(), lib.book.clone(), lib.tag.clone(), lib.node.clone());
    let (name, title) = (column(&author, "name"), column(&book, "title"));
    let of = |attr: RelationshipAttr, entity: &Entity| RelationshipAttr { of_type: Some(entity.clone()), ..attr };
    lib.program("contains eager", |lib| {
        let eager = OptionAction::ContainsEager { alias: None, is_chain: false };
        let q = select(&author).with(|it| {
            it.joins = vec![join(attr(&author, "books"), false)];
            it.where_ = vec![compare(Op::Ne, &title, Value::text("B2"))];
            it.options = vec![option(vec![step(attr(&author, "books"), eager.clone())])];
        });
        for it in &lib.objects(&q)? {
            lib.show(format!("{} {}", text(it, "name"), list(&related(it, "books")?, "title")));
        }
        lib.expunge_all();
        let b = alias(&book, None);
        let q = select(&author).with(|it| {
            it.joins = vec![join(of(attr(&author, "books"), &b), false)];
            it.options = vec![option(vec![step(of(attr(&author, "books"), &b), eager.clone())])];
        });
        for it in &lib.objects(&q)? {
            lib.show(format!("{} {}", text(it, "name"), list(&related(it, "books")?, "title")));
        }
        let q = columns(std::slice::from_ref(&name)).with(|it| {
            it.columns.push(item(&Entity::Mapper(book.clone())));
            it.joins = vec![join(attr(&author, "books"), false)];
            it.options = vec![option(vec![step(attr(&book, "author"), eager)])];
        });
        lib.all(&q).map(drop)
    });
    lib.program("joins", |lib| {
        let names = || columns(&[name.clone(), title.clone()]);
        lib.all(&names().with(|it| it.joins = vec![join(attr(&author, "books"), false)]))?;
        lib.all(&names().with(|it| it.joins = vec![join_entity(&Entity::Mapper(book.clone()), None)]))?;
        lib.all(&columns(&[name.clone(), column(&tag, "name")]).with(|it| {
            it.joins = vec![join(attr(&author, "books"), false), join(attr(&book, "tags"), true)];
        }))?;
        let b = alias(&book, Some("b"));
        lib.all(&select(&author).with(|it| {
            it.columns.push(item(&b));
            it.joins = vec![join(of(attr(&author, "books"), &b), false)];
            it.where_ = vec![compare(Op::Eq, &column_of(&b, "title"), Value::text("B1"))];
        }))?;
        let on = equal(&column(&author, "id"), &column_of(&b, "author_id"));
        lib.all(&select(&author).with(|it| {
            it.columns.push(item(&b));
            it.joins = vec![join_entity(&b, Some(OnClause::Expr(on)))];
        }))?;
        lib.all(&columns(std::slice::from_ref(&title)).with(|it| {
            it.from_plugins = vec![OrmItem::Entity(Entity::Mapper(author.clone())).wrap()];
            it.joins = vec![join(attr(&author, "books"), false), join(attr(&book, "reviews"), false)];
        }))?;
        let n = alias(&node, None);
        let ids = || columns(&[column(&node, "id"), column_of(&n, "id")]);
        lib.all(&ids().with(|it| it.joins = vec![join(of(attr(&node, "children"), &n), false)]))?;
        let on = OnClause::Plugin(OrmItem::Relationship(attr(&node, "parent")).wrap());
        lib.all(&ids().with(|it| it.joins = vec![join_entity(&n, Some(on))])).map(drop)
    });
    lib.program("criteria", |lib| {
        let (a, b, t) = (lib.get(&author, 1)?, lib.get(&book, 1)?, lib.get(&tag, 1)?);
        let host: Rc<dyn Host> = lib.world.host.clone();
        let books = |where_: Expr| select(&book).with(|it| it.where_ = vec![where_]);
        let authors = |where_: Expr| select(&author).with(|it| it.where_ = vec![where_]);
        lib.all(&books(criteria::equals(&host, &attr(&book, "author"), Some(&a))?))?;
        lib.all(&books(criteria::not_equals(&host, &attr(&book, "author"), Some(&a))?))?;
        lib.all(&books(criteria::equals(&host, &attr(&book, "publisher"), None)?))?;
        lib.all(&books(criteria::not_equals(&host, &attr(&book, "publisher"), None)?))?;
        let is_b1 = compare(Op::Eq, &title, Value::text("B1"));
        lib.all(&authors(criteria::any(&attr(&author, "books"), Some(&is_b1))?))?;
        lib.all(&authors(build::not_(&criteria::any(&attr(&author, "books"), None)?)))?;
        let is_a = compare(Op::Eq, &name, Value::text("A"));
        lib.all(&books(criteria::has(&attr(&book, "author"), Some(&is_a))?))?;
        let is_x = compare(Op::Eq, &column(&tag, "name"), Value::text("x"));
        lib.all(&books(criteria::any(&attr(&book, "tags"), Some(&is_x))?))?;
        lib.all(&books(criteria::contains(&host, &attr(&book, "tags"), &t)?))?;
        lib.all(&books(build::not_(&criteria::contains(&host, &attr(&book, "tags"), &t)?)))?;
        lib.all(&authors(criteria::contains(&host, &attr(&author, "books"), &b)?))?;
        lib.all(&books(criteria::with_parent(&host, &a, &attr(&author, "books"), true)?))?;
        let large = compare(Op::Gt, &column(&node, "id"), Value::Int(2));
        lib.all(&select(&node).with(|it| {
            it.where_ = vec![criteria::any(&attr(&node, "children"), Some(&large)).expect("a collection")];
        }))?;
        let n = alias(&node, None);
        let on_alias = criteria::any(&attr_of(&n, "children"), Some(&large))?;
        lib.all(&select_entity(&n).with(|it| it.where_ = vec![on_alias])).map(drop)
    });
    lib.program("columns", |lib| {
        let one = |mapper: &Rc<Mapper>, options: Vec<PluginItem>| {
            let is_one = compare(Op::Eq, &column(mapper, "id"), Value::Int(1));
            select(mapper).with(|it| (it.where_, it.options) = (vec![is_one], options))
        };
        let a = lib.objects(&one(&author, vec![]))?;
        lib.show(text(&a[0], "bio"));
        lib.expunge_all();
        let undefer = option(vec![on_column(&author, "bio", OptionAction::Undefer)]);
        let a = lib.objects(&one(&author, vec![undefer]))?;
        lib.show(text(&a[0], "bio"));
        lib.expunge_all();
        let only = OptionAction::LoadOnly { raise_load: false };
        let b = lib.objects(&one(&book, vec![option(vec![on_column(&book, "title", only.clone())])]))?;
        lib.show(text(&b[0], "title"));
        lib.show(text(&b[0], "author_id"));
        lib.expunge_all();
        let options = vec![
            option(vec![on_column(&book, "title", OptionAction::Defer { raise_load: false })]),
            option(vec![load(attr(&book, "author"), Lazy::Joined), on_column(&author, "name", only)]),
        ];
        let b = lib.objects(&one(&book, options))?;
        let title = text(&b[0], "title");
        lib.show(format!("{title} {}", first(&related(&b[0], "author")?, "name")));
        lib.session.expire(&b[0].state, None)?;
        lib.show(text(&b[0], "title"));
        Ok(())
    });
}

fn last_programs(lib: &mut Library) {
    let (author, book, node) = (lib.author.clone(), lib.book.clone(), lib.node.clone());
    let tag = lib.tag.clone();
    let (id, name, title) = (column(&author, "id"), column(&author, "name"), column(&book, "title"));
    let is_one = compare(Op::Eq, &id, Value::Int(1));
    lib.program("options travel", |lib| {
        let one = |steps: Vec<OptionStep>| {
            select(&author).with(|it| (it.where_, it.options) = (vec![is_one.clone()], vec![option(steps)]))
        };
        let books = || attr(&author, "books");
        let q = one(vec![step(books(), OptionAction::Default), load(attr(&book, "publisher"), Lazy::Joined)]);
        let a = lib.objects(&q)?;
        let mut names = Vec::new();
        for it in &related(&a[0], "books")? {
            names.push(related(it, "publisher")?.first().map_or(Value::Null, |it| value(it, "name")).repr());
        }
        lib.show(format!("[{}]", names.join(", ")));
        lib.expunge_all();
        let a = lib.objects(&one(vec![load(books(), Lazy::Select), load(attr(&book, "reviews"), Lazy::Selectin)]))?;
        let mut counts = Vec::new();
        for it in &related(&a[0], "books")? {
            counts.push(related(it, "reviews")?.len().to_string());
        }
        lib.show(format!("[{}]", counts.join(", ")));
        lib.expunge_all();
        let raise = OptionStep { target: OptionTarget::Wildcard(None), ..load(books(), Lazy::Raise) };
        let a = lib.objects(&one(vec![raise]))?;
        related(&a[0], "books").map(drop)
    });
    let some =
        RelationshipAttr { extra_criteria: vec![compare(Op::Ne, &title, Value::text("B2"))], ..attr(&author, "books") };
    lib.program("extra criteria", |lib| {
        for lazy in [Lazy::Selectin, Lazy::Joined, Lazy::Select, Lazy::Subquery] {
            let q = select(&author).with(|it| {
                it.options = vec![option(vec![load(some.clone(), lazy)])];
                it.order_by = vec![asc(id.clone())];
            });
            for it in &lib.objects(&q)? {
                let books = list(&related(it, "books")?, "title");
                lib.show(format!("{} {books}", text(it, "name")));
            }
            lib.expunge_all();
        }
        let q = columns(&[name.clone(), title.clone()]).with(|it| it.joins = vec![join(some.clone(), false)]);
        lib.all(&q).map(drop)
    });
    lib.program("aliased", |lib| {
        let a = alias(&author, None);
        for lazy in [Lazy::Joined, Lazy::Selectin, Lazy::Subquery] {
            let q = select_entity(&a).with(|it| {
                it.options = vec![option(vec![load(attr_of(&a, "books"), lazy)])];
                it.order_by = vec![asc(column_of(&a, "name"))];
            });
            let found = lib.objects(&q)?;
            if lazy == Lazy::Subquery {
                continue;
            }
            for it in &found {
                lib.show(format!("{} {}", text(it, "name"), related(it, "books")?.len()));
            }
            lib.expunge_all();
        }
        Ok(())
    });
    lib.program("self referential", |lib| {
        let roots = build::operate(Op::Eq, &column(&node, "parent_id"), &Operand::Value(Value::Null))?;
        let children = || attr(&node, "children");
        let grand = |it: &Object| Ok(list(&related(it, "children")?, "id"));
        let deep =
            OptionAction::Load { lazy: Lazy::Selectin, innerjoin: None, recursion_depth: Some(2), chunk_size: None };
        for opt in [
            option(vec![load(children(), Lazy::Joined), load(children(), Lazy::Joined)]),
            option(vec![step(children(), deep)]),
        ] {
            let q = select(&node).with(|it| (it.where_, it.options) = (vec![roots.clone()], vec![opt]));
            for it in &lib.objects(&q)? {
                lib.show(format!("{} {}", text(it, "id"), pairs(&related(it, "children")?, "id", grand)?));
            }
            lib.expunge_all();
        }
        let n = lib.get(&node, 3)?;
        let parent = related(&n, "parent")?;
        lib.show(format!("{} {}", first(&parent, "id"), first(&related(&parent[0], "parent")?, "id")));
        Ok(())
    });
    lib.program("refresh and populate", |lib| {
        let a = lib.get(&author, 1)?;
        lib.session.expire(&a.state, None)?;
        lib.show(text(&a, "name"));
        lib.session.expire(&a.state, Some(&["name".into()]))?;
        lib.show(text(&a, "name"));
        let q = select(&author).with(|it| {
            it.execution_options.insert("populate_existing".into(), Value::Bool(true));
        });
        lib.show(first(&lib.objects(&q)?, "name"));
        let q = select(&author).with(|it| {
            it.options = vec![option(vec![load(attr(&author, "books"), Lazy::Joined)])];
        });
        let all = lib.objects(&q)?;
        lib.show(list(&related(&a, "books")?, "id"));
        drop(all);
        lib.session.expire_all().expect("nobody listens");
        lib.show(list(&related(&a, "books")?, "title"));
        Ok(())
    });
    lib.program("rows", |lib| {
        let keys = |rows: &OrmRows| {
            let keys: Vec<String> = rows.keys.iter().map(|it| format!("'{it}'")).collect();
            format!("[{}]", keys.join(", "))
        };
        let count = build::func_("count", vec![])?;
        let book_id = column(&book, "id");
        let q = select(&author).with(|it| {
            it.columns.extend([book_id.clone(), id.clone(), count].map(SelectItem::Expr));
            it.joins = vec![join(attr(&author, "books"), false)];
            it.group_by = vec![book_id.clone()];
        });
        lib.show(keys(&lib.rows(&q)?));
        lib.show(keys(&lib.rows(&columns(&[id.clone(), book_id.clone(), book_id.clone()]))?));
        let bundle =
            OrmItem::Bundle("ab".into(), [id.clone(), name.clone()].map(SelectItem::Expr).to_vec(), Rc::new(()));
        let q = Select {
            columns: vec![SelectItem::Plugin(bundle.wrap()), item(&Entity::Mapper(author.clone()))],
            ..Select::default()
        };
        lib.show(keys(&lib.rows(&q)?));
        let legacy = LoadOptions { legacy_query: true, ..LoadOptions::default() };
        let q = select(&author).with(|it| {
            it.options = vec![option(vec![load(attr(&author, "books"), Lazy::Joined)])];
            it.limit = Some(int(1));
        });
        loading::execute_select(&lib.session, &q, &Default::default(), &legacy)?.all()?;
        let q = select(&author).with(|it| {
            it.columns.push(SelectItem::Expr(title.clone()));
            it.joins = vec![join(attr(&author, "books"), false)];
        });
        loading::execute_select(&lib.session, &q, &Default::default(), &legacy)?.all().map(drop)
    });
    lib.program("errors", |lib| {
        let reviews = option(vec![load(attr(&book, "reviews"), Lazy::Joined)]);
        let books = option(vec![load(attr(&author, "books"), Lazy::Joined)]);
        for q in [
            select(&author).with(|it| it.options = vec![reviews]),
            columns(std::slice::from_ref(&name)).with(|it| it.options = vec![books]),
            select(&author).with(|it| it.joins = vec![join_entity(&Entity::Mapper(tag.clone()), None)]),
            select(&author).with(|it| it.joins = vec![join_entity(&Entity::Mapper(author.clone()), None)]),
        ] {
            if let Err(error) = context::core_select(&q, false, false) {
                lib.show(error_text(&error).replacen(':', "", 1));
            }
        }
        Ok(())
    });
}
