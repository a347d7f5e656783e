package org.sarhad.core.inquiry;

import java.util.regex.Pattern;

/// The claimant's own grading of its source: how reliable the source is, A to F, and how credible
/// the information, 1 to 6 (the Admiralty code). F and 6 say that it cannot be judged. Shown beside
/// the claim; nothing is ever sorted by it.
///
/// @param code a letter and a digit: `B2`
public record Grading(String code) {
  private static final Pattern FORM = Pattern.compile("[A-F][1-6]");

  /// @throws IllegalArgumentException when it is not of that form
  public Grading {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException("grading \"" + code + "\" is not A1 to F6");
    }
  }
}
