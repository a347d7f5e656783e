package org.sarhad.core.joint;

import org.sarhad.core.crossing.Line;
import org.sarhad.core.response.Soil;

/// The operational line as one node's own file has it: whose soil a place is on, and how far the
/// line is. Without prejudice; it is asked about what the own side does, and never in the joint
/// order.
///
/// @param soil whose
/// @param line how far
public record Border(Soil soil, Line line) {
  /// No line is known here.
  public static final Border UNKNOWN = new Border(Soil.UNKNOWN, Line.UNKNOWN);
}
