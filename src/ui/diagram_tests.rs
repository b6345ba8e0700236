//! Lines of the diagram, Mermaid, and names that look like markup.

use super::*;
use crate::protocol::{Model, TableModel};

fn column(name: &str, references: Option<&str>) -> ColumnModel {
    ColumnModel {
        name: name.to_owned(),
        column: None,
        type_name: "INTEGER".to_owned(),
        is_primary_key: name == "id",
        references: references.map(str::to_owned),
        is_nullable: false,
        is_unique: false,
        is_indexed: false,
    }
}

fn relationship(name: &str, target: &str, direction: Direction, back: Option<&str>) -> RelationshipModel {
    RelationshipModel {
        name: name.to_owned(),
        target: target.to_owned(),
        direction,
        is_collection: direction != Direction::ManyToOne,
        lazy: "select".to_owned(),
        secondary: (direction == Direction::ManyToMany).then(|| "book_tag".to_owned()),
        back: back.map(str::to_owned),
        is_view_only: false,
    }
}

fn model(name: &str, relationships: Vec<RelationshipModel>) -> Model {
    Model {
        name: name.to_owned(),
        base: None,
        identity: None,
        table: name.to_lowercase(),
        has_table: true,
        columns: vec![column("id", None)],
        relationships,
        indexes: Vec::new(),
    }
}

fn library() -> Models {
    let association = vec![column("book_id", Some("book.id")), column("tag_id", Some("tag.id"))];
    Models {
        models: vec![
            model("Author", vec![relationship("books", "Book", Direction::OneToMany, Some("author"))]),
            model(
                "Book",
                vec![
                    relationship("author", "Author", Direction::ManyToOne, Some("books")),
                    relationship("tags", "Tag", Direction::ManyToMany, None),
                ],
            ),
            model("Tag", Vec::new()),
        ],
        tables: vec![TableModel { name: "book_tag".to_owned(), columns: association }],
    }
}

#[test]
fn both_sides_are_one_line_and_associations_lead_through_their_table() {
    let edges: Vec<_> = graph(&library()).edges.into_iter().map(|it| (it.from, it.to, it.says)).collect();
    let names: Vec<_> = edges.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
    assert_eq!(names, [("Author", "Book"), ("Book", "table book_tag"), ("Tag", "table book_tag")]);
    let Says::Relates { pills, to_many, .. } = &edges[0].2 else { panic!("a relationship") };
    assert_eq!(pills.iter().map(|it| &*it.name).collect::<Vec<_>>(), ["Author.books", "Book.author"]);
    assert!(to_many);
}

#[test]
fn mermaid_tells_the_same() {
    let text = mermaid(&library());
    assert!(text.contains("Author ||--o{ Book : \"Author.books, Book.author\""), "{text}");
    assert!(text.contains("INTEGER book_id FK"), "{text}");
}

#[test]
fn names_are_text() {
    let mut models = library();
    models.models[0].name = "<img onerror=alert(1)>".to_owned();
    models.models[0].relationships.clear();
    let graph = graph(&models);
    let nodes = graph.nodes.iter().map(|it| Place { id: it.id.clone(), x: 0.0, y: 0.0 }).collect();
    let edges = graph.edges.iter().map(|_| Route { points: vec![(0.0, 0.0), (9.0, 9.0)], label: (4.0, 4.0) }).collect();
    let drawn = svg(&models, &graph, &Layout { width: 10.0, height: 10.0, nodes, edges }, None, &[]);
    assert!(!drawn.contains("<img"), "{drawn}");
}
