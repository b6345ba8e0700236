//! Below a log that does not list every statement: the slowest and the newest of the run.

use crate::{
    protocol::Statement,
    ui::{
        format,
        log::html::{kind_words, sql_html},
        page::Page,
        run::KEPT_STATEMENTS,
        sql_text::row_tokens,
    },
};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub(super) fn LogBeyond() -> impl IntoView {
    let page = expect_context::<Page>();
    let is_open = RwSignal::new(false);
    let all = Memo::new(move |_| page.state.with(|it| it.run.as_ref().map_or(0, |it| it.statement_count as usize)));
    let is_full = Memo::new(move |_| all.get() > KEPT_STATEMENTS);
    let table = |title: &'static str, rows: Vec<AnyView>| {
        view! {
            <table class="ui-table"><caption class="h">{title}</caption>
                <thead><tr><th scope="col" class="num">"#"</th><th scope="col">"Kind"</th><th scope="col">"Line"</th><th scope="col" class="num">"SQLite"</th><th scope="col">"SQL"</th></tr></thead>
                <tbody>{rows}</tbody></table>
        }
    };
    let tables = move || {
        // While the run goes on, they would change with every frame.
        is_open.get().then(|| {
            all.track();
            let (slowest, newest) = page.state.with_untracked(|it| {
                let beyond = it.run.as_ref().map(|it| &it.beyond);
                let rows = |it: &Arc<Statement>| row(page, it);
                beyond
                    .map(|it| (it.slowest().map(rows).collect::<Vec<_>>(), it.newest().map(rows).collect::<Vec<_>>()))
                    .unwrap_or_default()
            });
            view! { {table("Slowest of the run", slowest)}{table("Newest", newest)} }
        })
    };
    move || {
        is_full.get().then(|| view! {
            <details class="log-beyond" on:toggle=move |_| is_open.update(|it| *it = !*it)>
                <summary>{move || format!("{} more are counted, not listed: the slowest and the newest of all {}",
                    format::count((all.get() - KEPT_STATEMENTS) as u64), format::count(all.get() as u64))}</summary>
                <div class="log-beyond__body" tabindex="0" role="region" aria-label="Slowest and newest statements">{tables}</div>
            </details>
        })
    }
}

fn row(page: Page, it: &Statement) -> AnyView {
    let (letters, class, words) = kind_words(it.kind);
    let line = it.line.map(|line| view! { <button class="log-line" type="button" on:click=move |_| page.go_to_line(line)>"line "{line}</button> });
    view! {
        <tr><td class="num">{format::count(it.number)}</td>
            <td><span class=format!("ui-kind ui-kind--{class}") title=words>{letters}</span></td>
            <td>{line}</td><td class="num">{format::micros(it.elapsed_micros)}</td>
            <td><code class="sqlt" inner_html=sql_html(&row_tokens(&it.sql))></code></td></tr>
    }
    .into_any()
}
