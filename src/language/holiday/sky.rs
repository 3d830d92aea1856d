//! Where the sun and the moon stand in the sky of India, well enough for a calendar: to about a minute of time
//! from 1900 to 2100.
//!
//! After J. Meeus, *Astronomical Algorithms*, 2nd edition, 1998: chapter 25 for the sun, chapter 47 for the moon
//! (table 47.A down to 0.002°), chapter 15 for sunrise. A moment is a number of days since 1970-01-01, 0h universal
//! time, an angle a number of degrees.

/// 2000-01-01, 12h, from which Meeus counts.
const J2000: f64 = 10_957.5;

/// By how much dynamical time is ahead of universal time, in days: a minute, give or take one, from 1900 to 2100.
const AHEAD: f64 = 1.0 / 1440.0;

/// The place for which the Positional Astronomy Centre reckons India's national calendar: 82°30′ E, 23°11′ N.
const LONGITUDE: f64 = 82.5;
const LATITUDE: f64 = 23.183;

/// How far the sun goes in a day, on average.
pub(super) const SUN_A_DAY: f64 = 0.985_609;
/// How far the moon goes among the stars in a day, on average.
pub(super) const MOON_A_DAY: f64 = 13.176_396;
/// How far the moon goes away from the sun in a day, on average.
pub(super) const MOON_FROM_SUN_A_DAY: f64 = MOON_A_DAY - SUN_A_DAY;

/// Table 47.A: the sine's factor, then how often the moon's elongation, the sun's anomaly, the moon's anomaly and
/// the moon's distance from its node go into the angle.
const MOON: [(f64, [i8; 4]); 35] = [
    (6.288_774, [0, 0, 1, 0]),
    (1.274_027, [2, 0, -1, 0]),
    (0.658_314, [2, 0, 0, 0]),
    (0.213_618, [0, 0, 2, 0]),
    (-0.185_116, [0, 1, 0, 0]),
    (-0.114_332, [0, 0, 0, 2]),
    (0.058_793, [2, 0, -2, 0]),
    (0.057_066, [2, -1, -1, 0]),
    (0.053_322, [2, 0, 1, 0]),
    (0.045_758, [2, -1, 0, 0]),
    (-0.040_923, [0, 1, -1, 0]),
    (-0.034_720, [1, 0, 0, 0]),
    (-0.030_383, [0, 1, 1, 0]),
    (0.015_327, [2, 0, 0, -2]),
    (-0.012_528, [0, 0, 1, 2]),
    (0.010_980, [0, 0, 1, -2]),
    (0.010_675, [4, 0, -1, 0]),
    (0.010_034, [0, 0, 3, 0]),
    (0.008_548, [4, 0, -2, 0]),
    (-0.007_888, [2, 1, -1, 0]),
    (-0.006_766, [2, 1, 0, 0]),
    (-0.005_163, [1, 0, -1, 0]),
    (0.004_987, [1, 1, 0, 0]),
    (0.004_036, [2, -1, 1, 0]),
    (0.003_994, [2, 0, 2, 0]),
    (0.003_861, [4, 0, 0, 0]),
    (0.003_665, [2, 0, -3, 0]),
    (-0.002_689, [0, 1, -2, 0]),
    (-0.002_602, [2, 0, -1, 2]),
    (0.002_390, [2, -1, -2, 0]),
    (-0.002_348, [1, 0, 1, 0]),
    (0.002_236, [2, -2, 0, 0]),
    (-0.002_120, [0, 1, 2, 0]),
    (-0.002_069, [0, 2, 0, 0]),
    (0.002_048, [2, -2, -1, 0]),
];

/// Centuries from the year 2000.
fn centuries(moment: f64) -> f64 {
    (moment + AHEAD - J2000) / 36_525.0
}

/// The sun's mean longitude.
fn mean_sun(t: f64) -> f64 {
    280.466_46 + t * (36_000.769_83 + t * 0.000_303_2)
}

fn sun_anomaly(t: f64) -> f64 {
    (357.529_11 + t * (35_999.050_29 - t * 0.000_153_7)).to_radians()
}

/// The sun's longitude, from the mean equinox of the day.
fn sun(moment: f64) -> f64 {
    let t = centuries(moment);
    let anomaly = sun_anomaly(t);
    let centre = (1.914_602 - t * (0.004_817 + t * 0.000_014)) * anomaly.sin()
        + (0.019_993 - t * 0.000_101) * (2.0 * anomaly).sin()
        + 0.000_289 * (3.0 * anomaly).sin();
    let aberration = 0.005_69;
    mean_sun(t) + centre - aberration
}

/// The moon's longitude, from the mean equinox of the day.
fn moon(moment: f64) -> f64 {
    let t = centuries(moment);
    let mean = 218.316_447_7 + t * (481_267.881_234_21 - t * 0.001_578_6);
    let elongation = (297.850_192_1 + t * (445_267.111_403_4 - t * 0.001_881_9)).to_radians();
    let anomaly = (134.963_396_4 + t * (477_198.867_505_5 + t * 0.008_741_4)).to_radians();
    let node = (93.272_095 + t * (483_202.017_523_3 - t * 0.003_653_9)).to_radians();
    let sun = sun_anomaly(t);
    let eccentricity = 1.0 - t * (0.002_516 + t * 0.000_007_4);
    let terms = MOON.iter().map(|(factor, [of_elongation, of_sun, of_anomaly, of_node])| {
        let angle = f64::from(*of_elongation) * elongation
            + f64::from(*of_sun) * sun
            + f64::from(*of_anomaly) * anomaly
            + f64::from(*of_node) * node;
        factor * eccentricity.powi(i32::from(of_sun.abs())) * angle.sin()
    });
    mean + terms.sum::<f64>()
}

/// By how much the equinox has gone back from the beginning of the Indian zodiac, after Lahiri: India's Calendar
/// Reform Committee fixed it as 23°15′ for 21 March 1956. The precession is Meeus’s, chapter 21.
fn equinox(moment: f64) -> f64 {
    23.857 + 1.396_971 * centuries(moment)
}

/// The sun's longitude in the Indian zodiac.
pub(super) fn sun_among_stars(moment: f64) -> f64 {
    sun(moment) - equinox(moment)
}

/// The moon's longitude in the Indian zodiac.
pub(super) fn moon_among_stars(moment: f64) -> f64 {
    moon(moment) - equinox(moment)
}

/// How far the moon is ahead of the sun: 0 at new moon, 180 at full moon.
pub(super) fn moon_from_sun(moment: f64) -> f64 {
    moon(moment) - sun(moment)
}

/// When an angle that grows by so much a day has a value, near a moment.
pub(super) fn when(angle: fn(f64) -> f64, value: f64, a_day: f64, near: f64) -> f64 {
    // The speed of neither body is ever a fifth off its average, so that each step is five times as near.
    (0..8).fold(near, |moment, _| moment + turn(value - angle(moment)) / a_day)
}

/// The same angle from -180 to 180.
fn turn(angle: f64) -> f64 {
    (angle + 180.0).rem_euclid(360.0) - 180.0
}

/// Sunrise and sunset of a day at the central place.
pub(super) fn daylight(day: i32) -> (f64, f64) {
    let mean_noon = f64::from(day) + 0.5 - LONGITUDE / 360.0;
    let longitude = sun(mean_noon).to_radians();
    let tilt = 23.439_f64.to_radians();
    let ascension = (tilt.cos() * longitude.sin()).atan2(longitude.cos()).to_degrees();
    let noon = mean_noon - turn(mean_sun(centuries(mean_noon)) - ascension) / 360.0;
    let declination = (tilt.sin() * longitude.sin()).asin();
    let latitude = LATITUDE.to_radians();
    // The upper edge, as the air lifts it.
    let altitude = -0.833_f64.to_radians();
    let half = ((altitude.sin() - latitude.sin() * declination.sin()) / (latitude.cos() * declination.cos()))
        .acos()
        .to_degrees()
        / 360.0;
    (noon - half, noon + half)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(expected: f64, got: f64, within: f64) {
        assert!((expected - got).abs() < within, "expected {expected}, got {got}");
    }

    /// Meeus's worked examples 25.a and 47.a.
    #[test]
    fn sun_and_moon_stand_where_meeus_has_them() {
        let day = |from_2000: f64| J2000 + from_2000 - AHEAD;
        close(199.909_88 - 0.005_69, sun(day(-2_636.5)).rem_euclid(360.0), 0.001);
        close(133.162_655, moon(day(-2_820.5)).rem_euclid(360.0), 0.01);
    }

    #[test]
    fn new_moons_come_when_the_almanac_has_them() {
        // 2024-11-01, 12:47 universal time, and the eclipse of 2017-08-21, 18:30.
        for (day, minutes) in [(20_028.0, 12.0 * 60.0 + 47.0), (17_399.0, 18.0 * 60.0 + 30.0)] {
            let expected = day + minutes / 1440.0;
            close(expected, when(moon_from_sun, 0.0, MOON_FROM_SUN_A_DAY, expected + 3.0), 2.0 / 1440.0);
        }
    }

    #[test]
    fn the_day_is_long_in_june() {
        let (rise, set) = daylight(20_260);
        close(13.6 / 24.0, set - rise, 0.2 / 24.0);
    }
}
