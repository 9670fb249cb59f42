//! `plan`: boards placed in the plaza, the plan printed.

use super::args::{PlanArrangeArgs, PlanExportArgs, PlanPapersArgs};
use super::desk::{Desk, Show};
use super::fault::Fault;
use super::handover::fault;
use super::{Outcome, files, terminal, words};
use crate::app::words::{NO_PLAZA, PLAN_SHEET, name_of};
use crate::base::say::PlanSay;
use crate::base::{Progress, Say};
use crate::export::papers::write_sheets;
use crate::export::plaza::{PlanOrder, Site, plaza_by_name, setup_plan, usual_kinds, write_plan_papers};
use crate::export::{Press, Sources};
use crate::model::{Command, Document, Plaza};
use crate::plaza::{Arrangement, Score, advice, findings, fit, pins_that_meet, sights};
use crate::raster::{Photos, View, draw, png};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub fn arrange(args: &PlanArrangeArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let mut show = desk.show_to_change(&args.show)?;
    let mut document = Document::new(show.exhibition.clone());
    let usual = Arrangement::default();
    let wish = Arrangement {
        form: args.form,
        way: args.way,
        is_two_sided: args.two_sided,
        keeps_ground: args.keep_ground,
        aisle: args.aisle.unwrap_or(usual.aisle),
        gap: args.gap.unwrap_or(usual.gap),
        ..usual
    }
    .within_reason();
    let first = show.exhibition.plazas.first().cloned();
    let sights = sights(&show.exhibition, &desk.cache);
    let fitted = fit(&show.exhibition, first.as_deref(), &wish, &sights);
    let said = match &first {
        Some(plaza) => {
            let left = fitted.left.len();
            let mut said = pins_that_meet(&show.exhibition, plaza);
            said.extend(advice(&show.exhibition, plaza, &wish, &sights, left));
            said
        }
        None => Vec::new(),
    };
    let plaza = Arc::new(fitted.plaza);
    document.execute(&match first {
        Some(_) => Command::SetPlaza(plaza.clone()),
        None => Command::AddPlaza(plaza.clone()),
    })?;
    show.exhibition = document.exhibition().clone();
    show.save("plan")?;
    let lang = desk.terminal.lang;
    desk.terminal
        .note(&words::arranged(lang, plaza.places.len(), plaza.size));
    let score = Score::of(&show.exhibition, &plaza).say();
    for say in said.into_iter().chain([score]) {
        desk.terminal.note(&Say::Plaza(say).text(lang));
    }
    let mut found = Vec::new();
    for plaza in &show.exhibition.plazas {
        found.extend(findings(&show.exhibition, plaza));
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

/// Each plaza's plan, as PDF and, its first sheet, as PNG; of several each with its name.
pub fn write(show: &Show, desk: &Desk<'_>, to: &Path, progress: &Progress) -> Result<Vec<PathBuf>, Fault> {
    let plazas = &show.exhibition.plazas;
    if plazas.is_empty() {
        return Err(Fault::Told(desk.terminal.lang.of(NO_PLAZA).into()));
    }
    let mut written = Vec::new();
    for (at, plaza) in plazas.iter().enumerate() {
        // Two plazas may bear one name.
        let is_twice = plazas[..at].iter().any(|other| other.name == plaza.name);
        let name = match (plazas.len(), is_twice) {
            (1, _) => String::new(),
            (_, false) => format!("{} ", plaza.name),
            (_, true) => format!("{} {} ", plaza.name, at + 1),
        };
        written.extend(write_one(show, desk, plaza, &name, to, progress)?);
    }
    Ok(written)
}

fn write_one(
    show: &Show,
    desk: &Desk<'_>,
    plaza: &Plaza,
    plaza_name: &str,
    to: &Path,
    progress: &Progress,
) -> Result<[PathBuf; 2], Fault> {
    let lang = desk.terminal.lang;
    let frames = setup_plan(&Site::new(&show.exhibition, plaza, lang), None, &desk.home.fonts);
    let show_name = name_of(&show.exhibition.show.title, lang);
    let title = format!("{show_name} {plaza_name}{}", lang.of(PLAN_SHEET));
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
