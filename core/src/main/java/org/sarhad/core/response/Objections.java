package org.sarhad.core.response;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.json.Text;

/// What speaks against a request. All objections are heard; the one that stands first in [Refusal]
/// is the answer, in whatever order they were raised. So precedence is in one place, the enum.
final class Objections {
  /// How far ahead of the node's clock a person's may be.
  private static final Duration TOLERANCE = Duration.ofMinutes(2);

  /// How far ahead anything can be asked for.
  private static final Duration HORIZON = Duration.ofDays(366);

  /// Nothing here happened before.
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  private final Instant now;
  private Optional<Objection> first = Optional.empty();

  private record Objection(Refusal refusal, String detail) {}

  Objections(Instant now) {
    this.now = now;
  }

  /// Objects unless `fine`. `detail` names the value meant.
  Objections unless(boolean fine, Refusal refusal, String detail) {
    boolean heavier = first.map(known -> refusal.compareTo(known.refusal()) < 0).orElse(true);
    if (!fine && heavier) {
      first = Optional.of(new Objection(refusal, detail));
    }
    return this;
  }

  /// Objects to words that are required and missing, too long, or cannot be shown.
  Objections required(String field, Words words, int lengthMax) {
    return unless(!words.isBlank(), Refusal.FIELD_MISSING, field).optional(field, words, lengthMax);
  }

  /// Objects to words that are too long or cannot be shown; nothing at all is fine.
  Objections optional(String field, Words words, int lengthMax) {
    return text(field, words.text(), lengthMax);
  }

  /// As [#optional], for text without a language.
  Objections text(String field, String text, int lengthMax) {
    Optional<String> flaw =
        text.isBlank() ? Optional.empty() : Text.flawInProse(text, Integer.MAX_VALUE);
    return unless(
            text.length() <= lengthMax,
            Refusal.FIELD_TOO_LONG,
            "%s: %d characters, at most %d".formatted(field, text.length(), lengthMax))
        .unless(flaw.isEmpty(), Refusal.FIELD_NOT_READABLE, field + ": " + flaw.orElse(""));
  }

  /// Objects to a time that has not come yet, or lies before anybody's memory.
  Objections past(String field, Instant time) {
    return between(field, time, now.plus(TOLERANCE));
  }

  /// Objects to a time that nobody can mean: more than a year ahead, or before anybody's memory.
  Objections near(String field, Instant time) {
    return between(field, time, now.plus(HORIZON));
  }

  private Objections between(String field, Instant time, Instant latest) {
    boolean plausible = !time.isBefore(EARLIEST) && !time.isAfter(latest);
    return unless(plausible, Refusal.TIME_NOT_PLAUSIBLE, field + ": " + time);
  }

  /// The first objection, or else the facts of `facts` with `subject` as the reply. `facts` is only
  /// asked when nothing speaks against it.
  Decision<ResponseFact, ResponseReply, Refusal> otherwise(
      String subject, Supplier<List<Authored<ResponseFact>>> facts) {
    return first
        .map(no -> Decision.<ResponseFact, ResponseReply, Refusal>refuse(no.refusal(), no.detail()))
        .orElseGet(() -> Decision.accept(facts.get(), new ResponseReply(subject)));
  }
}
