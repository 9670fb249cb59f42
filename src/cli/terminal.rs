//! The person at the terminal: language, progress in one line, Ctrl+C.

use crate::base::{Lang, Progress};
use std::io::{IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

pub struct Terminal {
    pub lang: Lang,
    quiet: bool,
    /// What Ctrl+C stops.
    running: Arc<Mutex<Option<Progress>>>,
    stopped: Arc<AtomicBool>,
}

impl Terminal {
    pub fn new(lang: Lang, quiet: bool) -> Terminal {
        let terminal = Terminal {
            lang,
            quiet,
            running: Arc::default(),
            stopped: Arc::default(),
        };
        terminal.listen_for_ctrl_c();
        terminal
    }

    /// The first Ctrl+C lets the job clean up behind itself; a second one does not wait for that.
    fn listen_for_ctrl_c(&self) {
        let (running, stopped) = (self.running.clone(), self.stopped.clone());
        // Without a handler Ctrl+C ends the program as ever; files are still only renamed when they are whole.
        let _ = ctrlc::set_handler(move || {
            let running = running.lock().unwrap_or_else(PoisonError::into_inner);
            match &*running {
                Some(progress) if !stopped.swap(true, Ordering::Relaxed) => progress.cancel(),
                _ => std::process::exit(2),
            }
        });
    }

    /// Does slow work with its progress in one line of stderr, where that is a terminal.
    pub fn work<T>(&self, what: [&'static str; 3], work: impl FnOnce(&Progress) -> T) -> T {
        let progress = Progress::default();
        *self.running.lock().unwrap_or_else(PoisonError::into_inner) = Some(progress.clone());
        if self.stopped.load(Ordering::Relaxed) {
            progress.cancel();
        }
        let line = (!self.quiet && std::io::stderr().is_terminal())
            .then(|| ProgressLine::start(self.lang.of(what), progress.clone()));
        let result = work(&progress);
        if let Some(line) = line {
            line.end();
        }
        *self.running.lock().unwrap_or_else(PoisonError::into_inner) = None;
        result
    }

    /// A sentence on stderr.
    pub fn tell(&self, sentence: &str) {
        tell(sentence);
    }

    /// The same, unless only results are wanted.
    pub fn note(&self, sentence: &str) {
        if !self.quiet {
            tell(sentence);
        }
    }
}

pub fn tell(sentence: &str) {
    // Nobody may be listening any more.
    let _ = writeln!(std::io::stderr(), "{sentence}");
}

/// A line of results on stdout; a closed pipe ends the program quietly, as others do.
pub fn print(line: &str) {
    if writeln!(std::io::stdout(), "{line}").is_err() {
        std::process::exit(0);
    }
}

struct ProgressLine {
    is_over: Arc<AtomicBool>,
    thread: std::thread::JoinHandle<()>,
}

impl ProgressLine {
    fn start(what: &'static str, progress: Progress) -> ProgressLine {
        let is_over = Arc::new(AtomicBool::new(false));
        let over = is_over.clone();
        let thread = std::thread::spawn(move || {
            while !over.load(Ordering::Relaxed) {
                let line = match progress.state() {
                    (_, 0) => format!("{what} …"),
                    (done, total) => format!("{what} {done}/{total}"),
                };
                let _ = write!(std::io::stderr(), "\r\x1b[K{line}");
                let _ = std::io::stderr().flush();
                std::thread::park_timeout(Duration::from_millis(120));
            }
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        });
        ProgressLine { is_over, thread }
    }

    fn end(self) {
        self.is_over.store(true, Ordering::Relaxed);
        self.thread.thread().unpark();
        let _ = self.thread.join();
    }
}

/// The user's language by the usual variables; Simplified where they say nothing.
pub fn lang() -> Lang {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    lang_of(&said.unwrap_or_default())
}

fn lang_of(locale: &str) -> Lang {
    let locale = locale.to_lowercase().replace('_', "-");
    let plain = locale.split(['.', '@']).next().unwrap_or_default();
    match plain {
        "" | "c" | "posix" => Lang::Hans,
        "zh-tw" | "zh-hk" | "zh-mo" => Lang::Hant,
        _ if plain.starts_with("zh-hant") => Lang::Hant,
        _ if plain.starts_with("zh") => Lang::Hans,
        _ => Lang::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_follows_the_system_and_is_simplified_where_it_says_nothing() {
        for (locale, lang) in [
            ("", Lang::Hans),
            ("C.UTF-8", Lang::Hans),
            ("POSIX", Lang::Hans),
            ("zh_CN.UTF-8", Lang::Hans),
            ("zh_SG", Lang::Hans),
            ("zh_TW.UTF-8", Lang::Hant),
            ("zh-Hant-HK", Lang::Hant),
            ("en_US.UTF-8", Lang::En),
            ("de_DE@euro", Lang::En),
        ] {
            assert_eq!(lang_of(locale), lang, "{locale}");
        }
    }
}
