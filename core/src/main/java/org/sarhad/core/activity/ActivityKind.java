package org.sarhad.core.activity;

/// What sort of activity is announced (protocol clause 12-6.2).
public enum ActivityKind {
  /// Building, digging, repairing: fences, roads, wells, cables.
  WORKS,
  /// A drill of the own side.
  EXERCISE,
  /// A patrol near the line.
  PATROL,
  /// Measuring, photographing, marking.
  SURVEY,
  /// A flight near the line, with or without a crew.
  FLIGHT,
  /// Burning off fields, reeds or waste.
  BURN_OFF,
  /// Blasting in a quarry, or of what was found.
  BLASTING,
  /// Looking for mines and shells.
  CLEARANCE,
  /// A gathering: a market, a pilgrimage, a feast.
  GATHERING,
  /// Anything else, in words.
  OTHER
}
