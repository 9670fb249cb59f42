//! `plan`: boards placed in the plaza, the plan printed.

use super::args::{PlanExportArgs, PlanPapersArgs, ShowArgs};
use super::desk::{Desk, Show};
use super::fault::Fault;
use super::handover::fault;
use super::{Outcome, files, terminal, words};
use crate::app::words::{NO_PLAZA, PLAN_SHEET, name_of};
use crate::base::Progress;
use crate::base::say::PlanSay;
use crate::export::papers::write_sheets;
use crate::export::plaza::{PlanOrder, Site, plaza_by_name, setup_plan, usual_kinds, write_plan_papers};
use crate::export::{Press, Sources};
use crate::model::Document;
use crate::plaza::{arrange_command, findings};
use crate::raster::{Photos, View, draw, png};
use std::path::{Path, PathBuf};

pub fn arrange(args: &ShowArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let mut show = desk.show_to_change(&args.show)?;
    let mut document = Document::new(show.exhibition.clone());
    document.execute(&arrange_command(&show.exhibition))?;
    show.exhibition = document.exhibition().clone();
    show.save("plan")?;
    let lang = desk.terminal.lang;
    let mut found = Vec::new();
    for plaza in &show.exhibition.plazas {
        found.extend(findings(&show.exhibition, plaza));
        desk.terminal
            .note(&words::arranged(lang, plaza.places.len(), plaza.size));
    }
    for finding in &found {
        terminal::print(&words::finding(lang, finding));
    }
    Ok(Outcome::of(&found))
}

pub fn export(args: &PlanExportArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let show = desk.show(&args.show)?;
    files::make_folder(&args.to)?;
    let written = desk
        .terminal
        .work(words::WORK_PLAN, |progress| write(&show, desk, &args.to, progress))?;
    for file in written {
        desk.terminal.note(&file.display().to_string());
    }
    Ok(Outcome::Done)
}

/// The first plaza's plan, as PDF and, its first sheet, as PNG.
pub fn write(show: &Show, desk: &Desk<'_>, to: &Path, progress: &Progress) -> Result<[PathBuf; 2], Fault> {
    let lang = desk.terminal.lang;
    let Some(plaza) = show.exhibition.plazas.first() else {
        return Err(Fault::Told(lang.of(NO_PLAZA).into()));
    };
    let frames = setup_plan(&Site::new(&show.exhibition, plaza, lang), None, &desk.home.fonts);
    let title = format!("{} {}", name_of(&show.exhibition.show.title, lang), lang.of(PLAN_SHEET));
    let name = files::safe_name(&title);
    let dpi = 120.0;
    let ink = desk.ink(&show.exhibition, show.project.library());
    let picture = to.join(format!("{name}.png"));
    if let Some(frame) = frames.first() {
        let pixels = png(&draw(frame, &View::whole(frame, dpi), &ink, Photos::Wait), dpi);
        files::write_whole(&picture, &pixels)?;
    }
    let sheet = to.join(format!("{name}.pdf"));
    let press = Press::plain(desk.home.profile.clone());
    let sources = desk.sources(&show.exhibition, show.project.library());
    write_sheets(frames, &title, &press, &sources, &sheet, progress)?;
    Ok([sheet, picture])
}

/// What crew, visitors and guides carry, in a new folder.
pub fn papers(args: &PlanPapersArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let lang = desk.terminal.lang;
    let show = desk.show(&args.show)?;
    let named = args.plaza.as_deref().map(|name| plaza_by_name(&show.exhibition, name));
    let plaza = named.transpose().map_err(|say| Fault::Say(say.into()))?;
    let kinds = match args.kinds.as_slice() {
        [] => usual_kinds(&show.exhibition, args.since.is_some()),
        wanted => wanted.to_vec(),
    };
    let (profile, proof) = desk.home.colours(&desk.shop(&show.exhibition, None)?);
    let sources = Sources {
        proof,
        ..desk.sources(&show.exhibition, show.project.library())
    };
    let order = PlanOrder {
        exhibition: &show.exhibition,
        plaza: plaza.map(|plaza| plaza.id),
        kinds: &kinds,
        paper: args.paper,
        since: args.since.as_deref(),
        start: args.start,
        cache: &desk.cache,
        press: &Press::plain(profile),
        sources: &sources,
        lang,
        script: args.script.0,
    };
    let work = |progress: &Progress| write_plan_papers(&order, &args.to, progress);
    let made = desk.terminal.work(words::WORK_PLAN_PAPERS, work).map_err(fault)?;
    for finding in &made.findings {
        terminal::print(&words::finding(lang, finding));
    }
    let say = PlanSay::Made {
        files: made.files,
        folder: made.folder.display().to_string(),
    };
    terminal::print(&lang.of(say.texts()));
    Ok(Outcome::of(&made.findings))
}
