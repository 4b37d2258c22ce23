//! The module `_math`: [`real`] are functions of floats, [`whole`] those of integers, [`gamma`] the gamma function and its logarithm,
//! [`sums`] sums, products and distances.

mod gamma;
mod real;
mod sums;
mod whole;

use super::protocol::function;
use crate::library::prelude_name;
use crate::object::native::{Native, Trap};
use crate::object::operate::{number, plain};
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::value::Value;

pub static TABLE: &[Native] = &[
    function("acos", "x, /", "Return the arc cosine (measured in radians) of x.", |rt, args| real::finite(rt, args, "acos", f64::acos)),
    function("acosh", "x, /", "Return the inverse hyperbolic cosine of x.", |rt, args| real::finite(rt, args, "acosh", real::acosh)),
    function("asin", "x, /", "Return the arc sine (measured in radians) of x.", |rt, args| real::finite(rt, args, "asin", f64::asin)),
    function("asinh", "x, /", "Return the inverse hyperbolic sine of x.", |rt, args| real::finite(rt, args, "asinh", real::asinh)),
    function("atan", "x, /", "Return the arc tangent (measured in radians) of x.", |rt, args| real::finite(rt, args, "atan", f64::atan)),
    function("atan2", "y, x, /", "Return the arc tangent (measured in radians) of y/x.", |rt, args| {
        real::of_two(rt, args, "atan2", f64::atan2)
    }),
    function("atanh", "x, /", "Return the inverse hyperbolic tangent of x.", |rt, args| real::finite(rt, args, "atanh", real::atanh)),
    function("cbrt", "x, /", "Return the cube root of x.", |rt, args| real::finite(rt, args, "cbrt", f64::cbrt)),
    function("ceil", "x, /", "Return the ceiling of x as an Integral.", real::ceil),
    function("comb", "n, k, /", "Number of ways to choose k items from n items without repetition and without order.", whole::comb),
    function("copysign", "x, y, /", "Return a float with the magnitude of x but the sign of y.", |rt, args| {
        real::of_two(rt, args, "copysign", f64::copysign)
    }),
    function("cos", "x, /", "Return the cosine of x (measured in radians).", |rt, args| real::finite(rt, args, "cos", f64::cos)),
    function("cosh", "x, /", "Return the hyperbolic cosine of x.", |rt, args| real::growing(rt, args, "cosh", f64::cosh)),
    function("degrees", "x, /", "Convert angle x from radians to degrees.", |rt, args| {
        real::plain_function(rt, args, "degrees", |x| x * (180.0 / std::f64::consts::PI))
    }),
    function("dist", "p, q, /", "Return the Euclidean distance between two points p and q.", sums::dist),
    function("erf", "x, /", "Error function at x.", |rt, args| real::plain_function(rt, args, "erf", libm::erf)),
    function("erfc", "x, /", "Complementary error function at x.", |rt, args| real::plain_function(rt, args, "erfc", libm::erfc)),
    function("exp", "x, /", "Return e raised to the power of x.", |rt, args| real::growing(rt, args, "exp", f64::exp)),
    function("exp2", "x, /", "Return 2 raised to the power of x.", |rt, args| real::growing(rt, args, "exp2", f64::exp2)),
    function("expm1", "x, /", "Return exp(x)-1.", |rt, args| real::growing(rt, args, "expm1", f64::exp_m1)),
    function("fabs", "x, /", "Return the absolute value of the float x.", |rt, args| real::plain_function(rt, args, "fabs", f64::abs)),
    function("factorial", "n, /", "Find n!.", whole::factorial),
    function("floor", "x, /", "Return the floor of x as an Integral.", real::floor),
    function("fmod", "x, y, /", "Return fmod(x, y), according to platform C.", real::fmod),
    function("frexp", "x, /", "Return the mantissa and exponent of x, as pair (m, e).", real::frexp),
    function("fsum", "seq, /", "Return an accurate floating point sum of values in the iterable seq.", sums::fsum),
    function("gamma", "x, /", "Gamma function at x.", gamma::gamma),
    function("gcd", "*integers", "Greatest Common Divisor.", whole::gcd),
    function("hypot", "*coordinates", "Multidimensional Euclidean distance from the origin to a point.", sums::hypot),
    function(
        "isclose",
        "a, b, *, rel_tol=1e-09, abs_tol=0.0",
        "Determine whether two floating point numbers are close in value.",
        real::isclose,
    ),
    function("isfinite", "x, /", "Return True if x is neither an infinity nor a NaN, and False otherwise.", |rt, args| {
        real::test(rt, args, "isfinite", f64::is_finite)
    }),
    function("isinf", "x, /", "Return True if x is a positive or negative infinity, and False otherwise.", |rt, args| {
        real::test(rt, args, "isinf", f64::is_infinite)
    }),
    function("isnan", "x, /", "Return True if x is a NaN (not a number), and False otherwise.", |rt, args| {
        real::test(rt, args, "isnan", f64::is_nan)
    }),
    function("isqrt", "n, /", "Return the integer part of the square root of the input.", whole::isqrt),
    function("lcm", "*integers", "Least Common Multiple.", whole::lcm),
    function("ldexp", "x, i, /", "Return x * (2**i).", real::ldexp),
    function("lgamma", "x, /", "Natural logarithm of absolute value of Gamma function at x.", gamma::lgamma),
    function("log", "x, base=2.718281828459045, /", "Return the logarithm of x to the given base.", real::log),
    function("log10", "x, /", "Return the base 10 logarithm of x.", |rt, args| real::log_of(rt, args, "log10", f64::log10)),
    function("log1p", "x, /", "Return the natural logarithm of 1+x (base e).", |rt, args| real::finite(rt, args, "log1p", f64::ln_1p)),
    function("log2", "x, /", "Return the base 2 logarithm of x.", |rt, args| real::log_of(rt, args, "log2", f64::log2)),
    function("modf", "x, /", "Return the fractional and integer parts of x.", real::modf),
    function("nextafter", "x, y, /", "Return the next floating-point value after x towards y.", |rt, args| {
        real::of_two(rt, args, "nextafter", real::next_after)
    }),
    function("perm", "n, k=None, /", "Number of ways to choose k items from n items without repetition and with order.", whole::perm),
    function("pow", "x, y, /", "Return x**y (x to the power of y).", real::pow),
    function("prod", "iterable, /, *, start=1", "Calculate the product of all the elements in the input iterable.", sums::prod),
    function("radians", "x, /", "Convert angle x from degrees to radians.", |rt, args| {
        real::plain_function(rt, args, "radians", |x| x * (std::f64::consts::PI / 180.0))
    }),
    function("remainder", "x, y, /", "Difference between x and the closest integer multiple of y.", |rt, args| {
        real::of_two(rt, args, "remainder", real::remainder)
    }),
    function("sin", "x, /", "Return the sine of x (measured in radians).", |rt, args| real::finite(rt, args, "sin", f64::sin)),
    function("sinh", "x, /", "Return the hyperbolic sine of x.", |rt, args| real::growing(rt, args, "sinh", f64::sinh)),
    function("sqrt", "x, /", "Return the square root of x.", |rt, args| real::finite(rt, args, "sqrt", f64::sqrt)),
    function("tan", "x, /", "Return the tangent of x (measured in radians).", |rt, args| real::finite(rt, args, "tan", f64::tan)),
    function("tanh", "x, /", "Return the hyperbolic tangent of x.", |rt, args| real::finite(rt, args, "tanh", f64::tanh)),
    function("trunc", "x, /", "Truncates the Real x to the nearest Integral toward 0.", real::trunc),
    function("ulp", "x, /", "Return the value of the least significant bit of the float x.", |rt, args| {
        real::plain_function(rt, args, "ulp", real::ulp)
    }),
];

/// A float argument. Where its `__float__` is the program's the prelude asks it, and calls the function again.
fn float_argument(rt: &mut Runtime, args: &[Value], at: usize, function: &str) -> Result<f64, Trap> {
    let value = &args[at];
    if number::asks_float(value) {
        return Err(again(rt, prelude_name("call_with_floats"), args, function));
    }
    match number::to_float(rt, plain(value))? {
        Some(x) => Ok(x),
        None => Err(rt.type_error(format!("must be real number, not {}", rt.type_name(value)))),
    }
}

/// Has the prelude convert the arguments, and call the function again.
fn again(rt: &Runtime, by: &'static str, args: &[Value], function: &str) -> Trap {
    let native = rt.modules.get("_math").and_then(|module| module.get(symbol_of(function))).unwrap_or(Value::None);
    let given = args.iter().take_while(|arg| !arg.is_unbound()).cloned().collect();
    rt.prelude(by, vec![native, Value::tuple(given)])
}

fn domain_error(rt: &Runtime) -> Trap {
    rt.value_error("math domain error")
}

fn range_error(rt: &Runtime) -> Trap {
    rt.overflow_error("math range error")
}
