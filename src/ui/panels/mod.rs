//! The right side: a tab for each panel, notices of the run, the chosen panel.

mod compare;
mod compare_chart;
mod compare_growth;
mod data;
mod empty;
mod log;
mod log_bar;
mod log_beyond;
mod models;
mod output;
mod plan;
mod prompt;

use super::{
    format,
    notices::RunNotices,
    page::{Page, Panel},
    page_names::{PANELS, name_of_panel},
    run::Ended,
    timeline::moment::Moment,
};
use crate::protocol::Outcome;
use leptos::{ev::KeyboardEvent, html, prelude::*};

#[component]
pub(super) fn Panels() -> impl IntoView {
    let page = expect_context::<Page>();
    let moment = page.shown_moment();
    // The panel is built anew only when it is another one.
    let panel = Memo::new(move |_| page.panel.get());
    let tab_id = move || format!("tab-{}", name_of_panel(page.panel.get()));
    view! {
        <section class="panel" aria-label="Panels">
            <div class="tabs">
                <TabList/>
                <span class="tabs__end"><button class="ui-btn ui-btn--ghost ui-btn--icon ui-btn--sm" type="button" aria-label="Help on this panel" title="Help on this panel"
                    on:click=move |_| super::help::show(page, name_of_panel(page.panel.get_untracked()))>"?"</button></span>
                {move || moment.with(Moment::number).map(|it| view! {
                    <span class="ui-tag ui-tag--now tabs__moment" title="Every panel shows this moment">"at #"{it}</span>
                })}
            </div>
            <RunNotices/>
            <div class="panel__body" id="panel" role="tabpanel" aria-labelledby=tab_id>
                {move || match panel.get() {
                    Panel::Data => view! { <h2 class="sr">"Data"</h2><data::DataPanel/> }.into_any(),
                    Panel::Plan => view! { <h2 class="sr">"Plan"</h2><plan::PlanPanel/> }.into_any(),
                    Panel::Log => view! { <h2 class="sr">"SQL log"</h2><log::LogPanel/> }.into_any(),
                    Panel::Models => view! { <h2 class="sr">"Models"</h2><models::ModelsPanel/> }.into_any(),
                    Panel::Compare => view! { <h2 class="sr">"Compare"</h2><compare::ComparePanel/> }.into_any(),
                    Panel::Output => view! { <h2 class="sr">"Output"</h2><output::OutputPanel/> }.into_any(),
                }}
            </div>
        </section>
    }
}

#[component]
fn TabList() -> impl IntoView {
    let page = expect_context::<Page>();
    let list = NodeRef::<html::Div>::new();
    let keydown = move |event: KeyboardEvent| {
        let at = PANELS.iter().position(|it| it.0 == page.panel.get_untracked()).unwrap_or(0);
        let next = match event.key().as_str() {
            "ArrowRight" => (at + 1) % PANELS.len(),
            "ArrowLeft" => (at + PANELS.len() - 1) % PANELS.len(),
            "Home" => 0,
            "End" => PANELS.len() - 1,
            _ => return,
        };
        event.prevent_default();
        page.panel.set(PANELS[next].0);
        if let Some(tab) = document().get_element_by_id(&format!("tab-{}", PANELS[next].1)) {
            use leptos::wasm_bindgen::JsCast;
            // Focus fails only on elements that are gone.
            drop(tab.unchecked_into::<leptos::web_sys::HtmlElement>().focus());
        }
    };
    let tab = move |(panel, id, name): (Panel, &'static str, &'static str)| {
        let is_selected = move || page.panel.get() == panel;
        view! {
            <button role="tab" type="button" class="tabs__tab" id=format!("tab-{id}") aria-controls="panel"
                aria-selected=move || is_selected().to_string() tabindex=move || if is_selected() { "0" } else { "-1" }
                on:click=move |_| page.panel.set(panel)>
                {name}<TabNumber panel=panel/>
            </button>
        }
    };
    view! {
        <div class="tabs__list" role="tablist" aria-label="Panels" node_ref=list on:keydown=keydown>
            {PANELS.map(tab).into_iter().collect_view()}
        </div>
    }
}

/// How much is in the panel, beside its name.
#[component]
fn TabNumber(panel: Panel) -> impl IntoView {
    let page = expect_context::<Page>();
    let number = Memo::new(move |_| {
        page.state.with(|it| {
            let run = it.run.as_ref()?;
            let failed = matches!(run.ended, Some(Ended::Outcome(Outcome::Failed(_))));
            let number = match panel {
                Panel::Log => u64::from(run.statement_count),
                Panel::Models | Panel::Data | Panel::Plan | Panel::Compare => return None,
                Panel::Output => run.output.lines.len() as u64 + run.output.dropped_count,
            };
            Some((number, panel == Panel::Output && failed))
        })
    });
    move || match number.get() {
        Some((_, true)) => Some(view! { <span class="tabs__n tabs__n--bad">"error"</span> }.into_any()),
        Some((number, _)) if number > 0 => {
            Some(view! { <span class="tabs__n">{format::count(number)}</span> }.into_any())
        }
        _ => None,
    }
}
