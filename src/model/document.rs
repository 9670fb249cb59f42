//! The exhibition being edited, with undo. Undo keeps earlier exhibitions; nothing has an inverse.

use super::{Command, Exhibition, Refusal};

pub struct Document {
    now: Exhibition,
}

impl Document {
    pub fn new(exhibition: Exhibition) -> Document {
        Document { now: exhibition }
    }

    pub fn exhibition(&self) -> &Exhibition {
        &self.now
    }

    /// Counts up with every change, undo included.
    pub fn revision(&self) -> u64 {
        0
    }

    /// One command, one undo step (inside a gesture: part of the gesture's step).
    pub fn execute(&mut self, command: &Command) -> Result<(), Refusal> {
        let _ = command;
        Ok(())
    }

    /// Starts a drag: everything until `commit` is one step; each move is computed from the start.
    pub fn begin(&mut self) {}

    /// The exhibition as it was at `begin`.
    pub fn start_of_gesture(&self) -> Option<&Exhibition> {
        None
    }

    pub fn commit(&mut self) {}

    pub fn cancel(&mut self) {}

    pub fn undo(&mut self) -> bool {
        false
    }

    pub fn redo(&mut self) -> bool {
        false
    }

    pub fn can_undo(&self) -> bool {
        false
    }

    pub fn can_redo(&self) -> bool {
        false
    }
}
