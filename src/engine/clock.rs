//! Virtual time: what a run would have taken over a network, without waiting for it.
//!
//! Time stands still while Rust or Python computes and moves only by database round trips and
//! `time.sleep`, so that the same program gives the same times on every machine. The engine
//! advances it, Python's `time` and `datetime` read it; neither knows the real clock.

use std::cell::Cell;

/// The clock of one interpreter; shared as `Rc<Clock>`.
#[derive(Debug, Default)]
pub struct Clock {
    start_unix_micros: Cell<u64>,
    now_micros: Cell<u64>,
    latency_micros: Cell<u64>,
    readings: Cell<u64>,
    is_real: Cell<bool>,
}

impl Clock {
    /// Starts over for a new run.
    ///
    /// `start_unix_micros`: what `time.time()` shows at the start, microseconds since 1970 (UTC).
    /// `latency_micros`: what one database round trip costs.
    pub fn restart(&self, start_unix_micros: u64, latency_micros: u64) {
        self.start_unix_micros.set(start_unix_micros);
        self.latency_micros.set(latency_micros);
        self.now_micros.set(0);
        self.readings.set(0);
    }

    /// Lets Python's `time` show real time instead, so that a benchmark can measure itself. The
    /// engine's own times stay virtual.
    pub fn use_real_time(&self, is_real: bool) {
        self.is_real.set(is_real);
    }

    /// Whether Python's `time` shows real time.
    pub fn is_real_time(&self) -> bool {
        self.is_real.get()
    }

    /// Microseconds since the start of the run.
    pub fn now_micros(&self) -> u64 {
        self.now_micros.get()
    }

    /// Nanoseconds since the start of the run, as a program reads them: a reading takes a moment itself, each another,
    /// so that intervals differ as they do elsewhere.
    pub fn reading_nanos(&self) -> u64 {
        let count = self.readings.get() + 1;
        self.readings.set(count);
        // The n-th of every 128 readings takes n nanoseconds.
        let (rounds, rest) = (count / 128, count % 128);
        self.now_micros.get() * 1_000 + rounds * (127 * 128 / 2) + rest * (rest + 1) / 2
    }

    /// Microseconds since 1970 (UTC), as the program sees it.
    pub fn unix_micros(&self) -> u64 {
        self.start_unix_micros.get() + self.now_micros.get()
    }

    /// What one database round trip costs.
    pub fn latency_micros(&self) -> u64 {
        self.latency_micros.get()
    }

    /// Lets `micros` pass.
    pub fn advance(&self, micros: u64) {
        self.now_micros.set(self.now_micros.get().saturating_add(micros));
    }

    /// The time of day as log lines show it: `2026-01-31 09:30:00,123` (UTC).
    pub fn log_time(&self) -> String {
        let micros = self.unix_micros();
        let (days, second_of_day) = (micros / 86_400_000_000, micros / 1_000_000 % 86_400);
        // Days since 0000-03-01, in eras of 400 years.
        let shifted = days + 719_468;
        let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + u64::from(month <= 2);
        format!(
            "{year:04}-{month:02}-{day:02} {:02}:{:02}:{:02},{:03}",
            second_of_day / 3600,
            second_of_day / 60 % 60,
            second_of_day % 60,
            micros / 1000 % 1000
        )
    }

    /// Lets one database round trip pass: connect, statement, COMMIT or ROLLBACK.
    pub fn round_trip(&self) {
        self.advance(self.latency_micros.get());
    }
}

#[cfg(test)]
mod tests {
    use super::Clock;

    #[test]
    fn only_round_trips_and_sleeps_move_it() {
        let clock = Clock::default();
        clock.restart(5_000_000, 1_000);
        clock.round_trip();
        clock.advance(250);
        assert_eq!((clock.now_micros(), clock.unix_micros()), (1_250, 5_001_250));
        clock.restart(0, 7);
        assert_eq!((clock.now_micros(), clock.latency_micros()), (0, 7));
    }
}
