//! No window to be had: the same job into a folder. All boards, the joined file, the plan, what the check says.

use super::desk::Desk;
use super::fault::Fault;
use super::sample::make_sample;
use super::terminal::Terminal;
use super::{Outcome, export, files, plan, report, words};
use crate::check::check_all;
use crate::model::Document;
use crate::plaza::arrange_command;
use std::path::Path;

/// `reason` is what the graphics said; `None` where there is no display at all.
pub fn instead(show: Option<&Path>, terminal: &Terminal, reason: Option<&str>) -> Result<Outcome, Fault> {
    let lang = terminal.lang;
    let desk = Desk::open(terminal)?;
    // A show that cannot be opened leaves no folder behind.
    let given = show.map(|show| desk.show(show)).transpose()?;
    let to = files::output_folder(Path::new("."))?;
    terminal.tell(&words::headless(lang, &to, reason));
    let mut show = match given {
        Some(show) => show,
        None => {
            let sample = to.join("sample.zhanban");
            if sample.symlink_metadata().is_err() {
                terminal.work(words::WORK_SAMPLE, |progress| {
                    make_sample(&sample, &desk.home, progress)
                })?;
            }
            desk.show(&sample)?
        }
    };
    if show.exhibition.plazas.is_empty() {
        // Only for this plan: a show that was given is not changed.
        let mut document = Document::new(show.exhibition.clone());
        document.execute(&arrange_command(&show.exhibition))?;
        show.exhibition = document.exhibition().clone();
    }
    let shop = desk.shop(&show.exhibition, None)?;
    let findings = terminal.work(words::WORK_CHECK, |_| check_all(&show.exhibition, &desk.cache, &shop));
    files::write_whole(&to.join("findings.txt"), report::as_text(&findings, lang).as_bytes())?;
    files::write_whole(&to.join("findings.json"), report::as_json(&findings, lang).as_bytes())?;
    let boards: Vec<_> = show.exhibition.in_order().into_iter().cloned().collect();
    let folder = to.join("boards");
    files::make_folder(&folder)?;
    let job = export::Job::new(&show, &desk, &shop, None);
    let each = terminal.work(words::WORK_EXPORT, |progress| job.each(&boards, &folder, progress))?;
    let joined = terminal.work(words::WORK_JOINED, |progress| job.joined(&to, progress))?;
    terminal.work(words::WORK_PLAN, |progress| plan::write(&show, &desk, &to, progress))?;
    terminal.note(&words::headless_done(lang, &to, each.written.len(), &findings));
    let all: Vec<_> = findings
        .into_iter()
        .chain(each.findings())
        .chain(joined.findings())
        .collect();
    Ok(Outcome::of(&all))
}
