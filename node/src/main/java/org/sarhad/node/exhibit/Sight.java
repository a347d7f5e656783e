package org.sarhad.node.exhibit;

/// What the record says about files at one moment.
///
/// @param agreed what is final: by this, files are given and fetched
/// @param known the same with all that is known beyond: by this, files are kept
public record Sight(NamedFiles agreed, NamedFiles known) {
  /// Nothing.
  public static final Sight NOTHING = new Sight(NamedFiles.NONE, NamedFiles.NONE);
}
