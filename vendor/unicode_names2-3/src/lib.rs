//! `unicode_names2` without its table: the characters whose names follow a rule.

const CJK: &str = "CJK UNIFIED IDEOGRAPH-";
/// First and last of the ranges of CJK ideographs.
const CJK_RANGES: [(u32, u32); 10] = [
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B739),
    (0x2B740, 0x2B81D),
    (0x2B820, 0x2CEA1),
    (0x2CEB0, 0x2EBE0),
    (0x2EBF0, 0x2EE5D),
    (0x30000, 0x3134A),
    (0x31350, 0x33479),
];

const HANGUL: &str = "HANGUL SYLLABLE ";
const FIRST_SYLLABLE: u32 = 0xAC00;
const LEADING: [&str; 19] =
    ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];
const VOWELS: [&str; 21] = [
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU",
    "YI", "I",
];
const TRAILING: [&str; 28] = [
    "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S",
    "SS", "NG", "J", "C", "K", "T", "P", "H",
];

fn is_cjk(code: u32) -> bool {
    CJK_RANGES.iter().any(|&(first, last)| (first..=last).contains(&code))
}

/// The name of a character, if a rule gives it.
pub fn name(character: char) -> Option<String> {
    let code = character as u32;
    if is_cjk(code) {
        return Some(format!("{CJK}{code:X}"));
    }
    let index = code.checked_sub(FIRST_SYLLABLE)? as usize;
    let (leading, vowel, trailing) = (index / (21 * 28), index / 28 % 21, index % 28);
    Some(format!("{HANGUL}{}{}{}", LEADING.get(leading)?, VOWELS[vowel], TRAILING[trailing]))
}

/// The character with this name, if a rule gives it.
pub fn character(name: &str) -> Option<char> {
    let name = name.to_ascii_uppercase();
    if let Some(code) = name.strip_prefix(CJK) {
        return u32::from_str_radix(code, 16).ok().filter(|it| is_cjk(*it)).and_then(char::from_u32);
    }
    let syllable = name.strip_prefix(HANGUL)?;
    let last = FIRST_SYLLABLE + 19 * 21 * 28 - 1;
    (FIRST_SYLLABLE..=last)
        .filter_map(char::from_u32)
        .find(|it| self::name(*it).is_some_and(|it| it[HANGUL.len()..] == *syllable))
}
