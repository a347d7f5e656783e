package org.sarhad.sim.workload;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.modalities.ModalitiesState;
import org.sarhad.core.party.Role;
import org.sarhad.core.time.UtcTime;

/// Short modalities in two languages that bind one clock, how coarse positions are told, and what
/// may be owed: enough to be signed, in force and obeyed.
public final class Treaty {
  private static final String REVIEW = "2030-01-01T00:00:00.000Z";

  /// What is owed at most, 60 000 units of account, and without interest, 2 000, in
  /// ten-thousandths; and the interest of a year, 18.25 per cent, in ten-thousandths.
  private static final long SWING = 600_000_000;

  private static final long FREE_SWING = 20_000_000;
  private static final long INTEREST = 1_825;
  private static final long CREDIT = 50_000_000;

  private Treaty() {}

  /// The next version after what is agreed in `accord`, to be proposed by a chief.
  ///
  /// @param tellPeerMinutes the clock it sets, 1 to 1440
  /// @param releasedPositionM to how many metres the position of a unit is told, 0 to 100 000
  /// @param from when it comes in force; empty for at once
  public static ActFact.Proposed next(
      Accord accord, long tellPeerMinutes, long releasedPositionM, Optional<Instant> from) {
    var clauses =
        List.of(
            clause("1", "Both sides act by these rules.").build(),
            clause("2", "An incident is notified within {value}.")
                .put("bind", binding("clock.tell_peer", "min", tellPeerMinutes))
                .build(),
            clause("3", "A position is told to {value}.")
                .put("bind", binding("release.position", "m", releasedPositionM))
                .build(),
            clause("4", "At most {value} is owed.")
                .put("bind", count("barter.swing", SWING))
                .build(),
            clause("5", "Up to {value} nothing is due for owing.")
                .put("bind", count("barter.free_swing", FREE_SWING))
                .build(),
            clause("6", "Beyond that {value} a year is due.")
                .put("bind", count("barter.interest", INTEREST))
                .build(),
            clause("7", "The account is closed every {value}.")
                .put("bind", count("barter.period", 1))
                .build(),
            clause("8", "Of that {value} may stand beside a limit.")
                .put("bind", count("barter.credit", CREDIT))
                .build());
    return proposed(accord, clauses, from);
  }

  /// A next version that takes back the red line that is set by `key`, as nobody may sign.
  public static ActFact.Proposed loosening(Accord accord, String key) {
    var clause =
        clause("1", "This holds no more: {value}.")
            .put("bind", Json.obj().put("key", key).put("value", false).build())
            .build();
    return proposed(accord, List.of(clause), Optional.empty());
  }

  private static ActFact.Proposed proposed(
      Accord accord, List<Json.Obj> clauses, Optional<Instant> from) {
    var modalities = accord.modalities();
    return new ActFact.Proposed(
        ModalitiesState.KIND,
        document(modalities.nextNumber(), clauses, from),
        accord.version(),
        Capacity.of(Role.CHIEF),
        Optional.empty(),
        Optional.empty(),
        modalities.toBeSuperseded());
  }

  private static Json.Obj document(long number, List<Json.Obj> clauses, Optional<Instant> from) {
    return Json.obj()
        .put("catalogue", 1)
        .put("clauses", Json.arr(clauses.stream()))
        .putTextIfPresent("in_force_from", from.map(UtcTime::print))
        .put("languages", Json.arr(Json.of("en"), Json.of("fr")))
        .put("number", number)
        .put("review_by", REVIEW)
        .put("title", inBoth("Rules of the border"))
        .build();
  }

  private static JsonBuilder clause(String number, String text) {
    return Json.obj().put("number", number).put("text", inBoth(text));
  }

  private static Json.Obj binding(String key, String unit, long value) {
    return Json.obj().put("key", key).put("unit", unit).put("value", value).build();
  }

  private static Json.Obj count(String key, long value) {
    return Json.obj().put("key", key).put("value", value).build();
  }

  private static Json.Obj inBoth(String text) {
    return Json.obj().put("en", text).put("fr", text).build();
  }
}
