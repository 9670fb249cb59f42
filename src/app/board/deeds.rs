//! What a hand does to elements, as commands: move, copy, order, delete, add, put a photo in.

use super::shape;
use super::tint::{self, Swatches};
use crate::app::actions::Action;
use crate::app::view::PhotoPlace;
use crate::base::{PhotoFacts, PhotoFormat, Tone};
use crate::geom::{Rect, rect};
use crate::layout::Laid;
use crate::model::{
    Area, ArtElement, Board, Command, Course, Crop, Element, ElementId, ElementKind, EmblemElement, Ground, Heads,
    PhotoElement, ShapeElement, ShapeForm, StyleName, TableElement, TextElement, TwoScript, z_between,
};
use std::sync::Arc;

/// Where an element stands: as laid, else as placed by hand, else where its slot is.
pub fn area_of(board: &Board, laid: &Laid, element: ElementId) -> Option<(Rect, f64)> {
    let found = board.element(element)?;
    match (laid.areas.get(&element), found.area) {
        (_, Area::ByHand { rect, angle }) => Some((rect, angle)),
        (Some(area), Area::Slot) => Some(*area),
        (None, Area::Slot) => None,
    }
}

pub fn set_area(board: &Board, element: ElementId, area: Rect, angle: f64) -> Command {
    Command::SetArea {
        board: board.id,
        element,
        area: Area::ByHand { rect: area, angle },
    }
}

/// Several as one step; a single one as itself, so that undo calls it by its own name.
pub fn together(mut commands: Vec<Command>) -> Option<Command> {
    match commands.len() {
        0 => None,
        1 => commands.pop(),
        _ => Some(Command::Batch(commands)),
    }
}

pub fn removed(board: &Board, elements: &[ElementId]) -> Option<Command> {
    let remove = |element: &ElementId| Command::RemoveElement {
        board: board.id,
        element: *element,
    };
    together(elements.iter().map(remove).collect())
}

/// Copies of these elements in front of everything, each with where it stood; gives their ids.
pub fn copies(board: &Board, originals: &[(Element, Rect, f64)], shift: f64) -> (Option<Command>, Vec<ElementId>) {
    let mut z = board.elements.last().map(|element| element.z.clone());
    let mut commands = Vec::new();
    let mut ids = Vec::new();
    // Copies of a group are a group of their own.
    let mut groups = std::collections::BTreeMap::new();
    for (original, area, angle) in originals {
        let group = original
            .group
            .map(|group| *groups.entry(group).or_insert_with(super::group_deeds::new_group));
        let key = z_between(z.as_deref(), None);
        z = Some(key.clone());
        let id = ElementId::random();
        ids.push(id);
        let area = kept_on(board, area.shift(shift, shift));
        commands.push(Command::AddElement {
            board: board.id,
            element: Arc::new(Element {
                id,
                area: Area::ByHand {
                    rect: area,
                    angle: *angle,
                },
                z: key,
                is_locked: false,
                group,
                ..original.clone()
            }),
        });
    }
    (together(commands), ids)
}

/// Not so far out that nothing of it could be grabbed.
fn kept_on(board: &Board, area: Rect) -> Rect {
    let within = |at: f64, length: f64, whole: f64| at.clamp(10.0 - length, (whole - 10.0).max(10.0 - length));
    rect(
        within(area.x, area.w, board.size.w),
        within(area.y, area.h, board.size.h),
        area.w,
        area.h,
    )
}

/// Where in the order of depth an element goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    Forward,
    Backward,
    Front,
    Back,
}

/// `None` where it stands there already.
pub fn reordered(board: &Board, element: ElementId, to: Depth) -> Option<Command> {
    let others: Vec<&str> = board
        .elements
        .iter()
        .filter(|other| other.id != element)
        .map(|other| other.z.as_str())
        .collect();
    let at = board.elements.iter().position(|other| other.id == element)?;
    let target = match to {
        Depth::Forward => (at + 1).min(others.len()),
        Depth::Backward => at.saturating_sub(1),
        Depth::Front => others.len(),
        Depth::Back => 0,
    };
    let below = target.checked_sub(1).and_then(|below| others.get(below)).copied();
    let above = others.get(target).copied();
    (target != at).then(|| Command::SetZ {
        board: board.id,
        element,
        z: z_between(below, above),
    })
}

/// A rectangle of this share of the board's smaller side about a point of it.
pub fn area_about(board: &Board, centre: crate::geom::Point, w_share: f64, h_share: f64) -> Rect {
    let side = board.size.w.min(board.size.h);
    let (w, h) = ((side * w_share).round(), (side * h_share).round());
    rect((centre.x - w / 2.0).round(), (centre.y - h / 2.0).round(), w, h)
}

/// Written alike in both scripts.
const NEW_TEXT: &str = "新的文字";

pub fn new_text(board: &Board, area: Rect) -> Element {
    added(
        board,
        area,
        ElementKind::Text(TextElement {
            style: Some(StyleName("body".into())),
            text: TwoScript::new(board.script, NEW_TEXT),
        }),
    )
}

/// A table where it was copied from a spreadsheet, else a text.
pub fn pasted(board: &Board, area: Rect, text: &str) -> Element {
    let script = crate::script::detect(text).unwrap_or(board.script);
    if let Some(table) = TableElement::pasted(text, script) {
        return added(board, area, ElementKind::Table(table));
    }
    added(
        board,
        area,
        ElementKind::Text(TextElement {
            style: Some(StyleName("body".into())),
            text: TwoScript::new(script, text.trim()),
        }),
    )
}

pub fn new_photo(board: &Board, area: Rect, photo: Option<&PhotoFacts>) -> Element {
    added(
        board,
        area,
        ElementKind::Photo(PhotoElement {
            photo: photo.map(|facts| facts.digest),
            crop: photo.map(Crop::about).unwrap_or_default(),
            ..PhotoElement::default()
        }),
    )
}

pub fn added(board: &Board, area: Rect, kind: ElementKind) -> Element {
    Element {
        area: Area::ByHand { rect: area, angle: 0.0 },
        ..Element::new(ElementId::random(), None, board.front_z(), kind)
    }
}

/// The same element with another file, a photo from its middle; `None` where it shows none, or none of that sort.
fn with_file(kind: &ElementKind, facts: &PhotoFacts) -> Option<ElementKind> {
    let is_drawing = facts.format == PhotoFormat::Svg;
    match kind {
        ElementKind::Photo(old) if !is_drawing => Some(ElementKind::Photo(PhotoElement {
            photo: Some(facts.digest),
            crop: Crop::about(facts),
            tone: Tone::default(),
            masks: Vec::new(),
            ..old.clone()
        })),
        ElementKind::Art(old) if is_drawing => Some(ElementKind::Art(ArtElement {
            art: Some(facts.digest),
            ..old.clone()
        })),
        ElementKind::Emblem(_) => Some(ElementKind::Emblem(EmblemElement {
            art: Some(facts.digest),
        })),
        _ => None,
    }
}

/// The command that shows a file at a place, and the new element where there is one.
pub fn put_file(board: &Board, place: PhotoPlace, facts: &PhotoFacts) -> Option<(Command, Option<ElementId>)> {
    let add = |area, kind| {
        let element = added(board, area, kind);
        let id = element.id;
        let element = Arc::new(element);
        (
            Command::AddElement {
                board: board.id,
                element,
            },
            Some(id),
        )
    };
    let drawing = |area| {
        let kind = ElementKind::Art(ArtElement {
            art: Some(facts.digest),
            is_stretched: false,
        });
        add(shaped(area, facts), kind)
    };
    match place {
        PhotoPlace::In(_, id) => {
            let found = board.element(id)?;
            if let Some(kind) = with_file(&found.kind, facts) {
                let set = Command::SetKind {
                    board: board.id,
                    element: id,
                    kind,
                };
                return Some((set, None));
            }
            // A drawing let go on a photo stands on it; a photo among drawings has no place.
            let area = match found.area {
                Area::ByHand { rect, .. } => rect,
                Area::Slot => area_about(
                    board,
                    crate::geom::point(board.size.w / 2.0, board.size.h / 2.0),
                    0.3,
                    0.3,
                ),
            };
            (facts.format == PhotoFormat::Svg).then(|| drawing(area))
        }
        PhotoPlace::New(_, area) if facts.format == PhotoFormat::Svg => Some(drawing(area)),
        PhotoPlace::New(_, area) => Some(add(area, new_photo(board, area, Some(facts)).kind)),
        PhotoPlace::Emblem(_, area) => {
            let kind = ElementKind::Emblem(EmblemElement {
                art: Some(facts.digest),
            });
            Some(add(shaped(area, facts), kind))
        }
        PhotoPlace::Instead(_) | PhotoPlace::Sketch(_) | PhotoPlace::Front(..) => None,
        PhotoPlace::Ground(_) => {
            let veil = match board.ground {
                Some(Ground::Photo { veil, .. }) => veil,
                _ => super::ground::USUAL_VEIL,
            };
            let ground = Some(Ground::Photo {
                photo: facts.digest,
                veil,
            });
            Some((
                Command::SetGround {
                    board: board.id,
                    ground,
                },
                None,
            ))
        }
    }
}

/// The file's own proportions, as large as fits into the middle of the rectangle.
fn shaped(area: Rect, facts: &PhotoFacts) -> Rect {
    let [w, h] = facts.upright_px().map(|side| f64::from(side.max(1)));
    let times = (area.w / w).min(area.h / h);
    let (w, h) = (w * times, h * times);
    let centre = area.centre();
    rect(centre.x - w / 2.0, centre.y - h / 2.0, w, h)
}

/// A rectangle or an ellipse in the template's first colour, a line or an arrow in its dark one.
pub fn new_shape(board: &Board, action: Action, swatches: &Swatches, room: impl FnOnce(f64, f64) -> Rect) -> Element {
    let is_line = matches!(action, Action::AddLine | Action::AddArrow);
    let (w, h) = match action {
        Action::AddRect => (0.3, 0.2),
        Action::AddEllipse => (0.2, 0.2),
        _ => (0.3, 0.0),
    };
    let heads = if action == Action::AddArrow {
        Heads::End
    } else {
        Heads::None
    };
    let form = match action {
        Action::AddEllipse => ShapeForm::Ellipse,
        Action::AddLine | Action::AddArrow => ShapeForm::Line(Course {
            heads,
            ..Course::default()
        }),
        _ => ShapeForm::Rect { corner: 0.0 },
    };
    let shape = ShapeElement {
        form,
        fill: (!is_line).then(|| tint::usual(swatches)),
        line: is_line.then(|| shape::usual_line(swatches)),
        opacity: 1.0,
        shadow: None,
    };
    added(board, room(w, h), ElementKind::Shape(shape))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Digest;
    use crate::geom::{point, size};
    use crate::model::{BoardId, CommitteeId, Make, TemplateRef};
    use crate::script::Script;

    fn board(count: usize) -> Board {
        let mut board = Board {
            id: BoardId::random(),
            code: "A1".into(),
            committee: CommitteeId::random(),
            template: TemplateRef {
                name: "plain".into(),
                version: Digest::of(b""),
            },
            size: size(900.0, 1200.0),
            script: Script::Hans,
            make: Make::default(),
            arrangement: 0,
            ground: None,
            guides: Default::default(),
            elements: Vec::new(),
        };
        for _ in 0..count {
            let area = area_about(&board, point(450.0, 600.0), 0.2, 0.1);
            let element = new_text(&board, area);
            board.elements.push(Arc::new(element));
        }
        board
    }

    fn moved(board: &Board, at: usize, to: Depth) -> Option<usize> {
        let id = board.elements[at].id;
        let Some(Command::SetZ { z, .. }) = reordered(board, id, to) else {
            return None;
        };
        let element = Element {
            z,
            ..Element::clone(&board.elements[at])
        };
        let after = board.with_element(Arc::new(element));
        after.elements.iter().position(|element| element.id == id)
    }

    #[test]
    fn depth_changes_by_one_or_all_the_way() {
        let board = board(4);
        assert_eq!(moved(&board, 1, Depth::Forward), Some(2));
        assert_eq!(moved(&board, 1, Depth::Backward), Some(0));
        assert_eq!(moved(&board, 1, Depth::Front), Some(3));
        assert_eq!(moved(&board, 2, Depth::Back), Some(0));
        assert_eq!(moved(&board, 3, Depth::Front), None);
        assert_eq!(moved(&board, 0, Depth::Backward), None);
    }

    #[test]
    fn copies_stand_in_front_and_stay_within_reach() {
        let board = board(2);
        let original = Element::clone(&board.elements[0]);
        let far = rect(890.0, 1190.0, 100.0, 100.0);
        let (command, ids) = copies(&board, &[(original, far, 0.0)], 40.0);
        let Some(Command::AddElement { element, .. }) = command else {
            panic!("one copy is one command");
        };
        assert_eq!(ids, [element.id]);
        assert!(element.z > board.elements[1].z);
        let Area::ByHand { rect, .. } = element.area else {
            panic!("a copy stands where it was put");
        };
        assert!(rect.x <= 890.0 && rect.y <= 1190.0);
    }

    fn facts(name: &str, format: PhotoFormat, px: [u32; 2]) -> PhotoFacts {
        PhotoFacts {
            digest: Digest::of(name.as_bytes()),
            name: name.into(),
            format,
            stored_px: px,
            turn: crate::base::Turn::default(),
            colour: crate::base::PhotoColour::Rgb,
            has_icc: false,
            bytes: 1,
            look: None,
            credit: Default::default(),
            state: crate::base::PhotoState::Good,
        }
    }

    #[test]
    fn a_file_that_is_let_go_becomes_what_it_is() {
        let mut board = board(1);
        let photo = new_photo(&board, rect(10.0, 10.0, 300.0, 200.0), None);
        let photo_id = photo.id;
        board.elements.push(Arc::new(photo));
        let drawing = facts("a.svg", PhotoFormat::Svg, [10_000, 5_000]);
        let picture = facts("a.png", PhotoFormat::Png, [300, 300]);
        let put = |place, facts: &PhotoFacts| put_file(&board, place, facts).unwrap().0;
        let new = |command| match command {
            Command::AddElement { element, .. } => (element.kind.clone(), element.area),
            other => panic!("{other:?}"),
        };
        let place = rect(100.0, 100.0, 200.0, 200.0);
        let (kind, area) = new(put(PhotoPlace::New(board.id, place), &drawing));
        assert!(matches!(kind, ElementKind::Art(art) if art.art == Some(drawing.digest)));
        let shaped = Area::ByHand {
            rect: rect(100.0, 150.0, 200.0, 100.0),
            angle: 0.0,
        };
        assert_eq!(area, shaped, "in its own proportions");
        let (kind, _) = new(put(PhotoPlace::New(board.id, place), &picture));
        assert!(matches!(kind, ElementKind::Photo(_)));
        let (kind, _) = new(put(PhotoPlace::Emblem(board.id, place), &picture));
        assert!(matches!(kind, ElementKind::Emblem(_)));
        // On a photo a drawing stands by itself; a photo takes the other's place.
        let (kind, _) = new(put(PhotoPlace::In(board.id, photo_id), &drawing));
        assert!(matches!(kind, ElementKind::Art(_)));
        let swapped = put(PhotoPlace::In(board.id, photo_id), &picture);
        assert!(matches!(swapped, Command::SetKind { kind: ElementKind::Photo(shown), .. } if shown.photo.is_some()));
        let ground = put(PhotoPlace::Ground(board.id), &picture);
        assert!(matches!(
            ground,
            Command::SetGround {
                ground: Some(Ground::Photo { .. }),
                ..
            }
        ));
    }
}
