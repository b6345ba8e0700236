//! SQL for the eye: tokens to colour, select lists folded for a row, lines broken for the detail.
//!
//! It reads what SQLAlchemy writes and never fails; text that it does not understand stays plain.

/// What a piece of SQL is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// SELECT, FROM, AND and their like.
    Keyword,
    /// Names, operators, spaces.
    Plain,
    /// A quoted string.
    Text,
    /// A number.
    Number,
    /// A bound parameter.
    Parameter,
    /// `-- ...`
    Comment,
    /// Select list of a row, folded; its text is the list.
    Columns(usize),
}

/// A piece of SQL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// As written.
    pub text: String,
}

const KEYWORDS: &[&str] = &[
    "ADD",
    "ALL",
    "ALTER",
    "AND",
    "AS",
    "ASC",
    "ATTACH",
    "BEGIN",
    "BETWEEN",
    "BY",
    "CASCADE",
    "CASE",
    "CHECK",
    "COLLATE",
    "COLUMN",
    "COMMIT",
    "CONSTRAINT",
    "CREATE",
    "CROSS",
    "DEFAULT",
    "DELETE",
    "DESC",
    "DISTINCT",
    "DO",
    "DROP",
    "ELSE",
    "END",
    "ESCAPE",
    "EXCEPT",
    "EXISTS",
    "EXPLAIN",
    "FOREIGN",
    "FROM",
    "FULL",
    "GROUP",
    "HAVING",
    "IF",
    "IN",
    "INDEX",
    "INNER",
    "INSERT",
    "INTERSECT",
    "INTO",
    "IS",
    "ISNULL",
    "JOIN",
    "KEY",
    "LEFT",
    "LIKE",
    "LIMIT",
    "NATURAL",
    "NOT",
    "NULL",
    "OFFSET",
    "ON",
    "OR",
    "ORDER",
    "OUTER",
    "OVER",
    "PARTITION",
    "PLAN",
    "PRAGMA",
    "PRIMARY",
    "QUERY",
    "RECURSIVE",
    "REFERENCES",
    "RELEASE",
    "RETURNING",
    "RIGHT",
    "ROLLBACK",
    "ROWS",
    "SAVEPOINT",
    "SELECT",
    "SET",
    "TABLE",
    "TEMP",
    "TEMPORARY",
    "THEN",
    "TO",
    "TRANSACTION",
    "UNION",
    "UNIQUE",
    "UPDATE",
    "USING",
    "VALUES",
    "VIEW",
    "WHEN",
    "WHERE",
    "WITH",
];

/// Splits SQL into coloured pieces; together they are the text.
pub fn tokens(sql: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = match first {
            '\'' => (TokenKind::Text, quoted(rest, '\'')),
            '"' => (TokenKind::Plain, quoted(rest, '"')),
            '-' if rest.starts_with("--") => (TokenKind::Comment, rest.find('\n').unwrap_or(rest.len())),
            '?' => (TokenKind::Parameter, 1),
            ':' if rest.starts_with("::") => (TokenKind::Plain, 2),
            '%' if rest.starts_with("%s") => (TokenKind::Parameter, 2),
            '%' if rest.starts_with("%(") => (TokenKind::Parameter, rest.find(")s").map_or(rest.len(), |it| it + 2)),
            ':' if rest[1..].starts_with(is_word) => (TokenKind::Parameter, 1 + word(&rest[1..])),
            '0'..='9' => (TokenKind::Number, span(rest, |it| it.is_ascii_digit() || it == '.')),
            it if is_word(it) => {
                let length = word(rest);
                let upper = rest[..length].to_ascii_uppercase();
                let is_keyword = KEYWORDS.binary_search(&upper.as_str()).is_ok() && rest[..length] == upper;
                (if is_keyword { TokenKind::Keyword } else { TokenKind::Plain }, length)
            }
            it => (TokenKind::Plain, it.len_utf8()),
        };
        match out.last_mut() {
            Some(last) if kind == TokenKind::Plain && last.kind == TokenKind::Plain => {
                last.text.push_str(&rest[..length])
            }
            _ => out.push(Token { kind, text: rest[..length].to_owned() }),
        }
        rest = &rest[length..];
    }
    out
}

/// One line for a row: white space collapsed, a select list of three or more columns folded.
pub fn row_tokens(sql: &str) -> Vec<Token> {
    let flat = sql.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(list) = select_list(&flat) else { return tokens(&flat) };
    let columns = top_level_commas(&flat[list.clone()]) + 1;
    if columns < 3 {
        return tokens(&flat);
    }
    let mut out = tokens(&flat[..list.start]);
    out.push(Token { kind: TokenKind::Columns(columns), text: flat[list.clone()].to_owned() });
    out.extend(tokens(&flat[list.end..]));
    out
}

/// The text for reading in full: as emitted, lines longer than `width` broken after commas.
pub fn laid_out(sql: &str, width: usize) -> String {
    let mut out = String::with_capacity(sql.len() + 32);
    for (at, line) in sql.trim().lines().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        let line = line.trim_end();
        let indent = 7;
        let mut used = 0;
        for piece in split_after_commas(line) {
            let length = piece.chars().count();
            if used > indent && used + length > width {
                while out.ends_with(' ') {
                    out.pop();
                }
                out.push('\n');
                out.extend(std::iter::repeat_n(' ', indent));
                used = indent;
                out.push_str(piece.trim_start());
            } else {
                out.push_str(piece);
            }
            used += length;
        }
    }
    out
}

/// The range of the outermost SELECT's list, when the statement starts with one.
fn select_list(flat: &str) -> Option<std::ops::Range<usize>> {
    let mut start = "SELECT ".len();
    if !flat.starts_with("SELECT ") {
        return None;
    }
    if flat[start..].starts_with("DISTINCT ") {
        start += "DISTINCT ".len();
    }
    let mut depth = 0_i32;
    let mut at = start;
    for token in tokens(&flat[start..]) {
        match token.kind {
            TokenKind::Keyword if token.text == "FROM" && depth == 0 => {
                return Some(start..at.saturating_sub(1)).filter(|it| it.start < it.end);
            }
            TokenKind::Plain => depth += depth_change(&token.text),
            _ => {}
        }
        at += token.text.len();
    }
    None
}

fn depth_change(text: &str) -> i32 {
    text.chars().map(|it| i32::from(it == '(') - i32::from(it == ')')).sum()
}

fn top_level_commas(list: &str) -> usize {
    let mut depth = 0_i32;
    let mut commas = 0;
    for token in tokens(list).iter().filter(|it| it.kind == TokenKind::Plain) {
        for it in token.text.chars() {
            match it {
                '(' => depth += 1,
                ')' => depth -= 1,
                ',' if depth == 0 => commas += 1,
                _ => {}
            }
        }
    }
    commas
}

fn split_after_commas(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for token in tokens(line) {
        if token.kind == TokenKind::Plain {
            for (inner, it) in token.text.char_indices() {
                if it == ',' {
                    pieces.push(&line[start..=at + inner]);
                    start = at + inner + 1;
                }
            }
        }
        at += token.text.len();
    }
    pieces.push(&line[start..]);
    pieces
}

fn is_word(it: char) -> bool {
    it.is_alphabetic() || it == '_'
}

fn word(text: &str) -> usize {
    span(text, |it| it.is_alphanumeric() || it == '_')
}

fn span(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|it| !belongs(it)).unwrap_or(text.len())
}

/// Length of a quoted piece; a doubled quote inside it is part of it.
fn quoted(text: &str, quote: char) -> usize {
    let mut inside = text.char_indices().skip(1).peekable();
    while let Some((at, it)) = inside.next() {
        if it == quote {
            if inside.peek().is_some_and(|(_, next)| *next == quote) {
                inside.next();
            } else {
                return at + 1;
            }
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(sql: &str) -> String {
        let piece = |it: Token| match it.kind {
            TokenKind::Columns(count) => format!("[{count} columns]"),
            TokenKind::Keyword => format!("<{}>", it.text),
            TokenKind::Parameter => format!("{{{}}}", it.text),
            _ => it.text,
        };
        row_tokens(sql).into_iter().map(piece).collect()
    }

    #[test]
    fn keywords_are_sorted_for_the_search() {
        assert!(KEYWORDS.is_sorted());
    }

    #[test]
    fn tokens_together_are_the_text() {
        let sql = "SELECT 'it''s', \"a b\", x.\"from\" -- note\nFROM t WHERE a = :a_1 AND b IN (?, 1.5)";
        assert_eq!(tokens(sql).into_iter().map(|it| it.text).collect::<String>(), sql);
    }

    #[test]
    fn parameters_of_each_dialect_are_known() {
        assert_eq!(shown("a = ? OR b = :b"), "a = {?} <OR> b = {:b}");
        assert_eq!(
            shown("a = %s OR b = %(b_1)s::INTEGER"),
            "a = {%s} <OR> b = {%(b_1)s}::<INTEGER>".replace("<INTEGER>", "INTEGER")
        );
    }

    #[test]
    fn row_folds_three_columns_or_more() {
        assert_eq!(
            shown("SELECT book.id, book.title, coalesce(a, b) AS c \nFROM book \nWHERE ? = book.author_id"),
            "<SELECT> [3 columns] <FROM> book <WHERE> {?} = book.author_id"
        );
        assert_eq!(shown("SELECT a, max(b, c) FROM t"), "<SELECT> a, max(b, c) <FROM> t");
        assert_eq!(shown("SELECT 1"), "<SELECT> 1");
    }

    #[test]
    fn long_lines_break_after_commas() {
        assert_eq!(laid_out("SELECT aaaa, bbbb, cccc\nFROM t", 14), "SELECT aaaa,\n       bbbb,\n       cccc\nFROM t");
        assert_eq!(laid_out("INSERT INTO t VALUES ('a, b, c, d')", 14), "INSERT INTO t VALUES ('a, b, c, d')");
    }
}
