package org.sarhad.core.response;

import java.util.Locale;
import java.util.Map;
import org.sarhad.core.time.UtcTime;

/// Writes a situation report as plain text in the standard order, fit for a printer, a fax, or a
/// voice: one section per line, letters first. The lines are English; what people wrote in them
/// stays in their language.
///
/// An exercise says so in its first and last line.
public final class SitrepText {
  private static final String EXERCISE = "EXERCISE EXERCISE EXERCISE";
  private static final String NONE_STATED = "none stated";
  private static final String INDENT = "   ";

  private SitrepText() {}

  /// The text of the report in `said`, ending in a line feed. Sections that were not filled in are
  /// left out, save the restrictions: what could not be observed is always printed, if only as
  /// "none stated".
  ///
  /// @throws IllegalArgumentException when `said` is no situation report
  public static String print(Said said) {
    if (!(said.fact() instanceof ReportFact.SitrepIssued(IncidentId incident, Sitrep sitrep))) {
      throw new IllegalArgumentException(said.entry() + " is " + said.fact().kind().code());
    }
    var text = new StringBuilder();
    if (incident.exercise()) {
      text.append(EXERCISE).append('\n');
    }
    line(text, "SITREP " + sitrep.number(), phaseAndForm(sitrep));
    line(text, "INCIDENT", incident.toString());
    line(text, "FROM", said.author().toString().toUpperCase(Locale.ROOT));
    line(text, "AUDIENCE", said.released() ? "BOTH SIDES" : "INTERNAL");
    line(text, "AS OF", UtcTime.print(sitrep.asOf()));
    for (Map.Entry<Sitrep.Letter, Words> letter : sitrep.letters().entrySet()) {
      line(
          text,
          letter.getKey() + ". " + letter.getKey().title().toUpperCase(Locale.ROOT),
          letter.getValue().text());
    }
    String restrictions = sitrep.restrictions().text();
    line(
        text,
        "RESTRICTIONS ON WHAT WE COULD OBSERVE",
        restrictions.isBlank() ? NONE_STATED : restrictions);
    line(text, "ENTRY", said.entry().toString());
    text.append(incident.exercise() ? EXERCISE + "\nEND\n" : "END\n");
    return text.toString();
  }

  private static String phaseAndForm(Sitrep sitrep) {
    return sitrep.phase() + ", " + sitrep.form() + " FORM";
  }

  private static void line(StringBuilder text, String title, String value) {
    text.append(title).append(": ").append(value.replace("\n", "\n" + INDENT)).append('\n');
  }
}
