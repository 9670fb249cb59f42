//! States with their allowed changes, and the ledger.

use std::sync::Arc;
use zhanban::base::{Finding, Place, Say, Severity, say::ModelSay};
use zhanban::geom::{point, size};
use zhanban::model::BoardState::{self, *};
use zhanban::model::*;
use zhanban::script::{Region, Script};
use zhanban::workflow::{ledger, next_states, phase};

const ALL: [BoardState; 9] = [
    Draft,
    SelfChecked,
    Submitted,
    InReview,
    Returned,
    Approved,
    SentToShop,
    Printed,
    Standing,
];

#[test]
fn states_go_where_the_table_says() {
    let table: [(BoardState, &[BoardState], usize); 9] = [
        (Draft, &[SelfChecked, Submitted], 0),
        (SelfChecked, &[Submitted, Draft], 0),
        (Submitted, &[InReview, Draft], 1),
        (InReview, &[Approved, Returned], 1),
        (Returned, &[Draft, Submitted], 2),
        (Approved, &[SentToShop, Returned], 3),
        (SentToShop, &[Printed, Approved], 4),
        (Printed, &[Standing, SentToShop], 4),
        (Standing, &[Printed], 4),
    ];
    for (from, to, group) in table {
        assert_eq!((next_states(from), phase(from)), (to, group), "{from:?}");
    }
}

#[test]
fn a_board_reaches_the_plaza_only_past_review_and_never_gets_stuck() {
    for from in ALL {
        assert!(!next_states(from).is_empty() && !next_states(from).contains(&from));
        assert!(!next_states(from).contains(&Approved) || matches!(from, InReview | SentToShop));
    }
    let mut reached = vec![Draft];
    while let Some(next) = reached
        .iter()
        .flat_map(|state| next_states(*state))
        .find(|to| !reached.contains(to))
    {
        reached.push(*next);
    }
    assert_eq!(reached.len(), ALL.len());
}

fn element(slot: &str, z: &str, kind: ElementKind) -> Arc<Element> {
    Arc::new(Element {
        id: ElementId::random(),
        slot: Some(SlotName(slot.into())),
        area: Area::Slot,
        group: None,
        z: z.into(),
        is_locked: false,
        is_hidden: false,
        scripts: None,
        kind,
    })
}

fn two(text: &str) -> TwoScript {
    TwoScript::new(Script::Hans, text)
}

#[test]
fn the_ledger_has_a_row_a_board_in_display_sequence() {
    let title = TwoName {
        hans: "展".into(),
        hant: "展".into(),
    };
    let mut show = Document::new(Exhibition::new(title, Region::Mainland));
    let unit = Committee {
        id: CommitteeId::random(),
        name: TwoName {
            hans: "柳溪镇".into(),
            hant: "柳溪鎮".into(),
        },
    };
    let template = Arc::new(Template {
        name: "plain".into(),
        size: size(900.0, 1200.0),
        ..Template::default()
    });
    let board = |code: &str, script| {
        let text = ElementKind::Text(TextElement {
            style: None,
            text: two("山水\n 作证"),
        });
        let number = ElementKind::Number(NumberElement {
            value: "42".into(),
            unit: two("封"),
            label: two("信"),
            bar: None,
        });
        Arc::new(Board {
            id: BoardId::random(),
            code: code.into(),
            committee: unit.id,
            template: TemplateRef {
                name: "plain".into(),
                version: template.version(),
            },
            size: size(900.0, 1200.0),
            script,
            ground: None,
            make: Make {
                material: "KT".into(),
                copies: 2,
                ..Make::default()
            },
            arrangement: 0,
            guides: Default::default(),
            elements: vec![element("title", "a", text), element("number.1", "b", number)],
        })
    };
    let (one, other) = (board("A1", Script::Hans), board("A2", Script::Hant));
    let plaza = Plaza {
        places: [(one.id, Stand::new(point(3.5, 7.25), 0.0))].into(),
        ..Plaza::new(PlazaId::random(), "场".into(), size(50.0, 40.0))
    };
    let commands = vec![
        Command::SetCommittees(vec![unit.clone()]),
        Command::AddTemplate(template.clone()),
        Command::AddBoard {
            board: one.clone(),
            at: 0,
        },
        Command::AddBoard { board: other, at: 0 },
        Command::SetState {
            board: one.id,
            state: Approved,
        },
        Command::AddPlaza(Arc::new(plaza)),
    ];
    show.execute(&Command::Batch(commands)).unwrap();
    let finding = |severity| Finding {
        severity,
        rule: "rule",
        place: Place::board("A1"),
        say: Say::Model(ModelSay::BoardGone),
    };
    let rows = ledger(
        show.exhibition(),
        &[
            finding(Severity::Error),
            finding(Severity::Warning),
            finding(Severity::Note),
        ],
    );
    assert_eq!((rows[0].code.as_str(), rows[0].committee.as_str()), ("A2", "柳溪鎮"));
    let json = serde_json::to_value(&rows[1]).unwrap();
    let wanted = serde_json::json!({
        "number": 2, "code": "A1", "title": "山水 作证", "committee": "柳溪镇", "state": "approved", "template": "plain",
        "width_mm": 900.0, "height_mm": 1200.0, "area_m2": 1.08, "material": "KT", "copies": 2, "photos": 0,
        "characters": 8, "errors": 1, "warnings": 1, "place": [3.5, 7.25],
    });
    assert_eq!(json, wanted);
    assert_eq!((rows[0].errors, rows[0].place), (0, None));
}
