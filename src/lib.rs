//! zhanban (展板): exhibition display boards, from photos and captions to press-ready PDF.
//!
//! # Code map
//! An exhibition is plain data. A command changes it. Layout turns a board into a `Frame`.
//! Screen, PDF and clicks all use that one frame.
//!
//! | module | knows | may use (all also `base`, `geom`) |
//! |---|---|---|
//! | [`base`] | findings, sentences in three languages, progress, photo facts | – |
//! | [`geom`] | millimetres, points, rectangles, transforms, paths | – |
//! | [`script`] | Simplified/Traditional conversion, detection, doubts, word list, order by sound and strokes | – |
//! | [`text`] | fonts, shaping, CLREQ lines, vertical writing | script |
//! | [`model`] | exhibition, boards, templates, commands, undo, three-way merge | script |
//! | [`media`] | photo identity, size, turn, ICC, decoding within limits, mips, tone and masks, faces, likeness, colour proof | – |
//! | [`layout`] | board + template → `Frame`, hit-testing | model text media script |
//! | [`raster`] | `Frame` → pixels | layout and its |
//! | [`plaza`] | ground, arranging, order, tours, sun, what is legible | model layout text script |
//! | [`walk`] | the plaza in space: scene, eye, sun, shadows; its picture without a graphics card | model layout media raster plaza |
//! | [`check`] | preflight, one rule a file | layout raster plaza |
//! | [`compose`] | content folders and articles → boards, fitting by role, boards onto other templates | layout raster plaza |
//! | [`store`] | project folder, SQLite, revisions, recovery, packs; opens the program's own data, finds installed fonts | model media script text |
//! | [`workflow`] | states and allowed changes, ledger rows | model check plaza |
//! | [`export`] | `Frame` → PDF/X-4, hand-over, proofs, papers of the plaza, workbooks | raster check plaza workflow |
//! | [`screen`] | egui painting: texture cache, canvas, plan, walk | raster plaza walk, egui |
//! | [`cli`], [`app`] | headless commands; the window | all |
//!
//! Where building taught otherwise than the first plan:
//! - **PDF**: [`export`] writes objects itself, one after the other, and takes from printpdf only the map from glyphs to
//!   text. printpdf's serializer compiles in a profile that may not be passed on, keeps all photos in memory, and writes
//!   boxes and overprint wrongly. Subsetting is `subsetter`'s, objects are `lopdf`'s.
//! - **Joined files** are written while their boards are laid ([`export::write_joined`]): codes of glyphs are given out as
//!   pages ask for them and fonts come last, so that no frame waits in memory.
//! - **Grey photos** keep their bytes; a profile whose primaries lie on the neutral axis makes them grey
//!   ([`media::grey_profile`]), on screen and in print alike.
//! - **Named fonts** get numbers that hold for the whole process ([`text::take_in`]): frames, outlines and PDFs agree on
//!   them whichever [`text::Fonts`] they meet. Which of them a board uses is part of its [`layout::LayoutInput`].
//! - **The plan** of the plaza and all papers with it are [`layout::Frame`]s ([`export::plaza`]), so that PDF and PNG come
//!   from the boards' back ends.
//! - **Groups of photos** are slicing trees of rows and stacks: for one region all that can be are compared, and what fills
//!   it with the least crop is taken (`layout::Wall`). A board says only which of the good ones it wants.
//! - **A photo's tone and masks** are baked into one derived file for screen and print; crop, level and frame stay matrix
//!   and clip. What a look at the pixels tells (faces, likeness, camera) is kept with the photo, never found out in layout.
//! - **Questions and moments** are steps with another look of their slot, not kinds of their own.
//! - **The walk** projects faces on the processor and sorts them from far to near; what boards and walls hide is found out
//!   first and not painted, small pictures of boards share a few textures (`screen::sheets`); ground shadows are one picture of the
//!   whole plaza ([`walk::Mask`]), so that shadows on each other are not darker than one.
//! - **The ground** of a board is a field of it: it has no place, no order, and no hand takes hold of it.
//! - **Merge** works on the JSON of boards, elements and fields (`model::merge`): a new field or kind needs no line there.
//! - **Comment meetings** are records of the show ([`model::Meeting`]): numbers and titles as they were that day. What a
//!   meeting decides about a board is the board's own state, by the changes [`workflow`] allows.
//! - **Pasted texts** go the way of content files (`compose::proposed`): one reader of titles, couplets and captions for the
//!   new board, for series and for folders.
//! - **Drawing** runs on threads of its own, not on the pool that exports use: a canvas must not wait for an export.
//!
//! `tests/architecture.rs` holds this table as data and fails where a source breaks it.

pub mod app;
pub mod base;
pub mod check;
pub mod cli;
pub mod compose;
pub mod export;
pub mod geom;
pub mod layout;
pub mod media;
pub mod model;
pub mod plaza;
pub mod raster;
pub mod screen;
pub mod script;
pub mod store;
pub mod text;
pub mod walk;
pub mod workflow;
