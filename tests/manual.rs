//! The manual in `docs` is the help of the program and its action table, nothing else.

use std::path::Path;
use zhanban::app::help;
use zhanban::base::Lang;

/// `ZHANBAN_WRITE=1 cargo test manual` writes it anew.
#[test]
fn the_manual_says_what_the_program_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("assets/help/help.yaml")).unwrap();
    let pages = help::pages(&text).unwrap();
    for page in &pages {
        for lang in Lang::ALL {
            let name = help::picture_name(page, lang);
            assert!(
                root.join("assets/help").join(&name).exists(),
                "there is no picture {name}"
            );
        }
    }
    for (lang, name) in [(Lang::Hans, "hans"), (Lang::Hant, "hant"), (Lang::En, "en")] {
        let file = root.join(format!("docs/manual.{name}.md"));
        let manual = help::manual(&pages, lang);
        if std::env::var_os("ZHANBAN_WRITE").is_some() {
            std::fs::write(&file, &manual).unwrap();
        }
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            kept == manual,
            "{} is not what the help says: ZHANBAN_WRITE=1 writes it",
            file.display()
        );
    }
}
