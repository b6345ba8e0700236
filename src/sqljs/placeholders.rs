//! Finding the placeholders of a statement: sql.js does not export SQLite's functions that count and
//! name them, nor the one that binds a 64-bit integer.

/// A placeholder in a statement's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placeholder {
    /// Where it is, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// SQLite's number for it, from 1; the same name has the same number.
    pub(super) index: usize,
}

/// The placeholders of a statement and their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Placeholders {
    pub(super) all: Vec<Placeholder>,
    /// By number less one: the name with its sign, if it has one.
    pub(super) names: Vec<Option<String>>,
}

impl Placeholders {
    pub(super) fn parse(sql: &str) -> Self {
        let mut found = Self::default();
        let bytes = sql.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let end = match bytes[at] {
                b'\'' | b'"' | b'`' => quoted_end(bytes, at, bytes[at]),
                b'[' => quoted_end(bytes, at, b']'),
                b'-' if bytes[at..].starts_with(b"--") => line_end(bytes, at),
                b'/' if bytes[at..].starts_with(b"/*") => comment_end(sql, at),
                b'?' => {
                    let end = at + 1 + bytes[at + 1..].iter().take_while(|it| it.is_ascii_digit()).count();
                    found.push(sql, at, end);
                    end
                }
                b':' | b'@' | b'$' | b'#' => {
                    let (end, is_named) = variable_end(bytes, at);
                    if is_named && bytes[at] != b'#' {
                        found.push(sql, at, end);
                    }
                    end
                }
                byte if is_name(byte) => at + bytes[at..].iter().take_while(|it| is_name(**it)).count(),
                _ => at + 1,
            };
            at = end;
        }
        found
    }

    /// How many values the statement wants.
    pub(super) fn count(&self) -> usize {
        self.names.len()
    }

    fn push(&mut self, sql: &str, start: usize, end: usize) {
        let text = &sql[start..end];
        let index = match text[1..].parse::<usize>() {
            Ok(number) if text.starts_with('?') => number.max(1),
            _ if text == "?" => self.names.len() + 1,
            _ => {
                let known = self.names.iter().position(|it| it.as_deref() == Some(text));
                known.map_or(self.names.len() + 1, |it| it + 1)
            }
        };
        if self.names.len() < index {
            self.names.resize(index, None);
        }
        if text != "?" {
            self.names[index - 1] = Some(text.to_owned());
        }
        self.all.push(Placeholder { start, end, index });
    }
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || byte >= 0x80
}

/// Where a named placeholder ends, and whether it has a name: SQLite takes `::` and what stands in
/// parentheses behind a name into it, as Tcl does. So `:x::int` is one.
fn variable_end(bytes: &[u8], start: usize) -> (usize, bool) {
    let mut at = start + 1;
    let mut is_named = false;
    while let Some(byte) = bytes.get(at) {
        match byte {
            it if is_name(*it) => is_named = true,
            b'(' if is_named => {
                let len = bytes[at..].iter().take_while(|it| !it.is_ascii_whitespace() && **it != b')').count();
                at += len + usize::from(bytes.get(at + len) == Some(&b')'));
                break;
            }
            b':' if bytes.get(at + 1) == Some(&b':') => at += 1,
            _ => break,
        }
        at += 1;
    }
    (at, is_named)
}

fn quoted_end(bytes: &[u8], start: usize, quote: u8) -> usize {
    let mut at = start + 1;
    while at < bytes.len() {
        if bytes[at] == quote {
            if bytes.get(at + 1) != Some(&quote) || quote == b']' {
                return at + 1;
            }
            at += 1;
        }
        at += 1;
    }
    bytes.len()
}

fn line_end(bytes: &[u8], start: usize) -> usize {
    bytes[start..].iter().position(|it| *it == b'\n').map_or(bytes.len(), |it| start + it + 1)
}

fn comment_end(sql: &str, start: usize) -> usize {
    sql.get(start + 2..).and_then(|it| it.find("*/")).map_or(sql.len(), |it| start + 2 + it + 2)
}
