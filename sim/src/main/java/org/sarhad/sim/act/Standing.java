package org.sarhad.sim.act;

/// All there is to know of one node of the model.
///
/// @param log the lines it has written, packed
/// @param durable how many of them a crash leaves; only those are shown to anybody
/// @param received how many lines of the other log it has stored and cosigned
/// @param datedSize lines of its own log under the head it has dated apart from all others; -1 for
///   none
/// @param datedSeen how many lines of the other log it had cosigned before that
record Standing(String log, int durable, int received, int datedSize, int datedSeen) {
  /// A log that has begun, of which the other side knows.
  static final Standing BEGUN =
      new Standing(String.valueOf(Line.of(Move.BEGIN, 0).packed()), 1, 1, -1, 0);

  /// How many lines it has written.
  int size() {
    return log.length();
  }

  /// The lines that are durable.
  String kept() {
    return log.substring(0, durable);
  }

  /// How much of the other log its last line says it had seen.
  int lastSeen() {
    return Line.at(log, size() - 1).seen();
  }

  /// How many of its lines say something about acts by an officer's choice.
  int facts() {
    return (int) log.chars().filter(c -> Line.unpacked((char) c).move().isChosen()).count();
  }

  /// How many of its lines make an act by `move`.
  int count(Move move) {
    return (int) log.chars().filter(c -> Line.unpacked((char) c).move() == move).count();
  }

  Standing wrote(Line line) {
    return new Standing(log + line.packed(), durable, received, datedSize, datedSeen);
  }

  Standing synced() {
    return new Standing(log, size(), received, datedSize, datedSeen);
  }

  Standing crashed() {
    return new Standing(kept(), durable, received, datedSize, datedSeen);
  }

  Standing got() {
    return new Standing(log, durable, received + 1, datedSize, datedSeen);
  }

  Standing dated() {
    return new Standing(log, durable, received, durable, received);
  }

  /// Whether it has dated a head.
  boolean hasDated() {
    return datedSize >= 0;
  }
}
