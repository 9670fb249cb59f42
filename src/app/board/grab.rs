//! What is under the pointer: an element, a handle, a guide; and how the pointer looks there.

use super::chosen::under;
use super::handles::{self, Handle};
use super::rulers;
use super::tool::{REACH, Tool};
use super::turn;
use super::whole::Whole;
use super::{BoardPane, Scene, deeds, paint};
use crate::app::session::Session;
use crate::geom::Point;
use crate::model::{ElementId, ElementKind};
use egui::{CursorIcon, Key, Pos2, Ui};

/// A handle is grabbed within so many points.
const GRAB: f32 = 9.0;

/// Also the places that are still empty.
pub fn found(scene: &Scene<'_>, at: Point) -> Option<ElementId> {
    under(scene.board, scene.laid, at, scene.stage.mm(REACH)).or_else(|| {
        paint::empty_places(scene.view, scene.board, scene.laid)
            .into_iter()
            .find(|(_, area)| area.contains(at))
            .map(|(element, _)| element)
    })
}

pub fn is_filled_photo(scene: &Scene<'_>, element: ElementId) -> bool {
    let kind = scene.board.element(element).map(|element| &element.kind);
    matches!(kind, Some(ElementKind::Photo(shown)) if shown.photo.is_some())
}

/// The handle under the pointer, of the one element that is chosen and free.
pub fn grabbed(pane: &BoardPane, scene: &Scene<'_>, session: &Session, at: Pos2) -> Option<(ElementId, Handle)> {
    let element = session.element.filter(|_| pane.also.is_empty())?;
    if !scene.is_free(element) {
        return None;
    }
    let (area, angle) = deeds::area_of(scene.board, scene.laid, element)?;
    let near = |handle: &Handle| scene.stage.screen(handle.at(area, angle)).distance(at) <= GRAB;
    let mut all = handles::of(scene.board.element(element)?).into_iter().rev();
    all.find(near).map(|handle| (element, handle))
}

/// What is chosen, where the pointer is on the handle that turns it.
pub fn turn_grabbed(pane: &BoardPane, scene: &Scene<'_>, session: &Session, at: Pos2) -> Option<Whole> {
    let whole = Whole::of(pane, scene, session).filter(|whole| whole.can_turn(scene))?;
    let handle = turn::handle(whole.area, whole.angle, scene.stage.mm(turn::ABOVE));
    (scene.stage.screen(handle).distance(at) <= GRAB).then_some(whole)
}

/// Several that are chosen and free, and the corner of the box around them that is under the pointer.
pub fn corner_grabbed(pane: &BoardPane, scene: &Scene<'_>, session: &Session, at: Pos2) -> Option<(Whole, Handle)> {
    let whole = Whole::of(pane, scene, session).filter(|whole| !whole.is_single())?;
    let near = |handle: &Handle| scene.stage.screen(handle.at(whole.area, 0.0)).distance(at) <= GRAB;
    let handle = Handle::corners().find(near)?;
    Some((whole, handle))
}

pub fn cursor(ui: &Ui, pane: &BoardPane, scene: &Scene<'_>, at: Pos2, session: &Session) {
    let space = ui.input(|input| input.key_down(Key::Space)) && !ui.ctx().text_edit_focused();
    let icon = match &pane.tool {
        Tool::Pan => CursorIcon::Grabbing,
        Tool::Move(_) => CursorIcon::Move,
        Tool::Resize(drag) => drag.cursor(),
        Tool::Turn(_) => CursorIcon::Grabbing,
        Tool::Grow(drag) => drag.cursor(),
        Tool::Guide(drag) => guide_cursor(drag.guide),
        Tool::Crop { drag: Some(_), .. } => CursorIcon::Grabbing,
        Tool::Areas(_) => CursorIcon::Crosshair,
        Tool::Frame { .. } => CursorIcon::Crosshair,
        _ if space => CursorIcon::Grab,
        Tool::Crop { .. } => CursorIcon::Grab,
        Tool::Idle => match grabbed(pane, scene, session, at) {
            Some((element, handle)) => {
                let angle = scene.area(element).map_or(0.0, |(_, angle)| angle);
                handle.cursor(angle)
            }
            None if turn_grabbed(pane, scene, session, at).is_some() => CursorIcon::Grab,
            None => match corner_grabbed(pane, scene, session, at) {
                Some((_, handle)) => handle.cursor(0.0),
                None => rulers::guide_at(scene, at).map_or(CursorIcon::Default, guide_cursor),
            },
        },
    };
    if icon != CursorIcon::Default {
        ui.ctx().set_cursor_icon(icon);
    }
}

fn guide_cursor(guide: rulers::GuideAt) -> CursorIcon {
    if guide.is_upright {
        CursorIcon::ResizeHorizontal
    } else {
        CursorIcon::ResizeVertical
    }
}
