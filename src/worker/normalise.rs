//! The replacements that make two recorded outputs comparable: timings of `echo` lines, addresses.
//!
//! The same two rules as `normalise` in `tests/conformance/record.py`.

/// Replaces the timing of every `[generated in 0.00012s]`-like mark by `T`, and addresses of
/// memoryviews by dots.
pub fn normalise(text: &str) -> String {
    without_timings(&without_addresses(text))
}

const MEMORY: &str = "<memory at 0x";

fn without_addresses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(MEMORY) {
        let after = &rest[at + MEMORY.len()..];
        let digits = after.bytes().take_while(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f')).count();
        let end = at + MEMORY.len() + digits;
        if digits > 0 && rest[end..].starts_with('>') {
            out.push_str(&rest[..at]);
            out.push_str("<memory at 0x...>");
            rest = &rest[end + 1..];
        } else {
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        }
    }
    out.push_str(rest);
    out
}

fn without_timings(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        out.push_str(&rest[..=at]);
        rest = &rest[at + 1..];
        let Some(reason_len) = reason_len(rest) else { continue };
        let number = &rest[reason_len + 1..];
        let digits = number.bytes().take_while(|it| matches!(it, b'0'..=b'9' | b'.' | b'e' | b'-')).count();
        if digits > 0 && number[digits..].starts_with('s') {
            out.push_str(&rest[..reason_len]);
            out.push_str(" T");
            rest = &number[digits..];
        }
    }
    out.push_str(rest);
    out
}

/// How long the words are that stand before a timing and the space behind them, if they do.
fn reason_len(text: &str) -> Option<usize> {
    const PLAIN: [&str; 4] = ["generated in", "cached since", "no key", "caching disabled"];
    const DIALECT_END: &str = " does not support caching";
    let len = match PLAIN.iter().find(|it| text.starts_with(**it)) {
        Some(it) => it.len(),
        None => {
            let name = text.strip_prefix("dialect ")?.split(char::is_whitespace).next().filter(|it| !it.is_empty())?;
            let end = "dialect ".len() + name.len();
            text[end..].starts_with(DIALECT_END).then_some(end + DIALECT_END.len())?
        }
    };
    text[len..].starts_with(' ').then_some(len)
}

#[cfg(test)]
mod tests {
    use super::normalise;

    #[test]
    fn timings_and_addresses_are_replaced() {
        let text = "[generated in 0.00012s] ()\n[cached since 1.2e-05s ago] (1,)\n[no key 0.1s] [raw sql] ()\n\
                    [dialect oracle+x does not support caching 0.01s] <memory at 0x7f00ab> [no key] [generated in s]";
        let expected = "[generated in Ts] ()\n[cached since Ts ago] (1,)\n[no key Ts] [raw sql] ()\n\
                    [dialect oracle+x does not support caching Ts] <memory at 0x...> [no key] [generated in s]";
        assert_eq!(normalise(text), expected);
    }
}
