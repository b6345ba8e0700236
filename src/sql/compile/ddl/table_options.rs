//! What stands behind the closing parenthesis of CREATE TABLE.

use super::*;

impl Ddl<'_> {
    pub(super) fn is_on(table: &Table, name: &str) -> bool {
        match table.options.borrow().get(name) {
            Some(Value::Bool(it)) => *it,
            Some(Value::Int(it)) => *it != 0,
            _ => false,
        }
    }

    pub(super) fn post_create_table(&self, table: &Table) -> String {
        match self.dialect.kind {
            DialectKind::Sqlite => sqlite(table),
            DialectKind::Postgresql => self.postgresql(table),
            DialectKind::Mysql => self.mysql(table),
            DialectKind::Oracle => self.oracle(table),
            DialectKind::Default => String::new(),
        }
    }

    fn postgresql(&self, table: &Table) -> String {
        let options = table.options.borrow();
        let option = |name: &str| options.get(&*format!("postgresql_{name}")).filter(|it| !it.is_null());
        let text = |name: &str| option(name).map(Value::display).filter(|it| !it.is_empty());
        let mut out = String::new();
        if let Some(parents) = option("inherits") {
            let parents = parents.items().unwrap_or_else(|| vec![parents.clone()]);
            let parents: Vec<_> = parents.iter().map(|it| self.dialect.quote(&it.display(), None)).collect();
            out = format!("\n INHERITS ({})", parents.join(", "));
        }
        for (name, word) in [("partition_by", "PARTITION BY"), ("using", "USING")] {
            if let Some(it) = text(name) {
                out = format!("{out}\n {word} {it}");
            }
        }
        if let Some(it) = option("with") {
            out = format!("{out}\n WITH ({})", indexes::with_options(it));
        }
        match option("with_oids") {
            Some(Value::Bool(true)) => out += "\n WITH OIDS",
            Some(Value::Bool(false)) => out += "\n WITHOUT OIDS",
            _ => {}
        }
        if let Some(it) = text("on_commit") {
            out = format!("{out}\n ON COMMIT {}", it.replace('_', " ").to_uppercase());
        }
        if let Some(it) = text("tablespace") {
            out = format!("{out}\n TABLESPACE {}", self.dialect.quote(&it, None));
        }
        out
    }

    fn oracle(&self, table: &Table) -> String {
        let options = table.options.borrow();
        let option = |name: &str| options.get(&*format!("oracle_{name}")).filter(|it| !it.is_null());
        let mut out = String::new();
        if let Some(it) = option("on_commit").map(Value::display).filter(|it| !it.is_empty()) {
            out = format!("\n ON COMMIT {}", it.replace('_', " ").to_uppercase());
        }
        match option("compress") {
            None | Some(Value::Bool(false) | Value::Int(0)) => {}
            Some(Value::Bool(true)) => out += "\n COMPRESS",
            Some(level) => out = format!("{out}\n COMPRESS FOR {}", level.display()),
        }
        if let Some(it) = option("tablespace").map(Value::display).filter(|it| !it.is_empty()) {
            out = format!("{out}\n TABLESPACE {}", self.dialect.quote(&it, None));
        }
        out
    }

    fn mysql(&self, table: &Table) -> String {
        let mut options: Vec<(String, String)> = table
            .options
            .borrow()
            .iter()
            .filter_map(|(name, value)| Some((name.strip_prefix("mysql_")?.to_uppercase(), value.display())))
            .collect();
        if let Some(comment) = &*table.comment.borrow() {
            options.push(("COMMENT".to_owned(), comment.to_string()));
        }
        let (parts, others): (Vec<_>, Vec<_>) = options.into_iter().partition(|(name, _)| name.contains("PARTITION"));
        // A character set goes before the collation, and each level of partitions before the next.
        let others = sorted(
            others,
            &["DEFAULT_CHARSET", "DEFAULT_CHARACTER_SET", "CHARSET", "CHARACTER_SET"].map(|it| (it, "COLLATE")),
        );
        let parts = sorted(
            parts,
            &[
                ("PARTITION_BY", "PARTITIONS"),
                ("PARTITION_BY", "SUBPARTITION_BY"),
                ("PARTITION_BY", "SUBPARTITIONS"),
                ("PARTITIONS", "SUBPARTITIONS"),
                ("PARTITIONS", "SUBPARTITION_BY"),
                ("SUBPARTITION_BY", "SUBPARTITIONS"),
            ],
        );
        let mut out = Vec::new();
        for (name, value) in others {
            let is_string = matches!(&*name, "COMMENT" | "PASSWORD" | "CONNECTION");
            let value = if is_string { quoted(&value, self.dialect) } else { value };
            let is_spaced = matches!(
                &*name,
                "DATA_DIRECTORY"
                    | "INDEX_DIRECTORY"
                    | "DEFAULT_CHARACTER_SET"
                    | "CHARACTER_SET"
                    | "DEFAULT_CHARSET"
                    | "DEFAULT_COLLATE"
            );
            let name = if is_spaced { name.replace('_', " ") } else { name };
            let is_joined = !matches!(&*name, "TABLESPACE" | "DEFAULT CHARACTER SET" | "CHARACTER SET" | "COLLATE");
            out.push(format!("{name}{}{value}", if is_joined { "=" } else { " " }));
        }
        out.extend(parts.into_iter().map(|(name, value)| format!("{} {value}", name.replace('_', " "))));
        out.join(" ")
    }
}

fn sqlite(table: &Table) -> String {
    let mut options = Vec::new();
    if matches!(table.options.borrow().get("sqlite_with_rowid"), Some(Value::Bool(false))) {
        options.push("WITHOUT ROWID");
    }
    if Ddl::is_on(table, "sqlite_strict") {
        options.push("STRICT");
    }
    if options.is_empty() { String::new() } else { format!("\n {}", options.join(",\n ")) }
}

/// Options in the order of these pairs of names.
fn sorted(options: Vec<(String, String)>, pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let place = |name: &str| options.iter().position(|it| it.0 == name);
    let edges: Vec<(usize, usize)> = pairs.iter().filter_map(|(a, b)| Some((place(a)?, place(b)?))).collect();
    let all: Vec<usize> = (0..options.len()).collect();
    let order = crate::util::topological::sort(&edges, &all).unwrap_or(all);
    order.into_iter().map(|it| options[it].clone()).collect()
}
