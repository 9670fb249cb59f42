//! The board workspace: boards and photos left, the canvas in the middle, properties and both scripts right.

use super::session::Session;
use super::view::{Sender, View};

/// What the board workspace keeps between frames: pan and zoom by board, the tool's state, text being typed.
#[derive(Default)]
pub struct BoardPane {}

/// Fills the work area right of the rail, between top bar and status bar.
pub fn board_ui(ui: &mut egui::Ui, pane: &mut BoardPane, view: &View<'_>, session: &mut Session, send: &mut Sender) {
    let (_, _, _, _, _) = (ui, pane, view, session, send);
}
