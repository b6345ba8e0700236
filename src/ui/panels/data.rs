//! Every table's rows at the moment, what the current statement changed, and who set a cell.

use super::empty::Empty;
use crate::{
    protocol::{DataCell, DataHistory, DownloadFormat, Question},
    ui::{
        answers::Told,
        data::{
            RowAt, RowState, Stretch, cell_text, compare,
            html::{Shape, row_class, row_html, widths},
            rows_at, settings, tables_at,
        },
        format,
        icons::{self, icon},
        log::html::{kind_words, sql_html},
        page::{Page, Panel},
        run::Run,
        sql_text::tokens,
    },
    web::{files, observe::SizeWatch},
};
use leptos::{
    ev::{DragEvent, MouseEvent},
    html,
    prelude::*,
    task::spawn_local,
    wasm_bindgen::JsCast,
    web_sys::Element,
};
use std::sync::Arc;

/// Height of a row, as in data.css.
const ROW: f64 = 27.0;
/// Rows drawn above and below those in sight.
const SPARE: usize = 12;
/// What SQLite's files begin with.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// Since when changes are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Since {
    Statement,
    Transaction,
    Start,
}

/// What the reader chose to see.
#[derive(Clone, Copy)]
struct Choice {
    /// A table, by its place in the history.
    table: RwSignal<Option<usize>>,
    since: RwSignal<Since>,
    words: RwSignal<String>,
    only_changed: RwSignal<bool>,
    /// A column, and whether it runs down.
    sort: RwSignal<Option<(usize, bool)>>,
    /// A cell whose story is told: row and column.
    cell: RwSignal<Option<(DataCell, usize)>>,
}

#[component]
pub(super) fn DataPanel() -> impl IntoView {
    let page = expect_context::<Page>();
    let is_over = Memo::new(move |_| page.state.with(|it| it.run.as_ref().is_some_and(|it| it.ended.is_some())));
    let told = Memo::new_with_compare(
        move |_| page.state.with(|it| it.run.as_ref().and_then(|it| it.answers.data.clone())),
        |a, b| match (a, b) {
            (Some(Some(Ok(a))), Some(Some(Ok(b)))) => !Arc::ptr_eq(a, b),
            (a, b) => a != b,
        },
    );
    // Asked again when a prompt has gone on.
    Effect::new(move |_| {
        if is_over.get() && told.with(Option::is_none) {
            let is_busy = page.state.with(|it| it.run.as_ref().is_some_and(|it| it.is_console_busy));
            if !is_busy {
                page.ask(Question::Data);
            }
        }
    });
    let choice = Choice {
        table: RwSignal::new(None),
        since: RwSignal::new(Since::Statement),
        words: RwSignal::new(String::new()),
        only_changed: RwSignal::new(false),
        sort: RwSignal::new(None),
        cell: RwSignal::new(None),
    };
    move || {
        match told.get() {
        Some(told) => view! { <Told told choice/> }.into_any(),
        None if is_over.get() => view! { <p class="log-panel-none" role="status">"Reading the databases …"</p> }.into_any(),
        None => view! {
            <Empty title="No data yet" text="Press Run to execute the program. Its tables appear here, with what each statement changed in them."/>
        }
        .into_any(),
    }
    }
}

#[component]
fn Told(told: Told<DataHistory>, choice: Choice) -> impl IntoView {
    match told {
        Ok(history) => view! { <Databases history choice/> }.into_any(),
        Err(message) => view! { <p class="log-panel-none" role="status">{message}</p> }.into_any(),
    }
}

#[component]
fn Databases(history: Arc<DataHistory>, choice: Choice) -> impl IntoView {
    let page = expect_context::<Page>();
    let history = StoredValue::new(history);
    let stretch = Memo::new(move |_| {
        let (moment, since) = (page.moment.get(), choice.since.get());
        page.state
            .with(|it| it.run.as_ref().map_or(Stretch { since: 0, until: u32::MAX }, |it| stretch(it, moment, since)))
    });
    let tables = Memo::new(move |_| history.with_value(|it| tables_at(it, stretch.get())));
    // The chosen table, or one that the stretch changed, or the first.
    let shown = Memo::new(move |_| {
        tables.with(|tables| {
            let chosen = choice.table.get().filter(|it| tables.iter().any(|table| table.index == *it));
            let changed = tables.iter().find(|it| it.added + it.changed + it.removed > 0);
            chosen.or_else(|| changed.or(tables.first()).map(|it| it.index))
        })
    });
    let is_dragging = RwSignal::new(false);
    let drop_file = move |event: DragEvent| {
        event.prevent_default();
        is_dragging.set(false);
        if let Some(file) = event.data_transfer().and_then(|it| it.files()).and_then(|it| it.get(0)) {
            open_file(page, file);
        }
    };
    let pick = NodeRef::<html::Input>::new();
    let picked = move |_| {
        if let Some(file) = pick.get_untracked().and_then(|it| it.files()).and_then(|it| it.get(0)) {
            open_file(page, file);
        }
    };
    let download = move |format: DownloadFormat| {
        let number = page.moment.get_untracked().and_then(|it| u32::try_from(it + 1).ok());
        page.ask(Question::Download { number, format });
    };
    let download_csv = move |_| {
        let chosen = history.with_value(|it| {
            let table = it.tables.get(shown.get_untracked()?)?;
            Some((it.databases.get(table.database as usize)?.clone(), table.name.clone()))
        });
        if let Some((database, table)) = chosen {
            download(DownloadFormat::Csv { database, table });
        }
    };
    let files_error =
        Memo::new(move |_| page.state.with(|it| it.run.as_ref().and_then(|it| it.answers.files_error.clone())));
    let sum = move || {
        let (added, changed, removed) = tables
            .with(|it| it.iter().fold((0, 0, 0), |sum, it| (sum.0 + it.added, sum.1 + it.changed, sum.2 + it.removed)));
        view! {
            <span class="d-add">"+"{format::count(added as u64)}</span>" added, "
            <span class="d-chg">"~"{format::count(changed as u64)}</span>" changed, "
            <span class="d-del">"−"{format::count(removed as u64)}</span>" deleted"
        }
    };
    view! {
        <div class="panel-bar">
            <label class="ui-check">"Changes since "
                <select class="ui-select ui-select--sm" on:change=move |event| choice.since.set(match &*event_target_value(&event) {
                    "transaction" => Since::Transaction,
                    "start" => Since::Start,
                    _ => Since::Statement,
                })>
                    <option value="statement" selected=move || choice.since.get() == Since::Statement>"the statement before"</option>
                    <option value="transaction" selected=move || choice.since.get() == Since::Transaction>"the transaction began"</option>
                    <option value="start" selected=move || choice.since.get() == Since::Start>"the run began"</option>
                </select>
            </label>
            <label class="ui-check"><input type="checkbox" prop:checked=move || choice.only_changed.get()
                on:change=move |event| choice.only_changed.set(event_target_checked(&event))/>" Only changed rows"</label>
            <input class="ui-input ui-input--sm" type="search" placeholder="Filter rows" aria-label="Only rows with these words"
                prop:value=move || choice.words.get() on:input=move |event| choice.words.set(event_target_value(&event))/>
            <span class="panel-bar__grow"></span>
            <span class="panel-bar__sum">{sum}</span>
            <button class="ui-btn ui-btn--sm" type="button" title="The database as it is at this moment" on:click=move |_| download(DownloadFormat::Sqlite)>".sqlite"</button>
            <button class="ui-btn ui-btn--sm" type="button" title="Statements that make the database" on:click=move |_| download(DownloadFormat::Sql)>".sql"</button>
            <button class="ui-btn ui-btn--sm" type="button" title="The shown table" on:click=download_csv>".csv"</button>
            <label class="ui-btn ui-btn--sm" title="A .sqlite or .csv file for the program to use">"Open file"
                <input class="sr" type="file" accept=".sqlite,.sqlite3,.db,.csv" node_ref=pick on:change=picked/></label>
        </div>
        {move || files_error.get().map(|it| view! { <p class="ui-notice ui-notice--warn" role="status"><span>{it}</span></p> })}
        {move || page.opened_file.get().map(|it| view! {
            <div class="ui-notice ui-notice--info" role="status">{icon(icons::INFO)}<span>{it}</span>
                <button class="ui-btn ui-btn--ghost ui-btn--sm ui-btn--icon" type="button" aria-label="Close" on:click=move |_| page.opened_file.set(None)>{icon(icons::CLOSE)}</button></div>
        })}
        {history.with_value(|it| it.is_cut).then(|| view! {
            <div class="ui-notice ui-notice--warn">{icon(icons::WARNING)}<span>"The run changed more rows than are kept here; later changes are missing."</span></div>
        })}
        <div class="data" class:data-drop=move || is_dragging.get() on:dragover=move |event: DragEvent| { event.prevent_default(); is_dragging.set(true); }
            on:dragleave=move |_| is_dragging.set(false) on:drop=drop_file>
            <div class="data__tables" role="group" aria-label="Tables">
                <For each=move || tables.get() key=|it| (it.index, it.rows, it.added, it.changed, it.removed)
                    children=move |it| {
                        let (name, database) = history.with_value(|all| {
                            let table = &all.tables[it.index];
                            (table.name.clone(), (all.databases.len() > 1).then(|| all.databases[table.database as usize].clone()))
                        });
                        let index = it.index;
                        view! {
                            <button type="button" class="data-tbl" aria-pressed=move || (shown.get() == Some(index)).to_string()
                                on:click=move |_| { choice.table.set(Some(index)); choice.cell.set(None); choice.sort.set(None); }>
                                <b>{name}</b><span>{format::count(it.rows as u64)}</span>
                                <small>
                                    {database.map(|it| view! { <span>{it}</span> })}
                                    {(it.added > 0).then(|| view! { <span class="d-add">"+"{format::count(it.added as u64)}</span> })}
                                    {(it.changed > 0).then(|| view! { <span class="d-chg">"~"{format::count(it.changed as u64)}</span> })}
                                    {(it.removed > 0).then(|| view! { <span class="d-del">"−"{format::count(it.removed as u64)}</span> })}
                                </small>
                            </button>
                        }
                    }/>
                {move || tables.with(Vec::is_empty).then(|| view! { <p class="log-panel-none">"No tables at this moment."</p> })}
            </div>
            <div class="data__main">
                {move || shown.get().map(|table| view! { <Grid history table stretch choice/> })}
                <div class="data-low">
                    {move || shown.get().map(|table| view! { <Story history table choice/><Schema history table/> })}
                </div>
            </div>
        </div>
    }
}

/// What is shown, as steps of the history.
fn stretch(run: &Run, moment: Option<usize>, since: Since) -> Stretch {
    let step = |index: usize| u32::try_from(2 * (index + 1)).unwrap_or(u32::MAX);
    let until = moment.map_or(u32::MAX, step);
    let at = moment.or_else(|| run.statements.len().checked_sub(1));
    let since = match (since, at) {
        (Since::Start, _) | (_, None) => 0,
        // The end is no statement: nothing changed there.
        (Since::Statement, Some(_)) if moment.is_none() => u32::MAX,
        (Since::Statement, Some(at)) => step(at) - 1,
        (Since::Transaction, Some(at)) => {
            let transaction = run.statements[at].statement.transaction;
            let is_same = |it: &usize| run.statements[*it].statement.transaction == transaction;
            let first = (0..=at).rev().take_while(is_same).last().unwrap_or(at);
            step(first) - 1
        }
    };
    Stretch { since, until }
}

#[component]
fn Grid(history: StoredValue<Arc<DataHistory>>, table: usize, stretch: Memo<Stretch>, choice: Choice) -> impl IntoView {
    let scroller = NodeRef::<html::Div>::new();
    let top = RwSignal::new(0.0_f64);
    let height = RwSignal::new(400.0_f64);
    let watch = StoredValue::new_local(None::<SizeWatch>);
    Effect::new(move |_| {
        if let Some(it) = scroller.get() {
            watch.set_value(SizeWatch::new(&it, move |_, tall| height.set(tall)));
        }
    });
    let columns = history.with_value(|it| it.tables[table].columns.clone());
    let widths = history.with_value(|it| widths(it, table));
    let name = history.with_value(|it| it.tables[table].name.clone());
    let width = columns.len() + 1;
    let rows = Memo::new(move |_| {
        let words = choice.words.with(|it| it.trim().to_lowercase());
        let only_changed = choice.only_changed.get();
        let mut rows = history.with_value(|it| rows_at(it, table, stretch.get()));
        rows.retain(|it| {
            (!only_changed || it.state != RowState::Same)
                && (words.is_empty() || it.cells.iter().any(|it| cell_text(it).to_lowercase().contains(&words)))
        });
        if let Some((column, is_down)) = choice.sort.get() {
            rows.sort_by(|a, b| {
                let order = match (a.cells.get(column), b.cells.get(column)) {
                    (Some(a), Some(b)) => compare(a, b),
                    _ => std::cmp::Ordering::Equal,
                };
                if is_down { order.reverse() } else { order }
            });
        }
        rows
    });
    let range = Memo::new(move |_| {
        let count = rows.with(Vec::len);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a screen")]
        let (first, fitting) = ((top.get() / ROW).max(0.0) as usize, (height.get() / ROW) as usize + 1);
        let start = first.saturating_sub(SPARE).min(count);
        start..(first + fitting + SPARE).min(count)
    });
    let pad = move |rows: usize| format!("{}px", format::as_f64(rows as u64) * ROW);
    let head = columns.iter().cloned().enumerate().map(|(at, column)| {
        let is_number = is_number(&column.type_name);
        let order = move || match choice.sort.get() {
            Some((by, false)) if by == at => "ascending",
            Some((by, true)) if by == at => "descending",
            _ => "none",
        };
        let note = if column.is_key { format!("{}, PK", column.type_name) } else { column.type_name.clone() };
        view! {
            <th scope="col" class:num=is_number aria-sort=order>
                <button type="button" on:click=move |_| choice.sort.update(|it| *it = match *it {
                    Some((by, false)) if by == at => Some((at, true)),
                    Some((by, true)) if by == at => None,
                    _ => Some((at, false)),
                })>{column.name.clone()}{move || match order() { "ascending" => " ↑", "descending" => " ↓", _ => "" }}</button>
                <small>{note}</small>
            </th>
        }
    }).collect_view();
    let shape = StoredValue::new(Shape {
        table: name.clone(),
        columns: columns.iter().map(|it| (it.name.clone(), is_number(&it.type_name))).collect(),
    });
    // Rows that look the same at the same place stay as they are.
    let in_sight = move || {
        let range = range.get();
        rows.with(|rows| {
            let rows = rows.get(range.clone()).unwrap_or_default();
            let html = |it: &RowAt| shape.with_value(|shape| row_html(it, shape));
            rows.iter().zip(range.start..).map(|(it, at)| (at, row_class(it.state), html(it))).collect::<Vec<_>>()
        })
    };
    let pressed = move |event: MouseEvent| {
        let number = |selector: &str, name: &str| {
            event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()??.get_attribute(name)?.parse().ok()
        };
        if let (Some(column), Some(at)) = (number("[data-column]", "data-column"), number("[data-at]", "data-at"))
            && let Some(key) = rows.with_untracked(|it| it.get(at).map(|it: &RowAt| it.key.clone()))
        {
            choice.cell.set(Some((key, column)));
        }
    };
    let total: usize = widths.iter().sum();
    // What room is left goes to the widest column.
    let widest = widths.iter().enumerate().max_by_key(|it| it.1).map(|it| it.0);
    let columns_width = widths
        .into_iter()
        .enumerate()
        .map(|(at, it)| view! { <col style:width=(Some(at) != widest).then(|| format!("calc({it}ch + 18px)"))/> })
        .collect_view();
    let full_width = format!("max(100%, calc({total}ch + {}px))", 30 + 18 * (width - 1));
    let caption = name.clone();
    view! {
        <div class="panel-scroll" tabindex="0" role="region" aria-label=format!("Rows of {name}") node_ref=scroller
            on:scroll=move |_| if let Some(it) = scroller.get_untracked() { top.set(f64::from(it.scroll_top())); }>
            <table class="ui-table ui-table--grid data-grid data-grid--fixed" style:width=full_width aria-rowcount=move || rows.with(Vec::len) + 1>
                <caption class="sr">{caption}" at this moment; changed rows first"</caption>
                <colgroup><col style:width="30px"/>{columns_width}</colgroup>
                <thead><tr><th scope="col" class="sign"><span class="sr">"Change"</span></th>{head}</tr></thead>
                <tbody on:click=pressed>
                    <tr class="data-pad" aria-hidden="true"><td colspan=width style:height=move || pad(range.get().start)></td></tr>
                    <For each=in_sight key=Clone::clone children=|(at, class, html)| view! { <tr class=class data-at=at aria-rowindex=at + 2 inner_html=html></tr> }/>
                    <tr class="data-pad" aria-hidden="true"><td colspan=width style:height=move || pad(rows.with(Vec::len) - range.get().end)></td></tr>
                </tbody>
            </table>
            {move || rows.with(Vec::is_empty).then(|| view! { <p class="log-panel-none" role="status">"No rows."</p> })}
        </div>
    }
}

fn is_number(type_name: &str) -> bool {
    let upper = type_name.to_ascii_uppercase();
    ["INT", "NUM", "DEC", "REAL", "FLOA", "DOUB"].iter().any(|it| upper.contains(it))
}

/// Who set the chosen cell.
#[component]
fn Story(history: StoredValue<Arc<DataHistory>>, table: usize, choice: Choice) -> impl IntoView {
    let page = expect_context::<Page>();
    move || {
        let Some((row, column)) = choice.cell.get() else {
            return view! {
                <section><h3 class="h">"Who set it?"</h3><p class="ui-caption">"Press a cell: this tells which statement set it, why that was sent, and what stood there before."</p></section>
            }
            .into_any();
        };
        let until = page.moment.get().map_or(u32::MAX, |it| u32::try_from(2 * (it + 1)).unwrap_or(u32::MAX));
        let (title, settings) = history.with_value(|it| {
            let settings = settings(it, table, &row, column, until);
            let now = settings.first().and_then(|it| it.value.as_ref()).map_or_else(|| "deleted".to_owned(), cell_text);
            let name = it.tables[table].columns.get(column).map_or("", |it| &it.name);
            (format!("Who set {} {}, {name} = {now}?", it.tables[table].name, cell_text(&row)), settings)
        });
        let items = page.state.with_untracked(|state| {
            let Some(run) = &state.run else { return Vec::new() };
            settings.iter().map(|it| setting_item(page, run, it)).collect()
        });
        view! { <section><h3 class="h">{title}</h3><ol class="data-blame">{items}</ol></section> }.into_any()
    }
}

fn setting_item(page: Page, run: &Run, setting: &crate::ui::data::Setting) -> AnyView {
    let value = setting.value.as_ref().map_or_else(|| "row deleted".to_owned(), |it| format!("{} set", cell_text(it)));
    // An odd step is what came after a statement: the end of a transaction.
    if setting.step % 2 == 1 {
        let words = if setting.step <= 1 { "was there before the run" } else { "again, by a ROLLBACK" };
        return view! { <li><span><b>{value}</b>" "{words}</span></li> }.into_any();
    }
    let index = (setting.step / 2).saturating_sub(1) as usize;
    let Some(logged) = run.statements.get(index) else { return view! { <li>{value}</li> }.into_any() };
    let statement = &logged.statement;
    let (letters, class, words) = kind_words(statement.kind);
    let cause: Vec<_> = statement.cause.iter().map(|it| it.text.clone()).collect();
    let line = statement.line;
    view! {
        <li><span>
            <b>{value}</b>" by "<span class=format!("ui-kind ui-kind--{class}") title=words>{letters}</span>" "
            <button class="ui-link" type="button" on:click=move |_| { page.go_to_moment(Some(index)); page.show_panel(Panel::Log); }>
                "statement "{format::count(u64::from(statement.number))}
            </button>
            {(!cause.is_empty()).then(|| format!(", {}", cause.join(" › ")))}
            {line.map(|line| view! { ", "<button class="ui-link" type="button" on:click=move |_| page.go_to_line(line)>"line "{line}</button> })}
        </span></li>
    }
    .into_any()
}

#[component]
fn Schema(history: StoredValue<Arc<DataHistory>>, table: usize) -> impl IntoView {
    let (name, sql) = history.with_value(|it| (it.tables[table].name.clone(), it.tables[table].sql.join(";\n\n")));
    let html = sql_html(&tokens(&sql));
    let label = format!("Schema of {name}");
    let copy = move |_| {
        let sql = sql.clone();
        spawn_local(async move {
            files::copy(&sql).await;
        });
    };
    view! {
        <section>
            <h3 class="h">"Schema of "{name}" "<button class="ui-link" type="button" on:click=copy>"Copy"</button></h3>
            <pre class="log-pre sqlt" tabindex="0" role="region" aria-label=label inner_html=html></pre>
        </section>
    }
}

/// Gives a file of the reader's to the program.
fn open_file(page: Page, file: leptos::web_sys::File) {
    spawn_local(async move {
        let name: String =
            file.name().chars().filter(|it| it.is_alphanumeric() || matches!(it, '.' | '_' | '-')).collect();
        let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let words = match files::read(&file).await {
            Err(message) => message,
            Ok(bytes) if ending == "csv" => {
                page.put_file(format!("/home/{name}"), bytes);
                format!("{name} is there for the program: open(\"{name}\").")
            }
            Ok(bytes) if bytes.starts_with(MAGIC) => {
                page.put_file(format!("/home/{name}"), bytes);
                format!("{name} is there for the program: create_engine(\"sqlite:///{name}\").")
            }
            Ok(_) => format!("{name} is no SQLite database, and no .csv file. Nothing was opened."),
        };
        page.opened_file.set(Some(words));
    });
    // Choosing the same file again is a change.
    if let Some(input) = document().query_selector(".panel input[type=file]").ok().flatten() {
        input.unchecked_into::<leptos::web_sys::HtmlInputElement>().set_value("");
    }
}
