//! Pictures of boards and photos as textures, made on worker threads and kept while they are in use.

use super::sheets::{Look, SIDE, Sheets};
use super::shelf::Shelf;
use super::thumbnails::{self, BOARD_PX, PHOTO_PX, Thumb};
use crate::base::{Digest, PhotoFacts};
use crate::layout::{LayoutCache, LayoutInput, is_same, layout_input};
use crate::model::{Board, BoardId, Committee, Exhibition, Show, Template};
use crate::raster::Ink;
use crate::text::faces_found;
use egui::{ColorImage, TextureFilter, TextureHandle, TextureId, TextureOptions};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Textures kept in memory, in bytes with their smaller versions. With the sheets of small pictures, the ground and the
/// letters of the window they stay below 150 MB.
const BUDGET: usize = 72 << 20;
/// Above this a picture that is larger than needed is made smaller.
const TIGHT: usize = BUDGET / 3 * 2;
/// A frame takes on so many bytes of new pictures; more would make it stutter.
const A_FRAME: usize = 3 << 20;
/// What a texture costs a frame besides its pixels, as if it were bytes.
const A_TEXTURE: usize = 48 << 10;
/// A window that draws no frames is not waited for longer than this.
const PATIENCE: Duration = Duration::from_millis(120);
const WORKERS: usize = 2;
/// A board under the hand gets its new thumbnail when the hand rests.
const REST: Duration = Duration::from_millis(250);
/// Until a frame shows what came meanwhile.
const A_FEW: Duration = Duration::from_millis(40);
/// After a show was opened; nobody waits for pictures then.
const TIDY: Duration = Duration::from_secs(20);
const LARGEST_PX: u32 = 1536;

const SMOOTH: TextureOptions = TextureOptions {
    // Between two of its sizes nothing is mixed: that costs a card made of software half the time.
    mipmap_mode: Some(TextureFilter::Nearest),
    ..TextureOptions::LINEAR
};

/// One for each open show.
pub struct Pictures {
    shared: Arc<Shared>,
}

struct Shared {
    ctx: egui::Context,
    cache: Arc<LayoutCache>,
    ink: Ink,
    shelf: Option<Shelf>,
    state: Mutex<State>,
    wake: Condvar,
}

#[derive(Default)]
struct State {
    slots: HashMap<Key, Slot>,
    sheets: Sheets,
    /// Those of the newest frame last, within a frame as they were asked for.
    wishes: Vec<Wish>,
    /// Under way: what each worker makes.
    working: Vec<(Key, u32, u64)>,
    bytes: usize,
    /// What the workers gave to a frame, in bytes.
    given: (u64, usize),
    /// Counts the pictures made.
    done: u64,
    stop: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Board(BoardId),
    /// On the sheets.
    Small(BoardId),
    Photo(Digest),
}

#[derive(Default)]
struct Slot {
    seen: Option<Seen>,
    /// Counts up whenever the picture must change.
    version: u64,
    input: Option<Arc<LayoutInput>>,
    made: Vec<Made>,
    /// Sizes that could not be made (a broken photo), by version.
    failed: Option<u64>,
}

/// One texture of a slot.
struct Made {
    px: u32,
    version: u64,
    texture: TextureHandle,
    bytes: usize,
    /// Frame in which it was last shown.
    used: u64,
}

struct Wish {
    key: Key,
    px: u32,
    version: u64,
    source: Source,
    ready: Instant,
    /// The frame that asked last.
    asked: u64,
}

#[derive(Clone)]
enum Source {
    Board(Box<Exhibition>, Arc<LayoutInput>),
    Photo(Arc<PhotoFacts>),
}

/// What was looked at when the slot's input was made: while all are the same allocations, nothing can have changed.
struct Seen {
    board: Arc<Board>,
    show: Arc<Show>,
    committees: Arc<Vec<Committee>>,
    order: Arc<Vec<BoardId>>,
    words: Arc<crate::script::Words>,
    photos: Arc<std::collections::BTreeMap<Digest, Arc<PhotoFacts>>>,
    templates: Arc<std::collections::BTreeMap<crate::model::TemplateRef, Arc<Template>>>,
    faces: usize,
}

impl Seen {
    fn of(exhibition: &Exhibition, board: &Arc<Board>) -> Seen {
        Seen {
            board: board.clone(),
            show: exhibition.show.clone(),
            committees: exhibition.committees.clone(),
            order: exhibition.order.clone(),
            words: exhibition.words.clone(),
            photos: exhibition.photos.clone(),
            templates: exhibition.templates.clone(),
            faces: faces_found(),
        }
    }

    fn holds(&self, exhibition: &Exhibition, board: &Arc<Board>) -> bool {
        Arc::ptr_eq(&self.board, board)
            && Arc::ptr_eq(&self.show, &exhibition.show)
            && Arc::ptr_eq(&self.committees, &exhibition.committees)
            && Arc::ptr_eq(&self.order, &exhibition.order)
            && Arc::ptr_eq(&self.words, &exhibition.words)
            && Arc::ptr_eq(&self.photos, &exhibition.photos)
            && Arc::ptr_eq(&self.templates, &exhibition.templates)
            && self.faces == faces_found()
    }
}

impl Pictures {
    /// `folder` keeps thumbnails between starts, named by a hash of all that decides the picture; may be deleted any time.
    pub fn new(ctx: &egui::Context, cache: Arc<LayoutCache>, ink: Ink, folder: Option<PathBuf>) -> Pictures {
        if let Some(shelf) = folder.as_deref().map(Shelf::at) {
            std::thread::spawn(move || {
                std::thread::sleep(TIDY);
                shelf.shed();
            });
        }
        let shared = Arc::new(Shared {
            ctx: ctx.clone(),
            cache,
            ink,
            shelf: folder.as_deref().map(Shelf::at),
            state: Mutex::default(),
            wake: Condvar::new(),
        });
        for _ in 0..WORKERS {
            let shared = shared.clone();
            std::thread::spawn(move || work(&shared));
        }
        Pictures { shared }
    }

    /// The board's picture about this high in physical pixels. What is at hand comes back at once (an older picture
    /// while the new one is made); `None` before the first. Asks for a repaint when a better one is there.
    pub fn board(&self, exhibition: &Exhibition, board: &Arc<Board>, height_px: u32) -> Option<TextureId> {
        let mut state = self.shared.lock();
        let key = Key::Board(board.id);
        let (input, rest) = renewed(&mut state, key, exhibition, board)?;
        let source = || Source::Board(Box::new(exhibition.clone()), input);
        self.shared.show(&mut state, key, height_px, rest, source)
    }

    /// The same for many boards at once: small ones share textures.
    pub fn look(&self, exhibition: &Exhibition, board: &Arc<Board>, height_px: u32) -> Option<Look> {
        if Sheets::serves(board.size).is_none_or(|highest| height_px > highest) {
            let whole = self.board(exhibition, board, height_px).map(Look::whole);
            let mut state = self.shared.lock();
            return whole.or_else(|| self.shared.small(&mut state, board.id, height_px));
        }
        let mut state = self.shared.lock();
        let key = Key::Small(board.id);
        let (input, rest) = renewed(&mut state, key, exhibition, board)?;
        let (version, failed) = state.slots.get(&key).map(|slot| (slot.version, slot.failed))?;
        if failed == Some(version) {
            drop(state);
            return self.board(exhibition, board, height_px).map(Look::whole);
        }
        if !state.sheets.has(board.id, version) {
            let source = || Source::Board(Box::new(exhibition.clone()), input);
            self.shared.wish(&mut state, key, SIDE as u32, version, rest, source);
        }
        self.shared.small(&mut state, board.id, height_px)
    }

    /// A photo, upright, its longer side about this long in physical pixels.
    pub fn photo(&self, facts: &Arc<PhotoFacts>, longest_px: u32) -> Option<TextureId> {
        let mut state = self.shared.lock();
        let source = || Source::Photo(facts.clone());
        self.shared
            .show(&mut state, Key::Photo(facts.digest), longest_px, Duration::ZERO, source)
    }

    /// How many pictures were made; while it grows, it is worth waiting for the rest.
    pub fn done(&self) -> u64 {
        self.shared.lock().done
    }

    /// No picture is being made and none waits.
    pub fn is_idle(&self) -> bool {
        let state = self.shared.lock();
        state.working.is_empty() && state.wishes.is_empty()
    }
}

/// What decides the board's picture now, and how long it may wait.
fn renewed(
    state: &mut State,
    key: Key,
    exhibition: &Exhibition,
    board: &Arc<Board>,
) -> Option<(Arc<LayoutInput>, Duration)> {
    let slot = state.slots.entry(key).or_default();
    let mut rest = Duration::ZERO;
    if !slot.seen.as_ref().is_some_and(|seen| seen.holds(exhibition, board)) {
        let input = layout_input(exhibition, board, None);
        if !slot.input.as_ref().is_some_and(|old| is_same(old, &input)) {
            rest = if slot.version == 0 { rest } else { REST };
            slot.input = Some(Arc::new(input));
            slot.version += 1;
        }
        slot.seen = Some(Seen::of(exhibition, board));
    }
    Some((slot.input.clone()?, rest))
}

impl Drop for Pictures {
    fn drop(&mut self) {
        self.shared.lock().stop = true;
        self.shared.wake.notify_all();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // A worker that failed leaves at worst a wish unfulfilled.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The best texture at hand, and a wish for a better one where there could be one.
    fn show(
        &self,
        state: &mut State,
        key: Key,
        px: u32,
        rest: Duration,
        source: impl FnOnce() -> Source,
    ) -> Option<TextureId> {
        let px = px.clamp(16, LARGEST_PX);
        let now = self.ctx.cumulative_frame_nr();
        let is_tight = state.bytes > TIGHT;
        let slot = state.slots.entry(key).or_default();
        let version = slot.version;
        // Fresh before old, large enough before too small, then the nearest size.
        let best = slot.made.iter_mut().min_by_key(|made| {
            let distance = made.px.abs_diff(px);
            (made.version != version, made.px < px, distance)
        });
        let (id, is_good) = match best {
            Some(made) => {
                made.used = now;
                let fits = made.px >= px && (made.px <= px + px / 2 + 8 || !is_tight);
                (Some(made.texture.id()), fits && made.version == version)
            }
            None => (None, false),
        };
        if !is_good && slot.failed != Some(version) {
            self.wish(state, key, px, version, rest, source);
        }
        id
    }

    /// What lies on the sheets, be it of an older version.
    fn small(&self, state: &mut State, board: BoardId, height_px: u32) -> Option<Look> {
        let now = self.ctx.cumulative_frame_nr();
        state.sheets.look(board, height_px, now).map(|(_, look)| look)
    }

    fn wish(
        &self,
        state: &mut State,
        key: Key,
        px: u32,
        version: u64,
        rest: Duration,
        source: impl FnOnce() -> Source,
    ) {
        let now = self.ctx.cumulative_frame_nr();
        let is_made = state
            .working
            .iter()
            .any(|(made, made_px, of)| (*made, *of) == (key, version) && made_px.abs_diff(px) < 4);
        if !is_made {
            let waiting = state
                .wishes
                .iter()
                .position(|wish| wish.key == key && wish.px.abs_diff(px) <= px / 2);
            match waiting {
                // What is asked for again moves to the front; a rest under way begins anew only with a new version.
                Some(at) => {
                    let mut wish = state.wishes.remove(at);
                    if wish.version != version {
                        wish.version = version;
                        wish.source = source();
                        wish.ready = Instant::now() + rest;
                    }
                    wish.px = px;
                    wish.asked = now;
                    state.wishes.push(wish);
                }
                None => state.wishes.push(Wish {
                    key,
                    px,
                    version,
                    source: source(),
                    ready: Instant::now() + rest,
                    asked: now,
                }),
            }
            self.wake.notify_one();
        }
    }

    fn make(&self, wish: &Wish) -> Option<Thumb> {
        match &wish.source {
            Source::Board(exhibition, input) => {
                let ink = Ink {
                    photos: exhibition.photos.clone(),
                    ..self.ink.clone()
                };
                let laid = || self.cache.lay(exhibition, &input.board, None);
                Some(if wish.px <= BOARD_PX {
                    thumbnails::board_thumb(laid, input, &ink, self.shelf.as_ref(), wish.px).high(wish.px)
                } else {
                    thumbnails::draw_board(&laid(), &ink, wish.px)
                })
            }
            Source::Photo(facts) if wish.px <= PHOTO_PX => {
                Some(thumbnails::photo_thumb(facts, &self.ink, self.shelf.as_ref())?.within(wish.px))
            }
            Source::Photo(facts) => thumbnails::draw_photo(facts, &self.ink, wish.px),
        }
    }

    /// Of its own; small ones go onto a sheet when they are kept.
    fn texture(&self, thumb: &Thumb) -> (TextureHandle, usize) {
        let size = [thumb.width as usize, thumb.height as usize];
        let image = ColorImage::from_rgba_premultiplied(size, &thumb.rgba);
        let bytes = bytes_of(thumb);
        self.give(bytes);
        (self.ctx.load_texture("thumbnail", image, SMOOTH), bytes)
    }

    /// Waits until a frame has room for a picture.
    fn give(&self, bytes: usize) {
        let begin = Instant::now();
        loop {
            let mut state = self.lock();
            let now = self.ctx.cumulative_frame_nr();
            if state.given.0 != now {
                state.given = (now, 0);
            }
            let has_room = state.given.1 == 0 || state.given.1 + bytes <= A_FRAME;
            if has_room || state.stop || begin.elapsed() > PATIENCE {
                state.given.1 += bytes + A_TEXTURE;
                return;
            }
            drop(state);
            self.ctx.request_repaint();
            std::thread::sleep(Duration::from_millis(3));
        }
    }

    fn keep(&self, state: &mut State, wish: &Wish, texture: Option<(TextureHandle, usize)>) {
        let now = self.ctx.cumulative_frame_nr();
        let slot = state.slots.entry(wish.key).or_default();
        let Some((texture, bytes)) = texture else {
            slot.failed = Some(wish.version);
            return;
        };
        // Older pictures of about this size have done their duty.
        let mut freed = 0;
        slot.made.retain(|made| {
            let is_replaced = made.version < wish.version || made.px.abs_diff(wish.px) < 4;
            freed += if is_replaced { made.bytes } else { 0 };
            !is_replaced
        });
        slot.made.push(Made {
            // A photo smaller than asked for is as good as it gets.
            px: wish.px,
            version: wish.version,
            texture,
            bytes,
            used: now,
        });
        state.bytes = state.bytes + bytes - freed;
        shed(state, now);
    }
}

/// A texture's smaller versions take a third more.
fn bytes_of(thumb: &Thumb) -> usize {
    thumb.rgba.len() / 3 * 4
}

/// Lets go of what was not shown for longest until the rest fits.
fn shed(state: &mut State, now: u64) {
    while state.bytes > BUDGET {
        let oldest = state
            .slots
            .iter()
            .flat_map(|(key, slot)| slot.made.iter().map(|made| (made.used, *key, made.px)))
            .min_by_key(|(used, _, _)| *used);
        let Some((used, key, px)) = oldest.filter(|(used, _, _)| used + 2 < now) else {
            return;
        };
        let Some(slot) = state.slots.get_mut(&key) else { return };
        let Some(at) = slot.made.iter().position(|made| made.used == used && made.px == px) else {
            return;
        };
        state.bytes -= slot.made.remove(at).bytes;
    }
}

/// Of what may be made now, the first that the newest frame asked for: pictures come from the top of a page downwards.
fn next_wish(wishes: &[Wish], now: Instant) -> Option<usize> {
    let ready = || wishes.iter().enumerate().filter(|(_, wish)| wish.ready <= now);
    let newest = ready().map(|(_, wish)| wish.asked).max()?;
    ready().find(|(_, wish)| wish.asked == newest).map(|(at, _)| at)
}

fn work(shared: &Shared) {
    let mut state = shared.lock();
    loop {
        if state.stop {
            return;
        }
        let now = Instant::now();
        let Some(at) = next_wish(&state.wishes, now) else {
            let next = state.wishes.iter().map(|wish| wish.ready).min();
            state = match next {
                Some(next) => {
                    let waited = shared.wake.wait_timeout(state, next.saturating_duration_since(now));
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
                None => shared.wake.wait(state).unwrap_or_else(PoisonError::into_inner),
            };
            continue;
        };
        let wish = state.wishes.remove(at);
        // Two boards wished twice for are made once.
        let is_made = match wish.key {
            Key::Small(board) => state.sheets.has(board, wish.version),
            Key::Board(_) | Key::Photo(_) => state.slots.get(&wish.key).is_some_and(|slot| {
                slot.made
                    .iter()
                    .any(|made| made.version == wish.version && made.px.abs_diff(wish.px) < 4)
            }),
        };
        if is_made {
            continue;
        }
        let mark = (wish.key, wish.px, wish.version);
        state.working.push(mark);
        drop(state);
        // The window waits for the lock in every frame: nothing slow happens under it.
        let thumb = shared.make(&wish);
        if let (Key::Small(board), Some(thumb)) = (wish.key, &thumb) {
            state = shared.lock();
            state.sheets.put(&shared.ctx, board, wish.version, thumb);
            finished(shared, &mut state, &mark);
            if !state.sheets.has(board, wish.version) {
                shared.keep(&mut state, &wish, None);
            }
            continue;
        }
        let texture = thumb.map(|thumb| shared.texture(&thumb));
        state = shared.lock();
        finished(shared, &mut state, &mark);
        shared.keep(&mut state, &wish, texture);
    }
}

fn finished(shared: &Shared, state: &mut State, mark: &(Key, u32, u64)) {
    if let Some(at) = state.working.iter().position(|other| other == mark) {
        state.working.swap_remove(at);
    }
    state.done += 1;
    let has_more = matches!(mark.0, Key::Small(_)) && !state.wishes.is_empty();
    // Hundreds of small pictures come faster when not each of them is shown by a frame of its own.
    let wait = if has_more { A_FEW } else { Duration::ZERO };
    shared.ctx.request_repaint_after(wait);
}
