//! Database files of the native driver: a folder for temporary files that is made when first needed and
//! removed with the driver, so that a program sees the same empty file system on every machine.

use super::driver::{DatabaseFiles, FileNames};
use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// The files of one driver.
#[derive(Debug, Default)]
pub(super) struct NativeFiles {
    folder: OnceCell<PathBuf>,
}

impl NativeFiles {
    fn file(&self, path: &str) -> PathBuf {
        let folder = self.folder.get_or_init(|| {
            let number = COUNT.fetch_add(1, Ordering::Relaxed);
            let folder = std::env::temp_dir().join(format!("orm-playground-{}-{number}", std::process::id()));
            // What cannot be made is told by SQLite when it opens a file there.
            let _ = std::fs::create_dir_all(&folder);
            folder
        });
        folder.join(path.replace('%', "%25").replace('/', "%2F"))
    }

    fn listed(file: &Path) -> Option<String> {
        let name = file.file_name()?.to_str()?.replace("%2F", "/").replace("%25", "%");
        let is_auxiliary = ["-journal", "-wal", "-shm"].iter().any(|it| name.ends_with(it));
        (!is_auxiliary).then_some(name)
    }
}

impl FileNames for NativeFiles {
    fn name_of(&self, path: &str) -> String {
        self.file(path).to_string_lossy().into_owned()
    }
    fn path_of(&self, name: &str) -> Option<String> {
        let file = Path::new(name);
        (file.parent() == self.folder.get().map(PathBuf::as_path)).then(|| Self::listed(file))?
    }
}

impl DatabaseFiles for NativeFiles {
    fn paths(&self) -> Vec<String> {
        let Some(entries) = self.folder.get().and_then(|it| std::fs::read_dir(it).ok()) else { return Vec::new() };
        let mut paths: Vec<_> = entries.flatten().filter_map(|it| Self::listed(&it.path())).collect();
        paths.sort();
        paths
    }
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        self.folder.get()?;
        std::fs::read(self.file(path)).ok()
    }
    fn write(&self, path: &str, bytes: &[u8]) {
        let _ = std::fs::write(self.file(path), bytes);
    }
    fn remove(&self, path: &str) {
        if self.folder.get().is_some() {
            let _ = std::fs::remove_file(self.file(path));
        }
    }
}

impl Drop for NativeFiles {
    fn drop(&mut self) {
        if let Some(folder) = self.folder.get() {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}
