package org.sarhad.node.api;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.travel.UnfitSurveyException;
import org.sarhad.node.ground.Dataset;
import org.sarhad.node.ground.HeldGround;
import org.sarhad.node.ground.MalformedSurveyException;
import org.sarhad.node.ground.Refusal;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.tlog.tree.Hash;

/// The import of geography of any kind (protocol clauses 19-2.6 and 19-10): a file is read and
/// shown beside what is in force; nothing of it is in force before it is put in place, and that can
/// be taken back.
final class ImportDesk {
  private static final List<String> TYPES = List.of("application/geo+json", "application/json");
  private static final int HEX = 64;

  private final Surface surface;

  ImportDesk(Surface surface) {
    this.surface = surface;
  }

  <T extends Dataset> Answer state(Call call, ImportKind<T> kind) throws MalformedRequestException {
    call.query().finish();
    return answer(call, kind);
  }

  private <T extends Dataset> Answer answer(Call call, ImportKind<T> kind) {
    return Answer.ok(kind.view(surface.look(call)));
  }

  // ---- reading --------------------------------------------------------------------------------

  <T extends Dataset> Answer read(Call call, ImportKind<T> kind)
      throws MalformedRequestException, IOException {
    var type = call.exchange().header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (TYPES.stream().noneMatch(type::startsWith)) {
      return new Answer.Refused(ApiRefusal.MEDIA_TYPE.because(Fields.shortened(type)));
    }
    var missing = kind.missing();
    if (missing.isPresent()) {
      return new Answer.Refused(missing.get().plain());
    }
    var in = new StepByStep(call.exchange().body(HeldGround.SURVEY_BYTES_MAX));
    var reading = kind.reading(call, in);
    try {
      var draft = kind.tray().read(reading);
      audit(call, kind, "read " + draft.thing().sha256().hex());
      return answer(call, kind);
    } catch (MalformedSurveyException e) {
      return new Answer.Refused(ApiRefusal.GROUND_MALFORMED.because(e.getMessage()));
    } catch (UnfitSurveyException e) {
      return new Answer.Refused(
          ApiRefusal.GROUND_UNFIT.because(
              Refusal.sentence(e.flaw()) + e.where().map(at -> " " + at).orElse("")));
    }
  }

  <T extends Dataset> Answer discard(Call call, ImportKind<T> kind) {
    kind.tray().discard();
    return answer(call, kind);
  }

  // ---- putting in place -----------------------------------------------------------------------

  <T extends Dataset> Answer put(Call call, ImportKind<T> kind)
      throws MalformedRequestException, IOException {
    var fields = call.body();
    var wanted = Hash.parseHex(fields.text("sha256", HEX, HEX));
    fields.finish();
    var draft = wanted.flatMap(kind.tray()::draft);
    if (draft.isEmpty() || kind.shelf().isEmpty()) {
      return Answer.unknown(wanted.map(Hash::hex).orElse(""));
    }
    if (!draft.get().isFit()) {
      return new Answer.Refused(ApiRefusal.GROUND_UNFIT.because(first(draft.get().refusals())));
    }
    if (!kind.shelf().get().put(wanted.orElseThrow())) {
      return Answer.unknown(wanted.map(Hash::hex).orElse(""));
    }
    audit(call, kind, "in place " + wanted.map(Hash::hex).orElse(""));
    return answer(call, kind);
  }

  private static String first(List<Refusal> refusals) {
    return refusals.stream().map(Refusal::sentence).findFirst().orElse("");
  }

  <T extends Dataset> Answer takeBack(Call call, ImportKind<T> kind)
      throws MalformedRequestException, IOException {
    call.body().finish();
    var shelf = kind.shelf();
    if (shelf.isEmpty() || !shelf.get().takeBack()) {
      return Answer.unknown("former");
    }
    var held = shelf.get().held().map(thing -> thing.sha256().hex()).orElse("");
    audit(call, kind, "taken back to " + held);
    return answer(call, kind);
  }

  private <T extends Dataset> void audit(Call call, ImportKind<T> kind, String detail) {
    surface
        .node()
        .audit(
            new AuditFact(
                "geography",
                false,
                Optional.of(call.caller().session().account().login()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(call.exchange().remoteAddress()),
                kind.code() + ": " + detail));
  }
}
