//! Content onto a board by role: every text and photo gets the template's slot of its role, in order; what the
//! template has no slot for gets a slot name of its own behind the last one, and the layout gives it room.

use super::content::{Bar, Content, Photo, Section};
use super::refit::number_names;
use crate::base::{Digest, PhotoFacts, PhotoFormat};
use crate::geom::{rect, um};
use crate::model::*;
use crate::script::{Script, detect};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everything about a board that is not in its file.
pub struct Seat<'a> {
    pub id: BoardId,
    pub committee: CommitteeId,
    pub template: &'a Template,
    pub size: crate::geom::Size,
    /// For texts that could be in either script.
    pub usual: Script,
    /// By the name the file gives; `None` where the photo is missing.
    pub photos: &'a BTreeMap<String, Arc<PhotoFacts>>,
}

/// Makes the whole board. The same content and seat give the same board, ids included.
pub fn fit(content: &Content, seat: &Seat<'_>) -> Board {
    let script = detect(&all_text(content)).unwrap_or(seat.usual);
    let mut fitter = Fitter {
        template: seat.template,
        script,
        placed: Vec::new(),
    };
    fitter.photos(content, seat.photos);
    fitter.texts(content);
    fitter.figures(content);
    fitter.empty_places();
    let board = Board {
        id: seat.id,
        code: content.code.clone(),
        committee: seat.committee,
        template: TemplateRef {
            name: seat.template.name.clone(),
            version: seat.template.version(),
        },
        size: seat.size,
        script,
        make: Make::default(),
        arrangement: 0,
        ground: None,
        guides: Default::default(),
        elements: elements(seat.id, fitter.placed),
    };
    with_drawings(board, content, seat.photos)
}

/// The usual place of an emblem, in mm: so large, so far from the right and upper edge.
const EMBLEM: f64 = 90.0;
const EMBLEM_EDGE: f64 = 40.0;

/// Drawings and emblems stand in front, where the file says; a file that is not there keeps its place.
fn with_drawings(mut board: Board, content: &Content, known: &BTreeMap<String, Arc<PhotoFacts>>) -> Board {
    let drawings = content.drawings.iter().map(|drawn| (drawn, false));
    let all = drawings.chain(content.emblem.iter().map(|drawn| (drawn, true)));
    for (at, (drawn, is_emblem)) in all.enumerate() {
        let facts = known.get(&drawn.file);
        let digest = facts.map(|facts| facts.digest);
        let kind = match facts.map(|facts| facts.format) {
            _ if is_emblem => ElementKind::Emblem(EmblemElement { art: digest }),
            Some(PhotoFormat::Svg) | None => ElementKind::Art(ArtElement {
                art: digest,
                is_stretched: false,
            }),
            Some(_) => ElementKind::Photo(PhotoElement {
                photo: digest,
                crop: facts.map(|facts| Crop::about(facts)).unwrap_or_default(),
                ..PhotoElement::default()
            }),
        };
        let size = board.size;
        let usual = match is_emblem {
            true => rect(size.w - EMBLEM - EMBLEM_EDGE, EMBLEM_EDGE, EMBLEM, EMBLEM),
            false => rect(um(size.w * 0.35), um(size.h * 0.35), um(size.w * 0.3), um(size.h * 0.3)),
        };
        let id = ElementId(derived(&format!("{} drawn {at}", board.id)));
        let mut element = Element::new(id, None, board.front_z(), kind);
        element.area = Area::ByHand {
            rect: drawn.area.unwrap_or(usual),
            angle: 0.0,
        };
        board = board.with_element(Arc::new(element));
    }
    board
}

/// Slot names of a role in order: the bare name first, then by number.
pub fn places<'a>(template: &'a Template, role: &str) -> Vec<&'a str> {
    let mut names: Vec<(usize, &str)> = template
        .slots
        .iter()
        .filter_map(|slot| Some((number_in(&slot.name, role)?, slot.name.as_str())))
        .collect();
    names.sort_unstable();
    names.into_iter().map(|(_, name)| name).collect()
}

/// `photo.3` is the third of `photo`, `photo` alone the first; `photo.caption` is none.
fn number_in(name: &str, role: &str) -> Option<usize> {
    match name.strip_prefix(role)? {
        "" => Some(1),
        rest => rest.strip_prefix('.')?.parse().ok(),
    }
}

/// The slot for the thing at `index` (from 0) of a role; beyond the template's places the numbers go on.
pub fn slot_for(template: &Template, role: &str, index: usize) -> SlotName {
    let names = places(template, role);
    if let Some(name) = names.get(index) {
        return SlotName(name.to_string());
    }
    let last = names.iter().filter_map(|name| number_in(name, role)).max().unwrap_or(0);
    // Photos are counted through: behind a lead photo comes `photo.2`.
    let (pair, hero) = photo_heads(template);
    let heads = 2 * usize::from(pair) + usize::from(hero);
    let last = if role == "photo" { last.max(heads) } else { last };
    match last + index + 1 - names.len() {
        1 if is_single(role) => SlotName(role.to_string()),
        number => SlotName(format!("{role}.{number}")),
    }
}

/// Roles a board usually has one of: the bare name is the first.
fn is_single(role: &str) -> bool {
    !matches!(
        role,
        "photo" | "number" | "quote" | "step" | "item" | "qa" | "moment" | "change" | "couplet"
    )
}

/// How many places of each role the content takes on this template.
pub fn needs(content: &Content, template: &Template) -> Vec<(&'static str, usize)> {
    let shaped = Shaped::of(content, template);
    let one = |is_there: bool| usize::from(is_there);
    let (pair, hero) = photo_heads(template);
    let photos = content.photos.len();
    vec![
        ("kicker", one(content.kicker.is_some())),
        ("title", one(content.title.is_some())),
        ("subtitle", one(content.subtitle.is_some())),
        ("lead", one(shaped.lead.is_some())),
        (
            "heading",
            shaped
                .sections
                .iter()
                .filter(|section| !section.heading.is_empty())
                .count(),
        ),
        (
            "body",
            shaped
                .sections
                .iter()
                .filter(|section| !section.paras.is_empty())
                .count(),
        ),
        ("couplet", content.couplet.len()),
        ("before", one(pair && photos > 0)),
        ("after", one(pair && photos > 1)),
        ("hero", one(hero && photos > 2 * one(pair))),
        ("photo", photos.saturating_sub(2 * one(pair) + one(hero))),
        ("number", content.stats.len()),
        ("quote", content.quotes.len()),
        ("step", content.steps.len()),
        ("item", content.items.len()),
        ("qa", content.qa.len()),
        ("moment", content.timeline.len()),
        ("change", content.changes.len()),
        ("table", one(content.table.is_some())),
        ("qr", one(content.qr.is_some())),
        ("contact", one(content.contact.is_some())),
        ("credits", one(!content.credits.is_empty())),
    ]
}

/// Whether the template compares two photos, and whether it has a lead photo.
pub fn photo_heads(template: &Template) -> (bool, bool) {
    let has = |name: &str| template.slot(name).is_some();
    (has("before") && has("after"), has("hero"))
}

/// Lead and sections as this template wants them.
struct Shaped {
    lead: Option<String>,
    sections: Vec<Section>,
}

impl Shaped {
    fn of(content: &Content, template: &Template) -> Shaped {
        let mut lead = content.lead.clone();
        let mut sections: Vec<Section> = content
            .sections
            .iter()
            .filter(|section| !is_blank(section))
            .cloned()
            .collect();
        // A first section without heading before others with one is what newspapers call the lead.
        let opens = sections.len() > 1 && sections[0].heading.is_empty() && !sections[1].heading.is_empty();
        if lead.is_none() && opens && !places(template, "lead").is_empty() {
            lead = Some(sections.remove(0).paras.join("\n"));
        }
        // A section without heading goes on with the one before where it would have no place of its own.
        let room = places(template, "body").len().max(1);
        let mut joined: Vec<Section> = Vec::new();
        for section in sections {
            let is_full = joined.len() >= room;
            match joined.last_mut() {
                Some(last) if section.heading.is_empty() && is_full => last.paras.extend(section.paras),
                _ => joined.push(section),
            }
        }
        Shaped { lead, sections: joined }
    }
}

fn is_blank(section: &Section) -> bool {
    section.heading.is_empty() && section.paras.iter().all(String::is_empty)
}

struct Fitter<'a> {
    template: &'a Template,
    /// Of the board.
    script: Script,
    placed: Vec<(SlotName, ElementKind)>,
}

impl Fitter<'_> {
    fn put(&mut self, role: &str, index: usize, kind: ElementKind) {
        self.placed.push((slot_for(self.template, role, index), kind));
    }

    fn photos(&mut self, content: &Content, known: &BTreeMap<String, Arc<PhotoFacts>>) {
        let (pair, hero) = photo_heads(self.template);
        let mut heads: Vec<&str> = Vec::new();
        if pair {
            heads.extend(["before", "after"]);
        }
        if hero {
            heads.push("hero");
        }
        for (index, photo) in content.photos.iter().enumerate() {
            let facts = known.get(&photo.file);
            let kind = ElementKind::Photo(PhotoElement {
                photo: facts.map(|facts| facts.digest),
                crop: facts.map(|facts| Crop::about(facts)).unwrap_or_default(),
                caption: self.caption(photo),
                tag: (!photo.tag.is_empty()).then(|| self.two(&photo.tag)),
                ..PhotoElement::default()
            });
            match heads.get(index) {
                Some(head) => self.placed.push((SlotName(head.to_string()), kind)),
                None => self.put("photo", index - heads.len(), kind),
            }
        }
    }

    /// With both scripts given, the board's own is the source and the other one is kept as written.
    fn caption(&self, photo: &Photo) -> Option<TwoScript> {
        let (hans, hant) = (photo.caption_s.as_str(), photo.caption_t.as_str());
        match (hans.is_empty(), hant.is_empty()) {
            (false, false) if self.script == Script::Hans => Some(TwoScript::both(Script::Hans, hans, hant)),
            (false, false) => Some(TwoScript::both(Script::Hant, hant, hans)),
            (false, true) => Some(TwoScript::new(detect(hans).unwrap_or(Script::Hans), hans)),
            (true, false) => Some(TwoScript::new(detect(hant).unwrap_or(Script::Hant), hant)),
            (true, true) => (!photo.caption.is_empty()).then(|| self.two(&photo.caption)),
        }
    }

    /// A text in its own script; what could be both takes the board's.
    fn two(&self, text: &str) -> TwoScript {
        TwoScript::new(detect(text).unwrap_or(self.script), text)
    }

    fn text(&self, text: &str) -> ElementKind {
        ElementKind::Text(TextElement {
            style: None,
            text: self.two(text),
        })
    }

    fn texts(&mut self, content: &Content) {
        let shaped = Shaped::of(content, self.template);
        for (role, text) in [
            ("kicker", &content.kicker),
            ("title", &content.title),
            ("subtitle", &content.subtitle),
            ("lead", &shaped.lead),
            ("contact", &content.contact),
        ] {
            if let Some(text) = text {
                self.lines(role, text);
            }
        }
        for (index, side) in content.couplet.iter().enumerate() {
            let kind = self.text(side);
            self.put("couplet", index, kind);
        }
        for (index, section) in shaped.sections.iter().enumerate() {
            if !section.heading.is_empty() {
                let kind = self.text(&section.heading);
                self.put("heading", index, kind);
            }
            if !section.paras.is_empty() {
                let kind = self.text(&section.paras.join("\n"));
                self.put("body", index, kind);
            }
        }
        if !content.credits.is_empty() {
            let kind = self.text(&credits(content));
            self.put("credits", 0, kind);
        }
    }

    /// One text into its slot; where the template keeps a slot a line (vertical titles), line by line, the last
    /// slot taking what is left.
    fn lines(&mut self, role: &str, text: &str) {
        let room = places(self.template, role).len().max(1);
        let lines: Vec<&str> = text.lines().collect();
        let cut = room.min(lines.len()).max(1) - 1;
        for (index, line) in lines[..cut].iter().enumerate() {
            let kind = self.text(line);
            self.put(role, index, kind);
        }
        let kind = self.text(&lines[cut..].join("\n"));
        self.put(role, cut, kind);
    }

    fn figures(&mut self, content: &Content) {
        let bars: Vec<bool> = content.stats.iter().map(|stat| stat.bar == Bar::Chart).collect();
        let slots = number_names(&bars, self.template, &BTreeSet::new());
        for (stat, slot) in content.stats.iter().zip(slots) {
            let kind = ElementKind::Number(NumberElement {
                value: stat.value.clone(),
                unit: self.two(&stat.unit),
                label: self.two(&stat.label),
                bar: bar(stat.bar, &stat.value),
            });
            self.placed.push((slot, kind));
        }
        for (index, quote) in content.quotes.iter().enumerate() {
            let who = [quote.post.as_str(), quote.place.as_str()];
            let who: Vec<&str> = who.into_iter().filter(|part| !part.is_empty()).collect();
            let kind = ElementKind::Quote(QuoteElement {
                text: self.two(&quote.text),
                speaker: self.two(&quote.speaker),
                post: self.two(&who.join("　")),
            });
            self.put("quote", index, kind);
        }
        for (role, points) in [
            ("step", &content.steps),
            ("item", &content.items),
            ("qa", &content.qa),
            ("moment", &content.timeline),
        ] {
            for (index, point) in points.iter().enumerate() {
                let kind = ElementKind::Step(StepElement {
                    head: self.two(&point.head),
                    text: self.two(&point.text),
                });
                self.put(role, index, kind);
            }
        }
        for (index, change) in content.changes.iter().enumerate() {
            let kind = ElementKind::Change(ChangeElement {
                label: self.two(&change.label),
                from: self.two(&change.from),
                to: self.two(&change.to),
            });
            self.put("change", index, kind);
        }
        if let Some(table) = &content.table {
            let row = |cells: &Vec<String>| cells.iter().map(|cell| self.two(cell)).collect();
            let kind = ElementKind::Table(TableElement {
                head: row(&table.head),
                rows: table.rows.iter().map(row).collect(),
            });
            self.put("table", 0, kind);
        }
        if let Some(address) = &content.qr {
            let kind = ElementKind::Qr(QrElement {
                content: address.clone(),
                call: self.two(content.qr_call.as_deref().unwrap_or_default()),
            });
            self.put("qr", 0, kind);
        }
    }

    /// What the template cannot do without and the content does not give stands there empty, to be filled.
    fn empty_places(&mut self) {
        for slot in self.template.slots.iter().filter(|slot| slot.required) {
            let is_there = self.placed.iter().any(|(name, _)| name.0 == slot.name);
            if let Some(kind) = empty_kind(slot, self.script).filter(|_| !is_there) {
                self.placed.push((SlotName(slot.name.clone()), kind));
            }
        }
    }
}

/// What a required place holds while nothing is there: a photo's place or an empty text.
pub fn empty_kind(slot: &Slot, script: Script) -> Option<ElementKind> {
    match slot.takes {
        SlotKind::Photo => Some(ElementKind::Photo(PhotoElement::default())),
        SlotKind::Text => Some(ElementKind::Text(TextElement {
            style: None,
            text: TwoScript::new(script, ""),
        })),
        SlotKind::Number
        | SlotKind::Quote
        | SlotKind::Qr
        | SlotKind::Table
        | SlotKind::Step
        | SlotKind::Change
        | SlotKind::Shape
        | SlotKind::Art
        | SlotKind::Emblem
        | SlotKind::NumberLabel
        | SlotKind::CommitteeLabel
        | SlotKind::ShowLabel => None,
    }
}

/// What a slot takes, with nothing in it.
fn blank_kind(slot: &Slot, script: Script) -> Option<ElementKind> {
    let script = slot.scripts.and_then(Scripts::only).unwrap_or(script);
    let empty = || TwoScript::new(script, "");
    Some(match slot.takes {
        SlotKind::Text => ElementKind::Text(TextElement {
            style: None,
            text: empty(),
        }),
        SlotKind::Photo => ElementKind::Photo(PhotoElement {
            caption: slot.second.as_ref().map(|_| empty()),
            ..PhotoElement::default()
        }),
        SlotKind::Number => ElementKind::Number(NumberElement {
            value: String::new(),
            unit: empty(),
            label: empty(),
            bar: None,
        }),
        SlotKind::Quote => ElementKind::Quote(QuoteElement {
            text: empty(),
            speaker: empty(),
            post: empty(),
        }),
        SlotKind::Qr => ElementKind::Qr(QrElement {
            content: String::new(),
            call: empty(),
        }),
        SlotKind::Table => ElementKind::Table(TableElement {
            head: Vec::new(),
            rows: Vec::new(),
        }),
        SlotKind::Step => ElementKind::Step(StepElement {
            head: empty(),
            text: empty(),
        }),
        SlotKind::Change => ElementKind::Change(ChangeElement {
            label: empty(),
            from: empty(),
            to: empty(),
        }),
        SlotKind::Art => ElementKind::Art(ArtElement::default()),
        SlotKind::Emblem => ElementKind::Emblem(EmblemElement::default()),
        SlotKind::Shape | SlotKind::NumberLabel | SlotKind::CommitteeLabel | SlotKind::ShowLabel => return None,
    })
}

/// Every slot of the template with empty content, so that each can be clicked and filled.
pub fn blank_board(seat: &Seat<'_>, code: &str) -> Board {
    let slots = seat.template.slots.iter();
    let placed = slots.filter_map(|slot| Some((SlotName(slot.name.clone()), blank_kind(slot, seat.usual)?)));
    let mut board = fit(&Content::default(), seat);
    board.code = code.to_string();
    board.script = seat.usual;
    board.elements = elements(seat.id, placed.collect());
    board
}

/// With what a template of the show has on its boards from the start: on an empty board all of it, on one with content
/// what stands by hand and what its slots hold fast.
pub fn with_start(mut board: Board, template: &Template, is_blank: bool) -> Board {
    if is_blank && !template.start.is_empty() {
        board.elements.clear();
    }
    for element in template.first_elements() {
        let slot = element.slot.as_ref().and_then(|name| template.slot(&name.0));
        if !is_blank && slot.is_some_and(|slot| !slot.rules.fixed_content) {
            continue;
        }
        board
            .elements
            .retain(|other| other.slot.is_none() || other.slot != element.slot);
        let z = board.front_z();
        board = board.with_element(Arc::new(Element {
            z,
            ..Element::clone(&element)
        }));
    }
    board
}

/// A chart's bar stands alone, from zero to its value.
fn bar(bar: Bar, value: &str) -> Option<[f64; 2]> {
    match bar {
        Bar::None => None,
        Bar::Chart => value.parse().ok().map(|now| [0.0, now]),
        Bar::Two(two) => Some(two),
    }
}

/// A paragraph each; the template says whether they stand in one line.
fn credits(content: &Content) -> String {
    let each: Vec<String> = content
        .credits
        .iter()
        .map(|credit| match (credit.role.is_empty(), credit.name.is_empty()) {
            (false, false) => format!("{}　{}", credit.role, credit.name),
            _ => format!("{}{}", credit.role, credit.name),
        })
        .collect();
    each.join("\n")
}

/// Photos at the back, then the rest as the template stacks its slots, then what has no slot there.
fn elements(board: BoardId, mut placed: Vec<(SlotName, ElementKind)>) -> Vec<Arc<Element>> {
    placed.sort_by_key(|(_, kind)| !matches!(kind, ElementKind::Photo(_)));
    let mut z = None;
    placed
        .into_iter()
        .map(|(slot, kind)| {
            let key = z_between(z.as_deref(), None);
            z = Some(key.clone());
            let id = ElementId(derived(&format!("{board} {}", slot.0)));
            Arc::new(Element::new(id, Some(slot), key, kind))
        })
        .collect()
}

/// An id that follows from what it stands for, so that a second import finds the same things again.
pub fn derived(name: &str) -> u128 {
    let Digest(bytes) = Digest::of(name.as_bytes());
    let mut half = [0; 16];
    half.copy_from_slice(&bytes[..16]);
    u128::from_le_bytes(half)
}

fn all_text(content: &Content) -> String {
    let mut all = String::new();
    let mut add = |text: &str| {
        all.push_str(text);
        all.push('\n');
    };
    for text in [
        &content.kicker,
        &content.title,
        &content.subtitle,
        &content.lead,
        &content.qr_call,
    ] {
        add(text.as_deref().unwrap_or_default());
    }
    content.couplet.iter().for_each(|text| add(text));
    for section in &content.sections {
        add(&section.heading);
        section.paras.iter().for_each(|text| add(text));
    }
    content.stats.iter().for_each(|stat| add(&stat.label));
    content.quotes.iter().for_each(|quote| add(&quote.text));
    let points = content.steps.iter().chain(&content.items);
    for point in points.chain(&content.qa).chain(&content.timeline) {
        add(&point.head);
        add(&point.text);
    }
    for credit in &content.credits {
        add(&credit.role);
    }
    all
}
