//! The parameters of a statement one by one: name, value, type. Pure.
//!
//! The worker tells a set as Python shows it, `(1, 'x')` or `{'a': 1}`, and names and types once for each text.

use crate::protocol::{Parameter, Statement};

/// One parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// SQLAlchemy's name for it; empty when the program gave a bare tuple.
    pub name: String,
    /// As Python shows it.
    pub value: String,
    /// Its type in the database, or else in Python.
    pub type_name: String,
}

/// The parameters of a statement with one set; `None` when there are none or several.
pub fn rows(statement: &Statement, known: &[Parameter]) -> Option<Vec<Row>> {
    let [set] = statement.parameters.as_slice() else { return None };
    if statement.parameter_set_count > 1 {
        return None;
    }
    let values = values_of(set)?;
    // A batch has the parameters of one row several times.
    let known = if known.len() == values.len() { known } else { &[] };
    let row = |(at, (name, value)): (usize, (&str, &str))| {
        let known = known.get(at);
        let name = known.map_or(name, |it| &it.name).to_owned();
        let type_name = known.map(|it| it.type_name.clone()).filter(|it| !it.is_empty());
        Row { name, value: value.to_owned(), type_name: type_name.unwrap_or_else(|| python_type(value).to_owned()) }
    };
    Some(values.into_iter().enumerate().map(row).collect())
}

/// Names and values of a set.
fn values_of(set: &str) -> Option<Vec<(&str, &str)>> {
    let inside = |open, close| set.strip_prefix(open)?.strip_suffix(close);
    if let Some(inside) = inside('(', ')') {
        return Some(parts(inside, ',').into_iter().filter(|it| !it.is_empty()).map(|it| ("", it)).collect());
    }
    let named = |part| match parts(part, ':').as_slice() {
        [name, _, ..] => Some((name.trim_matches(['\'', '"']), part[name.len() + 1..].trim())),
        _ => None,
    };
    parts(inside('{', '}')?, ',').into_iter().map(named).collect()
}

/// What stands between separators that are not inside of quotes or brackets.
fn parts(text: &str, separator: char) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut depth, mut quote, mut is_escaped) = (0, 0_i32, None, false);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(_), _) if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (Some(open), _) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth -= 1,
            (None, _) if c == separator && depth == 0 => {
                found.push(text[start..at].trim());
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    found.push(text[start..].trim());
    found
}

fn python_type(value: &str) -> &str {
    let mut letters = value.chars();
    match (letters.next(), letters.next()) {
        (Some('\'' | '"'), _) => "str",
        (Some('b'), Some('\'' | '"')) | (Some('<'), Some('m')) => "bytes",
        (Some('-' | '0'..='9'), _) if value.contains(['.', 'e']) => "float",
        (Some('-' | '0'..='9'), _) => "int",
        _ if value == "True" || value == "False" => "bool",
        _ if value == "None" => "NULL",
        _ => value.split(['(', ' ']).next().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(set: &str) -> Vec<String> {
        values_of(set).unwrap_or_default().into_iter().map(|(name, value)| format!("{name}={value}")).collect()
    }

    #[test]
    fn sets_are_taken_apart() {
        assert_eq!(shown("(1,)"), ["=1"]);
        assert_eq!(shown("('a, b', \"it's\", None)"), ["='a, b'", "=\"it's\"", "=None"]);
        assert_eq!(shown(r"('a\', b', (1, 2))"), [r"='a\', b'", "=(1, 2)"]);
        assert_eq!(shown("{'a': 'x: y', 'b': datetime.date(2024, 1, 2)}"), ["a='x: y'", "b=datetime.date(2024, 1, 2)"]);
    }

    #[test]
    fn values_tell_their_type() {
        let types = ["'x'", "b'x'", "1", "-1.5", "1e+20", "None", "True", "Decimal('1')"].map(python_type);
        assert_eq!(types, ["str", "bytes", "int", "float", "float", "NULL", "bool", "Decimal"]);
    }
}
