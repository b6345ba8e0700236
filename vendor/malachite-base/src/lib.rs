//! What the interpreter uses of `malachite-base`.

/// As in `malachite_base::num`.
pub mod num {
    /// As in `malachite_base::num::basic`.
    pub mod basic {
        /// As in `malachite_base::num::basic::floats`.
        pub mod floats {
            /// Questions about floats.
            pub trait PrimitiveFloat {
                /// Whether this is -0.0.
                fn is_negative_zero(self) -> bool;
            }

            impl PrimitiveFloat for f64 {
                fn is_negative_zero(self) -> bool {
                    self == 0.0 && self.is_sign_negative()
                }
            }
        }
    }

    /// As in `malachite_base::num::conversion`.
    pub mod conversion {
        /// As in `malachite_base::num::conversion::traits`.
        pub mod traits {
            use crate::rounding_modes::RoundingMode;

            /// A conversion that rounds, and says on which side of the exact value its result is.
            pub trait RoundingInto<T> {
                /// Converts.
                fn rounding_into(self, mode: RoundingMode) -> (T, core::cmp::Ordering);
            }
        }
    }
}

/// As in `malachite_base::rounding_modes`.
pub mod rounding_modes {
    /// How to round; only this one is used.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum RoundingMode {
        /// To the nearest, ties to even.
        Nearest,
    }
}
