package org.sarhad.node.api;

import java.util.List;
import java.util.stream.Collectors;
import org.sarhad.node.api.view.Problem;
import org.sarhad.tlog.MalformedException;

/// A request's body, path or query cannot be read. Carries everything that is wrong with it.
final class MalformedRequestException extends MalformedException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem.FieldProblem> problems;

  /// @param problems at least one
  MalformedRequestException(List<Problem.FieldProblem> problems) {
    super(
        problems.getFirst().name(),
        problems.getFirst().value().orElse(""),
        problems.getFirst().problem());
    this.problems = List.copyOf(problems);
  }

  static MalformedRequestException of(String name, String value, String problem) {
    return new MalformedRequestException(
        List.of(
            new Problem.FieldProblem(
                name, java.util.Optional.of(Fields.shortened(value)), problem)));
  }

  Problem problem() {
    var detail =
        problems.stream()
            .map(
                p ->
                    p.name()
                        + p.value().map(": found \"%s\", "::formatted).orElse(": ")
                        + p.problem())
            .collect(Collectors.joining("; "));
    return ApiRefusal.MALFORMED.because(detail).naming(problems);
  }
}
