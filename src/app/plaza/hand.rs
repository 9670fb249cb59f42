//! What a hand does to several boards at once: rows lined up, spaced, mirrored, two boards swapped; numbers follow. Pure.

use crate::geom::{Point, point, um};
use crate::model::{BoardId, Command, Exhibition, Foot, Plaza, PlazaId, Stand};
use crate::plaza::{along, facing_vector, is_free, rows_of};

pub type Stands = Vec<(BoardId, Stand)>;

/// All boards of the row in which this one stands, from the reader's left to the right.
pub fn row_with(exhibition: &Exhibition, plaza: &Plaza, board: BoardId) -> Vec<BoardId> {
    let rows = rows_of(exhibition, plaza);
    let row = rows.into_iter().find(|row| row.boards.contains(&board));
    row.map(|row| row.boards).unwrap_or_default()
}

/// The row whose foot line passes near a point.
pub fn row_at(exhibition: &Exhibition, plaza: &Plaza, at: Point, reach: f64) -> Vec<BoardId> {
    let away = |ends: [Point; 2]| {
        let on = crate::plaza::ground::nearest_on(ends, at);
        crate::plaza::ground::length(on, at)
    };
    let near = rows_of(exhibition, plaza)
        .into_iter()
        .filter(|row| row.boards.len() > 1);
    let mut near: Vec<_> = near.filter(|row| away(row.ends) <= reach).collect();
    near.sort_by(|a, b| away(a.ends).total_cmp(&away(b.ends)));
    near.into_iter().next().map(|row| row.boards).unwrap_or_default()
}

pub fn stood(plaza: PlazaId, stands: &[(BoardId, Stand)]) -> Command {
    let settled = |(id, stand): &(BoardId, Stand)| {
        let at = point(um(stand.at.x), um(stand.at.y));
        (*id, Some(Stand { at, ..*stand }))
    };
    Command::SetPlaces {
        plaza,
        places: stands.iter().map(settled).collect(),
    }
}

/// These boards can stand so, `others` being the plaza without them.
pub fn is_clear(exhibition: &Exhibition, others: &Plaza, stands: &[(BoardId, Stand)]) -> bool {
    stands.iter().all(|(id, stand)| {
        exhibition
            .board(*id)
            .is_none_or(|board| is_free(exhibition, others, board, stand))
    })
}

pub fn without(plaza: &Plaza, boards: &[BoardId]) -> Plaza {
    let mut others = plaza.clone();
    others.places.retain(|id, _| !boards.contains(id));
    others
}

/// Along the line of the first one.
fn place(lead: &Stand, at: Point) -> Point {
    let (side, front) = (along(lead.facing), facing_vector(lead.facing));
    let (dx, dy) = (at.x - lead.at.x, at.y - lead.at.y);
    point(dx * side.x + dy * side.y, dx * front.x + dy * front.y)
}

fn on_line(lead: &Stand, s: f64) -> Point {
    let side = along(lead.facing);
    point(lead.at.x + side.x * s, lead.at.y + side.y * s)
}

/// From left to right as a reader of the first one sees them.
fn sorted(stands: &[(BoardId, Stand)]) -> Option<(Stand, Stands)> {
    let lead = stands.first()?.1;
    let mut sorted = stands.to_vec();
    sorted.sort_by(|a, b| place(&lead, a.1.at).x.total_cmp(&place(&lead, b.1.at).x));
    Some((lead, sorted))
}

/// All on the line of the first one, looking the same way.
pub fn lined_up(stands: &[(BoardId, Stand)]) -> Stands {
    let Some((_, lead)) = stands.first().copied() else {
        return Vec::new();
    };
    let on = |(id, stand): &(BoardId, Stand)| {
        let at = on_line(&lead, place(&lead, stand.at).x);
        (
            *id,
            Stand {
                at,
                facing: lead.facing,
                ..*stand
            },
        )
    };
    stands.iter().map(on).collect()
}

fn width(exhibition: &Exhibition, board: BoardId) -> f64 {
    exhibition.board(board).map_or(0.9, |board| board.size.w / 1000.0)
}

/// The outer two stay; the gaps between all of them become equal.
pub fn spread(exhibition: &Exhibition, stands: &[(BoardId, Stand)]) -> Stands {
    let Some((lead, row)) = sorted(stands).filter(|(_, row)| row.len() > 2) else {
        return Vec::new();
    };
    let half = |at: usize| width(exhibition, row[at].0) / 2.0;
    let last = row.len() - 1;
    let (from, to) = (
        place(&lead, row[0].1.at).x - half(0),
        place(&lead, row[last].1.at).x + half(last),
    );
    let wide: f64 = row.iter().map(|(id, _)| width(exhibition, *id)).sum();
    spaced_from(exhibition, &lead, &row, from, (to - from - wide) / last as f64)
}

/// The leftmost one stays; the others follow at this gap.
pub fn spaced(exhibition: &Exhibition, stands: &[(BoardId, Stand)], gap: f64) -> Stands {
    let Some((lead, row)) = sorted(stands).filter(|(_, row)| row.len() > 1) else {
        return Vec::new();
    };
    let from = place(&lead, row[0].1.at).x - width(exhibition, row[0].0) / 2.0;
    spaced_from(exhibition, &lead, &row, from, gap)
}

fn spaced_from(exhibition: &Exhibition, lead: &Stand, row: &[(BoardId, Stand)], from: f64, gap: f64) -> Stands {
    let front = facing_vector(lead.facing);
    let mut s = from;
    let mut spaced = Vec::new();
    for (id, stand) in row {
        let wide = width(exhibition, *id);
        let off = place(lead, stand.at).y;
        let on = on_line(lead, s + wide / 2.0);
        let at = point(on.x + front.x * off, on.y + front.y * off);
        spaced.push((*id, Stand { at, ..*stand }));
        s += wide + gap;
    }
    spaced
}

/// Two boards change places, and numbers with them.
pub fn swapped(exhibition: &Exhibition, plaza: PlazaId, stands: &[(BoardId, Stand)]) -> Option<Command> {
    let [(one, first), (other, second)] = *stands else {
        return None;
    };
    let moved = [
        (
            one,
            Stand {
                foot: first.foot,
                ..second
            },
        ),
        (
            other,
            Stand {
                foot: second.foot,
                ..first
            },
        ),
    ];
    let order = exhibition.order.iter().map(|id| match *id {
        id if id == one => other,
        id if id == other => one,
        id => id,
    });
    Some(Command::Batch(vec![
        stood(plaza, &moved),
        Command::SetOrder(order.collect()),
    ]))
}

/// Left becomes right about the middle of all of them; numbers go on running from left to right.
pub fn mirrored(exhibition: &Exhibition, plaza: PlazaId, stands: &[(BoardId, Stand)]) -> Option<Command> {
    let (lead, row) = sorted(stands).filter(|(_, row)| row.len() > 1)?;
    let places: Vec<Point> = row.iter().map(|(_, stand)| place(&lead, stand.at)).collect();
    let half = |at: usize| width(exhibition, row[at].0) / 2.0;
    let last = row.len() - 1;
    let sum = places[0].x - half(0) + places[last].x + half(last);
    let front = facing_vector(lead.facing);
    let moved: Stands = row
        .iter()
        .zip(&places)
        .map(|((id, stand), place)| {
            let on = on_line(&lead, sum - place.x);
            let at = point(on.x + front.x * place.y, on.y + front.y * place.y);
            let facing = (2.0 * lead.facing - stand.facing).rem_euclid(360.0);
            (*id, Stand { at, facing, ..*stand })
        })
        .collect();
    let mut ids: Vec<BoardId> = exhibition
        .order
        .iter()
        .filter(|id| row.iter().any(|(other, _)| other == *id))
        .copied()
        .collect();
    let order = exhibition.order.iter().map(|id| {
        let is_moved = row.iter().any(|(other, _)| other == id);
        if is_moved { ids.pop().unwrap_or(*id) } else { *id }
    });
    let order: Vec<BoardId> = order.collect();
    Some(Command::Batch(vec![stood(plaza, &moved), Command::SetOrder(order)]))
}

pub fn pinned(plaza: PlazaId, stands: &[(BoardId, Stand)]) -> Option<Command> {
    let is_pinned = !stands.iter().all(|(_, stand)| stand.is_pinned);
    let set: Stands = stands
        .iter()
        .map(|(id, stand)| (*id, Stand { is_pinned, ..*stand }))
        .collect();
    (!set.is_empty()).then(|| stood(plaza, &set))
}

pub fn footed(plaza: PlazaId, stands: &[(BoardId, Stand)], foot: Foot) -> Command {
    let set: Stands = stands
        .iter()
        .map(|(id, stand)| (*id, Stand { foot, ..*stand }))
        .collect();
    stood(plaza, &set)
}
