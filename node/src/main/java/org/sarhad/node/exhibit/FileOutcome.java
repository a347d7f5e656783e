package org.sarhad.node.exhibit;

/// What came of asking the store for something.
public sealed interface FileOutcome {
  /// It is being gathered, and so far now.
  record Going(PartState part) implements FileOutcome {}

  /// It is held whole.
  record Whole(HeldFile file) implements FileOutcome {}

  /// It is here no more.
  record Gone() implements FileOutcome {}

  /// Nothing was done.
  ///
  /// @param detail which value, and what was expected; may be empty
  record Refused(FileRefusal why, String detail) implements FileOutcome {}
}
