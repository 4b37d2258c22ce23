//! The gamma function and its logarithm, by Lanczos' approximation.

use std::f64::consts::PI;

use super::{domain_error, float_argument, range_error};
use crate::object::native::Answer;
use crate::object::runtime::Runtime;
use crate::object::value::Value;

const G: f64 = 6.024_680_040_776_73;
const G_MINUS_HALF: f64 = 5.524_680_040_776_73;

/// Coefficients of the rational approximation for N = 13 (numerator, denominator), the lowest power first.
#[rustfmt::skip]
const COEFFICIENTS: [(f64, f64); 13] = [
    (23_531_376_880.410_76, 0.0),
    (42_919_803_642.649_1, 39_916_800.0),
    (35_711_959_237.355_67, 120_543_840.0),
    (17_921_034_426.037_21, 150_917_976.0),
    (6_039_542_586.352_028, 105_258_076.0),
    (1_439_720_407.311_721_6, 45_995_730.0),
    (248_874_557.862_054_17, 13_339_535.0),
    (31_426_415.585_400_194, 2_637_558.0),
    (2_876_370.628_935_372_5, 357_423.0),
    (186_056.265_395_223_48, 32_670.0),
    (8_071.672_002_365_816, 1_925.0),
    (210.824_277_751_579_36, 66.0),
    (2.506_628_274_631_000_2, 1.0),
];

/// Why there is no value.
enum Failure {
    Domain,
    Range,
}

pub fn gamma(rt: &mut Runtime, args: &[Value]) -> Answer {
    let x = float_argument(rt, args, 0, "gamma")?;
    answer(rt, gamma_of(x))
}

pub fn lgamma(rt: &mut Runtime, args: &[Value]) -> Answer {
    let x = float_argument(rt, args, 0, "lgamma")?;
    answer(rt, lgamma_of(x))
}

fn answer(rt: &Runtime, result: Result<f64, Failure>) -> Answer {
    match result {
        Ok(y) => Ok(Value::float(y)),
        Err(Failure::Domain) => Err(domain_error(rt)),
        Err(Failure::Range) => Err(range_error(rt)),
    }
}

fn lanczos_sum(x: f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    if x < 5.0 {
        for (a, b) in COEFFICIENTS.iter().rev() {
            above = above * x + a;
            below = below * x + b;
        }
    } else {
        for (a, b) in &COEFFICIENTS {
            above = above / x + a;
            below = below / x + b;
        }
    }
    above / below
}

/// `sin(pi * x)`, exact where it is zero or one.
fn sine_of_pi_times(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let sine = match (2.0 * y).round() as u8 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1.0f64.copysign(x) * sine
}

fn gamma_of(x: f64) -> Result<f64, Failure> {
    if !x.is_finite() {
        return if x == f64::NEG_INFINITY { Err(Failure::Domain) } else { Ok(x) };
    }
    if x == 0.0 || x < 0.0 && x == x.floor() {
        return Err(Failure::Domain);
    }
    if x == x.floor() && x <= 23.0 {
        return Ok((1..x as u64).map(|i| i as f64).product());
    }
    let size = x.abs();
    if size < 1e-20 {
        return bounded(1.0 / x);
    }
    if size > 200.0 {
        return if x < 0.0 { Ok(0.0 / sine_of_pi_times(x)) } else { Err(Failure::Range) };
    }
    let y = size + G_MINUS_HALF;
    // What was lost as the sum was rounded.
    let lost = if size > G_MINUS_HALF { y - size - G_MINUS_HALF } else { y - G_MINUS_HALF - size };
    let correction = lost * G / y;
    let (halves, exponent) = if size < 140.0 { (1, size - 0.5) } else { (2, size / 2.0 - 0.25) };
    let factor = y.powf(exponent);
    let mut result = if x < 0.0 { -PI / sine_of_pi_times(size) / size * y.exp() / lanczos_sum(size) } else { lanczos_sum(size) / y.exp() };
    if x < 0.0 {
        result -= correction * result;
        (0..halves).for_each(|_| result /= factor);
    } else {
        result += correction * result;
        (0..halves).for_each(|_| result *= factor);
    }
    bounded(result)
}

fn lgamma_of(x: f64) -> Result<f64, Failure> {
    if !x.is_finite() {
        return Ok(x.abs());
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { Err(Failure::Domain) } else { Ok(0.0) };
    }
    let size = x.abs();
    if size < 1e-20 {
        return Ok(-size.ln());
    }
    let mut result = lanczos_sum(size).ln() - G;
    result += (size - 0.5) * ((size + G - 0.5).ln() - 1.0);
    if x < 0.0 {
        result = PI.ln() - sine_of_pi_times(size).abs().ln() - size.ln() - result;
    }
    bounded(result)
}

fn bounded(x: f64) -> Result<f64, Failure> {
    if x.is_infinite() { Err(Failure::Range) } else { Ok(x) }
}
