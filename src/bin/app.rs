//! The page's entry: mounts the UI, nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        console_error_panic_hook::set_once();
        orm_playground::ui::mount();
    }
}
