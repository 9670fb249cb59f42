//! Papers of the plaza: the set-up plan, lists for the crew, positions, what visitors and guides carry. They are put together
//! beside their place and get it whole, as hand-overs do.

mod chart;
mod crew;
mod delta;
mod dims;
mod instruments;
mod leaflet;
mod page;
mod paper;
mod positions;
mod setup;
mod signs;
mod site;
mod slides;
mod things;
mod tour;

pub use delta::{Change, changes};
pub use paper::{Cut, PlanPaper, cut, on_sheet};
pub use positions::{Position, foot, parse as parse_positions, read as read_positions};
pub use setup::setup_plan;
pub use site::Site;

use super::handover::HandoverError;
use super::handover::folder::PartFolder;
use super::papers::{Thumbs, whole_show, write_pages, write_sheets};
use super::{Boards, ExportError, Press, Sources, file_stem};
use crate::base::say::PlanSay;
use crate::base::say::plaza_paper as words;
use crate::base::{Finding, Lang, Progress, Say};
use crate::layout::{Frame, LayoutCache};
use crate::model::{Board, Exhibition, Hour, Plaza, PlazaId};
use crate::script::Script;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlanKind {
    Setup,
    Loading,
    Cards,
    Schedule,
    CheckIn,
    Changes,
    Positions,
    Leaflet,
    Cues,
    Catalogue,
    Slides,
    Page,
}

impl PlanKind {
    pub const ALL: [PlanKind; 12] = [
        PlanKind::Setup,
        PlanKind::Loading,
        PlanKind::Cards,
        PlanKind::Schedule,
        PlanKind::CheckIn,
        PlanKind::Changes,
        PlanKind::Positions,
        PlanKind::Leaflet,
        PlanKind::Cues,
        PlanKind::Catalogue,
        PlanKind::Slides,
        PlanKind::Page,
    ];

    pub fn name(self) -> words::Words {
        match self {
            PlanKind::Setup => words::SETUP,
            PlanKind::Loading => words::LOADING,
            PlanKind::Cards => words::CARDS,
            PlanKind::Schedule => words::SCHEDULE,
            PlanKind::CheckIn => words::CHECK_IN,
            PlanKind::Changes => words::CHANGES,
            PlanKind::Positions => words::POSITIONS,
            PlanKind::Leaflet => words::LEAFLET,
            PlanKind::Cues => words::CUES,
            PlanKind::Catalogue => words::CATALOGUE,
            PlanKind::Slides => words::SLIDES,
            PlanKind::Page => words::PAGE,
        }
    }

    /// As the command line calls it.
    pub fn key(self) -> &'static str {
        match self {
            PlanKind::Setup => "setup",
            PlanKind::Loading => "loading",
            PlanKind::Cards => "cards",
            PlanKind::Schedule => "schedule",
            PlanKind::CheckIn => "check-in",
            PlanKind::Changes => "changes",
            PlanKind::Positions => "positions",
            PlanKind::Leaflet => "leaflet",
            PlanKind::Cues => "cues",
            PlanKind::Catalogue => "catalogue",
            PlanKind::Slides => "slides",
            PlanKind::Page => "page",
        }
    }

    /// Boards that are drawn take most of the time.
    fn weight(self, boards: u64) -> u64 {
        match self {
            PlanKind::Catalogue | PlanKind::Slides | PlanKind::Page => boards.max(1),
            _ => 1,
        }
    }

    pub fn parse(key: &str) -> Option<PlanKind> {
        PlanKind::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

pub struct PlanOrder<'a> {
    pub exhibition: &'a Exhibition,
    /// Of this plaza alone; `None`: of all.
    pub plaza: Option<PlazaId>,
    pub kinds: &'a [PlanKind],
    /// `None`: the smallest on which the plan is good to read.
    pub paper: Option<PlanPaper>,
    /// An earlier table of positions, or the folder in which one lies.
    pub since: Option<&'a Path>,
    /// When tours begin.
    pub start: Hour,
    pub cache: &'a LayoutCache,
    pub press: &'a Press,
    pub sources: &'a Sources,
    pub lang: Lang,
    /// `None`: each board in its own.
    pub script: Option<Script>,
}

/// What was made.
#[derive(Clone, Debug)]
pub struct PlanPapers {
    pub folder: PathBuf,
    pub files: usize,
    pub bytes: u64,
    pub findings: Vec<Finding>,
}

fn told(say: PlanSay) -> HandoverError {
    HandoverError::Told(Say::from(say))
}

/// Writes what is wanted into a new folder at `to`: all of it or nothing.
pub fn write_plan_papers(order: &PlanOrder<'_>, to: &Path, progress: &Progress) -> Result<PlanPapers, HandoverError> {
    if order.kinds.is_empty() {
        return Err(told(PlanSay::NothingToWrite));
    }
    let sites = sites(order)?;
    let earlier = match order.since {
        Some(file) => positions::read(file)?,
        None if order.kinds.contains(&PlanKind::Changes) => return Err(told(PlanSay::EarlierMissing)),
        None => Vec::new(),
    };
    let boards = order.exhibition.boards.len() as u64;
    progress.set_total(order.kinds.iter().map(|kind| kind.weight(boards)).sum());
    let mut desk = Desk {
        order,
        sites: &sites,
        earlier: &earlier,
        package: PartFolder::begin(to)?,
        findings: sites.iter().flat_map(Site::findings).collect(),
        progress,
    };
    for kind in order.kinds {
        desk.stop_if_cancelled()?;
        desk.write(*kind)?;
        progress.advance(kind.weight(boards));
    }
    desk.stop_if_cancelled()?;
    if desk.package.files().is_empty() {
        return Err(told(nothing_in(order, &sites)));
    }
    desk.package.read_back()?;
    let Desk { package, findings, .. } = desk;
    let (files, bytes) = (package.files().len(), package.bytes());
    Ok(PlanPapers {
        folder: package.take_place()?,
        files,
        bytes,
        findings,
    })
}

/// Why none of what is wanted could be made.
fn nothing_in(order: &PlanOrder<'_>, sites: &[Site<'_>]) -> PlanSay {
    let plazas: Vec<&str> = sites.iter().map(|site| site.plaza.name.as_str()).collect();
    let plaza = plazas.join("、");
    if order.kinds == [PlanKind::Cues] {
        PlanSay::NoTour { plaza }
    } else {
        PlanSay::NothingThere { plaza }
    }
}

fn sites<'a>(order: &PlanOrder<'a>) -> Result<Vec<Site<'a>>, HandoverError> {
    let plazas = order.exhibition.plazas.iter().map(|plaza| &**plaza);
    let wanted = plazas.filter(|plaza| order.plaza.is_none_or(|id| id == plaza.id));
    let sites: Vec<Site<'a>> = wanted
        .map(|plaza| Site::new(order.exhibition, plaza, order.lang))
        .collect();
    if sites.is_empty() {
        return Err(told(PlanSay::NoPlaza));
    }
    Ok(sites)
}

/// All that this show can have.
pub fn usual_kinds(exhibition: &Exhibition, has_earlier: bool) -> Vec<PlanKind> {
    let mut tours = exhibition.plazas.iter().flat_map(|plaza| &plaza.tours);
    let has_tour = tours.any(|tour| !tour.stops.is_empty());
    let can = |kind: &PlanKind| match kind {
        PlanKind::Changes => has_earlier,
        PlanKind::Cues => has_tour,
        _ => true,
    };
    PlanKind::ALL.into_iter().filter(can).collect()
}

/// The plaza of this name, by its beginning where that is clear.
pub fn plaza_by_name<'a>(exhibition: &'a Exhibition, name: &str) -> Result<&'a Plaza, PlanSay> {
    let plazas = &exhibition.plazas;
    let exact = plazas.iter().find(|plaza| plaza.name == name);
    let mut begun = plazas.iter().filter(|plaza| plaza.name.starts_with(name));
    let only = begun.next().filter(|_| begun.next().is_none() && !name.is_empty());
    let found = exact.or(only).map(|plaza| &**plaza);
    found.ok_or_else(|| PlanSay::UnknownPlaza {
        name: name.into(),
        known: plazas.iter().map(|plaza| plaza.name.clone()).collect(),
    })
}

struct Desk<'d> {
    order: &'d PlanOrder<'d>,
    sites: &'d [Site<'d>],
    earlier: &'d [Position],
    package: PartFolder,
    findings: Vec<Finding>,
    progress: &'d Progress,
}

impl<'d> Desk<'d> {
    fn stop_if_cancelled(&self) -> Result<(), HandoverError> {
        if self.progress.is_cancelled() {
            return Err(ExportError::Cancelled.into());
        }
        Ok(())
    }

    fn write(&mut self, kind: PlanKind) -> Result<(), HandoverError> {
        let (fonts, wish) = (&self.order.sources.fonts, self.order.paper);
        match kind {
            PlanKind::Setup => self.each(kind, |site| setup_plan(site, wish, fonts)),
            PlanKind::Loading => self.each(kind, |site| crew::loading(site, fonts)),
            PlanKind::Cards => self.each(kind, |site| crew::cards(site, fonts)),
            PlanKind::Schedule => self.each(kind, |site| crew::schedule(site, fonts)),
            PlanKind::CheckIn => self.each(kind, |site| crew::check_in(site, fonts)),
            PlanKind::Changes => {
                let earlier = self.earlier;
                self.each(kind, |site| delta::delta_pages(site, earlier, fonts))
            }
            PlanKind::Positions => self.positions(),
            PlanKind::Leaflet => self.each(kind, |site| leaflet::leaflet(site, fonts)),
            PlanKind::Cues => {
                let start = self.order.start;
                self.each(kind, |site| tour::cues(site, start, fonts))
            }
            PlanKind::Catalogue => self.catalogue(),
            PlanKind::Slides => self.slides(),
            PlanKind::Page => self.pages(),
        }
    }

    /// A file for each plaza, by its name where there are several.
    fn name(&self, kind: PlanKind, site: &Site<'_>, ending: &str) -> String {
        let what = self.order.lang.of(kind.name());
        if self.sites.len() < 2 {
            return format!("{what}.{ending}");
        }
        let stem = |site: &Site<'_>| file_stem(&site.plaza.name).to_lowercase();
        let alike = self.sites.iter().filter(|other| stem(other) == stem(site));
        let at = self.sites.iter().position(|other| std::ptr::eq(other, site));
        let number = at.filter(|_| alike.count() > 1).map(|at| format!(" {}", at + 1));
        let number = number.unwrap_or_default();
        format!("{what} {}{number}.{ending}", file_stem(&site.plaza.name))
    }

    /// One PDF for each plaza; where there is nothing to print, none.
    fn each(&mut self, kind: PlanKind, make: impl Fn(&Site<'_>) -> Vec<Frame>) -> Result<(), HandoverError> {
        for site in self.sites {
            self.stop_if_cancelled()?;
            let frames = make(site);
            if !frames.is_empty() {
                self.put(kind, site, frames, self.order.sources)?;
            }
        }
        Ok(())
    }

    fn put(
        &mut self,
        kind: PlanKind,
        site: &Site<'_>,
        frames: Vec<Frame>,
        sources: &Sources,
    ) -> Result<(), HandoverError> {
        let name = self.name(kind, site, "pdf");
        let title = self.title(kind);
        let to = self.package.path(&name);
        let written = write_sheets(frames, &title, self.order.press, sources, &to, &self.progress.part())?;
        self.findings.extend(written.findings);
        self.package.took("", &name)?;
        Ok(())
    }

    fn boards<'b>(&self, boards: &'b [Arc<Board>]) -> Boards<'b>
    where
        'd: 'b,
    {
        Boards {
            exhibition: self.order.exhibition,
            boards,
            script: self.order.script,
            cache: self.order.cache,
        }
    }

    /// All boards of the show, or those of the one plaza.
    fn shown(&self) -> Vec<Arc<Board>> {
        let is_wanted = |board: &&Arc<Board>| {
            let mut sites = self.sites.iter();
            self.order.plaza.is_none() || sites.any(|site| site.spot(board.id).is_some())
        };
        let all = self.order.exhibition.in_order().into_iter();
        all.filter(is_wanted).cloned().collect()
    }

    fn catalogue(&mut self) -> Result<(), HandoverError> {
        let all = self.shown();
        if all.is_empty() {
            return Ok(());
        }
        let (order, name) = (self.order, self.whole_name(PlanKind::Catalogue));
        let to = self.package.path(&name);
        let title = self.title(PlanKind::Catalogue);
        let boards = self.boards(&all);
        let part = self.progress.part();
        let written = whole_show(&boards, &title, order.press, order.sources, &to, order.lang, &part)?;
        self.findings.extend(written.findings);
        self.package.took("", &name)?;
        Ok(())
    }

    fn slides(&mut self) -> Result<(), HandoverError> {
        /// Along the longer side: what a projector of full HD shows.
        const PIXELS: u32 = 1080;
        let all = self.shown();
        let (order, name) = (self.order, self.whole_name(PlanKind::Slides));
        let (to, title) = (self.package.path(&name), self.title(PlanKind::Slides));
        let (boards, part) = (self.boards(&all), self.progress.part());
        let thumbs = Thumbs::of(&boards, order.sources, PIXELS, 76, self.package.root(), &part)?;
        let pages = slides::slides(self.sites, &boards, &thumbs, &order.sources.fonts, order.lang);
        let sources = thumbs.sources(order.sources);
        let written = write_pages(&pages, &title, order.press, &sources, &to, &part)?;
        self.findings.extend(written.findings);
        self.package.took("", &name)?;
        Ok(())
    }

    /// One file for each plaza.
    fn pages(&mut self) -> Result<(), HandoverError> {
        for site in self.sites {
            let here: Vec<Arc<Board>> = site.spots.iter().map(|spot| spot.board.clone()).collect();
            let pictures = page::pictures(&self.boards(&here), self.order.sources, self.progress)?;
            let html = page::phone_page(site, &pictures, self.order.sources);
            let name = self.name(PlanKind::Page, site, "html");
            self.package.add(&name, html.as_bytes())?;
        }
        Ok(())
    }

    fn whole_name(&self, kind: PlanKind) -> String {
        format!("{}.pdf", self.order.lang.of(kind.name()))
    }

    fn title(&self, kind: PlanKind) -> String {
        let show = self.sites.first().map_or("", Site::show_name);
        format!("{show} {}", self.order.lang.of(kind.name()))
    }

    fn positions(&mut self) -> Result<(), HandoverError> {
        let what = self.order.lang.of(words::POSITIONS);
        let (book, table) = (
            positions::as_workbook(self.sites)?,
            positions::as_csv(self.sites, self.order.lang)?,
        );
        self.package.add(&format!("{what}.xlsx"), &book)?;
        self.package.add(&format!("{what}.csv"), &table)
    }
}
