//! zhanban (展板): exhibition display boards, from photos and captions to press-ready PDF.
//!
//! # Code map
//! An exhibition is plain data. A command changes it. Layout turns a board into a `Frame`.
//! Screen, PDF and clicks all use that one frame.
//!
//! | module | knows | may use (all also `base`, `geom`) |
//! |---|---|---|
//! | [`base`] | findings, sentences in three languages, progress, photo facts | – |
//! | [`geom`] | millimetres, points, rectangles, transforms | – |
//! | [`script`] | Simplified/Traditional conversion, detection, doubts, word list | – |
//! | [`text`] | fonts, shaping, CLREQ lines, vertical writing | script |
//! | [`model`] | exhibition, boards, templates, commands, undo | script |
//! | [`media`] | photo identity, size, turn, ICC, decoding within limits, mips, colour proof | – |
//! | [`layout`] | board + template → `Frame`, hit-testing | model text media script |
//! | [`raster`] | `Frame` → pixels | layout and its |
//! | [`plaza`] | plan, rows, order, sight lines | model |
//! | [`check`] | preflight, one rule a file | layout raster plaza |
//! | [`compose`] | content folders → boards, fitting by role | layout raster plaza |
//! | [`store`] | project folder, SQLite, revisions, recovery | model media script |
//! | [`workflow`] | states and allowed changes, ledger rows | model check plaza |
//! | [`export`] | `Frame` → PDF/X-4, plan sheets | raster check plaza workflow |
//! | [`screen`] | egui painting: texture cache, canvas, plan | raster plaza, egui |
//! | [`cli`], [`app`] | headless commands; the window | all |
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
pub mod workflow;
