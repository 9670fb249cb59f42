//! The window: five workspaces over one exhibition. Sends commands, starts jobs, shows findings.
//! Panels (`*_ui`) read a `View` and send `Message`s; `shell` owns the show and does what they say.

pub mod actions;
pub mod badge;
pub mod board;
mod chrome;
mod colours_form;
mod dialogs;
mod exchange;
pub mod fields;
mod files;
mod font_work;
mod fonts_ask;
mod fonts_form;
pub mod help;
mod jobs;
pub mod ledger_book;
mod new_board;
mod obey;
mod overview;
mod pace;
mod palette;
pub mod paper_work;
mod photo_deeds;
mod picker;
pub mod plaza;
mod print;
mod recent;
mod registers_form;
mod restyle;
mod review;
mod rules_form;
pub mod session;
mod shell;
mod shops;
mod shot;
mod show_form;
mod start;
mod styles_form;
mod summary;
pub mod tasks;
mod template_form;
mod texts;
pub mod theme;
mod toasts;
mod tray;
mod versions;
pub mod view;
mod walk;
mod welcome;
pub mod widgets;
pub mod words;
mod workbench;

pub use dialogs::{Ask, Purpose};
pub use shell::Shell;

use crate::base::Lang;
use crate::store::{Home, HomeError};
use files::Folders;
use session::{Settings, ThemeChoice, Workspace};
use shot::Missed;
use std::path::PathBuf;

/// What the command line may say about the window; `None` is what the person chose last.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The exhibition to open; else the last one, else the sample.
    pub show: Option<PathBuf>,
    pub workspace: Option<Workspace>,
    /// In points.
    pub size: Option<[f32; 2]>,
    pub lang: Option<Lang>,
    pub theme: Option<ThemeChoice>,
    /// Open, draw, save a picture of the window here, quit. Remembers nothing.
    pub screenshot: Option<PathBuf>,
}

#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// Known before anything is tried: neither an X nor a Wayland display is named.
    #[error("there is no display to open a window on")]
    NoDisplay,
    #[error("the window cannot be drawn on this machine: {0}")]
    Graphics(String),
    #[error(transparent)]
    Home(#[from] HomeError),
    #[error("the picture {file} was taken before everything on it was drawn")]
    Unfinished { file: PathBuf },
    #[error("the picture {file} cannot be written")]
    Screenshot {
        file: PathBuf,
        #[source]
        source: std::io::Error,
    },
}

/// What the panels are laid out for, in points.
const SMALLEST: [f32; 2] = [1120.0, 640.0];

/// Opens the window and returns when it is closed.
pub fn run(options: Options) -> Result<(), WindowError> {
    if !has_display() {
        return Err(WindowError::NoDisplay);
    }
    let home = Home::open()?;
    let shell = prepared(home, &options);
    let failure = shell.shot.as_ref().map(|shot| shot.result.clone());
    let fonts = shell.home.fonts.clone();
    let kept = shell.session.settings.clone();
    let creator: eframe::AppCreator<'_> = Box::new(move |creation| {
        theme::install(&creation.egui_ctx, &fonts);
        Ok(Box::new(shell))
    });
    eframe::run_native("zhanban", native(&options, &kept), creator)
        .map_err(|error| WindowError::Graphics(error.to_string()))?;
    let failure = failure.and_then(|failure| failure.lock().ok()?.take());
    match (failure, options.screenshot) {
        (Some(Missed::Unwritten(source)), Some(file)) => Err(WindowError::Screenshot { file, source }),
        (Some(Missed::Unfinished), Some(file)) => Err(WindowError::Unfinished { file }),
        _ => Ok(()),
    }
}

/// The window as the options and the settings of last time want it.
fn prepared(home: Home, options: &Options) -> Shell {
    let folders = Folders::of_this_user();
    let mut settings = folders.read_settings();
    settings.lang = options.lang.unwrap_or(settings.lang);
    settings.theme = options.theme.unwrap_or(settings.theme);
    settings.workspace = options.workspace.unwrap_or(settings.workspace);
    let last = settings.last_show.clone().filter(|show| files::exists(show));
    files::log_panics(&folders);
    files::log(&folders, concat!("start ", env!("CARGO_PKG_VERSION")));
    let mut shell = Shell::new(home, folders, settings);
    let is_pack = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "zbpack");
    let (pack, show) = match options.show.clone() {
        Some(path) if is_pack(&path) => (Some(path), None),
        show => (None, show),
    };
    // A pack opened by double click needs no sample beside it.
    shell.first = match show.or(last) {
        Some(show) => Some(tasks::Work::Open(show)),
        None => pack.is_none().then(|| shell.sample()),
    };
    shell.pack = pack;
    shell.welcomes = options.show.is_none() && options.screenshot.is_none() && !shell.session.settings.is_settled;
    if let Some(file) = &options.screenshot {
        shell.shot = Some(shot::Shot::new(file.clone()));
        shell.remembers = false;
    }
    shell
}

/// As large as asked for, else as it was left.
fn native(options: &Options, kept: &Settings) -> eframe::NativeOptions {
    let [width, height] = options.size.or(kept.window).unwrap_or([1440.0, 900.0]);
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("展板")
        .with_app_id("zhanban")
        .with_inner_size([width, height])
        .with_icon(icon());
    if options.size.is_none() {
        viewport = viewport.with_min_inner_size(SMALLEST).with_maximized(kept.is_maximized);
    }
    eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        ..eframe::NativeOptions::default()
    }
}

/// A board on its stand, in the accent.
fn icon() -> egui::IconData {
    const SIDE: u32 = 64;
    let accent = theme::of(false).accent.0;
    let mut rgba = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for y in 0..SIDE {
        for x in 0..SIDE {
            let is_board = (8..56).contains(&x) && (6..46).contains(&y);
            let is_paper = (12..52).contains(&x) && (24..42).contains(&y);
            let is_leg = (46..60).contains(&y) && ((16..20).contains(&x) || (44..48).contains(&x));
            let colour = match (is_paper, is_board || is_leg) {
                (true, _) => egui::Color32::WHITE,
                (_, true) => accent,
                _ => egui::Color32::TRANSPARENT,
            };
            rgba.extend(colour.to_array());
        }
    }
    egui::IconData {
        rgba,
        width: SIDE,
        height: SIDE,
    }
}

/// Only Linux can lack one.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET")
}
