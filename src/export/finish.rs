//! Eyelets, folds, the cassette's grip and the cutter's line: each on a layer of its own, in a spot colour of its own
//! that leaves the inks below it alone. Layers: ISO 32000-1, 8.11; spot colours 8.6.6.4; overprint 8.6.7.

use super::book::Book;
use super::file::{Id, reference};
use super::page::Painter;
use super::syntax::text;
use super::{ExportError, Press};
use crate::base::say::Finish;
use crate::geom::{Rect, Transform};
use crate::layout::Path;
use lopdf::{Dictionary, Object, dictionary};

/// What a layer needs of the file; made when a page first has it.
#[derive(Clone, Copy)]
pub struct Layer {
    pub group: Id,
    pub space: Id,
    pub state: Id,
}

/// Points; seen on a proof and by cutters.
const LINE: f64 = 0.5;

/// Draws what is done to the sheet that is cut at `cut`.
pub fn draw(
    painter: &mut Painter<'_>,
    cut: Rect,
    press: &Press,
    is_rollup: bool,
    to_page: &Transform,
    unit: f64,
) -> Result<(), ExportError> {
    for (finish, path) in shapes(cut, press, is_rollup) {
        let layer = painter.book.layer(finish)?;
        painter.on_layer(layer, &path, to_page, LINE / unit);
    }
    Ok(())
}

fn shapes(cut: Rect, press: &Press, is_rollup: bool) -> Vec<(Finish, Path)> {
    let finishing = &press.shop.finishing;
    let mut shapes = Vec::new();
    if let Some(eyelets) = &finishing.eyelets {
        let mut path = Path::default();
        for middle in eyelets.middles(cut) {
            path.segs.extend(Path::circle(middle, eyelets.diameter / 2.0).segs);
        }
        shapes.push((Finish::Eyelets, path));
    }
    if let Some(inside) = finishing.inside_hem(cut) {
        shapes.push((Finish::Hem, Path::rect(inside)));
    }
    if let Some(strip) = finishing.clamped(cut, is_rollup) {
        shapes.push((Finish::Clamp, Path::rect(strip)));
    }
    if finishing.has_cut_line {
        shapes.push((Finish::CutLine, Path::rect(cut)));
    }
    shapes.retain(|(_, path)| !path.segs.is_empty());
    shapes
}

/// The layer's group, spot colour and graphics state.
pub fn make(book: &mut Book, finish: Finish) -> Result<Layer, ExportError> {
    let (spot, look) = spot(finish);
    let space = book.separation(spot, &look)?;
    Ok(Layer {
        group: book.file.add(dictionary! {
            "Type" => "OCG",
            "Name" => text(finish.names()[0]),
            "Intent" => "View",
        })?,
        space,
        state: book.file.add(dictionary! {
            "Type" => "ExtGState",
            "OP" => true,
            "op" => true,
            "OPM" => 1,
        })?,
    })
}

/// The catalog's entry: every layer is in the list and on.
pub fn properties(book: &Book) -> Option<Dictionary> {
    if book.layers.is_empty() {
        return None;
    }
    let groups: Vec<Object> = book.layers.values().map(|layer| reference(layer.group)).collect();
    Some(dictionary! {
        "OCGs" => Object::Array(groups.clone()),
        "D" => dictionary! {
            "Name" => text("印后加工"),
            "BaseState" => "ON",
            "ON" => Object::Array(groups.clone()),
            "OFF" => Object::Array(Vec::new()),
            "Order" => Object::Array(groups),
        },
    })
}

/// The name on the plate, as cutters' programs know it, and its look among CMYK.
fn spot(finish: Finish) -> (&'static str, [f64; 4]) {
    match finish {
        Finish::Eyelets => ("Eyelets", [1.0, 0.0, 0.0, 0.0]),
        Finish::Hem => ("Fold", [0.0, 0.6, 1.0, 0.0]),
        Finish::Clamp => ("Clamp", [0.6, 0.0, 1.0, 0.0]),
        Finish::CutLine => ("CutContour", [0.0, 1.0, 0.0, 0.0]),
    }
}
