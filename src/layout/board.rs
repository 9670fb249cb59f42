//! A whole board: elements to slots, flows, fixed places, places by hand; then everything from back to front.

use super::desk::Desk;
use super::draw::{self, Around, Drawn, Piece};
use super::flow::Filled;
use super::group::Spot;
use super::setting::{self, Wish};
use super::{Frame, Item, Laid, LayoutInput, Placed, TextBox, decor, ground, resize};
use crate::base::say::LayoutSay;
use crate::base::{Finding, Severity};
use crate::geom::{Point, Rect, Transform, point, rect, um};
use crate::model::{
    Area, Element, ElementId, ElementKind, FlowBlock, RichText, Slot, SlotKind, SlotLook, slot_role, with_shared,
};
use crate::text::{Fonts, Memo};
use std::collections::BTreeMap;

/// Lays one board out. Never fails: what is missing becomes a placeholder and a finding.
pub fn lay_board(input: &LayoutInput, fonts: &Fonts) -> Laid {
    lay_board_again(input, fonts, &Memo::default())
}

/// As `lay_board`; texts that `memo` knows are not laid anew.
pub fn lay_board_again(input: &LayoutInput, fonts: &Fonts, memo: &Memo) -> Laid {
    on_sheet(input, fonts, memo, None, |sheet| sheet.finish())
}

/// Where the texts of one element stand.
pub fn text_boxes(input: &LayoutInput, fonts: &Fonts, memo: &Memo, element: ElementId) -> Vec<TextBox> {
    on_sheet(input, fonts, memo, Some(element), |sheet| sheet.boxes)
}

fn on_sheet<T>(
    input: &LayoutInput,
    fonts: &Fonts,
    memo: &Memo,
    wanted: Option<ElementId>,
    finish: impl FnOnce(Sheet<'_>) -> T,
) -> T {
    let mut template = resize::fitted(&input.template, input.board.size);
    if !input.swatches.is_empty() {
        template.to_mut().swatches = with_shared(&input.template, &input.swatches);
    }
    let fonts = &fonts.with_named(&input.named);
    let desk = Desk {
        input,
        template: &template,
        fonts,
        memo,
        script: input.script.unwrap_or(input.board.script),
        measures: false,
        wanted,
    };
    let mut sheet = Sheet::new(&desk);
    sheet.place_elements();
    finish(sheet)
}

/// What stands in front of what among things that stand where the template says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Layer {
    Photo,
    Content,
}

struct Sheet<'a> {
    desk: &'a Desk<'a>,
    moves: decor::Moves,
    areas: BTreeMap<ElementId, (Rect, f64)>,
    grips: BTreeMap<ElementId, draw::Grip>,
    findings: Vec<Finding>,
    layers: Vec<(Layer, usize, Vec<Placed>)>,
    /// Lines that belong to a group of elements, not to one.
    between: Vec<Placed>,
    boxes: Vec<TextBox>,
}

impl<'a> Sheet<'a> {
    fn new(desk: &'a Desk<'a>) -> Sheet<'a> {
        Sheet {
            desk,
            moves: BTreeMap::new(),
            areas: BTreeMap::new(),
            grips: BTreeMap::new(),
            findings: Vec::new(),
            layers: Vec::new(),
            between: Vec::new(),
            boxes: Vec::new(),
        }
    }

    fn place_elements(&mut self) {
        let desk = self.desk;
        let name = &desk.input.board.template.name;
        if desk.template.slots.is_empty() {
            let say = LayoutSay::TemplateUnknown { name: name.clone() };
            self.findings
                .push(desk.finding(None, Severity::Error, "template-unknown", say));
        }
        let mut waiting: Vec<Piece<'a>> = desk
            .input
            .board
            .elements
            .iter()
            .filter(|element| !element.is_hidden && !is_empty(&element.kind))
            .map(|element| piece(desk, element))
            .collect();
        let around = Around {
            is_last: false,
            chart_most: chart_most(&waiting),
        };
        for flow in &desk.template.flows {
            let filled = Filled::new(flow, around, &mut |block| take(desk, &mut waiting, block));
            let plan = filled.plan(desk);
            if plan.is_over
                && let Some(longest) = longest(&plan.spots)
            {
                self.findings.push(draw::overset(desk, longest));
            }
            if plan.is_crowded
                && let Some(photo) = plan.spots.iter().find(|spot| is_photo(spot.piece.element))
            {
                let element = Some(photo.piece.element);
                let finding = desk.finding(element, Severity::Warning, "photos-crowded", LayoutSay::PhotosCrowded);
                self.findings.push(finding);
            }
            self.put_spots(plan.spots, plan.is_over);
        }
        let (own, lost): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .partition(|piece| piece.is_own || by_hand(piece).is_some());
        for piece in own {
            let area = piece.slot.area;
            self.note_move(&piece, area);
            self.put_closed(&piece, area, around);
        }
        self.tell_lost(&lost);
    }

    fn put_spots(&mut self, spots: Vec<Spot<'a>>, is_told: bool) {
        self.step_lines(&spots);
        for spot in spots {
            self.note_move(&spot.piece, spot.area);
            if by_hand(&spot.piece).is_some() {
                self.put_closed(&spot.piece, spot.area, spot.around);
                continue;
            }
            let mut drawn = draw::draw(self.desk, &spot.piece, spot.area, spot.scale, spot.around);
            if spot.is_loose {
                let element = Some(spot.piece.element);
                let finding = self
                    .desk
                    .finding(element, Severity::Note, "photos-loose", LayoutSay::PhotosLoose);
                drawn.findings.push(finding);
            }
            if drawn.is_over && !is_told {
                drawn.findings.push(draw::overset(self.desk, spot.piece.element));
            }
            self.add(&spot.piece, drawn, None);
        }
    }

    /// In a place of its own: the slot's, or where a hand has put it.
    fn put_closed(&mut self, piece: &Piece<'a>, area: Rect, around: Around) {
        let hand = by_hand(piece);
        let (area, angle) = hand.unwrap_or((area, 0.0));
        let drawn = draw::draw_closed(self.desk, piece, area, around);
        self.add(piece, drawn, hand.map(|(area, _)| (area, angle)));
    }

    /// For these the template has no place at all: they wait until somebody gives them one.
    fn tell_lost(&mut self, lost: &[Piece<'a>]) {
        for piece in lost {
            let say = LayoutSay::NoPlace;
            let finding = self.desk.finding(Some(piece.element), Severity::Error, "no-place", say);
            self.findings.push(finding);
        }
    }

    fn note_move(&mut self, piece: &Piece<'_>, area: Rect) {
        if piece.is_own {
            self.moves.insert(piece.slot.name.clone(), (piece.slot.area, area));
        }
    }

    fn add(&mut self, piece: &Piece<'_>, drawn: Drawn, hand: Option<(Rect, f64)>) {
        let id = piece.element.id;
        let (mut items, mut grip, mut boxes) = (drawn.items, drawn.grip, drawn.boxes);
        if let Some((area, angle)) = hand
            && angle != 0.0
        {
            let turn = rounded(&Transform::rotate_about(angle, area.centre()));
            for placed in &mut items {
                placed.at = placed.at.then(&turn);
            }
            for text in &mut boxes {
                text.at = text.at.then(&turn);
            }
            for p in grip.iter_mut().flat_map(|grip| &mut grip.along) {
                *p = turn.apply(*p);
            }
        }
        self.boxes.append(&mut boxes);
        self.grips.extend(grip.map(|grip| (id, grip)));
        let main = drawn.main;
        let main = rect(um(main.x), um(main.y), um(main.w), um(main.h));
        self.areas.insert(id, hand.unwrap_or((main, 0.0)));
        self.findings.extend(drawn.findings);
        let layer = if is_photo(piece.element) && hand.is_none() {
            Layer::Photo
        } else {
            Layer::Content
        };
        let order = self
            .desk
            .input
            .board
            .elements
            .iter()
            .position(|element| element.id == id);
        self.layers.push((layer, order.unwrap_or(usize::MAX), items));
    }

    /// The line on which a row of steps stands, behind its discs.
    fn step_lines(&mut self, spots: &[Spot<'_>]) {
        let steps: Vec<&Spot<'_>> = spots
            .iter()
            .filter(|spot| matches!(spot.piece.element.kind, ElementKind::Step(_)))
            .filter(|spot| spot.piece.slot.look == SlotLook::Plain && by_hand(&spot.piece).is_none())
            .collect();
        for row in steps.chunk_by(|a, b| (a.area.y - b.area.y).abs() < 0.01) {
            let (Some(first), Some(last)) = (row.first(), row.last()) else {
                continue;
            };
            let style = self
                .desk
                .style(first.piece.slot.style.as_ref().map_or("step", |style| &style.0));
            let disc = super::desk::em_at(style, first.scale) * 1.47;
            let path = draw::step_line(first.area, last.area, disc);
            let colour = match self.desk.template.swatches.get("fresh") {
                Some(fresh) => *fresh,
                None => self.desk.accent(first.piece.slot.accent.as_ref()),
            };
            self.between.push(plain(setting::stroked(path, colour, 4.0)));
        }
    }

    fn finish(mut self) -> Laid {
        let desk = self.desk;
        let board = desk.input.board.size;
        let (mut items, lost) = ground::items(desk);
        self.findings.extend(lost);
        items.extend(decor::items(desk, false, &self.moves));
        self.layers.sort_by_key(|(layer, order, _)| (*layer, *order));
        let split = self.layers.partition_point(|(layer, ..)| *layer == Layer::Photo);
        let content = self.layers.split_off(split);
        items.extend(self.layers.into_iter().flat_map(|(.., items)| items));
        items.extend(decor::items(desk, true, &self.moves));
        items.append(&mut self.between);
        items.extend(labels(desk, &mut self.findings));
        items.extend(content.into_iter().flat_map(|(.., items)| items));
        self.findings
            .sort_by(|a, b| (&a.place, a.rule).cmp(&(&b.place, b.rule)));
        self.findings.dedup();
        Laid {
            frame: Frame { size: board, items },
            findings: self.findings,
            areas: self.areas,
            grips: self.grips,
        }
    }
}

fn plain(item: Item) -> Placed {
    Placed {
        at: Transform::IDENTITY,
        item,
        source: None,
    }
}

/// Sines differ in their last bit between machines.
fn rounded(t: &Transform) -> Transform {
    let fine = |v: f64| (v * 1e9).round() / 1e9 + 0.0;
    Transform {
        a: fine(t.a),
        b: fine(t.b),
        c: fine(t.c),
        d: fine(t.d),
        e: um(t.e),
        f: um(t.f),
    }
}

fn is_photo(element: &Element) -> bool {
    matches!(element.kind, ElementKind::Photo(_))
}

fn by_hand(piece: &Piece<'_>) -> Option<(Rect, f64)> {
    match piece.element.area {
        Area::Slot => None,
        Area::ByHand { rect, angle } => Some((rect, angle)),
    }
}

/// Nothing to show: its place closes up. A photo that is still wanted keeps its place.
fn is_empty(kind: &ElementKind) -> bool {
    match kind {
        ElementKind::Text(text) => text.text.source.is_blank(),
        ElementKind::Photo(_) => false,
        ElementKind::Number(number) => number.value.trim().is_empty() && number.label.source.is_blank(),
        ElementKind::Quote(quote) => quote.text.source.is_blank() && quote.speaker.source.is_blank(),
        ElementKind::Qr(code) => code.content.trim().is_empty(),
        ElementKind::Table(grid) => grid.rows.is_empty() && grid.head.is_empty(),
        ElementKind::Step(step) => step.head.source.is_blank() && step.text.source.is_blank(),
        ElementKind::Change(change) => {
            let texts = [&change.label, &change.from, &change.to];
            texts.iter().all(|text| text.source.is_blank())
        }
        ElementKind::Shape(_) | ElementKind::Art(_) | ElementKind::Emblem(_) => false,
    }
}

/// The element with the slot it fills.
fn piece<'a>(desk: &Desk<'a>, element: &'a Element) -> Piece<'a> {
    let (takes, usual) = element.kind.fills();
    let name = element.slot.as_ref().map(|slot| slot.0.as_str());
    let found = desk.template.slot_for(element);
    let is_own = found.is_some_and(|(_, is_own)| is_own);
    let mut slot = found.map_or_else(
        || Slot {
            takes,
            ..Slot::default()
        },
        |(slot, _)| slot.clone(),
    );
    if !is_own {
        slot.caption_inside = false;
        (slot.veil, slot.veil_head) = (0.0, 0.0);
    }
    if element.slot.is_none() {
        slot.vertical = false;
        slot.rule = None;
    }
    Piece {
        element,
        slot,
        role: name.map_or(usual, slot_role).to_string(),
        index: name.map_or(1, index_of),
        is_own,
    }
}

fn index_of(name: &str) -> u32 {
    name.rsplit_once('.')
        .and_then(|(_, number)| number.parse().ok())
        .unwrap_or(1)
}

fn chart_most(pieces: &[Piece<'_>]) -> f64 {
    let bar = |piece: &Piece<'_>| match &piece.element.kind {
        ElementKind::Number(number) if piece.slot.look == SlotLook::Chart && number.bar.is_some() => {
            Some(draw::amount(number))
        }
        _ => None,
    };
    pieces.iter().filter_map(bar).fold(0.0, f64::max)
}

/// Hands over the waiting elements that fall to a block of a flow.
fn take<'a>(desk: &Desk<'_>, waiting: &mut Vec<Piece<'a>>, block: &FlowBlock) -> Vec<Piece<'a>> {
    let Some(group) = block.slot.strip_suffix(".*") else {
        let is_named = |piece: &Piece<'_>| piece.element.slot.as_ref().is_some_and(|slot| slot.0 == block.slot);
        let at = waiting.iter().position(is_named);
        return at.map(|at| waiting.remove(at)).into_iter().collect();
    };
    let falls_here = |piece: &Piece<'_>| {
        let is_free = piece.element.slot.is_none() && by_hand(piece).is_some();
        let is_named_elsewhere = piece.is_own && named_in_flows(desk, &piece.slot.name);
        !is_free && !is_named_elsewhere && in_group(desk, group, piece)
    };
    let mut taken = Vec::new();
    let mut rest = Vec::new();
    for piece in waiting.drain(..) {
        if falls_here(&piece) {
            taken.push(piece)
        } else {
            rest.push(piece)
        }
    }
    *waiting = rest;
    let rank = |piece: &Piece<'_>| match group {
        "section" => (piece.index as usize, usize::from(piece.role != "heading")),
        "gallery" => {
            let slots = &desk.template.slots;
            let at = slots
                .iter()
                .position(|slot| piece.is_own && slot.name == piece.slot.name);
            (at.unwrap_or(usize::MAX), piece.index as usize)
        }
        _ => (piece.index as usize, 0),
    };
    taken.sort_by_key(|piece| rank(piece));
    taken
}

fn named_in_flows(desk: &Desk<'_>, slot: &str) -> bool {
    let rows = desk.template.flows.iter().flat_map(|flow| &flow.rows);
    let mut blocks = rows.flat_map(|row| &row.cells).flat_map(|cell| &cell.blocks);
    blocks.any(|block| block.slot == slot)
}

fn in_group(desk: &Desk<'_>, group: &str, piece: &Piece<'_>) -> bool {
    let kind = piece.element.kind.fills();
    let has_slot = piece.is_own
        || desk
            .template
            .slots
            .iter()
            .any(|slot| slot_role(&slot.name) == piece.role);
    match group {
        "section" => {
            // Text of a role that the template does not know reads on in the body.
            kind.0 == SlotKind::Text && (matches!(piece.role.as_str(), "heading" | "body") || !has_slot)
        }
        "gallery" => kind.0 == SlotKind::Photo,
        "photo" => kind.0 == SlotKind::Photo && (piece.role == "photo" || !piece.is_own),
        // Steps and items are the same thing; a template has one of them.
        // So are questions and moments, where it has no places for these.
        "step" | "item" => {
            let is_other = matches!(piece.role.as_str(), "qa" | "moment");
            kind.0 == SlotKind::Step && !(is_other && has_slot)
        }
        group => piece.role == group || (!has_slot && kind.1 == group),
    }
}

fn longest<'a>(spots: &[Spot<'a>]) -> Option<&'a Element> {
    let length = |element: &Element| match &element.kind {
        ElementKind::Text(text) => text.text.source.to_plain().len(),
        ElementKind::Table(_) => 200,
        _ => 0,
    };
    let elements = spots.iter().map(|spot| spot.piece.element);
    elements.max_by_key(|element| length(element))
}

/// Board number, committee, show title: the same place on every board of a template.
fn labels(desk: &Desk<'_>, findings: &mut Vec<Finding>) -> Vec<Placed> {
    let labels = &desk.input.labels;
    let mut items = Vec::new();
    for slot in &desk.template.slots {
        let text = match slot.takes {
            SlotKind::NumberLabel => labels.number.as_str(),
            SlotKind::CommitteeLabel => labels.committee.of(desk.script),
            SlotKind::ShowLabel => labels.show.of(desk.script),
            _ => continue,
        };
        if text.trim().is_empty() {
            continue;
        }
        let style = slot.style.as_ref().map_or("footer", |style| &style.0);
        let words = RichText::plain(text.trim());
        let set = label_set(desk, &words, style, slot.area.w);
        if !set.layout.missing.is_empty() {
            let say = LayoutSay::MissingGlyph { text: set.missing() };
            findings.push(desk.finding(None, Severity::Error, "missing-glyph", say));
        }
        items.extend(set.place(origin(slot), None));
    }
    items
}

fn origin(slot: &Slot) -> Point {
    point(slot.area.x, slot.area.y)
}

/// On one line, smaller where the name is long.
fn label_set(desk: &Desk<'_>, words: &RichText, style: &str, w: f64) -> setting::Set {
    let set = setting::set(desk, words, &Wish::new(style, w, 1.0, desk.script));
    if set.lines() <= 1 {
        return set;
    }
    let mut words = words.clone();
    let natural = setting::set(desk, &words, &Wish::new(style, setting::OPEN, 1.0, desk.script));
    let wide = natural
        .layout
        .lines
        .iter()
        .map(|line| line.end - line.start)
        .fold(1.0, f64::max);
    for para in &mut words.paras {
        let range = 0..para.text.len();
        let kind = crate::model::MarkKind::Size((w / wide * 0.98).clamp(0.5, 1.0));
        para.marks.push(crate::model::Mark { range, kind });
    }
    setting::set(desk, &words, &Wish::new(style, w, 1.0, desk.script))
}
