//! Names of files as the shop asks for them, without what file systems refuse.

use super::{Page, Press};
use std::collections::BTreeSet;

/// Bytes, the ending included: every system and most mail programs take these.
const LONGEST: usize = 120;

/// One name a page, no two alike also where capitals do not count.
pub fn file_names(pages: &[Page], press: &Press) -> Vec<String> {
    let mut taken = BTreeSet::new();
    pages
        .iter()
        .map(|page| {
            let name = file_name(page, press, press.extension());
            let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
            let numbered = (2..).map(|count| format!("{stem}_{count}.{ending}"));
            let mut names = std::iter::once(name.clone()).chain(numbered);
            let free = names.find(|name| taken.insert(name.to_lowercase()));
            free.unwrap_or(name)
        })
        .collect()
}

/// "017_QH017_石橋還在溪聲依舊.pdf", at most 120 bytes; a long title gives way first.
pub fn file_name(page: &Page, press: &Press, ending: &str) -> String {
    let most = LONGEST - ending.len() - 1;
    let title = harmless(&page.title);
    let mut stem = filled(page, press, &title);
    if stem.len() > most {
        let kept = title.len().saturating_sub(stem.len() - most);
        stem = filled(page, press, cut(&title, kept).trim_end());
    }
    let stem = cut(&stem, most).trim_end_matches(['.', ' ', '_']);
    format!("{}.{ending}", if stem.is_empty() { "board" } else { stem })
}

/// A name that people gave, short enough to stand beside other words in the name of a file.
pub fn file_stem(name: &str) -> String {
    const SHORT: usize = 60;
    let name = harmless(name);
    let name = cut(&name, SHORT).trim_end_matches(['.', ' ', '_']);
    if name.is_empty() { "plaza".into() } else { name.into() }
}

/// The pattern with its words in place. What stands behind a word that has nothing to say goes with it.
fn filled(page: &Page, press: &Press, title: &str) -> String {
    let mut pattern = press.shop.file_names.clone();
    if press.scale() != 1.0 && !pattern.contains("{scale}") {
        pattern.push_str("_{scale}");
    }
    let mut name = String::new();
    let mut rest = pattern.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let Some((word, after)) = after.split_once('}') else {
            break;
        };
        name.push_str(&harmless_part(before));
        let value = value(word, page, press, title);
        let gap = if value.is_empty() {
            after.find('{').unwrap_or(after.len())
        } else {
            0
        };
        name.push_str(&value);
        rest = &after[gap..];
    }
    name.push_str(&harmless_part(rest));
    name.trim_start_matches(['_', '-', ' ', '.'])
        .trim_end_matches(['_', '-', ' '])
        .to_string()
}

fn value(word: &str, page: &Page, press: &Press, title: &str) -> String {
    let size = page.frame.size;
    match word {
        "number" => harmless(&page.number),
        "code" => harmless(&page.code),
        "title" => title.to_string(),
        "committee" => harmless(&page.committee),
        "size" => format!("{}x{}mm", size.w.round(), size.h.round()),
        "material" => harmless(&page.material),
        "copies" => page.copies.max(1).to_string(),
        "scale" => format!("1-{}", press.scale()),
        "shop" => harmless(&press.shop.name),
        _ => String::new(),
    }
}

fn cut(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn harmless(part: &str) -> String {
    let kept = harmless_part(part);
    let words: Vec<&str> = kept.split_whitespace().collect();
    words.join(" ").trim_matches('.').to_string()
}

fn harmless_part(part: &str) -> String {
    let refused = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c) || is_invisible(c);
    part.chars().filter(|c| !refused(*c)).collect()
}

/// Marks of direction and joining, which make two names look alike.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
