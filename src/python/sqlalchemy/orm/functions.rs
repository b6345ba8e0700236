//! The functions of `_sqlalchemy_orm`; its classes are in `native`.

#[rustpython_vm::pymodule(sub, name = "_sqlalchemy_orm")]
pub(crate) mod native {
    use super::super::attribute;
    use super::super::classes;
    use super::super::collections;
    use super::super::inheriting;
    use super::super::instance::{self, expect_state, raise};
    use super::super::mapper as mapping;
    use super::super::native::PyMapper;
    use super::super::session;
    use crate::orm::entity;
    use crate::python::sqlalchemy::coerce::{Role, expr_from_py, expr_to_py};
    use rustpython_vm::{PyObjectRef, PyRef, PyResult, VirtualMachine, function::FuncArgs};
    use std::rc::Rc;

    /// `foreign()` and `remote()`: the expression with its columns marked.
    #[pyfunction]
    fn marked(expression: PyObjectRef, is_foreign: bool, vm: &VirtualMachine) -> PyResult {
        let expr = expr_from_py(&expression, Role::Any, vm)?;
        expr_to_py(&crate::orm::join_annotations::marked(&expr, is_foreign), vm)
    }
    /// A relationship's primary join as its back reference has it.
    #[pyfunction]
    fn reversed_join(join: PyObjectRef, mapper: PyRef<PyMapper>, vm: &VirtualMachine) -> PyResult {
        let expr = expr_from_py(&join, Role::Any, vm)?;
        expr_to_py(&crate::orm::join_annotations::reversed(&expr, &mapper.mapper), vm)
    }
    /// `(entity, key)` of an attribute; of other expressions the first entity in them and no key; None without one.
    #[pyfunction]
    fn attribute_of(expression: PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<(PyObjectRef, Option<String>)>> {
        let Ok(expr) = expr_from_py(&expression, Role::Any, vm) else { return Ok(None) };
        let Some(entity) = entity::first_tag(&expr).and_then(entity::by_tag) else { return Ok(None) };
        let key = expr.0.entity.and(expr.0.proxy_key.as_ref()).map(ToString::to_string);
        Ok(Some((super::super::hook::namespace(&entity, vm)?, key)))
    }
    #[pyfunction]
    fn install_hook() {
        super::super::super::plugin::set_hook(Some(Rc::new(super::super::hook::Hook)));
    }
    #[pyfunction]
    fn has_entities(statement: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        super::super::hook::has_entities(&statement, vm)
    }
    #[pyfunction]
    fn dml_entity(statement: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        super::super::hook::dml_entity(&statement, vm)
    }
    #[pyfunction]
    fn is_over_entities(statement: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        super::super::hook::is_over_entities(&statement, vm)
    }
    #[pyfunction]
    fn with_criteria(statement: PyObjectRef, adds: bool, vm: &VirtualMachine) -> PyResult {
        super::super::hook::with_criteria(&statement, adds, vm)
    }
    #[pyfunction]
    fn plugin_subject(statement: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        super::super::hook::plugin_subject(&statement, vm)
    }
    #[pyfunction]
    fn statement_options(statement: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        super::super::hook::statement_options(&statement, vm)
    }
    /// An expression as nested tuples; see `evaluator.py`.
    #[pyfunction]
    fn evaluate_tree(expression: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        super::super::evaluator::tree_of(&expression, vm)
    }
    #[pyfunction]
    fn has_returning(statement: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        super::super::hook::has_returning(&statement, vm)
    }
    /// Gives a column that has none its name, and its type.
    #[pyfunction]
    fn name_column(column: PyObjectRef, name: PyObjectRef, ty: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        mapping::name_column(&column, &name, &ty, vm)
    }
    /// `(WHERE criteria, has LIMIT or OFFSET)` of a SELECT, UPDATE or DELETE.
    #[pyfunction]
    fn statement_parts(statement: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        super::super::hook::statement_parts(&statement, vm)
    }
    #[pyfunction]
    fn with_columns(statement: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        super::super::hook::with_columns(&statement, vm)
    }
    #[pyfunction]
    fn has_upsert(statement: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        super::super::session::has_upsert(&statement, vm)
    }
    #[pyfunction]
    fn assigned_values(statement: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        super::super::hook::assigned_values(&statement, vm)
    }
    /// `a, b, c`, for ORDER BY and GROUP BY.
    #[pyfunction]
    fn clause_list(items: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        use crate::python::sqlalchemy::coerce::{Role, expr_from_py, expr_to_py};
        use crate::sql::expr::{Expr, ExprKind};
        let clauses = items.iter().map(|it| expr_from_py(it, Role::Any, vm)).collect::<PyResult<Vec<_>>>()?;
        let ty = crate::sql::types::null_type();
        let list = ExprKind::List { op: crate::sql::operators::Op::Comma, clauses, group: false };
        expr_to_py(&Expr::new(list, ty), vm)
    }
    #[pyfunction]
    fn set_dont_set(value: PyObjectRef) {
        attribute::set_dont_set(value);
    }
    #[pyfunction]
    fn set_listened(name: Option<String>) {
        super::super::events::set_listened(name);
    }
    #[pyfunction]
    fn request_configure(mapper: PyObjectRef) {
        classes::request_configure(mapper);
    }
    #[pyfunction]
    fn take_unconfigured() -> Vec<PyObjectRef> {
        classes::take_waiting()
    }
    #[pyfunction]
    fn put_back_unconfigured(mappers: Vec<PyObjectRef>) {
        for mapper in mappers {
            classes::request_configure(mapper);
        }
    }
    #[pyfunction]
    fn configure_for(class: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        classes::configure_for(&class, vm)
    }
    #[pyfunction]
    fn all_mappers() -> Vec<PyObjectRef> {
        classes::all()
    }
    /// The mapper of a class, or None.
    #[pyfunction]
    fn mapper_of(class: PyObjectRef, vm: &VirtualMachine) -> PyObjectRef {
        vm.unwrap_or_none(classes::mapper_object_of_class(&class, vm))
    }
    /// The state of an instance, or None for what is not mapped.
    #[pyfunction]
    fn state_of(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        if instance::state_of(&object, vm)?.is_none() {
            return Ok(vm.ctx.none());
        }
        instance::dict_of(&object, vm)?.get_item("_sa_instance_state", vm)
    }
    /// A collection is about to take a member; gives what it takes.
    #[pyfunction]
    fn collection_appending(collection: PyObjectRef, item: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        collections::appending(&collection, item, vm)
    }
    #[pyfunction]
    fn expire_unmerged(merged: PyObjectRef, key: String, vm: &VirtualMachine) -> PyResult<()> {
        let state = expect_state(&merged, vm)?;
        let host = super::super::session::host();
        crate::orm::attributes::expire_unmerged(&*host, &state, &key.into()).map_err(|it| raise(it, vm))
    }
    #[pyfunction]
    fn copy_load_options(source: PyObjectRef, merged: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        crate::orm::attributes::copy_load_options(&expect_state(&source, vm)?, &expect_state(&merged, vm)?);
        Ok(())
    }
    /// A collection is told to take a member that it has.
    #[pyfunction]
    fn collection_keeping(collection: PyObjectRef, item: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        collections::keeping(&collection, &item, vm)
    }
    /// A collection is about to lose a member, or has lost it by `pop()`.
    #[pyfunction]
    fn collection_removing(collection: PyObjectRef, item: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        collections::removing(&collection, &item, vm)
    }
    /// A collection is about to lose a member, which one it says afterwards.
    #[pyfunction]
    fn collection_popping(collection: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        collections::popping(&collection, vm)
    }
    #[pyfunction]
    fn key_for_column(instance: PyObjectRef, column: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let state = expect_state(&instance, vm)?;
        mapping::key_for_column(&state.mapper, &column, vm)
    }
    /// `__init__` of declarative classes: keywords become attributes.
    #[pyfunction]
    fn construct(args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        attribute::construct(args, vm)
    }
    #[pyfunction]
    fn set_committed_value(
        instance: PyObjectRef,
        key: String,
        value: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        attribute::set_committed(&instance, &key, value, vm)
    }
    /// Loads a relationship for `merge()`, also where reading it raises.
    #[pyfunction]
    fn load_for_merge(instance: PyObjectRef, key: String, vm: &VirtualMachine) -> PyResult<()> {
        attribute::load_for_merge(&instance, &key, vm)
    }
    #[pyfunction]
    fn flag_modified(instance: PyObjectRef, key: String, vm: &VirtualMachine) -> PyResult<()> {
        attribute::flag_modified(&instance, &key, vm)
    }
    #[pyfunction]
    fn make_transient(instance: PyObjectRef, to_detached: bool, vm: &VirtualMachine) -> PyResult<()> {
        session::make_transient(&instance, to_detached, vm)
    }
    #[pyfunction]
    fn object_session(instance: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let state = expect_state(&instance, vm)?;
        Ok(vm.unwrap_or_none(state.session().and_then(|it| session::object_of(&it))))
    }
    /// `aliased(class, alias, name, flat, adapt_on_names)`
    #[pyfunction]
    fn aliased(
        entity: PyObjectRef,
        alias: PyObjectRef,
        name: PyObjectRef,
        flat: bool,
        adapt_on_names: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        attribute::aliased(&entity, &alias, &name, (flat, adapt_on_names), vm)
    }
    /// `with_polymorphic(base, classes or None for "*", selectable, ...)`
    #[pyfunction]
    fn with_polymorphic(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        inheriting::with_polymorphic(&args, vm)
    }
    /// `(class, part)` for each subclass of a `with_polymorphic()`.
    #[pyfunction]
    fn polymorphic_parts(entity: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        inheriting::parts(&entity, vm)
    }
    /// The attribute of an aliased entity.
    #[pyfunction]
    fn aliased_attribute(entity: PyObjectRef, key: String, vm: &VirtualMachine) -> PyResult {
        attribute::aliased_attribute(&entity, &key, vm)
    }
    /// A loader option from its steps; see `strategy_options.py`.
    #[pyfunction]
    fn loader_option(
        root: PyObjectRef,
        steps: Vec<PyObjectRef>,
        branches: Vec<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult {
        super::super::options::build(&root, &steps, &branches, vm)
    }
    #[pyfunction]
    fn refused_option(message: String, vm: &VirtualMachine) -> PyObjectRef {
        super::super::options::refused(&message, vm)
    }
    #[pyfunction]
    fn eagerloads_off_option(vm: &VirtualMachine) -> PyObjectRef {
        super::super::options::eagerloads_off(vm)
    }
    #[pyfunction]
    fn base_alias_option(selectable: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        super::super::options::base_alias(&selectable, vm)
    }
    /// The loader options of a SELECT.
    #[pyfunction]
    fn options_of(statement: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        super::super::hook::options_of(&statement, vm)
    }
    /// `with_loader_criteria(entity, expression or callable)`
    #[pyfunction]
    fn loader_criteria(
        entity: PyObjectRef,
        criteria: PyObjectRef,
        include_aliases: bool,
        propagate: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        super::super::options::criteria(&entity, &criteria, include_aliases, propagate, vm)
    }
}
