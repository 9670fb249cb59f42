//! Boards laid out: templates, frames as text, nothing lost, nothing colliding.

use std::path::Path;
use zhanban::model::Template;

fn templates() -> Vec<Template> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/templates");
    let mut templates: Vec<Template> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        })
        .collect();
    templates.sort_by(|a, b| a.name.cmp(&b.name));
    templates
}

#[test]
fn every_shipped_template_names_only_what_it_has() {
    let templates = templates();
    assert_eq!(templates.len(), 12);
    for template in &templates {
        let name = &template.name;
        assert!(template.swatches.contains_key(&template.paper), "{name}");
        for (style_name, style) in &template.styles {
            assert!(template.swatches.contains_key(&style.colour), "{name} {}", style_name.0);
        }
        for slot in &template.slots {
            for style in slot.style.iter().chain(&slot.second) {
                assert!(
                    template.styles.contains_key(style),
                    "{name}: {} wants {}",
                    slot.name,
                    style.0
                );
            }
            for swatch in slot.ground.iter().chain(&slot.accent).chain(&slot.accent_2) {
                assert!(
                    template.swatches.contains_key(swatch),
                    "{name}: {} wants {swatch}",
                    slot.name
                );
            }
        }
    }
}
