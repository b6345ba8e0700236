//! How parameters are shown in log lines and error texts. Mirrors `_repr_params` of `sql/util.py`.

use super::events::SentParameters;
use crate::sql::value::Value;
use crate::util::pyrepr;

const MAX_CHARS: usize = 300;
const MAX_PARAMS: usize = 100;
/// Parameter sets shown of an executemany.
const BATCHES: usize = 10;

/// A repr, shortened in its middle when it is longer than 300 characters.
pub fn shortened(repr: &str) -> String {
    let len = repr.chars().count();
    if len <= MAX_CHARS {
        return repr.to_owned();
    }
    let half = MAX_CHARS / 2;
    let left: String = repr.chars().take(half).collect();
    let right: String = repr.chars().skip(len - half).collect();
    format!("{left} ... ({} characters truncated) ... {right}", len - MAX_CHARS)
}

/// Parameters as a log line or an error text shows them.
pub fn parameters_repr(parameters: &SentParameters) -> String {
    match parameters {
        SentParameters::Many(sets) => {
            if sets.len() > BATCHES {
                let head = many(&sets[..BATCHES - 2]);
                let tail = many(&sets[sets.len() - 2..]);
                return format!(
                    "{}  ... displaying {BATCHES} of {} total bound parameter sets ...  {}",
                    &head[..head.len() - 1],
                    sets.len(),
                    &tail[1..]
                );
            }
            many(sets)
        }
        one => single(one),
    }
}

fn many(sets: &[SentParameters]) -> String {
    let inner: Vec<String> = sets.iter().map(single).collect();
    format!("[{}]", inner.join(", "))
}

fn single(parameters: &SentParameters) -> String {
    match parameters {
        SentParameters::Positional(values) => {
            let shown = batches(values, |it| shortened(&it.repr()));
            if values.len() == 1 { format!("({shown},)") } else { format!("({shown})") }
        }
        SentParameters::Named(pairs) => {
            format!("{{{}}}", batches(pairs, |(key, value)| pair(key, value)))
        }
        SentParameters::Many(sets) => many(sets),
    }
}

fn pair(key: &str, value: &Value) -> String {
    format!("{}: {}", pyrepr::str_repr(key), shortened(&value.repr()))
}

fn batches<T>(items: &[T], show: impl Fn(&T) -> String) -> String {
    let join = |part: &[T]| part.iter().map(&show).collect::<Vec<_>>().join(", ");
    if items.len() <= MAX_PARAMS {
        return join(items);
    }
    let half = MAX_PARAMS / 2;
    format!(
        "{} ... {} parameters truncated ... {}",
        join(&items[..half]),
        items.len() - MAX_PARAMS,
        join(&items[items.len() - half..])
    )
}

/// A statement of a batch as the log shows it: its middle left out over 500 characters.
pub fn long_statement(sql: &str) -> String {
    let len = sql.chars().count();
    if len <= 500 {
        return sql.to_owned();
    }
    let left: String = sql.chars().take(250).collect();
    let right: String = sql.chars().skip(len - 100).collect();
    format!("{left} ... {} characters truncated ... {right}", len - 350)
}
