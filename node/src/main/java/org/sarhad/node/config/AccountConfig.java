package org.sarhad.node.config;

import java.time.Duration;

/// How people sign in.
///
/// @param idle after how long without a call a session ends
/// @param lifetime after how long it ends in any case
/// @param passwordMemoryKib Argon2id's memory, in KiB
/// @param passwordPasses Argon2id's passes over it
/// @param failuresPerLogin wrong passwords for one login before it is locked
/// @param failuresPerAddress wrong passwords from one address before it is locked
/// @param lockout how far back they count, and how long the lock lasts
public record AccountConfig(
    Duration idle,
    Duration lifetime,
    int passwordMemoryKib,
    int passwordPasses,
    int failuresPerLogin,
    int failuresPerAddress,
    Duration lockout) {

  static AccountConfig read(Settings settings) {
    return new AccountConfig(
        settings.duration("session.idle", "30 min", "A session ends after so long without a call."),
        settings.duration("session.lifetime", "13 h", "A session ends after so long in any case."),
        settings.number(
            "password.memory-kib",
            19_456,
            8_192,
            1_048_576,
            "Memory of one password check (Argon2id); OWASP's least is 19456."),
        settings.number("password.passes", 2, 1, 64, "Passes of one password check (Argon2id)."),
        settings.number(
            "lockout.failures-per-login", 5, 1, 1_000, "Wrong passwords before a login is locked."),
        settings.number(
            "lockout.failures-per-address",
            20,
            1,
            100_000,
            "Wrong passwords before an address is locked."),
        settings.duration(
            "lockout.period", "15 min", "How far back they count and how long it lasts."));
  }
}
