//! The board workspace by label: open, choose, nudge, write, settle a character, delete, undo, zoom.

use super::{home, saved};
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::collections::BTreeMap;
use std::sync::Arc;
use zhanban::app::session::{Settings, Workspace};
use zhanban::app::{Shell, theme};
use zhanban::base::Lang;
use zhanban::geom::size;
use zhanban::media::Library;
use zhanban::model::*;
use zhanban::script::{Region, Script};
use zhanban::store::{Opened, Project};

fn text(slot: &str, z: &str, text: &str) -> Arc<Element> {
    Arc::new(Element {
        id: ElementId::random(),
        slot: Some(SlotName(slot.into())),
        area: Area::Slot,
        group: None,
        z: z.into(),
        is_locked: false,
        is_hidden: false,
        scripts: None,
        kind: ElementKind::Text(TextElement {
            style: None,
            text: TwoScript::new(Script::Hans, text),
        }),
    })
}

/// Two boards of one unit; the second has another title.
pub(super) fn exhibition() -> Exhibition {
    let two = |text: &str| TwoName {
        hans: text.into(),
        hant: text.into(),
    };
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
    show.templates = Arc::new(BTreeMap::from([(reference.clone(), template)]));
    let photo = Element {
        kind: ElementKind::Photo(PhotoElement::default()),
        ..Element::clone(&text("photo.1", "3", ""))
    };
    for (code, title) in [("QH001", "水到上坪村"), ("QH002", "石桥还在")] {
        let mut elements = vec![
            text("title", "1", title),
            text("body", "2", "他姓后，清水河上游三公里，石板路修到了桥头。"),
        ];
        elements.push(Arc::new(Element {
            id: ElementId::random(),
            ..photo.clone()
        }));
        show.boards.push(Arc::new(Board {
            id: BoardId::random(),
            code: code.into(),
            committee: unit.id,
            template: reference.clone(),
            size: size(900.0, 1200.0),
            script: Script::Hans,
            make: Make::default(),
            arrangement: 0,
            ground: None,
            guides: Default::default(),
            elements,
        }));
    }
    show.committees = Arc::new(vec![unit]);
    show.order = Arc::new(show.boards.iter().map(|board| board.id).collect());
    show
}

/// As `exhibition`, with a group and guides on the first board.
pub(super) fn two_boards() -> Exhibition {
    let mut show = exhibition();
    let board = Arc::make_mut(&mut show.boards[0]);
    board.guides.upright.push(300.0);
    for element in board.elements.iter_mut().take(2) {
        Arc::make_mut(element).group = Some(5);
    }
    show
}

pub(super) struct Window {
    pub(super) harness: Harness<'static, Shell>,
    _folder: tempfile::TempDir,
}

pub(super) fn open(exhibition: Exhibition, lang: Lang, points: [f32; 2]) -> Window {
    open_with(exhibition, lang, points, |_| {})
}

pub(super) fn open_with(exhibition: Exhibition, lang: Lang, points: [f32; 2], prepare: impl FnOnce(&Opened)) -> Window {
    let (opened, folder) = saved(exhibition);
    prepare(&opened);
    let settings = Settings {
        lang,
        workspace: Workspace::Board,
        ..Settings::default()
    };
    let shell = Shell::on(home(), opened, settings);
    let fonts = home().fonts.clone();
    let harness = Harness::builder()
        .with_size(points)
        // A short step, so that a few of them are less than the pause after which typing goes to the board.
        .with_step_dt(0.02)
        .with_context_setup(move |ctx| theme::install(ctx, &fonts))
        .build_ui_state(|ui, shell: &mut Shell| shell.frame(ui), shell);
    let mut window = Window {
        harness,
        _folder: folder,
    };
    window.settle();
    window
}

pub(super) fn usual() -> Window {
    open(exhibition(), Lang::Hans, [1440.0, 900.0])
}

/// With one more element on the first board, in its middle.
pub(super) fn with(kind: ElementKind) -> Window {
    let mut show = exhibition();
    let board = Arc::make_mut(&mut show.boards[0]);
    board.elements.push(Arc::new(Element {
        slot: None,
        area: Area::ByHand {
            rect: zhanban::geom::rect(300.0, 500.0, 300.0, 200.0),
            angle: 0.0,
        },
        kind,
        ..Element::clone(&text("emblem", "9", ""))
    }));
    open(show, Lang::Hans, [1440.0, 900.0])
}

/// The first board shows this photo in its place.
pub(super) fn with_photo(name: &str, bytes: &[u8]) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let facts = Library::open(folder.path()).add_bytes(name, bytes).unwrap();
    let mut show = exhibition();
    let board = show.boards[0].clone();
    let element = board.in_slot("photo.1").unwrap();
    let shown = Element {
        kind: ElementKind::Photo(PhotoElement {
            photo: Some(facts.digest),
            ..PhotoElement::default()
        }),
        ..Element::clone(element)
    };
    show.boards[0] = Arc::new(board.with_element(Arc::new(shown)));
    show.photos = Arc::new(BTreeMap::from([(facts.digest, Arc::new(facts))]));
    open_with(show, Lang::Hans, [1440.0, 2200.0], |opened| {
        opened.project.library().add_bytes(name, bytes).unwrap();
    })
}

impl Window {
    pub(super) fn settle(&mut self) {
        self.harness.run_steps(5);
    }

    /// As long as arrow keys and typing wait for more.
    pub(super) fn rest(&mut self) {
        self.harness.run_steps(60);
    }

    pub(super) fn show(&self) -> &Exhibition {
        self.harness.state().exhibition().unwrap()
    }

    /// What the next start finds on the disk. Saving is on a thread, and a busy disk takes its time: it is looked at again
    /// until it is what the window shows, a minute at most.
    pub(super) fn saved_again(&self) -> Exhibition {
        let start = std::time::Instant::now();
        loop {
            let found = self.on_disk();
            let is_late = start.elapsed() > std::time::Duration::from_secs(60);
            match found {
                Some(found) if is_late || found == *self.show() => return found,
                None if is_late => panic!("what lies on the disk cannot be opened"),
                _ => std::thread::sleep(std::time::Duration::from_millis(50)),
            }
        }
    }

    /// A copy is opened, since the window holds the folder; one that was taken in the middle of a write is none.
    fn on_disk(&self) -> Option<Exhibition> {
        let folder = self._folder.path().join("show.zhanban");
        let copy = tempfile::tempdir().unwrap();
        let target = copy.path().join("show.zhanban");
        std::fs::create_dir(&target).unwrap();
        for file in std::fs::read_dir(&folder).unwrap() {
            let file = file.unwrap();
            if file.file_type().unwrap().is_file() && file.file_name() != "lock" {
                std::fs::copy(file.path(), target.join(file.file_name())).ok()?;
            }
        }
        Project::open(&target).ok().map(|opened| opened.exhibition)
    }

    pub(super) fn board(&self) -> Arc<Board> {
        let board = self.harness.state().session().board.unwrap();
        self.show().board(board).unwrap().clone()
    }

    pub(super) fn chosen(&self) -> Option<ElementId> {
        self.harness.state().session().element
    }

    pub(super) fn slot(&self, slot: &str) -> Arc<Element> {
        self.board().in_slot(slot).unwrap().clone()
    }

    pub(super) fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    pub(super) fn click(&mut self, label: &str) {
        super::click(&mut self.harness, label);
        self.settle();
    }

    pub(super) fn wait(&mut self, what: &str, is_there: impl Fn(&Window) -> bool) {
        super::until(what, || {
            self.harness.step();
            is_there(self)
        });
        self.settle();
    }

    pub(super) fn open_second(&mut self) {
        self.harness.get_by_label_contains("002 石桥还在").click();
        self.settle();
    }

    pub(super) fn has(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    /// The field of this name, not the word above it.
    pub(super) fn field<'a>(&'a self, label: &'a str) -> egui_kittest::Node<'a> {
        let mut all = self.harness.get_all_by_label(label);
        let is_field = |node: &egui_kittest::Node<'_>| {
            use egui::accesskit::Role;
            matches!(node.accesskit_node().role(), Role::TextInput | Role::MultilineTextInput)
        };
        all.find(is_field).unwrap()
    }

    pub(super) fn rewrite(&mut self, label: &str, text: &str) {
        self.field(label).focus();
        self.settle();
        self.key(ctrl(), Key::A);
        self.field(label).type_text(text);
        self.settle();
    }
}

pub(super) fn ctrl() -> Modifiers {
    Modifiers::COMMAND | Modifiers::CTRL
}

pub(super) fn source(element: &Element) -> String {
    element.texts()[0].source.to_plain()
}

fn area(element: &Element) -> (f64, f64) {
    match element.area {
        Area::ByHand { rect, .. } => (rect.x, rect.y),
        Area::Slot => panic!("nobody has moved it"),
    }
}

pub(super) const TITLE: &str = "标题 水到上坪村";

#[test]
fn a_board_opens_from_the_list_and_what_is_clicked_is_chosen() {
    let mut window = usual();
    let second = window.show().order[1];
    window.open_second();
    assert_eq!(window.harness.state().session().board, Some(second));
    window.click("标题 石桥还在");
    assert_eq!(window.chosen(), Some(window.slot("title").id));
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(window.chosen(), None);
}

#[test]
fn tab_goes_through_the_elements_in_reading_order_and_back() {
    let mut window = usual();
    window.click(TITLE);
    let title = window.slot("title").id;
    window.key(Modifiers::NONE, Key::Tab);
    let next = window.chosen();
    assert!(next.is_some() && next != Some(title));
    window.key(Modifiers::SHIFT, Key::Tab);
    assert_eq!(window.chosen(), Some(title));
}

#[test]
fn arrow_keys_in_a_row_are_one_step_and_undo_takes_all_of_them_back() {
    let mut window = usual();
    window.click(TITLE);
    window.key(Modifiers::NONE, Key::ArrowRight);
    let (x, y) = area(&window.slot("title"));
    for _ in 0..3 {
        window.key(Modifiers::NONE, Key::ArrowRight);
    }
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    let (after_x, after_y) = area(&window.slot("title"));
    assert!((after_x - x - 3.0).abs() < 1e-6 && (after_y - y - 10.0).abs() < 1e-6);
    window.rest();
    window.key(ctrl(), Key::Z);
    assert_eq!(window.slot("title").area, Area::Slot);
    window.key(ctrl() | Modifiers::SHIFT, Key::Z);
    assert_eq!(area(&window.slot("title")), (after_x, after_y));
}

#[test]
fn a_drag_moves_by_what_the_hand_moved_and_escape_puts_it_back() {
    let mut window = usual();
    let from = window.harness.get_by_label(TITLE).rect().center();
    let pull = |window: &mut Window, to: egui::Vec2| {
        window.harness.event(egui::Event::PointerMoved(from));
        window.harness.event(egui::Event::PointerButton {
            pos: from,
            button: egui::PointerButton::Primary,
            pressed: true,
            modifiers: Modifiers::NONE,
        });
        window.harness.run_steps(2);
        for part in [0.3, 0.7, 1.0] {
            window.harness.event(egui::Event::PointerMoved(from + to * part));
            window.harness.run_steps(2);
        }
    };
    let release = |window: &mut Window| {
        window.harness.event(egui::Event::PointerButton {
            pos: from,
            button: egui::PointerButton::Primary,
            pressed: false,
            modifiers: Modifiers::NONE,
        });
        window.settle();
    };
    pull(&mut window, vec2(60.0, 90.0));
    assert_ne!(window.slot("title").area, Area::Slot);
    window.key(Modifiers::NONE, Key::Escape);
    release(&mut window);
    assert_eq!(window.slot("title").area, Area::Slot);
    pull(&mut window, vec2(60.0, 90.0));
    release(&mut window);
    assert_ne!(window.slot("title").area, Area::Slot);
    window.key(ctrl(), Key::Z);
    assert_eq!(window.slot("title").area, Area::Slot);
}

#[test]
fn what_is_written_reaches_the_board_after_a_pause_and_the_other_script_follows() {
    let mut window = usual();
    window.click(TITLE);
    window.rewrite("文字 简体", "云岭的水车");
    assert_eq!(source(&window.slot("title")), "水到上坪村");
    window.rest();
    assert_eq!(source(&window.slot("title")), "云岭的水车");
    assert!(window.has("文字 繁体 雲嶺的水車"));
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(source(&window.slot("title")), "水到上坪村", "Esc leaves it as it was");
}

#[test]
fn half_a_composition_never_reaches_the_board() {
    let mut window = usual();
    window.click(TITLE);
    window.harness.get_by_label("文字 简体").focus();
    window.settle();
    window.harness.event(egui::Event::Ime(egui::ImeEvent::Preedit {
        text: "shui".into(),
        active_range_chars: None,
    }));
    window.rest();
    assert_eq!(source(&window.slot("title")), "水到上坪村");
    window
        .harness
        .event(egui::Event::Ime(egui::ImeEvent::Commit("谁".into())));
    window.rest();
    assert!(source(&window.slot("title")).contains('谁'));
    assert!(!source(&window.slot("title")).contains("shui"));
}

#[test]
fn typed_text_is_kept_when_another_board_is_opened_at_once() {
    let mut window = usual();
    window.click(TITLE);
    let first = window.board().id;
    window.rewrite("文字 简体", "新的一行");
    window.open_second();
    let board = window.show().board(first).unwrap();
    assert_eq!(source(board.in_slot("title").unwrap()), "新的一行");
}

#[test]
fn an_open_character_is_settled_by_a_click_and_opened_again_by_undo() {
    let mut window = usual();
    window.key(Modifiers::NONE, Key::F8);
    assert_eq!(window.chosen(), Some(window.slot("body").id));
    window.click("“后”存疑");
    window.click("用 后");
    let picks = |window: &Window| {
        let body = window.slot("body");
        let marks = &body.texts()[0].source.paras[0].marks;
        marks
            .iter()
            .filter(|mark| mark.kind == MarkKind::Pick("后".into()))
            .count()
    };
    assert_eq!(picks(&window), 1);
    assert!(!window.has("“后”存疑") && window.has("已选定 后"));
    window.key(ctrl(), Key::Z);
    assert_eq!(picks(&window), 0);
    assert!(window.has("“后”存疑"));
}

#[test]
fn a_text_is_rewritten_by_itself_and_follows_its_source_again() {
    let mut window = usual();
    window.click(TITLE);
    window.click("单独改写");
    assert!(matches!(
        window.slot("title").texts()[0].other,
        OtherScript::Kept { .. }
    ));
    window.click("改回随原文");
    assert!(matches!(window.slot("title").texts()[0].other, OtherScript::Derived));
}

#[test]
fn emphasis_dots_go_on_a_text_and_off_again() {
    let mut window = usual();
    window.open_second();
    window.click("标题 石桥还在");
    let marks = |window: &Window| window.slot("title").texts()[0].source.paras[0].marks.clone();
    window.click("着重号");
    assert_eq!(marks(&window).len(), 1);
    assert_eq!(marks(&window)[0].kind, MarkKind::EmphasisDots);
    assert_eq!(marks(&window)[0].range, 0.."石桥还在".len());
    window.click("着重号");
    assert!(marks(&window).is_empty());
}

#[test]
fn deleting_duplicating_and_adding_are_steps_of_their_own() {
    let mut window = usual();
    window.click(TITLE);
    window.key(Modifiers::NONE, Key::Delete);
    assert!(window.board().in_slot("title").is_none() && window.chosen().is_none());
    window.key(ctrl(), Key::Z);
    assert!(window.board().in_slot("title").is_some());
    window.click(TITLE);
    window.key(ctrl(), Key::D);
    assert_eq!(window.board().elements.len(), 4);
    assert_ne!(window.chosen(), Some(window.slot("title").id));
    window.key(ctrl(), Key::Z);
    assert_eq!(window.board().elements.len(), 3);
    window.key(Modifiers::NONE, Key::T);
    assert_eq!(window.board().elements.len(), 4);
    assert_eq!(invariants(window.show()), Vec::<String>::new());
}

#[test]
fn a_locked_element_stays_where_it_is() {
    let mut window = usual();
    window.click(TITLE);
    window.key(ctrl(), Key::L);
    assert!(window.slot("title").is_locked);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::NONE, Key::Delete);
    assert_eq!(window.slot("title").area, Area::Slot);
}

#[test]
fn positions_are_typed_as_sums() {
    let mut window = usual();
    window.click(TITLE);
    window.rewrite("左", "120/2+5");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(area(&window.slot("title")).0, 65.0);
}

#[test]
fn zooming_in_and_fitting_again_shows_the_whole_board() {
    let mut window = usual();
    let zoom = |window: &Window| window.harness.state().session().zoom.unwrap();
    let fitted = zoom(&window);
    window.key(ctrl(), Key::Equals);
    assert!(zoom(&window) > fitted * 1.2);
    window.key(ctrl(), Key::Num9);
    assert!((zoom(&window) - 100.0).abs() < 0.01);
    window.key(ctrl(), Key::Num0);
    assert_eq!(zoom(&window), fitted);
}

#[test]
fn the_board_is_looked_at_as_a_printer_would_and_nothing_of_it_changes() {
    let mut window = usual();
    let before = window.board();
    let button = "怎么看：屏幕、印刷、墨量";
    window.click(button);
    for (choice, meaning) in [
        ("墨量", Some("越深墨越多；红处超过 300 %")),
        ("印不出的颜色", Some("洋红处的颜色印不出，会变暗淡")),
        ("屏幕颜色", None),
    ] {
        window.click(choice);
        assert!(!window.has(choice), "the menu closes");
        if let Some(meaning) = meaning {
            assert!(window.has(meaning));
        }
        window.click(button);
        let radio = window.harness.get_by_label(choice);
        assert_eq!(
            radio.accesskit_node().toggled(),
            Some(egui::accesskit::Toggled::True),
            "{choice}"
        );
    }
    assert!(!window.has("越深墨越多；红处超过 300 %"));
    assert!(Arc::ptr_eq(&before, &window.board()));
}

#[test]
fn the_board_itself_is_changed_while_nothing_is_chosen() {
    let mut window = usual();
    window.rewrite("编号", "QH002");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.board().code, "QH001", "a taken code is refused");
    window.rewrite("编号", "A7");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.board().code, "A7");
    window.rewrite("材料", "KT 板");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.board().make.material, "KT 板");
}

#[test]
fn all_texts_and_layers_are_listed_and_lead_to_their_place() {
    let mut window = usual();
    window.click("图层");
    window.click("图层 正文 他姓后，清水河上游三公里，石板路修到了桥头。");
    assert_eq!(window.chosen(), Some(window.slot("body").id));
    let tabs = window.harness.get_all_by_label("文字");
    tabs.into_iter()
        .max_by(|one, other| one.rect().left().total_cmp(&other.rect().left()))
        .unwrap()
        .click();
    window.settle();
    assert!(window.has("标题 简体") && window.has("正文 简体"));
}

#[test]
fn small_windows_every_language_and_empty_shows_do_not_break() {
    for lang in Lang::ALL {
        let mut window = open(exhibition(), lang, [1120.0, 640.0]);
        window.key(ctrl(), Key::Equals);
        window.key(Modifiers::NONE, Key::Tab);
        window.key(ctrl(), Key::Semicolon);
        let mut empty = exhibition();
        empty.boards.clear();
        empty.order = Arc::default();
        let mut window = open(empty, lang, [1120.0, 640.0]);
        for key in [Key::Delete, Key::T, Key::F8, Key::ArrowUp, Key::Escape] {
            window.key(Modifiers::NONE, key);
        }
        assert!(window.show().boards.is_empty());
        let mut blank = exhibition();
        for board in &mut blank.boards {
            Arc::make_mut(board).elements.clear();
        }
        open(blank, lang, [1120.0, 640.0]).key(ctrl(), Key::A);
    }
}

#[test]
fn a_part_of_a_text_is_chosen_and_takes_a_look_and_a_reading() {
    let mut window = usual();
    window.click(TITLE);
    window.field("文字 简体").focus();
    window.settle();
    window.key(ctrl(), Key::Home);
    window.key(Modifiers::SHIFT, Key::ArrowRight);
    window.key(Modifiers::SHIFT, Key::ArrowRight);
    assert!(window.has("所选文字：水到"));
    window.click("加粗");
    let marks = |window: &Window| window.slot("title").texts()[0].source.paras[0].marks.clone();
    let bold = Mark {
        range: 0..6,
        kind: MarkKind::Weight(700),
    };
    assert_eq!(marks(&window), std::slice::from_ref(&bold));
    assert!(window.has("所选文字：水到"), "the words stay chosen");
    window.rewrite("注音", "shui dao");
    window.key(Modifiers::NONE, Key::Enter);
    let read = Mark {
        range: 0..6,
        kind: MarkKind::Ruby("shui dao".into()),
    };
    assert_eq!(marks(&window), [bold.clone(), read]);
    window.rest();
    window.key(ctrl(), Key::Z);
    assert_eq!(marks(&window), [bold]);
}

#[test]
fn words_chosen_in_a_text_that_was_rewritten_meanwhile_give_way_to_all_of_it() {
    let rewritten = |text: &str| TwoScript::new(Script::Hans, text);
    // field | the text that comes meanwhile | what is chosen then, in bytes of the source
    for (field, becomes, chosen) in [
        ("文字 简体", rewritten("石桥还在村口"), 0..18),
        ("文字 简体", rewritten("水"), 0..3),
        ("文字 繁体", rewritten("水到上坪村"), 0..15),
        ("文字 简体", rewritten("水到了上坪村"), 0..6),
    ] {
        let mut window = usual();
        window.click(TITLE);
        if field == "文字 繁体" {
            window.click("单独改写");
        }
        window.field(field).focus();
        window.settle();
        window.key(ctrl(), Key::Home);
        window.key(Modifiers::SHIFT, Key::ArrowRight);
        window.key(Modifiers::SHIFT, Key::ArrowRight);
        window.field("注音").focus();
        window.settle();
        assert!(window.has("所选文字：水到"), "they stay chosen without the keyboard");
        let command = Command::SetKind {
            board: window.board().id,
            element: window.slot("title").id,
            kind: ElementKind::Text(TextElement {
                style: None,
                text: becomes.clone(),
            }),
        };
        assert!(window.harness.state_mut().execute(&command));
        window.settle();
        window.click("加粗");
        let marks = window.slot("title").texts()[0].source.paras[0].marks.clone();
        let bold = Mark {
            range: chosen,
            kind: MarkKind::Weight(700),
        };
        assert_eq!(marks, [bold], "{field} {}", becomes.source.to_plain());
    }
}

#[test]
fn what_was_just_typed_is_not_lost_to_the_button_clicked_next() {
    let mut window = usual();
    window.click(TITLE);
    window.rewrite("文字 简体", "渠水到了");
    window.click("加粗");
    assert_eq!(source(&window.slot("title")), "渠水到了");
    assert_eq!(window.slot("title").texts()[0].source.paras[0].marks.len(), 1);
}

#[test]
fn a_place_takes_one_script_or_both() {
    let mut window = usual();
    window.click(TITLE);
    let role = egui::accesskit::Role::ComboBox;
    window.harness.get_by_role_and_label(role, "用字").click();
    window.settle();
    window.click("两种上下排");
    assert_eq!(window.slot("title").scripts, Some(Scripts::Stacked));
    window.key(ctrl(), Key::Z);
    assert_eq!(window.slot("title").scripts, None);
}
