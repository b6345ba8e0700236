//! CREATE and DROP compared with the reference: `expected_ddl.json` is made by `expected_ddl.py`.

use super::fixture::*;
use orm_playground::sql::build;
use orm_playground::sql::compile::{CompileOptions, Dialect, Statement, compile};
use orm_playground::sql::ddl::DdlElement;
use orm_playground::sql::expr::Expr;
use orm_playground::sql::operators::Op;
use orm_playground::sql::schema::{
    Computed, Constraint, ConstraintKind, ForeignKey, ForeignKeyOptions, ForeignKeyTarget, Index, MetaData,
    ServerDefault, TableRef,
};
use orm_playground::sql::types::{TypeKind, TypeNode, boolean_type, float_type, integer_type, null_type};
use orm_playground::sql::value::{HostSlot, Value};
use orm_playground::sql::{schema_ops, sort};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

fn create(table: &TableRef) -> DdlElement {
    DdlElement::CreateTable { table: table.clone(), if_not_exists: false, foreign_keys: None }
}

fn create_index(index: &Rc<Index>) -> DdlElement {
    DdlElement::CreateIndex { index: index.clone(), if_not_exists: false }
}

fn check(table: &TableRef, sql: &str, name: Option<&str>) {
    let kind = ConstraintKind::Check { sqltext: Expr::text(sql) };
    let constraint = Constraint::new(kind, name.map(Into::into), vec![], false);
    schema_ops::append_constraint(table, &constraint).unwrap();
}

fn unique(table: &TableRef, columns: &[&str]) {
    let columns = columns.iter().map(|it| table.column(it).unwrap()).collect();
    let kind = ConstraintKind::Unique;
    schema_ops::append_constraint(table, &Constraint::new(kind, None, columns, false)).unwrap();
}

fn refers_with(target: &str, options: ForeignKeyOptions) -> impl FnOnce(&orm_playground::sql::schema::SchemaColumn) {
    let target: Rc<str> = target.into();
    move |schema| {
        schema.foreign_keys.borrow_mut().push(Rc::new(ForeignKey {
            target: ForeignKeyTarget::from(&*target),
            parent: RefCell::default(),
            constraint: RefCell::default(),
            options,
            host: HostSlot::default(),
        }));
    }
}

fn ty(kind: TypeKind) -> orm_playground::sql::types::Type {
    TypeNode::new(kind)
}

fn new(metadata: &Rc<MetaData>, name: &str) -> TableRef {
    schema_ops::new_table(metadata, name, None, None, None).unwrap()
}

fn user(metadata: &Rc<MetaData>) -> TableRef {
    let user = new(metadata, "user");
    add(&user, "id", integer_type(), key);
    add(&user, "name", string(Some(30)), |it| {
        it.nullable.set(false);
        it.unique.set(Some(true));
    });
    let text_type = || ty(TypeKind::Text { length: None, collation: None });
    add(&user, "Nick", text_type(), |it| it.index.set(Some(true)));
    let default = |it: ServerDefault| {
        move |s: &orm_playground::sql::schema::SchemaColumn| *s.server_default.borrow_mut() = Some(it)
    };
    add(&user, "active", boolean_type(), default(ServerDefault::Clause(Expr::text("1"))));
    add(&user, "score", float_type(), default(ServerDefault::Text("1.5".into())));
    add(&user, "balance", numeric(), |_| {});
    add(&user, "born", ty(TypeKind::Date), |_| {});
    add(&user, "at", ty(TypeKind::DateTime { timezone: false }), default(ServerDefault::Clause(f("now", []))));
    add(&user, "tm", ty(TypeKind::Time { timezone: false }), |_| {});
    add(&user, "data", ty(TypeKind::LargeBinary { length: None }), |_| {});
    add(&user, "big", ty(TypeKind::BigInteger), |_| {});
    add(&user, "dbl", ty(TypeKind::Double { as_decimal: false }), |_| {});
    add(&user, "uid", ty(TypeKind::Uuid { native: true, as_uuid: true }), |_| {});
    add(&user, "js", ty(TypeKind::Json), |_| {});
    let values = ["a", "bcd"].map(Into::into).into();
    let kind = TypeKind::Enum { values, length: None, create_constraint: false, name: Some("kind_enum".into()) };
    add(&user, "kind", ty(kind), |_| {});
    add(&user, "total", integer_type(), |it| {
        *it.computed.borrow_mut() = Some(Computed { sqltext: Expr::text("score * 2"), persisted: None });
    });
    user
}

fn post(metadata: &Rc<MetaData>) -> TableRef {
    let post = new(metadata, "post");
    // The program's own constraints are made before the table is.
    add(&post, "id", integer_type(), key);
    let cascade = ForeignKeyOptions { ondelete: Some("CASCADE".into()), ..ForeignKeyOptions::default() };
    let setup = refers_with("user.id", cascade);
    let slug = string(Some(20));
    let unique_first = Constraint::new(ConstraintKind::Unique, None, vec![], false);
    let kind = ConstraintKind::Check { sqltext: Expr::text("length(slug) > 2") };
    let check_second = Constraint::new(kind, Some("slug_len".into()), vec![], false);
    add(&post, "user_id", null_type(), |it| {
        setup(it);
        it.nullable.set(false);
        it.index.set(Some(true));
    });
    add(&post, "parent_id", null_type(), refers("post.id"));
    add(&post, "slug", slug, |_| {});
    *unique_first.columns.borrow_mut() = ["user_id", "slug"].map(|it| post.column(it).unwrap()).into();
    schema_ops::append_constraint(&post, &unique_first).unwrap();
    schema_ops::append_constraint(&post, &check_second).unwrap();
    let slug = Expr::column(&post.column("slug").unwrap());
    let expressions = vec![f("lower", [v(&slug)]), build::desc(&col(&post, "user_id"))];
    let index = Rc::new(Index {
        name: RefCell::new(Some("ix_low".into())),
        name_is_final: std::cell::Cell::new(false),
        expressions: RefCell::new(expressions),
        unique: true,
        table: RefCell::default(),
        wheres: RefCell::default(),
        options: RefCell::default(),
        host: HostSlot::default(),
    });
    index.wheres.borrow_mut().insert("sqlite_where".into(), o(Op::Gt, &col(&post, "id"), 5));
    schema_ops::append_index(&post, &index);
    post
}

fn comp(metadata: &Rc<MetaData>) -> TableRef {
    let comp = new(metadata, "comp");
    add(&comp, "id", integer_type(), key);
    let columns = vec![
        add(&comp, "x", integer_type(), |_| {}),
        add(&comp, "y", string(Some(5)), |_| {}),
        add(&comp, "z", integer_type(), |_| {}),
    ];
    let elements = ["tag.a", "tag.b", "tag.c"]
        .map(|target| {
            Rc::new(ForeignKey {
                target: ForeignKeyTarget::from(target),
                parent: RefCell::default(),
                constraint: RefCell::default(),
                options: ForeignKeyOptions::default(),
                host: HostSlot::default(),
            })
        })
        .into();
    let kind = ConstraintKind::ForeignKey { elements: RefCell::new(elements), options: ForeignKeyOptions::default() };
    let constraint = Constraint::new(kind, Some("fk_tag".into()), columns, false);
    schema_ops::append_constraint(&comp, &constraint).unwrap();
    comp
}

fn sorted_indexes(table: &TableRef) -> Vec<Rc<Index>> {
    schema_ops::apply_naming(table).unwrap();
    let mut indexes = table.indexes.borrow().clone();
    indexes.sort_by_key(|it| it.name.borrow().clone());
    indexes
}

fn named() -> (Rc<MetaData>, Vec<DdlElement>) {
    let metadata = Rc::new(MetaData::default());
    for (kind, template) in [
        ("ix", "ix_%(column_0_label)s"),
        ("uq", "uq_%(table_name)s_%(column_0_name)s"),
        ("ck", "ck_%(table_name)s_%(constraint_name)s"),
        ("fk", "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s"),
        ("pk", "pk_%(table_name)s"),
    ] {
        metadata.naming_convention.borrow_mut().get_or_insert_default().insert(kind.into(), template.into());
    }
    let user = new(&metadata, "user");
    add(&user, "id", integer_type(), key);
    add(&user, "name", string(Some(30)), |it| it.unique.set(Some(true)));
    add(&user, "nick", string(Some(9)), |it| it.index.set(Some(true)));
    let post = new(&metadata, "post");
    add(&post, "id", integer_type(), key);
    let (check_first, unique_second) = (
        Constraint::new(ConstraintKind::Check { sqltext: Expr::text("id > 2") }, Some("pos".into()), vec![], false),
        Constraint::new(ConstraintKind::Unique, None, vec![], false),
    );
    add(&post, "user_id", null_type(), refers("user.id"));
    *unique_second.columns.borrow_mut() = ["id", "user_id"].map(|it| post.column(it).unwrap()).into();
    schema_ops::append_constraint(&post, &check_first).unwrap();
    schema_ops::append_constraint(&post, &unique_second).unwrap();
    let mut elements = vec![create(&user), create(&post)];
    elements.extend(sorted_indexes(&user).iter().map(create_index));
    (metadata, elements)
}

#[test]
fn ddl_renders_as_the_reference_writes_it() {
    let expected: BTreeMap<String, BTreeMap<String, Vec<String>>> =
        serde_json::from_str(include_str!("expected_ddl.json")).expect("expected_ddl.json is valid");
    let metadata = Rc::new(MetaData::default());
    let user = user(&metadata);
    let score = Constraint::new(ConstraintKind::Check { sqltext: Expr::text("score > 0") }, None, vec![], false);
    // Made before the UNIQUE of the column, as the program's order is.
    {
        let mut constraints = user.constraints.borrow_mut();
        let first = constraints.iter().map(|it| it.order).min().unwrap_or(0);
        let earlier = Constraint {
            order: first,
            name: RefCell::new(None),
            name_is_final: std::cell::Cell::new(false),
            kind: ConstraintKind::Check { sqltext: Expr::text("score > 0") },
            columns: RefCell::default(),
            table: RefCell::new(Rc::downgrade(&user)),
            implicit: false,
            is_apart: std::cell::Cell::new(false),
            options: RefCell::default(),
            condition: RefCell::default(),
            host: HostSlot::default(),
        };
        constraints.push(Rc::new(earlier));
        drop(score);
    }
    let post = post(&metadata);
    let tag = new(&metadata, "tag");
    add(&tag, "a", integer_type(), key);
    add(&tag, "b", string(Some(5)), key);
    add(&tag, "c", null_type(), |it| {
        key(it);
        refers("post.id")(it);
    });
    let comp = comp(&metadata);
    let plain = new(&metadata, "plain");
    add(&plain, "x", integer_type(), |_| {});
    add(&plain, "y", string(Some(5)), |_| {});
    let auto = new(&metadata, "auto");
    add(&auto, "id", integer_type(), key);
    auto.options.borrow_mut().insert("sqlite_autoincrement".into(), Value::Bool(true));
    let (_kept, named) = named();
    let mut indexes: Vec<Rc<Index>> = sorted_indexes(&user);
    indexes.extend(sorted_indexes(&post));
    let mut drops = vec![
        DdlElement::DropTable { table: user.clone(), if_exists: false },
        DdlElement::DropTable { table: post.clone(), if_exists: true },
        DdlElement::CreateTable { table: plain.clone(), if_not_exists: true, foreign_keys: None },
    ];
    drops.extend(sorted_indexes(&post).iter().map(|it| DdlElement::DropIndex { index: it.clone(), if_exists: false }));
    let ours: Vec<(&str, Vec<DdlElement>)> = vec![
        ("create_user", vec![create(&user)]),
        ("create_post", vec![create(&post)]),
        ("create_tag", vec![create(&tag)]),
        ("create_comp", vec![create(&comp)]),
        ("create_plain", vec![create(&plain)]),
        ("create_auto", vec![create(&auto)]),
        ("named", named),
        ("indexes", indexes.iter().map(create_index).collect()),
        ("drop", drops),
    ];
    let mut wrong = Vec::new();
    for (name, elements) in ours {
        for (dialect, texts) in &expected[name] {
            let dialect = match &**dialect {
                "sqlite" => Dialect::sqlite(),
                "postgresql" => Dialect::postgresql(),
                _ => Dialect::mysql(),
            };
            for (element, text) in elements.iter().zip(texts) {
                let ours = match compile(&Statement::Ddl(element.clone()), &dialect, &CompileOptions::default()) {
                    Ok(compiled) => compiled.sql.to_string(),
                    Err(error) => format!("{}: {error}", error.class_name()),
                };
                if ours != *text {
                    wrong.push(format!("== {name} ({})\n{ours}\n-- expected\n{text}", dialect.name));
                }
            }
        }
    }
    let mut tables: Vec<TableRef> = metadata.tables.borrow().values().cloned().collect();
    tables.sort_by_key(|it| it.key());
    let order: Vec<String> = sort::sort_tables(&tables).unwrap().0.iter().map(|it| it.name.to_string()).collect();
    assert_eq!(order.join(" "), expected["sorted"]["sqlite"][0]);
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n"));
    let _ = (check, unique);
}

#[test]
fn declaring_wrongly_raises_what_the_reference_raises() {
    let metadata = Rc::new(MetaData::default());
    let a = new(&metadata, "a");
    add(&a, "id", integer_type(), key);
    let error = schema_ops::new_table(&metadata, "a", None, None, None).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Table 'a' is already defined for this MetaData instance.  Specify 'extend_existing=True' to redefine options \
         and columns on an existing Table object."
    );
    add(&a, "b_id", null_type(), refers("b.id"));
    let key = a.column("b_id").unwrap().foreign_keys()[0].clone();
    let error = schema_ops::referred_column(&key).unwrap_err();
    assert_eq!(error.class_name(), "NoReferencedTableError");
    assert_eq!(
        error.to_string(),
        "Foreign key associated with column 'a.b_id' could not find table 'b' with which to generate a foreign key to \
         target column 'id'"
    );
    let b = new(&metadata, "b");
    add(&b, "key", integer_type(), |_| {});
    let error = schema_ops::referred_column(&key).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Could not initialize target column for ForeignKey 'b.id' on table 'a': table 'b' has no column named 'id'"
    );
    add(&b, "id", string(Some(7)), |_| {});
    assert!(schema_ops::referred_column(&key).is_ok());
    assert!(matches!(a.column("b_id").unwrap().ty().kind, TypeKind::String { length: Some(7), .. }));
}

#[test]
fn joins_without_one_foreign_key_are_refused() {
    let t = Tables::new();
    let (user, stamped) = (table(&t.user), table(&t.stamped));
    let error = build::join_condition(&user, &stamped).unwrap_err();
    assert_eq!(error.class_name(), "NoForeignKeysError");
    assert_eq!(error.to_string(), "Can't find any foreign key relationships between 'user_account' and 'stamped'.");
    add(&t.address, "other_id", null_type(), refers("user_account.id"));
    let error = build::join_condition(&user, &table(&t.address)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Can't determine join between 'user_account' and 'address'; tables have more than one foreign key constraint \
         relationship between them. Please specify the 'onclause' of this join explicitly."
    );
}
