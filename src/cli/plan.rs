//! `plan`: boards placed in the plaza, the plan printed.

use super::args::{PlanExportArgs, ShowArgs};
use super::desk::{Desk, Show};
use super::fault::Fault;
use super::{Outcome, files, terminal, words};
use crate::app::words::{NO_PLAZA, PLAN_SHEET, name_of};
use crate::base::Progress;
use crate::export::{Page, Press, write_pdf};
use crate::geom::size;
use crate::model::Document;
use crate::plaza::{arrange_command, findings, plan_frame_in};
use crate::raster::{Photos, View, draw, png};
use std::path::{Path, PathBuf};
use std::sync::Arc;

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

/// The first plaza's plan on an A1 sheet, as PDF and as PNG.
pub fn write(show: &Show, desk: &Desk<'_>, to: &Path, progress: &Progress) -> Result<[PathBuf; 2], Fault> {
    let lang = desk.terminal.lang;
    let Some(plaza) = show.exhibition.plazas.first() else {
        return Err(Fault::Told(lang.of(NO_PLAZA).into()));
    };
    let frame = plan_frame_in(&show.exhibition, plaza, &desk.home.fonts, size(841.0, 594.0), lang);
    let title = format!("{} {}", name_of(&show.exhibition.show.title, lang), lang.of(PLAN_SHEET));
    let name = files::safe_name(&title);
    let page = Page {
        frame: Arc::new(frame),
        title: title.clone(),
        ..Page::default()
    };
    let dpi = 120.0;
    let ink = desk.ink(&show.exhibition, show.project.library());
    let pixels = png(
        &draw(&page.frame, &View::whole(&page.frame, dpi), &ink, Photos::Wait),
        dpi,
    );
    let picture = to.join(format!("{name}.png"));
    files::write_whole(&picture, &pixels)?;
    let sheet = to.join(format!("{name}.pdf"));
    let press = Press::plain(desk.home.profile.clone());
    let sources = desk.sources(&show.exhibition, show.project.library());
    write_pdf(&[page], &title, &press, &sources, &sheet, progress)?;
    Ok([sheet, picture])
}
