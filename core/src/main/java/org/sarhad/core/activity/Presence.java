package org.sarhad.core.activity;

import java.util.Comparator;
import org.sarhad.core.party.PartyId;

/// Somebody will be somewhere for a time: what is compared with others of its kind. A plain value,
/// so that what other applications know (a crossing that was assented to, a joint patrol) can stand
/// beside a notice.
///
/// @param source what it comes from
/// @param name by which people find it there: an entry, or `U-PK-4`
/// @param side whose it is
/// @param area where
/// @param window when
public record Presence(Source source, String name, PartyId side, Area area, Window window)
    implements Comparable<Presence> {
  private static final Comparator<Presence> ORDER =
      Comparator.comparing((Presence presence) -> presence.window().from())
          .thenComparing(Presence::source)
          .thenComparing(Presence::name);

  /// What a presence comes from.
  public enum Source {
    /// A notice of activity.
    NOTICE,
    /// A crossing that has been assented to.
    CROSSING,
    /// A patrol that the sides have agreed on.
    PATROL
  }

  /// That of an activity, by the version that counts.
  public static Presence of(Activity activity) {
    return new Presence(
        Source.NOTICE,
        activity.id().toString(),
        activity.by(),
        activity.notice().area(),
        activity.notice().window());
  }

  /// The one that begins sooner, then by source and name: for determinism only.
  @Override
  public int compareTo(Presence other) {
    return ORDER.compare(this, other);
  }
}
