//! A QR code as one path of squares, with the call that says what one gets.

use super::{Drawn, Piece, within_lines};
use crate::base::Severity;
use crate::base::say::LayoutSay;
use crate::geom::{Rect, point, rect, um};
use crate::layout::desk::{BLACK, Desk, WHITE};
use crate::layout::setting::{OPEN, Wish, box_path};
use crate::layout::{Path, Seg};
use crate::model::{QrElement, SlotLook};
use fast_qr::{ECL, QRBuilder};

/// Smaller codes are hard to catch from where people stand.
const LEAST: f64 = 60.0;
/// Quiet modules on each side.
const QUIET: usize = 4;

pub fn draw_qr(desk: &Desk<'_>, piece: &Piece<'_>, code: &QrElement, area: Rect, scale: f64) -> Drawn {
    let is_beside = piece.slot.look == SlotLook::Beside;
    let own = piece.slot.area;
    let side = match is_beside {
        true => own.h.min(area.h).min(area.w).max(LEAST),
        false => area.w.min(area.h).max(LEAST),
    };
    let mut drawn = Drawn::new(rect(area.x, area.y, area.w.max(side), side));
    drawn.fill(piece, box_path(area.x, area.y, side, side), WHITE);
    match squares(&code.content, rect(area.x, area.y, side, side)) {
        Some(path) => {
            let ink = piece.slot.accent.as_ref().map_or(BLACK, |accent| desk.swatch(accent));
            drawn.fill(piece, path, ink);
        }
        None => {
            let finding = desk.finding(Some(piece.element), Severity::Error, "qr-content", LayoutSay::QrContent);
            drawn.findings.push(finding);
        }
    }
    drawn.foot = area.y + side;
    if code.call.source.is_blank() {
        return drawn;
    }
    let style = piece.slot.second.as_ref().map_or("call", |style| style.0.as_str());
    let words = desk.words(&code.call, desk.script);
    let gap = side * 0.13;
    let w = if is_beside {
        (area.w - side - gap).max(20.0)
    } else {
        area.w
    };
    let set = within_lines(desk, &words, Wish::new(style, w, scale, desk.script), 2);
    let at = match is_beside {
        true => point(area.x + side + gap, area.y + ((side - set.foot()) / 2.0).max(0.0)),
        false => point(area.x, area.y + side + gap * 0.6),
    };
    drawn.text(desk, piece, &set, um(at.x), um(at.y));
    if area.h < OPEN / 2.0 || !is_beside {
        drawn.main.h = drawn.foot - area.y;
    }
    drawn
}

/// All dark modules, joined along each row, with the quiet zone inside the area.
pub fn squares(content: &str, area: Rect) -> Option<Path> {
    let code = QRBuilder::new(content).ecl(ECL::M).build().ok()?;
    let unit = area.w / (code.size + 2 * QUIET) as f64;
    let mut segs = Vec::new();
    for row in 0..code.size {
        let dark: Vec<bool> = code[row].iter().take(code.size).map(|module| module.value()).collect();
        let mut column = 0;
        for run in dark.chunk_by(|a, b| a == b) {
            if run.first() == Some(&true) {
                let x = area.x + (column + QUIET) as f64 * unit;
                let y = area.y + (row + QUIET) as f64 * unit;
                let module = rect(um(x), um(y), um(run.len() as f64 * unit), um(unit));
                segs.extend(Path::rect(module).segs);
            }
            column += run.len();
        }
    }
    let has_any = segs.iter().any(|seg| matches!(seg, Seg::Move(_)));
    has_any.then(|| Path::from(segs))
}
