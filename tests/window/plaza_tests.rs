//! The plaza workspace by label: choose, move, undo, turn, reorder, arrange, place, several plazas.

use super::{home, saved};
use egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable};
use std::collections::BTreeMap;
use std::sync::Arc;
use zhanban::app::session::{Settings, Workspace};
use zhanban::app::view::{Message, PhotoPlace};
use zhanban::app::{Shell, theme};
use zhanban::base::{Day, Lang};
use zhanban::geom::{point, size};
use zhanban::model::*;
use zhanban::plaza::arrange;
use zhanban::script::{Region, Script};

fn two(text: &str) -> TwoName {
    TwoName {
        hans: text.into(),
        hant: text.into(),
    }
}

/// Four boards of two units, arranged in rows.
fn exhibition() -> Exhibition {
    let mut show = Exhibition::new(two("水土青禾"), Region::Mainland);
    let units = ["柳溪", "云岭"].map(|name| Committee {
        id: CommitteeId::random(),
        name: two(name),
    });
    let template = home().template("red-story").unwrap().clone();
    let reference = TemplateRef {
        name: template.name.clone(),
        version: template.version(),
    };
    show.templates = Arc::new(BTreeMap::from([(reference.clone(), template)]));
    for (at, title) in ["水到上坪村", "石桥还在", "茶山新路", "夜校开课"]
        .into_iter()
        .enumerate()
    {
        let element = Element {
            id: ElementId::random(),
            slot: Some(SlotName("title".into())),
            area: Area::Slot,
            group: None,
            z: "1".into(),
            is_locked: false,
            is_hidden: false,
            scripts: None,
            kind: ElementKind::Text(TextElement {
                style: None,
                text: TwoScript::new(Script::Hans, title),
            }),
        };
        show.boards.push(Arc::new(Board {
            id: BoardId::random(),
            code: format!("QH{:03}", at + 1),
            committee: units[at / 2].id,
            template: reference.clone(),
            size: size(900.0, 1200.0),
            script: Script::Hans,
            make: Make::default(),
            arrangement: 0,
            ground: None,
            guides: Default::default(),
            elements: vec![Arc::new(element)],
        }));
    }
    show.committees = Arc::new(units.to_vec());
    show.order = Arc::new(show.boards.iter().map(|board| board.id).collect());
    show.plazas = vec![Arc::new(arrange(&show))];
    show
}

struct Window {
    harness: Harness<'static, Shell>,
    _folder: tempfile::TempDir,
}

fn open(exhibition: Exhibition, lang: Lang, points: [f32; 2]) -> Window {
    open_paced(exhibition, lang, points, 0.25)
}

/// With so many seconds from frame to frame.
fn open_paced(exhibition: Exhibition, lang: Lang, points: [f32; 2], pace: f32) -> Window {
    let (opened, folder) = saved(exhibition);
    let settings = Settings {
        lang,
        workspace: Workspace::Plaza,
        ..Settings::default()
    };
    let shell = Shell::on(home(), opened, settings);
    let fonts = home().fonts.clone();
    let harness = Harness::builder()
        .with_size(points)
        .with_step_dt(pace)
        .with_context_setup(move |ctx| theme::install(ctx, &fonts))
        .build_ui_state(|ui, shell: &mut Shell| shell.frame(ui), shell);
    let mut window = Window {
        harness,
        _folder: folder,
    };
    window.settle();
    window
}

fn usual() -> Window {
    open(exhibition(), Lang::Hans, [1440.0, 900.0])
}

impl Window {
    fn settle(&mut self) {
        self.harness.run_steps(5);
    }

    /// As long as arrow keys wait for more.
    fn rest(&mut self) {
        self.harness.run_steps(60);
    }

    fn show(&self) -> &Exhibition {
        self.harness.state().exhibition().unwrap()
    }

    fn plaza(&self) -> Arc<Plaza> {
        self.show().plazas[0].clone()
    }

    /// By the code the board was made with, which no renumbering touches.
    fn stand(&self, code: &str) -> Stand {
        self.plaza().places[&self.id(code)]
    }

    fn id(&self, code: &str) -> BoardId {
        self.show().board_by_code(code).unwrap().id
    }

    fn number(&self, code: &str) -> usize {
        self.show().number(self.id(code)).unwrap()
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    fn click(&mut self, label: &str) {
        super::click(&mut self.harness, label);
        self.settle();
    }

    fn centre(&self, label: &str) -> Pos2 {
        self.harness.get_by_label(label).rect().center()
    }

    fn has(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    fn button(&mut self, pos: Pos2, pressed: bool, modifiers: Modifiers) {
        self.harness.event(Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers,
        });
        self.harness.run_steps(2);
    }

    fn press_and_move(&mut self, from: Pos2, to: Pos2) {
        self.harness.event(Event::PointerMoved(from));
        self.harness.run_steps(2);
        self.button(from, true, Modifiers::NONE);
        for part in [0.2, 0.6, 1.0] {
            self.harness.event(Event::PointerMoved(from + (to - from) * part));
            self.harness.run_steps(2);
        }
    }

    fn drag(&mut self, from: Pos2, to: Pos2) {
        self.press_and_move(from, to);
        self.button(to, false, Modifiers::NONE);
        self.settle();
    }

    fn rewrite(&mut self, label: &str, text: &str) {
        self.harness.get_by_label(label).focus();
        self.settle();
        self.key(ctrl(), Key::A);
        self.harness.get_by_label(label).type_text(text);
        self.settle();
        self.key(Modifiers::NONE, Key::Enter);
    }
}

fn ctrl() -> Modifiers {
    Modifiers::COMMAND | Modifiers::CTRL
}

const FIRST: &str = "001 水到上坪村，柳溪";

#[test]
fn arrows_move_what_is_chosen_by_ten_centimetres_and_are_one_step() {
    let mut window = open_paced(exhibition(), Lang::Hans, [1440.0, 900.0], 1.0 / 60.0);
    let start = window.stand("QH001");
    window.click(FIRST);
    // One after the other without a pause.
    for _ in 0..3 {
        window.harness.key_press(Key::ArrowRight);
    }
    window.harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    window.settle();
    let after = window.stand("QH001");
    assert_eq!(after.at, point(start.at.x + 0.3, start.at.y + 1.0));
    assert_eq!(window.stand("QH002").at.y, start.at.y, "only what is chosen moves");
    window.rest();
    window.key(ctrl(), Key::Z);
    assert_eq!(window.stand("QH001"), start);
}

#[test]
fn a_drag_snaps_to_the_row_escape_puts_it_back_and_undo_is_one_step() {
    let mut window = usual();
    let start = window.stand("QH001");
    let from = window.centre(FIRST);
    window.press_and_move(from, from + vec2(30.0, 120.0));
    assert_ne!(window.stand("QH001"), start);
    window.key(Modifiers::NONE, Key::Escape);
    window.button(from, false, Modifiers::NONE);
    assert_eq!(window.stand("QH001"), start);
    window.drag(from, from + vec2(0.0, 120.0));
    let moved = window.stand("QH001");
    assert!(moved.at.y > start.at.y + 0.5);
    assert!(
        (moved.at.x - start.at.x).abs() < 0.06,
        "a straight pull stays on its line, to the grid of 10 cm"
    );
    window.key(ctrl(), Key::Z);
    assert_eq!(window.stand("QH001"), start);
}

#[test]
fn a_rubber_band_and_shift_choose_several_and_escape_none() {
    let mut window = usual();
    window.key(ctrl(), Key::A);
    assert!(window.has("已选 4 块"));
    window.click(FIRST);
    assert!(window.has("已选 1 块"));
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!window.has("已选 1 块"));
    let (one, two) = (
        window.harness.get_by_label(FIRST).rect(),
        window.centre("002 石桥还在，柳溪"),
    );
    window.drag(one.left_top() - vec2(20.0, 20.0), pos2(two.x, one.bottom() + 4.0));
    assert!(window.has("已选 2 块"));
    let third = window.centre("003 茶山新路，云岭");
    window.harness.event(Event::PointerMoved(third));
    window.harness.event(Event::ModifiersChanged(Modifiers::SHIFT));
    window.button(third, true, Modifiers::SHIFT);
    window.button(third, false, Modifiers::SHIFT);
    assert!(window.has("已选 3 块"));
}

#[test]
fn turning_keeps_the_place_of_a_single_board() {
    let mut window = usual();
    let start = window.stand("QH001");
    window.click(FIRST);
    window.key(Modifiers::NONE, Key::R);
    let after = window.stand("QH001");
    assert_eq!((after.at, after.facing), (start.at, (start.facing + 90.0) % 360.0));
    window.click("向左转一点");
    assert_eq!(window.stand("QH001").facing, (start.facing + 75.0) % 360.0);
    window.rewrite("朝向", "0");
    assert_eq!(window.stand("QH001").facing, 0.0);
}

#[test]
fn numbers_follow_the_order_by_key_and_by_drag() {
    let mut window = usual();
    window.click("次序 001 水到上坪村");
    window.key(Modifiers::NONE, Key::Period);
    assert_eq!((window.number("QH001"), window.number("QH002")), (2, 1));
    assert!(window.has("002 水到上坪村，柳溪") && window.has("次序 001 石桥还在"));
    window.key(ctrl(), Key::Z);
    assert_eq!(window.number("QH001"), 1);
    let from = window.centre("次序 004 夜校开课");
    let to = window.harness.get_by_label("次序 001 水到上坪村").rect().left_center();
    window.drag(from, to);
    assert_eq!((window.number("QH004"), window.number("QH001")), (1, 2));
    assert!(window.has("001 夜校开课，云岭"));
    window.key(ctrl(), Key::Z);
    assert_eq!(window.number("QH004"), 4);
}

#[test]
fn rows_follow_their_settings_and_are_one_step() {
    let mut window = usual();
    let before = window.plaza();
    window.rewrite("行长", "3");
    window.rewrite("过道", "6");
    window.rewrite("板间距离", "0.8");
    assert_eq!(window.plaza(), before, "settings alone move nothing");
    window.click("按参观次序排成行");
    super::until("the rows", || {
        window.harness.step();
        window.plaza() != before
    });
    let (one, two, three) = (window.stand("QH001"), window.stand("QH002"), window.stand("QH003"));
    assert!(
        ((two.at.x - one.at.x).abs() - 1.7).abs() < 1e-6,
        "0.9 wide and 0.8 apart"
    );
    assert!(
        (three.at.y - one.at.y - 6.1).abs() < 1e-6,
        "an aisle of 6 m between the rows"
    );
    assert_eq!(window.plaza().id, before.id);
    window.key(ctrl(), Key::Z);
    assert_eq!(window.plaza(), before);
}

#[test]
fn numbers_can_follow_the_places() {
    let mut window = usual();
    let (first, second) = (window.id("QH001"), window.id("QH002"));
    let mut show = window.show().clone();
    let mut plaza = Plaza::clone(&show.plazas[0]);
    let (one, two) = (plaza.places[&first], plaza.places[&second]);
    plaza.places.insert(first, two);
    plaza.places.insert(second, one);
    show.plazas = vec![Arc::new(plaza)];
    window = open(show, Lang::Hans, [1440.0, 900.0]);
    window.click("按位置编号");
    assert_eq!((window.number("QH002"), window.number("QH001")), (1, 2));
}

#[test]
fn boards_without_a_place_are_listed_and_placed() {
    let mut window = usual();
    window.click(FIRST);
    window.key(Modifiers::NONE, Key::Delete);
    assert!(!window.plaza().places.contains_key(&window.id("QH001")));
    assert!(window.has("没有位置 1") && !window.has(FIRST));
    window.click("放上 001 水到上坪村");
    assert!(window.plaza().places.contains_key(&window.id("QH001")));
    window.key(ctrl(), Key::A);
    window.key(Modifiers::NONE, Key::Delete);
    assert!(window.plaza().places.is_empty() && window.has("没有位置 4"));
    let row = window.centre("放上 002 石桥还在");
    window.drag(row, pos2(500.0, 400.0));
    assert_eq!(window.plaza().places.len(), 1);
    window.click("把它们都放上");
    assert_eq!(window.plaza().places.len(), 4);
    assert!(window.has("都站得开，没有重叠"));
    assert_eq!(invariants(window.show()), Vec::<String>::new());
}

#[test]
fn a_fault_leads_to_its_board() {
    let mut show = exhibition();
    let mut plaza = Plaza::clone(&show.plazas[0]);
    let id = show.order[1];
    plaza.places.insert(id, Stand::new(point(-3.0, 2.0), 0.0));
    show.plazas = vec![Arc::new(plaza)];
    let mut window = open(show, Lang::Hans, [1440.0, 900.0]);
    window.click("QH002 站到广场外面去了。把它挪进来，或者把广场改大。");
    assert_eq!(window.harness.state().session().board, Some(id));
    assert!(window.has("已选 1 块"));
}

#[test]
fn plazas_are_added_named_and_removed() {
    let mut window = usual();
    window.click("场地");
    window.click("新建广场");
    assert_eq!(window.show().plazas.len(), 2);
    window.rewrite("广场名称", "南门");
    window.rewrite("东西", "25");
    assert_eq!(window.show().plazas[1].name, "南门");
    assert_eq!(window.show().plazas[1].size, size(25.0, 30.0));
    window.click("删除广场");
    assert_eq!(window.show().plazas.len(), 1);
    window.key(ctrl(), Key::Z);
    assert_eq!(window.show().plazas[1].name, "南门");
}

#[test]
fn enter_and_double_click_open_the_board() {
    let mut window = usual();
    window.click("003 茶山新路，云岭");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.harness.state().session().workspace, Workspace::Board);
    assert_eq!(window.harness.state().session().board, Some(window.id("QH003")));
    // Two clicks must follow each other at a person's pace.
    let mut window = open_paced(exhibition(), Lang::Hans, [1440.0, 900.0], 1.0 / 60.0);
    let at = window.centre("002 石桥还在，柳溪");
    window.harness.event(Event::PointerMoved(at));
    for _ in 0..2 {
        window.button(at, true, Modifiers::NONE);
        window.button(at, false, Modifiers::NONE);
    }
    window.settle();
    assert_eq!(window.harness.state().session().workspace, Workspace::Board);
    assert_eq!(window.harness.state().session().board, Some(window.id("QH002")));
}

#[test]
fn escape_and_a_drag_close_the_menu_and_keep_what_is_chosen() {
    let mut window = usual();
    window.click(FIRST);
    let at = window.centre(FIRST);
    let press = |window: &mut Window, pressed| {
        window.harness.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        window.harness.run_steps(2);
    };
    for closing in [true, false] {
        window.harness.event(Event::PointerMoved(at));
        press(&mut window, true);
        press(&mut window, false);
        assert!(window.has("选中整个单位"), "the menu is open");
        if closing {
            window.key(Modifiers::NONE, Key::Escape);
        } else {
            let ground = window.harness.get_by_label("平面图 水土青禾").rect();
            let corner = ground.left_top() + vec2(30.0, 30.0);
            window.drag(corner, corner + vec2(20.0, 8.0));
        }
        assert!(!window.has("选中整个单位"), "the menu is closed");
        assert_eq!(window.has("已选 1 块"), closing, "a band over nothing chooses nothing");
    }
}

#[test]
fn the_entrance_is_led_along_the_edge_in_one_step() {
    let mut window = usual();
    assert_eq!(window.plaza().entrance, None);
    window.click("场地");
    window.rewrite("入口离北边", "3");
    let typed = window.plaza();
    assert_eq!(typed.entrance, Some(point(0.0, 3.0)));
    let ground = window.harness.get_by_label("平面图 水土青禾").rect();
    // The plan stands in the middle of its ground; where one metre is, two boards in one row say.
    let (one, two) = (window.centre(FIRST), window.centre("002 石桥还在，柳溪"));
    let (first, second) = (window.stand("QH001"), window.stand("QH002"));
    let metre = (two.x - one.x) / (second.at.x - first.at.x) as f32;
    let west = one.x - first.at.x as f32 * metre;
    let north = ground.center().y - typed.size.h as f32 / 2.0 * metre;
    let mark = pos2(west, north + 3.0 * metre);
    let drag = vec2(2.0 * metre, (typed.size.h as f32 - 3.0) * metre);
    window.drag(mark, mark + drag);
    let at = window.plaza().entrance.unwrap();
    assert_eq!(at.y, typed.size.h, "nearest to the southern edge");
    assert!((at.x - 2.0).abs() < 0.3, "{at:?}");
    window.key(ctrl(), Key::Z);
    assert_eq!(window.plaza(), typed);
}

#[test]
fn the_plan_that_is_shown_is_the_one_that_is_exported() {
    let mut window = usual();
    window.click("场地");
    window.click("新建广场");
    window.rewrite("广场名称", "南门");
    let folder = tempfile::tempdir().unwrap();
    window.click("导出布展图 PDF");
    window
        .harness
        .get_by_label("路径")
        .type_text(&folder.path().display().to_string());
    window.settle();
    window.click("好");
    super::until("rest", || {
        window.harness.step();
        window.harness.state().is_idle()
    });
    let files: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(files, ["水土青禾 南门 布展图.pdf"]);
    let kept = window.harness.state().session().settings.export_folder.clone();
    assert_eq!(kept.as_deref(), Some(folder.path()), "the next export begins there");
}

#[test]
fn a_show_without_a_plaza_says_the_next_step() {
    let mut show = exhibition();
    show.plazas.clear();
    let mut window = open(show, Lang::Hans, [1440.0, 900.0]);
    window.click("按参观次序排成行");
    super::until("the rows", || {
        window.harness.step();
        !window.show().plazas.is_empty()
    });
    window.settle();
    assert_eq!(window.plaza().places.len(), 4);
    assert!(window.has(FIRST));
}

#[test]
fn a_plan_that_nobody_touches_asks_for_no_repaint() {
    let mut window = usual();
    // Pictures and check come to an end.
    super::until("rest", || {
        window.harness.step();
        window.harness.state().is_idle()
    });
    window.rest();
    let output = window.harness.output();
    let wait = output
        .viewport_output
        .values()
        .map(|view| view.repaint_delay)
        .min()
        .unwrap();
    assert!(wait > std::time::Duration::from_secs(1), "{wait:?}");
}

#[test]
fn small_windows_every_language_and_empty_shows_do_not_break() {
    for lang in Lang::ALL {
        let mut window = open(exhibition(), lang, [1120.0, 640.0]);
        window.key(ctrl(), Key::A);
        for _ in 0..20 {
            window.key(ctrl(), Key::Equals);
        }
        for _ in 0..40 {
            window.key(ctrl(), Key::Minus);
        }
        window.key(ctrl(), Key::Num0);
        let mut empty = exhibition();
        empty.boards.clear();
        empty.order = Arc::default();
        let places = Plaza {
            places: BTreeMap::new(),
            ..Plaza::clone(&empty.plazas[0])
        };
        empty.plazas = vec![Arc::new(places)];
        let mut none = empty.clone();
        none.plazas.clear();
        for show in [empty, none] {
            let mut window = open(show, lang, [1120.0, 640.0]);
            window.key(ctrl(), Key::A);
            for key in [Key::Delete, Key::R, Key::Comma, Key::ArrowUp, Key::Escape, Key::Enter] {
                window.key(Modifiers::NONE, key);
            }
            window.key(ctrl() | Modifiers::SHIFT, Key::A);
            assert!(window.show().boards.is_empty());
        }
    }
}

/// Where a point of the plaza is in the window, by two boards of one row.
fn on_screen(window: &Window, x: f64, y: f64) -> Pos2 {
    let plaza = window.plaza();
    let ground = window.harness.get_by_label(&format!("平面图 {}", plaza.name)).rect();
    let room = ground.size() - vec2(80.0, 120.0);
    let zoom = (room.x / plaza.size.w as f32).min(room.y / plaza.size.h as f32);
    let corner = ground.center() - vec2(plaza.size.w as f32, plaza.size.h as f32) * zoom / 2.0;
    corner + vec2(x as f32, y as f32) * zoom
}

impl Window {
    fn tap(&mut self, at: Pos2) {
        self.harness.event(Event::PointerMoved(at));
        self.harness.run_steps(2);
        self.button(at, true, Modifiers::NONE);
        self.button(at, false, Modifiers::NONE);
        self.settle();
    }
}

/// The four boards on a ground of 30 by 20 m.
fn roomy() -> Window {
    let mut show = exhibition();
    let mut plaza = Plaza::clone(&show.plazas[0]);
    plaza.size = size(30.0, 20.0);
    show.plazas = vec![Arc::new(plaza)];
    open(show, Lang::Hans, [1440.0, 900.0])
}

#[test]
fn things_are_put_on_the_ground_edited_moved_and_deleted() {
    let mut window = roomy();
    let before = window.plaza();
    window.click("场地");
    window.click("放 树");
    let at = on_screen(&window, 24.0, 14.0);
    window.tap(at);
    let tree = window.plaza().venue.things[0].clone();
    assert_eq!(tree.kind, ThingKind::Tree);
    assert!(
        (tree.points[0].x - 24.0).abs() < 0.11 && (tree.points[0].y - 14.0).abs() < 0.11,
        "{tree:?}"
    );
    window.rewrite("名称", "老槐树");
    window.rewrite("宽", "4");
    let tree = window.plaza().venue.things[0].clone();
    assert_eq!((tree.name.as_str(), tree.width), ("老槐树", 4.0));
    // A lane is a line of clicks; Enter ends it.
    window.click("放 消防通道");
    for x in [2.0, 28.0] {
        let at = on_screen(&window, x, 18.0);
        window.tap(at);
    }
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.plaza().venue.things[1].points.len(), 2);
    // Two corners of an area are a rectangle; Escape gives up.
    window.click("放 禁放区");
    let at = on_screen(&window, 20.0, 16.0);
    window.tap(at);
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(window.plaza().venue.things.len(), 2);
    let (from, to) = (on_screen(&window, 24.0, 14.0), on_screen(&window, 26.0, 13.0));
    window.drag(from, to);
    let moved = window.plaza().venue.things[0].points[0];
    assert!(
        (moved.x - 26.0).abs() < 0.2 && (moved.y - 13.0).abs() < 0.2,
        "{moved:?}"
    );
    window.key(Modifiers::NONE, Key::Delete);
    assert_eq!(window.plaza().venue.things.len(), 1);
    for _ in 0..8 {
        window.key(ctrl(), Key::Z);
    }
    assert_eq!(window.plaza(), before);
}

#[test]
fn the_edge_is_drawn_by_corners_dragged_and_never_crosses_itself() {
    let mut window = roomy();
    window.click("场地");
    window.click("画边界");
    for (x, y) in [(1.0, 1.0), (29.0, 1.0), (15.0, 5.0), (29.0, 19.0), (1.0, 19.0)] {
        let at = on_screen(&window, x, y);
        window.tap(at);
    }
    window.key(Modifiers::NONE, Key::Backspace);
    window.key(Modifiers::NONE, Key::Enter);
    let drawn = window.plaza();
    assert_eq!(drawn.venue.outline.len(), 4, "{:?}", drawn.venue.outline);
    window.rewrite("角 1 离西", "2");
    assert_eq!(window.plaza().venue.outline[0].x, 2.0);
    // The second corner across the opposite side: refused, the old edge stays.
    let old = window.plaza();
    window.rewrite("角 3 离北", "0.2");
    assert_eq!(window.plaza(), old);
    window.click("恢复成长方形");
    assert!(window.plaza().venue.outline.is_empty());
}

#[test]
fn a_drag_that_would_overlap_ends_where_the_board_last_stood_free() {
    let mut window = usual();
    let start = window.stand("QH001");
    let (from, to) = (window.centre(FIRST), window.centre("002 石桥还在，柳溪"));
    window.drag(from, to);
    let (one, two) = (window.stand("QH001"), window.stand("QH002"));
    assert!(
        (one.at.x - two.at.x).abs() >= 0.9 - 1e-6 || (one.at.y - two.at.y).abs() >= 0.1 - 1e-6,
        "{one:?} {two:?}"
    );
    window.key(ctrl(), Key::Z);
    assert_eq!(window.stand("QH001"), start);
}

#[test]
fn rows_are_chosen_swapped_pinned_and_stand_on_other_feet() {
    let mut window = usual();
    window.click(FIRST);
    window.key(Modifiers::NONE, Key::L);
    assert!(window.has("已选 2 块") || window.has("已选 4 块"));
    window.key(Modifiers::NONE, Key::Escape);
    let (one, two) = (window.stand("QH001"), window.stand("QH002"));
    window.click(FIRST);
    let second = window.centre("002 石桥还在，柳溪");
    window.harness.event(Event::PointerMoved(second));
    window.harness.event(Event::ModifiersChanged(Modifiers::SHIFT));
    window.button(second, true, Modifiers::SHIFT);
    window.button(second, false, Modifiers::SHIFT);
    window.harness.event(Event::ModifiersChanged(Modifiers::NONE));
    window.settle();
    window.click("两块对调");
    assert_eq!((window.stand("QH001").at, window.stand("QH002").at), (two.at, one.at));
    assert_eq!((window.number("QH001"), window.number("QH002")), (2, 1));
    window.click("自动排时不动");
    assert!(window.stand("QH001").is_pinned && window.stand("QH002").is_pinned);
    for _ in 0..2 {
        window.key(ctrl(), Key::Z);
    }
    assert_eq!(window.stand("QH001"), one);
}

#[test]
fn arrangements_are_compared_and_one_is_taken() {
    let mut window = usual();
    let before = window.plaza();
    window.click("看几种摆法");
    super::until("用第 2 种", || {
        window.harness.step();
        window.has("用第 2 种")
    });
    window.settle();
    window.click("用第 2 种");
    assert_ne!(window.plaza().places, before.places);
    assert_eq!(window.plaza().places.len(), 4);
    window.key(ctrl(), Key::Z);
    assert_eq!(window.plaza(), before);
}

#[test]
fn the_order_is_made_anew_by_sound() {
    let mut window = usual();
    let boards = window.show().boards.clone();
    window.click("重排次序");
    window.click("标题拼音");
    window.click("就这样排");
    // 茶山新路, 石桥还在, 水到上坪村, 夜校开课
    assert_eq!(
        ["QH003", "QH002", "QH001", "QH004"].map(|code| window.number(code)),
        [1, 2, 3, 4]
    );
    let same = boards.iter().zip(&window.show().boards).all(|(a, b)| Arc::ptr_eq(a, b));
    assert!(same, "no board became another one");
    window.key(ctrl(), Key::Z);
    assert_eq!(window.number("QH001"), 1);
}

#[test]
fn tours_are_added_timed_and_deleted() {
    let mut window = usual();
    window.click("路线图");
    window.click("加领导路线");
    window.click(FIRST);
    let tour = window.plaza().tours[0].clone();
    assert!(tour.is_leaders && tour.stops.len() == 1, "{tour:?}");
    window.click("找近路");
    assert_eq!(window.plaza().tours[0].stops.len(), 4);
    window.rewrite("路线名称", "开幕");
    assert_eq!(window.plaza().tours[0].name, "开幕");
    window.click("删除路线");
    assert!(window.plaza().tours.is_empty());
    window.key(ctrl(), Key::Z);
    assert_eq!(window.plaza().tours[0].name, "开幕");
}

#[test]
fn what_is_not_legible_is_listed() {
    let mut window = usual();
    window.click("看得清");
    super::until("轻松看清", || {
        window.harness.step();
        window.has("轻松看清　4") || window.has("轻松看清　3") || window.has("轻松看清　0")
    });
    assert!(!window.has("正在算……"));
}

#[test]
fn boards_that_the_sun_dazzles_are_listed_by_day_and_lead_to_their_place() {
    let mut show = exhibition();
    let mut plaza = Plaza::clone(&show.plazas[0]);
    // The evening sun of spring lies on what looks to the west.
    for (at, stand) in plaza.places.values_mut().enumerate() {
        *stand = Stand::new(point(6.0, 3.0 + 2.0 * at as f64), 90.0);
    }
    plaza.venue.latitude = Some(30.66);
    plaza.venue.longitude = Some(104.06);
    plaza.venue.opens = Hour(8 * 60);
    plaza.venue.closes = Hour(20 * 60);
    show.plazas = vec![Arc::new(plaza)];
    let mut window = open(show, Lang::Hans, [1440.0, 900.0]);
    window.click("场地");
    window.rewrite("日期", "2027-03-21");
    assert_eq!(window.plaza().venue.day, Day::parse("2027-03-21"));
    window.click("看得清");
    let hours = |window: &Window| {
        let rows = window.harness.query_all_by_label_contains("–");
        rows.filter_map(|row| row.accesskit_node().label())
            .collect::<Vec<String>>()
    };
    super::until("hours of glare", || {
        window.harness.step();
        !hours(&window).is_empty()
    });
    assert!(window.has("2027-03-21，开放时间里"));
    let row = hours(&window)[0].clone();
    assert!(row.ends_with("反光") || row.ends_with("逆光"), "{row}");
    window.click(&row);
    let number: usize = row[..3].parse().unwrap();
    assert_eq!(
        window.harness.state().session().board,
        Some(window.show().order[number - 1])
    );
}

#[test]
fn a_sketch_too_large_or_broken_is_told_in_one_sentence_and_the_plaza_stays() {
    let mut window = usual();
    let before = window.plaza();
    let folder = tempfile::tempdir().unwrap();
    // A header that promises 60,000 x 60,000 pixels, and one that promises nothing.
    let mut huge = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    huge.extend(60_000_u32.to_be_bytes());
    huge.extend(60_000_u32.to_be_bytes());
    huge.extend(b"\x08\x02\0\0\0\0\0\0\0");
    for (name, bytes) in [("卫星图.png", huge.as_slice()), ("手绘.png", b"\x89PNG\r\n\x1a\n")] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let ctx = window.harness.ctx.clone();
        let put = Message::Drop(vec![path], Some(PhotoPlace::Sketch(before.id)));
        window.harness.state_mut().obey(&ctx, put);
        super::until(name, || {
            window.harness.step();
            window.harness.query_all_by_label_contains(name).next().is_some()
        });
        assert_eq!(window.plaza(), before);
    }
}

#[test]
fn a_board_let_go_beside_a_wall_hangs_on_it() {
    let mut window = roomy();
    window.click("场地");
    window.click("放 墙");
    let ends = [on_screen(&window, 4.0, 16.0), on_screen(&window, 14.0, 16.0)];
    for end in ends {
        window.tap(end);
    }
    window.key(Modifiers::NONE, Key::Enter);
    window.key(Modifiers::NONE, Key::Escape);
    window.click("摆放");
    window.click(FIRST);
    window.key(Modifiers::NONE, Key::Delete);
    let row = window.centre("放上 001 水到上坪村");
    let beside = on_screen(&window, 9.0, 16.3);
    window.drag(row, beside);
    let stand = window.plaza().places[&window.id("QH001")];
    assert_eq!((stand.foot, stand.facing), (Foot::OnWall, 0.0), "{stand:?}");
}

#[test]
fn first_letters_of_sounds_find_a_command() {
    let mut window = usual();
    let shown = |window: &Window| window.harness.query_all_by_label("复制广场").count();
    window.key(ctrl(), Key::K);
    let before = shown(&window);
    window.settle();
    window.harness.get_by_label("命令与查找").type_text("fzgc");
    window.settle();
    assert_eq!(shown(&window), before + 1);
}

#[test]
fn the_venue_and_the_tours_survive_saving_and_opening() {
    let mut window = roomy();
    window.click("场地");
    window.click("放 旗杆");
    let at = on_screen(&window, 24.0, 14.0);
    window.tap(at);
    window.click("在室内");
    window.rewrite("北偏（顺时针）", "15");
    window.click("路线图");
    window.click("加观众路线");
    let plaza = window.plaza();
    assert_eq!(
        (plaza.venue.things.len(), plaza.tours.len(), plaza.venue.north),
        (1, 1, 15.0)
    );
    let (opened, folder) = saved(window.show().clone());
    drop(opened);
    let again = zhanban::store::Project::open(&folder.path().join("show.zhanban")).unwrap();
    assert_eq!(again.exhibition.plazas[0], plaza);
}
