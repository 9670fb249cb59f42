//! The command line: headless commands, or the window.
//! Results go to stdout; progress and the one sentence about what could not be done go to stderr.

mod args;
mod convert;
mod desk;
mod exchange;
mod export;
mod fault;
mod files;
mod handover;
mod headless;
mod meeting;
mod plan;
mod report;
mod restyle;
mod sample;
mod templates;
mod terminal;
mod typeset;
mod walk;
mod words;

pub use fault::Fault;
pub use sample::make_sample;

use crate::app;
use crate::base::{Finding, Lang, Severity};
use args::{Args, Command, PlanCommand};
use clap::error::ErrorKind;
use desk::Desk;
use std::process::ExitCode;
use terminal::Terminal;

/// What a command ends with, in the words of `commands.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    DoneWithErrors,
}

impl Outcome {
    fn of(findings: &[Finding]) -> Outcome {
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            Outcome::DoneWithErrors
        } else {
            Outcome::Done
        }
    }
}

/// Reads the arguments and does what they say.
pub fn run() -> ExitCode {
    let lang = terminal::lang();
    let args = match Args::read(std::env::args_os()) {
        Ok(args) => args,
        Err(error) => return usage(&error, lang),
    };
    let terminal = Terminal::new(lang, args.quiet);
    match obey(&args, &terminal) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::DoneWithErrors) => ExitCode::from(1),
        Err(fault) => {
            terminal.tell(&fault.text(lang));
            ExitCode::from(2)
        }
    }
}

/// Help is a result; anything else is one line with what is wrong and where to look.
fn usage(error: &clap::Error, lang: Lang) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        // A closed pipe needs no help any more.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let rendered = error.render().to_string();
    let first = rendered
        .lines()
        .next()
        .unwrap_or_default()
        .trim_start_matches("error: ")
        .to_string();
    let missing: Vec<&str> = rendered
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .map(str::trim)
        .collect();
    let detail = if missing.is_empty() {
        first
    } else {
        format!("{first} {}", missing.join(" "))
    };
    terminal::tell(&words::usage(lang, &detail));
    ExitCode::from(2)
}

fn obey(args: &Args, terminal: &Terminal) -> Result<Outcome, Fault> {
    let Some(command) = &args.command else {
        return open_window(args, terminal);
    };
    match command {
        // Needs neither fonts nor templates.
        Command::Convert(what) => convert::convert(what),
        command => {
            let desk = Desk::open(terminal)?;
            match command {
                Command::Sample(what) => sample::sample(what, &desk),
                Command::New(what) => sample::new(what, &desk),
                Command::Import(what) => sample::import(what, &desk),
                Command::Draft(what) => sample::draft(what, &desk),
                Command::Restyle(what) => restyle::restyle(what, &desk),
                Command::Export(what) => export::export(what, &desk),
                Command::Render(what) => export::render(what, &desk),
                Command::Handover(what) => handover::handover(what, &desk),
                Command::Proofs(what) => handover::proofs(what, &desk),
                Command::Registers(what) => handover::registers(what, &desk),
                Command::Typeset(what) => typeset::typeset(what, &desk),
                Command::Check(what) => report::check(what, &desk),
                Command::Ledger(what) => report::ledger(what, &desk),
                Command::Meeting(what) => meeting::meeting(what, &desk),
                Command::Pack(what) => exchange::pack(what, &desk),
                Command::Bring(what) => exchange::bring(what, &desk),
                Command::Copy(what) => exchange::copy(what, &desk),
                Command::Templates(what) => templates::templates(what, &desk),
                Command::Plan(PlanCommand::Arrange(what)) => plan::arrange(what, &desk),
                Command::Plan(PlanCommand::Export(what)) => plan::export(what, &desk),
                Command::Plan(PlanCommand::Papers(what)) => plan::papers(what, &desk),
                Command::Plan(PlanCommand::Walk(what)) => walk::walk(what, &desk),
                Command::Convert(_) => Ok(Outcome::Done),
            }
        }
    }
}

/// The window; where there is none to be had, the same job without it.
fn open_window(args: &Args, terminal: &Terminal) -> Result<Outcome, Fault> {
    let options = args.window(terminal.lang)?;
    let wants_picture = options.screenshot.is_some();
    let show = options.show.clone();
    // Most often a command with a slip in it, which a window on nothing would only hide.
    if let Some(missing) = show.as_deref().filter(|show| show.symlink_metadata().is_err()) {
        return Err(Fault::Told(words::neither_show_nor_command(terminal.lang, missing)));
    }
    match app::run(options) {
        Ok(()) => Ok(Outcome::Done),
        Err(app::WindowError::NoDisplay) if !wants_picture => headless::instead(show.as_deref(), terminal, None),
        Err(app::WindowError::Graphics(reason)) if !wants_picture => {
            headless::instead(show.as_deref(), terminal, Some(&reason))
        }
        Err(error) => Err(error.into()),
    }
}
