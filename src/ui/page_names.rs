//! The panels and their names in links, tabs and keys. Pure.

/// A panel on the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Panel {
    Log,
    Compare,
    Data,
    Plan,
    Models,
    Output,
}

/// All, in the order of the tabs: the panel, its name in links, its words.
pub const PANELS: [(Panel, &str, &str); 6] = [
    (Panel::Log, "log", "SQL log"),
    (Panel::Compare, "compare", "Compare"),
    (Panel::Data, "data", "Data"),
    (Panel::Plan, "plan", "Plan"),
    (Panel::Models, "models", "Models"),
    (Panel::Output, "output", "Output"),
];

/// The panel that a link names.
pub fn panel_of_name(name: &str) -> Option<Panel> {
    PANELS.iter().find(|it| it.1 == name).map(|it| it.0)
}

/// The name of a panel in links.
pub fn name_of_panel(panel: Panel) -> &'static str {
    PANELS.iter().find(|it| it.0 == panel).map_or("log", |it| it.1)
}
