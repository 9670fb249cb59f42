//! The mend where a finding allows only one.

use super::{facts, hairline, made, names, punctuation, repeated};
use crate::base::Finding;
use crate::model::{Board, Command, ElementId, ElementKind, Exhibition, Make, Proposal, accepted};
use std::sync::Arc;

/// The command that mends this finding; `None` where a person has to choose.
pub fn fix(exhibition: &Exhibition, finding: &Finding) -> Option<Command> {
    let board = exhibition.board_by_code(finding.place.board.as_deref()?)?;
    if exhibition.state(board.id).is_final() {
        return None;
    }
    if finding.rule == made::COPIES {
        let make = Make {
            copies: 1,
            ..board.make.clone()
        };
        let board = board.id;
        return Some(Command::SetMake { board, make });
    }
    let element = ElementId::parse(finding.place.element.as_deref()?)?;
    let proposals: Vec<Proposal> = match finding.rule {
        punctuation::RULE => punctuation::mended(board),
        repeated::RULE => repeated::mended(board),
        names::RULE => names::mended(&exhibition.show.names, board),
        facts::RULE => return facts::mended(exhibition, board, element),
        hairline::RULE => return thicker(board, element),
        _ => return None,
    };
    let own: Vec<Proposal> = proposals
        .into_iter()
        .filter(|one| one.spot.element == element)
        .collect();
    match accepted(exhibition, &own) {
        Command::Batch(list) if list.is_empty() => None,
        command => Some(command),
    }
}

fn thicker(board: &Arc<Board>, element: ElementId) -> Option<Command> {
    let mut kind = board.element(element)?.kind.clone();
    let ElementKind::Shape(shape) = &mut kind else {
        return None;
    };
    shape.line.as_mut()?.width = hairline::MENDED;
    let board = board.id;
    Some(Command::SetKind { board, element, kind })
}
