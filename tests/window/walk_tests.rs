//! The walk by label and by keys: in and out, boards in turn, bookmarks with undo, the way to the editor and back, rest.

use super::{home, saved};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::sync::Arc;
use zhanban::app::session::{Settings, Workspace};
use zhanban::app::{Shell, theme};
use zhanban::base::Lang;
use zhanban::geom::size;
use zhanban::model::*;
use zhanban::plaza::arrange;
use zhanban::script::{Region, Script};

fn two(text: &str) -> TwoName {
    TwoName {
        hans: text.into(),
        hant: text.into(),
    }
}

fn exhibition(count: usize) -> Exhibition {
    let mut show = Exhibition::new(two("水土青禾"), Region::Mainland);
    let unit = Committee {
        id: CommitteeId::random(),
        name: two("柳溪"),
    };
    let template = home().template("red-story").unwrap().clone();
    let reference = TemplateRef {
        name: template.name.clone(),
        version: template.version(),
    };
    show.templates = Arc::new([(reference.clone(), template)].into());
    for at in 0..count {
        show.boards.push(Arc::new(Board {
            id: BoardId::random(),
            code: format!("QH{:03}", at + 1),
            committee: unit.id,
            template: reference.clone(),
            size: size(900.0, 1200.0),
            script: Script::Hans,
            make: Make::default(),
            arrangement: 0,
            ground: None,
            guides: Default::default(),
            elements: Vec::new(),
        }));
    }
    show.committees = Arc::new(vec![unit]);
    show.order = Arc::new(show.boards.iter().map(|board| board.id).collect());
    show.plazas = vec![Arc::new(arrange(&show))];
    show
}

struct Window {
    harness: Harness<'static, Shell>,
    _folder: tempfile::TempDir,
}

fn open(exhibition: Exhibition) -> Window {
    let (opened, folder) = saved(exhibition);
    let settings = Settings {
        lang: Lang::Hans,
        workspace: Workspace::Plaza,
        ..Settings::default()
    };
    let shell = Shell::on(home(), opened, settings);
    let fonts = home().fonts.clone();
    let harness = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_step_dt(0.05)
        .with_context_setup(move |ctx| theme::install(ctx, &fonts))
        .build_ui_state(|ui, shell: &mut Shell| shell.frame(ui), shell);
    let mut window = Window {
        harness,
        _folder: folder,
    };
    window.settle();
    window
}

impl Window {
    fn settle(&mut self) {
        self.harness.run_steps(6);
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    fn click(&mut self, label: &str) {
        super::click(&mut self.harness, label);
        self.settle();
    }

    fn has(&self, label: &str) -> bool {
        self.harness.query_by_label(label).is_some()
    }

    fn plaza(&self) -> &Plaza {
        &self.harness.state().exhibition().unwrap().plazas[0]
    }
}

#[test]
fn the_walk_opens_by_its_key_shows_its_parts_and_escape_leads_back_to_the_plan() {
    let mut window = open(exhibition(6));
    window.press(Modifiers::COMMAND, Key::Num6);
    for label in [
        "前一块展板",
        "后一块展板",
        "去几号展板",
        "眼睛高度",
        "时刻",
        "开始走",
        "记下这里",
    ] {
        assert!(window.has(label), "{label}");
    }
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.has("后一块展板") && !window.harness.state().session().walks);
}

#[test]
fn boards_in_turn_enter_opens_one_and_the_key_leads_back_to_the_same_spot() {
    let mut window = open(exhibition(6));
    window.press(Modifiers::COMMAND, Key::Num6);
    window.press(Modifiers::NONE, Key::PageDown);
    let first = window.harness.state().session().board;
    window.press(Modifiers::NONE, Key::PageDown);
    let second = window.harness.state().session().board;
    assert!(first != second && second.is_some());
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.harness.state().session().workspace, Workspace::Board);
    assert_eq!(window.harness.state().session().board, second);
    window.press(Modifiers::COMMAND, Key::Num6);
    assert!(window.harness.state().session().walks);
    // Who stands before the second goes on to the third: the spot was kept.
    window.press(Modifiers::NONE, Key::PageUp);
    assert_eq!(window.harness.state().session().board, first);
    // And the editor has a way back of its own.
    window.press(Modifiers::NONE, Key::Enter);
    window.click("回到漫步");
    let session = window.harness.state().session();
    assert!(session.walks && session.workspace == Workspace::Plaza && session.board == first);
    window.press(Modifiers::COMMAND, Key::Num2);
    assert!(
        window.harness.query_by_label("回到漫步").is_none(),
        "who goes there by himself has no way back"
    );
}

#[test]
fn enter_in_an_input_of_the_walk_does_what_the_input_is_for_and_opens_no_board() {
    let mut window = open(exhibition(6));
    window.press(Modifiers::COMMAND, Key::Num6);
    window.press(Modifiers::NONE, Key::PageDown);
    window.click("去几号展板");
    window.harness.event(egui::Event::Text("4".into()));
    window.settle();
    let enter = |window: &mut Window, pressed: bool| {
        window.harness.event(egui::Event::Key {
            key: Key::Enter,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
        window.harness.step();
    };
    // Held so long that it repeats.
    for pressed in [true, true, true, false] {
        enter(&mut window, pressed);
    }
    window.settle();
    let fourth = window.harness.state().exhibition().unwrap().order[3];
    let session = window.harness.state().session();
    assert_eq!(session.board, Some(fourth));
    assert!(
        session.walks && session.workspace == Workspace::Plaza,
        "the walk goes on"
    );
    window.click("记下这里");
    window.click("改名 位置 1");
    window.click("位置名称");
    window.harness.event(egui::Event::Text("门口".into()));
    window.settle();
    enter(&mut window, true);
    enter(&mut window, false);
    window.settle();
    assert!(window.plaza().bookmarks[0].name.contains("门口"));
    assert_eq!(window.harness.state().session().workspace, Workspace::Plaza);
    // In the view itself it still opens the board.
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.harness.state().session().workspace, Workspace::Board);
}

#[test]
fn a_kept_spot_is_saved_renamed_forgotten_and_each_can_be_undone() {
    let mut window = open(exhibition(3));
    window.press(Modifiers::COMMAND, Key::Num6);
    window.press(Modifiers::NONE, Key::PageDown);
    window.click("记下这里");
    assert_eq!(window.plaza().bookmarks.len(), 1);
    assert_eq!(window.plaza().bookmarks[0].name, "位置 1");
    assert_eq!(window.plaza().bookmarks[0].eye, 1.5);
    window.click("不再记 位置 1");
    assert!(window.plaza().bookmarks.is_empty());
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.plaza().bookmarks.len(), 1);
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.plaza().bookmarks.is_empty());
}

#[test]
fn nothing_repaints_while_nobody_moves_and_a_tour_does() {
    let mut window = open(exhibition(3));
    window.press(Modifiers::COMMAND, Key::Num6);
    // Pictures and the first check come to rest.
    super::until("rest", || {
        window.harness.step();
        window.harness.state().is_idle()
    });
    window.settle();
    let repaint = |window: &Window| {
        window
            .harness
            .output()
            .viewport_output
            .values()
            .map(|view| view.repaint_delay)
            .min()
    };
    assert!(
        repaint(&window).unwrap() > std::time::Duration::from_millis(200),
        "{:?}",
        repaint(&window)
    );
    window.click("开始走");
    assert!(window.has("停一停"));
    assert_eq!(repaint(&window), Some(std::time::Duration::ZERO));
    window.click("停一停");
    assert!(window.has("开始走"));
}

#[test]
fn a_plaza_without_boards_and_a_show_without_a_plaza_are_no_trouble() {
    let mut bare = exhibition(2);
    bare.plazas = vec![Arc::new(Plaza::new(PlazaId::random(), "空场".into(), size(20.0, 10.0)))];
    let mut window = open(bare);
    window.press(Modifiers::COMMAND, Key::Num6);
    window.press(Modifiers::NONE, Key::PageDown);
    window.press(Modifiers::NONE, Key::Space);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.harness.state().session().walks);
    let mut none = exhibition(2);
    none.plazas.clear();
    let mut window = open(none);
    window.press(Modifiers::COMMAND, Key::Num6);
    assert!(!window.harness.state().session().walks);
}
