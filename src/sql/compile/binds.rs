//! Bound parameters: their names, clashes, and the marks that stand for them until the text is whole.

use super::{BindInfo, CompileError, Compiler, Kw, SlotKey};
use crate::sql::expr::{Bind, BindValue, Expr, ExprKind, Name};
use crate::sql::labels::{AnonKey, LabelText, escape_bind};
use crate::sql::types::Type;
use crate::sql::value::Value;
use std::rc::Rc;

/// Around the number of a parameter in unfinished text.
pub(super) const MARK: char = '\u{1}';
pub(super) const MARK_END: char = '\u{2}';
/// Each item of an IN list that is written out, in the text around it.
pub(super) const LITERAL_ITEM: char = '\u{3}';

impl Compiler {
    /// A parameter where an expression stands.
    pub(super) fn bind(&mut self, bind: &Bind, ty: &Type, kw: &Kw<'_>) -> Result<String, CompileError> {
        if let Name::Anon { id, .. } = &bind.key
            && let Some(text) = self.written_binds.get(id)
        {
            return Ok(text.clone());
        }
        if kw.literal_binds && bind.expanding {
            let around = self.in_bind_expression(LITERAL_ITEM.to_string(), false, ty, kw)?;
            return Ok(format!("({})", self.literal_bind(bind, ty, &around, kw)?));
        }
        let text = self.bare_bind(bind, ty, kw)?;
        self.in_bind_expression(text, bind.expanding, ty, kw)
    }

    /// What the type puts around a parameter: its `bind_expression()`.
    pub(super) fn in_bind_expression(
        &mut self,
        text: String,
        expanding: bool,
        ty: &Type,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let Some(processor) = &ty.processor else { return Ok(text) };
        if kw.skip_bind_expression {
            return Ok(text);
        }
        let id = self.local_id();
        let bind = Bind {
            key: Name::Anon { id, base: "param".into() },
            value: BindValue::Required,
            expanding: false,
            is_in_comparison: false,
            is_row_count: false,
            literal_execute: false,
            unique: true,
            required: false,
        };
        let Some(around) = processor
            .bind_expression(&Expr::new(ExprKind::Bind(bind), ty.clone()), self.dialect.name)
            .map_err(CompileError::Host)?
        else {
            return Ok(text);
        };
        self.written_binds.insert(id, text);
        let kw = Kw { skip_bind_expression: true, literal_binds: kw.literal_binds && !expanding, ..*kw };
        let wrapped = self.expr(&around, &kw)?;
        let Some((before, index, after)) = expanding.then(|| split_expanding(&wrapped)).flatten() else {
            return Ok(wrapped);
        };
        // What is around a list goes around each of its items.
        if let Some((_, info)) = self.binds.get_index_mut(index) {
            info.around = Some((before.into(), after.into()));
        }
        Ok(format!("({MARK}{index}{MARK_END})"))
    }

    fn bare_bind(&mut self, bind: &Bind, ty: &Type, kw: &Kw<'_>) -> Result<String, CompileError> {
        if kw.literal_binds {
            return self.literal_bind(bind, ty, "", kw);
        }
        if kw.is_upsert_set
            && matches!(bind.value, BindValue::Required | BindValue::Value(Value::Null))
            && let Some(imv) = &mut self.facts.dml.insertmanyvalues
        {
            imv.has_upsert_bound_parameters = true;
        }
        let name = self.bind_name(&bind.key);
        let (key, unique) = match &bind.key {
            Name::Given(key) => (key.text.clone(), false),
            Name::Anon { .. } => (name.clone(), true),
        };
        let slot = match &bind.key {
            Name::Given(key) => SlotKey::Given(key.text.clone()),
            Name::Anon { id, .. } => SlotKey::Anon(*id),
        };
        let info = BindInfo {
            value: bind.value.clone(),
            ty: ty.clone(),
            expanding: bind.expanding,
            literal_execute: bind.literal_execute || kw.literal_execute,
            required: bind.required,
            key,
            slot: Some(slot),
            unique,
            is_crud: false,
            negated: kw.is_negated_in,
            around: None,
        };
        self.add_bind(name, info)
    }

    /// The name of a parameter in this statement.
    pub(super) fn bind_name(&mut self, key: &Name) -> Rc<str> {
        match key {
            Name::Given(name) => name.text.clone(),
            Name::Anon { id, base } => {
                if let Some(name) = self.bind_names.get(key) {
                    return name.clone();
                }
                let label = LabelText::Anon(AnonKey::of_id(*id), escape_bind(base));
                let name = self.label_text('b', &label).text;
                self.bind_names.insert(key.clone(), name.clone());
                name
            }
        }
    }

    /// Registers a parameter and gives the mark for it.
    pub(super) fn add_bind(&mut self, name: Rc<str>, info: BindInfo) -> Result<String, CompileError> {
        if let Some(existing) = self.binds.get(&name) {
            let same = existing.slot == info.slot && existing.is_crud == info.is_crud;
            let same = same && (info.slot.is_some() || !info.is_crud);
            if !same || existing.expanding != info.expanding {
                clash(&name, existing, &info)?;
            }
        }
        if let Some(list) = &mut self.accumulate {
            list.push(name.clone());
        }
        let expanding = info.expanding;
        let (index, _) = self.binds.insert_full(name, info);
        Ok(if expanding { format!("({MARK}{index}{MARK_END})") } else { format!("{MARK}{index}{MARK_END}") })
    }

    /// A parameter that only the compiler knows, such as SQLite's `OFFSET 0`.
    pub(super) fn local_bind(&mut self, value: Value, ty: Type, kw: &Kw<'_>) -> Result<String, CompileError> {
        self.slot_bind(value, ty, None, kw)
    }

    /// A parameter that has a number of its own, so that it is the same wherever its part is repeated.
    pub(super) fn numbered_bind(
        &mut self,
        id: u32,
        value: Value,
        ty: Type,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let bind = Bind {
            key: Name::Anon { id, base: "param".into() },
            value: BindValue::Value(value),
            expanding: false,
            is_in_comparison: false,
            is_row_count: false,
            unique: true,
            literal_execute: false,
            required: false,
        };
        self.bind(&bind, &ty, kw)
    }

    /// The same with a place in the cache key.
    pub(super) fn slot_bind(
        &mut self,
        value: Value,
        ty: Type,
        slot: Option<SlotKey>,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let id = self.local_id();
        let name = self.bind_name(&Name::Anon { id, base: "param".into() });
        let text = self.numbered_bind(id, value, ty, kw)?;
        if slot.is_some()
            && let Some(info) = self.binds.get_mut(&name)
        {
            info.slot = slot;
        }
        Ok(text)
    }
}

/// What is before the mark of a list, its number, and what is behind it.
fn split_expanding(text: &str) -> Option<(&str, usize, &str)> {
    let open = format!("({MARK}");
    let close = format!("{MARK_END})");
    let start = text.find(&open)?;
    let end = start + text[start..].find(&close)?;
    let index = text[start + open.len()..end].parse().ok()?;
    Some((&text[..start], index, &text[end + close.len()..]))
}

fn clash(name: &str, existing: &BindInfo, new: &BindInfo) -> Result<(), CompileError> {
    if existing.unique || new.unique {
        return Err(CompileError::compile(format!(
            "Bind parameter '{name}' conflicts with unique bind parameter of the same name"
        )));
    }
    if existing.expanding != new.expanding {
        return Err(CompileError::compile(format!(
            "Can't reuse bound parameter name '{name}' in both 'expanding' (e.g. within an IN expression) and \
             non-expanding contexts.  If this parameter is to receive a list/array value, set 'expanding=True' on \
             it for expressions that aren't IN, otherwise use a different parameter name."
        )));
    }
    if existing.is_crud && new.is_crud {
        return Err(unsupported_case());
    }
    if existing.is_crud || new.is_crud {
        let key = &new.key;
        return Err(CompileError::compile(format!(
            "bindparam() name '{key}' is reserved for automatic usage in the VALUES or SET clause of this \
             insert/update statement.   Please use a name other than column name when using bindparam() with \
             insert() or update() (for example, 'b_{key}')."
        )));
    }
    Ok(())
}

/// Two values that a statement writes have parameters of one name.
pub(super) fn unsupported_case() -> CompileError {
    CompileError::compile(
        "Encountered unsupported case when compiling an INSERT or UPDATE statement.  If this is a multi-table \
         UPDATE statement, please provide string-named arguments to the values() method with distinct names; \
         support for multi-table UPDATE statements that target multiple tables for UPDATE is very limited",
    )
}
