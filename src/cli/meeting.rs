//! `meeting`: the comment meetings of an exhibition and their minutes.

use super::args::MeetingArgs;
use super::desk::{Desk, Show};
use super::fault::Fault;
use super::report::pretty;
use super::{Outcome, files, terminal, words};
use crate::app::words::name_of;
use crate::export::papers::{minutes_tables, sums_of, write_minutes};
use crate::export::{Press, Sources, write_xlsx};
use crate::model::Meeting;
use serde_json::json;
use std::path::Path;

pub fn meeting(args: &MeetingArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let show = desk.show(&args.show)?;
    if args.json {
        terminal::print(&pretty(&json!(show.exhibition.show.meetings)));
        return Ok(Outcome::Done);
    }
    let Some(file) = &args.minutes else {
        list(&show, desk);
        return Ok(Outcome::Done);
    };
    let lang = desk.terminal.lang;
    let meetings = &show.exhibition.show.meetings;
    let at = args.number.unwrap_or(meetings.len());
    let meeting = at.checked_sub(1).and_then(|at| meetings.get(at));
    let Some(meeting) = meeting else {
        return Err(Fault::Told(words::no_meeting(lang, args.number, meetings.len())));
    };
    let ending = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let bytes = match ending.as_str() {
        "pdf" => write_pdf(&show, desk, meeting, file)?,
        "xlsx" => write_book(&show, desk, meeting, file)?,
        _ => return Err(Fault::Told(words::neither_pdf_nor_xlsx(lang, file))),
    };
    desk.terminal.note(&words::written(lang, 1, bytes, files::parent(file)));
    Ok(Outcome::Done)
}

/// One line a meeting, the first one held first.
fn list(show: &Show, desk: &Desk<'_>) {
    let lang = desk.terminal.lang;
    for (number, meeting) in (1..).zip(&show.exhibition.show.meetings) {
        let cells = [
            number.to_string(),
            meeting.day.to_string(),
            meeting.start.to_string(),
            meeting.place.clone(),
            sums_of(meeting, lang),
        ];
        terminal::print(&cells.join("\t"));
    }
}

fn write_pdf(show: &Show, desk: &Desk<'_>, meeting: &Meeting, to: &Path) -> Result<u64, Fault> {
    let lang = desk.terminal.lang;
    let exhibition = &show.exhibition;
    let (profile, proof) = desk.home.colours(&desk.shop(exhibition, None)?);
    let sources = Sources {
        proof,
        ..desk.sources(exhibition, show.project.library())
    };
    let press = Press::plain(profile);
    let written = desk.terminal.work(words::WORK_MINUTES, |progress| {
        write_minutes(meeting, exhibition, &desk.cache, &press, &sources, to, lang, progress)
    })?;
    Ok(written.bytes)
}

fn write_book(show: &Show, desk: &Desk<'_>, meeting: &Meeting, to: &Path) -> Result<u64, Fault> {
    let lang = desk.terminal.lang;
    let title = name_of(&show.exhibition.show.title, lang);
    let book = write_xlsx(&minutes_tables(meeting, title, lang));
    let bytes = book.map_err(|error| Fault::Told(format!("{}: {error}", to.display())))?;
    files::write_whole(to, &bytes)?;
    Ok(bytes.len() as u64)
}
