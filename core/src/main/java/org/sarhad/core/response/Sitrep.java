package org.sarhad.core.response;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A situation report in the letters of the IAMSAR manual, so that it can also be read out over a
/// radio or sent by fax.
///
/// `number` counts from 1 per incident and author. `asOf` is the moment the picture was true.
/// `letters` holds only the sections that were filled in. `restrictions` says what the author could
/// *not* observe; the field is always printed, because an empty one is a statement too (practice of
/// the OSCE monitors' daily reports).
public record Sitrep(
    int number,
    Form form,
    Phase phase,
    Instant asOf,
    SortedMap<Letter, Words> letters,
    Words restrictions) {
  public Sitrep {
    ResponseId.checkNumber(number);
    asOf = asOf.truncatedTo(ChronoUnit.MILLIS);
    letters = Collections.unmodifiableSortedMap(new TreeMap<>(letters));
  }

  /// A report with the sections given.
  public static Sitrep of(
      int number,
      Form form,
      Phase phase,
      Instant asOf,
      Map<Letter, Words> letters,
      Words restrictions) {
    return new Sitrep(number, form, phase, asOf, new TreeMap<>(letters), restrictions);
  }

  /// The short form passes urgent details and uses letters A to F; the full form uses all.
  public enum Form {
    SHORT,
    FULL
  }

  /// Where in the series the report stands (ICS-209).
  public enum Phase {
    INITIAL,
    UPDATE,
    FINAL
  }

  /// The sections of the standard format, IAMSAR vol. II (MSC 69/3/1), with the titles turned from
  /// ships to incidents on land.
  public enum Letter {
    A("Identity of the incident"),
    B("Position"),
    C("Situation"),
    D("Number of persons at risk"),
    E("Assistance required"),
    F("Coordinating centre"),
    G("Description"),
    H("Weather on scene"),
    I("Initial actions taken"),
    J("Search area"),
    K("Coordinating instructions"),
    L("Future plans"),
    M("Additional information, conclusion");

    private final String title;

    Letter(String title) {
      this.title = title;
    }

    /// The English title, as printed after the letter.
    public String title() {
      return title;
    }

    /// Whether the short form has it.
    public boolean inShortForm() {
      return compareTo(F) <= 0;
    }
  }
}
