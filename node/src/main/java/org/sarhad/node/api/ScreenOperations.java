package org.sarhad.node.api;

import static org.sarhad.core.party.Role.COMPLIANCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.screening.Identifier;
import org.sarhad.core.screening.Sort;
import org.sarhad.core.screening.Subject;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.node.lists.ListShelf;

/// Looks for a firm, a bank or a ship on the lists that this side goes by (protocol clause 16-7).
/// For compliance officers; nothing of it is written, kept or told to anybody.
final class ScreenOperations {
  private static final int COUNT_MAX = 16;

  private final Surface surface;
  private final ListShelf shelf;

  ScreenOperations(Surface surface, ListShelf shelf) {
    this.surface = surface;
    this.shelf = shelf;
  }

  List<Operation> list() {
    return List.of(
        Operation.post("screen", "/api/v1/screening/hits", Access.of(COMPLIANCE), this::screen));
  }

  private Answer screen(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    int agreed = lens.view().agreed().screeningSettings().threshold();
    var fields = call.body();
    var sort =
        fields.parsed("sort", Sort.FIRM, ScreenOperations::sort, "expected firm, bank or vessel");
    var names = fields.list("names", COUNT_MAX, ScreenOperations::name, "expected a name");
    var numbers = fields.objects("numbers", COUNT_MAX, ScreenOperations::number);
    int threshold = fields.number("threshold", agreed, 1, agreed);
    if (names.isEmpty()) {
      fields.complain("names", "", "expected at least one name");
    }
    names.forEach(
        name ->
            Subject.flaw(name)
                .ifPresent(flaw -> fields.complain("names", name, "a name that has " + flaw)));
    fields.finish();
    var subject =
        new Subject(
            SubjectId.of("asked"),
            sort,
            names,
            Ordered.set(numbers.stream().flatMap(Optional::stream).toList()));
    return Answer.ok(new Looking(lens, shelf).found(subject, threshold));
  }

  // ---- what is asked --------------------------------------------------------------------------

  private static Sort sort(String code) {
    return Optional.ofNullable(Codes.lower(Sort.class).get(code))
        .orElseThrow(() -> new IllegalArgumentException(code));
  }

  private static String name(String name) {
    return name;
  }

  private static Optional<Identifier> number(Fields fields) {
    var found = new ArrayList<Identifier>();
    var scheme =
        fields.parsed(
            "scheme",
            Identifier.Scheme.REGISTER,
            code ->
                Optional.ofNullable(Codes.lower(Identifier.Scheme.class).get(code))
                    .orElseThrow(() -> new IllegalArgumentException(code)),
            "expected imo, bic or register");
    fields.parsed(
        "number",
        "",
        text -> {
          found.add(Identifier.of(scheme, text));
          return text;
        },
        "expected a number of that register");
    return found.stream().findFirst();
  }
}
