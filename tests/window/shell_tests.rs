//! Overview, review, print, chrome: a small show in a temporary folder, driven by label.

use super::{home, saved};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::collections::BTreeMap;
use std::sync::Arc;
use zhanban::app::session::{Settings, ThemeChoice, Workspace};
use zhanban::app::{Shell, help, theme};
use zhanban::base::Lang;
use zhanban::geom::size;
use zhanban::model::*;
use zhanban::script::{Region, Script};
use zhanban::store::Project;

/// Two units, three boards: draft, submitted, approved.
pub(super) fn exhibition() -> Exhibition {
    let two = |hans: &str, hant: &str| TwoName {
        hans: hans.into(),
        hant: hant.into(),
    };
    let mut show = Exhibition::new(two("水土青禾", "水土青禾"), Region::Mainland);
    let units = [("柳溪镇", "柳溪鎮"), ("石鼓镇", "石鼓鎮")].map(|(hans, hant)| Committee {
        id: CommitteeId::random(),
        name: two(hans, hant),
    });
    let template = home().templates[0].clone();
    let reference = TemplateRef {
        name: template.name.clone(),
        version: template.version(),
    };
    show.templates = Arc::new(BTreeMap::from([(reference.clone(), template)]));
    let boards = [
        ("QH001", "水到上坪村", &units[0], BoardState::Draft),
        ("QH002", "石桥还在", &units[0], BoardState::Submitted),
        ("QH003", "湖的一天", &units[1], BoardState::Approved),
    ];
    let mut states = BTreeMap::new();
    let mut order = Vec::new();
    for (code, title, unit, state) in boards {
        let board = Board {
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
            elements: vec![
                text("title", "1", title),
                text("body", "2", "清水河上游三公里，石板路修到了桥头。"),
            ],
        };
        states.insert(board.id, state);
        order.push(board.id);
        show.boards.push(Arc::new(board));
    }
    show.committees = Arc::new(units.to_vec());
    show.states = Arc::new(states);
    show.order = Arc::new(order);
    show
}

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

/// A window and the folder its show lies in.
pub(super) struct Window {
    pub(super) harness: Harness<'static, Shell>,
    folder: tempfile::TempDir,
}

pub(super) fn open(workspace: Workspace, lang: Lang, theme_choice: ThemeChoice) -> Window {
    open_as(exhibition(), workspace, lang, theme_choice)
}

pub(super) fn open_show(show: Exhibition, workspace: Workspace, lang: Lang) -> Window {
    open_as(show, workspace, lang, ThemeChoice::Light)
}

fn open_as(show: Exhibition, workspace: Workspace, lang: Lang, theme_choice: ThemeChoice) -> Window {
    let (opened, folder) = saved(show);
    let settings = Settings {
        lang,
        workspace,
        theme: theme_choice,
        ..Settings::default()
    };
    let shell = Shell::on(home(), opened, settings);
    let fonts = home().fonts.clone();
    let harness = Harness::builder()
        .with_size([1440.0, 900.0])
        .with_context_setup(move |ctx| theme::install(ctx, &fonts))
        .build_ui_state(|ui, shell: &mut Shell| shell.frame(ui), shell);
    let mut window = Window { harness, folder };
    window.settle();
    window
}

impl Window {
    pub(super) fn of(harness: Harness<'static, Shell>, folder: tempfile::TempDir) -> Window {
        Window { harness, folder }
    }

    /// What somebody finds who opens the same folder now.
    pub(super) fn on_disk(&self) -> Exhibition {
        let folder = self.folder.path().join("show.zhanban");
        zhanban::store::Project::open(&folder).unwrap().exhibition
    }

    /// A few frames: a click, its effect, what follows from it. Checks and pictures on other threads are not waited for.
    pub(super) fn settle(&mut self) {
        self.harness.run_steps(4);
    }

    pub(super) fn click(&mut self, label: &str) {
        super::click(&mut self.harness, label);
        self.settle();
    }

    pub(super) fn has(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    pub(super) fn has_part(&self, part: &str) -> bool {
        self.harness.query_all_by_label_contains(part).next().is_some()
    }

    pub(super) fn show(&self) -> &Exhibition {
        self.harness.state().exhibition().unwrap()
    }

    /// All of a field typed anew.
    pub(super) fn retype(&mut self, label: &str, text: &str) {
        self.harness.get_by_label(label).focus();
        self.settle();
        self.key(ctrl(), egui::Key::A);
        self.harness.get_by_label(label).type_text(text);
        self.settle();
        self.key(egui::Modifiers::NONE, egui::Key::Enter);
    }

    pub(super) fn key(&mut self, modifiers: egui::Modifiers, key: egui::Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }
}

pub(super) fn ctrl() -> egui::Modifiers {
    egui::Modifiers::COMMAND | egui::Modifiers::CTRL
}

#[test]
fn every_workspace_shows_in_every_language_and_both_themes() {
    for lang in Lang::ALL {
        for theme_choice in [ThemeChoice::Light, ThemeChoice::Dark] {
            let mut window = open(Workspace::Overview, lang, theme_choice);
            for label in [
                ["展板", "展板", "Board"],
                ["广场", "廣場", "Plaza"],
                ["审阅", "審閱", "Review"],
                ["印制", "印製", "Print"],
                ["总览", "總覽", "Overview"],
            ] {
                let label = lang.of(label);
                let tabs = window.harness.get_all_by_label(label);
                tabs.into_iter()
                    .min_by(|one, other| one.rect().left().total_cmp(&other.rect().left()))
                    .unwrap()
                    .click();
                window.settle();
            }
            assert_eq!(window.harness.state().session().workspace, Workspace::Overview);
            assert!(window.has(lang.of(["各单位进度", "各單位進度", "Progress by unit"])));
        }
    }
}

#[test]
fn a_search_finds_titles_texts_and_units_in_either_script() {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    for (typed, found) in [
        ("湖的", vec!["003"]),
        ("QH002", vec!["002"]),
        ("石橋", vec!["002"]),
        ("石鼓", vec!["003"]),
        ("清水 桥头", vec!["001", "002", "003"]),
        ("没有这个", vec![]),
    ] {
        let field = window.harness.get_by_label("找展板、单位、文字");
        field.focus();
        window.settle();
        window.harness.get_by_label("找展板、单位、文字").type_text(typed);
        window.settle();
        for number in ["001", "002", "003"] {
            let is_shown = window.has_part(&format!("{number} "));
            assert_eq!(is_shown, found.contains(&number), "{typed}: {number}");
        }
        window.key(egui::Modifiers::NONE, egui::Key::Escape);
    }
    assert!(window.has_part("001 水到上坪村"));
}

#[test]
fn a_unit_is_renamed_and_its_traditional_name_follows_in_one_step() {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    window.harness.get_all_by_label("单位").next().unwrap().click();
    window.settle();
    window.retype("简体名称 1", "云岭乡");
    let name = window.show().committees[0].name.clone();
    assert_eq!((name.hans.as_str(), name.hant.as_str()), ("云岭乡", "雲嶺鄉"));
    window.key(ctrl(), egui::Key::Z);
    assert_eq!(window.show().committees[0].name.hans, "柳溪镇");

    window.retype("繁体名称 2", "石鼓老鎮");
    window.retype("简体名称 2", "石鼓新镇");
    let name = window.show().committees[1].name.clone();
    assert_eq!((name.hans.as_str(), name.hant.as_str()), ("石鼓新镇", "石鼓老鎮"));
}

#[test]
fn a_half_typed_name_never_reaches_the_show_and_escape_drops_it() {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    window.harness.get_all_by_label("单位").next().unwrap().click();
    window.settle();
    window.harness.get_by_label("简体名称 1").focus();
    window.settle();
    let compose = |text: &str| {
        egui::Event::Ime(egui::ImeEvent::Preedit {
            text: text.into(),
            active_range_chars: None,
        })
    };
    window.harness.event(compose("yun ling"));
    window.settle();
    assert_eq!(window.show().committees[0].name.hans, "柳溪镇");
    window
        .harness
        .event(egui::Event::Ime(egui::ImeEvent::Commit("云岭".into())));
    window.settle();
    assert_eq!(window.show().committees[0].name.hans, "柳溪镇");
    window.key(egui::Modifiers::NONE, egui::Key::Escape);
    window.settle();
    assert_eq!(window.show().committees[0].name.hans, "柳溪镇");
    assert!(!window.harness.state().session().search.contains("云岭"));
}

#[test]
fn a_state_changes_only_where_allowed_and_undo_takes_it_back() {
    let mut window = open(Workspace::Review, Lang::Hans, ThemeChoice::Light);
    let board = window.show().order[1];
    // What waits is chosen by itself: the submitted one.
    assert_eq!(window.harness.state().session().board, Some(board));
    assert!(!window.has("通过　P"), "a submitted board is not approved unread");
    window.click("开始审阅");
    assert_eq!(window.show().state(board), BoardState::InReview);
    window.key(egui::Modifiers::NONE, egui::Key::P);
    assert_eq!(window.show().state(board), BoardState::Approved);
    window.key(ctrl(), egui::Key::Z);
    assert_eq!(window.show().state(board), BoardState::InReview);
    window.key(ctrl(), egui::Key::Z);
    assert_eq!(window.show().state(board), BoardState::Submitted);
    window.key(ctrl() | egui::Modifiers::SHIFT, egui::Key::Z);
    assert_eq!(window.show().state(board), BoardState::InReview);
}

#[test]
fn a_board_is_added_deleted_after_a_question_and_brought_back() {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    window.key(ctrl(), egui::Key::N);
    super::until("水墨 · 故事板", || {
        window.harness.step();
        window.has("水墨 · 故事板")
    });
    window.click("建好，开始编辑");
    assert_eq!(window.show().order.len(), 4);
    let board = window.harness.state().session().board.unwrap();
    assert_eq!(window.show().board(board).unwrap().code, "QH004");
    assert_eq!(window.harness.state().session().workspace, Workspace::Board);
    assert_eq!(invariants(window.show()), Vec::<String>::new());

    window.key(ctrl(), egui::Key::Num1);
    window.key(ctrl(), egui::Key::Backspace);
    assert_eq!(window.show().order.len(), 4, "nothing goes before the answer");
    window.click("再看看");
    assert_eq!(window.show().order.len(), 4);
    window.key(ctrl(), egui::Key::Backspace);
    window.click("删除");
    assert_eq!(window.show().order.len(), 3);
    window.key(ctrl(), egui::Key::Z);
    assert_eq!(window.show().order.len(), 4);
}

#[test]
fn a_matrix_cell_filters_the_cards() {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    window.click("柳溪镇 待审 1");
    assert!(window.has_part("002 石桥还在"));
    assert!(!window.has_part("001 水到上坪村") && !window.has_part("003 湖的一天"));
    window.click("全部 3");
    assert!(window.has_part("001 水到上坪村"));
}

#[test]
fn the_ledger_sorts_by_what_is_clicked() {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    window.click("台账");
    let top = |window: &Window, part: &str| {
        let found = window.harness.query_all_by_label_contains(part).next();
        found.unwrap().rect().top()
    };
    assert!(top(&window, "001 水到上坪村") < top(&window, "003 湖的一天"));
    window.click("号");
    assert!(top(&window, "001 水到上坪村") > top(&window, "003 湖的一天"));
}

#[test]
fn the_palette_finds_a_text_and_opens_its_board() {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    window.key(ctrl(), egui::Key::K);
    window.harness.get_by_label("命令与查找").type_text("湖的一天");
    window.settle();
    window.key(egui::Modifiers::NONE, egui::Key::Enter);
    assert_eq!(window.harness.state().session().workspace, Workspace::Board);
    assert_eq!(window.harness.state().session().board, Some(window.show().order[2]));
}

#[test]
fn the_language_changes_at_once_and_for_everything() {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    window.click("设置");
    window.click("English");
    assert!(window.has("Progress by unit") && !window.has("各单位进度"));
}

#[test]
fn without_a_display_the_window_says_so_at_once() {
    if std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some() {
        println!("skipped: there is a display");
        return;
    }
    let error = zhanban::app::run(zhanban::app::Options::default()).unwrap_err();
    assert!(matches!(error, zhanban::app::WindowError::NoDisplay));
}

#[test]
fn the_exhibition_is_renamed_takes_hong_kong_forms_and_undo_brings_both_back() {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    window.click("菜单");
    window.click("展览设置");
    // Behind the heading that says the same.
    let named = "简体名称";
    window.harness.get_all_by_label(named).last().unwrap().focus();
    window.settle();
    window
        .harness
        .get_all_by_label(named)
        .last()
        .unwrap()
        .type_text("的里程");
    window.settle();
    window.click("香港");
    window.click("好");
    let show = window.show().show.clone();
    assert_eq!(
        (&*show.title.hans, &*show.title.hant),
        ("水土青禾的里程", "水土青禾的里程")
    );
    assert_eq!(show.region, Region::HongKong);
    window.key(ctrl(), egui::Key::Z);
    let show = window.show().show.clone();
    assert_eq!((&*show.title.hans, show.region), ("水土青禾", Region::Mainland));
}

/// As `Window::retype`; a heading says the same.
fn retype(window: &mut Window, label: &str, text: &str) {
    window.harness.get_all_by_label(label).last().unwrap().focus();
    window.settle();
    window.key(ctrl(), egui::Key::A);
    window.harness.get_all_by_label(label).last().unwrap().type_text(text);
    window.settle();
    window.key(egui::Modifiers::NONE, egui::Key::Enter);
}

#[test]
fn days_and_place_are_set_seen_and_kept_and_a_last_day_before_the_first_is_refused() {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    let before = window.show().show.clone();
    let day = |text: &str| zhanban::base::Day::parse(text).unwrap();
    window.click("菜单");
    window.click("展览设置");
    retype(&mut window, "展出地点（简体）", "县文化广场");
    retype(&mut window, "开展日期", "2020年5月1日");
    retype(&mut window, "闭展日期", "2020-04-01");
    window.click("好");
    assert_eq!(window.show().show, before, "it is refused");
    window.click("菜单");
    window.click("展览设置");
    retype(&mut window, "展出地点（简体）", "县文化广场");
    retype(&mut window, "开展日期", "2020年5月1日");
    retype(&mut window, "闭展日期", "2020-05-10");
    window.harness.get_all_by_label("繁体").last().unwrap().click();
    window.settle();
    window.click("好");
    let show = window.show().show.clone();
    assert_eq!((&*show.place.hans, &*show.place.hant), ("县文化广场", "縣文化廣場"));
    assert_eq!(
        (show.opens, show.closes),
        (Some(day("2020-05-01")), Some(day("2020-05-10")))
    );
    assert_eq!(show.usual_script, Some(zhanban::script::Script::Hant));
    assert!(window.harness.query_by_label("已于 2020-05-10 闭展").is_some());
    window.key(ctrl(), egui::Key::Z);
    assert_eq!(window.show().show, before);
}

#[test]
fn a_new_exhibition_is_made_where_its_folder_is_wanted_and_opens() {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    window.key(ctrl() | egui::Modifiers::SHIFT, egui::Key::N);
    window
        .harness
        .get_all_by_label("简体名称")
        .last()
        .unwrap()
        .type_text("云开见山");
    window.settle();
    window.click("选文件夹…");
    // Beside the open one, unless another place is chosen.
    window.click("好");
    let begin = std::time::Instant::now();
    while window.show().boards.len() == 3 && begin.elapsed().as_secs() < 20 {
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.settle();
    }
    let title = window.show().show.title.clone();
    assert_eq!((&*title.hans, &*title.hant), ("云开见山", "雲開見山"));
    let folder = window.folder.path().join("云开见山.zhanban");
    // The window has it open until it closes.
    drop(window.harness);
    assert_eq!(Project::open(&folder).unwrap().exhibition.show.title, title);
}

#[test]
fn the_first_start_asks_who_sits_here_beside_the_work_and_once() {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    assert!(!window.has("先认识一下"));
    window.harness.state_mut().welcomes = true;
    window.settle();
    assert!(window.has("先认识一下"));
    // The work goes on beside it.
    window.click("展板");
    assert!(window.has("先认识一下"));
    window.click("English");
    window.retype("Your unit", "Willow Creek");
    window.click("Done");
    assert!(!window.has("Hello"));
    let settings = &window.harness.state().session().settings;
    assert_eq!((settings.unit.as_str(), settings.is_settled), ("Willow Creek", true));
    // From now on the top bar says who that is, and opens what was said.
    window.click("Willow Creek");
    window.click("简体中文");
    assert_eq!(window.harness.state().session().settings.lang, Lang::Hans);
}

#[test]
fn f1_opens_the_page_of_the_workspace_and_every_page_can_be_read() {
    for lang in [Lang::Hans, Lang::Hant, Lang::En] {
        let mut window = open(Workspace::Plaza, lang, ThemeChoice::Light);
        let pages = help::pages(&String::from_utf8(home().help_file("help.yaml").unwrap()).unwrap()).unwrap();
        window.key(egui::Modifiers::NONE, egui::Key::F1);
        let plaza = pages.iter().find(|page| page.at.as_deref() == Some("plaza")).unwrap();
        assert!(window.has(&plaza.lead[lang as usize]), "{lang:?}");
        for page in &pages {
            window.click(["全部题目", "全部題目", "All pages"][lang as usize]);
            window.click(&page.title[lang as usize]);
            for step in &page.steps {
                let place = window.harness.get_by_label(&step[lang as usize]).rect();
                assert!(
                    place.left() >= 1440.0 - help::WIDTH && place.right() <= 1440.0,
                    "{step:?} {place:?}"
                );
            }
        }
        window.click(["全部题目", "全部題目", "All pages"][lang as usize]);
        window.click(["快捷键", "快速鍵", "Keys"][lang as usize]);
        window.key(egui::Modifiers::NONE, egui::Key::F1);
        assert!(!window.has(&plaza.lead[lang as usize]));
    }
}
