//! The edit that makes a program load as a variant did: `lazy=` of its relationships. Text in, text out; what cannot
//! be found is left alone.

/// One changed line with what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedLine {
    /// From 1.
    pub line: usize,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
}

/// `text` with `lazy="…"` in the relationships named `Author.books`; all of a program's when `only` is empty.
pub fn with_lazy(text: &str, lazy: &str, only: &[String]) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest_from = 0;
    for call in relationship_calls(text) {
        let name = format!("{}.{}", call.class, call.attribute);
        if !only.is_empty() && !only.contains(&name) {
            continue;
        }
        let arguments = &text[call.open + 1..call.close];
        let edited = match lazy_argument(arguments) {
            Some((start, end)) => format!("{}lazy=\"{lazy}\"{}", &arguments[..start], &arguments[end..]),
            None => {
                let body = arguments.trim_end();
                let comma = match body.chars().last() {
                    None => "",
                    Some(',') => " ",
                    Some(_) => ", ",
                };
                format!("{body}{comma}lazy=\"{lazy}\"{}", &arguments[body.len()..])
            }
        };
        out.push_str(&text[rest_from..=call.open]);
        out.push_str(&edited);
        rest_from = call.close;
    }
    out.push_str(&text[rest_from..]);
    out
}

/// The lines that differ between two texts of as many lines.
pub fn changed_lines(before: &str, after: &str) -> Vec<ChangedLine> {
    before
        .lines()
        .zip(after.lines())
        .enumerate()
        .filter(|(_, (before, after))| before != after)
        .map(|(at, (before, after))| ChangedLine { line: at + 1, before: before.to_owned(), after: after.to_owned() })
        .collect()
}

/// A size that a program declares: `AUTHORS = 1_200  # size`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// Its name.
    pub name: String,
    /// As written.
    pub value: u64,
    start: usize,
    end: usize,
}

/// The first line with a number and the comment `# size`.
pub fn declared_size(text: &str) -> Option<Size> {
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        let (code, comment) = line.split_once('#').unwrap_or((line, ""));
        if let Some((name, number)) = code.split_once('=').filter(|_| comment.trim().starts_with("size")) {
            let digits = number.trim();
            let start = from + code.find('=')? + 1 + (number.len() - number.trim_start().len());
            if let Ok(value) = digits.replace('_', "").parse() {
                return Some(Size { name: name.trim().to_owned(), value, start, end: start + digits.len() });
            }
        }
        from += line.len();
    }
    None
}

/// The program with another size.
pub fn with_size(text: &str, size: &Size, value: u64) -> String {
    format!("{}{value}{}", &text[..size.start], &text[size.end..])
}

/// A call of `relationship()` in a class body.
struct Call<'a> {
    class: &'a str,
    attribute: &'a str,
    /// Where its parentheses are.
    open: usize,
    close: usize,
}

fn relationship_calls(text: &str) -> Vec<Call<'_>> {
    let mut calls = Vec::new();
    let mut class = None;
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let code = line.trim();
        if let Some(rest) = code.strip_prefix("class ") {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            class = Some((&rest[..end], indent));
        } else if !code.is_empty()
            && !code.starts_with('#')
            && class.is_some_and(|(_, at)| indent <= at)
            && !code.starts_with([')', ']', '}'])
        {
            class = None;
        }
        if let (Some((class, _)), Some(at)) = (class, line.find("relationship(")) {
            let head = &line[..at];
            let is_word = head.chars().last().is_none_or(|c| !c.is_alphanumeric() && c != '_');
            let attribute: &str = head.trim_start();
            let end = attribute.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(attribute.len());
            let attribute = &attribute[..end];
            let is_assigned = head.contains('=') && !head.contains(['\'', '#']) && !attribute.is_empty();
            let open = from + at + "relationship".len();
            if let (true, true, Some(close)) = (is_word, is_assigned, closing(text, open)) {
                calls.push(Call { class, attribute, open, close });
            }
        }
        from += line.len();
    }
    calls
}

/// Where the parenthesis at `open` closes; strings and comments are passed over.
fn closing(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0_i32;
    for (at, sign) in signs(text, open) {
        match sign {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The bytes from a place on that are code.
fn signs(text: &str, from: usize) -> impl Iterator<Item = (usize, u8)> {
    let bytes = text.as_bytes();
    let mut at = from;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            match bytes[at] {
                quote @ (b'"' | b'\'') => {
                    at += 1;
                    while at < bytes.len() && bytes[at] != quote {
                        at += if bytes[at] == b'\\' { 2 } else { 1 };
                    }
                    at += 1;
                }
                b'#' => {
                    while at < bytes.len() && bytes[at] != b'\n' {
                        at += 1;
                    }
                }
                sign => {
                    at += 1;
                    return Some((at - 1, sign));
                }
            }
        }
        None
    })
}

/// Where `lazy=…` stands among arguments.
fn lazy_argument(arguments: &str) -> Option<(usize, usize)> {
    let bytes = arguments.as_bytes();
    let is_name = |at: usize| bytes.get(at).is_some_and(|it| it.is_ascii_alphanumeric() || *it == b'_');
    let code: Vec<(usize, u8)> = signs(arguments, 0).collect();
    let start = code
        .iter()
        .map(|it| it.0)
        .find(|at| arguments[*at..].starts_with("lazy") && !is_name(at + 4) && (*at == 0 || !is_name(at - 1)))?;
    let mut depth = 0_i32;
    for (at, sign) in code.into_iter().filter(|it| it.0 >= start) {
        match sign {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            b',' if depth == 0 => return Some((start, at)),
            _ => {}
        }
    }
    Some((start, arguments.trim_end().len()))
}
