//! What a person pasted and dropped, as one board on every template there is: the new-board flow. Pure.

use super::article::{self, Article};
use super::content::{Content, Credit, Photo, Section, Table};
use super::draft::{caption, cleaned};
use super::fit::{Seat, blank_board, derived, fit, places, with_start};
use super::refit::{Restyled, misfit, ranked};
use super::series::{quote_of, some, stats_of};
use crate::base::PhotoFacts;
use crate::geom::Size;
use crate::model::{Board, BoardId, CommitteeId, Exhibition, Make, Template, slot_role};
use crate::script::{Script, detect};
use crate::text::Fonts;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A board as it is wished for.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    pub code: String,
    pub committee: CommitteeId,
    /// Only templates of this size; `None`: all.
    pub size: Option<Size>,
    /// In which script it is shown; `None`: as the text is written.
    pub script: Option<Script>,
    pub make: Make,
    /// Each line a paragraph; cells of tables stand between tabs.
    pub text: String,
    /// In order, each with its caption; where that is empty, the text or the file's name may have one.
    pub photos: Vec<(Arc<PhotoFacts>, String)>,
}

impl Wish {
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.photos.is_empty()
    }
}

/// The wish on templates, those that suit best first.
#[derive(Clone, Default)]
pub struct Proposed {
    pub options: Vec<Restyled>,
    /// The text is more than a board can be read with: only a series holds it.
    pub is_too_long: bool,
    /// Lines that are no text of a board, as a web page leaves them behind.
    pub left_out: Vec<String>,
    /// What the text was taken for.
    pub outline: Outline,
}

/// The parts of a pasted text, to be shown to who pasted it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    pub title: String,
    pub subtitle: String,
    pub couplet: String,
    pub has_lead: bool,
    pub sections: usize,
    pub captions: usize,
    pub rows: usize,
    pub characters: usize,
}

/// The largest board is read in ten minutes with as many characters; more is no board but a book.
pub const MOST: usize = 4_000;

/// Tiles that running text gives a board.
const TILES: usize = 6;

/// The board on every template of the size; each has an id that follows from its template, so that what draws them
/// again and again knows it. The caller gives the chosen one its own.
pub fn proposed(wish: &Wish, show: &Exhibition, templates: &[Arc<Template>], fonts: &Fonts) -> Proposed {
    let count = wish.text.chars().filter(|c| !c.is_whitespace()).count();
    let of_size = |template: &&Arc<Template>| wish.size.is_none_or(|size| size.is_about(template.size));
    if count > MOST {
        return Proposed {
            is_too_long: true,
            outline: Outline {
                characters: count,
                ..Outline::default()
            },
            ..Proposed::default()
        };
    }
    let read = Pasted::read(wish);
    let known = wish
        .photos
        .iter()
        .map(|(facts, _)| (key(facts), facts.clone()))
        .collect();
    let mut options: Vec<Restyled> = templates
        .iter()
        .filter(of_size)
        .map(|template| {
            let board = read.board(wish, template, &known);
            Restyled {
                misfit: match wish.is_empty() {
                    true => f64::from(u8::from(template.kind != "story")),
                    false => misfit(&board, template) + kind_cost(&board, template),
                },
                template: template.clone(),
                board: Arc::new(board),
            }
        })
        .collect();
    let mut with = show.clone();
    let photos = Arc::make_mut(&mut with.photos);
    photos.extend(wish.photos.iter().map(|(facts, _)| (facts.digest, facts.clone())));
    ranked(&with, &mut options, fonts);
    Proposed {
        options,
        is_too_long: false,
        outline: read.outline(count),
        left_out: read.article.left_out,
    }
}

/// A kind that is made for something that is not there: a time line without moments. A story takes anything.
fn kind_cost(board: &Board, template: &Template) -> f64 {
    let role = match template.kind.as_str() {
        "story" => return 0.0,
        "qa" => "qa",
        "timeline" => "moment",
        "results" => "number",
        "roster" => "table",
        "quotes" => "quote",
        "couplet" => "couplet",
        "before-after" => "after",
        "gallery" => "photo",
        _ => return 0.5,
    };
    let names = board.elements.iter().filter_map(|element| element.slot.as_ref());
    let is_there = names.into_iter().any(|name| slot_role(&name.0) == role);
    if is_there { 0.0 } else { 1.0 }
}

/// The name by which a board's content calls a photo.
fn key(facts: &PhotoFacts) -> String {
    facts.digest.to_string()
}

/// A text with its tables taken out of it.
struct Pasted {
    article: Article,
    tables: Vec<Table>,
    photos: Vec<Photo>,
    script: Script,
}

impl Pasted {
    fn read(wish: &Wish) -> Pasted {
        let (text, tables) = without_tables(&wish.text);
        let has_title = text
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty())
            .is_some_and(is_title);
        let mut article = match has_title {
            true => article::read(&text),
            // A first line that is a sentence is no title: one is put before it and taken away again.
            false => Article {
                title: String::new(),
                ..article::read(&format!("\u{e000}\n{text}"))
            },
        };
        article = cleaned(article);
        let mut captions = std::mem::take(&mut article.captions).into_iter();
        let photos = wish
            .photos
            .iter()
            .map(|(facts, given)| {
                let said = if given.is_empty() { captions.next() } else { None };
                let caption = match said {
                    Some(said) => said,
                    None if given.is_empty() => caption(&facts.name),
                    None => given.clone(),
                };
                Photo {
                    file: key(facts),
                    caption,
                    ..Photo::default()
                }
            })
            .collect();
        // Captions without a photo wait as text, so that they are not lost.
        let rest: Vec<String> = captions.collect();
        if !rest.is_empty() {
            article.parts.push(article::Part {
                paras: rest,
                ..article::Part::default()
            });
        }
        Pasted {
            script: wish.script.or_else(|| detect(&wish.text)).unwrap_or(Script::Hans),
            article,
            tables,
            photos,
        }
    }

    fn outline(&self, characters: usize) -> Outline {
        let article = &self.article;
        let couplet = article.parts.iter().find(|part| !part.couplet.is_empty());
        Outline {
            title: article.title.clone(),
            subtitle: article.subtitle.clone(),
            couplet: couplet.map(|part| part.couplet.join("　")).unwrap_or_default(),
            has_lead: !article.lead.is_empty(),
            sections: article.parts.iter().filter(|part| !part.paras.is_empty()).count(),
            captions: self.photos.iter().filter(|photo| !photo.caption.is_empty()).count(),
            rows: self.tables.iter().map(|table| table.rows.len()).sum(),
            characters,
        }
    }

    fn board(&self, wish: &Wish, template: &Template, known: &BTreeMap<String, Arc<PhotoFacts>>) -> Board {
        let seat = Seat {
            id: BoardId(derived(&format!("new {}", template.name))),
            committee: wish.committee,
            template,
            size: template.size,
            usual: self.script,
            photos: known,
        };
        let mut board = match wish.is_empty() {
            true => blank_board(&seat, &wish.code),
            false => fit(&self.content(wish, template), &seat),
        };
        board = with_start(board, template, wish.is_empty());
        board.make = wish.make.clone();
        board.script = wish.script.unwrap_or(board.script);
        board
    }

    /// As this template can show it: what it has no place for becomes something it has a place for.
    fn content(&self, wish: &Wish, template: &Template) -> Content {
        let room = |role: &str| places(template, role).len();
        let article = &self.article;
        let mut content = Content {
            code: wish.code.clone(),
            title: some(&article.title),
            subtitle: some(&article.subtitle),
            photos: self.photos.clone(),
            ..Content::default()
        };
        let mut sections: Vec<Section> = Vec::new();
        match room("lead") {
            0 if !article.lead.is_empty() => sections.push(Section {
                heading: String::new(),
                paras: article.lead.lines().map(str::to_string).collect(),
            }),
            _ => content.lead = some(&article.lead),
        }
        for part in &article.parts {
            let mut section = Section {
                heading: part.heading.clone(),
                paras: Vec::new(),
            };
            if !part.couplet.is_empty() {
                sections.extend(place_couplet(&mut content, &part.couplet, room("couplet")));
            }
            for para in &part.paras {
                let quote = quote_of(para).filter(|_| content.quotes.len() < room("quote"));
                match quote {
                    Some(quote) => content.quotes.push(quote),
                    None => section.paras.push(para.clone()),
                }
            }
            if !section.heading.is_empty() || !section.paras.is_empty() {
                sections.push(section);
            }
        }
        let most = room("number").min(TILES);
        let paras = sections.iter().flat_map(|section| &section.paras);
        let stats = paras.flat_map(|para| stats_of(para));
        content.stats = stats
            .filter(|stat| stat.label.chars().count() <= 8)
            .take(most)
            .collect();
        let mut tables = self.tables.iter();
        content.table = tables.next().cloned();
        for table in tables {
            sections.push(Section {
                heading: String::new(),
                paras: [&table.head]
                    .into_iter()
                    .chain(&table.rows)
                    .map(|row| row.join("　"))
                    .collect(),
            });
        }
        self.foot(&mut content, &mut sections, room("contact"), room("credits"));
        content.sections = sections;
        content
    }

    /// Who made it, and the line that asks to scan the code.
    fn foot(&self, content: &mut Content, sections: &mut Vec<Section>, contact: usize, credits: usize) {
        let article = &self.article;
        let mut lines: Vec<String> = Vec::new();
        match (contact, article.call.is_empty()) {
            (_, true) => {}
            (0, false) => lines.push(article.call.clone()),
            (_, false) => content.contact = some(&article.call),
        }
        if credits > 0 {
            let credit = |(role, name): &(String, String)| Credit {
                role: role.clone(),
                name: name.clone(),
            };
            content.credits = article.credits.iter().map(credit).collect();
        } else if !article.credits.is_empty() {
            let each: Vec<String> = article
                .credits
                .iter()
                .map(|(role, name)| format!("{role}：{name}"))
                .collect();
            lines.push(each.join("　"));
        }
        match sections.last_mut() {
            _ if lines.is_empty() => {}
            Some(last) => last.paras.extend(lines),
            None => sections.push(Section {
                heading: String::new(),
                paras: lines,
            }),
        }
    }
}

/// Into scrolls where there are any, else where a second title stands, else as a heading of its own.
fn place_couplet(content: &mut Content, couplet: &[String], scrolls: usize) -> Option<Section> {
    if content.couplet.is_empty() && scrolls > 0 {
        content.couplet = couplet.to_vec();
    } else if content.title.is_none() {
        content.title = Some(couplet.join("\n"));
    } else if content.subtitle.is_none() {
        content.subtitle = Some(couplet.join("　"));
    } else {
        return Some(Section {
            heading: couplet.join("　"),
            paras: Vec::new(),
        });
    }
    None
}

/// Short, and no sentence.
fn is_title(line: &str) -> bool {
    line.chars().count() <= 48 && !line.ends_with(['。', '；', '，', '：', ';', ','])
}

/// Lines with tabs that stand together and have as many cells are a table; a lone one is text.
fn without_tables(text: &str) -> (String, Vec<Table>) {
    let rows: Vec<Vec<String>> = text
        .lines()
        .map(|line| {
            line.trim_matches(['\r', ' '])
                .split('\t')
                .map(|cell| cell.trim().to_string())
                .collect()
        })
        .collect();
    let (mut kept, mut tables) = (String::new(), Vec::new());
    for run in rows.chunk_by(|one, other| one.len() == other.len()) {
        let [head, below @ ..] = run else { continue };
        if head.len() > 1 && !below.is_empty() {
            tables.push(Table {
                head: head.clone(),
                rows: below.to_vec(),
            });
            continue;
        }
        for row in run {
            let cells: Vec<&str> = row.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
            kept.push_str(&cells.join("　"));
            kept.push('\n');
        }
    }
    (kept, tables)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_between_tabs_are_a_table_and_nothing_of_the_text_is_lost() {
        let (text, tables) = without_tables("标题\n村\t户数\n上坪\t120\n下坪\t98\n正文。\n一行\t不是表\n");
        assert_eq!(text, "标题\n正文。\n一行　不是表\n");
        assert_eq!(tables.len(), 1);
        assert_eq!(tables[0].head, ["村", "户数"]);
        assert_eq!(tables[0].rows, [["上坪", "120"], ["下坪", "98"]]);
        assert!(is_title("一河清水绕村来") && !is_title("去年冬天，上坪村还没有水。"));
    }
}
