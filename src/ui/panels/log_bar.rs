//! The toolbar of the SQL log: which kinds, which words, whether repeats are folded; and its sum.

use crate::{
    protocol::StatementKind,
    ui::{
        format,
        icons::{self, icon},
        log::{
            cause::Reason,
            diff::{Change, Sent, changes},
            html::{kind_words, sql_html},
        },
        page::Page,
        sql_text::row_tokens,
    },
};
use leptos::{html, prelude::*};

const KINDS: [StatementKind; 6] = [
    StatementKind::Select,
    StatementKind::Insert,
    StatementKind::Update,
    StatementKind::Delete,
    StatementKind::Ddl,
    StatementKind::Other,
];

#[component]
pub(super) fn LogBar(search: NodeRef<html::Input>) -> impl IntoView {
    let page = expect_context::<Page>();
    let line = Memo::new(move |_| page.log_view.with(|it| it.line));
    let transactions =
        Memo::new(move |_| page.state.with(|it| it.run.as_ref().map_or(0, |it| it.transactions.len() as u64)));
    let hides_transactions = Memo::new(move |_| page.log_view.with(|it| it.hides_transactions));
    view! {
        <div class="panel-bar log-bar">
            <div class="panel-bar__kinds" role="group" aria-label="Show kinds">
                {KINDS.map(|kind| view! { <KindChip kind/> }).into_iter().collect_view()}
                {move || (transactions.get() > 0).then(|| view! {
                    <button class="ui-chip" type="button" aria-pressed=move || (!hides_transactions.get()).to_string()
                        aria-label=move || format!("TXN {}, transactions", format::count(transactions.get()))
                        on:click=move |_| page.log_view.update(|it| it.hides_transactions = !it.hides_transactions)>
                        <span class="ui-kind ui-kind--txn" title="Transaction">"TXN"</span>" "<span>{move || format::count(transactions.get())}</span>
                    </button>
                })}
            </div>
            {move || line.get().map(|line| view! {
                <button class="ui-chip log-bar__line" type="button" aria-label=format!("Only line {line}: show all lines")
                    on:click=move |_| page.log_view.update(|it| it.line = None)>
                    <span>"only line "{line}</span>{icon(icons::CLOSE)}
                </button>
            })}
            <ReasonSelect/>
            <TransactionSelect/>
            <span class="panel-bar__grow"></span>
            <label class="ui-check">
                <input type="checkbox" aria-label="Group repeats" prop:checked=move || page.log_view.with(|it| it.groups_repeats)
                    on:change=move |event| page.log_view.update(|it| it.groups_repeats = event_target_checked(&event))/>
                <span>" Group"<span class="log-bar__word">" repeats"</span></span>
            </label>
            <input node_ref=search class="ui-input ui-input--sm log-search" type="search" placeholder="Filter ( / )" aria-label="Filter by words in SQL, parameters or cause"
                prop:value=move || page.log_view.with(|it| it.words.clone())
                on:input=move |event| page.log_view.update(|it| it.words = event_target_value(&event).trim().to_lowercase())/>
        </div>
    }
}

/// A filter for why statements ran; only reasons that occurred are offered.
#[component]
fn ReasonSelect() -> impl IntoView {
    let page = expect_context::<Page>();
    let reasons =
        Memo::new(move |_| page.state.with(|it| it.run.as_ref().map(|it| it.reasons.clone()).unwrap_or_default()));
    let chosen = Memo::new(move |_| page.log_view.with(|it| it.reason));
    let choose = move |event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        page.log_view.update(|it| it.reason = place.and_then(|it| Reason::ALL.get(it).copied()));
    };
    let has_choice = Memo::new(move |_| reasons.with(|it| it.len() > 1));
    let options = move || {
        let (reasons, chosen) = (reasons.get(), chosen.get());
        let option = |(place, reason): (usize, &Reason)| {
            let count = reasons.get(reason)?;
            let words = format!("{} ({})", reason.words(), format::count(u64::from(*count)));
            Some(view! { <option value=place.to_string() selected={chosen == Some(*reason)}>{words}</option> })
        };
        Reason::ALL.iter().enumerate().filter_map(option).collect_view()
    };
    move || {
        has_choice.get().then(|| view! {
            <select class="ui-select ui-select--sm log-reason" aria-label="Only statements with this cause" on:change=choose>
                <option value="">"Any cause"</option>
                {options}
            </select>
        })
    }
}

/// A filter for one transaction, where there are several.
#[component]
fn TransactionSelect() -> impl IntoView {
    let page = expect_context::<Page>();
    let numbers = Memo::new(move |_| {
        page.state.with(|it| {
            it.run.as_ref().map(|it| it.transactions.keys().copied().collect::<Vec<_>>()).unwrap_or_default()
        })
    });
    let chosen = Memo::new(move |_| page.log_view.with(|it| it.transaction));
    let choose = move |event| page.log_view.update(|it| it.transaction = event_target_value(&event).parse().ok());
    let options = move || {
        let chosen = chosen.get();
        let option = |number: u32| {
            view! { <option value=number.to_string() selected={chosen == Some(number)}>{format!("Transaction {}", format::count(number))}</option> }
        };
        numbers.get().into_iter().map(option).collect_view()
    };
    move || {
        (numbers.with(Vec::len) > 1).then(|| view! {
            <select class="ui-select ui-select--sm log-reason" aria-label="Only statements of this transaction" on:change=choose>
                <option value="">"Any transaction"</option>
                {options}
            </select>
        })
    }
}

/// What changed against the run before.
#[component]
fn RunDiff() -> impl IntoView {
    let page = expect_context::<Page>();
    let changed = Memo::new(move |_| {
        page.state.with(|it| {
            let run = it.run.as_ref().filter(|it| it.ended.is_some())?;
            let (before, now) = (it.sent_before.as_ref()?, Sent::of(run));
            Some((before.count, now.count, changes(before, &now)))
        })
    });
    let row = |it: Change| {
        let sign = match (it.before, it.now) {
            (0, _) => ("+", "new"),
            (_, 0) => ("−", "gone"),
            _ => ("~", "changed"),
        };
        let html = sql_html(&row_tokens(&it.sql));
        view! {
            <tr><td class="num" aria-label=sign.1>{sign.0}</td><td class="num">{format::count(it.before)}" → "{format::count(it.now)}</td>
                <td><code class="sqlt" inner_html=html></code></td></tr>
        }
    };
    move || {
        changed.get().map(|(before, now, changes)| {
            let words = if changes.is_empty() {
                "same statements as the run before".to_owned()
            } else {
                format!("{} → {} statements since the run before", format::count(before), format::count(now))
            };
            view! {
                <button class="ui-link" type="button" popovertarget="run-diff" disabled=changes.is_empty()>{words}</button>
                <div class="ui-keys" id="run-diff" popover="auto" role="dialog" aria-label="Against the run before">
                    <div class="ui-keys__head"><h2>"Against the run before"</h2><span>"By the text of the statements"</span></div>
                    <div class="scroll-x" tabindex="0" role="region" aria-label="Changed statements"><table class="ui-table">
                        <thead><tr><th scope="col"><span class="sr">"Change"</span></th><th scope="col" class="num">"Sent"</th><th scope="col">"Statement"</th></tr></thead>
                        <tbody>{changes.into_iter().map(row).collect_view()}</tbody></table></div>
                </div>
            }
        })
    }
}

/// A filter for one kind; there is none for kinds that did not occur.
#[component]
fn KindChip(kind: StatementKind) -> impl IntoView {
    let page = expect_context::<Page>();
    let (letters, class, words) = kind_words(kind);
    let number = Memo::new(move |_| {
        page.state.with(|it| it.run.as_ref().and_then(|it| it.kinds.get(&kind).copied()).unwrap_or(0))
    });
    let is_hidden = Memo::new(move |_| page.log_view.with(|it| it.hidden_kinds.contains(&kind)));
    let has_any = Memo::new(move |_| number.get() > 0);
    let toggle = move |_| {
        page.log_view.update(|it| {
            if !it.hidden_kinds.remove(&kind) {
                it.hidden_kinds.insert(kind);
            }
        });
    };
    move || {
        has_any.get().then(|| view! {
            <button class="ui-chip" type="button" aria-pressed=move || (!is_hidden.get()).to_string()
                aria-label=move || format!("{letters} {}, {words}", format::count(number.get())) on:click=toggle>
                <span class=format!("ui-kind ui-kind--{class}") title=words>{letters}</span>" "<span>{move || format::count(number.get())}</span>
            </button>
        })
    }
}

/// The run in one line.
#[component]
pub(super) fn LogSum() -> impl IntoView {
    let page = expect_context::<Page>();
    let sum = Memo::new(move |_| {
        let latency = page.latency_micros.get();
        page.state.with(|it| {
            it.run.as_ref().map(|run| {
                (
                    u64::from(run.statement_count),
                    run.round_trips(),
                    run.virtual_micros_at(latency),
                    run.database_micros,
                    run.elapsed_micros,
                )
            })
        })
    });
    move || {
        sum.get().map(|(statements, trips, virtual_micros, database_micros, elapsed_micros)| {
            view! {
                <div class="log-sum">
                    <span><b>{format::count(statements)}</b>{if statements == 1 { " statement" } else { " statements" }}</span>
                    <span><b>{format::micros(virtual_micros)}</b>" virtual, "{format::counted(trips, "round trip")}</span>
                    <span>{format::micros(database_micros)}" in SQLite"</span>
                    {elapsed_micros.map(|it| view! { <span>{format::micros(it)}" real"</span> })}
                    <RunDiff/>
                </div>
            }
        })
    }
}
