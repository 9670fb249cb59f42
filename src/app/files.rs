//! The window's own files: settings, where the sample goes, pictures it writes. The only place in `app` that touches
//! the disk.

use super::session::Settings;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Folders of the person at the desk; `None` where the system names none.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    pub settings: Option<PathBuf>,
    /// Where shows go that nobody chose a place for.
    pub shows: Option<PathBuf>,
    /// May be emptied at any time.
    pub pictures: Option<PathBuf>,
    /// What happened, for whoever looks into a problem.
    pub logs: Option<PathBuf>,
}

impl Folders {
    pub fn of_this_user() -> Folders {
        Folders {
            settings: base("APPDATA", "XDG_CONFIG_HOME", ".config").map(|folder| folder.join("settings.json")),
            shows: base("LOCALAPPDATA", "XDG_DATA_HOME", ".local/share"),
            pictures: base("LOCALAPPDATA", "XDG_CACHE_HOME", ".cache").map(|folder| folder.join("pictures")),
            logs: base("LOCALAPPDATA", "XDG_STATE_HOME", ".local/state").map(|folder| folder.join("logs")),
        }
    }

    pub fn read_settings(&self) -> Settings {
        let text = self
            .settings
            .as_ref()
            .and_then(|file| std::fs::read_to_string(file).ok());
        text.map_or_else(Settings::default, |text| Settings::parse(&text))
    }

    /// Settings that cannot be kept are no reason to stop anybody.
    pub fn write_settings(&self, settings: &Settings) {
        let (Some(file), Ok(text)) = (&self.settings, serde_json::to_vec_pretty(settings)) else {
            return;
        };
        let _ = write_whole(file, &text);
    }
}

fn base(windows: &str, xdg: &str, home: &str) -> Option<PathBuf> {
    let named = |name: &str| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let folder = if cfg!(windows) {
        named(windows)
    } else {
        named(xdg).or_else(|| Some(named("HOME")?.join(home)))
    };
    Some(folder?.join("zhanban"))
}

/// Beside the target first, then renamed: never half a file. Makes the folder.
pub fn write_whole(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    temporary.persist(file).map_err(|error| error.error)?;
    Ok(())
}

/// The largest table that is read whole.
const SMALL: u64 = 16 << 20;

pub fn read_small(file: &Path) -> io::Result<Vec<u8>> {
    if std::fs::metadata(file)?.len() > SMALL {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    std::fs::read(file)
}

/// The largest document that is read: a long one with its photos.
const DOCUMENT: u64 = 600 << 20;

pub fn read_document(file: &Path) -> io::Result<Vec<u8>> {
    if std::fs::metadata(file)?.len() > DOCUMENT {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    std::fs::read(file)
}

pub fn make_folder(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}

/// A folder the program itself began and did not finish.
pub fn remove_own(folder: &Path) -> io::Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    std::fs::rename(from, to)
}

/// From the root, where the system can say; the folder need not exist.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

pub fn exists(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok()
}

/// A place of this name and ending in the folder, with the first number behind the name that makes it free.
pub fn free_place(folder: &Path, name: &str, ending: &str) -> PathBuf {
    let first = folder.join(format!("{name}{ending}"));
    let numbered = (2..1000).map(|number| folder.join(format!("{name} {number}{ending}")));
    let mut places = std::iter::once(first.clone()).chain(numbered);
    places.find(|place| !exists(place)).unwrap_or(first)
}

/// Opaque pixels of the window as a PNG file.
pub fn write_picture(file: &Path, picture: &egui::ColorImage) -> io::Result<()> {
    let [width, height] = picture.size.map(|side| side as u32);
    let rgb: Vec<u8> = picture
        .pixels
        .iter()
        .flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()])
        .collect();
    let mut png = io::Cursor::new(Vec::new());
    let image = image::RgbImage::from_raw(width, height, rgb).ok_or(io::ErrorKind::InvalidData)?;
    image
        .write_to(&mut png, image::ImageFormat::Png)
        .map_err(io::Error::other)?;
    write_whole(file, &png.into_inner())
}

/// Of one log file; the one before it is kept.
const MOST_LOG: u64 = 512 << 10;

/// A line for the log: what was done, how it ended. Never texts or photos of a show, never a path. A log that cannot be
/// written is no reason to stop anybody.
pub fn log(folders: &Folders, line: &str) {
    let Some(folder) = &folders.logs else { return };
    let write = || -> io::Result<()> {
        std::fs::create_dir_all(folder)?;
        let file = folder.join("zhanban.log");
        if std::fs::metadata(&file).is_ok_and(|about| about.len() > MOST_LOG) {
            std::fs::rename(&file, folder.join("zhanban.1.log"))?;
        }
        let mut opened = std::fs::File::options().create(true).append(true).open(&file)?;
        writeln!(opened, "{} {}", crate::base::utc::now(), line.replace('\n', " "))
    };
    let _ = write();
}

/// Open and locked; closing it lets go.
pub type Held = std::fs::File;

/// A small file with this text, held until it is closed; `None` where it cannot be had.
pub fn held(path: &Path, text: &str) -> Option<Held> {
    std::fs::create_dir_all(path.parent()?).ok()?;
    let mut file = std::fs::File::create(path).ok()?;
    file.try_lock().ok()?;
    file.write_all(text.as_bytes()).ok()?;
    Some(file)
}

/// The text of such a file, where nobody holds it any more.
pub fn unheld(path: &Path) -> Option<String> {
    let file = std::fs::File::open(path).ok()?;
    file.try_lock().ok()?;
    let text = std::io::read_to_string(&file).ok()?;
    (text.len() < 100).then_some(text)
}

/// A message of the system's own, for people who started the program without a terminal; nothing where it has none.
pub fn tell_without_window(title: &str, text: &str) {
    if !std::io::IsTerminal::is_terminal(&io::stderr()) {
        let message = rfd::MessageDialog::new().set_title(title).set_description(text);
        message.set_level(rfd::MessageLevel::Error).show();
    }
}

/// A file that is there or not; nothing depends on it.
pub fn drop_file(path: &Path) {
    let _ = std::fs::remove_file(path);
}

/// A thread that fails leaves its place in the log; what it was working on stays out of it.
pub fn log_panics(folders: &Folders) {
    let (folders, usual) = (folders.clone(), std::panic::take_hook());
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line()));
        log(&folders, &format!("panic at {}", place.unwrap_or_default()));
        usual(panic);
    }));
}

/// An empty folder for a PDF that only goes to the viewer; the last one's goes.
pub fn print_folder() -> PathBuf {
    let folder = std::env::temp_dir().join("zhanban-print");
    // One that a viewer still holds stays.
    let _ = remove_own(&folder);
    folder
}

/// The system's file manager at this folder; nothing happens where there is none.
pub fn reveal(folder: &Path) {
    let program = if cfg!(windows) {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    if let Ok(mut child) = std::process::Command::new(program).arg(folder).spawn() {
        // Waited for on its own thread, so that no dead process is left behind.
        std::thread::spawn(move || child.wait());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_a_folder_that_cannot_be_made_is_no_error() {
        let place = tempfile::tempdir().unwrap();
        let folders = Folders {
            settings: Some(place.path().join("deep/er/settings.json")),
            ..Folders::default()
        };
        assert_eq!(folders.read_settings(), Settings::default());
        let settings = Settings {
            scale: 150,
            ..Settings::default()
        };
        folders.write_settings(&settings);
        assert_eq!(folders.read_settings(), settings);

        let blocked = Folders {
            settings: Some(place.path().join("deep/er/settings.json/x/settings.json")),
            ..Folders::default()
        };
        blocked.write_settings(&settings);
        assert_eq!(blocked.read_settings(), Settings::default());
    }
}
