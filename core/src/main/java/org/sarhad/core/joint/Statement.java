package org.sarhad.core.joint;

import java.util.Optional;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActFactKind;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.modalities.ModalitiesFact;
import org.sarhad.core.modalities.ModalitiesFactKind;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.record.RecordKind;
import org.sarhad.core.response.FactKind;
import org.sarhad.core.response.ResponseFact;

/// What an entry says to the folds: one fact, of whichever family its kind belongs to.
public sealed interface Statement {

  /// About the channel itself: keys, officers, receipts, erasures.
  record OnChannel(RecordFact fact) implements Statement {}

  /// About a joint act.
  record OnAct(ActFact fact) implements Statement {}

  /// About the agreed rules, beside proposing and signing them.
  record OnModalities(ModalitiesFact fact) implements Statement {}

  /// About the response.
  record OnResponse(ResponseFact fact) implements Statement {}

  /// Whether this version knows what an entry of `kind` says.
  static boolean isKnown(Kind kind) {
    return RecordKind.find(kind).isPresent()
        || ActFactKind.find(kind).isPresent()
        || ModalitiesFactKind.find(kind).isPresent()
        || FactKind.find(kind.value()).isPresent();
  }

  /// What an entry of `kind` with this body says; nothing if this version does not know the kind,
  /// or the body is not what the kind defines. Such an entry is kept and shown all the same.
  static Optional<Statement> read(Kind kind, Json.Obj body) {
    try {
      return parse(kind, body);
    } catch (MalformedJsonException _) {
      return Optional.empty();
    }
  }

  private static Optional<Statement> parse(Kind kind, Json.Obj body) throws MalformedJsonException {
    Optional<RecordKind> record = RecordKind.find(kind);
    if (record.isPresent()) {
      return Optional.of(new OnChannel(RecordFact.fromJson(record.get(), body)));
    }
    Optional<ActFactKind> act = ActFactKind.find(kind);
    if (act.isPresent()) {
      return Optional.of(new OnAct(ActFact.fromJson(act.get(), body)));
    }
    Optional<ModalitiesFactKind> modalities = ModalitiesFactKind.find(kind);
    if (modalities.isPresent()) {
      return Optional.of(new OnModalities(ModalitiesFact.fromJson(modalities.get(), body)));
    }
    return FactKind.find(kind.value()).isPresent()
        ? Optional.of(new OnResponse(ResponseFact.parse(kind.value(), body)))
        : Optional.empty();
  }
}
