//! The form in which installed fonts are named, and the question before an export without them.

use super::shell_tests::exhibition;
use super::{home, saved};
use crate::fonts::forge::{self, Wish};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::time::{Duration, Instant};
use zhanban::app::session::{Settings, Workspace};
use zhanban::app::view::Message;
use zhanban::app::{Ask, Shell, theme};
use zhanban::base::{Digest, FontSlot, Lang, NamedFont};
use zhanban::model::{Command, Document, Exhibition};
use zhanban::store::FontPlaces;

struct Window {
    harness: Harness<'static, Shell>,
    folder: tempfile::TempDir,
}

fn open(lang: Lang, workspace: Workspace, exhibition: Exhibition) -> Window {
    let (opened, folder) = saved(exhibition);
    let mut home = home();
    home.font_places = FontPlaces::in_folders([folder.path().to_path_buf()]);
    let fonts = home.fonts.clone();
    let settings = Settings {
        lang,
        workspace,
        ..Settings::default()
    };
    let shell = Shell::on(home, opened, settings);
    let harness = Harness::builder()
        .with_size([1440.0, 900.0])
        .with_context_setup(move |ctx| theme::install(ctx, &fonts))
        .build_ui_state(|ui, shell: &mut Shell| shell.frame(ui), shell);
    let mut window = Window { harness, folder };
    window.harness.run_steps(4);
    window
}

impl Window {
    fn wait_for(&mut self, part: &str) {
        let end = Instant::now() + Duration::from_secs(60);
        while self.harness.query_all_by_label_contains(part).next().is_none() {
            assert!(Instant::now() < end, "{part} never came");
            std::thread::sleep(Duration::from_millis(20));
            self.harness.run_steps(1);
        }
    }

    fn click(&mut self, label: &str) {
        super::click(&mut self.harness, label);
        self.harness.run_steps(4);
    }

    fn ask(&mut self, ask: Ask) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().obey(&ctx, Message::Ask(ask));
        self.harness.run_steps(4);
    }

    fn fonts(&self) -> zhanban::model::ShowFonts {
        self.harness.state().exhibition().unwrap().show.fonts.clone()
    }
}

#[test]
fn fonts_an_installed_font_is_named_in_the_form_and_given_back() {
    let bytes = forge::font(&Wish {
        family: "Window FangSong",
        chinese: "窗口仿宋",
        ..Wish::default()
    });
    for lang in Lang::ALL {
        let mut window = open(lang, Workspace::Overview, exhibition());
        std::fs::write(window.folder.path().join("window.ttf"), &bytes).unwrap();
        std::fs::write(window.folder.path().join("broken.ttf"), &bytes[..200]).unwrap();
        window.ask(Ask::Fonts);
        let change = lang.of(["更换…", "更換…", "Change…"]);
        window.harness.get_all_by_label(change).nth(3).unwrap().click();
        window.wait_for("窗口仿宋");
        window.wait_for(lang.of([
            "1 个字体文件用不了",
            "1 個字型檔用不了",
            "cannot be used and are not listed: 1",
        ]));
        window.click("窗口仿宋");
        window.wait_for(lang.of(["个字里缺", "個字裡缺", "characters in use; others"]));
        window.click(lang.of(["用这个字体", "用這個字型", "Use this font"]));
        let font = NamedFont {
            family: "窗口仿宋".into(),
            full_name: "窗口仿宋".into(),
            file: Digest::of(&bytes),
            index: 0,
            weight: 400,
        };
        assert_eq!(window.fonts(), [(FontSlot::FangSong, vec![font])].into());
        window.click(lang.of(["用自带的", "用內建的", "Use the shipped one"]));
        assert!(window.fonts().is_empty());
    }
}

#[test]
fn fonts_a_locked_font_cannot_be_used_in_the_form() {
    let mut window = open(Lang::Hans, Workspace::Overview, exhibition());
    let bytes = forge::font(&Wish {
        family: "Closed FangSong",
        chinese: "封闭仿宋",
        fs_type: 0x0100,
        ..Wish::default()
    });
    std::fs::write(window.folder.path().join("closed.ttf"), &bytes).unwrap();
    window.ask(Ask::Fonts);
    window.harness.get_all_by_label("更换…").next().unwrap().click();
    window.wait_for("封闭仿宋");
    window.click("封闭仿宋");
    window.wait_for("作者不许只嵌入一部分");
    window.click("用这个字体");
    assert!(window.fonts().is_empty());
}

#[test]
fn fonts_missing_are_told_on_opening_and_asked_about_before_print() {
    let mut show = Document::new(exhibition());
    let font = NamedFont {
        family: "远方宋体".into(),
        full_name: "远方宋体".into(),
        file: Digest([7; 32]),
        index: 0,
        weight: 400,
    };
    let fonts = FontSlot::ALL.map(|slot| (slot, vec![font.clone()]));
    show.execute(&Command::SetFonts(fonts.into())).unwrap();
    let mut window = open(Lang::Hans, Workspace::Print, show.exhibition().clone());
    window.wait_for("远方宋体 → 思源宋体");
    window.wait_for("本机没有");
    let boards = window.harness.state().exhibition().unwrap().order.to_vec();
    let export = zhanban::app::tasks::Export::Boards(boards);
    window.ask(Ask::Path(zhanban::app::Purpose::Export(export)));
    window.wait_for("照样导出吗");
    window.wait_for("QH001");
    window.click("用代替的字体导出");
    // The next question is where to: the field of a window without system dialogs.
    assert!(
        window
            .harness
            .query_all_by_label_contains("照样导出吗")
            .next()
            .is_none()
    );
    assert!(window.harness.query_by_label("路径").is_some());
}
