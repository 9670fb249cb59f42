//! Where the sun stands over a place at an hour. Knows angles; knows no plaza.

use crate::base::Day;
use crate::model::{Hour, Venue};

/// Local time is that of Beijing wherever the place is, in hours before world time.
const ZONE: f64 = 8.0;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sun {
    /// Clockwise from north, in degrees.
    pub azimuth: f64,
    /// Above the horizon, in degrees; negative at night. Without refraction.
    pub altitude: f64,
}

/// NOAA's general solar position calculations, with the Fourier series of Spencer (1971) for the equation of time and
/// the declination: good to about a quarter of a degree, which is half the sun's width.
pub fn sun(latitude: f64, longitude: f64, day: Day, hour: Hour) -> Sun {
    let minutes = f64::from(hour.0);
    let turn = (f64::from(day.of_year()) - 1.0 + (minutes / 60.0 - ZONE) / 24.0) / 365.0;
    let year = turn * std::f64::consts::TAU;
    let (sin, cos) = year.sin_cos();
    let (sin2, cos2) = (2.0 * year).sin_cos();
    let (sin3, cos3) = (3.0 * year).sin_cos();
    let equation = 229.18 * (0.000_075 + 0.001_868 * cos - 0.032_077 * sin - 0.014_615 * cos2 - 0.040_849 * sin2);
    let declination = 0.006_918 - 0.399_912 * cos + 0.070_257 * sin - 0.006_758 * cos2 + 0.000_907 * sin2
        - 0.002_697 * cos3
        + 0.001_48 * sin3;
    let solar = minutes + equation + 4.0 * longitude - 60.0 * ZONE;
    let angle = (solar / 4.0 - 180.0).to_radians();
    let here = latitude.clamp(-89.9, 89.9).to_radians();
    let height = here.sin() * declination.sin() + here.cos() * declination.cos() * angle.cos();
    let from_south = angle
        .sin()
        .atan2(angle.cos() * here.sin() - declination.tan() * here.cos());
    Sun {
        azimuth: (from_south.to_degrees() + 180.0).rem_euclid(360.0),
        altitude: height.clamp(-1.0, 1.0).asin().to_degrees(),
    }
}

/// The sun over a venue at an hour of its day; `None` in a hall, and where nobody has said the place or the day.
pub fn sun_over(venue: &Venue, hour: Hour) -> Option<Sun> {
    match (venue.latitude, venue.longitude, venue.day) {
        (Some(latitude), Some(longitude), Some(day)) if !venue.is_indoor => Some(sun(latitude, longitude, day, hour)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(latitude: f64, longitude: f64, day: &str, hour: u16, minute: u16) -> Sun {
        sun(latitude, longitude, Day::parse(day).unwrap(), Hour(hour * 60 + minute))
    }

    fn is_near(sun: Sun, azimuth: f64, altitude: f64, reach: f64) -> bool {
        let turn = (sun.azimuth - azimuth).rem_euclid(360.0);
        turn.min(360.0 - turn) <= reach && (sun.altitude - altitude).abs() <= reach
    }

    #[test]
    fn noon_of_the_solstices_has_the_heights_of_the_almanac() {
        // 90 degrees less the latitude, and the obliquity of 23.44 more or less. Beijing's noon is not at twelve.
        let summer = at(39.904, 116.407, "2026-06-21", 12, 16);
        assert!(is_near(summer, 180.0, 73.53, 0.5), "{summer:?}");
        let winter = at(39.904, 116.407, "2026-12-22", 12, 13);
        assert!(is_near(winter, 180.0, 26.66, 0.5), "{winter:?}");
        // South of the tropic the noon sun stands in the north.
        let south = at(-33.87, 151.21, "2026-06-21", 9, 57);
        assert!(is_near(south, 0.0, 32.7, 0.6), "{south:?}");
    }

    #[test]
    fn it_rises_in_the_east_and_sets_in_the_west_at_the_printed_hours() {
        // Beijing's own almanac: rises 7:15, sets 16:50 on the first of December; refraction and half a disc are 0.83.
        let rise = at(39.904, 116.407, "2026-12-01", 7, 15);
        assert!(is_near(rise, 118.0, -0.83, 1.0), "{rise:?}");
        let set = at(39.904, 116.407, "2026-12-01", 16, 50);
        assert!(is_near(set, 242.0, -0.83, 1.0), "{set:?}");
        let equinox = at(30.66, 104.06, "2026-03-21", 7, 11);
        assert!(is_near(equinox, 90.0, 0.0, 1.0), "{equinox:?}");
    }

    #[test]
    fn poles_and_nights_are_no_trouble() {
        for latitude in [-90.0, 0.0, 90.0] {
            for minute in (0..1440).step_by(30) {
                let sun = sun(latitude, 105.0, Day::parse("2026-12-01").unwrap(), Hour(minute));
                assert!(sun.azimuth.is_finite() && sun.altitude.is_finite());
            }
        }
        assert!(at(30.66, 104.06, "2026-12-01", 0, 30).altitude < -60.0);
    }
}
