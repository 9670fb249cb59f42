//! The board's sharp view: drawn on a worker with a margin around what is seen; the last picture is shown through
//! the new zoom until the sharp one is there.

use crate::base::Digest;
use crate::geom::Rect;
use crate::layout::{Laid, LayoutCache, LayoutInput, is_same, layout_input};
use crate::model::{Board, Exhibition};
use crate::raster::{self, Eye, Ink, Lens, Photos, View};
use crate::script::Script;
use egui::{ColorImage, TextureHandle, TextureId, TextureOptions};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What should be seen.
pub struct Want<'a> {
    pub exhibition: &'a Exhibition,
    pub board: &'a Arc<Board>,
    /// `None`: the board's own.
    pub script: Option<Script>,
    /// What the eye looks for.
    pub eye: Eye,
    /// Physical pixels a millimetre.
    pub px_per_mm: f64,
    /// The part of the board in view, in mm; may be wider than the board.
    pub seen: Rect,
    /// From the board's corner to the nearest physical pixel before it, in mm: so that pixels fall on pixels.
    pub grid: [f64; 2],
}

/// The picture at hand and what it shows.
#[derive(Clone)]
pub struct Shown {
    pub laid: Arc<Laid>,
    pub board: Arc<Board>,
    pub texture: TextureId,
    /// Where it lies on the board, in mm.
    pub place: Rect,
    pub px_per_mm: f64,
}

pub struct CanvasPicture {
    shared: Arc<Shared>,
}

struct Shared {
    ctx: egui::Context,
    cache: Arc<LayoutCache>,
    ink: Ink,
    state: Mutex<State>,
    wake: Condvar,
}

#[derive(Default)]
struct State {
    wish: Option<Wish>,
    /// What was asked for last, done or under way.
    asked: Option<Asked>,
    shown: Option<(Shown, TextureHandle)>,
    is_working: bool,
    stop: bool,
}

struct Wish {
    exhibition: Exhibition,
    input: Arc<LayoutInput>,
    eye: Eye,
    view: View,
}

struct Asked {
    input: Arc<LayoutInput>,
    eye: Eye,
    px_per_mm: f64,
    place: Rect,
}

/// Share of the view's size that is drawn beyond each edge, so that panning finds something there.
const MARGIN: f64 = 0.25;

/// A slider that stands still so long has been let go.
const REST: Duration = Duration::from_millis(300);

impl CanvasPicture {
    pub fn new(ctx: &egui::Context, cache: Arc<LayoutCache>, ink: Ink) -> CanvasPicture {
        let shared = Arc::new(Shared {
            ctx: ctx.clone(),
            cache,
            ink,
            state: Mutex::default(),
            wake: Condvar::new(),
        });
        let own = shared.clone();
        std::thread::spawn(move || work(&own));
        CanvasPicture { shared }
    }

    /// The picture at hand for this board, and a request for a better one if this one is not exactly it.
    pub fn show(&self, want: &Want<'_>) -> Option<Shown> {
        let input = layout_input(want.exhibition, want.board, want.script);
        let board = rect_of(want.board).grow(crate::layout::BLEED);
        let mut state = self.shared.lock();
        let is_asked = state.asked.as_ref().is_some_and(|asked| {
            is_same(&asked.input, &input)
                && asked.eye == want.eye
                && asked.px_per_mm == want.px_per_mm
                && want
                    .seen
                    .intersect(&board)
                    .is_none_or(|seen| covers(&asked.place, &seen))
        });
        if !is_asked && let Some(view) = view_of(want, &board) {
            let input = Arc::new(input);
            state.asked = Some(Asked {
                input: input.clone(),
                eye: want.eye,
                px_per_mm: want.px_per_mm,
                place: place_of(&view),
            });
            state.wish = Some(Wish {
                exhibition: want.exhibition.clone(),
                input,
                eye: want.eye,
                view,
            });
            self.shared.wake.notify_one();
        }
        let shown = state.shown.as_ref().map(|(shown, _)| shown.clone());
        shown.filter(|shown| shown.board.id == want.board.id)
    }

    /// By which colours are shown.
    pub fn profile(&self) -> Digest {
        self.shared.ink.proof.id()
    }

    /// Nothing is being drawn and nothing waits.
    pub fn is_idle(&self) -> bool {
        let state = self.shared.lock();
        state.wish.is_none() && !state.is_working
    }
}

impl Drop for CanvasPicture {
    fn drop(&mut self) {
        self.shared.lock().stop = true;
        self.shared.wake.notify_all();
    }
}

fn rect_of(board: &Board) -> Rect {
    crate::geom::rect(0.0, 0.0, board.size.w, board.size.h)
}

fn covers(outer: &Rect, inner: &Rect) -> bool {
    let slack = 0.5;
    outer.x <= inner.x + slack
        && outer.y <= inner.y + slack
        && outer.right() >= inner.right() - slack
        && outer.bottom() >= inner.bottom() - slack
}

fn place_of(view: &View) -> Rect {
    let mm = |px: u32| f64::from(px) / view.px_per_mm;
    crate::geom::rect(view.origin.x, view.origin.y, mm(view.width_px), mm(view.height_px))
}

/// What is in view and a margin, cut to the board and its bleed, on the pixel grid.
fn view_of(want: &Want<'_>, board: &Rect) -> Option<View> {
    let (dx, dy) = (want.seen.w * MARGIN, want.seen.h * MARGIN);
    let wide = crate::geom::rect(
        want.seen.x - dx,
        want.seen.y - dy,
        want.seen.w + 2.0 * dx,
        want.seen.h + 2.0 * dy,
    );
    let part = wide.intersect(board)?;
    let scale = want.px_per_mm;
    let down = |mm: f64, grid: f64| ((mm - grid) * scale).floor() / scale + grid;
    let (x, y) = (down(part.x, want.grid[0]), down(part.y, want.grid[1]));
    let px = |mm: f64| ((mm * scale).ceil() as u32 + 1).clamp(1, 8192);
    Some(View {
        width_px: px(part.right() - x),
        height_px: px(part.bottom() - y),
        origin: crate::geom::point(x, y),
        px_per_mm: scale,
    })
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits a moment, less where something new is wished.
    fn rest(&self) {
        let state = self.lock();
        let is_quiet = |state: &mut State| state.wish.is_none() && !state.stop;
        drop(self.wake.wait_timeout_while(state, REST, is_quiet));
    }

    fn publish(&self, wish: &Wish, laid: &Arc<Laid>, ink: &Ink, photos: Photos) {
        let picture = raster::draw(&laid.frame, &wish.view, ink, photos);
        let size = [picture.width as usize, picture.height as usize];
        let image = ColorImage::from_rgba_premultiplied(size, &picture.rgba);
        let texture = self.ctx.load_texture("canvas", image, TextureOptions::LINEAR);
        let shown = Shown {
            laid: laid.clone(),
            board: wish.input.board.clone(),
            texture: texture.id(),
            place: place_of(&wish.view),
            px_per_mm: wish.view.px_per_mm,
        };
        self.lock().shown = Some((shown, texture));
        self.ctx.request_repaint();
    }
}

fn work(shared: &Shared) {
    let mut lens: Option<Arc<Lens>> = None;
    let mut state = shared.lock();
    loop {
        if state.stop {
            return;
        }
        let Some(wish) = state.wish.take() else {
            state.is_working = false;
            state = shared.wake.wait(state).unwrap_or_else(PoisonError::into_inner);
            continue;
        };
        state.is_working = true;
        let is_first = state
            .shown
            .as_ref()
            .is_none_or(|(shown, _)| shown.board.id != wish.input.board.id);
        drop(state);
        if lens.as_ref().map(|lens| lens.eye()).unwrap_or_default() != wish.eye {
            lens = Lens::of(wish.eye, &shared.ink.proof).map(Arc::new);
        }
        let ink = Ink {
            photos: wish.exhibition.photos.clone(),
            lens: lens.clone(),
            ..shared.ink.clone()
        };
        let laid = shared.cache.lay(&wish.exhibition, &wish.input.board, wish.input.script);
        // A board just opened shows its text at once; its photos follow when they are decoded.
        if is_first {
            shared.publish(&wish, &laid, &ink, Photos::AtHand);
        }
        // While a hand is on a slider each picture is a quick one; at rest comes the very one that is printed.
        let is_quick = !raster::is_settled(&laid.frame, &ink);
        if is_quick {
            shared.publish(&wish, &laid, &ink, Photos::Preview);
            shared.rest();
        }
        let is_overtaken = shared.lock().wish.is_some();
        if !((is_first || is_quick) && is_overtaken) {
            shared.publish(&wish, &laid, &ink, Photos::Wait);
        }
        state = shared.lock();
    }
}
