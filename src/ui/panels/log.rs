//! The SQL log: every statement in order. Only the rows in sight exist in the page.

use super::{
    empty::Empty,
    log_bar::{LogBar, LogSum},
    log_beyond::LogBeyond,
};
use crate::{
    protocol::OtherDatabase,
    ui::{
        keys::{LogKey, LogKeys},
        log::{
            detail::{Detail, database_of},
            html::{row_class, row_html},
            rows::{Row, rows},
            window::{Layout, detail_height, in_sight, offsets},
        },
        page::{Page, Panel},
        state::WorkerState,
    },
    web::{files, observe::SizeWatch},
};
use leptos::{ev::MouseEvent, html, prelude::*, task::spawn_local, wasm_bindgen::JsCast, web_sys::Element};
use std::sync::Arc;

/// Height of the head, which stays in sight.
const HEAD: f64 = 26.0;
const PHONE_WIDTH: f64 = 720.0;
/// Words in each of the log's fonts. The browser looks a font up when it is first drawn, which may take a tenth of a
/// second; with these it does so while nobody waits.
const SAMPLE: &str = "<b class=\"log-tx__name\">1</b><span class=\"log-row__no\">1</span><span class=\"ui-kind\">S</span>\
    <span class=\"log-x\">×</span><em>›</em><div class=\"log-row\"><span class=\"sqlt\">a<span class=\"k\">S</span>\
    <span class=\"q\">?</span></span><span class=\"log-param\">1</span><span class=\"log-cols\">1</span></div>";

/// All rows with where they start.
#[derive(Clone)]
struct Listing {
    run_id: u32,
    rows: Arc<[Row]>,
    offsets: Arc<[f64]>,
}

impl PartialEq for Listing {
    /// A new listing is made only when something changed.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows)
    }
}

/// A row in sight. Equal rows look the same, so they are the keys of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Visible {
    run_id: u32,
    at: usize,
    row: Row,
    written_for: Option<OtherDatabase>,
    latency_micros: u64,
    layout: u8,
}

#[component]
pub(super) fn LogPanel() -> impl IntoView {
    let page = expect_context::<Page>();
    let search = NodeRef::<html::Input>::new();
    let has_log = Memo::new(move |_| {
        page.state.with(|it| it.run.as_ref().is_some_and(|it| !it.entries.is_empty() || it.ended.is_some()))
    });
    let is_ready = Memo::new(move |_| page.state.with(|it| it.worker == WorkerState::Ready));
    move || {
        if has_log.get() {
            view! { <div class="log"><LogBar search/><LogTable search/><LogBeyond/><LogSum/></div> }.into_any()
        } else {
            view! {
                <Empty title="No statements yet"
                    text="Press Run to execute the program. Each statement appears here with the line and the reason that caused it."/>
                {move || is_ready.get().then(|| view! { <div class="log-sample" aria-hidden="true" inner_html=SAMPLE></div> })}
            }
            .into_any()
        }
    }
}

#[component]
fn LogTable(search: NodeRef<html::Input>) -> impl IntoView {
    let page = expect_context::<Page>();
    let table = NodeRef::<html::Div>::new();
    let scroll_top = page.log_top;
    let size = RwSignal::new((0.0_f64, 600.0_f64));
    let layout = Memo::new(move |_| Layout::of_width(size.get().0));
    let is_touch = Memo::new(move |_| size.with(|_| window_width()) <= PHONE_WIDTH);
    let watch = StoredValue::new_local(None::<SizeWatch>);
    Effect::new(move |_| {
        if let Some(table) = table.get() {
            watch.set_value(SizeWatch::new(&table, move |width, height| size.set((width, height))));
            set_scroll(&table, scroll_top.get_untracked());
        }
    });

    let listing = Memo::new(move |_| {
        let layout = layout.get();
        let is_touch = is_touch.get();
        page.state.with(|state| {
            page.log_view.with(|view| match &state.run {
                Some(run) => {
                    let rows: Arc<[Row]> = rows(run, view).into();
                    let offsets = offsets(&rows, run, view, layout, is_touch).into();
                    Listing { run_id: run.id, rows, offsets }
                }
                None => Listing { run_id: 0, rows: Arc::new([]), offsets: Arc::new([0.0]) },
            })
        })
    });
    let range = Memo::new(move |was| {
        let (_, height) = size.get();
        listing.with(|it| in_sight(&it.offsets, (scroll_top.get() - HEAD).max(0.0), height, was))
    });
    let written_for = Memo::new(move |_| page.log_view.with(|it| it.written_for));
    let visible = Memo::new(move |_| {
        let latency_micros = page.latency_micros.get();
        let written_for = written_for.get();
        let layout = layout.get() as u8;
        let range = range.get();
        listing.with(|it| {
            let rows = it.rows.get(range.clone()).unwrap_or_default();
            rows.iter()
                .zip(range.start..)
                .map(|(row, at)| Visible { run_id: it.run_id, at, row: *row, written_for, latency_micros, layout })
                .collect::<Vec<_>>()
        })
    });
    let window_top = move || listing.with(|it| it.offsets.get(range.get().start).copied().unwrap_or(0.0));
    let full_height = move || listing.with(|it| it.offsets.last().copied().unwrap_or(0.0));
    let row_count = move || listing.with(|it| it.rows.len() + 1);

    // A new run, or another line, is read from its top.
    let subject = Memo::new(move |_| (listing.with(|it| it.run_id), page.log_view.with(|it| it.line)));
    Effect::new(move |was: Option<(u32, Option<u32>)>| {
        let subject = subject.get();
        if was.is_some_and(|it| it != subject)
            && let Some(table) = table.get_untracked()
        {
            table.set_scroll_top(0);
        }
        subject
    });
    follow_keys(page, table, search, listing);
    // The moment's row stays in sight while the timeline moves it.
    Effect::new(move |_| {
        let Some(moment) = page.moment.get() else { return };
        let target = listing.with_untracked(|it| {
            let at = it.rows.iter().position(|row| row.holds(moment))?;
            Some((it.offsets[at], it.offsets[at + 1]))
        });
        if let Some((top, bottom)) = target {
            let (height, scroll) = (size.get_untracked().1, scroll_top.get_untracked());
            if top < scroll || bottom + HEAD > scroll + height {
                let top = (top - height / 2.0).max(0.0).trunc();
                // The rows first: to set the place lays out what is there, once is enough.
                scroll_top.set(top);
                request_animation_frame(move || {
                    if let Some(table) = table.get_untracked() {
                        set_scroll(&table, top);
                    }
                });
            }
        }
    });

    let scrolled = move |_| {
        if let Some(table) = table.get_untracked() {
            let top = f64::from(table.scroll_top());
            if (scroll_top.get_untracked() - top).abs() >= 1.0 {
                scroll_top.set(top);
            }
        }
    };
    let moved = move |event: MouseEvent| {
        let line = closest(&event, "[data-of-line]").and_then(|it| it.get_attribute("data-of-line")?.parse().ok());
        if page.linked_line.get_untracked() != line {
            page.linked_line.set(line);
        }
    };
    let is_empty = move || listing.with(|it| it.rows.is_empty());
    view! {
        <div class="log__table" role="table" aria-label="SQL statements of the run, grouped by transaction" aria-rowcount=row_count
            tabindex="0" node_ref=table on:scroll=scrolled on:click=move |event| clicked(page, &event)
            on:mousemove=moved on:mouseleave=move |_| page.linked_line.set(None)>
            <div role="rowgroup"><div class="log-head" role="row" aria-rowindex="1">
                <span role="columnheader"><span class="sr">"Transaction"</span></span><span role="columnheader">"#"</span>
                <span role="columnheader">"Kind"</span><span role="columnheader">"Cause, then SQL"</span>
                <span role="columnheader" class="num">"Rows"</span><span role="columnheader" class="num">"SQLite"</span>
                <span role="columnheader" class="num">"with round trips"</span>
            </div></div>
            <div class="log__space" role="rowgroup" style:height=move || format!("{}px", full_height())>
                <div class="log__window" role="presentation" style:transform=move || format!("translateY({}px)", window_top())>
                    <For each=move || visible.get() key=|it| *it children=move |it| view! { <LogRow visible=it/> }/>
                </div>
            </div>
            {move || is_empty().then(|| {
                let words = if page.log_view.with(|it| it.is_filtered()) { "No statement matches the filter." } else { "The program sent no statement." };
                view! { <div role="row"><div class="log-panel-none" role="cell" aria-live="polite">{words}</div></div> }
            })}
        </div>
    }
}

#[component]
fn LogRow(visible: Visible) -> impl IntoView {
    let page = expect_context::<Page>();
    let row = visible.row;
    let (class, html, line, height) = page.state.with_untracked(|state| match &state.run {
        Some(run) if run.id == visible.run_id => {
            let statement = |index: usize| run.statements.get(index).map(|it| it.statement.clone());
            let line = match row {
                Row::Statement { index, .. } | Row::Detail { index, .. } | Row::Repeat { first: index, .. } => {
                    statement(index).and_then(|it| it.line)
                }
                Row::Change { index, .. } => run.changes.get(index).and_then(|it| it.line),
                Row::Section { .. } => None,
            };
            let height = match row {
                Row::Detail { index, .. } => {
                    let layout = [Layout::Wide, Layout::Middle, Layout::Narrow][usize::from(visible.layout.min(2))];
                    let detail = run.statements.get(index).map(|it| Detail::new(it, run, visible.written_for));
                    detail.map(|it| format!("{}px", detail_height(&it, layout)))
                }
                _ => None,
            };
            (row_class(row, run), row_html(row, run, visible.written_for, visible.latency_micros), line, height)
        }
        _ => (String::new(), String::new(), None, None),
    });
    let index = row.statement();
    let is_now = move || match page.moment.get() {
        Some(moment) => row.holds(moment),
        None => index.is_some() && page.now.get() == index,
    };
    let is_future = move || {
        page.moment.get().is_some_and(|moment| {
            page.state.with_untracked(|it| {
                it.run.as_ref().is_some_and(|run| run.id == visible.run_id && row.is_after(moment, run))
            })
        })
    };
    let is_linked = move || line.is_some() && page.hovered_line.get() == line;
    let is_row_or_repeat = match row {
        Row::Repeat { .. } => Some("repeat"),
        Row::Statement { .. } => Some("statement"),
        _ => None,
    };
    view! {
        <div class=class role="row" aria-rowindex=visible.at + 2 class:is-now=is_now class:is-future=is_future class:is-linked=is_linked
            data-of-line=line data-row=is_row_or_repeat data-index=index style:height=height inner_html=html></div>
    }
}

/// One listener for all rows: lines, copies, sections, then the row itself.
fn clicked(page: Page, event: &MouseEvent) {
    let number = |selector: &str, name: &str| {
        closest(event, selector).and_then(|it| it.get_attribute(name)?.parse::<usize>().ok())
    };
    if let Some(line) = number("[data-line]", "data-line") {
        page.go_to_line(u32::try_from(line).unwrap_or(0));
    } else if let Some(statement) = number("[data-copy]", "data-copy") {
        copy_sql(page, statement);
    } else if let Some(statement) = number("[data-literal]", "data-literal") {
        page.copy_literal(u32::try_from(statement).unwrap_or(0));
    } else if let Some(name) = closest(event, "[data-written-for]").and_then(|it| it.get_attribute("data-written-for"))
    {
        page.log_view.update(|it| it.written_for = database_of(&name));
    } else if let Some(statement) = number("[data-plan]", "data-plan") {
        page.planned.set(u32::try_from(statement).ok());
        page.show_panel(Panel::Plan);
    } else if let Some(statement) = number("[data-moment]", "data-moment") {
        page.go_to_moment(statement.checked_sub(1));
    } else if let Some(entry) = number("[data-section]", "data-section") {
        page.log_view.update(|it| {
            if !it.closed_sections.remove(&entry) {
                it.closed_sections.insert(entry);
            }
        });
    } else if let Some(index) = number("[data-row]", "data-index") {
        let selection = window().get_selection().ok().flatten();
        if selection.is_some_and(|it| !it.is_collapsed()) {
            return;
        }
        page.now.set(Some(index));
        let kind = closest(event, "[data-row]").and_then(|it| it.get_attribute("data-row"));
        toggle(page, index, kind.as_deref() == Some("repeat"));
    }
}

fn toggle(page: Page, index: usize, is_repeat: bool) {
    page.log_view.update(|it| {
        let opened = if is_repeat { &mut it.opened_repeats } else { &mut it.opened_statements };
        if !opened.remove(&index) {
            opened.insert(index);
        }
    });
}

fn copy_sql(page: Page, number: usize) {
    let sql = page.state.with_untracked(|it| {
        let run = it.run.as_ref()?;
        let index = number.checked_sub(1)?;
        run.statements.get(index).map(|it| it.statement.sql.clone())
    });
    if let Some(sql) = sql {
        spawn_local(async move {
            files::copy(&sql).await;
        });
    }
}

/// J, K, Enter, `/` and G.
fn follow_keys(page: Page, table: NodeRef<html::Div>, search: NodeRef<html::Input>, listing: Memo<Listing>) {
    let keys = expect_context::<LogKeys>();
    Effect::new(move |seen: Option<u32>| {
        let (press, key) = keys.0.get();
        if seen.is_some_and(|it| it != press) {
            match key {
                Some(LogKey::Next) => step(page, table, listing, true),
                Some(LogKey::Previous) => step(page, table, listing, false),
                Some(LogKey::Open) => {
                    let row =
                        listing.with_untracked(|it| current(page, &it.rows).and_then(|at| it.rows.get(at).copied()));
                    if let Some((row, index)) = row.and_then(|it| Some((it, it.statement()?))) {
                        toggle(page, index, matches!(row, Row::Repeat { .. }));
                    }
                }
                Some(LogKey::Search) => {
                    if let Some(search) = search.get_untracked() {
                        // Focus fails only on elements that are gone.
                        drop(search.focus());
                    }
                }
                Some(LogKey::Group) => page.log_view.update(|it| it.groups_repeats = !it.groups_repeats),
                None => {}
            }
        }
        press
    });
}

/// The row on which the keyboard stands.
fn current(page: Page, rows: &[Row]) -> Option<usize> {
    let now = page.now.get_untracked()?;
    rows.iter().position(|it| it.statement() == Some(now))
}

fn step(page: Page, table: NodeRef<html::Div>, listing: Memo<Listing>, is_forward: bool) {
    let target = listing.with_untracked(|it| {
        let is_statement = |at: &usize| it.rows[*at].statement().is_some();
        let at = match (current(page, &it.rows), is_forward) {
            (None, _) => (0..it.rows.len()).find(is_statement),
            // The first of an opened repeat stands for the same statement as the repeat itself.
            (Some(at), true) => (at + 1..it.rows.len())
                .find(|next| is_statement(next) && it.rows[*next].statement() != it.rows[at].statement()),
            (Some(at), false) => (0..at).rev().find(is_statement),
        }?;
        Some((it.rows[at].statement()?, it.offsets[at], it.offsets[at + 1]))
    });
    let Some((index, top, bottom)) = target else { return };
    page.now.set(Some(index));
    if let Some(table) = table.get_untracked() {
        let height = f64::from(table.client_height());
        let scroll = f64::from(table.scroll_top());
        // The head covers the first pixels of what is in sight.
        if top < scroll {
            set_scroll(&table, top);
        } else if bottom + HEAD > scroll + height {
            set_scroll(&table, bottom + HEAD - height);
        }
    }
}

#[allow(clippy::cast_possible_truncation)]
fn set_scroll(table: &Element, top: f64) {
    table.set_scroll_top(top as i32);
}

fn closest(event: &MouseEvent, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

fn window_width() -> f64 {
    window().inner_width().ok().and_then(|it| it.as_f64()).unwrap_or(1_440.0)
}
