//! The window: five workspaces over one exhibition. Sends commands, starts jobs, shows findings.
//! Panels (`*_ui`) read a `View` and send `Message`s; `shell` owns the show and does what they say.

pub mod actions;
mod aloud;
pub mod badge;
pub mod board;
mod chrome;
mod colours_form;
mod dates;
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
pub mod meeting;
mod new_board;
mod obey;
mod overview;
mod pace;
mod palette;
pub mod paper_work;
mod person;
mod photo_deeds;
mod picker;
pub mod plaza;
pub mod plaza_papers;
mod print;
mod recent;
mod registers_form;
pub mod renderer;
mod restyle;
mod results;
mod review;
mod rules_form;
pub mod session;
mod shell;
mod shops;
mod shot;
mod show_form;
mod slow;
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
use renderer::{Renderer, Starting};
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
    /// Tried first; the others follow.
    pub renderer: Option<Renderer>,
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
///
/// # Errors
/// `Graphics` with the reasons of every renderer that was tried, where none can draw here.
pub fn run(options: Options) -> Result<(), WindowError> {
    if !has_display() {
        return Err(WindowError::NoDisplay);
    }
    let folders = Folders::of_this_user();
    let kept = folders.read_settings();
    let crashed = Starting::crashed(&folders);
    if let Some(crashed) = crashed {
        files::log(
            &folders,
            &format!("the start before ended while {} drew", crashed.name()),
        );
    }
    let mut reasons = Vec::new();
    for renderer in Renderer::in_turn(options.renderer.or(kept.renderer), crashed) {
        match open(&options, renderer, crashed.is_some() || !reasons.is_empty()) {
            Err(WindowError::Graphics(reason)) => {
                files::log(&folders, &format!("{}: {reason}", renderer.name()));
                reasons.push(format!("{}: {reason}", renderer.name()));
            }
            done => return done,
        }
    }
    if options.screenshot.is_none() {
        files::tell_without_window("展板 zhanban", &words::no_renderer(kept.lang, &reasons));
    }
    Err(WindowError::Graphics(reasons.join("; ")))
}

/// The window by one renderer, until it is closed. `Graphics` where it cannot draw here.
fn open(options: &Options, renderer: Renderer, is_other: bool) -> Result<(), WindowError> {
    if let Some(done) = renderer.elsewhere() {
        return match done {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(WindowError::Graphics(status.to_string())),
            Err(error) => Err(WindowError::Graphics(error.to_string())),
        };
    }
    let home = Home::open()?;
    let mut shell = prepared(home, options);
    if is_other {
        shell.session.settings.renderer = Some(renderer);
    }
    shell.starting = Starting::begin(&shell.folders, renderer);
    let failure = shell.shot.as_ref().map(|shot| shot.result.clone());
    let fonts = shell.home.fonts.clone();
    let kept = shell.session.settings.clone();
    let creator: eframe::AppCreator<'_> = Box::new(move |creation| {
        theme::install(&creation.egui_ctx, &fonts);
        if let Some(aloud) = aloud::Aloud::wished() {
            creation.egui_ctx.add_plugin(aloud);
        }
        Ok(Box::new(shell))
    });
    eframe::run_native("zhanban", native(options, &kept, renderer), creator)
        .map_err(|error| WindowError::Graphics(error.to_string()))?;
    let failure = failure.and_then(|failure| failure.lock().ok()?.take());
    match (failure, options.screenshot.clone()) {
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
fn native(options: &Options, kept: &Settings, renderer: Renderer) -> eframe::NativeOptions {
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
        renderer: renderer.backend(),
        // Every pixel reckoned a little longer against steps in ramps that nobody sees: a card made of software feels it.
        dithering: false,
        ..eframe::NativeOptions::default()
    }
}

/// The program's own picture; without one the system shows its usual.
fn icon() -> egui::IconData {
    let picture = image::load_from_memory(include_bytes!("../../assets/icon/zhanban-128.png"));
    picture.map_or_else(
        |_| egui::IconData::default(),
        |picture| egui::IconData {
            width: picture.width(),
            height: picture.height(),
            rgba: picture.into_rgba8().into_raw(),
        },
    )
}

/// Only Linux can lack one.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET")
}
