//! `templates`: what there is to choose from, as a table, as JSON, and as contact sheets of boards with texts and photos.

use super::args::TemplatesArgs;
use super::desk::Desk;
use super::fault::Fault;
use super::report::pretty;
use super::terminal::print;
use super::{Outcome, files, words};
use crate::app::words::CANCELLED;
use crate::base::{Colour, FontSlot, Progress};
use crate::compose::{Amount, empty_sample, specimens};
use crate::export::papers::jpeg_of;
use crate::geom::{Point, Rect, Size, Transform, point, rect, size, um};
use crate::layout::{Frame, GlyphRun, GroupItem, Item, Laid, Paint, Path, PathItem, Placed};
use crate::media::Library;
use crate::model::{Command, Document, Exhibition, Template};
use crate::raster::{Ink, Photos, View, draw};
use crate::script::{Region, Script};
use crate::text::{BoxIn, Fonts, Look, ParaIn, Weight, lay};
use serde_json::{Value, json};
use std::sync::Arc;

pub fn templates(args: &TemplatesArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let chosen = chosen(args, desk)?;
    if let Some(to) = &args.to {
        files::make_folder(to)?;
        let drawn = desk
            .terminal
            .work(words::WORK_SHEETS, |progress| sheets(&chosen, args, desk, progress))?;
        let mut bytes = 0;
        for (name, sheet) in &drawn {
            files::write_whole(&to.join(name), sheet)?;
            bytes += sheet.len() as u64;
        }
        let lang = desk.terminal.lang;
        desk.terminal.note(&words::written(lang, drawn.len(), bytes, to));
        return Ok(Outcome::Done);
    }
    if args.json {
        let list: Vec<Value> = chosen.iter().map(|template| as_json(template)).collect();
        print(&pretty(&json!(list)));
        return Ok(Outcome::Done);
    }
    for template in &chosen {
        print(&as_row(template, desk));
    }
    Ok(Outcome::Done)
}

fn chosen(args: &TemplatesArgs, desk: &Desk<'_>) -> Result<Vec<Arc<Template>>, Fault> {
    let Some(name) = &args.only else {
        return Ok(desk.home.templates.to_vec());
    };
    let unknown = || Fault::Told(words::unknown_template(desk.terminal.lang, name));
    Ok(vec![desk.home.template(name).ok_or_else(unknown)?.clone()])
}

fn as_json(template: &Template) -> Value {
    json!({
        "id": template.name,
        "family": template.family,
        "kind": template.kind,
        "size_mm": [template.size.w, template.size.h],
        "title": { "hans": template.title.hans, "hant": template.title.hant, "en": template.english },
        "slots": template.slots.iter().map(|slot| slot.name.as_str()).collect::<Vec<_>>(),
    })
}

fn as_row(template: &Template, desk: &Desk<'_>) -> String {
    let title = desk.terminal.lang.of(template.titles());
    let side = |mm: f64| mm / 10.0;
    let size = format!("{}×{} cm", side(template.size.w), side(template.size.h));
    let (name, family, kind) = (&template.name, &template.family, &template.kind);
    format!("{name:<20}{family:<8}{kind:<14}{size:<12}{title}")
}

/// File names and JPEGs, a family and script each; a template alone has sheets of its own.
fn sheets(
    chosen: &[Arc<Template>],
    args: &TemplatesArgs,
    desk: &Desk<'_>,
    progress: &Progress,
) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let failed = |source| Fault::Write {
        file: std::env::temp_dir(),
        source,
    };
    let media = tempfile::Builder::new().prefix("zhanban-").tempdir().map_err(failed)?;
    let library = Library::open(media.path());
    let show = specimen_show(chosen, args.content, desk, &library, &progress.part())?;
    let ink = desk.ink(&show, library);
    let families: Vec<&[Arc<Template>]> = chosen.chunk_by(|one, next| one.family == next.family).collect();
    progress.set_total(2 * families.len() as u64);
    let mut drawn = Vec::new();
    for family in families {
        for (script, name) in [(Script::Hans, "hans"), (Script::Hant, "hant")] {
            if progress.is_cancelled() {
                return Err(Fault::Told(desk.terminal.lang.of(CANCELLED).into()));
            }
            let boards: Vec<(String, Arc<Laid>)> = family
                .iter()
                .filter_map(|template| {
                    let board = show.board_by_code(&template.name)?;
                    Some((template.name.clone(), desk.cache.lay(&show, board, Some(script))))
                })
                .collect();
            let frame = contact_sheet(&boards, desk.home.fonts.as_ref());
            let stem = family.first().map_or("", |template| match &args.only {
                Some(_) => template.name.as_str(),
                None => template.family.as_str(),
            });
            drawn.push((format!("{stem}-{name}.jpg"), jpeg(&frame, &ink)));
            progress.advance(1);
        }
    }
    Ok(drawn)
}

fn specimen_show(
    chosen: &[Arc<Template>],
    amount: Amount,
    desk: &Desk<'_>,
    library: &Library,
    progress: &Progress,
) -> Result<Exhibition, Fault> {
    let mut document = Document::new(empty_sample());
    let made = specimens(
        &desk.home.folder.join("assets/templates/content"),
        &desk.home.sample().join("photos"),
        amount,
        chosen,
        document.exhibition(),
        library,
        progress,
    )?;
    for finding in &made.findings {
        desk.terminal.tell(&words::finding(desk.terminal.lang, finding));
    }
    document.execute(&Command::Batch(made.commands))?;
    Ok(document.exhibition().clone())
}

/// Pixels a millimetre of the sheet.
const PX: f64 = 1.6;
/// Millimetres of the sheet, which is no wider than its rows.
const WIDTH: f64 = 1000.0;
const EDGE: f64 = 20.0;
const GAP: f64 = 16.0;
const LABEL: f64 = 8.0;
/// A row is about so high, and never higher than one board alone looks well.
const ROW: f64 = 320.0;
const MOST: f64 = 680.0;
const GROUND: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 76.0]);
const WORDS: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 12.0]);

/// Boards side by side in rows of one height each, every one over its name.
fn contact_sheet(boards: &[(String, Arc<Laid>)], fonts: &Fonts) -> Frame {
    let room = WIDTH - 2.0 * EDGE;
    let shape = |board: &(String, Arc<Laid>)| board.1.frame.size.w / board.1.frame.size.h;
    let total: f64 = boards.iter().map(shape).sum();
    let rows = (total * ROW / room).round().max(1.0);
    let mut items = Vec::new();
    let mut y = EDGE;
    let mut right = 0.0_f64;
    let mut rest = boards;
    let mut done = 0.0;
    for row in 1..=rows as usize {
        let goal = total * row as f64 / rows;
        // The one on the border goes where it lies for the greater part.
        let count = rest
            .iter()
            .take_while(|board| {
                let fits = done + shape(board) / 2.0 <= goal;
                done += if fits { shape(board) } else { 0.0 };
                fits
            })
            .count();
        let (here, later) = rest.split_at(count);
        rest = later;
        let shapes: f64 = here.iter().map(shape).sum();
        let high = ((room - GAP * (count as f64 - 1.0)) / shapes.max(0.1)).min(MOST);
        let mut x = EDGE;
        for board in here {
            let (name, laid) = board;
            let place = rect(um(x), um(y), um(high * shape(board)), um(high));
            items.push(shrunk(&laid.frame, place));
            let mm = laid.frame.size;
            let label = format!("{name}  {}×{}", mm.w / 10.0, mm.h / 10.0);
            items.extend(words_at(&label, point(um(x), um(place.bottom() + 0.5 * LABEL)), fonts));
            x += place.w + GAP;
            right = place.right().max(right);
        }
        y += if count > 0 { high + LABEL * 1.7 + GAP } else { 0.0 };
    }
    let whole = size(um(right + EDGE), um(y - GAP + EDGE));
    items.insert(
        0,
        plain(Transform::IDENTITY, filled(rect(0.0, 0.0, whole.w, whole.h), GROUND)),
    );
    Frame { size: whole, items }
}

fn plain(at: Transform, item: Item) -> Placed {
    Placed { at, item, source: None }
}

fn filled(area: Rect, colour: Colour) -> Item {
    Item::Path(PathItem {
        path: Path::rect(area),
        fill: Some(Paint::flat(colour)),
        stroke: None,
    })
}

/// A board within its trim, in this place.
fn shrunk(frame: &Frame, place: Rect) -> Placed {
    let Size { w, h } = frame.size;
    let group = Item::Group(GroupItem {
        clip: Some(Path::rect(rect(0.0, 0.0, w, h))),
        opacity: 1.0,
        items: frame.items.clone(),
    });
    let at = Transform::scale(place.w / w, place.h / h).then(&Transform::shift(place.x, place.y));
    plain(at, group)
}

/// One line with its head at this point.
fn words_at(text: &str, at: Point, fonts: &Fonts) -> Vec<Placed> {
    let line = LABEL * 1.2;
    let layout = lay(
        &BoxIn {
            size: size(WIDTH, line),
            vertical: false,
            region: Region::Mainland,
            paras: vec![ParaIn {
                text: text.to_string(),
                look: Look {
                    slot: FontSlot::Hei,
                    weight: Weight(400),
                    em: LABEL,
                    tag: 0,
                },
                line,
                ..ParaIn::default()
            }],
            para_gap: 0.0,
            columns: 1,
            column_gap: 0.0,
            block_align: 0.0,
        },
        fonts,
    );
    let runs = layout.glyphs.chunk_by(|one, next| one.face == next.face);
    runs.filter_map(|run| {
        let run = GlyphRun::of(run, Paint::flat(WORDS), text)?;
        Some(plain(Transform::shift(at.x, at.y), Item::Glyphs(run)))
    })
    .collect()
}

/// Small enough to be kept beside a manual.
const LARGEST: usize = 400_000;

/// As good as the size allows.
fn jpeg(frame: &Frame, ink: &Ink) -> Vec<u8> {
    let picture = draw(frame, &View::whole(frame, PX * 25.4), ink, Photos::Wait);
    let mut file = Vec::new();
    for quality in [90, 86, 82, 78, 74, 70, 66, 60, 50, 40] {
        file = jpeg_of(&picture, quality);
        if file.len() <= LARGEST {
            break;
        }
    }
    file
}
