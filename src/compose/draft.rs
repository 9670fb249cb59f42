//! An article and photos become a series of boards, in one step that can be taken back.

use super::article::{self, Article, is_han};
use super::content::Content;
use super::fit::{Seat, fit};
use super::folder::{ImportError, Imported, Named};
use super::import::{Read, import};
use super::photos;
use super::series::{Means, series};
use crate::base::say::ImportSay;
use crate::base::{Digest, Finding, PhotoFacts, PhotoState, Place, Progress, Say, Severity};
use crate::layout::{Labels, LayoutInput, lay_board};
use crate::model::{BoardId, CommitteeId, Exhibition, Template};
use crate::script::{Script, Slip, detect, mended, slips};
use crate::text::Fonts;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a series is made of.
pub struct Draft<'a> {
    /// As it was pasted or saved.
    pub text: &'a str,
    /// Names and facts in the order in which they should be seen; `None` where a file could not be read.
    pub photos: &'a [Named],
    /// Captions that were given, a photo each in their order; where one is empty or missing, the text or the name says it.
    pub captions: &'a [String],
    /// Family of templates; `None`: the first there is of red, ink, green.
    pub family: Option<&'a str>,
    /// The unit whose boards these are; `None`: the show's first.
    pub committee: Option<&'a str>,
}

/// Reads the article and makes the boards. The caller executes `Command::Batch(commands)`. The same article again changes only what nobody has touched since.
pub fn draft(
    what: &Draft<'_>,
    into: &Exhibition,
    templates: &[Arc<Template>],
    fonts: &Fonts,
    progress: &Progress,
) -> Result<Imported, ImportError> {
    let mut article = cleaned(article::read(what.text));
    if article.title.is_empty() {
        return Err(ImportError::NoText);
    }
    let mut captions = std::mem::take(&mut article.captions).into_iter();
    if templates.is_empty() {
        return Err(ImportError::NoTemplate);
    }
    let mut findings = Vec::new();
    let mut facts: BTreeMap<Digest, Arc<PhotoFacts>> = (*into.photos).clone();
    let mut known: BTreeMap<String, Arc<PhotoFacts>> = BTreeMap::new();
    let mut named = Vec::new();
    for (at, (name, photo)) in what.photos.iter().enumerate() {
        findings.extend(photos::finding(name, photo.as_deref()));
        let Some(photo) = photo else { continue };
        let is_shown = matches!(photo.state, PhotoState::Good | PhotoState::Truncated);
        if is_shown && known.insert(name.clone(), photo.clone()).is_none() {
            facts.insert(photo.digest, photo.clone());
            // What the text says of a photo goes before what its file is called.
            let given = what.captions.get(at).filter(|given| !given.is_empty()).cloned();
            let said = given.or_else(|| captions.next()).unwrap_or_else(|| caption(name));
            named.push((name.clone(), said));
        }
    }
    // Captions of photos that did not come.
    article.left_out.extend(captions);
    findings.extend(left_out(&article));
    let trial = Trial {
        into,
        fonts,
        known,
        facts: Arc::new(facts),
    };
    let fits = |content: &Content, template: &Template| progress.is_cancelled() || trial.fits(content, template);
    let first = into.committees.first().map(|unit| unit.name.hans.as_str());
    let contents = series(
        &article,
        &Means {
            templates,
            family: what.family.unwrap_or_else(|| usual_family(templates)),
            committee: what.committee.or(first).unwrap_or(UNDECIDED).into(),
            letters: letters(&article.title, into),
            photos: named,
            fits: &fits,
        },
    );
    if progress.is_cancelled() {
        return Err(ImportError::Cancelled);
    }
    let read = Read {
        rows: Vec::new(),
        has_boards: true,
        contents: contents.into_iter().map(|content| (String::new(), content)).collect(),
        photos: what
            .photos
            .iter()
            .map(|(name, facts)| (vec![name.clone()], facts.clone()))
            .collect(),
    };
    Ok(import(read, into, templates, findings))
}

/// Whose boards these are, until somebody says so.
const UNDECIDED: &str = "未定单位";

fn usual_family(templates: &[Arc<Template>]) -> &str {
    let has = |family: &&str| templates.iter().any(|template| template.family == *family);
    let usual = ["red", "ink", "green"].into_iter().find(has);
    usual
        .or(templates.first().map(|template| template.family.as_str()))
        .unwrap_or_default()
}

/// The same article has the same letters in one show, another one others.
fn letters(title: &str, into: &Exhibition) -> String {
    let of = |turn: u32| -> String {
        let Digest(bytes) = Digest::of(format!("{title}{turn}").as_bytes());
        bytes[..2].iter().map(|byte| char::from(b'A' + byte % 26)).collect()
    };
    let is_free = |letters: &String| {
        let first = into.board_by_code(&format!("{letters}001"));
        first.is_none_or(|board| board.title().replace(['\n', ' '], "") == title.replace(' ', ""))
    };
    // All 676 are taken by more articles than a show has.
    (0..2_000).map(of).find(is_free).unwrap_or_else(|| of(0))
}

/// Marks as Chinese lines have them, and no remains of a page; what is not sure stays as it was written.
pub fn cleaned(article: Article) -> Article {
    let all = [article.title.as_str(), &article.lead];
    let script = detect(&all.concat()).unwrap_or(Script::Hans);
    let clean = |text: String| clean(text, script);
    Article {
        title: clean(article.title),
        subtitle: clean(article.subtitle),
        lead: clean(article.lead),
        captions: article.captions.into_iter().map(clean).collect(),
        parts: article
            .parts
            .into_iter()
            .map(|part| article::Part {
                heading: clean(part.heading),
                couplet: part.couplet,
                paras: part.paras.into_iter().map(clean).collect(),
            })
            .collect(),
        ..article
    }
}

fn clean(mut text: String, script: Script) -> String {
    // One mended slip may bring another to light.
    for _ in 0..4 {
        let mut edits = slips(&text, script);
        edits.retain(|edit| edit.is_sure && edit.slip != Slip::Doubled);
        if edits.is_empty() {
            break;
        }
        text = mended(&text, &edits);
    }
    text
}

/// What of the text is on no board, word for word.
fn left_out(article: &Article) -> Vec<Finding> {
    let mut lines: Vec<(&String, usize)> = Vec::new();
    for line in &article.left_out {
        match lines.iter_mut().find(|(known, _)| *known == line) {
            Some((_, times)) => *times += 1,
            None => lines.push((line, 1)),
        }
    }
    let finding = |(line, times): (&String, usize)| Finding {
        severity: Severity::Note,
        rule: "draft-left-out",
        place: Place::default(),
        say: Say::Import(ImportSay::LeftOut {
            line: line.clone(),
            times,
        }),
    };
    lines.into_iter().map(finding).collect()
}

/// People name photos by what they show; cameras and chat programs do not.
pub fn caption(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let by_program = [
        "微信",
        "屏幕截图",
        "屏幕快照",
        "螢幕",
        "图片",
        "圖片",
        "照片",
        "截图",
        "新建",
    ];
    let text = stem
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '_' | '-' | '.' | '、' | ' ' | '（' | '）'));
    let han = text.chars().filter(|c| is_han(*c)).count();
    let is_named = han >= 2 && !by_program.iter().any(|word| text.starts_with(word));
    if is_named { text.trim().into() } else { String::new() }
}

/// Boards laid out to see whether their text finds room.
struct Trial<'a> {
    into: &'a Exhibition,
    fonts: &'a Fonts,
    known: BTreeMap<String, Arc<PhotoFacts>>,
    facts: Arc<BTreeMap<Digest, Arc<PhotoFacts>>>,
}

impl Trial<'_> {
    fn fits(&self, content: &Content, template: &Template) -> bool {
        let seat = Seat {
            id: BoardId(0),
            committee: CommitteeId(0),
            template,
            size: template.size,
            usual: Script::Hans,
            photos: &self.known,
        };
        let show = &self.into.show;
        let input = LayoutInput {
            board: Arc::new(fit(content, &seat)),
            template: Arc::new(template.clone()),
            swatches: Vec::new(),
            words: self.into.words.clone(),
            photos: self.facts.clone(),
            art: Vec::new(),
            region: show.region,
            labels: Labels {
                number: "000".into(),
                show: show.title.clone(),
                ..Labels::default()
            },
            named: crate::text::at_hand(&show.fonts),
            script: None,
        };
        // Either may be shown one day.
        [Script::Hans, Script::Hant].into_iter().all(|script| {
            let laid = lay_board(
                &LayoutInput {
                    script: Some(script),
                    ..input.clone()
                },
                self.fonts,
            );
            !laid.findings.iter().any(|finding| finding.rule == "overset")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_what_people_named_their_photos() {
        for (file, wanted) in [
            ("03_上坪村的新渠.jpg", "上坪村的新渠"),
            ("渠首.JPG", "渠首"),
            ("微信图片_20260601.jpg", ""),
            ("IMG_2031.jpg", ""),
            ("渠.png", ""),
        ] {
            assert_eq!(caption(file), wanted, "{file}");
        }
    }

    #[test]
    fn half_width_marks_become_full_and_words_stay() {
        let text = clean("水來了,渠也通了.村裏人說:“好!”全面實行實行".into(), Script::Hant);
        assert!(text.contains('，') && text.contains("實行實行"), "{text}");
    }
}
