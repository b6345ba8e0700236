//! The main menu, the keyboard map and the about box: popovers, closed by Escape or a press outside.

use super::{
    format,
    icons::{self, icon},
    keys::{hide_popover, show_popover},
    page::Page,
    topbar::RoundTrip,
};
use crate::web::theme::Theme;
use leptos::prelude::*;

#[component]
pub(super) fn MainMenu() -> impl IntoView {
    let page = expect_context::<Page>();
    let open = move |id: &'static str| {
        hide_popover("menu");
        show_popover(id);
    };
    view! {
        <div class="ui-menu ui-menu--end" id="menu" popover="auto" role="dialog" aria-label="Menu">
            <div class="ph-only">
                <button class="ui-menu__item" type="button" on:click=move |_| open("examples")>{icon(icons::EXAMPLES)}" Examples"</button>
                <button class="ui-menu__item" type="button" on:click=move |_| open("share")>{icon(icons::SHARE)}" Share"</button>
                <p class="ui-menu__head">"Round trip: "{move || format::latency(page.latency_micros.get())}</p>
                <div class="ui-menu__row"><RoundTrip/></div>
                <hr/>
            </div>
            <p class="ui-menu__head">"Theme"</p>
            <div class="ui-menu__row"><ThemeSwitch/></div>
            <hr/>
            <button class="ui-menu__item" type="button" aria-pressed=move || page.uses_single_keys.get().to_string()
                on:click=move |_| page.set_single_keys(!page.uses_single_keys.get_untracked())>
                {icon(icons::KEYS)}" Single-key shortcuts "<small>{move || if page.uses_single_keys.get() { "on" } else { "off" }}</small>
            </button>
            <button class="ui-menu__item" type="button" on:click=move |_| { hide_popover("menu"); super::help::show(page, "start"); }>{icon(icons::INFO)}" Help"</button>
            <button class="ui-menu__item" type="button" on:click=move |_| open("programs")>{icon(icons::CODE)}" My programs"</button>
            <button class="ui-menu__item" type="button" on:click=move |_| open("keys")>{icon(icons::LOG)}" Keyboard map "<small>"?"</small></button>
            <hr/>
            <button class="ui-menu__item" type="button" on:click=move |_| open("about")>{icon(icons::INFO)}" About ORM Playground"</button>
        </div>
    }
}

#[component]
fn ThemeSwitch() -> impl IntoView {
    let chosen = RwSignal::new(Theme::kept());
    let choose = move |theme: Theme| {
        chosen.set(theme);
        theme.choose();
    };
    view! {
        <div class="ui-seg" role="group" aria-label="Theme">
            {Theme::ALL.map(|(theme, word)| view! {
                <button type="button" aria-pressed=move || (chosen.get() == theme).to_string() on:click=move |_| choose(theme)>{word}</button>
            }).into_iter().collect_view()}
        </div>
    }
}

/// Keys and what they do. `keys.rs` and `static/editor/editor.js` do it.
const KEY_MAP: &[(&str, &[(&[&str], &str)])] = &[
    (
        "Anywhere, also in the editor",
        &[
            (&["Ctrl", "↵"], "Run"),
            (&["Ctrl", "."], "Stop"),
            (&["Ctrl", "S"], "Share, and keep the text"),
            (&["Ctrl", "K"], "Go to: panels, lines, actions"),
            (&["F6"], "Next area: bar, editor, panel"),
        ],
    ),
    (
        "In the editor",
        &[
            (&["Alt", "↵"], "Statements of this line"),
            (&["Ctrl", "F"], "Search"),
            (&["Ctrl", "Z"], "Undo"),
            (&["Tab"], "Indent"),
            (&["Esc", "Tab"], "Leave the editor"),
        ],
    ),
    (
        "Outside text fields",
        &[
            (&["J", "K"], "Next, previous row of the log"),
            (&["↵"], "Open or close the row"),
            (&["/"], "Filter the log"),
            (&["G"], "Group repeats"),
            (&["1", "…", "6"], "Open a panel"),
            (&[",", "."], "Previous, next statement in time"),
            (&["Home", "End"], "Start, end of the run"),
            (&["P"], "Play, pause"),
            (&["?"], "This map"),
        ],
    ),
];

#[component]
pub(super) fn KeyMap() -> impl IntoView {
    let section = |(title, keys): &(&'static str, &'static [(&'static [&'static str], &'static str)])| {
        let row = |(keys, meaning): &(&'static [&'static str], &'static str)| {
            let keys = keys.iter().map(|it| view! { <kbd class="ui-kbd">{*it}</kbd> }).collect_view();
            view! { <div><dt>{keys}</dt><dd>{*meaning}</dd></div> }
        };
        view! { <section><h3>{*title}</h3><dl>{keys.iter().map(row).collect_view()}</dl></section> }
    };
    view! {
        <div class="ui-keys" id="keys" popover="auto" role="dialog" aria-label="Keyboard map">
            <div class="ui-keys__head"><h2>"Keyboard map"</h2><span>"On a Mac, Ctrl is ⌘ and Alt is ⌥. Single keys can be switched off in the menu."</span></div>
            <div class="ui-keys__grid">{KEY_MAP.iter().map(section).collect_view()}</div>
        </div>
    }
}

#[component]
pub(super) fn AboutBox() -> impl IntoView {
    let page = expect_context::<Page>();
    let versions = move || {
        let mut all = vec![("ORM Playground".to_owned(), env!("CARGO_PKG_VERSION").to_owned())];
        all.extend(page.state.with(|it| it.versions.clone()));
        all.into_iter().map(|(name, version)| view! { <dt>{name}</dt><dd>{version}</dd> }).collect_view()
    };
    view! {
        <div class="ui-keys" id="about" popover="auto" role="dialog" aria-label="About ORM Playground">
            <div class="ui-keys__head"><h2>"About ORM Playground"</h2></div>
            <p class="ui-prose">"Programs written against SQLAlchemy 2.1 run here in the browser: a Python interpreter and an ORM engine, both written in Rust, over SQLite. The engine sends the statements that SQLAlchemy sends; where it does not yet, it says so. Nothing you type leaves this device."</p>
            <dl class="ui-about">{versions}</dl>
            <p class="ui-prose">"Not affiliated with the SQLAlchemy project."</p>
        </div>
    }
}
