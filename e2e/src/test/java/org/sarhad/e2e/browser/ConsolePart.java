package org.sarhad.e2e.browser;

/// The parts of the console that [EveryScreenTest] goes through one by one.
enum ConsolePart {
  /// The floor, incidents, and whatever is in none of the other parts.
  WATCH,
  /// What both sides have agreed on and owe each other, and the inquiry.
  COOPERATION,
  /// The account, the committee, deliveries and screening.
  BARTER;

  static ConsolePart of(Screen screen) {
    return switch (screen.chapter()) {
      case "agreements", "cooperation", "inquiry", "modalities" -> COOPERATION;
      case "account", "committee", "contracts", "deliveries", "energy", "screening", "statements" ->
          BARTER;
      default -> WATCH;
    };
  }
}
