//! Every command as a line of a table: before, command, after. One language for shows and commands, read and written here.

mod canvas;
mod photos;

use proptest::prelude::*;
use std::fmt::Write as _;
use std::sync::Arc;
use zhanban::base::{Digest, PhotoColour, PhotoFacts, PhotoFormat, PhotoState, Say, Turn};
use zhanban::geom::{point, rect, size};
use zhanban::model::*;
use zhanban::script::{Region, Script, WordPair, Words};

// ---- the language: "units A B / board 1 A approved: t=words p:x@15,10,40x20!~ / plaza P 1@3,4 / photos x"

fn number(name: &str) -> u128 {
    u128::from_le_bytes(Digest::of(name.as_bytes()).0[..16].try_into().unwrap())
}

fn element_id(board: &str, name: &str) -> ElementId {
    ElementId(number(&format!("{board}.{name}")))
}

fn committee(name: &str) -> Committee {
    Committee {
        id: CommitteeId(number(name)),
        name: two(name),
    }
}

fn two(name: &str) -> TwoName {
    TwoName {
        hans: name.into(),
        hant: name.into(),
    }
}

pub fn template(name: &str) -> Arc<Template> {
    Arc::new(Template {
        name: name.into(),
        title: two(name),
        english: name.into(),
        family: "red".into(),
        kind: "story".into(),
        size: size(900.0, 1200.0),
        swatches: [("paper".into(), zhanban::base::Colour::Cmyk([0.0, 0.0, 5.0, 0.0]))].into(),
        paper: "paper".into(),
        styles: Default::default(),
        decor: Vec::new(),
        slots: Vec::new(),
        flows: Vec::new(),
        edition: 0,
        start: Vec::new(),
    })
}

pub fn template_ref(name: &str) -> TemplateRef {
    TemplateRef {
        name: name.into(),
        version: template(name).version(),
    }
}

pub fn photo(name: &str) -> Arc<PhotoFacts> {
    Arc::new(PhotoFacts {
        digest: Digest::of(name.as_bytes()),
        name: name.into(),
        format: PhotoFormat::Jpeg,
        stored_px: [4000, 3000],
        turn: Turn::from_exif(6),
        colour: PhotoColour::Rgb,
        has_icc: true,
        bytes: 4_000_000,
        state: PhotoState::Good,
        look: None,
        credit: Default::default(),
    })
}

fn stand(text: &str) -> Stand {
    let [x, y] = floats(text)[..] else { panic!("{text}") };
    Stand::new(point(x, y), 0.0)
}

fn floats(text: &str) -> Vec<f64> {
    text.split([',', 'x']).map(|part| part.parse().unwrap()).collect()
}

fn area(text: &str) -> Area {
    if text == "slot" {
        return Area::Slot;
    }
    let [x, y, w, h] = floats(text)[..] else {
        panic!("{text}")
    };
    Area::ByHand {
        rect: rect(x, y, w, h),
        angle: 0.0,
    }
}

fn state(text: &str) -> BoardState {
    serde_json::from_value(text.into()).unwrap()
}

/// `t=words`, `p:x`, with `@area`, `!` locked, `~` hidden and `|stacked` scripts behind.
fn element(board: &str, text: &str, z: String) -> Arc<Element> {
    let (text, is_hidden) = text.strip_suffix('~').map_or((text, false), |rest| (rest, true));
    let (text, is_locked) = text.strip_suffix('!').map_or((text, false), |rest| (rest, true));
    let (text, area) = text
        .split_once('@')
        .map_or((text, Area::Slot), |(rest, at)| (rest, area(at)));
    let name = text.split(['=', ':']).next().unwrap();
    Arc::new(Element {
        id: element_id(board, name),
        slot: Some(SlotName(name.into())),
        area,
        group: None,
        z,
        is_locked,
        is_hidden,
        scripts: None,
        kind: kind(text),
    })
}

fn kind(text: &str) -> ElementKind {
    match text.split_once(':') {
        Some((_, name)) => ElementKind::Photo(PhotoElement {
            photo: (!name.is_empty()).then(|| Digest::of(name.as_bytes())),
            ..PhotoElement::default()
        }),
        None => ElementKind::Text(TextElement {
            style: None,
            text: TwoScript::new(Script::Hans, text.split_once('=').map_or("", |(_, words)| words)),
        }),
    }
}

/// `CODE UNIT [state]: elements`
fn board(text: &str) -> (Arc<Board>, BoardState) {
    let (head, elements) = text.split_once(':').unwrap();
    let head: Vec<&str> = head.split_whitespace().collect();
    let mut board = Board {
        id: BoardId(number(head[0])),
        code: head[0].into(),
        committee: committee(head[1]).id,
        template: template_ref(head.get(3).copied().unwrap_or("story")),
        size: size(900.0, 1200.0),
        script: Script::Hans,
        make: Make::default(),
        arrangement: 0,
        ground: None,
        guides: Default::default(),
        elements: Vec::new(),
    };
    for text in elements.split_whitespace() {
        let z = board.front_z();
        board = board.with_element(element(head[0], text, z));
    }
    (
        Arc::new(board),
        head.get(2).map_or(BoardState::Draft, |text| state(text)),
    )
}

fn show(text: &str) -> Exhibition {
    let mut show = Exhibition::new(two("展"), Region::Mainland);
    let mut run = |command| show = Command::apply(&command, &show).unwrap();
    run(Command::AddTemplate(template("story")));
    for part in text.split(" / ") {
        let (what, rest) = part.split_once(' ').unwrap_or((part, ""));
        match what {
            "units" => run(Command::SetCommittees(rest.split(' ').map(committee).collect())),
            "photos" => rest.split(' ').for_each(|name| run(Command::AddPhoto(photo(name)))),
            "board" => {
                let (board, state) = board(rest);
                let id = board.id;
                run(Command::AddBoard { board, at: usize::MAX });
                run(Command::SetState { board: id, state });
            }
            "plaza" => run(Command::AddPlaza(plaza(rest))),
            _ => panic!("{part}"),
        }
    }
    show
}

fn plaza(text: &str) -> Arc<Plaza> {
    let mut words = text.split(' ');
    let name = words.next().unwrap();
    let place = |word: &str| {
        let (code, at) = word.split_once('@').unwrap();
        (BoardId(number(code)), stand(at))
    };
    Arc::new(Plaza {
        places: words.map(place).collect(),
        ..Plaza::new(PlazaId(number(name)), name.into(), size(60.0, 40.0))
    })
}

/// The same language back, in one line.
fn tell(show: &Exhibition) -> String {
    let mut out = String::from("units");
    for committee in show.committees.iter() {
        write!(out, " {}", committee.name.hans).unwrap();
    }
    if !show.photos.is_empty() {
        out += " / photos";
        let mut names: Vec<_> = show.photos.values().map(|photo| photo.name.as_str()).collect();
        names.sort();
        names.iter().for_each(|name| write!(out, " {name}").unwrap());
    }
    for board in show.in_order() {
        let unit = show.committee(board.committee).unwrap();
        write!(out, " / board {} {}", board.code, unit.name.hans).unwrap();
        if show.state(board.id) != BoardState::Draft {
            let name = serde_json::to_value(show.state(board.id)).unwrap();
            write!(out, " {}", name.as_str().unwrap()).unwrap();
        }
        out += ":";
        board
            .elements
            .iter()
            .for_each(|element| tell_element(&mut out, show, element));
    }
    for plaza in &show.plazas {
        write!(out, " / plaza {}", plaza.name).unwrap();
        for board in show.in_order() {
            if let Some(stand) = plaza.places.get(&board.id) {
                write!(out, " {}@{},{}", board.code, stand.at.x, stand.at.y).unwrap();
            }
        }
    }
    out
}

fn tell_element(out: &mut String, show: &Exhibition, element: &Element) {
    write!(out, " {}", element.slot.as_ref().unwrap().0).unwrap();
    match &element.kind {
        ElementKind::Text(text) if text.text.source.is_blank() => {}
        ElementKind::Text(text) => write!(out, "={}", text.text.source.to_plain()).unwrap(),
        ElementKind::Photo(photo) => {
            let name = photo.photo.map_or("", |digest| show.photos[&digest].name.as_str());
            write!(out, ":{name}").unwrap();
        }
        _ => panic!("not in this language"),
    }
    if let Area::ByHand { rect, .. } = element.area {
        write!(out, "@{},{},{}x{}", rect.x, rect.y, rect.w, rect.h).unwrap();
    }
    *out += if element.is_locked { "!" } else { "" };
    *out += if element.is_hidden { "~" } else { "" };
    if let Some(scripts) = element.scripts {
        write!(out, "|{}", serde_json::to_value(scripts).unwrap().as_str().unwrap()).unwrap();
    }
}

/// `set-area 1.t 15,10,40x20` and so on; several joined by ` + ` are a batch.
fn command(text: &str) -> Command {
    if text.contains(" + ") {
        return Command::Batch(text.split(" + ").map(command).collect());
    }
    let (what, rest) = text.split_once(' ').unwrap();
    let words: Vec<&str> = rest.split(' ').collect();
    let on = || {
        let (code, name) = words[0].split_once('.').unwrap_or((words[0], ""));
        (BoardId(number(code)), element_id(code, name))
    };
    let ((board, element), word) = (on(), words.get(1).copied().unwrap_or_default());
    match what {
        "set-units" => Command::SetCommittees(words.iter().map(|name| committee(name)).collect()),
        "add-board" => {
            let (at, rest) = rest.split_once(' ').unwrap();
            Command::AddBoard {
                board: self::board(rest).0,
                at: at.parse().unwrap(),
            }
        }
        "set-board" => Command::SetBoard(self::board(rest).0),
        "remove-board" => Command::RemoveBoard(board),
        "set-unit" => Command::SetCommittee {
            board,
            committee: committee(word).id,
        },
        "add" => Command::AddElement {
            board,
            element: self::element(words[0], word, words.get(2).copied().unwrap_or("zz").into()),
        },
        "remove" => Command::RemoveElement { board, element },
        "set-area" => Command::SetArea {
            board,
            element,
            area: area(word),
        },
        "set-z" => Command::SetZ {
            board,
            element,
            z: word.into(),
        },
        "lock" | "unlock" => Command::SetLocked {
            board,
            element,
            is_locked: what == "lock",
        },
        "hide" | "unhide" => Command::SetHidden {
            board,
            element,
            is_hidden: what == "hide",
        },
        "scripts" => Command::SetScripts {
            board,
            element,
            scripts: (word != "usual").then(|| serde_json::from_value(word.into()).unwrap()),
        },
        "set" => Command::SetKind {
            board,
            element,
            kind: kind(word),
        },
        "order" => Command::SetOrder(words.iter().map(|code| BoardId(number(code))).collect()),
        "state" => Command::SetState {
            board,
            state: state(word),
        },
        "add-plaza" => Command::AddPlaza(plaza(rest)),
        "set-plaza" => Command::SetPlaza(plaza(rest)),
        "remove-plaza" => Command::RemovePlaza(PlazaId(number(rest))),
        "place" => Command::SetPlaces {
            plaza: PlazaId(number(words[0])),
            places: words[1..]
                .iter()
                .map(|word| {
                    let (code, at) = word.split_once('@').unwrap_or((word, ""));
                    (BoardId(number(code)), (!at.is_empty()).then(|| stand(at)))
                })
                .collect(),
        },
        "add-photo" => Command::AddPhoto(photo(rest)),
        "remove-photo" => Command::RemovePhoto(Digest::of(rest.as_bytes())),
        "words" => {
            let pair = |word: &&str| {
                let (hans, hant) = word.split_once('=').unwrap();
                WordPair {
                    hans: hans.into(),
                    hant: hant.into(),
                }
            };
            Command::SetWords(Words {
                pairs: words.iter().map(pair).collect(),
            })
        }
        _ => panic!("{text}"),
    }
}

/// `after` is a show, or `refused REASON`.
#[track_caller]
fn check(before: &str, command_text: &str, after: &str) {
    let start = show(before);
    let mut document = Document::new(start.clone());
    let result = document.execute(&command(command_text));
    match (after.strip_prefix("refused "), result) {
        (Some(reason), Err(Refusal(Say::Model(say)))) => {
            let value = serde_json::to_value(&say).unwrap();
            let name = value.as_str().map(str::to_string);
            let name = name.unwrap_or_else(|| value.as_object().unwrap().keys().next().unwrap().clone());
            assert_eq!(name, reason, "{command_text}");
            assert!(
                document.exhibition().is_same(&start),
                "a refused command leaves no trace"
            );
            assert!(!document.can_undo());
        }
        (None, Ok(())) => {
            assert_eq!(tell(document.exhibition()), after, "{command_text}");
            assert_eq!(invariants(document.exhibition()), Vec::<String>::new());
            assert_eq!(document.can_undo(), before != after);
            document.undo();
            assert!(document.exhibition().is_same(&start));
        }
        (_, result) => panic!("{command_text}: {result:?}"),
    }
}

#[test]
fn boards_come_go_and_change_units() {
    let one = "units A B / photos x / board 1 A: t=words p:x";
    check("units A", "add-board 0 1 A: t", "units A / board 1 A: t");
    check(
        one,
        "add-board 0 2 B: t",
        "units A B / photos x / board 2 B: t / board 1 A: t=words p:x",
    );
    check(
        one,
        "add-board 9 2 B:",
        "units A B / photos x / board 1 A: t=words p:x / board 2 B:",
    );
    check(one, "add-board 0 1 A:", "refused board-there");
    check(one, "add-board 0 2 C:", "refused committee-gone");
    check(one, "add-board 0 2 A: p:y", "refused photo-unknown");
    check(one, "add-board 0 2 A draft lost:", "refused template-missing");
    check(one, "set-board 1 B: p:x", "units A B / photos x / board 1 B: p:x");
    check(one, "set-board 1 B: p:y", "refused photo-unknown");
    check(one, "set-board 2 B:", "refused board-gone");
    check(one, "set-unit 1 B", "units A B / photos x / board 1 B: t=words p:x");
    check(one, "set-unit 1 C", "refused committee-gone");
    check(
        "units A / board 1 A approved: / board 2 A: / plaza P 1@3,4 2@5,6",
        "remove-board 1",
        "units A / board 2 A: / plaza P 2@5,6",
    );
}

#[test]
fn a_code_belongs_to_one_board() {
    let before = show("units A / board 1 A: / board 2 A:");
    let mut twin = Board::clone(before.board_by_code("2").unwrap());
    for (code, fits) in [("1", false), (" ", false), ("3", true)] {
        twin.code = code.into();
        assert_eq!(
            Command::SetBoard(Arc::new(twin.clone())).apply(&before).is_ok(),
            fits,
            "{code:?}"
        );
    }
}

#[test]
fn elements_move_change_and_stay_where_they_are_locked() {
    let one = "units A / photos x / board 1 A: t=words p:x";
    check(
        one,
        "set-area 1.t 15,10,40x20",
        "units A / photos x / board 1 A: t=words@15,10,40x20 p:x",
    );
    check(
        one,
        "set-area 1.t 0.1234567,10,40x20",
        "units A / photos x / board 1 A: t=words@0.123,10,40x20 p:x",
    );
    check(one, "set-area 1.t slot", one);
    check(one, "set-area 1.q 15,10,40x20", "refused element-gone");
    check(one, "set-area 2.t 15,10,40x20", "refused board-gone");
    check(one, "set-area 1.t NaN,10,40x20", "refused number-out-of-reach");
    check(one, "set-area 1.t 1e9,10,40x20", "refused number-out-of-reach");
    check(one, "set-area 1.t 1,10,-40x20", "refused number-out-of-reach");
    check(one, "set 1.t t=other", "units A / photos x / board 1 A: t=other p:x");
    check(one, "set 1.p p:", "units A / photos x / board 1 A: t=words p:");
    check(one, "set 1.p p:y", "refused photo-unknown");
    check(one, "hide 1.t", "units A / photos x / board 1 A: t=words~ p:x");
    check(one, "lock 1.t", "units A / photos x / board 1 A: t=words! p:x");
    check(
        one,
        "scripts 1.t stacked",
        "units A / photos x / board 1 A: t=words|stacked p:x",
    );
    check(one, "scripts 1.t usual", one);
    check(one, "scripts 1.q beside", "refused element-gone");
    check(one, "remove 1.t", "units A / photos x / board 1 A: p:x");
    check(one, "set-z 1.t zz", "units A / photos x / board 1 A: p:x t=words");
    check(one, "add 1 q=new", "units A / photos x / board 1 A: t=words p:x q=new");
    check(
        one,
        "add 1 q=new 0",
        "units A / photos x / board 1 A: q=new t=words p:x",
    );
    check(one, "add 1 t=new", "refused element-there");
    let locked = "units A / photos x / board 1 A: t=words! p:x";
    check(locked, "set-area 1.t 15,10,40x20", "refused element-locked");
    check(locked, "remove 1.t", "refused element-locked");
    check(locked, "set-z 1.t zz", "refused element-locked");
    check(locked, "unlock 1.t", one);
    check(
        locked,
        "set 1.t t=other",
        "units A / photos x / board 1 A: t=other! p:x",
    );
}

#[test]
fn units_order_states_and_photos() {
    let two = "units A B / board 1 A: / board 2 A:";
    check(two, "set-units B A C", "units B A C / board 1 A: / board 2 A:");
    check(two, "set-units A", "units A / board 1 A: / board 2 A:");
    check(two, "set-units B", "refused committee-has-boards");
    check(two, "set-units A A", "refused committee-twice");
    check(two, "order 2 1", "units A B / board 2 A: / board 1 A:");
    check(two, "order 1 2", two);
    check(two, "order 2", "refused order-incomplete");
    check(two, "order 2 1 1", "refused order-incomplete");
    check(two, "order 2 3", "refused order-incomplete");
    check(two, "state 1 approved", "units A B / board 1 A approved: / board 2 A:");
    check(two, "state 3 approved", "refused board-gone");
    let photos = "units A / photos x y / board 1 A: p:x";
    check(photos, "remove-photo y", "units A / photos x / board 1 A: p:x");
    check(photos, "remove-photo x", "refused photo-used");
    check(photos, "remove-photo z", "refused photo-gone");
    check(photos, "add-photo z", "units A / photos x y z / board 1 A: p:x");
    check(photos, "words =里", "refused word-blank");
}

#[test]
fn approval_freezes_what_was_derived_until_its_source_changes_or_the_board_is_returned() {
    let mut document = Document::new(show("units A / board 1 A: t=里头 u=面条"));
    let board = BoardId(number("1"));
    let other = |show: &Document, name: &str| {
        let exhibition = show.exhibition();
        let element = exhibition
            .board(board)
            .unwrap()
            .element(element_id("1", name))
            .unwrap()
            .clone();
        let text = element.texts()[0].clone();
        text.in_script(Script::Hant, exhibition.show.region, &exhibition.words)
            .to_plain()
    };
    let pair = |hans: &str, hant: &str| WordPair {
        hans: hans.into(),
        hant: hant.into(),
    };
    let list = Words {
        pairs: vec![pair("里头", "里頭"), pair("面条", "面條")],
    };
    let set_state = |state| Command::SetState { board, state };
    document.execute(&set_state(BoardState::Approved)).unwrap();
    document.execute(&Command::SetWords(list)).unwrap();
    assert_eq!(
        (other(&document, "t"), other(&document, "u")),
        ("裡頭".into(), "麵條".into())
    );
    // On its way to the shop it stays as it was approved.
    document.execute(&set_state(BoardState::SentToShop)).unwrap();
    assert_eq!(other(&document, "t"), "裡頭");
    let command = Command::SetKind {
        board,
        element: element_id("1", "t"),
        kind: kind("t=里头外头"),
    };
    document.execute(&command).unwrap();
    assert_eq!(
        (other(&document, "t"), other(&document, "u")),
        ("里頭外頭".into(), "麵條".into())
    );
    // A copy is a draft and follows the word list.
    let mut copy = Board::clone(document.exhibition().board(board).unwrap());
    copy.id = BoardId(number("2"));
    copy.code = "2".into();
    let copy = Arc::new(copy);
    document.execute(&Command::AddBoard { board: copy, at: 1 }).unwrap();
    let derived = |show: &Document, id: &str| {
        let board = show.exhibition().board(BoardId(number(id))).unwrap().clone();
        let mut texts = board.elements.iter().flat_map(|element| element.texts());
        texts.all(|text| text.other == OtherScript::Derived)
    };
    assert!(derived(&document, "2") && !derived(&document, "1"));
    document.execute(&set_state(BoardState::Returned)).unwrap();
    assert_eq!(other(&document, "u"), "面條");
    assert!(derived(&document, "1"));
    while document.undo() {}
    assert_eq!(other(&document, "u"), "麵條");
    assert!(derived(&document, "1"));
}

#[test]
fn plazas_hold_places_of_boards_that_exist() {
    let one = "units A / board 1 A: / board 2 A: / plaza P 1@3,4";
    check(
        one,
        "place P 1@5,6 2@7,8",
        "units A / board 1 A: / board 2 A: / plaza P 1@5,6 2@7,8",
    );
    check(
        one,
        "place P 1 2@7,8",
        "units A / board 1 A: / board 2 A: / plaza P 2@7,8",
    );
    check(one, "place P 3@1,1", "refused board-gone");
    check(one, "place P 2@inf,1", "refused number-out-of-reach");
    check(one, "place Q 1@1,1", "refused plaza-gone");
    check(
        one,
        "add-plaza Q 2@1,1",
        "units A / board 1 A: / board 2 A: / plaza P 1@3,4 / plaza Q 2@1,1",
    );
    check(one, "add-plaza P", "refused plaza-there");
    check(one, "add-plaza Q 3@1,1", "refused board-gone");
    check(
        one,
        "set-plaza P 2@1,1",
        "units A / board 1 A: / board 2 A: / plaza P 2@1,1",
    );
    check(one, "remove-plaza P", "units A / board 1 A: / board 2 A:");
    check(one, "remove-plaza Q", "refused plaza-gone");
}

#[test]
fn a_batch_is_all_or_nothing() {
    let one = "units A / board 1 A: t";
    check(
        one,
        "add-photo x + add 1 p:x + set-area 1.t 1,2,3x4",
        "units A / photos x / board 1 A: t@1,2,3x4 p:x",
    );
    check(one, "add-photo x + add 1 p:x + remove 1.q", "refused element-gone");
    check(
        one,
        "add-board 0 2 A: + order 1 2",
        "units A / board 1 A: t / board 2 A:",
    );
}

#[test]
fn a_command_touches_the_arc_of_its_board_only() {
    let before = show("units A / board 1 A: t / board 2 A: t / plaza P 1@3,4");
    let after = command("set-area 1.t 15,10,40x20").apply(&before).unwrap();
    assert!(Arc::ptr_eq(&before.boards[1], &after.boards[1]) && !Arc::ptr_eq(&before.boards[0], &after.boards[0]));
    let after = command("order 2 1").apply(&before).unwrap();
    assert!(
        before
            .boards
            .iter()
            .zip(&after.boards)
            .all(|(one, other)| Arc::ptr_eq(one, other))
    );
}

#[test]
fn every_refusal_and_every_deed_speaks_three_languages() {
    let one = show("units A / board 1 A: t!");
    for text in [
        "remove 1.t",
        "remove 2.t",
        "set-units B",
        "order 2",
        "remove-photo q",
        "add-board 0 1 A:",
    ] {
        let Refusal(say) = command(text).apply(&one).unwrap_err();
        let texts = zhanban::base::Lang::ALL.map(|lang| say.text(lang));
        assert!(texts[0] != texts[1] && texts[1] != texts[2] && texts.iter().all(|text| !text.is_empty()));
    }
    assert_eq!(command("add-photo x + set-area 1.t slot").deed().texts()[2], "move");
}

// ---- random sequences

const CODES: [&str; 4] = ["1", "2", "3", "4"];
const NAMES: [&str; 3] = ["t", "q", "p"];

fn any_command() -> impl Strategy<Value = String> {
    let code = prop::sample::select(&CODES[..]);
    let unit = prop::sample::select(&["A", "B", "C"][..]);
    let element = (code.clone(), prop::sample::select(&NAMES[..])).prop_map(|(code, name)| format!("{code}.{name}"));
    let number = -50i32..900;
    let place = (code.clone(), 0..60, 0..40).prop_map(|(code, x, y)| format!("{code}@{x},{y}"));
    let one = prop_oneof![
        prop::sample::select(&["set-units A B", "set-units B C A", "set-units A", "set-units C A B"][..])
            .prop_map(String::from),
        (0..5, code.clone(), unit.clone())
            .prop_map(|(at, code, unit)| format!("add-board {at} {code} {unit}: t=a p:x")),
        (code.clone(), unit.clone()).prop_map(|(code, unit)| format!("set-board {code} {unit}: q=b p:y t=c")),
        code.clone().prop_map(|code| format!("remove-board {code}")),
        (code.clone(), unit).prop_map(|(code, unit)| format!("set-unit {code} {unit}")),
        (
            code.clone(),
            prop::sample::select(&["t=new", "q=neu", "p:x", "p:z"][..]),
            "[0-9a-z]{1,3}"
        )
            .prop_map(|(code, text, z)| format!("add {code} {text} {z}")),
        element.clone().prop_map(|at| format!("remove {at}")),
        (element.clone(), number.clone(), number.clone(), number.clone(), number)
            .prop_map(|(at, x, y, w, h)| format!("set-area {at} {x}.0625,{y},{w}x{h}")),
        (element.clone(), "[0-9a-z]{1,4}").prop_map(|(at, z)| format!("set-z {at} {z}")),
        (
            element.clone(),
            prop::sample::select(&["lock", "unlock", "hide", "unhide"][..])
        )
            .prop_map(|(at, what)| format!("{what} {at}")),
        (
            element.clone(),
            prop::sample::select(&["hans", "hant", "stacked", "beside", "usual"][..])
        )
            .prop_map(|(at, which)| format!("scripts {at} {which}")),
        (element, prop::sample::select(&["t=一", "t=二", "p:x", "p:y", "p:"][..]))
            .prop_map(|(at, to)| format!("set {at} {to}")),
        prop::sample::subsequence(&CODES[..], 1..=4)
            .prop_shuffle()
            .prop_map(|codes| format!("order {}", codes.join(" "))),
        (code, prop::sample::select(&["draft", "submitted", "approved"][..]))
            .prop_map(|(code, to)| format!("state {code} {to}")),
        prop::sample::select(
            &[
                "add-plaza P",
                "add-plaza Q",
                "remove-plaza P",
                "add-photo x",
                "add-photo y",
                "remove-photo x",
                "remove-photo y",
                "words 里=裡"
            ][..]
        )
        .prop_map(String::from),
        prop::collection::vec(place, 1..4).prop_map(|places| format!("place P {}", places.join(" "))),
    ];
    prop::collection::vec(one, 1..3).prop_map(|commands| commands.join(" + "))
}

#[derive(Clone, Debug)]
enum Move {
    Execute(String),
    Begin,
    Commit,
    Cancel,
    Undo,
    Redo,
}

fn any_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        12 => any_command().prop_map(Move::Execute),
        1 => Just(Move::Begin),
        1 => Just(Move::Commit),
        1 => Just(Move::Cancel),
        2 => Just(Move::Undo),
        1 => Just(Move::Redo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_people_do_the_show_stays_sound_and_undo_leads_back(moves in prop::collection::vec(any_move(), 1..60)) {
        let start = show("units A B / photos x y / board 1 A: t=a p:x / board 2 B approved: t / plaza P 1@3,4");
        let mut document = Document::new(start.clone());
        for one in moves {
            let before = document.exhibition().clone();
            match one {
                Move::Execute(text) => {
                    if let Err(Refusal(say)) = document.execute(&command(&text)) {
                        prop_assert!(document.exhibition().is_same(&before), "{text}: {say:?}");
                    }
                }
                Move::Begin => document.begin(),
                Move::Commit => document.commit(),
                Move::Cancel => document.cancel(),
                Move::Undo => prop_assert_eq!(document.can_undo(), document.undo()),
                Move::Redo => prop_assert_eq!(document.can_redo(), document.redo()),
            }
            prop_assert_eq!(invariants(document.exhibition()), Vec::<String>::new());
        }
        document.commit();
        let end = document.exhibition().clone();
        let mut steps = 0;
        while document.undo() {
            steps += 1;
            prop_assert_eq!(invariants(document.exhibition()), Vec::<String>::new());
        }
        prop_assert!(document.exhibition().is_same(&start));
        for _ in 0..steps {
            prop_assert!(document.redo());
        }
        prop_assert!(document.exhibition().is_same(&end) || document.can_redo());
    }
}

#[test]
fn a_shop_that_contradicts_itself_is_refused_with_its_sentence() {
    let before = show("units A");
    for (shop, sentence) in [
        (
            Shop {
                bleed: 12.0,
                ..Shop::default()
            },
            "出血不能是 12 mm",
        ),
        (
            Shop {
                file_names: "{shop}".into(),
                ..Shop::default()
            },
            "每块都会同名",
        ),
    ] {
        let refusal = Command::SetShops(vec![shop]).apply(&before).unwrap_err();
        assert!(
            refusal.0.text(zhanban::base::Lang::Hans).contains(sentence),
            "{refusal:?}"
        );
    }
}
