//! For a projector: the plan first, then one board a page, large, with its number and who made it. 16:9.

use super::chart::{Chart, Hand};
use super::instruments::compass;
use super::site::Site;
use super::things;
use crate::base::{Colour, Lang};
use crate::export::papers::{PAPER, Sheet, Thumbs, place_of, plain, ring, strong};
use crate::export::{Boards, Page};
use crate::geom::{Rect, Size, point, rect, size};
use crate::layout::Frame;
use crate::model::Board;
use crate::text::Fonts;
use std::sync::Arc;

const PAPER_SIZE: Size = Size { w: 320.0, h: 180.0 };
const DARK: Colour = Colour::Cmyk([60.0, 50.0, 45.0, 88.0]);
const DIM: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 45.0]);
const EDGE: f64 = 10.0;

pub fn slides(sites: &[Site<'_>], boards: &Boards<'_>, thumbs: &Thumbs, fonts: &Fonts, lang: Lang) -> Vec<Page> {
    let plans = sites.iter().map(|site| Page {
        frame: Arc::new(plan(site, fonts)),
        title: site.plaza.name.clone(),
        ..Page::default()
    });
    let shown = boards
        .boards
        .iter()
        .map(|board| slide(boards, board, thumbs, fonts, lang));
    plans.chain(shown).collect()
}

fn plan(site: &Site<'_>, fonts: &Fonts) -> Frame {
    let mut sheet = Sheet::new(fonts, site.lang, size(PAPER_SIZE.w, PAPER_SIZE.h));
    sheet.line(site.show_name(), point(EDGE, 8.0), 230.0, strong(8.5));
    if site.plaza.name != site.show_name() {
        sheet.line(&site.plaza.name, point(EDGE, 20.0), 230.0, plain(5.0).in_colour(DIM));
    }
    compass(
        &mut sheet,
        point(PAPER_SIZE.w - 20.0, 18.0),
        7.0,
        site.plaza.venue.north,
        site.lang,
    );
    let room = rect(EDGE, 32.0, PAPER_SIZE.w - 2.0 * EDGE, PAPER_SIZE.h - 42.0);
    let inner = room.grow(-6.0);
    let mm = (inner.w / site.bounds.w.max(1.0)).min(inner.h / site.bounds.h.max(1.0));
    let chart = Chart::centred(&site.bounds, &inner, mm, 0.8);
    let ground = chart.map_all(&site.outline);
    sheet.shape(ring(&ground), Some(Colour::Cmyk([0.0, 2.0, 6.0, 3.0])), None);
    let mut hand = Hand::new(&mut sheet, site, chart);
    hand.ground();
    hand.things(things::is_for_visitors);
    hand.bars();
    hand.numbers();
    hand.entrance();
    hand.units(&[4.6, 3.6, 2.8]);
    sheet.finish()
}

fn slide(boards: &Boards<'_>, board: &Arc<Board>, thumbs: &Thumbs, fonts: &Fonts, lang: Lang) -> Page {
    let about = Page::about(boards.exhibition, board, boards.script);
    let mut sheet = Sheet::new(fonts, lang, size(PAPER_SIZE.w, PAPER_SIZE.h));
    sheet.fill(rect(0.0, 0.0, PAPER_SIZE.w, PAPER_SIZE.h), DARK);
    let is_wide = board.size.w > board.size.h * 1.25;
    let picture = if is_wide {
        rect(EDGE, EDGE, PAPER_SIZE.w - 2.0 * EDGE, PAPER_SIZE.h - EDGE - 34.0)
    } else {
        rect(EDGE, EDGE, 190.0, PAPER_SIZE.h - 2.0 * EDGE)
    };
    let seen = thumbs
        .get(board.id)
        .map_or(picture, |facts| sheet.picture(facts, picture));
    let place = place_of(boards.exhibition, board, lang).unwrap_or_default();
    if is_wide {
        foot(&mut sheet, &about, &place);
    } else {
        side(&mut sheet, &about, &place, seen);
    }
    Page {
        frame: Arc::new(sheet.finish()),
        is_rollup: false,
        ..about
    }
}

fn foot(sheet: &mut Sheet<'_>, about: &Page, place: &str) {
    let top = PAPER_SIZE.h - 28.0;
    let look = strong(15.0).in_colour(PAPER);
    let used = sheet.line(&about.number, point(EDGE, top), 60.0, look);
    let (left, room) = (EDGE + used + 8.0, PAPER_SIZE.w - 2.0 * EDGE - used - 8.0);
    sheet.line(&about.title, point(left, top + 1.0), room, strong(8.0).in_colour(PAPER));
    let rest = format!("{}　{place}", about.committee);
    sheet.line(&rest, point(left, top + 14.0), room, plain(4.8).in_colour(DIM));
}

fn side(sheet: &mut Sheet<'_>, about: &Page, place: &str, seen: Rect) {
    // Beside a narrow board its words come near it.
    let left = (seen.right() + 14.0).max(150.0);
    let room = PAPER_SIZE.w - EDGE - left;
    sheet.line(&about.number, point(left, 14.0), room, strong(30.0).in_colour(PAPER));
    let title = strong(10.0).in_colour(PAPER);
    let high = sheet.paragraph_of(&about.title, point(left, 68.0), room, 4, title);
    sheet.paragraph_of(
        &about.committee,
        point(left, 74.0 + high),
        room,
        2,
        plain(6.4).in_colour(PAPER),
    );
    sheet.line(place, point(left, PAPER_SIZE.h - 18.0), room, plain(4.4).in_colour(DIM));
}
