package org.sarhad.node.api;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.screening.Identifier;
import org.sarhad.core.screening.Sort;
import org.sarhad.core.screening.Subject;
import org.sarhad.tlog.Bytes;

/// Those who trade as entities of FollowTheMoney, one a line, for the programs of compliance
/// officers who look for them elsewhere, too (protocol clause 16-1.2): one way, out. Nothing is
/// added: what it is, its names, its numbers.
final class FtmEntities {
  private FtmEntities() {}

  /// The file of `subjects`, in their order.
  ///
  /// @param side whose table it is; names of entities begin with it
  static Bytes of(PartyId side, List<Subject> subjects) {
    var file = new ByteArrayOutputStream();
    for (var subject : subjects) {
      file.writeBytes(ApiJson.bytes(entity(side, subject)));
      file.write('\n');
    }
    return Bytes.of(file.toByteArray());
  }

  private static Map<String, Object> entity(PartyId side, Subject subject) {
    var entity = new LinkedHashMap<String, Object>();
    entity.put("id", side + "/" + subject.id().value());
    entity.put("schema", schema(subject.sort()));
    entity.put("properties", properties(subject));
    return entity;
  }

  private static String schema(Sort sort) {
    return switch (sort) {
      case FIRM -> "Organization";
      case BANK -> "Company";
      case VESSEL -> "Vessel";
    };
  }

  private static Map<String, List<String>> properties(Subject subject) {
    var properties = new LinkedHashMap<String, List<String>>();
    var names = subject.names();
    properties.put("name", List.of(names.getFirst()));
    properties.put("alias", names.subList(1, names.size()));
    for (var scheme : Identifier.Scheme.values()) {
      properties.put(property(scheme), numbers(subject, scheme));
    }
    properties.values().removeIf(List::isEmpty);
    return properties;
  }

  private static List<String> numbers(Subject subject, Identifier.Scheme scheme) {
    return subject.identifiers().stream()
        .filter(number -> number.scheme() == scheme)
        .map(Identifier::value)
        .toList();
  }

  private static String property(Identifier.Scheme scheme) {
    return switch (scheme) {
      case IMO -> "imoNumber";
      case BIC -> "swiftBic";
      case REGISTER -> "registrationNumber";
    };
  }
}
