//! A show that damage has left incomplete, made whole again: every invariant of the model holds afterwards.
//! What cannot be shown stays in the file; what is missing gets a stand-in that says so.

use crate::base::say::StoreSay;
use crate::base::{Digest, Finding, PhotoColour, PhotoFacts, PhotoFormat, PhotoState, Place, Say, Severity, Turn};
use crate::model::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The show as it can be worked on; what was put right is told. A sound show comes back as it is.
/// `find` looks a photo up whose record is lost.
pub fn mend(show: &Exhibition, find: &dyn Fn(Digest) -> Option<PhotoFacts>) -> (Exhibition, Vec<Finding>) {
    let mut mending = Mending {
        show: show.clone(),
        findings: Vec::new(),
    };
    if !invariants(show).is_empty() {
        mending.committees();
        mending.templates();
        mending.photos(find);
        mending.codes();
        mending.bodies();
        mending.order();
    }
    (mending.show, mending.findings)
}

struct Mending {
    show: Exhibition,
    findings: Vec<Finding>,
}

impl Mending {
    fn tell(&mut self, rule: &'static str, place: Place, say: StoreSay) {
        self.findings.push(Finding {
            severity: Severity::Warning,
            rule,
            place,
            say: Say::Store(say),
        });
    }

    fn committees(&mut self) {
        let mut seen = BTreeSet::new();
        let mut list = Vec::clone(&self.show.committees);
        list.retain(|committee| seen.insert(committee.id));
        let mut lost: BTreeMap<CommitteeId, Vec<String>> = BTreeMap::new();
        for board in self.show.boards.iter().filter(|board| !seen.contains(&board.committee)) {
            lost.entry(board.committee).or_default().push(board.code.clone());
        }
        for (id, codes) in lost {
            let name = TwoName {
                hans: "未知单位".into(),
                hant: "未知單位".into(),
            };
            list.push(Committee { id, name });
            let say = StoreSay::UnitRecovered {
                codes: codes.join(", "),
            };
            self.tell("unit-recovered", Place::board(&codes[0]), say);
        }
        if list != *self.show.committees {
            self.show.committees = Arc::new(list);
        }
    }

    /// Another version of the same name stands in, else a blank one.
    fn templates(&mut self) {
        let missing: BTreeMap<TemplateRef, Arc<Board>> = self
            .show
            .boards
            .iter()
            .filter(|board| !self.show.templates.contains_key(&board.template))
            .map(|board| (board.template.clone(), board.clone()))
            .collect();
        for (at, board) in missing {
            let same_name = self.show.templates.iter().find(|(other, _)| other.name == at.name);
            let blank = || {
                Arc::new(Template {
                    name: at.name.clone(),
                    size: board.size,
                    ..Template::default()
                })
            };
            let stand_in = same_name.map_or_else(blank, |(_, template)| template.clone());
            Arc::make_mut(&mut self.show.templates).insert(at.clone(), stand_in);
            let say = StoreSay::TemplateRecovered { name: at.name };
            self.tell("template-recovered", Place::board(&board.code), say);
        }
    }

    fn photos(&mut self, find: &dyn Fn(Digest) -> Option<PhotoFacts>) {
        let unknown: BTreeMap<Digest, String> = self
            .show
            .boards
            .iter()
            .flat_map(|board| board.files().map(|photo| (photo, board.code.clone())))
            .filter(|(photo, _)| !self.show.photos.contains_key(photo))
            .collect();
        for (photo, code) in unknown {
            let facts = find(photo).filter(|facts| facts.digest == photo);
            if facts.is_none() {
                let say = StoreSay::PhotoUnknown { code: code.clone() };
                self.tell("photo-unknown", Place::board(code), say);
            }
            let facts = facts.unwrap_or_else(|| missing_photo(photo));
            Arc::make_mut(&mut self.show.photos).insert(photo, Arc::new(facts));
        }
    }

    fn codes(&mut self) {
        let mut used: BTreeSet<String> = self.show.boards.iter().map(|board| board.code.clone()).collect();
        let mut seen = BTreeSet::new();
        for at in 0..self.show.boards.len() {
            let was = self.show.boards[at].code.clone();
            if !was.trim().is_empty() && seen.insert(was.clone()) {
                continue;
            }
            let free = (2..)
                .map(|count| format!("{was}-{count}"))
                .find(|code| !used.contains(code));
            let now = free.expect("numbers do not end");
            used.insert(now.clone());
            seen.insert(now.clone());
            Arc::make_mut(&mut self.show.boards[at]).code = now.clone();
            let say = StoreSay::CodeChanged { was, now: now.clone() };
            self.tell("code-changed", Place::board(now), say);
        }
    }

    /// Elements in order, numbers within reach: what a command would accept.
    fn bodies(&mut self) {
        for at in 0..self.show.boards.len() {
            let board = self.show.boards[at].clone();
            let sound = self.accepted(&board).unwrap_or_else(|| self.reduced(&board));
            let count = board.elements.len() - sound.elements.len();
            if count > 0 {
                let code = board.code.clone();
                let say = StoreSay::ItemsDropped { code, count };
                self.tell("items-dropped", Place::board(&board.code), say);
            }
            self.show.boards[at] = sound;
        }
    }

    fn accepted(&self, board: &Arc<Board>) -> Option<Arc<Board>> {
        let after = Command::SetBoard(board.clone()).apply(&self.show).ok()?;
        after.board(board.id).cloned()
    }

    /// The board with only those elements that can stand.
    fn reduced(&self, board: &Board) -> Arc<Board> {
        let mut bare = Board {
            elements: Vec::new(),
            ..board.clone()
        };
        if self.accepted(&Arc::new(bare.clone())).is_none() {
            let usual = self.show.template_of(board).map(|template| template.size);
            bare.size = usual.filter(|size| size.w >= 1.0 && size.h >= 1.0).unwrap_or(A0);
        }
        for element in &board.elements {
            let with = bare.with_element(element.clone());
            let is_new = bare.element(element.id).is_none();
            if let Some(with) = self.accepted(&Arc::new(with)).filter(|_| is_new) {
                bare = Board::clone(&with);
            }
        }
        Arc::new(bare)
    }

    fn order(&mut self) {
        let there: BTreeSet<BoardId> = self.show.boards.iter().map(|board| board.id).collect();
        let mut seen = BTreeSet::new();
        let mut order = Vec::clone(&self.show.order);
        let before = order.len();
        order.retain(|id| there.contains(id) && seen.insert(*id));
        let mut count = before - order.len();
        let missing = self
            .show
            .boards
            .iter()
            .map(|board| board.id)
            .filter(|id| !seen.contains(id));
        order.extend(missing);
        count += order.len() - seen.len();
        if order != *self.show.order {
            self.show.order = Arc::new(order);
        }
        let mut binned = there.clone();
        let bin = Vec::clone(&self.show.bin);
        let waiting: Vec<_> = bin.into_iter().filter(|one| binned.insert(one.board.id)).collect();
        if waiting.len() != self.show.bin.len() {
            count += self.show.bin.len() - waiting.len();
            self.show.bin = Arc::new(waiting);
        }
        if self.show.states.keys().any(|id| !there.contains(id)) {
            let states = Arc::make_mut(&mut self.show.states);
            let before = states.len();
            states.retain(|id, _| there.contains(id));
            count += before - states.len();
        }
        for plaza in &mut self.show.plazas {
            let stops = plaza.tours.iter().flat_map(|tour| &tour.stops).map(|stop| stop.board);
            let lost: BTreeSet<BoardId> = (plaza.places.keys().copied().chain(stops))
                .filter(|id| !there.contains(id))
                .collect();
            for id in &lost {
                Arc::make_mut(plaza).forget(*id);
            }
            count += lost.len();
        }
        if count > 0 {
            self.tell("order-mended", Place::default(), StoreSay::OrderMended { count });
        }
    }
}

const A0: crate::geom::Size = crate::geom::Size { w: 841.0, h: 1189.0 };

fn missing_photo(digest: Digest) -> PhotoFacts {
    PhotoFacts {
        digest,
        name: String::new(),
        format: PhotoFormat::Unknown,
        stored_px: [0, 0],
        turn: Turn::default(),
        colour: PhotoColour::Rgb,
        has_icc: false,
        bytes: 0,
        state: PhotoState::Missing,
        look: None,
        credit: Default::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::{rect, size};
    use crate::script::{Region, Script};

    fn element(id: u128, z: &str, x: f64) -> Arc<Element> {
        Arc::new(Element {
            id: ElementId(id),
            slot: None,
            area: Area::ByHand {
                rect: rect(x, 0.0, 10.0, 10.0),
                angle: 0.0,
            },
            group: None,
            z: z.into(),
            is_locked: false,
            is_hidden: false,
            scripts: None,
            kind: ElementKind::Photo(PhotoElement {
                photo: Some(Digest::of(b"photo")),
                ..PhotoElement::default()
            }),
        })
    }

    fn board(id: u128, code: &str, elements: Vec<Arc<Element>>) -> Arc<Board> {
        Arc::new(Board {
            id: BoardId(id),
            code: code.into(),
            committee: CommitteeId(7),
            template: TemplateRef {
                name: "gone".into(),
                version: Digest::of(b"gone"),
            },
            size: size(900.0, 1200.0),
            script: Script::Hans,
            make: Make::default(),
            arrangement: 0,
            ground: None,
            guides: Default::default(),
            elements,
        })
    }

    #[test]
    fn whatever_is_missing_or_out_of_reach_the_rest_stays_and_every_invariant_holds() {
        let mut show = Exhibition::new(
            TwoName {
                hans: "展".into(),
                hant: "展".into(),
            },
            Region::Mainland,
        );
        let wild = vec![
            element(1, "a", 5.0),
            element(2, "Z", 6.0),
            element(2, "b", 7.0),
            element(3, "c", f64::NAN),
            element(4, "d", 1e300),
            element(5, "e", 1.23456),
        ];
        show.boards = vec![
            board(1, "A1", wild),
            board(2, "A1", Vec::new()),
            board(3, " ", Vec::new()),
        ];
        Arc::make_mut(&mut show.boards[1]).size = size(f64::INFINITY, 1.0);
        show.order = Arc::new(vec![BoardId(9), BoardId(2), BoardId(2)]);
        show.states = Arc::new([(BoardId(9), BoardState::Approved), (BoardId(2), BoardState::Approved)].into());
        let stand = Stand::new(crate::geom::point(1.0, 1.0), 0.0);
        show.plazas = vec![Arc::new(Plaza {
            places: [(BoardId(9), stand), (BoardId(1), stand)].into(),
            ..Plaza::new(PlazaId(1), "广场".into(), size(10.0, 10.0))
        })];

        let (mended, findings) = mend(&show, &|_| None);
        assert_eq!(invariants(&mended), Vec::<String>::new());
        let rules: Vec<&str> = findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(
            rules,
            [
                "unit-recovered",
                "template-recovered",
                "photo-unknown",
                "code-changed",
                "code-changed",
                "items-dropped",
                "order-mended",
            ]
        );
        assert_eq!(mended.boards.len(), 3);
        let kept: Vec<u128> = mended.boards[0].elements.iter().map(|element| element.id.0).collect();
        assert_eq!(kept, [2, 1, 5]);
        assert_eq!(mended.order[0], BoardId(2));
        assert_eq!(mended.state(BoardId(2)), BoardState::Approved);
        assert!(mended.photos.values().all(|photo| photo.state == PhotoState::Missing));

        let (again, findings) = mend(&mended, &|_| None);
        assert!(again.is_same(&mended) && findings.is_empty());
    }
}
