package org.sarhad.core.response;

/// What is wrong with a well-formed fact that its author had no business writing. Such a fact
/// changes nothing; it is kept where both sides see it, because a signed mistake is evidence too.
public enum Anomaly {
  /// Of a kind that is only valid released, or only internal.
  WRONG_AUDIENCE,
  /// It says that a person did something, and no person signed it, or not one of the role it names.
  NO_SUCH_PERSON,
  /// It would change something that belongs to another side.
  NOT_THE_OWNER,
  /// Its author answers itself.
  ANSWERS_ITSELF,
  /// It gives a name that its author had given already.
  NAME_TAKEN,
  /// It speaks of something its author never registered, opened or offered.
  UNKNOWN_SUBJECT,
  /// It repeats what can happen only once.
  SAID_BEFORE
}
