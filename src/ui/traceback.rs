//! A traceback as pieces of text and links to lines of the program. Pure.

use crate::protocol::Failure;

/// A piece of a traceback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As printed.
    Text(String),
    /// `line 98` of a file of the program.
    Line {
        /// The file's name.
        file: String,
        /// From 1.
        line: u32,
    },
}

/// Splits Python's text at the lines that can be gone to.
///
/// `files`: the names of the program's files; other files stay text.
pub fn pieces(traceback: &str, files: &[String]) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut text = String::new();
    for line in traceback.split_inclusive('\n') {
        match location(line).filter(|it| files.iter().any(|name| name == it.file)) {
            Some(it) => {
                text.push_str(&line[..it.start]);
                out.push(Piece::Text(std::mem::take(&mut text)));
                out.push(Piece::Line { file: it.file.to_owned(), line: it.line });
                text.push_str(&line[it.end..]);
            }
            None => text.push_str(line),
        }
    }
    out.push(Piece::Text(text));
    out
}

/// The exception's class without its module: `IntegrityError`.
pub fn short_class(failure: &Failure) -> &str {
    failure.class.rsplit('.').next().unwrap_or(&failure.class)
}

/// The line of the main file where the exception passed last.
pub fn failure_line(failure: &Failure, main_file: &str) -> Option<u32> {
    let of_syntax = failure.syntax.as_ref().filter(|it| it.file == main_file).map(|it| it.line);
    of_syntax.or_else(|| failure.frames.iter().rev().find(|it| it.file == main_file).map(|it| it.line))
}

/// The first line of the message, for a heading, without the place that `str(SyntaxError)` adds.
pub fn headline(failure: &Failure) -> &str {
    let first = first_line(&failure.message);
    match &failure.syntax {
        Some(it) => first.strip_suffix(&format!(" ({}, line {})", it.file, it.line)).unwrap_or(first),
        None => first,
    }
}

/// The first line of a text.
pub fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

struct Location<'a> {
    file: &'a str,
    line: u32,
    start: usize,
    end: usize,
}

/// `  File "main.py", line 98, in <module>`
fn location(text: &str) -> Option<Location<'_>> {
    let rest = text.trim_start().strip_prefix("File \"")?;
    let (file, rest) = rest.split_once("\", ")?;
    let digits: String = rest.strip_prefix("line ")?.chars().take_while(char::is_ascii_digit).collect();
    let start = text.len() - rest.len();
    Some(Location { file, line: digits.parse().ok()?, start, end: start + "line ".len() + digits.len() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::SyntaxMark;

    #[test]
    fn headline_leaves_out_the_place() {
        let mut failure = Failure {
            class: "builtins.SyntaxError".to_owned(),
            message: "expected ':' (main.py, line 1)".to_owned(),
            traceback: String::new(),
            frames: Vec::new(),
            syntax: Some(SyntaxMark { file: "main.py".to_owned(), line: 1, column: 1 }),
        };
        assert_eq!(headline(&failure), "expected ':'");
        failure.syntax = None;
        failure.message = "two\nlines".to_owned();
        assert_eq!(headline(&failure), "two");
    }

    #[test]
    fn lines_of_the_program_become_links() {
        let text = "Traceback (most recent call last):\n  File \"main.py\", line 98, in <module>\n    f()\n  \
                    File \"lib/x.py\", line 3, in f\nValueError: no\n";
        let text_of = |it: &str| Piece::Text(it.to_owned());
        assert_eq!(
            pieces(text, &["main.py".to_owned()]),
            [
                text_of("Traceback (most recent call last):\n  File \"main.py\", "),
                Piece::Line { file: "main.py".to_owned(), line: 98 },
                text_of(", in <module>\n    f()\n  File \"lib/x.py\", line 3, in f\nValueError: no\n"),
            ]
        );
    }
}
