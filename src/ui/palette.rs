//! Go to: everything that can be done or shown, found by words. A number is a line of the program.

use super::{
    help,
    keys::{hide_popover, show_popover},
    page::{LATENCIES, Page},
    page_names::{PANELS, Panel},
};
use crate::web::theme::Theme;
use leptos::{ev::KeyboardEvent, html, prelude::*};

/// Entries that are listed at once.
const MOST: usize = 12;

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Deed {
    Show(Panel),
    Run,
    Stop,
    Share,
    Open(&'static str),
    Help,
    Theme(Theme),
    Latency(u64),
    Compare,
    Moment(bool),
    Line(u32),
    Statement(usize),
}

fn all() -> Vec<(String, Deed)> {
    let mut all = vec![("Run the program".to_owned(), Deed::Run), ("Stop".to_owned(), Deed::Stop)];
    all.extend(PANELS.map(|(panel, _, words)| (format!("Show {words}"), Deed::Show(panel))));
    all.extend([
        ("Share: link, embed, QR code".to_owned(), Deed::Share),
        ("Compare loading strategies".to_owned(), Deed::Compare),
        ("Examples".to_owned(), Deed::Open("examples")),
        ("My programs".to_owned(), Deed::Open("programs")),
        ("Help".to_owned(), Deed::Help),
        ("Keyboard map".to_owned(), Deed::Open("keys")),
        ("About ORM Playground".to_owned(), Deed::Open("about")),
        ("Start of the run".to_owned(), Deed::Moment(true)),
        ("End of the run".to_owned(), Deed::Moment(false)),
    ]);
    all.extend(Theme::ALL.map(|(theme, words)| (format!("Theme: {words}"), Deed::Theme(theme))));
    all.extend(LATENCIES.map(|(micros, words)| {
        (format!("Round trip: {}, {words}", super::format::latency(micros)), Deed::Latency(micros))
    }));
    all
}

fn found(words: &str) -> Vec<(String, Deed)> {
    let words = words.trim().to_lowercase();
    let mut list: Vec<(String, Deed)> = Vec::new();
    if let Ok(number) = words.replace(',', "").parse::<u32>() {
        list.push((format!("Line {number} of the program"), Deed::Line(number)));
        if let Some(index) = usize::try_from(number).ok().and_then(|it| it.checked_sub(1)) {
            list.push((format!("Statement {number} of the run"), Deed::Statement(index)));
        }
    }
    let fits = |it: &(String, Deed)| {
        let text = it.0.to_lowercase();
        words.split_whitespace().all(|word| text.contains(word))
    };
    list.extend(all().into_iter().filter(fits));
    list.truncate(MOST);
    list
}

fn act(page: Page, deed: Deed) {
    hide_popover("palette");
    match deed {
        Deed::Show(panel) => page.show_panel(panel),
        Deed::Run => page.run(),
        Deed::Stop => page.stop(),
        Deed::Share => show_popover("share"),
        Deed::Open(id) => show_popover(id),
        Deed::Help => help::show(page, "start"),
        Deed::Theme(theme) => theme.choose(),
        Deed::Latency(micros) => page.set_latency(micros),
        Deed::Compare => {
            page.show_panel(Panel::Compare);
            page.compare(None);
        }
        Deed::Moment(is_start) => page.go_to_moment(is_start.then_some(0)),
        Deed::Line(line) => page.go_to_line(line),
        Deed::Statement(index) => {
            let count = page.state.with_untracked(|it| it.run.as_ref().map_or(0, |it| it.statements.len()));
            if index < count {
                page.go_to_moment(Some(index));
                page.show_panel(Panel::Log);
            }
        }
    }
}

#[component]
pub(super) fn Palette() -> impl IntoView {
    let page = expect_context::<Page>();
    let field = NodeRef::<html::Input>::new();
    let words = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let list = Memo::new(move |_| words.with(|it| found(it)));
    let toggled = move |_| {
        let is_open = document().query_selector("#palette:popover-open").ok().flatten().is_some();
        words.set(String::new());
        at.set(0);
        if let (true, Some(field)) = (is_open, field.get_untracked()) {
            // Focus fails only on elements that are gone.
            drop(field.focus());
        }
    };
    let keydown = move |event: KeyboardEvent| {
        let count = list.with_untracked(Vec::len).max(1);
        match event.key().as_str() {
            "ArrowDown" => at.update(|it| *it = (*it + 1) % count),
            "ArrowUp" => at.update(|it| *it = (*it + count - 1) % count),
            "Enter" => {
                if let Some((_, deed)) = list.with_untracked(|it| it.get(at.get_untracked()).cloned()) {
                    act(page, deed);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let chosen_id = move || list.with(|it| !it.is_empty()).then(|| format!("palette-{}", at.get()));
    view! {
        <div class="ui-keys ui-palette" id="palette" popover="auto" role="dialog" aria-label="Go to" on:toggle=toggled>
            <input node_ref=field class="ui-input" type="text" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-activedescendant=chosen_id
                aria-label="Go to a panel, a line, an action" placeholder="Go to a panel, a line number, an action" autocomplete="off" spellcheck="false"
                prop:value=move || words.get() on:input=move |event| { words.set(event_target_value(&event)); at.set(0); } on:keydown=keydown/>
            <div id="palette-list" role="listbox" aria-label="Found">
                {move || list.get().into_iter().enumerate().map(|(place, (text, deed))| view! {
                    <div role="option" class="ui-menu__item" id=format!("palette-{place}") aria-selected=move || (at.get() == place).to_string()
                        on:click=move |_| act(page, deed) on:mousemove=move |_| if at.get_untracked() != place { at.set(place); }>{text}</div>
                }).collect_view()}
            </div>
            {move || list.with(Vec::is_empty).then(|| view! { <p class="ui-menu__note" role="status">"Nothing has these words."</p> })}
        </div>
    }
}
