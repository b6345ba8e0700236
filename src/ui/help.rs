//! Help in plain words: a text for each panel, read from the site when it is first asked for.

use super::{
    icons::{self, icon},
    keys::{hide_popover, show_popover},
    page::Page,
};
use crate::web::files::fetch_text;
use leptos::{prelude::*, task::spawn_local};

/// The texts, in the order of the sheet: the file's name and the words of its button.
const TEXTS: [(&str, &str); 12] = [
    ("start", "Start"),
    ("editor", "Editor"),
    ("log", "SQL log"),
    ("timeline", "Timeline"),
    ("compare", "Compare"),
    ("data", "Data"),
    ("plan", "Plan"),
    ("models", "Models"),
    ("output", "Output"),
    ("share", "Share"),
    ("keys", "Keys"),
    ("limits", "Limits"),
];

/// Opens the sheet at a text.
pub(super) fn show(page: Page, name: &str) {
    if let Some((name, _)) = TEXTS.iter().find(|it| it.0 == name) {
        page.help.set(name);
    }
    show_popover("help");
}

#[component]
pub(super) fn HelpSheet() -> impl IntoView {
    let page = expect_context::<Page>();
    let is_open = RwSignal::new(false);
    let text = RwSignal::new(String::new());
    let trouble = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        let name = page.help.get();
        if is_open.get() {
            spawn_local(async move {
                let answer = fetch_text(&format!("help/{name}.html")).await;
                match answer {
                    Ok(html) => {
                        let _ = (text.try_set(html), trouble.try_set(None));
                    }
                    Err(message) => {
                        let _ = trouble.try_set(Some(message));
                    }
                }
            });
        }
    });
    let toggled = move |_| is_open.set(document().query_selector("#help:popover-open").ok().flatten().is_some());
    view! {
        <div class="ui-keys ui-help" id="help" popover="auto" role="dialog" aria-label="Help" on:toggle=toggled>
            <div class="ui-keys__head"><h2>"Help"</h2><span class="panel-bar__grow"></span>
                <button class="ui-btn ui-btn--ghost ui-btn--icon" type="button" aria-label="Close" on:click=move |_| hide_popover("help")>{icon(icons::CLOSE)}</button></div>
            <div class="ui-help__in">
                <nav class="ui-help__nav" aria-label="Help texts">
                    {TEXTS.map(|(name, words)| view! {
                        <button type="button" class="ui-menu__item" aria-current=move || (page.help.get() == name).then_some("true") on:click=move |_| page.help.set(name)>{words}</button>
                    }).into_iter().collect_view()}
                </nav>
                <article class="ui-help__text" tabindex="0" aria-label="Text">
                    {move || trouble.get().map(|it| view! { <p class="ui-notice ui-notice--warn" role="alert"><span>{it}</span></p> })}
                    // A file of the site itself.
                    <div inner_html=move || text.get()></div>
                </article>
            </div>
        </div>
    }
}
