//! The thread that saves. States that come quickly are merged; what fails is kept and tried again.

use super::book::Book;
use super::project::{SaveState, StoreError};
use super::reserve::Reserve;
use crate::base::Say;
use crate::base::say::StoreSay;
use crate::model::Exhibition;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// A pause this long in the work, and what was done is written.
const PAUSE: Duration = Duration::from_millis(300);
/// Written by now even if the work goes on; leaves the disk 300 ms of the second that is promised.
const LONGEST: Duration = Duration::from_millis(700);
/// Opening and saving come first: space and copies are made once nothing happens for so long.
const QUIET: Duration = Duration::from_secs(5);
const RETRY: Duration = Duration::from_secs(2);
/// After so much work the states become revisions by themselves.
const REVISION: Duration = Duration::from_secs(300);

/// The saving side of an open project.
pub struct Writer {
    desk: Arc<Desk>,
    thread: Option<JoinHandle<()>>,
}

/// Where work is laid down for the thread, and its answers.
struct Desk {
    inbox: Mutex<Inbox>,
    /// Something new in the inbox.
    work: Condvar,
    /// An attempt has ended.
    news: Condvar,
}

struct Inbox {
    latest: Exhibition,
    /// Counts what was handed over; `stored` of it is on disk, `revised` of it is in revisions.
    handed: u64,
    stored: u64,
    revised: u64,
    /// When the first and the last state came that are not on disk yet.
    waiting: Option<[Instant; 2]>,
    /// Somebody waits: no pause is kept.
    is_urgent: bool,
    reason: Option<String>,
    state: SaveState,
    attempts: u64,
    /// Number and cause of the last attempt that failed.
    failed: Option<(u64, Say, String)>,
    retry: Option<Instant>,
    is_closing: bool,
    is_dead: bool,
}

impl Writer {
    pub fn start(book: Book, folder: &Path, opened: &Exhibition) -> Writer {
        let desk = Arc::new(Desk {
            inbox: Mutex::new(Inbox {
                latest: opened.clone(),
                handed: 0,
                stored: 0,
                revised: 0,
                waiting: None,
                is_urgent: false,
                reason: None,
                state: SaveState::Saved,
                attempts: 0,
                failed: None,
                retry: None,
                is_closing: false,
                is_dead: false,
            }),
            work: Condvar::new(),
            news: Condvar::new(),
        });
        let worker = Worker {
            desk: desk.clone(),
            book,
            reserve: Reserve::of(folder),
            folder: folder.to_path_buf(),
            wants_backup: false,
            revised_at: Instant::now(),
            was_gone: false,
        };
        let thread = std::thread::Builder::new()
            .name("save".into())
            .spawn(move || worker.run());
        if thread.is_err() {
            desk.lock().is_dead = true;
        }
        Writer {
            desk,
            thread: thread.ok(),
        }
    }

    pub fn save(&self, exhibition: &Exhibition) {
        let mut inbox = self.desk.lock();
        if !inbox.latest.is_same(exhibition) {
            inbox.take(exhibition);
            self.desk.work.notify_one();
        }
    }

    pub fn state(&self) -> SaveState {
        self.desk.lock().state.clone()
    }

    pub fn flush(&self) -> Result<(), StoreError> {
        let inbox = self.desk.lock();
        let (wanted, attempts) = (inbox.handed, inbox.attempts);
        self.desk.wait(inbox, attempts, |inbox| inbox.stored >= wanted)
    }

    pub fn mark(&self, exhibition: &Exhibition, reason: &str) {
        let mut inbox = self.desk.lock();
        inbox.take(exhibition);
        inbox.reason = Some(reason.to_string());
        self.desk.work.notify_one();
    }

    pub fn checkpoint(&self, exhibition: &Exhibition, reason: &str) -> Result<(), StoreError> {
        let mut inbox = self.desk.lock();
        inbox.take(exhibition);
        inbox.reason = Some(reason.to_string());
        let (wanted, attempts) = (inbox.handed, inbox.attempts);
        self.desk.wait(inbox, attempts, |inbox| inbox.revised >= wanted)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.desk.lock().is_closing = true;
        self.desk.work.notify_one();
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has said so in the state.
            let _ = thread.join();
        }
    }
}

impl Desk {
    fn lock(&self) -> MutexGuard<'_, Inbox> {
        // Nothing in the inbox is ever half done while the lock is held.
        self.inbox.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Until it is so, or an attempt that began after `attempts` has failed.
    fn wait(
        &self,
        mut inbox: MutexGuard<'_, Inbox>,
        attempts: u64,
        is_so: impl Fn(&Inbox) -> bool,
    ) -> Result<(), StoreError> {
        loop {
            if is_so(&inbox) {
                return Ok(());
            }
            if let Some((attempt, say, cause)) = &inbox.failed
                && (*attempt > attempts || inbox.is_dead)
            {
                return Err(StoreError::Told(say.clone(), Some(cause.clone().into())));
            }
            if inbox.is_dead {
                return Err(StoreError::Told(Say::Store(StoreSay::CannotSave), None));
            }
            inbox.is_urgent = true;
            self.work.notify_one();
            inbox = self.news.wait(inbox).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Inbox {
    fn take(&mut self, exhibition: &Exhibition) {
        self.latest = exhibition.clone();
        self.handed += 1;
        let now = Instant::now();
        self.waiting = Some([self.waiting.map_or(now, |[first, _]| first), now]);
        if self.state == SaveState::Saved {
            self.state = SaveState::Saving;
        }
    }

    /// When the next attempt is due; `None` while there is nothing to do.
    fn due(&self) -> Option<Instant> {
        let [first, last] = self.waiting?;
        if self.is_urgent || self.is_closing {
            return Some(last);
        }
        Some((last + PAUSE).min(first + LONGEST).max(self.retry.unwrap_or(first)))
    }
}

/// The thread's own side.
struct Worker {
    desk: Arc<Desk>,
    book: Book,
    reserve: Reserve,
    folder: PathBuf,
    /// Written to since the last look at the backups.
    wants_backup: bool,
    revised_at: Instant,
    /// The file was not there when it was last looked for.
    was_gone: bool,
}

impl Worker {
    fn run(mut self) {
        let _farewell = Farewell(self.desk.clone());
        loop {
            let is_last = {
                let mut inbox = self.desk.lock();
                loop {
                    let now = Instant::now();
                    match inbox.due() {
                        _ if inbox.is_closing => break,
                        Some(due) if due <= now => break,
                        due => {
                            let pause = due.map_or(Duration::from_secs(3600), |due| due - now);
                            let idle = self.quiet();
                            let (back, timeout) = self
                                .desk
                                .work
                                .wait_timeout(inbox, idle.map_or(pause, |idle| idle.min(pause)))
                                .unwrap_or_else(PoisonError::into_inner);
                            inbox = back;
                            if timeout.timed_out() && inbox.waiting.is_none() {
                                drop(inbox);
                                self.chores();
                                inbox = self.desk.lock();
                            }
                        }
                    }
                }
                inbox.is_closing
            };
            // A show that nobody touched is left as it was found.
            if !is_last || self.desk.lock().handed > 0 {
                self.attempt(is_last);
            }
            if is_last {
                self.back_up();
                return;
            }
        }
    }

    /// How long nothing must happen before the chores are done; `None` where there are none.
    fn quiet(&self) -> Option<Duration> {
        (self.wants_backup || self.reserve.is_wanted()).then_some(QUIET)
    }

    fn chores(&mut self) {
        self.back_up();
        self.reserve.lay_aside();
    }

    fn back_up(&mut self) {
        // A copy that fails leaves nothing behind and is due again after the next save; the work itself is saved.
        if std::mem::take(&mut self.wants_backup) {
            let _ = super::backup::make_if_due(&self.book.db, &self.folder);
        }
    }

    /// A file that was deleted or whose disk was pulled still takes writes on some systems, and they go nowhere. Where it
    /// is back, it is opened anew.
    fn is_there(&mut self) -> bool {
        let file = self.folder.join("project.db");
        if !file.is_file() {
            self.was_gone = true;
            return false;
        }
        if self.was_gone
            && let Ok(db) = super::db::open(&file, true)
        {
            self.book.db = db;
            self.was_gone = false;
        }
        true
    }

    /// One transaction with everything there is.
    fn attempt(&mut self, is_last: bool) {
        let (exhibition, number, reason) = {
            let mut inbox = self.desk.lock();
            inbox.attempts += 1;
            inbox.is_urgent = false;
            inbox.waiting = None;
            if inbox.state == SaveState::Saved && inbox.stored < inbox.handed {
                inbox.state = SaveState::Saving;
            }
            (inbox.latest.clone(), inbox.handed, inbox.reason.take())
        };
        let reason = match &reason {
            Some(reason) => Some(reason.as_str()),
            None if is_last => Some("closed"),
            None => (self.revised_at.elapsed() >= REVISION).then_some("pause"),
        };
        let is_there = self.is_there();
        let mut result = if is_there {
            self.book.write(&exhibition, reason)
        } else {
            Err(rusqlite::Error::InvalidPath(self.folder.clone()))
        };
        if result.as_ref().is_err_and(is_full) && self.reserve.give_up() {
            result = self.book.write(&exhibition, reason);
        }
        if reason.is_some() && result.is_ok() {
            self.revised_at = Instant::now();
        }
        let mut inbox = self.desk.lock();
        match result {
            Ok(()) => {
                self.wants_backup = true;
                inbox.stored = number;
                if reason.is_some() {
                    inbox.revised = number;
                }
                inbox.retry = None;
                inbox.failed = None;
                let is_all = inbox.handed == number;
                inbox.is_urgent &= !is_all;
                inbox.state = if is_all { SaveState::Saved } else { SaveState::Saving };
            }
            Err(error) => {
                let say = Say::Store(if !is_there {
                    StoreSay::PlaceGone
                } else if is_full(&error) {
                    StoreSay::DiskFull
                } else {
                    StoreSay::CannotSave
                });
                inbox.failed = Some((inbox.attempts, say.clone(), error.to_string()));
                inbox.state = SaveState::Failed(say);
                // A reason that was asked for holds for the next attempt too.
                if let (None, Some(reason)) = (&inbox.reason, reason) {
                    inbox.reason = Some(reason.to_string());
                }
                let now = Instant::now();
                inbox.retry = Some(now + RETRY);
                inbox.waiting.get_or_insert([now, now]);
            }
        }
        self.desk.news.notify_all();
    }
}

/// Says so when the thread ends, however it ends, so that nobody waits for ever.
struct Farewell(Arc<Desk>);

impl Drop for Farewell {
    fn drop(&mut self) {
        let mut inbox = self.0.lock();
        inbox.is_dead = true;
        if inbox.stored < inbox.handed {
            inbox.state = SaveState::Failed(Say::Store(StoreSay::CannotSave));
        }
        self.0.news.notify_all();
    }
}

pub fn is_full(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull)
}
