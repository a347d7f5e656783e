package org.sarhad.core.response;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sarhad.core.geo.Place;

/// What a watch officer types at three in the morning: four fields, and a code-word that brings its
/// run card and fills most of them. What, where, when, how urgent; everything else can follow.
///
/// `codeWord` is the Latin form of a [CodeWord]. `occurredAt` is when it happened as far as is
/// known, not when it was typed: the entry says that.
public record Alert(
    Optional<String> codeWord, Words what, Place where, Instant occurredAt, Priority priority) {
  /// @throws IllegalArgumentException when the code-word is not in the form of one
  public Alert {
    codeWord.ifPresent(CodeWord::check);
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MILLIS);
  }
}
