//! Rules of what is drawn: which file goes where, what an emblem is guarded against, numbers within reason.

use super::apply::{Done, REACH, refuse, settled_share, within};
use super::*;
use crate::base::say::ModelSay;
use crate::base::{Digest, PhotoFormat};

/// Photos where photos go, drawings where drawings go, and emblems upright.
pub(super) fn drawn_right(show: &Exhibition, board: &Board) -> Done {
    board
        .elements
        .iter()
        .try_for_each(|element| element_right(show, element))?;
    let ground = board.ground.as_ref().and_then(Ground::photo);
    match ground {
        Some(photo) if is_drawing(show, photo) => refuse(ModelSay::DrawingAsPhoto),
        _ => Ok(()),
    }
}

/// An emblem is guarded by what it is: as another kind it could be cropped or stretched.
pub(super) fn keeps_emblem(show: &Exhibition, board: BoardId, id: ElementId, kind: &ElementKind) -> Done {
    let old = show.board(board).and_then(|board| board.element(id));
    let is_emblem = old.is_some_and(|old| matches!(old.kind, ElementKind::Emblem(_)));
    if is_emblem && !matches!(kind, ElementKind::Emblem(_)) {
        return refuse(ModelSay::EmblemReplaced);
    }
    Ok(())
}

fn is_drawing(show: &Exhibition, file: Digest) -> bool {
    let format = show.photos.get(&file).map(|facts| facts.format);
    format == Some(PhotoFormat::Svg)
}

fn element_right(show: &Exhibition, element: &Element) -> Done {
    match &element.kind {
        ElementKind::Photo(photo) if photo.photo.is_some_and(|file| is_drawing(show, file)) => {
            refuse(ModelSay::DrawingAsPhoto)
        }
        // What is lost or broken stays: only what is known for a photo is refused.
        ElementKind::Art(art) if art.art.is_some_and(|file| is_photo(show, file)) => refuse(ModelSay::PhotoAsDrawing),
        ElementKind::Emblem(_) if matches!(element.area, Area::ByHand { angle, .. } if angle != 0.0) => {
            refuse(ModelSay::EmblemTilted)
        }
        _ => Ok(()),
    }
}

fn is_photo(show: &Exhibition, file: Digest) -> bool {
    let format = show.photos.get(&file).map(|facts| facts.format);
    format.is_some_and(|format| !matches!(format, PhotoFormat::Svg | PhotoFormat::Unknown))
}

pub(super) fn settled_shape(shape: &ShapeElement) -> Result<ShapeElement, Refusal> {
    let mut shape = shape.clone();
    if let ShapeForm::Rect { corner } = &mut shape.form {
        *corner = within(*corner, 0.0..=REACH)?;
    }
    shape.fill = shape.fill.as_ref().map(settled_tint).transpose()?;
    if let Some(line) = &mut shape.line {
        line.width = within(line.width, -REACH..=REACH)?.clamp(LEAST_LINE, MOST_LINE);
        line.tint = settled_tint(&line.tint)?;
    }
    shape.opacity = settled_share(shape.opacity)?;
    if let Some(shadow) = &mut shape.shadow {
        for shift in &mut shadow.shift {
            *shift = within(*shift, -REACH..=REACH)?;
        }
        shadow.blur = within(shadow.blur, 0.0..=REACH)?;
        shadow.opacity = settled_share(shadow.opacity)?;
    }
    Ok(shape)
}

/// A tenth of a millimetre is the thinnest line that every press holds.
const LEAST_LINE: f64 = 0.1;
const MOST_LINE: f64 = 200.0;

fn settled_tint(tint: &Tint) -> Result<Tint, Refusal> {
    let Tint::Inks(inks) = tint else {
        return Ok(tint.clone());
    };
    let mut settled = [0.0; 4];
    for (to, ink) in settled.iter_mut().zip(inks) {
        *to = within(*ink, -REACH..=REACH)?.clamp(0.0, 100.0);
    }
    Ok(Tint::Inks(settled))
}

pub(super) fn settled_ground(ground: &Ground) -> Result<Ground, Refusal> {
    Ok(match ground {
        Ground::Flat(tint) => Ground::Flat(settled_tint(tint)?),
        Ground::Fade { from, to, way } => Ground::Fade {
            from: settled_tint(from)?,
            to: settled_tint(to)?,
            way: *way,
        },
        Ground::Photo { photo, veil } => Ground::Photo {
            photo: *photo,
            veil: settled_share(*veil)?,
        },
        Ground::Pattern {
            figure,
            paper,
            ink,
            pitch,
        } => Ground::Pattern {
            figure: *figure,
            paper: settled_tint(paper)?,
            ink: settled_tint(ink)?,
            pitch: within(*pitch, -REACH..=REACH)?.clamp(LEAST_PITCH, MOST_PITCH),
        },
    })
}

/// Finer figures flicker before the eye, coarser ones are none.
const LEAST_PITCH: f64 = 8.0;
const MOST_PITCH: f64 = 300.0;
