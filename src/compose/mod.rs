//! Content into boards: content folders, fitting by role. Knows templates and texts; the disk only in `folder.rs`.

mod choose;
mod content;
mod encoding;
mod fit;
mod folder;
mod import;
mod node;
mod photos;
mod sample;
mod specimen;
mod table;

pub use encoding::decode;
pub use folder::{ImportError, Imported, import_folder, import_paths};
pub use sample::{empty_sample, sample_run};
pub use specimen::{Amount, specimens};
