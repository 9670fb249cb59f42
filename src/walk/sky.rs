//! The sky of an hour all around as one picture: its colours with soft clouds that thin out into the haze. The clouds are
//! always the same, so that two pictures of one place can be compared.

use super::cloth::Cloth;
use super::light::Light;
use super::vector::{V3, chance, mix, smooth, v3};
use rayon::prelude::*;
use std::f32::consts::{FRAC_PI_2, PI, TAU};
use std::sync::OnceLock;

/// All around, and from the zenith down to the horizon.
const WIDTH: usize = 1024;
const HEIGHT: usize = 192;

/// Where a direction of length 1 lies on `sky_cloth`, from 0 to 1 each way: west over north, east and south; zenith down to
/// the horizon.
pub fn sky_place(way: V3) -> [f32; 2] {
    let turn = way.x.atan2(-way.y) / TAU + 0.5;
    let height = way.z.clamp(0.0, 1.0).asin() / FRAC_PI_2;
    let [top, bottom] = [0.5 / HEIGHT as f32, 1.0 - 0.5 / HEIGHT as f32];
    [turn, top + (bottom - top) * (1.0 - height)]
}

pub fn sky_cloth(light: &Light) -> Cloth {
    let cover = clouds();
    let rows = (0..HEIGHT).into_par_iter().flat_map_iter(|row| {
        (0..WIDTH).map(move |column| {
            let way = direction(column, row);
            let colour = light.sky(way);
            let thick = if light.is_indoor {
                0.0
            } else {
                cover[row * WIDTH + column]
            };
            let [thin, dense] = light.clouds(way);
            // Edges shine, the middle of a large cloud is a little darker.
            let cloud = mix(thin, dense, smooth(0.35, 1.0, thick));
            let seen = mix(colour, cloud, thick * 0.85);
            seen.map(|part| (part.clamp(0.0, 1.0) * 255.0 + 0.5) as u8)
        })
    });
    Cloth::new(WIDTH, HEIGHT, rows.collect(), true)
}

fn direction(column: usize, row: usize) -> V3 {
    let turn = ((column as f32 + 0.5) / WIDTH as f32 - 0.5) * TAU;
    let (sin, cos) = (FRAC_PI_2 * (1.0 - row as f32 / (HEIGHT - 1) as f32)).sin_cos();
    v3(turn.sin() * cos, -turn.cos() * cos, sin)
}

/// How much of the sky a cloud takes, in the order of the picture.
fn clouds() -> &'static [f32] {
    static CLOUDS: OnceLock<Vec<f32>> = OnceLock::new();
    CLOUDS.get_or_init(|| {
        let rows = (0..HEIGHT).into_par_iter();
        rows.flat_map_iter(|row| (0..WIDTH).map(move |column| thickness(direction(column, row))))
            .collect()
    })
}

/// Clouds lie in a layer: far ones are low and flat.
fn thickness(way: V3) -> f32 {
    let by = 1.0 / (way.z + 0.16);
    let (x, y) = (way.x * by * 1.5, way.y * by * 1.5);
    // A layer that wanders makes rags of round spots.
    let (x, y) = (
        x + 0.9 * noise(x * 0.9 + 7.3, y * 0.9),
        y + 0.9 * noise(x * 0.9, y * 0.9 + 3.1),
    );
    let mut sum = 0.0;
    let (mut part, mut scale) = (0.5, 1.0);
    for octave in 0..5 {
        let turn = octave as f32 * PI / 5.0;
        let (sin, cos) = turn.sin_cos();
        sum += part
            * noise(
                (x * cos - y * sin) * scale + 31.7 * octave as f32,
                (x * sin + y * cos) * scale,
            );
        part *= 0.56;
        scale *= 2.1;
    }
    smooth(0.44, 0.84, sum) * smooth(0.015, 0.24, way.z)
}

fn noise(x: f32, y: f32) -> f32 {
    let (left, top) = (x.floor(), y.floor());
    let (dx, dy) = (smooth(0.0, 1.0, x - left), smooth(0.0, 1.0, y - top));
    let at = |a: f32, b: f32| {
        let (a, b) = ((left + a) as i32 as u32, (top + b) as i32 as u32);
        chance(a.wrapping_mul(7919) ^ b.wrapping_mul(104_729))
    };
    let upper = at(0.0, 0.0) * (1.0 - dx) + at(1.0, 0.0) * dx;
    let lower = at(0.0, 1.0) * (1.0 - dx) + at(1.0, 1.0) * dx;
    upper * (1.0 - dy) + lower * dy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_direction_is_found_where_it_was_painted() {
        for (column, row) in [(0, 0), (10, 100), (512, 191), (1023, 40)] {
            let [u, v] = sky_place(direction(column, row));
            assert!((v * HEIGHT as f32 - (row as f32 + 0.5)).abs() < 0.05, "{row}: {v}");
            // At the zenith every way is up.
            assert!(
                row == 0 || (u * WIDTH as f32 - (column as f32 + 0.5)).abs() < 0.05,
                "{column}: {u}"
            );
        }
    }

    #[test]
    fn the_sky_is_part_cloud_part_blue_and_hazy_all_around_the_horizon() {
        let cover = clouds();
        let share = cover.iter().filter(|thick| **thick > 0.3).count() as f32 / cover.len() as f32;
        assert!((0.08..0.5).contains(&share), "{share}");
        assert!(cover[(HEIGHT - 1) * WIDTH..].iter().all(|thick| *thick < 0.01));
    }
}
