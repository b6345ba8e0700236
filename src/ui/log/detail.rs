//! What an opened statement shows: its SQL, its parameters, its facts. Pure; lines are counted here as well,
//! because the rows' heights follow from them.

use super::{
    html::{cause, escape, sql_html},
    parameters,
    window::DETAIL_WIDTH,
};
use crate::{
    protocol::{OtherDatabase, Statement},
    ui::{
        format,
        run::{Logged, Run},
        sql_text::{laid_out, tokens},
    },
};

/// The databases that a statement can be read for, as their `data-` attribute names them.
const DATABASES: [(Option<OtherDatabase>, &str, &str); 3] = [
    (None, "sent", "SQLite, as sent"),
    (Some(OtherDatabase::Postgresql), "postgresql", "PostgreSQL"),
    (Some(OtherDatabase::Mysql), "mysql", "MySQL"),
];

/// The database with this name.
pub fn database_of(name: &str) -> Option<OtherDatabase> {
    DATABASES.iter().find(|it| it.1 == name).and_then(|it| it.0)
}

/// A statement's detail.
pub struct Detail<'l> {
    logged: &'l Logged,
    /// Laid out, for the database that it is read for.
    text: String,
    /// It cannot be written for that one.
    is_error: bool,
    /// The database; `None` when it is read as it was sent, or nothing else is known.
    written_for: Option<OtherDatabase>,
    /// It is known for others.
    has_others: bool,
    rows: Option<Vec<parameters::Row>>,
    /// Names and types, where there are several sets.
    signature: Option<String>,
}

impl<'l> Detail<'l> {
    /// For `written_for`, where that is known.
    pub fn new(logged: &'l Logged, run: &Run, written_for: Option<OtherDatabase>) -> Self {
        let statement = &*logged.statement;
        let spelled = run.spelled(statement);
        let other = spelled.zip(written_for).and_then(|(it, database)| it.text_for(database));
        let known = spelled.map_or(&[][..], |it| &it.parameters);
        let names = || known.iter().map(|it| format!("{} {}", it.name, it.type_name)).collect::<Vec<_>>().join(", ");
        Self {
            logged,
            text: laid_out(other.map_or(&statement.sql, |it| &it.text), DETAIL_WIDTH),
            is_error: other.is_some_and(|it| it.is_error),
            written_for: other.map(|it| it.database),
            has_others: spelled.is_some(),
            rows: parameters::rows(statement, known),
            signature: (statement.parameter_set_count > 1 && !known.is_empty()).then(names),
        }
    }

    /// Lines of the SQL.
    pub fn sql_lines(&self) -> usize {
        self.text.lines().count()
    }

    /// Lines of the parameters.
    pub fn parameter_lines(&self) -> usize {
        let sets = self.logged.statement.parameters.len();
        self.rows.as_ref().map_or(sets + usize::from(self.signature.is_some()), Vec::len)
    }

    /// Whether there is a choice of databases above the SQL.
    pub fn has_choice(&self) -> bool {
        self.has_others
    }

    /// What stands in the row's element.
    pub fn html(&self, run: &Run, latency_micros: u64) -> String {
        let it = &*self.logged.statement;
        let number = it.number;
        let sql = match self.is_error {
            true => format!("<span class=\"log-fail\">SQLAlchemy raises:</span> {}", escape(&self.text)),
            false => sql_html(&tokens(&self.text)),
        };
        format!(
            "<div class=\"log-detail__part\" role=\"cell\" aria-colspan=\"4\"><h3>SQL \
             <button class=\"ui-link\" type=\"button\" data-copy=\"{number}\">Copy as emitted</button> \
             <button class=\"ui-link\" type=\"button\" data-literal=\"{number}\">Copy with values</button> \
             <button class=\"ui-link\" type=\"button\" data-plan=\"{number}\">Plan and result</button> \
             <button class=\"ui-link\" type=\"button\" data-moment=\"{number}\">Go to this moment</button></h3>{}\
             <pre class=\"log-pre sqlt\" tabindex=\"0\">{sql}</pre></div>\
             <div class=\"log-detail__part\" role=\"cell\" aria-colspan=\"3\"><h3>{}</h3>\
             <pre class=\"log-pre\" tabindex=\"0\">{}</pre>{}</div>",
            self.choice(),
            heading(it),
            self.parameters(),
            self.facts(run, latency_micros),
        )
    }

    fn choice(&self) -> String {
        if !self.has_others {
            return String::new();
        }
        let button = |(database, name, words): (Option<OtherDatabase>, &str, &str)| {
            let is_on = database == self.written_for;
            format!(
                "<button class=\"ui-chip\" type=\"button\" aria-pressed=\"{is_on}\" data-written-for=\"{name}\">{words}</button>"
            )
        };
        let buttons: String = DATABASES.map(button).concat();
        format!("<div class=\"log-for\" role=\"group\" aria-label=\"Read the SQL for\">{buttons}</div>")
    }

    fn parameters(&self) -> String {
        let Some(rows) = &self.rows else {
            let sets = self.logged.statement.parameters.iter().map(|it| escape(it));
            let lines: Vec<_> = self.signature.iter().map(|it| format!("<i>{}</i>", escape(it))).chain(sets).collect();
            return if lines.is_empty() { "none".to_owned() } else { lines.join("\n") };
        };
        let line = |it: &parameters::Row| {
            let name = if it.name.is_empty() { String::new() } else { format!("{} = ", escape(&it.name)) };
            format!("{name}<b>{}</b>  <i>{}</i>", escape(&it.value), escape(&it.type_name))
        };
        rows.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn facts(&self, run: &Run, latency_micros: u64) -> String {
        let it = &*self.logged.statement;
        let same = run.statements.iter().filter(|other| other.shape == self.logged.shape);
        let (shapes, alike) = same.fold((0_u64, 0_u64), |(shapes, alike), other| {
            (shapes + 1, alike + u64::from(other.first == self.logged.first))
        });
        let alike = match alike {
            0 | 1 => String::new(),
            alike => format!(", {} with these parameters", format::count(alike)),
        };
        let mut cause_text = String::new();
        cause(it, &mut cause_text);
        let result = match (&it.error, it.row_count) {
            (Some(error), _) => format!("<span class=\"log-fail\">{}</span>", escape(error)),
            (None, Some(rows)) => format::counted(rows, "row"),
            (None, None) => "no count".to_owned(),
        };
        format!(
            "<dl class=\"log-facts\"><dt>Cause</dt><dd>{cause_text}</dd><dt>Result</dt><dd>{result}</dd>\
             <dt>Same shape</dt><dd>{} in this run{alike}</dd><dt>Virtual clock</dt><dd>{} after the start</dd></dl>",
            format::counted(shapes, "statement"),
            format::micros(self.logged.moment.at_latency(latency_micros)),
        )
    }
}

fn heading(it: &Statement) -> String {
    let sets = it.parameters.len() as u64;
    match u64::from(it.parameter_set_count) {
        0 | 1 => "Parameters".to_owned(),
        all if all > sets => format!("Parameters: {} of {} sets", format::count(sets), format::count(all)),
        all => format!("Parameters: {} sets", format::count(all)),
    }
}
