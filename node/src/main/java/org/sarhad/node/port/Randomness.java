package org.sarhad.node.port;

/// Bytes nobody can guess: payload salts, session tokens, key seeds.
public interface Randomness {
  /// `count` fresh bytes (0 or more) in an array of the caller's own. In production they come from
  /// the operating system's generator; in simulation from the seed of the run.
  byte[] bytes(int count);
}
