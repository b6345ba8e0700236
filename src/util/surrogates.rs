//! Lone surrogates in texts of Rust, which cannot hold them: characters of the last private plane stand for them.

const FIRST: u32 = 0x10_f000;

/// What stands for a lone surrogate.
pub fn stand_in(surrogate: u32) -> char {
    char::from_u32(FIRST + (surrogate & 0x7ff)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The code point of a character, or of the surrogate that it stands for.
pub fn code_point(c: char) -> u32 {
    let code = u32::from(c);
    if (FIRST..FIRST + 0x800).contains(&code) { code - FIRST + 0xd800 } else { code }
}

/// Whether anything in a text stands for a surrogate.
pub fn any_in(text: &str) -> bool {
    // The characters begin with this byte, which few others do.
    text.as_bytes().contains(&0xf4) && text.chars().any(|it| code_point(it) != u32::from(it))
}

#[cfg(test)]
mod tests {
    #[test]
    fn surrogates_come_back() {
        for code in [0xd800, 0xdbff, 0xdc00, 0xdfff] {
            let text = String::from(super::stand_in(code));
            assert!(super::any_in(&text));
            assert_eq!(text.chars().map(super::code_point).collect::<Vec<_>>(), [code]);
        }
        assert!(!super::any_in("a\u{10ffff}"));
    }
}
