package org.sarhad.tlog.note;

/// How a signature line is checked under a key. The answer depends on what the key signs: a note
/// key signs the text, a cosigner's key signs a time and a tree head.
@FunctionalInterface
public interface LineCheck {
  /// Whether `line`, which carries the name and identifier of `key`, is a signature by it.
  boolean isBy(VerifierKey key, SignatureLine line);
}
