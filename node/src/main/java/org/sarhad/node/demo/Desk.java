package org.sarhad.node.demo;

/// A duty in a side's operations room, as the demo's accounts name it. No persons: a desk.
enum Desk {
  ADMIN("admin", "Node administrator", "admin"),
  WATCH("watch", "Watch officer, day", "watch_officer"),
  RELIEF("relief", "Watch officer, night", "watch_officer"),
  DISPATCH("dispatch", "Dispatcher", "dispatcher"),
  LIAISON("liaison", "Liaison officer", "liaison"),
  COMMANDER("commander", "Sector commander", "sector_commander"),
  CHIEF("chief", "Security chief", "chief"),
  INQUIRY("inquiry", "Inquiry clerk", "investigator"),
  CLERK("clerk", "Committee clerk", "clerk"),
  COMPLIANCE("compliance", "Compliance officer", "compliance"),
  REVIEW("review", "Compliance officer, review", "compliance");

  private final String login;
  private final String duty;
  private final String role;

  Desk(String login, String duty, String role) {
    this.login = login;
    this.duty = duty;
    this.role = role;
  }

  String login() {
    return login;
  }

  String duty() {
    return duty;
  }

  String role() {
    return role;
  }

  /// The password of this desk at `party`'s demo node: known to everybody who reads this line.
  String password(String party) {
    return "demo-%s-%s".formatted(login, party);
  }
}
