package org.sarhad.core.joint;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.crossing.Line;
import org.sarhad.core.geo.Polyline;
import org.sarhad.core.modalities.DatasetRef;
import org.sarhad.core.response.Soil;
import org.sarhad.tlog.tree.Hash;

/// The operational line as one node's own file has it: whose soil a place is on, and how far the
/// line is. Without prejudice; it is asked about what the own side does, and never in the joint
/// order.
///
/// @param soil whose
/// @param line how far
/// @param course how it runs, piece by piece; empty when it is not known
/// @param file SHA-256 of the file; empty when there is none
public record Border(Soil soil, Line line, List<Polyline> course, Optional<Hash> file) {
  /// No line is known here.
  public static final Border UNKNOWN =
      new Border(Soil.UNKNOWN, Line.UNKNOWN, List.of(), Optional.empty());

  /// Copies the list.
  public Border {
    course = List.copyOf(course);
  }

  /// How the file stands to the one that both sides agreed to hold.
  public enum Standing {
    /// It is that file, byte for byte.
    SAME,
    /// It is another one: the two nodes may judge a place differently.
    OTHER,
    /// There is no file here.
    MISSING
  }

  /// How this node's file stands to the `agreed` one (protocol clause 11-8.4).
  public Standing against(DatasetRef agreed) {
    return file.map(own -> own.equals(agreed.sha256()) ? Standing.SAME : Standing.OTHER)
        .orElse(Standing.MISSING);
  }
}
