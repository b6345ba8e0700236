//! Numbers in the words of the page: separators, units, singular and plural.

/// `1232` as `1,232`.
pub fn count(number: impl TryInto<u64>) -> String {
    let digits = number.try_into().unwrap_or(u64::MAX).to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 statement`, `1,232 statements`.
pub fn counted(number: impl TryInto<u64>, noun: &str) -> String {
    let number = number.try_into().unwrap_or(u64::MAX);
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", count(number))
}

/// A duration with three digits: `0.20 ms`, `20.2 ms`, `177 ms`, `24.2 s`, `2 min 05 s`.
pub fn micros(micros: u64) -> String {
    let millis = as_f64(micros) / 1000.0;
    match micros {
        0 => "0 ms".to_owned(),
        1..=9_994 => format!("{millis:.2} ms"),
        9_995..=99_949 => format!("{millis:.1} ms"),
        99_950..=999_499 => format!("{millis:.0} ms"),
        999_500..=59_949_999 => format!("{:.1} s", millis / 1000.0),
        _ => format!("{} min {:02} s", micros / 60_000_000, micros / 1_000_000 % 60),
    }
}

/// A chosen latency, as short as can be: `0 ms`, `0.1 ms`, `20 ms`.
pub fn latency(micros: u64) -> String {
    format!("{} ms", as_f64(micros) / 1000.0)
}

/// `1.9 MB`
pub fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", as_f64(bytes) / 1_000_000.0)
}

/// Exact below 2^53, which no duration or size here reaches.
#[allow(clippy::cast_precision_loss)]
pub fn as_f64(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_separators_and_units() {
        assert_eq!(count(7_u32), "7");
        assert_eq!(count(1_232_u32), "1,232");
        assert_eq!(count(1_000_000_u32), "1,000,000");
        assert_eq!(counted(1_u32, "statement"), "1 statement");
        assert_eq!(counted(0_u32, "statement"), "0 statements");
    }

    #[test]
    fn durations_have_three_digits() {
        let shown = [0, 200, 4_520, 20_200, 177_000, 24_200_000, 125_000_000].map(micros);
        assert_eq!(shown, ["0 ms", "0.20 ms", "4.52 ms", "20.2 ms", "177 ms", "24.2 s", "2 min 05 s"]);
        assert_eq!([0, 100, 1_000, 200_000].map(latency), ["0 ms", "0.1 ms", "1 ms", "200 ms"]);
    }
}
