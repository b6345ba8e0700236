//! The parts of Python's `time` that read or move the clock, over the virtual one.
//!
//! Put over the functions of RustPython's own `time` at start; `datetime` reads `time`, so that all
//! of them agree.

pub(crate) use _virtual_time::{install, module_def};

#[pymodule]
mod _virtual_time {
    use crate::python::host;
    use rustpython_vm::{
        PyObjectRef, PyResult, VirtualMachine,
        function::{ArgIntoFloat, FuncArgs, OptionalArg},
    };

    #[pyfunction]
    fn time_ns() -> u64 {
        if let Some(real) = real_nanos() {
            return real;
        }
        host::clock().unix_micros() * 1_000
    }

    #[pyfunction]
    fn time() -> f64 {
        time_ns() as f64 / 1e9
    }

    #[pyfunction]
    fn perf_counter_ns() -> u64 {
        if let Some(real) = real_nanos() {
            return real;
        }
        host::clock().reading_nanos()
    }

    #[pyfunction]
    fn perf_counter() -> f64 {
        perf_counter_ns() as f64 / 1e9
    }

    #[pyfunction]
    fn monotonic_ns() -> u64 {
        perf_counter_ns()
    }

    #[pyfunction]
    fn monotonic() -> f64 {
        perf_counter()
    }

    #[pyfunction]
    fn process_time_ns() -> u64 {
        perf_counter_ns()
    }

    #[pyfunction]
    fn process_time() -> f64 {
        perf_counter()
    }

    #[pyfunction]
    fn sleep(seconds: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<()> {
        let seconds: f64 = seconds.into_float();
        if seconds.is_nan() {
            return Err(vm.new_value_error("Invalid value NaN (not a number)"));
        }
        if seconds < 0.0 {
            return Err(vm.new_value_error("sleep length must be non-negative"));
        }
        let micros = (seconds * 1e6).round() as u64;
        host::flush();
        host::clock().advance(micros);
        host::host().slept(micros);
        Ok(())
    }

    /// Nanoseconds since 1970 on the real clock, if the program is to see it.
    fn real_nanos() -> Option<u64> {
        if !host::clock().is_real_time() {
            return None;
        }
        let since_1970 = rustpython_vm::host_env::time::duration_since_system_now().ok()?;
        u64::try_from(since_1970.as_nanos()).ok()
    }

    /// Calls the real `name`, with the virtual time where the caller left it out.
    fn with_now(name: &'static str, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let real = vm.import("time", 0)?.get_attr(REAL, vm)?.get_item(name, vm)?;
        match args.args.first() {
            Some(first) if !vm.is_none(first) => real.call(args, vm),
            _ => real.call((time(),), vm),
        }
    }

    #[pyfunction]
    fn localtime(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        with_now("localtime", args, vm)
    }

    #[pyfunction]
    fn gmtime(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        with_now("gmtime", args, vm)
    }

    #[pyfunction]
    fn ctime(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        with_now("ctime", args, vm)
    }

    #[pyfunction]
    fn asctime(moment: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let moment = moment.into_option().map_or_else(|| localtime(FuncArgs::default(), vm), Ok)?;
        vm.import("time", 0)?.get_attr(REAL, vm)?.get_item("asctime", vm)?.call((moment,), vm)
    }

    #[pyfunction]
    fn strftime(format: PyObjectRef, moment: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let moment = moment.into_option().map_or_else(|| localtime(FuncArgs::default(), vm), Ok)?;
        vm.import("time", 0)?.get_attr(REAL, vm)?.get_item("strftime", vm)?.call((format, moment), vm)
    }

    /// Where `time` keeps the functions that were there before.
    const REAL: &str = "_real";

    const NAMES: &[&str] = &[
        "time",
        "time_ns",
        "perf_counter",
        "perf_counter_ns",
        "monotonic",
        "monotonic_ns",
        "process_time",
        "process_time_ns",
        "sleep",
        "localtime",
        "gmtime",
        "ctime",
        "asctime",
        "strftime",
    ];

    /// Puts these functions over those of `time`.
    pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
        let ours = vm.import("_virtual_time", 0)?;
        let module = vm.import("time", 0)?;
        let real = vm.ctx.new_dict();
        for name in NAMES {
            let name = vm.ctx.intern_str(*name);
            if let Ok(function) = module.get_attr(name, vm) {
                real.set_item(name, function, vm)?;
            }
            module.set_attr(name, ours.get_attr(name, vm)?, vm)?;
        }
        module.set_attr(REAL, real, vm)?;
        Ok(())
    }
}
