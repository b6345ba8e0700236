//! What Python's `sqlite3` module adds around SQLite itself, for both drivers: which statements have a
//! row count, and its texts for wrong parameters.

use super::driver::{DbValue, DriverError};

/// `sqlite3.ProgrammingError` for a second statement behind the first.
pub(crate) const ONE_AT_A_TIME: &str = "You can only execute one statement at a time.";

/// An error of the module and not of SQLite: it carries SQLITE_MISUSE.
pub(crate) fn misuse(message: impl Into<String>) -> DriverError {
    DriverError { code: 21, message: message.into() }
}

/// Whether `rowcount` means something: the statement's first word, as Python's sqlite3 decides.
pub(crate) fn is_dml(sql: &str) -> bool {
    let word: String = skip_comments(sql).chars().take_while(char::is_ascii_alphabetic).collect();
    ["INSERT", "UPDATE", "DELETE", "REPLACE"].iter().any(|it| word.eq_ignore_ascii_case(it))
}

/// The text from its first token on.
pub(crate) fn skip_comments(sql: &str) -> &str {
    let mut rest = sql.trim_start();
    loop {
        let after = if let Some(comment) = rest.strip_prefix("--") {
            comment.split_once('\n').map_or("", |(_, after)| after)
        } else if let Some(comment) = rest.strip_prefix("/*") {
            comment.split_once("*/").map_or("", |(_, after)| after)
        } else {
            return rest;
        };
        rest = after.trim_start();
    }
}

/// `Incorrect number of bindings supplied. ...` as Python's sqlite3 words it.
pub(crate) fn wrong_count(wanted: usize, given: usize) -> DriverError {
    misuse(format!(
        "Incorrect number of bindings supplied. The current statement uses {wanted}, and there are {given} supplied."
    ))
}

/// The value for a placeholder with its sign, such as `:name`.
pub(crate) fn named_value<'a>(
    index: usize,
    sign_and_name: Option<&str>,
    values: &'a [(String, DbValue)],
) -> Result<&'a DbValue, DriverError> {
    let Some(sign_and_name) = sign_and_name.filter(|it| !it.starts_with('?')) else {
        return Err(misuse(format!(
            "Binding {index} has no name, but you supplied a dictionary (which has only names)."
        )));
    };
    let name = &sign_and_name[1..];
    values
        .iter()
        .find(|(it, _)| it == name)
        .map(|(_, value)| value)
        .ok_or_else(|| misuse(format!("You did not supply a value for binding parameter :{name}.")))
}
