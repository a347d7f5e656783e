package org.sarhad.e2e.browser;

import java.util.List;

/// A place of the console in a state of the world; `press` is a selector to click once it is drawn,
/// or empty.
record Screen(String name, String scene, String place, String press) {
  /// Every screen, and every dialog, at least once.
  static final List<Screen> ALL =
      List.of(
          new Screen("door", "door", "floor", ""),
          new Screen("floor", "live", "floor", ""),
          new Screen("floor-units", "live", "floor", ".ground .choice button:last-child"),
          new Screen("floor-silent", "silent", "floor", ""),
          new Screen("floor-empty", "empty", "floor", ""),
          new Screen("shift-card", "watch", "floor", ""),
          new Screen("alert", "live", "floor", ".queue .first"),
          new Screen("settings", "live", "floor", ".facts button.icon"),
          new Screen("room", "live", "incident/ir-2026-0031", ""),
          new Screen("room-p1", "live", "incident/pk-2026-0007", ""),
          new Screen("task", "live", "incident/ir-2026-0031", ".acts button:nth-child(1)"),
          new Screen("assist", "live", "incident/ir-2026-0031", ".acts button:nth-child(2)"),
          new Screen("hotline", "live", "incident/ir-2026-0031", ".acts button:nth-child(3)"),
          new Screen("sitrep", "live", "incident/ir-2026-0031", ".acts button:nth-child(4)"),
          new Screen("record", "live", "record", ""),
          new Screen("heads", "live", "record?tab=heads", ""),
          new Screen("evidence", "forked", "record?tab=evidence", ""),
          new Screen("entry", "live", "record/ir/38", ""),
          new Screen("history", "live", "history", ""),
          new Screen("link", "live", "link", ""),
          new Screen("link-behind", "behind", "link", ""),
          new Screen("pairing", "unpaired", "link", ""),
          new Screen("handover", "live", "handover", ""),
          new Screen("officers", "live", "admin", ""),
          new Screen("audit", "live", "admin?tab=audit", ""));

  @Override
  public String toString() {
    return name;
  }
}
