//! Content into boards: content folders, fitting by role. Knows templates and texts; the disk only in `folder.rs`.

mod article;
mod choose;
mod content;
mod docx;
mod draft;
mod encoding;
mod figures;
mod fit;
mod folder;
mod import;
mod node;
mod paste;
mod photos;
mod refit;
mod register;
mod sample;
mod series;
mod specimen;
mod table;

pub use docx::{NoWord, Word, read_document};
pub use draft::{Draft, draft};
pub use encoding::decode;
pub use folder::{ImportError, Imported, Named, import_folder, import_paths, take_pictures};
pub use paste::{Outline, Proposed, Wish, proposed};
pub use refit::{Restyled, misfit, refit, restyled};
pub use register::{Taken, as_csv, facts_from, facts_table, names_from, names_table};
pub use sample::{empty_sample, sample_run};
pub use specimen::{Amount, specimens};
