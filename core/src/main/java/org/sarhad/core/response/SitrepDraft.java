package org.sarhad.core.response;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Sitrep.Letter;

/// Fills in of a situation report what the state already says, so that the writer starts with facts
/// and not with an empty form. A draft for the other side is made of released facts only.
public final class SitrepDraft {
  private SitrepDraft() {}

  /// The sections that can be filled in for the next report of `own` on `incident`, in English.
  /// Empty for an incident that nobody has described.
  public static SortedMap<Letter, Words> of(Incident incident, PartyId own, Audience audience) {
    boolean released = audience == Audience.RELEASE;
    IncidentFile file = incident.file(incident.owner());
    Optional<Alert> alert = released ? file.releasedAlert() : incident.alert();
    var letters = new TreeMap<Letter, Words>();
    alert.ifPresent(
        known -> {
          put(letters, Letter.A, incident.id() + known.codeWord().map(w -> " " + w).orElse(""));
          put(letters, Letter.B, place(known));
          put(letters, Letter.C, known.priority() + ", " + known.what().text());
          put(letters, Letter.F, "Watch officer, " + incident.owner());
        });
    put(letters, Letter.E, assistance(incident));
    put(letters, Letter.I, actions(incident, own, released));
    return Collections.unmodifiableSortedMap(letters);
  }

  private static String place(Alert alert) {
    return alert.where().label()
        + alert
            .where()
            .position()
            .map(position -> " (" + position + ", within " + alert.where().radiusM() + " m)")
            .orElse("");
  }

  private static String assistance(Incident incident) {
    return incident.assistance().stream()
        .map(thread -> thread.id() + " " + thread.progress() + ": " + thread.need().words().text())
        .collect(Collectors.joining("\n"));
  }

  private static String actions(Incident incident, PartyId own, boolean released) {
    List<Tasking> taskings =
        incident.taskings().stream()
            .filter(tasking -> tasking.id().owner().equals(own))
            .filter(tasking -> tasking.said().released() || !released)
            .toList();
    return taskings.stream()
        .map(tasking -> action(incident.state(), tasking, released))
        .collect(Collectors.joining("\n"));
  }

  /// What the other side is told of a unit is what it was told of it before.
  private static String action(ResponseState state, Tasking tasking, boolean released) {
    Optional<Unit> unit = state.unit(tasking.order().unit());
    String status =
        released
            ? unit.flatMap(Unit::shown).map(shown -> shown.status().code()).orElse("")
            : tasking.status().code();
    return tasking.order().unit()
        + " to "
        + tasking.destination().label()
        + tasking
            .ended()
            .map(outcome -> ", " + outcome)
            .orElse(status.isEmpty() ? "" : ", " + status);
  }

  private static void put(SortedMap<Letter, Words> letters, Letter letter, String text) {
    if (!text.isEmpty()) {
      letters.put(letter, Words.en(text));
    }
  }
}
