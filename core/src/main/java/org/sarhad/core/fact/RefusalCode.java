package org.sarhad.core.fact;

/// Why a request was refused. Every application has one enum of them, **ordered by precedence**:
/// when several apply, the first in the enum is the one given, on every node and in every version.
public interface RefusalCode {
  /// What the asker can do about it.
  enum Retry {
    /// The same request will never be accepted.
    NEVER,
    /// The request must be changed first.
    CHANGED,
    /// The same request may be accepted once something else has happened.
    LATER
  }

  /// The constant's name, which is the code that users and programs see.
  String name();

  /// One English sentence for a person: what is wrong and what to do.
  String sentence();

  /// Whether trying again can help.
  Retry retry();
}
