//! A hash for small numbers that nobody chooses: quick, and of no use against somebody who wants collisions.

use std::hash::{BuildHasherDefault, Hasher};

/// A map whose keys are such numbers.
pub type QuickMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<QuickHasher>>;
/// A set of such numbers.
pub type QuickSet<K> = std::collections::HashSet<K, BuildHasherDefault<QuickHasher>>;

/// Multiplies and turns, number by number.
#[derive(Clone, Copy, Debug, Default)]
pub struct QuickHasher(u64);

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }
    fn write_u8(&mut self, number: u8) {
        self.write_u64(number.into());
    }
    fn write_u32(&mut self, number: u32) {
        self.write_u64(number.into());
    }
    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }
    fn write_isize(&mut self, number: isize) {
        self.write_u64(number.cast_unsigned() as u64);
    }
    fn finish(&self) -> u64 {
        // The tables look at the upper bits and at the lower ones.
        self.0 ^ (self.0 >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::{QuickMap, QuickSet};

    #[test]
    fn pairs_find_their_values() {
        let map: QuickMap<(u64, u32), u64> = (0..1000).map(|it| ((it / 7, (it % 7) as u32), it)).collect();
        assert_eq!(map.len(), 1000);
        assert!((0..1000).all(|it| map[&(it / 7, (it % 7) as u32)] == it));
        let set: QuickSet<u64> = (0..1000).map(|it| it << 40).collect();
        assert!(set.contains(&(999 << 40)) && !set.contains(&1));
    }
}
