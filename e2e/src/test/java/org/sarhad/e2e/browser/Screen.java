package org.sarhad.e2e.browser;

import java.util.List;

/// A place of the console in a state of the world; `press` names what to click once it is drawn,
/// one after the other.
record Screen(String name, String scene, String place, List<String> press) {
  private static final String BEGIN = "[data-begin=model]";
  private static final String CHECK = "[data-draft=check]";
  private static final String PROPOSE = "[data-draft=propose]:enabled";
  private static final String ASSENT = "[data-offer=assent]:enabled";

  private static final String SCREENED = "screening/party/Chagai%20Minerals";

  /// What stands in a form once the node has answered.
  private static final String ROOM = "dialog .room-test";

  private static final String TRIED = "dialog .tried";

  /// In the form of a protocol.
  private static final String LINES_FILE = "dialog [data-act=lines-file]";

  /// What is seldom done about the account.
  private static final String MORE = ".page-head .menu summary";

  /// A moment in the middle of a cut.
  private static final String LOOKED_BACK = "&at=2026-11-22T02:31:02.000Z";

  /// Every screen, and every dialog, at least once.
  static final List<Screen> ALL =
      List.of(
          new Screen("door", "door", "floor"),
          new Screen("floor", "live", "floor"),
          new Screen("floor-units", "live", "floor", ".ground .choice button:last-child"),
          new Screen("floor-reach", "live", "floor", "[data-reach]"),
          new Screen("floor-silent", "silent", "floor"),
          new Screen("floor-island", "island", "floor"),
          new Screen("task-island", "island", "incident/INC-QN-1", ".acts button:nth-child(2)"),
          new Screen("floor-empty", "empty", "floor"),
          new Screen("shift-card", "watch", "floor"),
          new Screen("alert", "live", "floor", ".queue .first"),
          new Screen("settings", "live", "floor", ".facts button.icon"),
          new Screen("room", "live", "incident/ir-2026-0031"),
          new Screen("room-p1", "live", "incident/pk-2026-0007"),
          new Screen("replay", "live", "incident/ir-2026-0031?as=own" + LOOKED_BACK),
          new Screen("replay-theirs", "live", "incident/ir-2026-0031?as=pk" + LOOKED_BACK),
          new Screen("replay-both", "live", "incident/ir-2026-0031?as=both" + LOOKED_BACK),
          new Screen("replay-unknown", "past", "incident/ir-2026-0031?as=pk"),
          new Screen("exercise-floor", "exercise", "floor"),
          new Screen("exercise-room", "exercise", "incident/EX-PK-1"),
          new Screen("exercise-replay", "exercise", "incident/EX-PK-1?as=own"),
          new Screen("exercise-paper", "exercise", "paper/ir/44"),
          new Screen("task", "live", "incident/ir-2026-0031", ".acts button:nth-child(1)"),
          new Screen("task-late", "live", "incident/ir-2026-0033", ".acts button:nth-child(2)"),
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
          new Screen("answer", "live", "incident/ir-2026-0031", help("as-5", "answer")),
          new Screen("help-room", "help", "incident/ir-2026-0031"),
          new Screen("help-room-across", "help-across", "incident/ir-2026-0031"),
          new Screen(
              "help-conditions", "help", "incident/ir-2026-0031", help("AR-IR-1", "conditions")),
          new Screen("help-longer", "help", "incident/ir-2026-0031", help("AR-IR-2", "longer")),
          new Screen("help-agree", "help", "incident/ir-2026-0031", help("AR-IR-2", "agree")),
          new Screen("help-end", "help", "incident/ir-2026-0031", help("AR-IR-2", "end")),
          new Screen("help-stay", "help", "incident/ir-2026-0031", help("AR-PK-3", "stay")),
          new Screen("help-status", "help", "incident/ir-2026-0031", help("AR-PK-3", "status")),
          new Screen("help-return", "help", "incident/ir-2026-0031", help("AR-PK-3", "return")),
          new Screen("help-figure", "help", "incident/ir-2026-0031", help("AR-PK-3", "figure")),
          new Screen(
              "help-commit",
              "help",
              "incident/ir-2026-0031",
              help("AR-PK-3", "commit"),
              "dialog .tick input"),
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
          new Screen("cooperation", "kept", "cooperation"),
          new Screen("cooperation-empty", "empty", "cooperation"),
          new Screen("cooperation-silent", "kept-silent", "cooperation"),
          new Screen("calendar", "kept", "cooperation/calendar"),
          new Screen("calendar-empty", "empty", "cooperation/calendar"),
          new Screen("call", "kept", "cooperation/calendar", offer("call")),
          new Screen("propose-duty", "kept", "cooperation/calendar", offer("duty")),
          new Screen(
              "cancel-duty",
              "kept",
              "cooperation/calendar",
              ".occurrences li:first-child .menu summary",
              ".occurrences .menu[open] li:last-child button"),
          new Screen(
              "state-duty",
              "kept",
              "cooperation/calendar",
              "[aria-labelledby=due] .occurrences li:nth-child(3) .menu summary",
              ".occurrences .menu[open] li:first-child button"),
          new Screen("meeting", "kept", "cooperation/meetings/ir/51"),
          new Screen("meeting-unrecorded", "kept", "cooperation/meetings/pk/36"),
          new Screen("come", "kept", "cooperation/meetings/pk/50", offer("come")),
          new Screen("agenda", "kept", "cooperation/meetings/ir/51", offer("agenda")),
          new Screen("accept-agenda", "kept", "cooperation/meetings/ir/51", offer("accept")),
          new Screen("outcome", "kept", "cooperation/meetings/ir/51", offer("outcome")),
          new Screen("minutes", "kept", "cooperation/meetings/ir/51", offer("minutes")),
          new Screen("propose-record", "kept", "cooperation/meetings/ir/51", offer("record")),
          new Screen("commitments", "kept", "cooperation/commitments"),
          new Screen("commitments-empty", "empty", "cooperation/commitments"),
          new Screen("register-commitment", "kept", "cooperation/commitments", offer("register")),
          new Screen("load-commitments", "kept", "cooperation/commitments", offer("load")),
          new Screen("propose-commitment", "kept", "cooperation/commitments", offer("propose")),
          new Screen("commitment", "kept", "cooperation/commitments/ir/38/1"),
          new Screen("commitment-registered", "kept", "cooperation/commitments/ir/41/1"),
          new Screen(
              "acknowledge", "kept", "cooperation/commitments/ir/41/1", offer("acknowledge")),
          new Screen("say-progress", "kept", "cooperation/commitments/ir/38/1", offer("progress")),
          new Screen("close-commitment", "kept", "cooperation/commitments/ir/38/1", offer("close")),
          new Screen("complaints", "kept", "cooperation/complaints"),
          new Screen("complaints-empty", "empty", "cooperation/complaints"),
          new Screen("lodge", "kept", "cooperation/complaints", offer("lodge")),
          new Screen("complaint", "kept", "cooperation/complaints/pk/34"),
          new Screen("answer-complaint", "kept", "cooperation/complaints/pk/34", offer("answer")),
          new Screen("refer", "kept", "cooperation/complaints/ir/55", offer("refer")),
          new Screen("close-complaint", "kept", "cooperation/complaints/ir/55", offer("close")),
          new Screen("evaluation", "kept", "cooperation/report"),
          new Screen("evaluation-empty", "empty", "cooperation/report"),
          new Screen("modalities", "rules", "modalities"),
          new Screen("modalities-measured", "measured", "modalities"),
          new Screen("modalities-none", "rules-none", "modalities"),
          new Screen("modalities-suspended", "rules-suspended", "modalities"),
          new Screen("modalities-noticed", "rules-noticed", "modalities"),
          new Screen("modalities-silent", "rules-silent", "modalities"),
          new Screen("offer-changes", "rules", "modalities/pk/30"),
          new Screen("offer-document", "rules", "modalities/pk/30?show=document"),
          new Screen("offer-signatures", "rules", "modalities/pk/30?show=signatures"),
          new Screen("offer-first", "rules", "modalities/ir/12"),
          new Screen("offer-unreadable", "rules", "modalities/pk/31"),
          new Screen("treaty", "rules", "modalities/ir/12/paper"),
          new Screen("remark", "rules", "modalities/pk/30?show=document", ".remarks button"),
          new Screen("suspend", "rules", "modalities", act("suspend")),
          new Screen("resume", "rules-suspended", "modalities", act("resume")),
          new Screen("withdraw-notice", "rules-noticed", "modalities", act("withdraw-notice")),
          new Screen("draft", "rules-none", "modalities", BEGIN),
          new Screen("draft-clause", "rules-none", "modalities", BEGIN, clause(16)),
          new Screen("draft-cards", "rules-none", "modalities", BEGIN, clause(28)),
          new Screen("draft-zone", "rules-none", "modalities", BEGIN, clause(5)),
          new Screen("draft-points", "rules-none", "modalities", BEGIN, clause(49)),
          new Screen("draft-quorums", "rules-none", "modalities", BEGIN, clause(88)),
          new Screen("draft-checked", "rules-none", "modalities", BEGIN, CHECK),
          new Screen("propose-rules", "rules-none", "modalities", BEGIN, CHECK, PROPOSE),
          new Screen("agreement-rules", "rules", "agreements/pk/30"),
          new Screen("matters", "inquiry", "inquiry"),
          new Screen("matters-empty", "empty", "inquiry"),
          new Screen("matters-silent", "inquiry-silent", "inquiry"),
          new Screen("board", "inquiry", "inquiry/pk/216"),
          new Screen("board-imported", "inquiry", "inquiry/pk/205"),
          new Screen("board-there", "inquiry-there", "inquiry/ir/100"),
          new Screen("timeline", "inquiry", "inquiry/pk/216?tab=timeline"),
          new Screen("casualties", "inquiry", "inquiry/pk/216?tab=casualties"),
          new Screen("custody", "inquiry", "inquiry/pk/216?tab=custody"),
          new Screen("visits", "inquiry", "inquiry/pk/216?tab=visits"),
          new Screen("findings", "inquiry", "inquiry/pk/216?tab=findings"),
          new Screen("claims", "inquiry", "inquiry/pk/216?tab=claims"),
          new Screen("claim", "inquiry", "inquiry/claim/pk/220"),
          new Screen("board-paper", "inquiry", "inquiry/pk/216/print"),
          new Screen("open-matter", "inquiry", "inquiry", act("open")),
          new Screen("enter-list", "inquiry", "inquiry", act("list")),
          new Screen("state-claim", "inquiry", "inquiry/pk/216", act("claim")),
          new Screen("seal-claim", "inquiry", "inquiry/pk/216", act("seal")),
          new Screen("supersede-claim", "inquiry", "inquiry/pk/216", act("supersede")),
          new Screen("withdraw-claim", "inquiry", "inquiry/pk/216", act("withdraw")),
          new Screen("take-position", "inquiry", "inquiry/pk/216", act("position")),
          new Screen("ask-question", "inquiry", "inquiry/pk/216", act("ask")),
          new Screen("reveal-claim", "inquiry", "inquiry/pk/205", act("reveal")),
          new Screen("propose-finding", "inquiry", "inquiry/pk/216", act("finding")),
          new Screen("propose-visit", "inquiry", "inquiry/pk/216", act("visit")),
          new Screen("propose-alias", "inquiry", "inquiry/pk/216", act("alias")),
          new Screen("close-matter", "inquiry", "inquiry/pk/216", act("close")),
          new Screen("register-exhibit", "inquiry", "inquiry/pk/216?tab=custody", act("register")),
          new Screen("release-exhibit", "inquiry", "inquiry/pk/216?tab=custody", act("release")),
          new Screen("request-access", "inquiry", "inquiry/pk/216?tab=custody", act("access")),
          new Screen("answer-access", "inquiry", "inquiry/pk/216?tab=custody", act("answer")),
          new Screen("annex-dissent", "inquiry", "inquiry/pk/216?tab=findings", act("dissent")),
          new Screen("visits-there", "inquiry-there", "inquiry/pk/216?tab=visits"),
          new Screen("use-pass", "inquiry", "inquiry/pk/216?tab=visits", act("pass")),
          new Screen("propose-minutes", "inquiry", "inquiry/pk/216?tab=visits", act("minutes")),
          new Screen("not-agreed", "inquiry", "inquiry/pk/216?tab=visits", act("not-agreed")),
          new Screen("sign-minutes", "inquiry-there", "inquiry/pk/216?tab=visits", ASSENT),
          new Screen("links", "inquiry", "inquiry/ir/100?tab=findings"),
          new Screen("copy-exhibit", "inquiry", "inquiry/pk/216?tab=custody", act("copy")),
          new Screen("translate-claim", "inquiry", "inquiry/claim/ir/126", act("translate")),
          new Screen("pass-custody", "inquiry-there", "inquiry/pk/216?tab=custody", act("custody")),
          new Screen("line-room", "line", "incident/INC-PK-7"),
          new Screen("line-room-some", "line-some", "incident/INC-PK-7", ".stop-choice summary"),
          new Screen("stop-choice", "line", "incident/INC-PK-7", ".stop-choice summary"),
          new Screen("line-room-visitor", "line-visitor", "incident/INC-PK-7"),
          new Screen("line-room-stopped", "line-stopped", "incident/INC-PK-7"),
          new Screen("line-room-silent", "line-silent", "incident/INC-PK-7"),
          new Screen("line-room-none", "line-none", "incident/INC-PK-7"),
          new Screen("line-armed", "line", "crossings", ".crossing-card.live .stop-button"),
          new Screen("line-grant", "line", "crossings", offer("assent")),
          new Screen("line-form", "line-none", "incident/INC-PK-7", offer("crossing")),
          new Screen("line-other-terms", "line", "crossings", offer("counter")),
          new Screen("fast-lane", "line-none", "incident/INC-PK-7", offer("lane")),
          new Screen("crossing-report", "line-visitor", "crossings", offer("report")),
          new Screen(
              "handover-accept", "line", "incident/INC-PK-7", ".responsibility " + offer("assent")),
          new Screen("handover-offer", "line-stopped", "incident/INC-PK-7", offer("handover")),
          new Screen("crossings", "line", "crossings"),
          new Screen("crossings-empty", "empty", "crossings"),
          new Screen("crossings-silent", "line-silent", "crossings"),
          new Screen("notices", "line", "notices"),
          new Screen("notices-empty", "empty", "notices"),
          new Screen("notice", "line", "notices/pk/31"),
          new Screen("notice-changed", "line", "notices/ir/38"),
          new Screen("notice-give", "line", "notices", ".page-head .first"),
          new Screen("notice-beside", "line", "notices/pk/31", offer("beside")),
          new Screen("notice-change", "line", "notices/ir/38", offer("change")),
          new Screen("requests", "line", "requests"),
          new Screen("requests-empty", "empty", "requests"),
          new Screen("requests-counted", "line", "requests?tab=count"),
          new Screen("request", "line", "requests/pk/39"),
          new Screen("request-paused", "line-visitor", "requests/ir/33"),
          new Screen("request-ask", "line", "requests", ".page-head .first"),
          new Screen("request-answer", "line", "requests/pk/39", offer("answer")),
          new Screen("request-defer", "line", "requests/pk/39", offer("defer")),
          new Screen("posture", "line", "posture"),
          new Screen("tracks", "tracks", "tracks"),
          new Screen("tracks-none", "tracks-none", "tracks"),
          new Screen("tracks-observer", "kept-observer", "tracks"),
          new Screen("posture-empty", "empty", "posture"),
          new Screen("posture-silent", "line-silent", "posture"),
          new Screen("posture-plan", "line", "posture", ".page-head .first"),
          new Screen("posture-trial", "line-trial", "posture/trial"),
          new Screen("posture-negotiation", "line-trial", "posture/negotiation"),
          new Screen("posture-settled", "line-settled", "posture/negotiation"),
          new Screen("posture-unbegun", "line", "posture/negotiation"),
          new Screen(
              "posture-offer",
              "line-trial",
              "posture/negotiation",
              "[aria-labelledby=counsel] .first",
              offer("offer")),
          new Screen("posture-release", "line", "posture", offer("release")),
          new Screen("ground", "ground", "admin?tab=ground"),
          new Screen("ground-none", "live", "admin?tab=ground"),
          new Screen("geo-line", "geo", "admin?tab=ground&layer=line"),
          new Screen("geo-line-wrong", "geo-wrong", "admin?tab=ground&layer=line"),
          new Screen("geo-line-held", "live", "admin?tab=ground&layer=line"),
          new Screen("geo-posts", "geo", "admin?tab=ground&layer=posts"),
          new Screen("geo-sectors", "geo", "admin?tab=ground&layer=sectors"),
          new Screen("geo-towns", "live", "admin?tab=ground&layer=towns"),
          new Screen("geo-lands", "geo", "admin?tab=ground&layer=lands"),
          new Screen("geo-lands-held", "live", "admin?tab=ground&layer=lands"),
          new Screen("geo-marks", "geo", "admin?tab=ground&layer=marks"),
          new Screen("planner", "planner", "posture/planner"),
          new Screen("planner-none", "line", "posture/planner"),
          new Screen("planner-running", "planner-running", "posture/planner"),
          new Screen("planner-compare", "planner", "posture/planner", ".page-head .first"),
          new Screen("planner-keep", "planner", "posture/planner", offer("keep")),
          new Screen("screening", "screening", "screening"),
          new Screen("screening-empty", "empty", "screening"),
          new Screen("screening-list", "screening", "screening", offer("list")),
          new Screen("screening-renew", "screening", "screening", offer("newer")),
          new Screen("screening-end-list", "screening", "screening", offer("end-list")),
          new Screen("screening-look", "screening", "screening", offer("look")),
          new Screen("screening-hold", "screening", "screening", offer("hold")),
          new Screen("screening-confirm", "screening", "screening", offer("confirm")),
          new Screen("screening-table", "screening", "screening", offer("table")),
          new Screen("screening-licence", "screening", "screening", offer("licence")),
          new Screen("screening-draw", "screening", "screening", offer("draw")),
          new Screen("screening-return", "screening", "screening", offer("return")),
          new Screen("screening-end-licence", "screening", "screening", offer("end-licence")),
          new Screen("screening-party", "screening", SCREENED),
          new Screen("screening-propose", "screening", SCREENED, offer("propose")),
          new Screen("deliveries", "deliveries", "deliveries"),
          new Screen("deliveries-empty", "empty", "deliveries"),
          new Screen("deliveries-consign", "deliveries", "deliveries", offer("despatch")),
          new Screen("consignment", "deliveries", "deliveries/pk/41"),
          new Screen("consignment-disputed", "deliveries", "deliveries/pk/29"),
          new Screen("consignment-unstamped", "deliveries", "deliveries/pk/38"),
          new Screen("consignment-event", "deliveries", "deliveries/pk/41", offer("event")),
          new Screen("consignment-reload", "deliveries", "deliveries/pk/41", offer("reload")),
          new Screen("consignment-stamp", "deliveries", "deliveries/pk/38", offer("stamp")),
          new Screen("consignment-accept", "deliveries", "deliveries/pk/41", offer("accept")),
          new Screen(
              "accept-many",
              "deliveries",
              "deliveries",
              "[name='pick-pk/46']",
              offer("accept-many")),
          new Screen("consignment-dispute", "deliveries", "deliveries/pk/41", offer("dispute")),
          new Screen("consignment-certify", "deliveries", "deliveries/pk/41", offer("certificate")),
          new Screen("scales", "deliveries", "deliveries/compare/pk/12"),
          new Screen("energy", "deliveries", "energy"),
          new Screen("energy-empty", "empty", "energy"),
          new Screen("energy-month", "deliveries", "energy/ir/16?month=2019-04"),
          new Screen("energy-month-closed", "deliveries", "energy/ir/16?month=2019-03"),
          new Screen(
              "energy-untaken", "deliveries", "energy/ir/16?month=2019-03", offer("untaken")),
          new Screen("energy-day", "deliveries", "energy/ir/16/2019-04-21"),
          new Screen("energy-meters", "deliveries", "energy/ir/16/compare"),
          new Screen("energy-schedule", "deliveries", "energy/ir/16/2019-04-23", offer("schedule")),
          new Screen("energy-meter", "deliveries", "energy/ir/16/2019-04-21", offer("meter")),
          new Screen("energy-line", "deliveries", "energy", offer("energy-line")),
          new Screen(
              "energy-line-anew", "deliveries", "energy/ir/16?month=2019-03", offer("line-anew")),
          new Screen(
              "energy-in-kind", "deliveries", "energy/ir/16?month=2019-03", offer("in-kind")),
          new Screen("book", "account", "account"),
          new Screen("book-differs", "account-differs", "account"),
          new Screen("book-silent", "account-silent", "account"),
          new Screen("book-none", "account-none", "account"),
          new Screen("book-contract", "account", "account?contract=ir%2F21&kind=acceptance"),
          new Screen("book-voucher", "account", "account/pk/91"),
          new Screen("book-line", "account", "account/ir/98/2"),
          new Screen("book-fact", "account", "account/pk/84"),
          new Screen("book-statements", "account", "statements"),
          new Screen("book-statement", "account", "statements/1"),
          new Screen("book-draft", "account", "statements/2"),
          new Screen("book-draft-differs", "account-differs", "statements/2"),
          new Screen("book-open", "account-none", "account", offer("book-account")),
          new Screen("book-swing", "account", "account", offer("book-swing")),
          new Screen("book-settlement", "account", "account", offer("book-settlement")),
          new Screen("book-year-end", "account", "account", offer("book-year-end")),
          new Screen("book-sign", "account-differs", "statements/2", offer("book-statement")),
          new Screen("book-contra", "account", "account/pk/91", offer("book-contra")),
          new Screen("book-price", "account", "account/ir/60", offer("book-price")),
          new Screen("book-credit", "account", "account", MORE, more(1), TRIED),
          new Screen("book-restatement", "account", "account", MORE, more(2)),
          new Screen("book-termination", "account", "account", MORE, more(3)),
          new Screen("book-in-kind", "account", "account", offer("in-kind")),
          new Screen("committee", "committee", "committee"),
          new Screen("committee-empty", "empty", "committee"),
          new Screen("committee-open", "committee", "committee/pk/77"),
          new Screen("committee-revealing", "committee", "committee/pk/80"),
          new Screen("committee-proposed", "committee", "committee/ir/61?match=pk/95"),
          new Screen("committee-void", "committee", "committee/ir/61?match=pk/97"),
          new Screen("committee-found", "committee", "committee/ir/61?find=search"),
          new Screen("committee-asked", "committee", "committee", ".what-if li button:last-child"),
          new Screen("market-bid", "committee", "committee/pk/77", offer("bid")),
          new Screen("market-seal", "committee", "committee/pk/77", offer("seal")),
          new Screen("market-withdraw", "committee", "committee/pk/77", offer("withdraw")),
          new Screen("market-reveal", "committee", "committee/pk/80", offer("reveal")),
          new Screen("market-protocol", "committee", "committee", offer("protocol")),
          new Screen("market-lines", "committee", "committee", offer("protocol"), LINES_FILE),
          new Screen("market-match", "committee", "committee/ir/61?find=search", offer("match")),
          new Screen("market-contract", "committee", "committee", offer("contract")),
          new Screen("contracts", "committee", "contracts"),
          new Screen("contracts-empty", "empty", "contracts"),
          new Screen("permits", "committee", "contracts?show=permits"),
          new Screen("contract", "committee", "contracts/ir/96"),
          new Screen("contract-unpriced", "account", "contracts/ir/21"),
          new Screen("contract-price", "account", "contracts/ir/21", offer("book-price")),
          new Screen("contract-drafted", "committee", "contracts/pk/103"),
          new Screen("market-permit", "committee", "contracts/ir/96", offer("permit"), ROOM),
          new Screen("market-no-room", "committee", "contracts/ir/99", offer("permit"), ROOM),
          new Screen("paper", "live", "paper/ir/38"),
          new Screen("paper-act", "signed", "agreements/ir/4/paper"),
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

  private static String more(int act) {
    return ".page-head .menu li:nth-child(%d) button".formatted(act);
  }

  private static String accountMenu(int row) {
    return "tbody tr:nth-child(%d) .menu summary".formatted(row);
  }

  private static String accountAct(int row, int act) {
    return "tbody tr:nth-child(%d) .menu li:nth-child(%d) button".formatted(row, act);
  }

  /// The button that opens a form about a thread of help.
  private static String help(String thread, String form) {
    return "[data-help='%s'] [data-help-act=%s]".formatted(thread, form);
  }

  /// The button that opens the dialog of that name.
  private static String offer(String name) {
    return "[data-offer=%s]".formatted(name);
  }

  /// The button of a draft that opens its clause in that place, from 1.
  private static String clause(int place) {
    return ".clauses > li:nth-child(%d) .clause-acts button".formatted(place);
  }

  /// The first button of the page that does `name`.
  private static String act(String name) {
    return "main [data-act=%s]".formatted(name);
  }

  private Screen(String name, String scene, String place, String... press) {
    this(name, scene, place, List.of(press));
  }

  /// The first word of its place.
  String chapter() {
    return place.split("[/?]", 2)[0];
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
