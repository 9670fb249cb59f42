//! The open show: document, project folder, layout, pictures, findings. Saves after each change, checks when it is quiet.

use super::tasks::{ShowMaterial, Work, shop_of};
use super::view::View;
use crate::base::{Day, Finding, Lang};
use crate::check::CheckMemo;
use crate::layout::LayoutCache;
use crate::model::{Binned, Command, Document, Exhibition};
use crate::raster::Ink;
use crate::screen::Pictures;
use crate::store::{Home, Opened, Project, SaveState};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// After the last change, before a check starts: typing should not start one a letter.
const QUIET: Duration = Duration::from_millis(500);

/// What has waited in the bin for its time is gone; nobody has to take that back.
fn without_old(show: &Exhibition) -> Exhibition {
    let today = Day::today();
    let is_old = |at: &str| Day::of_moment(at).is_some_and(|day| day.until(today) >= Binned::DAYS);
    let mut kept = show.clone();
    if show.bin.iter().any(|binned| is_old(&binned.at)) {
        Arc::make_mut(&mut kept.bin).retain(|binned| !is_old(&binned.at));
    }
    kept
}

pub struct Workbench {
    pub document: Document,
    pub project: Project,
    pub cache: Arc<LayoutCache>,
    pub ink: Ink,
    pub pictures: Pictures,
    /// Where pictures lie between starts.
    kept_pictures: Option<PathBuf>,
    memo: Arc<CheckMemo>,
    pub findings: Vec<Finding>,
    /// What the last import had to say.
    pub import_findings: Vec<Finding>,
    /// Counts the checks whose findings came back.
    pub check_round: u64,
    /// The revision the findings belong to.
    checked: Option<u64>,
    checking: Option<u64>,
    saved: u64,
    seen: u64,
    changed_at: Instant,
}

impl Workbench {
    pub fn open(ctx: &egui::Context, home: &Home, opened: Opened, pictures: Option<PathBuf>) -> Workbench {
        let cache = Arc::new(LayoutCache::new(home.fonts.clone()));
        let ink = Ink {
            fonts: home.fonts.clone(),
            library: opened.project.library(),
            proof: home.colours(&shop_of(&opened.exhibition)).1,
            photos: opened.exhibition.photos.clone(),
            lens: None,
        };
        if let Some(pictures) = &pictures {
            ink.library.keep_baked_in(&pictures.join("baked"));
        }
        let kept = without_old(&opened.exhibition);
        if !kept.is_same(&opened.exhibition) {
            opened.project.save(&kept);
        }
        let document = Document::new(kept);
        Workbench {
            pictures: Pictures::new(ctx, cache.clone(), ink.clone(), pictures.clone()),
            kept_pictures: pictures,
            saved: document.revision(),
            seen: document.revision(),
            document,
            project: opened.project,
            cache,
            ink,
            memo: Arc::default(),
            findings: Vec::new(),
            import_findings: Vec::new(),
            check_round: 0,
            checked: None,
            checking: None,
            // The first check waits too: the first pictures want the processor.
            changed_at: Instant::now(),
        }
    }

    pub fn exhibition(&self) -> &Exhibition {
        self.document.exhibition()
    }

    pub fn view<'a>(&'a self, home: &'a Home, saved: &'a SaveState, lang: Lang) -> View<'a> {
        View {
            exhibition: self.document.exhibition(),
            document: &self.document,
            start: self.document.start_of_gesture(),
            home,
            cache: &self.cache,
            ink: &self.ink,
            pictures: &self.pictures,
            findings: &self.findings,
            is_checked: self.is_checked(),
            saved,
            lang,
            can_undo: self.document.can_undo(),
            can_redo: self.document.can_redo(),
        }
    }

    pub fn material(&self) -> ShowMaterial {
        ShowMaterial {
            exhibition: self.exhibition().clone(),
            cache: self.cache.clone(),
            library: self.ink.library.clone(),
            memo: self.memo.clone(),
            folder: self.project.folder().to_path_buf(),
        }
    }

    /// After the messages of a frame: hands what changed to the writer. A drag is saved when it ends.
    pub fn keep(&mut self, ctx: &egui::Context, home: &Home) {
        let revision = self.document.revision();
        if self.seen != revision {
            self.seen = revision;
            self.changed_at = Instant::now();
            self.ink.photos = self.exhibition().photos.clone();
            let (_, proof) = home.colours(&shop_of(self.exhibition()));
            if proof.id() != self.ink.proof.id() {
                self.ink.proof = proof;
                let kept = self.kept_pictures.clone();
                self.pictures = Pictures::new(ctx, self.cache.clone(), self.ink.clone(), kept);
            }
        }
        if self.saved != revision && self.document.start_of_gesture().is_none() {
            self.saved = revision;
            self.project.save(self.document.exhibition());
        }
    }

    /// What is typed survives a power cut before it is a step. The next save of the document takes its place.
    pub fn keep_draft(&self, command: &Command) {
        if let Ok(draft) = command.apply(self.exhibition()) {
            self.project.save(&draft);
        }
    }

    /// A check to start now; else how long to wait for one.
    pub fn due_check(&mut self) -> Result<Work, Option<Duration>> {
        let revision = self.document.revision();
        if self.checking.is_some() || self.checked == Some(revision) || self.document.start_of_gesture().is_some() {
            return Err(None);
        }
        let waited = self.changed_at.elapsed();
        if waited < QUIET {
            return Err(Some(QUIET - waited));
        }
        self.checking = Some(revision);
        Ok(Work::Check { revision })
    }

    pub fn checked(&mut self, revision: u64, findings: Vec<Finding>) {
        self.checking = None;
        self.checked = Some(revision);
        self.check_round += 1;
        self.findings = self.import_findings.clone();
        self.findings.extend(findings);
    }

    /// The check ended without a result; the next change tries again.
    pub fn check_failed(&mut self) {
        self.checked = self.checking.take();
    }

    /// The findings are those of the show as it is now.
    pub fn is_checked(&self) -> bool {
        self.checked == Some(self.document.revision())
    }
}
