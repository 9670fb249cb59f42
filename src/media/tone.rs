//! Light and colour of pixels. Only sums, products, quotients: the same bytes on every machine.

use super::library::Pixels;
use crate::base::Tone;
use rayon::prelude::*;

/// A tone ready to be worked in: a curve a channel, and how strong colours are.
pub struct Grade {
    curves: [[u8; 256]; 3],
    /// 1 leaves them as they are.
    saturation: f32,
}

impl Grade {
    pub fn of(tone: &Tone) -> Grade {
        let share = |value: i8| f32::from(value) / 100.0;
        let warmth = share(tone.warmth);
        // Rec. 709 weights: what one channel gains the others lose, so that greys stay as light as they were.
        let gains = [1.0 + 0.16 * warmth, 1.0, 1.0 - 0.22 * warmth];
        let light: f32 = gains.iter().zip(LUMA).map(|(gain, weight)| gain * weight).sum();
        let [black, white] = tone.levels.map(f32::from);
        let curve = |gain: f32| {
            std::array::from_fn(|value| {
                let value = (value as f32 - black) / (white - black) * gain / light;
                let value = bent(value.clamp(0.0, 1.0), share(tone.brightness));
                byte(steepened(value, share(tone.contrast)))
            })
        };
        Grade {
            curves: gains.map(curve),
            saturation: 1.0 + share(tone.saturation),
        }
    }

    pub fn work_in(&self, rgba: &mut [u8]) {
        // Each pixel by itself, so it is all the same who does it.
        rgba.par_chunks_mut(1 << 18).for_each(|rgba| {
            for pixel in rgba.as_chunks_mut::<4>().0 {
                for (value, curve) in pixel.iter_mut().zip(&self.curves) {
                    *value = curve[usize::from(*value)];
                }
                if self.saturation != 1.0 {
                    self.colour(pixel);
                }
            }
        });
    }

    /// Away from its own grey or towards it; never so far that a channel runs out, which would change the hue.
    fn colour(&self, pixel: &mut [u8; 4]) {
        let [r, g, b, _] = pixel.map(|value| f32::from(value) / 255.0);
        let grey = LUMA[0] * r + LUMA[1] * g + LUMA[2] * b;
        let mut factor = self.saturation;
        for value in [r, g, b] {
            let away = value - grey;
            let room = if away > 0.0 { 1.0 - grey } else { grey };
            if away.abs() * factor > room && factor > 1.0 {
                factor = (room / away.abs()).max(1.0);
            }
        }
        let [r, g, b] = [r, g, b].map(|value| byte(grey + (value - grey) * factor));
        (pixel[0], pixel[1], pixel[2]) = (r, g, b);
    }
}

const LUMA: [f32; 3] = [0.2126, 0.7152, 0.0722];

fn byte(value: f32) -> u8 {
    (value.clamp(0.0, 1.0) * 255.0 + 0.5) as u8
}

/// Lighter or darker between black and white, which stay (Schlick's bias).
fn bent(value: f32, by: f32) -> f32 {
    let at = 0.5 + 0.34 * by;
    value / ((1.0 / at - 2.0) * (1.0 - value) + 1.0)
}

/// Steeper or flatter about the middle grey; black and white stay (Schlick's gain).
fn steepened(value: f32, by: f32) -> f32 {
    let at = 0.5 - 0.3 * by;
    let turn = (1.0 / at - 2.0) * (1.0 - 2.0 * value);
    if value < 0.5 {
        value / (turn + 1.0)
    } else {
        (turn - value) / (turn - 1.0)
    }
}

/// In all, no more than a two-hundredth of the pixels loses detail to black or to white.
const MOST_CLIPPED: u64 = 200;

/// Full use of black and white, and a middle that is neither dull nor glaring; night stays night.
pub fn automatic(pixels: &Pixels) -> Tone {
    let mut darkest = [0u64; 256];
    let mut lightest = [0u64; 256];
    let mut greys = [0u64; 256];
    let opaque = pixels.rgba.as_chunks::<4>().0.iter().filter(|pixel| pixel[3] == 255);
    for [r, g, b, _] in opaque {
        darkest[usize::from(*r.min(g).min(b))] += 1;
        lightest[usize::from(*r.max(g).max(b))] += 1;
        let grey = (u32::from(*r) * 54 + u32::from(*g) * 183 + u32::from(*b) * 19) >> 8;
        greys[grey as usize] += 1;
    }
    let count: u64 = greys.iter().sum();
    let each = count / (2 * MOST_CLIPPED);
    let black = below(darkest.iter(), each).min(80) as u8;
    let white = (255 - below(lightest.iter().rev(), each)).max(150) as u8;
    let stretched = |value: usize| (value as f32 - f32::from(black)) / (f32::from(white) - f32::from(black));
    let middle = stretched(below(greys.iter(), count / 2)).clamp(0.0, 1.0);
    // A quarter of the way to an even middle: a photo that is meant to be dark stays darker than others.
    let brightness = ((0.46 - middle) * 90.0).clamp(-20.0, 30.0);
    Tone {
        brightness: (brightness + if brightness < 0.0 { -0.5 } else { 0.5 }) as i8,
        levels: [black, white],
        ..Tone::default()
    }
}

/// The furthest step that leaves no more than `most` before it.
fn below<'c>(counts: impl Iterator<Item = &'c u64>, most: u64) -> usize {
    let mut sum = 0;
    for (step, count) in counts.enumerate() {
        sum += count;
        if sum > most {
            return step;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worked(tone: Tone, pixel: [u8; 3]) -> [u8; 3] {
        let mut rgba = [pixel[0], pixel[1], pixel[2], 255];
        Grade::of(&tone).work_in(&mut rgba);
        [rgba[0], rgba[1], rgba[2]]
    }

    #[test]
    fn without_a_wish_nothing_changes_and_ends_stay_ends() {
        for value in 0..=255 {
            let pixel = [value, 255 - value, value / 2];
            assert_eq!(worked(Tone::default(), pixel), pixel);
        }
        for strength in [-100, -40, 30, 100] {
            let tone = Tone {
                brightness: strength,
                contrast: strength,
                saturation: strength,
                ..Tone::default()
            };
            assert_eq!(worked(tone, [0; 3]), [0; 3]);
            assert_eq!(worked(tone, [255; 3]), [255; 3]);
        }
    }

    #[test]
    fn each_wish_does_what_it_is_called() {
        let with = |change: fn(&mut Tone)| {
            let mut tone = Tone::default();
            change(&mut tone);
            worked(tone, [150, 110, 70])
        };
        let lighter = with(|tone| tone.brightness = 50);
        assert!(
            lighter.iter().zip([150, 110, 70]).all(|(now, before)| *now > before),
            "{lighter:?}"
        );
        let steep = with(|tone| tone.contrast = 60);
        assert!(steep[0] > 150 && steep[2] < 70, "{steep:?}");
        let grey = with(|tone| tone.saturation = -100);
        assert!(grey[0] == grey[1] && grey[1] == grey[2], "{grey:?}");
        let warm = with(|tone| tone.warmth = 60);
        assert!(warm[0] > 150 && warm[2] < 70, "{warm:?}");
        let strong = with(|tone| tone.saturation = 100);
        assert!(
            strong[0] > 150 && strong[2] < 70 && strong[2] > 0,
            "the hue stays: {strong:?}"
        );
    }

    #[test]
    fn the_automatic_tone_uses_the_whole_range_and_clips_next_to_nothing() {
        // A dull photo: greys of 60 to 180, and some single sparks.
        let value = |at: usize| match at % 1000 {
            0 => 5,
            1 => 250,
            rest => 60 + (rest % 121) as u8,
        };
        let rgba: Vec<u8> = (0..40_000)
            .flat_map(|at| [value(at), value(at), value(at), 255])
            .collect();
        let mut pixels = Pixels {
            width: 200,
            height: 200,
            rgba,
        };
        let tone = automatic(&pixels);
        assert!(tone.levels[0] >= 50 && tone.levels[1] <= 190, "{tone:?}");
        Grade::of(&tone).work_in(&mut pixels.rgba);
        let ends = pixels
            .rgba
            .as_chunks::<4>()
            .0
            .iter()
            .filter(|pixel| pixel[0] == 0 || pixel[0] == 255);
        assert!(ends.count() <= 40_000 / 200 + 2 * 40_000 / 121, "{tone:?}");
        let black = Pixels {
            width: 1,
            height: 1,
            rgba: vec![0, 0, 0, 255],
        };
        assert_eq!(automatic(&black).settled(), automatic(&black));
    }
}
