package org.sarhad.e2e.browser;

import java.util.List;

/// A place of the console in a state of the world; `press` names what to click once it is drawn,
/// one after the other.
record Screen(String name, String scene, String place, List<String> press) {
  /// Every screen, and every dialog, at least once.
  static final List<Screen> ALL =
      List.of(
          new Screen("door", "door", "floor"),
          new Screen("floor", "live", "floor"),
          new Screen("floor-units", "live", "floor", ".ground .choice button:last-child"),
          new Screen("floor-silent", "silent", "floor"),
          new Screen("floor-empty", "empty", "floor"),
          new Screen("shift-card", "watch", "floor"),
          new Screen("alert", "live", "floor", ".queue .first"),
          new Screen("settings", "live", "floor", ".facts button.icon"),
          new Screen("room", "live", "incident/ir-2026-0031"),
          new Screen("room-p1", "live", "incident/pk-2026-0007"),
          new Screen("task", "live", "incident/ir-2026-0031", ".acts button:nth-child(1)"),
          new Screen("assist", "live", "incident/ir-2026-0031", ".acts button:nth-child(2)"),
          new Screen("hotline", "live", "incident/ir-2026-0031", ".acts button:nth-child(3)"),
          new Screen("sitrep", "live", "incident/ir-2026-0031", ".acts button:nth-child(4)"),
          new Screen(
              "password", "live", "floor", ".facts button.icon", "dialog footer button + button"),
          new Screen("help", "live", "floor", ".facts button.icon", "dialog footer button"),
          new Screen(
              "unit-status", "live", "floor", ".ground .choice button:last-child", ".units button"),
          new Screen("notify", "live", "incident/ir-2026-0033", ".acts button.first"),
          new Screen("conclude", "live", "incident/ir-2026-0031", ".acts button:last-child"),
          new Screen("end-task", "live", "incident/ir-2026-0031", ".room-rail button.small"),
          new Screen(
              "answer",
              "live",
              "incident/ir-2026-0031",
              ".room-rail section:nth-of-type(3) button"),
          new Screen(
              "correct", "live", "incident/ir-2026-0031", ".menu summary", ".menu[open] button"),
          new Screen("record", "live", "record"),
          new Screen("heads", "live", "record?tab=heads"),
          new Screen("evidence", "forked", "record?tab=evidence"),
          new Screen("entry", "live", "record/ir/38"),
          new Screen("erase", "live", "record/ir/38", ".list button.small"),
          new Screen("history", "live", "history"),
          new Screen("link", "live", "link"),
          new Screen("link-behind", "behind", "link"),
          new Screen("pairing", "unpaired", "link"),
          new Screen("guarded", "guarded", "link"),
          new Screen("units", "live", "units"),
          new Screen("units-silent", "silent", "units"),
          new Screen("units-empty", "empty", "units"),
          new Screen("register", "live", "units", ".page-head .first"),
          new Screen("describe", "live", "units", ".menu summary", ".menu li:first-child button"),
          new Screen("show-unit", "live", "units", ".menu summary", ".menu li:nth-child(2) button"),
          new Screen("hide-unit", "live", "units", ".menu summary", ".menu li:nth-child(3) button"),
          new Screen("retire-unit", "live", "units", ".menu summary", ".menu li:last-child button"),
          new Screen("ask-unit", "live", "units", ".registers section:last-child .acts-of button"),
          new Screen("cards", "live", "units?tab=cards"),
          new Screen("card", "live", "units?tab=cards", ".run-card footer button"),
          new Screen("daily", "live", "daily"),
          new Screen("daily-empty", "empty", "daily"),
          new Screen("agreements", "accord", "agreements"),
          new Screen("agreements-ended", "accord", "agreements", ".acts-ended summary"),
          new Screen("agreements-silent", "accord-silent", "agreements"),
          new Screen("agreements-empty", "empty", "agreements"),
          new Screen("agreements-unpaired", "unpaired", "agreements"),
          new Screen("agreement-us", "accord", "agreements/pk/27"),
          new Screen("agreement-code", "accord", "agreements/pk/28"),
          new Screen("agreement-force", "accord", "agreements/ir/18"),
          new Screen("agreement-void", "accord", "agreements/ir/29"),
          new Screen("assent", "accord", "agreements/pk/27", offer("assent")),
          new Screen("assent-lent", "accord-lent", "agreements/pk/27", offer("assent")),
          new Screen("refuse-act", "accord", "agreements/pk/27", offer("refuse")),
          new Screen("take-back", "accord", "agreements/ir/38", offer("withdraw")),
          new Screen("counter", "accord", "agreements/pk/27", offer("counter")),
          new Screen("propose", "accord", "agreements", ".page-head .first"),
          new Screen("lend", "accord", "agreements", ".lent header button"),
          new Screen("end-loan", "accord", "agreements", ".lent .acts-of button"),
          new Screen("line-room", "line", "incident/INC-PK-7"),
          new Screen("line-room-visitor", "line-visitor", "incident/INC-PK-7"),
          new Screen("line-room-stopped", "line-stopped", "incident/INC-PK-7"),
          new Screen("line-room-silent", "line-silent", "incident/INC-PK-7"),
          new Screen("line-room-none", "line-none", "incident/INC-PK-7"),
          new Screen("line-armed", "line", "crossings", ".crossing-card.live .stop-button"),
          new Screen("line-grant", "line", "crossings", offered("assent")),
          new Screen("line-form", "line-none", "incident/INC-PK-7", offered("crossing")),
          new Screen("line-other-terms", "line", "crossings", offered("counter")),
          new Screen("fast-lane", "line-none", "incident/INC-PK-7", offered("lane")),
          new Screen("crossing-report", "line-visitor", "crossings", offered("report")),
          new Screen("handover-accept", "line", "incident/INC-PK-7", offered("accept")),
          new Screen("handover-offer", "line-stopped", "incident/INC-PK-7", offered("handover")),
          new Screen("crossings", "line", "crossings"),
          new Screen("crossings-empty", "empty", "crossings"),
          new Screen("crossings-silent", "line-silent", "crossings"),
          new Screen("notices", "line", "notices"),
          new Screen("notices-empty", "empty", "notices"),
          new Screen("notice", "line", "notices/pk/31"),
          new Screen("notice-changed", "line", "notices/ir/38"),
          new Screen("notice-give", "line", "notices", ".page-head .first"),
          new Screen("notice-beside", "line", "notices/pk/31", offered("beside")),
          new Screen("notice-change", "line", "notices/ir/38", offered("change")),
          new Screen("requests", "line", "requests"),
          new Screen("requests-empty", "empty", "requests"),
          new Screen("requests-counted", "line", "requests?tab=count"),
          new Screen("request", "line", "requests/pk/39"),
          new Screen("request-paused", "line-visitor", "requests/ir/33"),
          new Screen("request-ask", "line", "requests", ".page-head .first"),
          new Screen("request-answer", "line", "requests/pk/39", offered("answer")),
          new Screen("request-defer", "line", "requests/pk/39", offered("defer")),
          new Screen("paper", "live", "paper/ir/38"),
          new Screen("paper-sitrep", "live", "paper/ir/44"),
          new Screen("paper-daily", "live", "paper/ir/45"),
          new Screen(
              "unpair",
              "live",
              "link",
              ".two > .stack:last-child .panel:last-child .body > p:last-child button"),
          new Screen("handover", "live", "handover"),
          new Screen("officers", "live", "admin"),
          new Screen("account", "live", "admin", ".page-head button.first"),
          new Screen("roles", "live", "admin", accountMenu(2), accountAct(2, 1)),
          new Screen("reset", "live", "admin", accountMenu(2), accountAct(2, 2)),
          new Screen("lock", "live", "admin", accountMenu(2), accountAct(2, 3)),
          new Screen("revoke", "live", "admin", accountMenu(2), accountAct(2, 4)),
          new Screen("audit", "live", "admin?tab=audit"));

  private static String accountMenu(int row) {
    return "tbody tr:nth-child(%d) .menu summary".formatted(row);
  }

  private static String accountAct(int row, int act) {
    return "tbody tr:nth-child(%d) .menu li:nth-child(%d) button".formatted(row, act);
  }

  /// The button of an act's page that opens the dialog of that name.
  private static String offer(String name) {
    return ".offers [data-offer=%s]".formatted(name);
  }

  /// Any button that offers to do something of that name.
  private static String offered(String name) {
    return "[data-offer=%s]".formatted(name);
  }

  private Screen(String name, String scene, String place, String... press) {
    this(name, scene, place, List.of(press));
  }

  /// Clicks its way to it, from its place.
  void open(Page page) {
    press.forEach(page::click);
  }

  @Override
  public String toString() {
    return name;
  }
}
