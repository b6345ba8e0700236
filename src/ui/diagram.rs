//! The mapped classes as boxes and lines: their sizes, their drawing as SVG, and as Mermaid. Pure; the places come
//! from a layout library (`static/diagram`), `panels/models.rs` shows the result.

use super::log::html::escape;
use crate::protocol::{ColumnModel, Direction, Models, RelationshipModel};
use serde::{Deserialize, Serialize};
use std::fmt::Write;

const LINE: f64 = 20.0;
const HEAD: f64 = 38.0;
/// Width of a letter of the diagram's monospaced text.
const LETTER: f64 = 7.0;

/// What the layout is asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Graph {
    /// Boxes.
    pub nodes: Vec<Node>,
    /// Lines.
    pub edges: Vec<Edge>,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Node {
    /// The class, or the table with `table ` before it.
    pub id: String,
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
}

/// A line between two boxes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Edge {
    /// The box on the one side.
    pub from: String,
    /// The box on the many side.
    pub to: String,
    /// Of its pills, in pixels.
    pub width: f64,
    /// Of its pills, in pixels.
    pub height: f64,
    /// What it says.
    #[serde(skip)]
    pub says: Says,
}

/// What a line says.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Says {
    /// `to` inherits from `from`.
    Inherits,
    /// Attributes with their loading, and whether each end is many.
    Relates { pills: Vec<Pill>, from_many: bool, to_many: bool },
}

/// An attribute on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pill {
    /// `Author.books`
    pub name: String,
    /// `lazy=`
    pub lazy: String,
}

/// Where things stand.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Layout {
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// Boxes, in the order asked.
    pub nodes: Vec<Place>,
    /// Lines, in the order asked.
    pub edges: Vec<Route>,
}

/// A box's upper left corner.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Place {
    /// Which.
    pub id: String,
    /// In pixels.
    pub x: f64,
    /// In pixels.
    pub y: f64,
}

/// The points of a line.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Route {
    /// From its beginning to its end.
    pub points: Vec<(f64, f64)>,
    /// The middle of its pills.
    pub label: (f64, f64),
}

fn table_id(name: &str) -> String {
    format!("table {name}")
}

/// Boxes and lines of the models.
pub fn graph(models: &Models) -> Graph {
    let mut nodes = Vec::new();
    let mut edges: Vec<Edge> = Vec::new();
    for it in &models.models {
        let rows: Vec<_> = it.columns.iter().map(|it| (it.name.len(), column_note(it).len())).collect();
        let relations = it.relationships.iter().map(|it| (it.name.len(), target_words(it).len()));
        nodes.push(node(
            it.name.clone(),
            &it.name,
            &subtitle(&it.table, it.identity.as_deref()),
            rows.into_iter().chain(relations),
        ));
    }
    for it in &models.tables {
        let rows = it.columns.iter().map(|it| (it.name.len(), column_note(it).len()));
        nodes.push(node(table_id(&it.name), &it.name, "table", rows));
    }
    for it in &models.models {
        if let Some(base) = &it.base {
            edges.push(Edge { from: base.clone(), to: it.name.clone(), says: Says::Inherits, width: 0.0, height: 0.0 });
        }
        for relationship in &it.relationships {
            relate(&mut edges, models, &it.name, relationship);
        }
    }
    // Foreign keys of tables without a class that no relationship tells of.
    for table in &models.tables {
        for column in &table.columns {
            let Some(owner) = column.references.as_deref().and_then(|it| it.rsplit_once('.')).map(|it| it.0) else {
                continue;
            };
            let Some(model) = models.models.iter().find(|it| it.table == owner && it.has_table) else { continue };
            let to = table_id(&table.name);
            if !edges.iter().any(|it| it.from == model.name && it.to == to) {
                let says = Says::Relates { pills: Vec::new(), from_many: false, to_many: true };
                edges.push(Edge { from: model.name.clone(), to, says, width: 0.0, height: 0.0 });
            }
        }
    }
    let known: Vec<_> = nodes.iter().map(|it| it.id.clone()).collect();
    edges.retain(|it| known.contains(&it.from) && known.contains(&it.to));
    for it in &mut edges {
        if let Says::Relates { pills, .. } = &it.says {
            it.width = pills.iter().map(|it| pill_width(it) + 12.0).fold(0.0, f64::max);
            it.height = number(pills.len()) * 24.0;
        }
    }
    Graph { nodes, edges }
}

/// Width of a pill in pixels.
fn pill_width(pill: &Pill) -> f64 {
    number(pill.name.len() + 1 + pill.lazy.len()) * 6.7 + 16.0
}

/// Both sides of a relationship are one line, drawn from the side that is one.
fn relate(edges: &mut Vec<Edge>, models: &Models, class: &str, it: &RelationshipModel) {
    let pill = Pill { name: format!("{class}.{}", it.name), lazy: it.lazy.clone() };
    let association = it.secondary.as_deref().filter(|it| models.tables.iter().any(|table| table.name == **it));
    let (from, to, from_many, to_many) = match (it.direction, association) {
        (_, Some(table)) => (class.to_owned(), table_id(table), false, true),
        (Direction::OneToMany, None) => (class.to_owned(), it.target.clone(), false, it.is_collection),
        (Direction::ManyToOne, None) => {
            let is_one = models
                .models
                .iter()
                .find(|model| model.name == it.target)
                .and_then(|model| model.relationships.iter().find(|back| Some(&back.name) == it.back.as_ref()))
                .is_some_and(|back| !back.is_collection);
            (it.target.clone(), class.to_owned(), false, !is_one)
        }
        (Direction::ManyToMany, None) => (class.to_owned(), it.target.clone(), true, true),
    };
    let is_back = |pills: &[Pill]| {
        it.back.as_ref().is_some_and(|back| pills.iter().any(|other| other.name == format!("{}.{back}", it.target)))
    };
    let known = edges.iter_mut().find_map(|edge| match &mut edge.says {
        Says::Relates { pills, .. } if is_back(pills) && association.is_none() => Some(pills),
        _ => None,
    });
    match known {
        Some(pills) => pills.push(pill),
        None => edges.push(Edge {
            from,
            to,
            says: Says::Relates { pills: vec![pill], from_many, to_many },
            width: 0.0,
            height: 0.0,
        }),
    }
}

fn node(id: String, name: &str, subtitle: &str, rows: impl Iterator<Item = (usize, usize)>) -> Node {
    let mut letters = name.len().max(subtitle.len()) + 3;
    let mut count = 0;
    for (left, right) in rows {
        letters = letters.max(left + right + 3);
        count += 1;
    }
    let width = (number(letters) * LETTER + 22.0).clamp(130.0, 420.0);
    Node { id, width, height: HEAD + number(count) * LINE + 6.0 }
}

#[expect(clippy::cast_precision_loss, reason = "letters and lines of a box")]
fn number(count: usize) -> f64 {
    count as f64
}

fn subtitle(table: &str, identity: Option<&str>) -> String {
    identity.map_or_else(|| table.to_owned(), |it| format!("{table} · {it}"))
}

fn target_words(it: &RelationshipModel) -> String {
    if it.is_collection { format!("list[{}]", it.target) } else { it.target.clone() }
}

fn column_note(it: &ColumnModel) -> String {
    let mut words = Vec::new();
    if it.is_primary_key {
        words.push("PK".to_owned());
    }
    if it.references.is_some() {
        words.push("FK".to_owned());
    }
    if it.is_unique {
        words.push("unique".to_owned());
    }
    if it.is_indexed && !it.is_unique {
        words.push("index".to_owned());
    }
    words.push(if it.is_nullable && !it.is_primary_key { format!("{}?", it.type_name) } else { it.type_name.clone() });
    words.join(" ")
}

/// The diagram as SVG: with classes, which the page's style sheet draws. `chosen`: the box with the focus.
pub fn svg(models: &Models, graph: &Graph, layout: &Layout, chosen: Option<&str>, many_loads: &[String]) -> String {
    let mut out = String::new();
    let place = |id: &str| layout.nodes.iter().find(|it| it.id == id);
    let size = |id: &str| graph.nodes.iter().find(|it| it.id == id);
    // A String takes all that is written.
    let mut put = |text: std::fmt::Arguments<'_>| {
        let _ = out.write_fmt(text);
    };
    for (edge, route) in graph.edges.iter().zip(&layout.edges) {
        let points = &route.points;
        let Some((first, last)) = points.first().zip(points.last()) else { continue };
        put(format_args!(r#"<g class="mdl-edge"><path d="{}"/>"#, curve(points)));
        match &edge.says {
            Says::Inherits => {
                let (x, y) = *first;
                let (dx, dy) = direction(points, false);
                let tip = |along: f64, across: f64| (x + dx * along - dy * across, y + dy * along + dx * across);
                let ((ax, ay), (bx, by)) = (tip(11.0, 6.0), tip(11.0, -6.0));
                put(format_args!(
                    r#"<path class="mdl-edge__tip" d="M{x:.1} {y:.1}L{ax:.1} {ay:.1}L{bx:.1} {by:.1}Z"/></g>"#
                ));
            }
            Says::Relates { from_many, to_many, .. } => {
                put(format_args!(
                    r#"<path d="{}{}"/></g>"#,
                    end_mark(*first, direction(points, false), *from_many),
                    end_mark(*last, direction(points, true), *to_many)
                ));
            }
        }
    }
    for it in &models.models {
        let (Some(place), Some(size)) = (place(&it.name), size(&it.name)) else { continue };
        let class = if chosen == Some(it.name.as_str()) { "mdl-box is-selected" } else { "mdl-box" };
        let rows = it.columns.iter().map(column_row).chain(it.relationships.iter().map(relationship_row));
        put(format_args!(
            "{}",
            box_svg(
                class,
                &it.name,
                &it.name,
                &subtitle(&it.table, it.identity.as_deref()),
                place,
                size,
                rows,
                it.columns.len()
            )
        ));
    }
    for it in &models.tables {
        let id = table_id(&it.name);
        let (Some(place), Some(size)) = (place(&id), size(&id)) else { continue };
        let class =
            if chosen == Some(id.as_str()) { "mdl-box mdl-box--assoc is-selected" } else { "mdl-box mdl-box--assoc" };
        put(format_args!(
            "{}",
            box_svg(class, &id, &it.name, "table", place, size, it.columns.iter().map(column_row), it.columns.len())
        ));
    }
    for (edge, route) in graph.edges.iter().zip(&layout.edges) {
        let Says::Relates { pills, .. } = &edge.says else { continue };
        let (x, y) = route.label;
        for (at, pill) in pills.iter().enumerate() {
            let width = pill_width(pill);
            let top = y - 10.0 + (number(at) - number(pills.len() - 1) / 2.0) * 24.0;
            let class = if many_loads.contains(&pill.name) { "mdl-pill mdl-pill--warn" } else { "mdl-pill" };
            put(format_args!(
                r#"<g class="{class}"><rect x="{:.1}" y="{top:.1}" width="{width:.1}" height="20" rx="10"/><text x="{x:.1}" y="{:.1}" text-anchor="middle"><tspan class="mdl-pill__n">{}</tspan> <tspan class="mdl-pill__s">{}</tspan></text></g>"#,
                x - width / 2.0,
                top + 14.0,
                escape(&pill.name),
                escape(&pill.lazy)
            ));
        }
    }
    out
}

fn column_row(it: &ColumnModel) -> (String, String, bool) {
    (it.name.clone(), column_note(it), false)
}

fn relationship_row(it: &RelationshipModel) -> (String, String, bool) {
    (it.name.clone(), target_words(it), true)
}

#[expect(clippy::too_many_arguments, reason = "a box is its words, its place and its rows")]
fn box_svg(
    class: &str,
    id: &str,
    name: &str,
    subtitle: &str,
    place: &Place,
    size: &Node,
    rows: impl Iterator<Item = (String, String, bool)>,
    column_count: usize,
) -> String {
    let (x, y, right) = (place.x, place.y, place.x + size.width);
    let mut out = format!(
        r#"<g class="{class}" data-box="{}"><rect class="mdl-box__bg" x="{x:.1}" y="{y:.1}" width="{:.1}" height="{:.1}" rx="5"/><text class="mdl-box__name" x="{:.1}" y="{:.1}">{}</text><text class="mdl-box__sub" x="{:.1}" y="{:.1}">{}</text><path class="mdl-box__line" d="M{x:.1} {:.1}H{right:.1}"/>"#,
        escape(id),
        size.width,
        size.height,
        x + 10.0,
        y + 16.0,
        escape(name),
        x + 10.0,
        y + 30.0,
        escape(subtitle),
        y + HEAD
    );
    for (at, (name, note, is_relationship)) in rows.enumerate() {
        let base = y + HEAD + number(at) * LINE + 15.0;
        let (left_class, right_class) = if is_relationship { ("mdl-r", "mdl-t mdl-t--r") } else { ("mdl-f", "mdl-t") };
        if at == column_count {
            let _ = write!(
                out,
                r#"<path class="mdl-box__line mdl-box__line--soft" d="M{x:.1} {:.1}H{right:.1}"/>"#,
                base - 15.0
            );
        }
        let _ = write!(
            out,
            r#"<text class="{left_class}" x="{:.1}" y="{base:.1}">{}</text><text class="{right_class}" x="{:.1}" y="{base:.1}" text-anchor="end">{}</text>"#,
            x + 10.0,
            escape(&name),
            right - 10.0,
            escape(&note)
        );
    }
    out + "</g>"
}

fn curve(points: &[(f64, f64)]) -> String {
    let mut out = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        let _ = write!(out, "{}{x:.1} {y:.1}", if at == 0 { "M" } else { "L" });
    }
    out
}

/// The direction of a line at its beginning, or back from its end.
fn direction(points: &[(f64, f64)], from_end: bool) -> (f64, f64) {
    let (a, b) = match (from_end, points) {
        (_, [] | [_]) => return (1.0, 0.0),
        (false, [a, b, ..]) => (*a, *b),
        (true, [.., b, a]) => (*a, *b),
    };
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx.hypot(dy).max(0.001);
    (dx / length, dy / length)
}

/// A fork for many, a double bar for one.
fn end_mark((x, y): (f64, f64), (dx, dy): (f64, f64), is_many: bool) -> String {
    let at = |along: f64, across: f64| (x + dx * along - dy * across, y + dy * along + dx * across);
    if is_many {
        let ((ax, ay), (bx, by), (cx, cy)) = (at(0.0, 6.0), at(11.0, 0.0), at(0.0, -6.0));
        format!("M{ax:.1} {ay:.1}L{bx:.1} {by:.1}L{cx:.1} {cy:.1}")
    } else {
        let bar = |along: f64| {
            let ((ax, ay), (bx, by)) = (at(along, 5.0), at(along, -5.0));
            format!("M{ax:.1} {ay:.1}L{bx:.1} {by:.1}")
        };
        bar(5.0) + &bar(9.0)
    }
}

/// The same as a Mermaid diagram.
pub fn mermaid(models: &Models) -> String {
    let plain =
        |it: &str| it.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '_' }).collect::<String>();
    let mut out = "erDiagram\n".to_owned();
    let columns = |out: &mut String, name: &str, all: &[ColumnModel]| {
        let _ = writeln!(out, "    {} {{", plain(name));
        for it in all {
            let keys: Vec<_> = [(it.is_primary_key, "PK"), (it.references.is_some(), "FK"), (it.is_unique, "UK")]
                .into_iter()
                .filter_map(|(is, word)| is.then_some(word))
                .collect();
            let _ = writeln!(out, "        {} {} {}", plain(&it.type_name), plain(&it.name), keys.join(", "));
        }
        out.push_str("    }\n");
    };
    for it in &models.models {
        columns(&mut out, &it.name, &it.columns);
    }
    for it in &models.tables {
        columns(&mut out, &it.name, &it.columns);
    }
    for edge in graph(models).edges {
        let name = |id: &str| plain(id.strip_prefix("table ").unwrap_or(id));
        let (line, words) = match &edge.says {
            Says::Inherits => ("||--o|", "inherits".to_owned()),
            Says::Relates { from_many, to_many, pills } => {
                let line = match (from_many, to_many) {
                    (true, true) => "}o--o{",
                    (true, false) => "}o--||",
                    (false, true) => "||--o{",
                    (false, false) => "||--||",
                };
                (line, pills.iter().map(|it| it.name.clone()).collect::<Vec<_>>().join(", "))
            }
        };
        let _ = writeln!(out, "    {} {line} {} : \"{}\"", name(&edge.from), name(&edge.to), words.replace('"', "'"));
    }
    out
}

/// The diagram in sentences, one a class, for those who do not see it.
pub fn sentences(models: &Models) -> Vec<String> {
    models
        .models
        .iter()
        .map(|it| {
            let relationships: Vec<_> = it
                .relationships
                .iter()
                .map(|it| {
                    let many = if it.is_collection { "many" } else { "one" };
                    format!("{} leads to {many} {}, loaded by {}", it.name, it.target, it.lazy)
                })
                .collect();
            let base = it.base.as_ref().map(|it| format!(", inherits from {it}")).unwrap_or_default();
            let ends = if relationships.is_empty() { String::new() } else { format!(": {}", relationships.join("; ")) };
            format!("{}, table {}, {} columns{base}{ends}.", it.name, it.table, it.columns.len())
        })
        .collect()
}

#[cfg(test)]
#[path = "diagram_tests.rs"]
mod tests;
