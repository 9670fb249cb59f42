//! The show's own colours, the frame and shadow of a photo, a shop's profile: made in the window, taken back by undo.

use super::board_tests::{ctrl as board_ctrl, usual};
use super::shell_tests::{ctrl, open};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use zhanban::app::session::{ThemeChoice, Workspace};
use zhanban::base::{Colour, Lang};
use zhanban::model::{ElementKind, MarkKind, PhotoElement};

#[test]
fn a_show_colour_is_made_named_and_put_in_place_of_a_template_colour() {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    let colours = "展览颜色";
    window.key(ctrl(), Key::K);
    window.harness.get_by_label("命令与查找").type_text(colours);
    window.settle();
    window.key(Modifiers::NONE, Key::Enter);
    window.click("添加颜色");
    window.retype("颜色名称", "旗红");
    for (ink, value) in [("C", "3"), ("M", "98"), ("Y", "95"), ("K", "1")] {
        window.retype(ink, value);
    }
    window.click("选颜色…");
    window.harness.get_by_label_contains("沉蓝 · ground").click();
    window.settle();
    window.click("好");
    let swatch = &window.show().show.swatches[0];
    assert_eq!(swatch.name, "旗红");
    assert_eq!(swatch.colour, Colour::Cmyk([3.0, 98.0, 95.0, 1.0]));
    assert_eq!(swatch.stands_for, ["blue/ground"]);
    window.key(ctrl(), Key::Z);
    assert!(window.show().show.swatches.is_empty());
}

#[test]
fn a_spot_ink_needs_a_name_that_a_press_can_have() {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    window.key(ctrl(), Key::K);
    window.harness.get_by_label("命令与查找").type_text("展览颜色");
    window.settle();
    window.key(Modifiers::NONE, Key::Enter);
    window.click("添加颜色");
    window.click("专色");
    window.retype("专色名称", "Black");
    assert!(window.has_part("不能叫 All"));
    window.click("好");
    assert!(window.show().show.swatches.is_empty(), "kept in spite of it");
    window.retype("专色名称", "专金");
    window.click("好");
    let Colour::Spot(spot) = window.show().show.swatches[0].colour else {
        panic!("no spot ink");
    };
    assert_eq!(spot.plate.name(), "专金");
}

#[test]
fn a_text_takes_a_show_colour_which_then_cannot_be_deleted() {
    let mut window = usual();
    window.click("标题 水到上坪村");
    window.click("展览颜色");
    window.click("添加颜色");
    window.click("好");
    window.harness.get_by_label_contains("颜色 1 C0 M100").click();
    window.settle();
    let title = window.slot("title");
    let marks = &title.texts()[0].source.paras[0].marks;
    assert!(
        marks
            .iter()
            .any(|mark| mark.kind == MarkKind::Colour("show/颜色 1".into())),
        "{marks:?}"
    );
    window.click("展览颜色");
    window.harness.get_by_label_contains("先改掉才能删除").click();
    window.settle();
    window.click("好");
    assert_eq!(window.show().show.swatches.len(), 1);
    window.key(board_ctrl(), Key::Z);
    assert!(window.slot("title").texts()[0].source.paras[0].marks.is_empty());
}

#[test]
fn a_photo_gets_a_line_and_a_shadow_and_goes_back_to_the_template() {
    let mut window = usual();
    window.click("标题 水到上坪村");
    let photo = window.slot("photo.1").id;
    while window.harness.state().session().element != Some(photo) {
        window.key(Modifiers::NONE, Key::Tab);
    }
    window.click("边框样式");
    window.click("边线和阴影");
    let edge = |window: &super::board_tests::Window| match &window.slot("photo.1").kind {
        ElementKind::Photo(PhotoElement { edge, .. }) => edge.clone(),
        other => panic!("{other:?}"),
    };
    let made = edge(&window).unwrap();
    assert!(made.width > 0.0 && made.shadow.is_some());
    window.rewrite("线宽", "6");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(edge(&window).unwrap().width, 6.0);
    window.click("边框样式");
    window.click("随版式");
    assert_eq!(edge(&window), None);
    window.key(board_ctrl(), Key::Z);
    assert_eq!(edge(&window).unwrap().width, 6.0);
}
