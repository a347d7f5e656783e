package org.sarhad.core.modalities;

import java.time.Duration;
import java.util.Optional;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Role;

/// One thing that would be different if one version took the place of another (protocol clause
/// 08-9.2). Typed, and without sentences: the consoles word it in their languages.
public sealed interface Effect {
  /// A setting has another value: "notify clock 30 → 15 min".
  ///
  /// @param key which
  /// @param unit of both values, if they have one
  /// @param from in its one spelling; empty where nothing was said
  /// @param to in its one spelling; empty where nothing is said any more
  record ValueChange(String key, Optional<String> unit, Optional<Json> from, Optional<Json> to)
      implements Effect {}

  /// A red line that documents may draw is drawn, or is not drawn any more.
  record LineChange(String key, boolean isDrawn) implements Effect {}

  /// A run card comes, goes or changes.
  ///
  /// @param word its code-word
  /// @param from empty for a new one
  /// @param to empty for one that goes
  record CardChange(String word, Optional<AgreedCard> from, Optional<AgreedCard> to)
      implements Effect {}

  /// More or fewer officers of each side sign: "quorum of crossing +1 chief".
  ///
  /// @param kind of act; empty for all kinds that no table names
  /// @param role in which they sign
  /// @param from how many now, 0 to 8
  /// @param to how many then, 0 to 8
  record QuorumChange(Optional<ActKind> kind, Role role, int from, int to) implements Effect {}

  /// A sector comes, goes or has another edge.
  ///
  /// @param name its name
  /// @param from empty for a new one
  /// @param to empty for one that goes
  record SectorChange(String name, Optional<Ring> from, Optional<Ring> to) implements Effect {}

  /// Duties that run now would end at another time.
  ///
  /// @param clock the key of their clock
  /// @param from how long they have now
  /// @param to how long they would have
  /// @param live how many run
  /// @param lateAtOnce how many are in time now and would be late
  /// @param inTimeAgain how many are late now and would be in time
  record DeadlinesMove(
      String clock, Duration from, Duration to, long live, long lateAtOnce, long inTimeAgain)
      implements Effect {}

  /// Open incidents would come into the zone, or lie outside it.
  ///
  /// @param entering how many
  /// @param leaving how many
  record IncidentsMove(long entering, long leaving) implements Effect {}
}
