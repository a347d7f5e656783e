package org.sarhad.core.activity;

import java.util.Comparator;
import org.sarhad.core.geo.Distance;

/// Two presences come near each other: a warning (protocol clause 12-8).
///
/// @param one the one that begins sooner
/// @param other the other one
/// @param apart how far from edge to edge; zero when they have ground in common
/// @param together for what time both are there
public record Overlap(Presence one, Presence other, Distance apart, Window together)
    implements Comparable<Overlap> {
  private static final Comparator<Overlap> ORDER =
      Comparator.comparing((Overlap overlap) -> overlap.together().from())
          .thenComparing(Overlap::one)
          .thenComparing(Overlap::other);

  /// Whether both are of the same side, which then has only itself to ask.
  public boolean isOfOneSide() {
    return one.side().equals(other.side());
  }

  /// The one that begins sooner first.
  @Override
  public int compareTo(Overlap that) {
    return ORDER.compare(this, that);
  }
}
