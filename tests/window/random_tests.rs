//! Hands that do anything at all: nothing panics, what holds of every show holds, and undo leads back to the start.
//! `ZHANBAN_RANDOM=10000` does so many actions, else a few hundred.

use super::board_tests::{Window, ctrl, open, two_boards};
use egui::{Event, ImeEvent, Key, Modifiers, PointerButton, pos2};
use zhanban::app::actions::{Action, TABLE, is_of_board};
use zhanban::app::view::Message;
use zhanban::base::Lang;
use zhanban::model::invariants;

/// As many as undo keeps for certain.
const ROUND: usize = 300;

struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % sides as u64) as usize
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn modifiers(&mut self) -> Modifiers {
        self.of(&[
            Modifiers::NONE,
            Modifiers::NONE,
            Modifiers::SHIFT,
            Modifiers::ALT,
            ctrl(),
        ])
    }

    fn spot(&mut self) -> egui::Pos2 {
        // Mostly on the canvas, now and then anywhere.
        match self.below(8) {
            0 => pos2(self.below(1440) as f32, self.below(900) as f32),
            _ => pos2(300.0 + self.below(820) as f32, 90.0 + self.below(760) as f32),
        }
    }
}

const KEYS: [Key; 20] = [
    Key::Enter,
    Key::Escape,
    Key::Tab,
    Key::Backspace,
    Key::Delete,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::Home,
    Key::End,
    Key::T,
    Key::P,
    Key::G,
    Key::A,
    Key::C,
    Key::V,
    Key::D,
    Key::Num8,
    Key::Z,
];

fn pointer(window: &mut Window, pos: egui::Pos2, pressed: bool, modifiers: Modifiers, button: PointerButton) {
    window.harness.event(Event::ModifiersChanged(modifiers));
    window.harness.event(Event::PointerMoved(pos));
    window.harness.event(Event::PointerButton {
        pos,
        button,
        pressed,
        modifiers,
    });
    window.harness.run_steps(1);
}

fn one(window: &mut Window, dice: &mut Dice, actions: &[Action]) -> String {
    let modifiers = dice.modifiers();
    match dice.below(10) {
        0..=2 => {
            let action = dice.of(actions);
            let ctx = window.harness.ctx.clone();
            window.harness.state_mut().obey(&ctx, Message::Act(action));
            window.harness.run_steps(2);
            format!("{action:?}")
        }
        3 | 4 => {
            let at = dice.spot();
            let button = if dice.below(6) == 0 {
                PointerButton::Secondary
            } else {
                PointerButton::Primary
            };
            for _ in 0..=dice.below(3) {
                pointer(window, at, true, modifiers, button);
                pointer(window, at, false, modifiers, button);
            }
            format!("click {at:?} {modifiers:?}")
        }
        5 | 6 => {
            let (from, to) = (dice.spot(), dice.spot());
            pointer(window, from, true, modifiers, PointerButton::Primary);
            for part in [0.2, 0.6, 1.0] {
                window.harness.event(Event::PointerMoved(from + (to - from) * part));
                window.harness.run_steps(1);
            }
            if dice.below(5) == 0 {
                window.harness.key_press(Key::Escape);
                window.harness.run_steps(1);
            }
            pointer(window, to, false, modifiers, PointerButton::Primary);
            format!("drag {from:?} {to:?} {modifiers:?}")
        }
        7 | 8 => {
            let key = dice.of(&KEYS);
            window.harness.key_press_modifiers(modifiers, key);
            window.harness.run_steps(1);
            format!("key {key:?} {modifiers:?}")
        }
        _ => {
            let words = dice.of(&[
                "水",
                "村口，",
                "a1",
                "\n",
                "清水河\n",
                "——",
                "村\t户\n上坪\t120\n",
                "35\t9",
            ]);
            let event = match dice.below(4) {
                0 => Event::Paste(words.into()),
                1 => Event::Ime(ImeEvent::Preedit {
                    text: "shui".into(),
                    active_range_chars: None,
                }),
                2 => Event::Ime(ImeEvent::Commit(words.into())),
                _ => Event::Text(words.into()),
            };
            window.harness.event(event);
            window.harness.run_steps(1);
            format!("text {words:?}")
        }
    }
}

/// All that changes a board or the view of it; files, questions and other workspaces are not for hands that do anything.
fn actions() -> Vec<Action> {
    let more = [
        Action::Undo,
        Action::Redo,
        Action::Fit,
        Action::RealSize,
        Action::ZoomIn,
        Action::ZoomOut,
        Action::ToggleBleed,
        Action::ToggleGrid,
        Action::ToggleRulers,
        Action::ToggleGuides,
        Action::ToggleFinishing,
        Action::ToggleSnap,
        Action::Duplicate,
        Action::Rearrange,
        Action::Shuffle,
        Action::NextTab,
        Action::CloseTab,
        Action::NextFinding,
    ];
    let asks = [Action::AddArt, Action::AddEmblem, Action::ReplacePhoto];
    let of_board = TABLE.iter().map(|row| row.action).filter(|action| is_of_board(*action));
    of_board.filter(|action| !asks.contains(action)).chain(more).collect()
}

#[test]
fn random_hands_break_nothing_and_undo_leads_back() {
    let wished = std::env::var("ZHANBAN_RANDOM")
        .ok()
        .and_then(|count| count.parse().ok());
    let count: usize = wished.unwrap_or(ROUND);
    let seed: u64 = std::env::var("ZHANBAN_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(1);
    let actions = actions();
    for round in 0..count.div_ceil(ROUND) as u64 {
        let mut dice = Dice(seed + round);
        let mut window = open(two_boards(), Lang::Hans, [1440.0, 900.0]);
        let start = window.show().clone();
        let mut done = Vec::new();
        for step in 0..ROUND.min(count) {
            done.push(one(&mut window, &mut dice, &actions));
            if step % 10 == 0 {
                let wrong = invariants(window.show());
                let last = &done[done.len().saturating_sub(10)..];
                assert_eq!(wrong, Vec::<String>::new(), "seed {} after {last:?}", seed + round);
            }
        }
        back(&mut window);
        let now = window.show();
        assert_eq!(now.boards.len(), start.boards.len(), "seed {}", seed + round);
        assert!(*now == start, "seed {}: undo leads elsewhere", seed + round);
    }
}

/// Out of whatever is open, then undo to the very start.
fn back(window: &mut Window) {
    for _ in 0..6 {
        window.harness.key_press(Key::Escape);
        window.harness.run_steps(2);
    }
    window.rest();
    let ctx = window.harness.ctx.clone();
    for _ in 0..1000 {
        window.harness.state_mut().obey(&ctx, Message::Act(Action::Undo));
    }
    window.rest();
    for _ in 0..1000 {
        window.harness.state_mut().obey(&ctx, Message::Act(Action::Undo));
    }
}
