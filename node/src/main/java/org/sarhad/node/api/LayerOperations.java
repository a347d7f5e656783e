package org.sarhad.node.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.party.Role;
import org.sarhad.node.ground.GeoShelves;

/// The import of the line, of posts, towns, lands, marks and sectors (protocol clause 19-10).
final class LayerOperations {
  private static final String ROOT = "/api/v1/geo/imports/{kind}";
  private static final Access ADMIN = Access.of(Role.ADMIN);

  /// Who may propose what was read looks at it too.
  private static final Access LOOK = Access.of(Role.ADMIN, Role.CHIEF);

  private final ImportDesk desk;
  private final Map<String, ImportKind<?>> kinds = new LinkedHashMap<>();

  /// What is done with a kind.
  @FunctionalInterface
  private interface Doing {
    Answer answer(Call call, ImportKind<?> kind) throws IOException, MalformedRequestException;
  }

  LayerOperations(Surface surface, GeoShelves geo) {
    this.desk = new ImportDesk(surface);
    Stream.of(
            new LineImport(surface, geo),
            PointsImport.posts(surface, geo),
            PointsImport.towns(geo),
            ShapesImport.lands(geo),
            ShapesImport.marks(geo),
            new SectorsImport(geo))
        .forEach(kind -> kinds.put(kind.code(), kind));
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getImport", ROOT, LOOK, of(desk::state)),
        Operation.listFile("readImport", ROOT + "/draft", ADMIN, of(desk::read)),
        Operation.delete("discardImport", ROOT + "/draft", ADMIN, of(desk::discard)),
        Operation.post("putImport", ROOT, ADMIN, of(desk::put)),
        Operation.post("takeBackImport", ROOT + "/former", ADMIN, of(desk::takeBack)));
  }

  private Operation.Run of(Doing doing) {
    return call -> {
      var code = call.part("kind");
      var kind = Optional.ofNullable(kinds.get(code));
      return kind.isEmpty() ? Answer.unknown(code) : doing.answer(call, kind.get());
    };
  }
}
