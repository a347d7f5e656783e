package org.sarhad.node.api.view;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.fact.RefusalCode.Retry;

/// Why a request was not done: `application/problem+json`. The same everywhere, for people
/// (`sentence`, `help`) and for programs (`code`, `retry`).
///
/// @param status the HTTP status; not in the body
/// @param code stable, `area.reason`
/// @param sentence one sentence for a person
/// @param detail which value, and what was expected; may be empty
/// @param retry `never`, `changed` or `later`
/// @param help what to do next
/// @param retryAfterSeconds when to come back, where that is known
/// @param fields what is wrong with the request, field by field
public record Problem(
    @JsonIgnore int status,
    String code,
    String sentence,
    String detail,
    String retry,
    String help,
    Optional<Long> retryAfterSeconds,
    Optional<List<FieldProblem>> fields) {
  /// The media type of a problem.
  public static final String MEDIA_TYPE = "application/problem+json";

  /// What is wrong with one field.
  ///
  /// @param name its path, for example `where.position.lat`
  /// @param value what was sent, shortened; absent when it was missing
  /// @param problem what was expected
  public record FieldProblem(String name, Optional<String> value, String problem) {}

  /// A problem that names no field, without a time to come back.
  public static Problem of(
      int status, String code, String sentence, String detail, Retry retry, String help) {
    return new Problem(
        status,
        code,
        sentence,
        detail,
        retry.name().toLowerCase(Locale.ROOT),
        help,
        Optional.empty(),
        Optional.empty());
  }

  /// The same, to be tried again after `wait`, rounded up to whole seconds.
  public Problem after(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new Problem(status, code, sentence, detail, retry, help, Optional.of(seconds), fields);
  }

  /// The same, naming fields.
  public Problem naming(List<FieldProblem> named) {
    return new Problem(
        status, code, sentence, detail, retry, help, retryAfterSeconds, Optional.of(named));
  }
}
