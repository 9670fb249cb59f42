//! Contents put on the board by hand: a big number, a quote, a QR code, a table, a step, a before and after. They come
//! empty, in the styles of the board's template, and the first thing to fill in has the keyboard.

use super::Scene;
use super::deeds::{added, area_about};
use super::paint::on_board;
use crate::app::actions::Action;
use crate::geom::{Rect, rect};
use crate::model::{
    Board, ChangeElement, Element, ElementKind, NumberElement, QrElement, QuoteElement, StepElement, TableElement,
    TwoScript,
};

pub const CONTENTS: [Action; 6] = [
    Action::AddNumber,
    Action::AddQuote,
    Action::AddQr,
    Action::AddTable,
    Action::AddStep,
    Action::AddChange,
];

/// Where something new stands that is so large, in shares of the board's smaller side: what is seen of the board is
/// searched for the place where it covers least, the nearer to the middle the better.
pub fn room(scene: &Scene<'_>, w_share: f64, h_share: f64) -> Rect {
    let board = scene.board;
    let middle = on_board(board, scene.stage.board(scene.stage.canvas.center()));
    let taken: Vec<Rect> = scene.laid.areas.values().map(|(area, _)| *area).collect();
    let whole = rect(0.0, 0.0, board.size.w, board.size.h);
    let seen = scene
        .stage
        .seen()
        .intersect(&whole)
        .unwrap_or(whole)
        .grow(-super::tool::SAFE);
    freest(area_about(board, middle, w_share, h_share), seen, &taken)
}

const STEPS: usize = 24;

/// `usual` moved within `seen` to where it covers least of `taken`; as it is where it is larger than that.
fn freest(usual: Rect, seen: Rect, taken: &[Rect]) -> Rect {
    let (air_x, air_y) = (seen.w - usual.w, seen.h - usual.h);
    if air_x <= 0.0 || air_y <= 0.0 {
        return usual;
    }
    let step = |air: f64, at: usize| (air * at as f64 / STEPS as f64).round();
    let tried = (0..=STEPS).flat_map(|y| (0..=STEPS).map(move |x| (x, y)));
    let places = tried.map(|(x, y)| rect(seen.x + step(air_x, x), seen.y + step(air_y, y), usual.w, usual.h));
    let cost = |place: &Rect| {
        let covered: f64 = taken
            .iter()
            .filter_map(|other| other.intersect(place))
            .map(|shared| shared.w * shared.h)
            .sum();
        let (from, to) = (usual.centre(), place.centre());
        let far = (from.x - to.x).hypot(from.y - to.y) / (seen.w + seen.h);
        covered / (usual.w * usual.h).max(1.0) + 0.3 * far
    };
    [usual]
        .into_iter()
        .chain(places)
        .min_by(|one, other| cost(one).total_cmp(&cost(other)))
        .unwrap_or(usual)
}

/// `None` for every other action. `room` gives a place so large, in shares of the board's smaller side.
pub fn new_content(board: &Board, action: Action, room: impl FnOnce(f64, f64) -> Rect) -> Option<Element> {
    let blank = || TwoScript::new(board.script, "");
    let (kind, w, h) = match action {
        Action::AddNumber => {
            let number = NumberElement {
                value: String::new(),
                unit: blank(),
                label: blank(),
                bar: None,
            };
            (ElementKind::Number(number), 0.3, 0.16)
        }
        Action::AddQuote => {
            let quote = QuoteElement {
                text: blank(),
                speaker: blank(),
                post: blank(),
            };
            (ElementKind::Quote(quote), 0.44, 0.24)
        }
        Action::AddQr => {
            let code = QrElement {
                content: String::new(),
                call: blank(),
            };
            (ElementKind::Qr(code), 0.16, 0.2)
        }
        Action::AddTable => (ElementKind::Table(new_table(board)), 0.6, 0.3),
        Action::AddStep => {
            let step = StepElement {
                head: blank(),
                text: blank(),
            };
            (ElementKind::Step(step), 0.26, 0.2)
        }
        Action::AddChange => {
            let change = ChangeElement {
                label: blank(),
                from: blank(),
                to: blank(),
            };
            (ElementKind::Change(change), 0.44, 0.16)
        }
        _ => return None,
    };
    Some(added(board, room(w, h), kind))
}

/// A head and three rows of three columns.
fn new_table(board: &Board) -> TableElement {
    let row = || vec![TwoScript::new(board.script, ""); 3];
    TableElement {
        head: row(),
        rows: vec![row(), row(), row()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_stands_where_it_covers_least_and_nowhere_outside() {
        let seen = rect(10.0, 10.0, 880.0, 1180.0);
        let usual = rect(300.0, 500.0, 300.0, 150.0);
        assert_eq!(freest(usual, seen, &[]), usual, "in the middle of an empty board");
        // All but a strip at the foot is taken.
        let taken = [rect(0.0, 0.0, 900.0, 900.0)];
        let place = freest(usual, seen, &taken);
        assert!(place.y >= 900.0 && place.bottom() <= seen.bottom(), "{place:?}");
        let large = rect(-100.0, 0.0, 1200.0, 400.0);
        assert_eq!(freest(large, seen, &taken), large);
    }
}
