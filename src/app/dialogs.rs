//! Questions that cannot wait in place: what cannot be undone, or needs input first.

use super::tasks::Export;
use crate::model::BoardId;

/// What is asked.
#[derive(Clone, Debug)]
pub enum Ask {
    DeleteBoard(BoardId),
    NewBoard,
    /// A place on the disk.
    Path(Purpose),
}

/// What a chosen place is for.
#[derive(Clone, Debug)]
pub enum Purpose {
    OpenShow,
    ImportFolder,
    Photos,
    Export(Export),
}
