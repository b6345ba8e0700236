//! Hints in plain words under the commonest errors. Pure.
//!
//! `static/hints.json` is the table, in order of precedence: an exception's class, a part of its message, and one or
//! two sentences: what happened in terms of the program, then what to change. The parts are those of SQLAlchemy 2.1.9,
//! sqlite3 and Python as the playground raises them.

use serde::Deserialize;

/// What to say of an error.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Hint {
    /// The exception's class without its module, or nothing for any.
    pub class: String,
    /// What must occur in the message, or nothing for any.
    pub pattern: String,
    /// One or two sentences.
    pub text: String,
}

/// The first hint that fits an exception. `class`: with or without its module.
pub fn hint<'a>(hints: &'a [Hint], class: &str, message: &str) -> Option<&'a str> {
    let class = class.rsplit('.').next().unwrap_or(class);
    let fits = |it: &&Hint| (it.class.is_empty() || it.class == class) && message.contains(&it.pattern);
    hints.iter().find(fits).map(|it| &*it.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn hints() -> Vec<Hint> {
        serde_json::from_str(include_str!("../../static/hints.json")).expect("the table is well formed")
    }

    fn hint(class: &str, message: &str) -> Option<String> {
        super::hint(&hints(), class, message).map(str::to_owned)
    }

    fn starts(class: &str, message: &str) -> String {
        let text = hint(class, message).expect("there is a hint");
        text.split(['.', ',', ':']).next().expect("split gives at least one part").to_owned()
    }

    #[test]
    fn module_of_the_class_does_not_matter() {
        let message = "Parent instance <Author at 0x7f> is not bound to a Session; lazy load operation of attribute \
                       'books' cannot proceed";
        assert!(hint("DetachedInstanceError", message).is_some());
        assert_eq!(hint("sqlalchemy.orm.exc.DetachedInstanceError", message), hint("DetachedInstanceError", message));
    }

    #[test]
    fn message_decides_between_hints_of_one_class() {
        let refused = |what: &str| {
            starts("sqlalchemy.exc.IntegrityError", &format!("(sqlite3.IntegrityError) {what} constraint failed: a.b"))
        };
        assert_eq!(
            refused("UNIQUE"),
            "The table already holds a row with this value in the column named in the message"
        );
        assert_eq!(refused("NOT NULL"), "A column that must have a value got None");
        assert_eq!(refused("UNHEARD-OF"), "The database refused the row because of a constraint");
    }

    #[test]
    fn missing_class_is_told_before_the_failure_that_it_causes() {
        let message = "One or more mappers failed to initialize - can't proceed with initialization of other mappers. \
                       Triggering mapper: 'Mapper[A(a)]'. Original exception was: When initializing mapper \
                       Mapper[A(a)], expression 'Bok' failed to locate a name ('Bok').";
        assert_eq!(
            starts("sqlalchemy.exc.InvalidRequestError", message),
            "A class or table named in quotes was not found when the models were put together"
        );
    }

    #[test]
    fn modules_that_are_not_there_have_hints_of_their_own() {
        let message = |name: &str| format!("No module named '{name}' (not part of the playground)");
        assert_eq!(
            starts("builtins.ModuleNotFoundError", &message("alembic.config")),
            "Alembic is not there in the playground yet"
        );
        assert_eq!(starts("builtins.ModuleNotFoundError", &message("django")), "This module is not there");
    }

    #[test]
    fn errors_of_the_program_itself_have_none() {
        assert_eq!(hint("builtins.ZeroDivisionError", "division by zero"), None);
        assert_eq!(hint("builtins.NotImplementedError", "a shape has to say its area"), None);
        assert_eq!(hint("main.OutOfStock", "no such table left"), None);
    }

    #[test]
    fn no_hint_is_hidden_by_an_earlier_one() {
        for (at, it) in hints().iter().enumerate() {
            let hides = |earlier: &&Hint| earlier.class == it.class && it.pattern.contains(earlier.pattern);
            assert_eq!(hints()[..at].iter().find(hides), None, "before {it:?}");
        }
    }

    #[test]
    fn hints_are_short_sentences() {
        let mut seen = BTreeSet::new();
        for it in hints() {
            let length = it.text.chars().count();
            assert!((60..=220).contains(&length), "{length} characters: {}", it.text);
            assert!(it.text.ends_with('.') && !it.text.contains('!'), "{}", it.text);
            assert!(seen.insert((it.class, it.pattern)), "twice: {} {}", it.class, it.pattern);
        }
    }
}
