//! `restyle`: the templates that suit a board, and the board onto one of them.

use super::args::RestyleArgs;
use super::desk::{Desk, Show};
use super::fault::Fault;
use super::report::pretty;
use super::terminal::print;
use super::{Outcome, words};
use crate::compose::{Restyled, misfit, refit, restyled};
use crate::layout::layout_input;
use crate::model::{Board, Document, Template};
use serde_json::json;
use std::sync::Arc;

pub fn restyle(args: &RestyleArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    match &args.template {
        Some(name) => put(args, name, desk),
        None => list(args, desk),
    }
}

fn list(args: &RestyleArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let show = desk.show(&args.show)?;
    let board = desk.board(&show.exhibition, &args.board)?;
    let size = (!args.any_size).then_some(board.size);
    let found = restyled(&show.exhibition, board, &desk.home.templates, size, &desk.home.fonts);
    if args.json {
        let rows = found.iter().map(|one| {
            json!({
                "id": one.template.name,
                "family": one.template.family,
                "kind": one.template.kind,
                "size_mm": [one.template.size.w, one.template.size.h],
                "misfit": (one.misfit * 10.0).round() / 10.0,
            })
        });
        print(&pretty(&json!(rows.collect::<Vec<_>>())));
        return Ok(Outcome::Done);
    }
    for one in &found {
        print(&format!(
            "{:5.1}  {:20} {}",
            one.misfit,
            one.template.name,
            name(&one.template, desk)
        ));
    }
    Ok(Outcome::Done)
}

fn put(args: &RestyleArgs, template: &str, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let lang = desk.terminal.lang;
    let mut show = desk.show_to_change(&args.show)?;
    let board = desk.board(&show.exhibition, &args.board)?.clone();
    let to = desk.home.template(template);
    let to = to
        .ok_or_else(|| Fault::Told(words::unknown_template(lang, template)))?
        .clone();
    let from = show.exhibition.template_of(&board).cloned().unwrap_or_default();
    let there = Arc::new(refit(&board, &from, &to, to.size));
    let one = Restyled {
        misfit: misfit(&there, &to),
        template: to.clone(),
        board: there.clone(),
    };
    let mut document = Document::new(show.exhibition.clone());
    document.execute(&one.command(&show.exhibition))?;
    show.exhibition = document.exhibition().clone();
    show.save("restyle")?;
    desk.terminal
        .note(&words::restyled(lang, &board.code, &name(&to, desk)));
    let found = findings(&show, &there, desk);
    for finding in &found {
        print(&words::finding(lang, finding));
    }
    Ok(Outcome::of(&found))
}

fn findings(show: &Show, board: &Arc<Board>, desk: &Desk<'_>) -> Vec<crate::base::Finding> {
    let input = layout_input(&show.exhibition, board, None);
    crate::layout::lay_board(&input, &desk.home.fonts).findings
}

fn name(template: &Template, desk: &Desk<'_>) -> String {
    let title = desk.terminal.lang.of(template.titles());
    title.to_string()
}
