package org.sarhad.node.exhibit;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.tree.Hash;

/// A chunk that another side gave and that is not the one its manifest has. Its bytes are kept
/// beside the files (05-7.5): they took no other chunk's place.
///
/// @param file the file it was to belong to
/// @param chunk its number there
/// @param from who gave it
/// @param found SHA-256 of what was given
/// @param at when, by this node's clock
public record WrongChunk(Hash file, int chunk, PartyId from, Hash found, Instant at) {
  private static final Pattern NAME =
      Pattern.compile(
          "([0-9a-f]{64})-(0|[1-9][0-9]{0,3})-([0-9a-f]{64})-([a-z][a-z0-9-]{0,15})-([0-9]{1,15})");

  /// The name its bytes are kept under, which says all of it.
  String name() {
    return "%s-%d-%s-%s-%d".formatted(file.hex(), chunk, found.hex(), from, at.toEpochMilli());
  }

  /// What a name says; the inverse of [#name].
  static Optional<WrongChunk> parse(String name) {
    var parts = NAME.matcher(name);
    return parts.matches()
        ? Optional.of(
            new WrongChunk(
                Hash.parseHex(parts.group(1)).orElseThrow(),
                Integer.parseInt(parts.group(2)),
                PartyId.of(parts.group(4)),
                Hash.parseHex(parts.group(3)).orElseThrow(),
                Instant.ofEpochMilli(Long.parseLong(parts.group(5)))))
        : Optional.empty();
  }
}
