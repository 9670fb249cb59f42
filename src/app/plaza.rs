//! The plaza workspace: the plan at true size, the display sequence under it.

use super::session::Session;
use super::view::{Sender, View};

/// Pan, zoom, what is chosen, the drag under way.
#[derive(Default)]
pub struct PlazaPane {}

/// Fills the work area right of the rail, between top bar and status bar.
pub fn plaza_ui(ui: &mut egui::Ui, pane: &mut PlazaPane, view: &View<'_>, session: &mut Session, send: &mut Sender) {
    let (_, _, _, _, _) = (ui, pane, view, session, send);
}
