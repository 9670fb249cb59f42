//! Exhibitions opened lately: which of them are there now is asked on a thread, because a stick or share may be slow.

use super::exchange::say;
use super::files;
use super::session::Session;
use super::tasks::Work;
use super::theme::{font, tokens};
use super::view::{Message, Sender};
use super::widgets::{self, icon_button_sized, paint_icon};
use egui::{Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// So many are remembered.
pub const MOST: usize = 8;
const PAUSE: Duration = Duration::from_secs(3);

#[derive(Clone, Debug, Default)]
pub struct Recent {
    known: Arc<Mutex<BTreeMap<PathBuf, bool>>>,
    asked: Option<Instant>,
}

impl Recent {
    fn look(&mut self, ctx: &egui::Context, paths: &[PathBuf]) {
        if self.asked.is_some_and(|asked| asked.elapsed() < PAUSE) {
            return;
        }
        self.asked = Some(Instant::now());
        let (known, paths, ctx) = (self.known.clone(), paths.to_vec(), ctx.clone());
        std::thread::spawn(move || {
            let found: BTreeMap<PathBuf, bool> = paths
                .into_iter()
                .map(|path| (path.clone(), files::exists(&path)))
                .collect();
            *known.lock().unwrap_or_else(PoisonError::into_inner) = found;
            ctx.request_repaint();
        });
    }

    /// Until somebody has looked, it is.
    fn is_there(&self, path: &Path) -> bool {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(path).copied().unwrap_or(true)
    }
}

/// Puts a show in front of the list.
pub fn remember(list: &mut Vec<PathBuf>, path: PathBuf) {
    list.retain(|other| *other != path);
    list.insert(0, path);
    list.truncate(MOST);
}

/// One row each: the name, and the folder it lies in. `true` when one was clicked.
pub fn recent_ui(ui: &mut Ui, session: &mut Session, most: usize, send: &mut Sender) -> bool {
    let list = session.settings.recent.clone();
    session.recent.look(ui.ctx(), &list);
    let mut is_done = false;
    for path in list.iter().take(most) {
        let is_there = session.recent.is_there(path);
        match row_ui(ui, path, is_there, session) {
            Some(true) => {
                send.send(Message::Start(Work::Open(path.clone())));
                is_done = true;
            }
            Some(false) => session.settings.recent.retain(|other| other != path),
            None => {}
        }
    }
    is_done
}

/// `Some(true)`: open it, `Some(false)`: forget it.
fn row_ui(ui: &mut Ui, path: &Path, is_there: bool, session: &Session) -> Option<bool> {
    let t = tokens(ui);
    let lang = session.lang();
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let folder = path
        .parent()
        .map(|folder| folder.display().to_string())
        .unwrap_or_default();
    let sense = if is_there { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), sense);
    let spoken = format!("{} {name}", lang.of(say::RECENT));
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, is_there, &spoken));
    if is_there && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, 6, t.hover.0);
    }
    let ink = if is_there { t.t1 } else { t.off };
    let icon = if is_there { i::ICON_HISTORY } else { i::ICON_BLOCK };
    paint_icon(ui, icon, pos2(rect.left() + 18.0, rect.center().y), 18.0, ink.0);
    let text = Rect::from_min_max(rect.min + vec2(36.0, 0.0), rect.max - vec2(32.0, 0.0));
    widgets::text_in(ui, text, &name, font(13.0), ink);
    let mut is_forgotten = false;
    if !is_there {
        let place = Rect::from_min_size(pos2(rect.right() - 28.0, rect.top() + 2.0), vec2(24.0, 24.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(place));
        let label = format!("{} {name}", lang.of(say::FORGET));
        is_forgotten = icon_button_sized(&mut child, i::ICON_CLOSE, &label, false, true, 24.0).clicked();
    }
    let response = response.on_hover_text(if is_there {
        folder
    } else {
        format!("{folder}\n{}", lang.of(say::NOT_THERE))
    });
    match (is_forgotten, response.clicked()) {
        (true, _) => Some(false),
        (false, true) => Some(true),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_one_opened_stands_first_and_once() {
        let mut list = Vec::new();
        for name in ["a", "b", "a", "c", "d", "e", "f", "g", "h", "i"] {
            remember(&mut list, name.into());
        }
        let names: Vec<String> = list.iter().map(|path| path.display().to_string()).collect();
        assert_eq!(names, ["i", "h", "g", "f", "e", "d", "c", "a"]);
    }
}
