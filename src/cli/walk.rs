//! `plan walk`: pictures of the plaza as visitors see it, without a display.

use super::args::WalkArgs;
use super::desk::Desk;
use super::fault::Fault;
use super::{Outcome, files, words};
use crate::app::words::NO_PLAZA;
use crate::base::Day;
use crate::model::Hour;
use crate::raster::png;
use crate::walk::{Eye, Light, Mask, Scene, Shot, View, Wardrobe, before, picture, views};

/// Screens show about so many dots an inch.
const DPI: f64 = 96.0;

pub fn walk(args: &WalkArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let lang = desk.terminal.lang;
    let show = desk.show(&args.show)?;
    let exhibition = &show.exhibition;
    let Some(plaza) = exhibition.plazas.first() else {
        return Err(Fault::Told(lang.of(NO_PLAZA).into()));
    };
    files::make_folder(&args.shots)?;
    let ink = desk.ink(exhibition, show.project.library());
    let scene = Scene::of(exhibition, plaza, !args.empty);
    let height = args.eye as f32;
    let shown: Vec<View> = match args.board {
        Some(number) => {
            let panel = scene.panels.iter().find(|panel| panel.number == number);
            let panel = panel.ok_or_else(|| Fault::Told(words::no_such_place(lang, number)))?;
            vec![named(number, before(panel, height))]
        }
        None => views(&scene, exhibition, plaza, height, args.every),
    };
    let hours = if args.hour.is_empty() {
        vec![Hour(9 * 60), Hour(17 * 60)]
    } else {
        args.hour.clone()
    };
    let day = plaza.venue.day.unwrap_or_else(Day::today);
    let shot = Shot {
        width: args.size.0,
        height: args.size.1,
    };
    let mut wardrobe = Wardrobe::default();
    let written = desk
        .terminal
        .work(words::WORK_WALK, |progress| -> Result<usize, Fault> {
            progress.set_total((hours.len() * shown.len()) as u64);
            for hour in &hours {
                let light = Light::of(&plaza.venue, day, *hour);
                let mask = Mask::of(&scene, &light);
                for view in &shown {
                    let cloths = wardrobe.dress(&scene, exhibition, &desk.cache, &ink, &view.eye, shot);
                    let pixels = picture(&scene, &light, &mask, &view.eye, &cloths, shot);
                    let name = format!("{}-{:02}{:02}.png", view.name, hour.0 / 60, hour.0 % 60);
                    files::write_whole(&args.shots.join(name), &png(&pixels, DPI))?;
                    progress.advance(1);
                }
            }
            Ok(hours.len() * shown.len())
        })?;
    desk.terminal.note(&words::shots_written(lang, written, &args.shots));
    Ok(Outcome::Done)
}

fn named(number: usize, eye: Eye) -> View {
    View {
        name: format!("board-{number:03}"),
        eye,
    }
}
