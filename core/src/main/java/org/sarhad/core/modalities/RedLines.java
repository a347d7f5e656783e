package org.sarhad.core.modalities;

import java.util.List;
import java.util.stream.Stream;

/// The lines that are not crossed (protocol clause 08-4). The program obeys the first eleven
/// whatever a document says: a document repeats them, so that they are signed, and cannot loosen
/// them. The others hold where a document draws them.
public final class RedLines {
  /// No unit is sent across the line without a live assent.
  public static final Setting<Boolean> ASSENT_TO_CROSS =
      ours("red_line.assent_to_cross", "no unit crosses without a live assent");

  /// The host's officer is in charge.
  public static final Setting<Boolean> HOST_IN_CHARGE =
      ours("red_line.host_in_charge", "the host's officer is in charge on the host's soil");

  /// The host may say STOP at any time.
  public static final Setting<Boolean> HOST_MAY_STOP =
      ours("red_line.host_may_stop", "the host may stop a visiting unit at any time");

  /// No side tasks the other's units.
  public static final Setting<Boolean> OWN_UNITS_ONLY =
      ours("red_line.own_units_only", "no side tasks the other's units");

  /// No lists of persons.
  public static final Setting<Boolean> NO_PERSON_LISTS =
      ours("red_line.no_person_lists", "no watch-lists of persons");

  /// Silence is never consent.
  public static final Setting<Boolean> SILENCE_IS_NO =
      ours("red_line.silence_is_no", "silence is never consent");

  /// The operational line claims nothing.
  public static final Setting<Boolean> LINE_WITHOUT_PREJUDICE =
      ours("red_line.line_without_prejudice", "the operational line is no claim of a boundary");

  /// A position is shown as it was written.
  public static final Setting<Boolean> VERBATIM =
      ours("red_line.verbatim", "a side's position is shown in its own words");

  /// What was released stays released.
  public static final Setting<Boolean> RELEASED_STAYS =
      ours("red_line.released_stays", "a withdrawal is a new entry beside the old one");

  /// There is a fast lane for emergencies of life.
  public static final Setting<Boolean> LIFE_FIRST =
      ours("red_line.life_first", "emergencies of life have a fast lane signed beforehand");

  /// An exercise moves no money.
  public static final Setting<Boolean> EXERCISE_APART =
      ours("red_line.exercise_apart", "an exercise is marked and touches no account");

  /// A visiting unit enters no private premises (as Schengen art. 41(5)(c) has it).
  public static final Setting<Boolean> NO_PREMISES =
      offered("red_line.no_premises", "a visiting unit enters no private premises");

  /// A visiting unit moves with an escort of the host.
  public static final Setting<Boolean> ESCORT =
      offered("red_line.escort", "a visiting unit moves with an escort of the host");

  private RedLines() {}

  private static Setting<Boolean> ours(String key, String meaning) {
    return Setting.of(key, new ValueType.RedLine(true), true, meaning);
  }

  private static Setting<Boolean> offered(String key, String meaning) {
    return Setting.of(key, new ValueType.RedLine(false), false, meaning);
  }

  /// Those that the program draws, in the order of docs/protocol/08-modalities.md.
  public static List<Setting<Boolean>> drawn() {
    return List.of(
        ASSENT_TO_CROSS,
        HOST_IN_CHARGE,
        HOST_MAY_STOP,
        OWN_UNITS_ONLY,
        NO_PERSON_LISTS,
        SILENCE_IS_NO,
        LINE_WITHOUT_PREJUDICE,
        VERBATIM,
        RELEASED_STAYS,
        LIFE_FIRST,
        EXERCISE_APART);
  }

  static List<Setting<?>> all() {
    return Stream.concat(drawn().stream(), Stream.of(NO_PREMISES, ESCORT))
        .<Setting<?>>map(line -> line)
        .toList();
  }
}
