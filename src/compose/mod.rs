//! Content into boards: content folders, fitting by role. Knows templates and texts; the disk only in `folder.rs`.

mod folder;

pub use folder::{ImportError, Imported, import_folder, import_paths};
