//! `_playground_hashes`: the hash functions behind `hashlib`: md5, sha1 and the sha2 family.

pub(crate) use _playground_hashes::module_def;

#[pymodule]
mod _playground_hashes {
    use digest::DynDigest;
    use rustpython_vm::{
        Py, PyPayload, PyResult, VirtualMachine,
        builtins::PyUtf8StrRef,
        function::{ArgBytesLike, OptionalArg},
    };
    use std::cell::RefCell;

    /// A hash that is being computed.
    #[pyattr]
    #[pyclass(name = "HASH")]
    #[derive(PyPayload)]
    struct Hash {
        name: &'static str,
        block_size: usize,
        state: RefCell<Box<dyn DynDigest>>,
    }

    impl std::fmt::Debug for Hash {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(self.name)
        }
    }

    #[pyclass]
    impl Hash {
        #[pymethod]
        fn update(zelf: &Py<Self>, data: ArgBytesLike) {
            zelf.state.borrow_mut().update(&data.borrow_buf());
        }

        #[pymethod]
        fn digest(zelf: &Py<Self>) -> Vec<u8> {
            zelf.state.borrow().box_clone().finalize().into_vec()
        }

        #[pymethod]
        fn hexdigest(zelf: &Py<Self>) -> String {
            Self::digest(zelf).iter().map(|it| format!("{it:02x}")).collect()
        }

        #[pymethod]
        fn copy(zelf: &Py<Self>) -> Self {
            let state = RefCell::new(zelf.state.borrow().box_clone());
            Self { name: zelf.name, block_size: zelf.block_size, state }
        }

        #[pygetset]
        fn name(zelf: &Py<Self>) -> &'static str {
            zelf.name
        }

        #[pygetset]
        fn digest_size(zelf: &Py<Self>) -> usize {
            zelf.state.borrow().output_size()
        }

        #[pygetset]
        fn block_size(zelf: &Py<Self>) -> usize {
            zelf.block_size
        }
    }

    #[pyfunction]
    fn new(name: PyUtf8StrRef, data: OptionalArg<ArgBytesLike>, vm: &VirtualMachine) -> PyResult<Hash> {
        let (name, block_size, state): (_, _, Box<dyn DynDigest>) = match name.as_str() {
            "md5" => ("md5", 64, Box::new(md5::Md5::default())),
            "sha1" => ("sha1", 64, Box::new(sha1::Sha1::default())),
            "sha224" => ("sha224", 64, Box::new(sha2::Sha224::default())),
            "sha256" => ("sha256", 64, Box::new(sha2::Sha256::default())),
            "sha384" => ("sha384", 128, Box::new(sha2::Sha384::default())),
            "sha512" => ("sha512", 128, Box::new(sha2::Sha512::default())),
            other => return Err(vm.new_value_error(format!("unsupported hash type {other}"))),
        };
        let hash = Hash { name, block_size, state: RefCell::new(state) };
        if let OptionalArg::Present(data) = data {
            hash.state.borrow_mut().update(&data.borrow_buf());
        }
        Ok(hash)
    }
}
