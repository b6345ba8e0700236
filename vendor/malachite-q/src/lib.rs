//! What the interpreter uses of `malachite-q`: exact division of integers into floats, and back.

use core::cmp::Ordering;
use malachite_base::{num::conversion::traits::RoundingInto, rounding_modes::RoundingMode};
use num_bigint::{BigInt, BigUint, Sign};

/// A fraction.
#[derive(Clone, Debug)]
pub struct Rational {
    is_negative: bool,
    numerator: BigUint,
    denominator: BigUint,
}

/// Not a number, or infinite.
#[derive(Clone, Copy, Debug)]
pub struct NotFinite;

impl Rational {
    /// The fraction of two integers; the second is not zero.
    pub fn from_integers_ref(numerator: &BigInt, denominator: &BigInt) -> Self {
        Self {
            is_negative: (numerator.sign() == Sign::Minus) != (denominator.sign() == Sign::Minus),
            numerator: numerator.magnitude().clone(),
            denominator: denominator.magnitude().clone(),
        }
    }

    /// Both without sign.
    pub fn into_numerator_and_denominator(self) -> (BigUint, BigUint) {
        (self.numerator, self.denominator)
    }
}

impl TryFrom<f64> for Rational {
    type Error = NotFinite;

    /// The exact value in lowest terms.
    fn try_from(value: f64) -> Result<Self, NotFinite> {
        if !value.is_finite() {
            return Err(NotFinite);
        }
        let bits = value.to_bits();
        let stored = (bits >> 52) & 0x7ff;
        let fraction = bits & ((1 << 52) - 1);
        let (mantissa, exponent) =
            if stored == 0 { (fraction, -1074) } else { (fraction | 1 << 52, stored as i64 - 1075) };
        let (mantissa, exponent) = match mantissa.trailing_zeros() {
            64 => (0, 0),
            zeros => (mantissa >> zeros, exponent + i64::from(zeros)),
        };
        let one = BigUint::from(1_u32);
        Ok(Self {
            is_negative: value.is_sign_negative(),
            numerator: BigUint::from(mantissa) << exponent.max(0) as u64,
            denominator: one << (-exponent).max(0) as u64,
        })
    }
}

impl RoundingInto<f64> for Rational {
    /// As malachite does: what is too large becomes the largest float, which is less than the value.
    fn rounding_into(self, RoundingMode::Nearest: RoundingMode) -> (f64, Ordering) {
        let (value, order) = nearest(self.numerator, &self.denominator);
        if self.is_negative { (-value, order.reverse()) } else { (value, order) }
    }
}

/// Significant bits of a float, and the exponents of its first bit and of its smallest one.
const PRECISION: i64 = 53;
const LARGEST_EXPONENT: i64 = 1023;
const SMALLEST_BIT: i64 = -1074;

fn nearest(numerator: BigUint, denominator: &BigUint) -> (f64, Ordering) {
    if numerator.bits() == 0 {
        return (0.0, Ordering::Equal);
    }
    // A quotient of 66 or 67 bits: more than a float has; the last one stands for all that follow.
    let shift = 66 - (numerator.bits() as i64 - denominator.bits() as i64);
    let (dividend, divisor) = if shift >= 0 {
        (numerator << shift as u64, denominator.clone())
    } else {
        (numerator, denominator << (-shift) as u64)
    };
    let quotient = &dividend / &divisor;
    let is_exact = &quotient * &divisor == dividend;
    let digits = quotient.to_u64_digits();
    let quotient = u128::from(digits[0]) | u128::from(digits.get(1).copied().unwrap_or(0)) << 64;
    let quotient = quotient | u128::from(!is_exact);

    let length = i64::from(128 - quotient.leading_zeros());
    let first_bit = length - 1 - shift;
    let kept_from = (first_bit - PRECISION + 1).max(SMALLEST_BIT);
    let dropped = kept_from + shift;
    if dropped > length {
        return (0.0, Ordering::Less);
    }
    let kept = quotient >> dropped;
    let rest = quotient & ((1 << dropped) - 1);
    let half = 1 << (dropped - 1);
    let rounds_up = rest > half || (rest == half && kept & 1 == 1);
    let mantissa = kept + u128::from(rounds_up);
    let order = match (rest, rounds_up) {
        (0, _) => Ordering::Equal,
        (_, true) => Ordering::Greater,
        (_, false) => Ordering::Less,
    };
    if mantissa >> (LARGEST_EXPONENT + 1 - kept_from).clamp(0, 127) != 0 {
        return (f64::MAX, Ordering::Less);
    }
    (with_exponent(mantissa as u64, kept_from), order)
}

/// `mantissa * 2 ** exponent`, which a float holds exactly.
fn with_exponent(mantissa: u64, exponent: i64) -> f64 {
    if mantissa < 1 << 52 {
        // Zero or subnormal: the bits are the mantissa (the exponent is the smallest there is).
        return f64::from_bits(mantissa);
    }
    // Rounding up may have made one bit more; it is zero.
    let (mantissa, exponent) = if mantissa == 1 << 53 { (mantissa >> 1, exponent + 1) } else { (mantissa, exponent) };
    f64::from_bits(((exponent + 1075) as u64) << 52 | (mantissa & ((1 << 52) - 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(numerator: &str, denominator: &str) -> f64 {
        let number = |it: &str| it.parse::<BigInt>().unwrap();
        Rational::from_integers_ref(&number(numerator), &number(denominator)).rounding_into(RoundingMode::Nearest).0
    }

    #[test]
    fn small_quotients_are_those_of_floats() {
        for numerator in [-7_i64, -1, 0, 1, 2, 3, 10, 255, 1_000_003, i64::MAX >> 11] {
            for denominator in [-9_i64, -2, 1, 3, 7, 10, 4_096, 999_983] {
                let expected = numerator as f64 / denominator as f64;
                assert_eq!(divided(&numerator.to_string(), &denominator.to_string()), expected, "{numerator}/{denominator}");
            }
        }
    }

    #[test]
    fn ties_go_to_even() {
        assert_eq!(divided("9007199254740993", "1"), 9_007_199_254_740_992.0);
        assert_eq!(divided("9007199254740995", "1"), 9_007_199_254_740_996.0);
        assert_eq!(divided("27021597764222979", "3"), 9_007_199_254_740_992.0);
    }

    #[test]
    fn the_ends_of_the_range() {
        let power = |exponent: u64| (BigInt::from(1) << exponent).to_string();
        assert_eq!(divided("1", &power(1074)), f64::from_bits(1));
        assert_eq!(divided("1", &power(1075)), 0.0);
        assert_eq!(divided("3", &power(1075)), f64::from_bits(2));
        assert_eq!(divided("1", &power(1200)), 0.0);
        assert_eq!(divided("1", &power(1022)), f64::MIN_POSITIVE);
        assert_eq!(divided(&power(1023), "1"), 2.0_f64.powi(1023));
        assert_eq!(divided(&power(1024), "1"), f64::MAX);
        assert_eq!(divided(&power(2100), &power(1100)), 2.0_f64.powi(1000));
    }

    #[test]
    fn floats_are_fractions() {
        for (value, numerator, denominator) in [(0.75, 3_u32, 4_u32), (-2.5, 5, 2), (1024.0, 1024, 1), (0.0, 0, 1)] {
            let found = Rational::try_from(value).unwrap().into_numerator_and_denominator();
            assert_eq!(found, (numerator.into(), denominator.into()));
        }
        assert!(Rational::try_from(f64::NAN).is_err());
    }
}
