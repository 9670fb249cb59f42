//! Where the print shop is chosen, and the form for one of the office's own.

use super::shell_tests::{Window, ctrl, open};
use zhanban::app::session::{ThemeChoice, Workspace};
use zhanban::base::Lang;
use zhanban::model::Shop;

fn chosen(window: &Window) -> &Shop {
    &window.show().shops[0]
}

#[test]
fn a_shop_is_chosen_from_the_list_and_the_choice_can_be_undone() {
    for (lang, change, name, ok) in [
        (Lang::Hans, "更换…", "喷绘", "好"),
        (Lang::Hant, "更換…", "大圖噴繪", "好"),
        (Lang::En, "Change…", "Outdoor inkjet", "OK"),
    ] {
        let mut window = open(Workspace::Print, lang, ThemeChoice::Light);
        window.click(change);
        window.click(name);
        assert_eq!(chosen(&window).kind, "outdoor-inkjet");
        assert_eq!(chosen(&window).white_edge, 100.0);
        window.click(ok);
        assert!(window.has(name), "{name} is not in the panel");
        window.key(ctrl(), egui::Key::Z);
        assert!(window.show().shops.is_empty());
    }
}

#[test]
fn an_own_shop_is_filled_in_and_nonsense_cannot_be_kept() {
    let mut window = open(Workspace::Print, Lang::Hans, ThemeChoice::Light);
    window.click("更换…");
    window.click("修改…");
    assert!(window.has("请给印厂起个名字。"));
    window.retype("印厂名称", "县城图文店");
    window.retype("四周白边", "2*25");
    assert!(window.has_part("有白边就没有出血"), "a white edge and a bleed at once");
    window.click("好");
    assert!(window.show().shops.is_empty(), "kept in spite of it");
    window.click("0");
    window.retype("照片最低清晰度", "0");
    assert!(window.has_part("照片最低清晰度不能是 0 dpi"));
    window.retype("照片最低清晰度", "45");
    window.click("好");
    let shop = chosen(&window);
    assert_eq!(
        (shop.name.as_str(), shop.white_edge, shop.bleed, shop.least_dpi),
        ("县城图文店", 50.0, 0.0, 45.0)
    );
    assert!(shop.is_own());
    // Another one is chosen, and the own one stays on the list.
    window.click("写真");
    assert_eq!(chosen(&window).kind, "photo-print");
    assert_eq!(window.show().shops[1].name, "县城图文店");
    window.click("县城图文店");
    assert_eq!(chosen(&window).least_dpi, 45.0);
    assert_eq!(window.show().shops.len(), 1);
}

#[test]
fn a_shops_profile_is_read_kept_with_the_show_and_what_is_none_is_refused() {
    let mut window = open(Workspace::Print, Lang::Hans, ThemeChoice::Light);
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let choose = |window: &mut Window, file: &std::path::Path, is_done: &dyn Fn(&Window) -> bool| {
        window.click("选文件…");
        window.retype("路径", &file.display().to_string());
        super::until(&file.display().to_string(), || {
            window.settle();
            is_done(window)
        });
    };
    window.click("更换…");
    window.click("修改…");
    window.retype("印厂名称", "县城图文店");
    let other = root.join("Cargo.toml");
    choose(&mut window, &other, &|window| window.has_part("Cargo.toml 不是 CMYK"));
    let file = root.join("assets/profiles/coated-fogra39.icc");
    choose(&mut window, &file, &|window| window.has("用常用的"));
    assert!(!window.has_part("不是 CMYK"));
    window.click("好");
    let profile = chosen(&window).profile.clone().unwrap();
    assert_eq!(*profile.icc, *std::fs::read(&file).unwrap());
    assert!(!profile.name.is_empty());
    assert_eq!(
        chosen(&window).name,
        "县城图文店",
        "what was typed before is still there"
    );
    window.click("好");
    window.key(ctrl(), egui::Key::Z);
    assert!(window.show().shops.is_empty());
}
