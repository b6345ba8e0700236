//! How SQLite finds the rows of each statement, and an index that would help, tried on a copy.

use super::empty::Empty;
use crate::{
    protocol::{Advice, Question},
    ui::{
        answers::Told,
        data::cell_text,
        format,
        icons::{self, icon},
        log::html::{kind_words, sql_html},
        page::Page,
        plan::{Node, Shape, selects_all, shapes, tree},
        sql_text::{row_tokens, tokens},
    },
    web::files,
};
use leptos::{prelude::*, task::spawn_local};

/// Shapes whose plans are read at once.
const MOST_SHAPES: usize = 80;

#[component]
pub(super) fn PlanPanel() -> impl IntoView {
    let page = expect_context::<Page>();
    let is_over = Memo::new(move |_| page.state.with(|it| it.run.as_ref().is_some_and(|it| it.ended.is_some())));
    let all = Memo::new(move |_| {
        let moment = page.moment.get();
        page.state.with(|it| it.run.as_ref().map(|it| shapes(it, moment)).unwrap_or_default())
    });
    Effect::new(move |_| {
        if is_over.get() {
            for it in all.get().iter().take(MOST_SHAPES) {
                page.ask(Question::Statement { number: it.number });
            }
        }
    });
    move || {
        if is_over.get() {
            view! { <Shapes all/> }.into_any()
        } else {
            view! {
                <Empty title="No plans yet"
                    text="Press Run to execute the program. How SQLite finds the rows of each statement appears here, with an index where one would help."/>
            }
            .into_any()
        }
    }
}

/// The nodes of a statement's plan, once it is known.
fn nodes(page: Page, number: u32) -> Option<Result<Vec<Node>, String>> {
    page.state.with(|it| {
        let run = it.run.as_ref()?;
        let sql = &run.statement_of(number)?.statement.sql;
        let facts = run.answers.statements.get(&number)?;
        Some(match facts {
            Ok(facts) => match &facts.plan_error {
                Some(message) => Err(message.clone()),
                None => Ok(tree(&facts.plan, selects_all(sql))),
            },
            Err(message) => Err(message.clone()),
        })
    })
}

fn has_warning(page: Page, number: u32) -> bool {
    matches!(nodes(page, number), Some(Ok(nodes)) if nodes.iter().any(|it| it.is_warning))
}

#[component]
fn Shapes(all: Memo<Vec<Shape>>) -> impl IntoView {
    let page = expect_context::<Page>();
    let only_warnings = RwSignal::new(false);
    let chosen = page.planned;
    let warned = Memo::new(move |_| {
        all.with(|it| {
            it.iter()
                .take(MOST_SHAPES)
                .filter(|it| has_warning(page, it.number))
                .map(|it| it.number)
                .collect::<Vec<_>>()
        })
    });
    let listed = Memo::new(move |_| {
        let only = only_warnings.get();
        all.with(|all| {
            warned.with(|warned| {
                all.iter().filter(|it| !only || warned.contains(&it.number)).cloned().collect::<Vec<_>>()
            })
        })
    });
    // The chosen one, else the moment's, else the first that is worth a look.
    let shown = Memo::new(move |_| {
        let by_moment = page.moment.get().and_then(|at| {
            page.state.with(|it| {
                let run = it.run.as_ref()?;
                let shape = run.statements.get(at)?.shape;
                run.statements.iter().find(|it| it.shape == shape).map(|it| it.statement.number)
            })
        });
        listed.with(|it| {
            let is_listed = |number: &u32| it.iter().any(|it| it.number == *number);
            chosen
                .get()
                .or_else(|| by_moment.filter(is_listed))
                .or_else(|| warned.with(|it| it.first().copied()).or_else(|| it.first().map(|it| it.number)))
        })
    });
    let seg = move |is_warnings: bool, word: &'static str, count: Signal<usize>| {
        view! {
            <button type="button" aria-pressed=move || (only_warnings.get() == is_warnings).to_string()
                on:click=move |_| only_warnings.set(is_warnings)>{word}" "<b>{move || format::count(count.get() as u64)}</b></button>
        }
    };
    view! {
        <div class="panel-bar">
            <div class="ui-seg" role="group" aria-label="Which statements">
                {seg(true, "With warnings", Signal::derive(move || warned.with(Vec::len)))}
                {seg(false, "All shapes", Signal::derive(move || all.with(Vec::len)))}
            </div>
            <span class="panel-bar__grow"></span>
            <span class="panel-bar__sum">"EXPLAIN QUERY PLAN runs on a copy; it never changes data"</span>
        </div>
        <div class="panel-scroll" tabindex="0" role="region" aria-label="Plans">
            <div class="plan-list">
                <div class="plan-list__head"><span>"Shapes, by time in SQLite"</span><span>"in SQLite"</span></div>
                <For each=move || listed.get() key=|it| (it.number, it.count) children=move |it| shape_row(page, &it, shown, chosen)/>
                {move || listed.with(Vec::is_empty).then(|| view! { <p class="log-panel-none" role="status">
                    {if only_warnings.get() { "No statement reads whole tables or sorts without an index." } else { "No SELECT, UPDATE or DELETE until this moment." }}
                </p> })}
            </div>
            {move || shown.get().map(|number| view! { <Statement number/> })}
        </div>
    }
}

fn shape_row(page: Page, shape: &Shape, shown: Memo<Option<u32>>, chosen: RwSignal<Option<u32>>) -> AnyView {
    let number = shape.number;
    let (letters, class, words) = kind_words(shape.kind);
    let first = shape.first;
    let html = page.state.with_untracked(|it| {
        let sql = it.run.as_ref().and_then(|it| it.statements.get(first)).map(|it| it.statement.sql.clone());
        sql_html(&row_tokens(&sql.unwrap_or_default()))
    });
    let is_warning = Memo::new(move |_| has_warning(page, number));
    view! {
        <button class="plan-item" type="button" aria-pressed=move || (shown.get() == Some(number)).to_string()
            on:click=move |_| chosen.set(Some(number))>
            <span class=format!("ui-kind ui-kind--{class}") title=words>{letters}</span>
            <span class="plan-item__n">{format::count(u64::from(number))}
                {(shape.count > 1).then(|| view! { <span class="log-x">"× "{format::count(u64::from(shape.count))}</span> })}</span>
            <span class="plan-item__q sqlt" inner_html=html></span>
            {move || if is_warning.get() {
                view! { {icon(icons::WARNING)}<span class="sr">"has a warning"</span> }.into_any()
            } else {
                view! { <span></span> }.into_any()
            }}
            <span class="plan-item__r num">{format::micros(shape.micros)}</span>
        </button>
    }
    .into_any()
}

/// One statement's plan with the index that would help.
#[component]
fn Statement(number: u32) -> impl IntoView {
    let page = expect_context::<Page>();
    let plan = Memo::new(move |_| nodes(page, number));
    let is_warned = Memo::new(move |_| plan.with(|it| matches!(it, Some(Ok(it)) if it.iter().any(|it| it.is_warning))));
    Effect::new(move |_| {
        if is_warned.get() {
            page.ask(Question::Advice { number });
        }
    });
    let advice = Memo::new_with_compare(
        move |_| page.state.with(|it| it.run.as_ref().and_then(|it| it.answers.advice.get(&number).cloned())),
        |a, b| a.map(Option::is_some) != Some(b.is_some()),
    );
    let best = move || advice.get().and_then(Result::ok).and_then(|it| it.first().cloned());
    view! {
        <div class="plan-pair">
            <section class="plan-side"><h3 class="h">"Now "<small>"statement "{format::count(u64::from(number))}</small></h3>
                {move || match plan.get() {
                    None => view! { <p class="ui-caption" role="status">"Asking SQLite …"</p> }.into_any(),
                    Some(Err(message)) => view! { <p class="ui-caption">{message}</p> }.into_any(),
                    Some(Ok(nodes)) => tree_view(&nodes),
                }}
                {move || best().map(|it| kv(&[("Time of one execution", nanos(it.before_nanos)), ("Rows of the table", format::count(it.table_rows))]))}
            </section>
            {move || is_warned.get().then(|| view! { <After advice=advice.get()/> })}
        </div>
        {move || best().map(advice_view)}
        <Result number/>
    }
}

/// What the statement returned, and its text with values.
#[component]
fn Result(number: u32) -> impl IntoView {
    let page = expect_context::<Page>();
    Effect::new(move |_| page.ask(Question::Statement { number }));
    let facts = Memo::new_with_compare(
        move |_| page.state.with(|it| it.run.as_ref().and_then(|it| it.answers.statements.get(&number).cloned())),
        |a, b| a.map(Option::is_some) != Some(b.is_some()),
    );
    move || {
        let facts = facts.get()?.ok()?;
        let html = sql_html(&tokens(&facts.literal));
        let table = facts.result.as_ref().map(|it| {
            let row = |cells: &Vec<crate::protocol::DataCell>| {
                let cell = |it| view! { <td>{cell_text(it)}</td> };
                view! { <tr>{cells.iter().map(cell).collect_view()}</tr> }
            };
            let more = it.row_count.saturating_sub(it.rows.len() as u64);
            view! {
                <h3 class="h">"Result "<small>{format::counted(it.row_count, "row")}{(more > 0).then(|| format!(", the first {}", it.rows.len()))}</small></h3>
                <div class="scroll-x" tabindex="0" role="region" aria-label="Result"><table class="ui-table ui-table--grid data-grid">
                    <thead><tr>{it.columns.iter().map(|it| view! { <th scope="col">{it.clone()}</th> }).collect_view()}</tr></thead>
                    <tbody>{it.rows.iter().map(row).collect_view()}</tbody></table></div>
            }
        });
        Some(view! {
            <section class="plan-advice">
                <h3 class="h">"SQL with values "<button class="ui-link" type="button" on:click=move |_| page.copy_literal(number)>"Copy"</button></h3>
                <pre class="log-pre sqlt" tabindex="0" role="region" aria-label="SQL with values" inner_html=html></pre>
                {table}
            </section>
        })
    }
}

#[component]
fn After(advice: Option<Told<Vec<Advice>>>) -> impl IntoView {
    let body = match advice {
        None => view! { <p class="ui-caption" role="status">"Trying indexes on a copy …"</p> }.into_any(),
        Some(Err(message)) => view! { <p class="ui-caption">{message}</p> }.into_any(),
        Some(Ok(it)) => match it.first() {
            None => view! { <p class="ui-caption">"No index on one or two columns of this statement changes the plan. It reads what it has to."</p> }.into_any(),
            Some(it) => {
                let times = it.before_nanos.checked_div(it.after_nanos.max(1)).unwrap_or(0);
                let gain = if times >= 2 { format!(", {} × faster", format::count(times)) } else { String::new() };
                view! {
                    {tree_view(&tree(&it.after, false))}
                    {kv(&[("Time of one execution", format!("{}{gain}", nanos(it.after_nanos)))])}
                }
                .into_any()
            }
        },
    };
    view! {
        <section class="plan-side plan-side--after">
            <h3 class="h">"With an index "<span class="ui-tag ui-tag--ok">{icon(icons::DONE)}"tried on a copy"</span></h3>
            {body}
        </section>
    }
}

fn advice_view(advice: Advice) -> AnyView {
    let python =
        format!("Index(\"ix_{0}_{1}\", {2})", advice.table, advice.columns.join("_"), quoted_columns(&advice.columns));
    let one = advice.columns.len() == 1;
    let in_model = if one {
        format!("In the model: mapped_column(index=True) for {}.", advice.columns[0])
    } else {
        format!("In the model: __table_args__ = ({python},)")
    };
    let sql = advice.sql.clone();
    let copied = sql.clone();
    let copy = move |_| {
        let sql = copied.clone();
        spawn_local(async move {
            files::copy(&sql).await;
        });
    };
    let is_faster = advice.after_nanos < advice.before_nanos;
    let effect = if is_faster {
        "It makes each execution cheaper; it does not make executions fewer."
    } else {
        "On so few rows it is no faster yet; it will be as the table grows."
    };
    view! {
        <div class="plan-advice">
            <div class="ui-finding">
                {icon(icons::WARNING)}<span class="ui-finding__head">{format!("{} has no index on {}", advice.table, advice.columns.join(", "))}</span>
                <span class="ui-finding__acts"><button class="ui-btn ui-btn--sm" type="button" on:click=copy>"Copy SQL"</button></span>
                <p><code>{sql}</code>". "{in_model}" "{effect}</p>
            </div>
        </div>
    }
    .into_any()
}

fn quoted_columns(columns: &[String]) -> String {
    columns.iter().map(|it| format!("\"{it}\"")).collect::<Vec<_>>().join(", ")
}

fn nanos(nanos: u64) -> String {
    if nanos < 1_000_000 { format!("{:.1} µs", format::as_f64(nanos) / 1000.0) } else { format::micros(nanos / 1000) }
}

fn kv(pairs: &[(&'static str, String)]) -> AnyView {
    // What follows a comma is a gain.
    let pair = |(name, value): &(&'static str, String)| {
        let (value, gain) = value.split_once(", ").unwrap_or((value.as_str(), ""));
        view! { <div><dt>{*name}</dt><dd>{value.to_owned()}" "<em>{gain.to_owned()}</em></dd></div> }
    };
    view! { <dl class="plan-kv">{pairs.iter().map(pair).collect_view()}</dl> }.into_any()
}

/// A plan as a tree; its lines follow each other as SQLite tells them.
fn tree_view(nodes: &[Node]) -> AnyView {
    let node = |it: &Node| {
        let class = if it.is_warning { "plan-node plan-node--warn" } else { "plan-node" };
        view! {
            <li class=class style=format!("--d:{}", it.depth)>
                <div class="plan-node__l">
                    {if it.is_warning { view! { {icon(icons::WARNING)} }.into_any() } else { view! { <i class="plan-node__dot"></i> }.into_any() }}
                    <div><p><b>{it.verb.clone()}</b>" "{it.rest.clone()}</p>
                        {(!it.note.is_empty()).then(|| view! { <p class="plan-node__note">{it.note}</p> })}</div>
                </div>
            </li>
        }
    };
    if nodes.is_empty() {
        return view! { <p class="ui-caption">"SQLite has nothing to plan here."</p> }.into_any();
    }
    view! { <ol class="plan-tree plan-tree--wide">{nodes.iter().map(node).collect_view()}</ol> }.into_any()
}
