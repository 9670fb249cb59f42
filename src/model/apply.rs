//! What each command does. A command works on a copy that shares everything, so a refusal leaves no trace,
//! and a command that sets what is already there keeps the very same `Arc`s.

use super::drawn_rules::{drawn_right, keeps_emblem, settled_ground, settled_shape};
use super::plaza_rules::checked_plaza;
use super::*;
use crate::base::say::ModelSay;
use crate::base::{Colour, Day, Digest, Mask, PhotoCredit, PhotoFacts, PhotoPart, Say, Spot};
use crate::geom::{Point, Rect, Size, point, rect, um};
use std::collections::BTreeSet;
use std::sync::Arc;

impl Command {
    /// The exhibition after this command; `before` is untouched.
    pub fn apply(&self, before: &Exhibition) -> Result<Exhibition, Refusal> {
        let mut after = before.clone();
        change(&mut after, self)?;
        Ok(after)
    }
}

impl From<ModelSay> for Refusal {
    fn from(say: ModelSay) -> Refusal {
        Refusal(Say::Model(say))
    }
}

pub(super) type Done = Result<(), Refusal>;

pub(super) fn refuse(say: ModelSay) -> Done {
    Err(say.into())
}

fn change(show: &mut Exhibition, command: &Command) -> Done {
    match command {
        Command::SetShow(settings) => set_show(show, settings),
        Command::SetFonts(fonts) => set_fonts(show, fonts),
        Command::SetSwatches(swatches) => set_swatches(show, swatches),
        Command::SetNames(names) => {
            all_different(names.iter().map(|name| name.id), ModelSay::EntryTwice)?;
            let names = names.clone();
            let settings = Show {
                names,
                ..Show::clone(&show.show)
            };
            put_value(&mut show.show, &settings);
            Ok(())
        }
        Command::SetPrint(print) => {
            let print = print.clone();
            let settings = Show {
                print,
                ..Show::clone(&show.show)
            };
            put_value(&mut show.show, &settings);
            Ok(())
        }
        Command::SetCommittees(committees) => set_committees(show, committees),
        Command::AddBoard { board, at } => add_board(show, board, *at),
        Command::SetBoard(board) => set_board(show, board),
        Command::RemoveBoard(id) => remove_board(show, *id),
        Command::BinBoard { board, at } => bin_board(show, *board, at),
        Command::RestoreBoard(board) => super::bin::restore(show, *board),
        Command::EmptyBin(boards) => {
            super::bin::empty(show, boards);
            Ok(())
        }
        Command::SetDue { committee, day } => set_due(show, *committee, *day),
        Command::SetMeeting(meeting) => set_meeting(show, meeting),
        Command::RemoveMeeting(id) => {
            let kept = show.show.meetings.iter().filter(|meeting| meeting.id != *id);
            let settings = Show {
                meetings: kept.cloned().collect(),
                ..Show::clone(&show.show)
            };
            put_value(&mut show.show, &settings);
            Ok(())
        }
        Command::BringIn(merged) => {
            if !invariants(merged).is_empty() {
                return refuse(ModelSay::MergeBroken);
            }
            *show = Exhibition::clone(merged);
            Ok(())
        }
        Command::SetCommittee { board, committee } => {
            let known = show.committee(*committee).is_some();
            edit_board(show, *board, |body| {
                if !known {
                    return refuse(ModelSay::CommitteeGone);
                }
                body.committee = *committee;
                Ok(())
            })
        }
        Command::SetScript { board, script } => edit_board(show, *board, |body| {
            body.script = *script;
            Ok(())
        }),
        Command::SetMake { board, make } => edit_board(show, *board, |body| {
            body.make = make.clone();
            Ok(())
        }),
        Command::SetArrangement { board, arrangement } => edit_board(show, *board, |body| {
            body.arrangement = *arrangement;
            Ok(())
        }),
        Command::SetGround { board, ground } => edit_board(show, *board, |body| {
            body.ground = ground.clone();
            Ok(())
        }),
        Command::SetGuides { board, guides } => edit_board(show, *board, |body| {
            body.guides = guides.clone();
            Ok(())
        }),
        Command::AddElement { board, element } => add_element(show, *board, element),
        Command::RemoveElement { board, element } => {
            slot_rules::place_is_free(show, *board, *element)?;
            edit_board(show, *board, |body| {
                movable(body, *element)?;
                *body = body.without_element(*element);
                Ok(())
            })
        }
        Command::SetArea { board, element, area } => {
            if *area != Area::Slot {
                slot_rules::place_is_free(show, *board, *element)?;
            }
            edit_element(show, *board, *element, true, |e| e.area = *area)
        }
        Command::SetGroup { board, element, group } => {
            edit_element(show, *board, *element, false, |e| e.group = *group)
        }
        Command::SetZ { board, element, z } => edit_element(show, *board, *element, true, |e| e.z = z.clone()),
        Command::SetLocked {
            board,
            element,
            is_locked,
        } => edit_element(show, *board, *element, false, |e| e.is_locked = *is_locked),
        Command::SetHidden {
            board,
            element,
            is_hidden,
        } => edit_element(show, *board, *element, false, |e| e.is_hidden = *is_hidden),
        Command::SetScripts {
            board,
            element,
            scripts,
        } => edit_element(show, *board, *element, false, |e| e.scripts = *scripts),
        Command::SetKind { board, element, kind } => {
            keeps_emblem(show, *board, *element, kind)?;
            slot_rules::kind_is_free(show, *board, *element, kind)?;
            edit_element(show, *board, *element, false, |e| {
                let mut kind = kind.clone();
                kind.thaw_unless(&[&e.kind]);
                e.kind = kind;
            })
        }
        Command::SetOrder(order) => set_order(show, order),
        Command::SetState { board, state } => set_state(show, *board, *state),
        Command::AddPlaza(plaza) => add_plaza(show, plaza),
        Command::RemovePlaza(id) => {
            let at = plaza_index(show, *id)?;
            show.plazas.remove(at);
            Ok(())
        }
        Command::SetPlaza(plaza) => {
            let at = plaza_index(show, plaza.id)?;
            let checked = checked_plaza(show, plaza)?;
            put(&mut show.plazas[at], checked);
            Ok(())
        }
        Command::SetPlaces { plaza, places } => set_places(show, *plaza, places),
        Command::AddTemplate(template) => add_template(show, template),
        Command::AddPhoto(facts) => {
            add_photo(show, facts);
            Ok(())
        }
        Command::SetCredit { photo, credit } => set_credit(show, *photo, credit),
        Command::RemovePhoto(digest) => remove_photo(show, *digest),
        Command::SetWords(words) => {
            if words
                .pairs
                .iter()
                .any(|pair| pair.hans.trim().is_empty() || pair.hant.trim().is_empty())
            {
                return refuse(ModelSay::WordBlank);
            }
            put_value(&mut show.words, words);
            Ok(())
        }
        Command::SetFacts(facts) => {
            all_different(facts.iter().map(|fact| fact.id), ModelSay::EntryTwice)?;
            put_value(&mut show.facts, facts);
            Ok(())
        }
        Command::SetShops(shops) => set_shops(show, shops),
        Command::SetImportMark { code, mark } => {
            if show.imports.get(code) != Some(mark) {
                Arc::make_mut(&mut show.imports).insert(code.clone(), *mark);
            }
            Ok(())
        }
        Command::Batch(commands) => commands.iter().try_for_each(|command| change(show, command)),
    }
}

/// Replaces the value unless it is equal: the old `Arc` is what caches and the writer know.
fn put_value<T: Clone + PartialEq>(old: &mut Arc<T>, new: &T) {
    if **old != *new {
        *old = Arc::new(new.clone());
    }
}

fn put<T: PartialEq>(old: &mut Arc<T>, new: Arc<T>) {
    if **old != *new {
        *old = new;
    }
}

fn all_different<T: Ord>(ids: impl Iterator<Item = T>, otherwise: ModelSay) -> Done {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return refuse(otherwise);
        }
    }
    Ok(())
}

fn set_show(show: &mut Exhibition, settings: &Show) -> Done {
    if settings.title.hans.trim().is_empty() && settings.title.hant.trim().is_empty() {
        return refuse(ModelSay::ShowNameless);
    }
    if settings
        .opens
        .zip(settings.closes)
        .is_some_and(|(opens, closes)| closes < opens)
    {
        return refuse(ModelSay::ClosesBeforeItOpens);
    }
    let mut settings = settings.clone();
    settings.usual_size = settled_size(settings.usual_size)?;
    put_value(&mut show.show, &settings);
    Ok(())
}

/// A style without a font is a style that is not named.
fn set_fonts(show: &mut Exhibition, fonts: &ShowFonts) -> Done {
    let mut settings = (*show.show).clone();
    settings.fonts = fonts.clone();
    settings.fonts.retain(|_, list| !list.is_empty());
    put_value(&mut show.show, &settings);
    Ok(())
}

fn set_swatches(show: &mut Exhibition, swatches: &[ShowSwatch]) -> Done {
    let mut settings = (*show.show).clone();
    settings.swatches = swatches.to_vec();
    for swatch in &mut settings.swatches {
        swatch.name = swatch.name.trim().into();
        if swatch.name.is_empty() {
            return refuse(ModelSay::SwatchNameless);
        }
        if let Colour::Cmyk(inks) | Colour::Spot(Spot { cmyk: inks, .. }) = &mut swatch.colour {
            let held = |ink: &f64| if ink.is_finite() { ink.clamp(0.0, 100.0) } else { 0.0 };
            *inks = inks.each_ref().map(held);
        }
    }
    all_different(
        settings.swatches.iter().map(|swatch| &swatch.name),
        ModelSay::SwatchTwice,
    )?;
    put_value(&mut show.show, &settings);
    Ok(())
}

fn set_committees(show: &mut Exhibition, committees: &[Committee]) -> Done {
    all_different(
        committees.iter().map(|committee| committee.id),
        ModelSay::CommitteeTwice,
    )?;
    if committees
        .iter()
        .any(|committee| committee.name.hans.trim().is_empty() && committee.name.hant.trim().is_empty())
    {
        return refuse(ModelSay::CommitteeNameless);
    }
    let kept: BTreeSet<_> = committees.iter().map(|committee| committee.id).collect();
    for gone in show.committees.iter().filter(|committee| !kept.contains(&committee.id)) {
        let boards = show.boards.iter().filter(|board| board.committee == gone.id).count();
        if boards > 0 {
            let name = gone.name.hans.clone();
            return refuse(ModelSay::CommitteeHasBoards { name, boards });
        }
    }
    put_value(&mut show.committees, &committees.to_vec());
    if show.show.due.keys().any(|unit| !kept.contains(unit)) {
        Arc::make_mut(&mut show.show).due.retain(|unit, _| kept.contains(unit));
    }
    Ok(())
}

fn add_board(show: &mut Exhibition, board: &Arc<Board>, at: usize) -> Done {
    if show.board(board.id).is_some() {
        return refuse(ModelSay::BoardThere);
    }
    // A copy of an approved board is a draft.
    let mut body = Board::clone(board);
    for element in &mut body.elements {
        *element = thawed(element);
    }
    let board = checked_board(show, &Arc::new(body))?;
    let order = Arc::make_mut(&mut show.order);
    order.insert(at.min(order.len()), board.id);
    show.boards.push(board);
    Ok(())
}

fn set_board(show: &mut Exhibition, board: &Arc<Board>) -> Done {
    let at = board_index(show, board.id)?;
    let board = checked_board(show, board)?;
    put(&mut show.boards[at], board);
    Ok(())
}

fn remove_board(show: &mut Exhibition, id: BoardId) -> Done {
    let at = board_index(show, id)?;
    show.boards.remove(at);
    Arc::make_mut(&mut show.order).retain(|other| *other != id);
    if show.states.contains_key(&id) {
        Arc::make_mut(&mut show.states).remove(&id);
    }
    for plaza in &mut show.plazas {
        if plaza.names(id) {
            Arc::make_mut(plaza).forget(id);
        }
    }
    Ok(())
}

fn bin_board(show: &mut Exhibition, id: BoardId, at: &str) -> Done {
    let board = show.boards[board_index(show, id)?].clone();
    let binned = Binned::of(show, &board, at);
    remove_board(show, id)?;
    Arc::make_mut(&mut show.bin).push(Arc::new(binned));
    Ok(())
}

fn set_due(show: &mut Exhibition, committee: CommitteeId, day: Option<Day>) -> Done {
    if show.committee(committee).is_none() {
        return refuse(ModelSay::CommitteeGone);
    }
    let mut settings = (*show.show).clone();
    match day {
        Some(day) => settings.due.insert(committee, day),
        None => settings.due.remove(&committee),
    };
    put_value(&mut show.show, &settings);
    Ok(())
}

/// Boards of it may be gone: it is a record.
fn set_meeting(show: &mut Exhibition, meeting: &Meeting) -> Done {
    all_different(meeting.entries.iter().map(|entry| entry.board), ModelSay::EntryTwice)?;
    let mut settings = (*show.show).clone();
    match settings.meetings.iter_mut().find(|kept| kept.id == meeting.id) {
        Some(kept) => kept.clone_from(meeting),
        None => settings.meetings.push(meeting.clone()),
    }
    put_value(&mut show.show, &settings);
    Ok(())
}

fn add_element(show: &mut Exhibition, board: BoardId, element: &Arc<Element>) -> Done {
    edit_board(show, board, |body| {
        if body.element(element.id).is_some() {
            return refuse(ModelSay::ElementThere);
        }
        *body = body.with_element(thawed(element));
        Ok(())
    })
}

fn thawed(element: &Arc<Element>) -> Arc<Element> {
    let mut thawed = Element::clone(element);
    thawed.kind.thaw();
    if thawed == **element {
        return element.clone();
    }
    Arc::new(thawed)
}

/// Changes one board's body and checks the whole of it again.
fn edit_board(show: &mut Exhibition, id: BoardId, edit: impl FnOnce(&mut Board) -> Done) -> Done {
    let at = board_index(show, id)?;
    let mut body = Board::clone(&show.boards[at]);
    edit(&mut body)?;
    let body = checked_board(show, &Arc::new(body))?;
    put(&mut show.boards[at], body);
    Ok(())
}

fn edit_element(
    show: &mut Exhibition,
    board: BoardId,
    id: ElementId,
    moves: bool,
    edit: impl FnOnce(&mut Element),
) -> Done {
    edit_board(show, board, |body| {
        let old = if moves {
            movable(body, id)?
        } else {
            body.element(id).ok_or(ModelSay::ElementGone)?
        };
        let mut element = Element::clone(old);
        edit(&mut element);
        *body = body.with_element(Arc::new(element));
        Ok(())
    })
}

/// A lock keeps an element where it is; its text may still be written.
fn movable(board: &Board, id: ElementId) -> Result<&Arc<Element>, Refusal> {
    let element = board.element(id).ok_or(ModelSay::ElementGone)?;
    if element.is_locked {
        return Err(ModelSay::ElementLocked.into());
    }
    Ok(element)
}

fn board_index(show: &Exhibition, id: BoardId) -> Result<usize, Refusal> {
    let at = show.boards.iter().position(|board| board.id == id);
    at.ok_or(ModelSay::BoardGone.into())
}

fn plaza_index(show: &Exhibition, id: PlazaId) -> Result<usize, Refusal> {
    let at = show.plazas.iter().position(|plaza| plaza.id == id);
    at.ok_or(ModelSay::PlazaGone.into())
}

fn set_order(show: &mut Exhibition, order: &[BoardId]) -> Done {
    let named: BTreeSet<_> = order.iter().copied().collect();
    let there: BTreeSet<_> = show.boards.iter().map(|board| board.id).collect();
    if named != there || order.len() != named.len() {
        return refuse(ModelSay::OrderIncomplete);
    }
    put_value(&mut show.order, &order.to_vec());
    Ok(())
}

fn set_state(show: &mut Exhibition, board: BoardId, state: BoardState) -> Done {
    let at = board_index(show, board)?;
    let before = show.state(board);
    if before == state {
        return Ok(());
    }
    Arc::make_mut(&mut show.states).insert(board, state);
    if before.is_final() == state.is_final() {
        return Ok(());
    }
    let (region, words) = (show.show.region, show.words.clone());
    let mut body = Board::clone(&show.boards[at]);
    for element in &mut body.elements {
        if state.is_final() {
            let mut frozen = Element::clone(element);
            frozen.kind.freeze(region, &words);
            put(element, Arc::new(frozen));
        } else {
            *element = thawed(element);
        }
    }
    put(&mut show.boards[at], Arc::new(body));
    Ok(())
}

fn add_plaza(show: &mut Exhibition, plaza: &Arc<Plaza>) -> Done {
    if show.plaza(plaza.id).is_some() {
        return refuse(ModelSay::PlazaThere);
    }
    let plaza = checked_plaza(show, plaza)?;
    show.plazas.push(plaza);
    Ok(())
}

fn set_places(show: &mut Exhibition, id: PlazaId, places: &[(BoardId, Option<Stand>)]) -> Done {
    let at = plaza_index(show, id)?;
    let mut plaza = Plaza::clone(&show.plazas[at]);
    for (board, stand) in places {
        match stand {
            Some(stand) => plaza.places.insert(*board, *stand),
            None => plaza.places.remove(board),
        };
    }
    let plaza = checked_plaza(show, &Arc::new(plaza))?;
    put(&mut show.plazas[at], plaza);
    Ok(())
}

fn add_template(show: &mut Exhibition, template: &Arc<Template>) -> Done {
    settled_size(template.size)?;
    for slot in &template.slots {
        settled_rect(slot.area)?;
    }
    let key = TemplateRef {
        name: template.name.clone(),
        version: template.version(),
    };
    if !show.templates.contains_key(&key) {
        Arc::make_mut(&mut show.templates).insert(key, template.clone());
    }
    Ok(())
}

fn add_photo(show: &mut Exhibition, facts: &Arc<PhotoFacts>) {
    let known = show.photos.get(&facts.digest);
    // A file that comes in once more does not know what people said of it.
    let facts = match known {
        Some(old) if facts.credit.is_default() && !old.credit.is_default() => Arc::new(PhotoFacts {
            credit: old.credit.clone(),
            ..PhotoFacts::clone(facts)
        }),
        _ => facts.clone(),
    };
    if known != Some(&facts) {
        Arc::make_mut(&mut show.photos).insert(facts.digest, facts);
    }
}

fn set_credit(show: &mut Exhibition, photo: Digest, credit: &PhotoCredit) -> Done {
    let facts = show.photos.get(&photo).ok_or(ModelSay::PhotoGone)?;
    if facts.credit != *credit {
        let facts = PhotoFacts {
            credit: credit.clone(),
            ..PhotoFacts::clone(facts)
        };
        Arc::make_mut(&mut show.photos).insert(photo, Arc::new(facts));
    }
    Ok(())
}

fn remove_photo(show: &mut Exhibition, digest: Digest) -> Done {
    let facts = show.photos.get(&digest).ok_or(ModelSay::PhotoGone)?;
    let binned = show.bin.iter().map(|binned| &binned.board);
    if let Some(board) = show
        .boards
        .iter()
        .chain(binned)
        .find(|board| board.files().any(|file| file == digest))
    {
        let (name, code) = (facts.name.clone(), board.code.clone());
        return refuse(ModelSay::PhotoUsed { name, code });
    }
    if let Some(plaza) = show
        .plazas
        .iter()
        .find(|plaza| plaza.files().any(|file| file == digest))
    {
        let (name, code) = (facts.name.clone(), plaza.name.clone());
        return refuse(ModelSay::PhotoUsed { name, code });
    }
    Arc::make_mut(&mut show.photos).remove(&digest);
    Ok(())
}

fn set_shops(show: &mut Exhibition, shops: &[Shop]) -> Done {
    all_different(shops.iter().map(|shop| shop.id), ModelSay::EntryTwice)?;
    if let Some(fault) = shops.iter().find_map(|shop| shop.faults().into_iter().next()) {
        return Err(Refusal(Say::Shop(fault)));
    }
    put_value(&mut show.shops, &shops.to_vec());
    Ok(())
}

/// The board as it may stand in this exhibition: everything it names exists, numbers rounded, elements in order.
pub(super) fn checked_board(show: &Exhibition, board: &Arc<Board>) -> Result<Arc<Board>, Refusal> {
    if board.code.trim().is_empty() {
        return Err(ModelSay::CodeBlank.into());
    }
    if show
        .boards
        .iter()
        .any(|other| other.id != board.id && other.code == board.code)
    {
        let code = board.code.clone();
        return Err(ModelSay::CodeTaken { code }.into());
    }
    if show.committee(board.committee).is_none() {
        return Err(ModelSay::CommitteeGone.into());
    }
    if !show.templates.contains_key(&board.template) {
        let name = board.template.name.clone();
        return Err(ModelSay::TemplateMissing { name }.into());
    }
    if !board.files().all(|file| show.photos.contains_key(&file)) {
        return Err(ModelSay::PhotoUnknown.into());
    }
    drawn_right(show, board)?;
    all_different(board.elements.iter().map(|element| element.id), ModelSay::ElementThere)?;
    Ok(settled(board)?.map_or_else(|| board.clone(), Arc::new))
}

/// Farther than this nothing of an exhibition stands, in mm (and, for plazas, in m).
pub(super) const REACH: f64 = 100_000.0;

/// Numbers are kept to three places: they read back from a file exactly, and one input gives one `Frame`.
pub(super) fn within(value: f64, range: std::ops::RangeInclusive<f64>) -> Result<f64, Refusal> {
    if value.is_finite() && range.contains(&value) {
        Ok(um(value))
    } else {
        Err(ModelSay::NumberOutOfReach.into())
    }
}

pub(super) fn settled_point(p: Point) -> Result<Point, Refusal> {
    Ok(point(within(p.x, -REACH..=REACH)?, within(p.y, -REACH..=REACH)?))
}

fn settled_size(s: Size) -> Result<Size, Refusal> {
    Ok(Size {
        w: within(s.w, 1.0..=REACH)?,
        h: within(s.h, 1.0..=REACH)?,
    })
}

fn settled_rect(r: Rect) -> Result<Rect, Refusal> {
    let at = settled_point(point(r.x, r.y))?;
    Ok(rect(at.x, at.y, within(r.w, 0.0..=REACH)?, within(r.h, 0.0..=REACH)?))
}

/// `Some` where the body had to be put in order: elements sorted, numbers rounded. `None` where it is so already.
pub(super) fn settled(board: &Board) -> Result<Option<Board>, Refusal> {
    let mut settled = board.clone();
    settled.size = settled_size(board.size)?;
    settled.ground = board.ground.as_ref().map(settled_ground).transpose()?;
    for line in settled.guides.upright.iter_mut().chain(&mut settled.guides.level) {
        *line = within(*line, -REACH..=REACH)?;
    }
    for element in &mut settled.elements {
        let area = settled_area(element.area)?;
        let kind = settled_kind(&element.kind)?;
        if area != element.area || kind.is_some() {
            let element = Arc::make_mut(element);
            element.area = area;
            element.kind = kind.unwrap_or_else(|| element.kind.clone());
        }
    }
    let is_sorted = |elements: &[Arc<Element>]| elements.is_sorted_by(|a, b| (&a.z, a.id) <= (&b.z, b.id));
    if !is_sorted(&settled.elements) {
        settled.elements.sort_by(|a, b| (&a.z, a.id).cmp(&(&b.z, b.id)));
        return Ok(Some(settled));
    }
    let is_changed = settled.size != board.size
        || settled.ground != board.ground
        || settled.guides != board.guides
        || settled
            .elements
            .iter()
            .zip(&board.elements)
            .any(|(new, old)| !Arc::ptr_eq(new, old));
    Ok(is_changed.then_some(settled))
}

fn settled_area(area: Area) -> Result<Area, Refusal> {
    Ok(match area {
        Area::Slot => Area::Slot,
        Area::ByHand { rect, angle } => Area::ByHand {
            rect: settled_rect(rect)?,
            angle: within(angle, -36_000.0..=36_000.0)?,
        },
    })
}

/// `Some` where a number of the content had to be rounded or brought into its range.
fn settled_kind(kind: &ElementKind) -> Result<Option<ElementKind>, Refusal> {
    match kind {
        ElementKind::Photo(photo) => {
            let settled = settled_photo(photo)?;
            Ok((settled != *photo).then_some(ElementKind::Photo(settled)))
        }
        ElementKind::Number(number) if number.bar.is_some_and(|bar| bar.iter().any(|value| !value.is_finite())) => {
            Err(ModelSay::NumberOutOfReach.into())
        }
        ElementKind::Shape(shape) => {
            let settled = settled_shape(shape)?;
            Ok((settled != *shape).then_some(ElementKind::Shape(settled)))
        }
        ElementKind::Text(_)
        | ElementKind::Number(_)
        | ElementKind::Quote(_)
        | ElementKind::Qr(_)
        | ElementKind::Table(_)
        | ElementKind::Step(_)
        | ElementKind::Change(_)
        | ElementKind::Art(_)
        | ElementKind::Emblem(_) => Ok(None),
    }
}

fn settled_photo(photo: &PhotoElement) -> Result<PhotoElement, Refusal> {
    let crop = photo.crop;
    let most = Crop::MOST_ANGLE;
    Ok(PhotoElement {
        crop: Crop {
            zoom: within(crop.zoom, -REACH..=REACH)?.clamp(1.0, 8.0),
            focus: [settled_share(crop.focus[0])?, settled_share(crop.focus[1])?],
            // A hundredth of a degree moves the corner of an A0 photo by a tenth of a millimetre.
            angle: (within(crop.angle, -36_000.0..=36_000.0)?.clamp(-most, most) * 100.0).round() / 100.0 + 0.0,
            quarters: crop.quarters % 4,
            keep: crop.keep.map(PhotoPart::settled),
        },
        tone: photo.tone.settled(),
        masks: photo
            .masks
            .iter()
            .map(|mask| Mask {
                part: mask.part.settled(),
                ..*mask
            })
            .collect(),
        shape: match photo.shape {
            Some(FrameShape::Rounded(radius)) => Some(FrameShape::Rounded(within(radius, -REACH..=REACH)?.max(0.0))),
            other => other,
        },
        ..photo.clone()
    })
}

/// A share of a side, 0..=1, to a millionth: finer than a pixel of the largest photo.
pub(super) fn settled_share(share: f64) -> Result<f64, Refusal> {
    if share.is_finite() {
        Ok((share.clamp(0.0, 1.0) * 1e6).round() / 1e6)
    } else {
        Err(ModelSay::NumberOutOfReach.into())
    }
}
