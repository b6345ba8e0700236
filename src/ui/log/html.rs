//! The rows of the log as HTML. Pure: strings in, strings out; every text from outside is escaped.
//!
//! Rows are plain HTML instead of components because thousands of them pass by while one scrolls.
//! What a click means stands in `data-` attributes, which `panels/log.rs` reads.

use super::{detail::Detail, rows::Row};
use crate::{
    protocol::{Cause, CauseKind, OtherDatabase, Statement, StatementKind, TransactionChange},
    ui::{
        format,
        run::{Logged, LoggedChange, Run},
        sql_text::{Token, TokenKind, row_tokens},
    },
};
use std::fmt::Write;

const TURN: &str =
    r#"<svg class="ui-icon ui-icon--turn" viewBox="0 0 16 16" aria-hidden="true"><path d="M6.2 4 10 8l-3.8 4"/></svg>"#;

/// Letters, class suffix and words of a kind. Letters and shape carry the meaning, colour repeats it.
pub fn kind_words(kind: StatementKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        StatementKind::Select => ("SEL", "sel", "SELECT"),
        StatementKind::Insert => ("INS", "ins", "INSERT"),
        StatementKind::Update => ("UPD", "upd", "UPDATE"),
        StatementKind::Delete => ("DEL", "del", "DELETE"),
        StatementKind::Ddl => ("DDL", "ddl", "Schema statement"),
        StatementKind::Other => ("ETC", "etc", "Other statement"),
    }
}

/// The class of a row's element.
pub fn row_class(row: Row, run: &Run) -> String {
    let bracket = |is_in: bool, name: &str| if is_in { format!(" {name}--in") } else { String::new() };
    let kind = |index: usize| run.statements.get(index).map_or("etc", |it| kind_words(it.statement.kind).1);
    match row {
        Row::Section { transaction, is_closed, .. } => {
            let closed = if is_closed { " is-closed" } else { "" };
            format!("log-tx{}{closed}", bracket(transaction.is_some(), "log-tx"))
        }
        Row::Statement { index, is_in_transaction, is_member, is_open } => {
            let failed = run.statements.get(index).is_some_and(|it| it.statement.error.is_some());
            format!(
                "log-row log-row--{}{}{}{}{}",
                kind(index),
                bracket(is_in_transaction, "log-row"),
                if is_member { " log-row--member" } else { "" },
                if is_open { " is-open" } else { "" },
                if failed { " is-failed" } else { "" },
            )
        }
        Row::Repeat { first, is_in_transaction, .. } => {
            format!("log-row log-row--{}{}", kind(first), bracket(is_in_transaction, "log-row"))
        }
        Row::Change { is_last, .. } => format!("log-end{}", if is_last { " is-last" } else { "" }),
        Row::Detail { is_in_transaction, .. } => format!("log-detail{}", bracket(is_in_transaction, "log-detail")),
    }
}

/// What stands in a row's element.
pub fn row_html(row: Row, run: &Run, written_for: Option<OtherDatabase>, latency_micros: u64) -> String {
    let statement = |index: usize| run.statements.get(index);
    match row {
        Row::Section { .. } => section(row, run),
        Row::Statement { index, is_open, .. } => {
            statement(index).map_or_else(String::new, |it| statement_row(it, is_open, latency_micros))
        }
        Row::Repeat { first, last, is_open, .. } => {
            run.statements.get(first..=last).map_or_else(String::new, |it| repeat_row(it, is_open, latency_micros))
        }
        Row::Change { index, is_last } => {
            run.changes.get(index).map_or_else(String::new, |it| change_row(it, is_last, latency_micros))
        }
        Row::Detail { index, .. } => {
            statement(index).map_or_else(String::new, |it| Detail::new(it, run, written_for).html(run, latency_micros))
        }
    }
}

/// Coloured SQL.
pub fn sql_html(tokens: &[Token]) -> String {
    let mut out = String::new();
    for token in tokens {
        let class = match token.kind {
            TokenKind::Plain => {
                escape_into(&token.text, &mut out);
                continue;
            }
            TokenKind::Columns(count) => {
                out.push_str("<span class=\"log-cols\" title=\"");
                escape_into(&token.text, &mut out);
                add(&mut out, format_args!("\">{count} columns</span>"));
                continue;
            }
            TokenKind::Keyword => "k",
            TokenKind::Text => "s",
            TokenKind::Number => "n",
            TokenKind::Parameter => "q",
            TokenKind::Comment => "c",
        };
        add(&mut out, format_args!("<span class=\"{class}\">"));
        escape_into(&token.text, &mut out);
        out.push_str("</span>");
    }
    out
}

/// Text made safe for HTML.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(text, &mut out);
    out
}

fn section(row: Row, run: &Run) -> String {
    let Row::Section { entry, transaction, statement_count, is_committed, is_continued, is_closed } = row else {
        return String::new();
    };
    let name = match transaction {
        Some(it) if is_continued => format!("Transaction {}, continued", format::count(it)),
        Some(it) => format!("Transaction {}", format::count(it)),
        None => "Outside a transaction".to_owned(),
    };
    let note = transaction
        .and_then(|it| run.transactions.get(&it)?.began_line)
        .map_or_else(String::new, |line| format!("began in {}", line_link(line)));
    let end = match (transaction, is_committed) {
        (None, _) => String::new(),
        (Some(_), Some(true)) => "COMMIT".to_owned(),
        (Some(_), Some(false)) => "ROLLBACK".to_owned(),
        (Some(_), None) if run.ended.is_some() => "not ended".to_owned(),
        (Some(_), None) => "open".to_owned(),
    };
    let badge = if transaction.is_some() { txn_badge() } else { "" };
    format!(
        "<div class=\"log-tx__in\" role=\"cell\" aria-colspan=\"7\">\
         <button class=\"log-tx__btn\" type=\"button\" data-section=\"{entry}\" aria-expanded=\"{}\">{TURN}\
         <span class=\"log-tx__name\">{name}</span></button><span class=\"log-tx__note\">{note}</span>\
         <span class=\"log-tx__end\"><span>{}</span>{badge}<span class=\"log-tx__how\">{end}</span></span></div>",
        !is_closed,
        format::counted(statement_count, "statement"),
    )
}

fn statement_row(logged: &Logged, is_open: bool, latency_micros: u64) -> String {
    let it = &*logged.statement;
    let number = format::count(it.number);
    let mut out = no_cell(&number, &format!("Statement {number}: details"), is_open);
    kind_cell(it.kind, &mut out);
    out.push_str("<div role=\"cell\"><div class=\"log-cause\">");
    if let Some(first) = logged.repeats().filter(|_| it.kind == StatementKind::Select) {
        add(
            &mut out,
            format_args!(
                "<span class=\"log-x\" title=\"The same SQL with the same parameters\">same as {}</span>",
                format::count(first)
            ),
        );
    }
    cause(it, &mut out);
    out.push_str("</div><div class=\"log-sql\">");
    sql_line(it, &mut out);
    out.push_str("</div></div>");
    let rows = it.row_count.map_or_else(String::new, format::count);
    numbers(&rows, it.elapsed_micros, 1, latency_micros, &mut out);
    out
}

fn repeat_row(members: &[Logged], is_open: bool, latency_micros: u64) -> String {
    let (Some(first), Some(last)) = (members.first(), members.last()) else { return String::new() };
    let it = &*first.statement;
    let numbers_shown = format!("{}–{}", format::count(it.number), format::count(last.statement.number));
    let mut out = no_cell(&numbers_shown, &format!("Statements {numbers_shown}: list"), is_open);
    kind_cell(it.kind, &mut out);
    add(
        &mut out,
        format_args!(
            "<div role=\"cell\"><div class=\"log-cause\"><span class=\"log-x\">× {} same shape</span>",
            format::count(members.len() as u64)
        ),
    );
    let again = members.iter().filter(|it| it.repeats().is_some()).count() as u64;
    if again > 0 {
        add(
            &mut out,
            format_args!(
                "<span class=\"log-x\" title=\"The same SQL with the same parameters as an earlier statement\">{} same parameters</span>",
                format::count(again)
            ),
        );
    }
    cause(it, &mut out);
    out.push_str("</div><div class=\"log-sql\">");
    add(&mut out, format_args!("<span class=\"sqlt\">{}</span>", sql_html(&row_tokens(&it.sql))));
    let some = members.iter().take(3).filter_map(|it| it.statement.parameters.first());
    let mut parameters: Vec<_> = some.map(String::as_str).collect();
    if let Some(last) = last.statement.parameters.first().filter(|_| members.len() > 3) {
        parameters.extend(["…", last]);
    }
    parameter_chip(&parameters.join(" "), &mut out);
    out.push_str("</div></div>");
    let rows = members.iter().map(|it| it.statement.row_count).sum::<Option<u64>>();
    let elapsed = members.iter().map(|it| it.statement.elapsed_micros).sum();
    let rows = rows.map_or_else(String::new, format::count);
    numbers(&rows, elapsed, members.len() as u64, latency_micros, &mut out);
    out
}

fn change_row(change: &LoggedChange, is_last: bool, latency_micros: u64) -> String {
    let sql = match &change.change {
        TransactionChange::Began => "BEGIN".to_owned(),
        TransactionChange::Committed => "COMMIT".to_owned(),
        TransactionChange::RolledBack => "ROLLBACK".to_owned(),
        TransactionChange::SavepointSet { name } => format!("SAVEPOINT {name}"),
        TransactionChange::SavepointReleased { name } => format!("RELEASE SAVEPOINT {name}"),
        TransactionChange::RolledBackToSavepoint { name } => format!("ROLLBACK TO SAVEPOINT {name}"),
    };
    let is_commit = change.change == TransactionChange::Committed;
    let cap = match (is_last, is_commit) {
        (false, _) => "",
        (true, true) => "<span class=\"log-cap log-cap--commit\"></span>",
        (true, false) => "<span class=\"log-cap\"></span>",
    };
    format!(
        "<div role=\"cell\">{cap}</div><div role=\"cell\"></div><div role=\"cell\">{}</div>\
         <div role=\"cell\" class=\"log-end__what\" aria-colspan=\"3\">{}<code>{}</code></div>\
         <div role=\"cell\" class=\"num\">{}</div>",
        txn_badge(),
        change.line.map_or_else(String::new, line_link),
        escape(&sql),
        format::micros(change.elapsed_micros + latency_micros),
    )
}

fn no_cell(number: &str, label: &str, is_open: bool) -> String {
    format!(
        "<div role=\"cell\"></div><div role=\"cell\"><button class=\"log-row__no\" type=\"button\" data-open \
         aria-expanded=\"{is_open}\" aria-label=\"{label}\">{TURN}<span>{number}</span></button></div>"
    )
}

fn kind_cell(kind: StatementKind, out: &mut String) {
    let (letters, class, words) = kind_words(kind);
    add(
        out,
        format_args!(
            "<div role=\"cell\"><span class=\"ui-kind ui-kind--{class}\" title=\"{words}\">{letters}</span></div>"
        ),
    );
}

pub(super) fn cause(it: &Statement, out: &mut String) {
    if let Some(line) = it.line {
        out.push_str(&line_link(line));
    }
    // Before an autoflush it says enough who asked: what was asked for comes after it.
    let is_autoflush = it.cause.iter().any(|it| it.kind == CauseKind::Autoflush);
    let is_between = |it: &&Cause| is_autoflush && matches!(it.kind, CauseKind::Missing | CauseKind::LazyLoad);
    let links: Vec<&Cause> = it.cause.iter().filter(|it| !is_between(it)).collect();
    for (at, link) in links.iter().enumerate() {
        if at > 0 || it.line.is_some() {
            out.push_str("<i aria-hidden=\"true\">›</i>");
        }
        let is_verdict = at > 0 && at + 1 == links.len();
        let text = escape(&link.text);
        if is_verdict {
            add(out, format_args!("<span><em>{text}</em></span>"));
        } else {
            add(out, format_args!("<span>{text}</span>"));
        }
    }
}

fn sql_line(it: &Statement, out: &mut String) {
    if let Some(error) = &it.error {
        add(out, format_args!("<span class=\"log-fail\">{}</span>", escape(error)));
    }
    add(out, format_args!("<span class=\"sqlt\">{}</span>", sql_html(&row_tokens(&it.sql))));
    let sets = match it.parameter_set_count {
        0 | 1 => String::new(),
        sets => format!("{} sets: ", format::count(sets)),
    };
    let shown: Vec<_> = it.parameters.iter().take(3).map(String::as_str).collect();
    parameter_chip(&format!("{sets}{}", shown.join(" ")), out);
}

fn parameter_chip(text: &str, out: &mut String) {
    if !text.is_empty() {
        add(out, format_args!("<span class=\"log-param\">{}</span>", escape(text)));
    }
}

/// Rows, time in SQLite, and time with round trips: a bar of work (solid) and waiting (ticks), striped
/// when it is longer than the scale of three round trips.
fn numbers(rows: &str, elapsed_micros: u64, trips: u64, latency_micros: u64, out: &mut String) {
    let total = elapsed_micros + trips * latency_micros;
    let scale = 3 * latency_micros.max(1_000);
    let percent = |micros: u64| (format::as_f64(micros) * 100.0 / format::as_f64(scale)).min(100.0);
    let bar = if total > scale {
        "<span class=\"log-time__bar is-cut\"></span>".to_owned()
    } else {
        format!(
            "<span class=\"log-time__bar\"><i style=\"width:{:.1}%\"></i><i style=\"width:{:.1}%\"></i></span>",
            percent(elapsed_micros),
            percent(trips * latency_micros)
        )
    };
    add(
        out,
        format_args!(
            "<div role=\"cell\" class=\"num\">{rows}</div><div role=\"cell\" class=\"num\">{}</div>\
             <div role=\"cell\"><span class=\"log-time\"><span class=\"log-time__n\">{}</span>{bar}</span></div>",
            format::micros(elapsed_micros),
            format::micros(total),
        ),
    );
}

fn line_link(line: u32) -> String {
    format!("<button class=\"log-line\" type=\"button\" data-line=\"{line}\">line {line}</button>")
}

fn txn_badge() -> &'static str {
    "<span class=\"ui-kind ui-kind--txn\" title=\"Transaction\">TXN</span>"
}

fn escape_into(text: &str, out: &mut String) {
    for it in text.chars() {
        match it {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            it => out.push(it),
        }
    }
}

pub(super) fn add(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    out.write_fmt(arguments).expect("a String takes all that is written");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_outside_is_escaped() {
        let html = sql_html(&tokens("SELECT '<img src=x onerror=\"1\">' & 2"));
        assert_eq!(
            html,
            "<span class=\"k\">SELECT</span> <span class=\"s\">'&lt;img src=x onerror=&quot;1&quot;&gt;'</span> &amp; \
             <span class=\"n\">2</span>"
        );
    }
}
