package org.sarhad.core.inquiry;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.act.ActKind;

/// The kinds of joint act that are the inquiry's (protocol clause 09-1.5).
public enum InquiryActKind {
  /// Two matters, or two names, mean the same ([AliasTerms]).
  ALIAS,
  /// What the sides establish together ([FindingTerms]).
  FINDING,
  /// Experts go to the scene, led by the host ([VisitTerms]).
  JOINT_VISIT,
  /// What was seen there ([MinutesTerms]).
  JOINT_MINUTES;

  /// The word in a proposal: `joint_visit`. Never changes.
  public ActKind kind() {
    return new ActKind(name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind of another application.
  public static Optional<InquiryActKind> find(ActKind kind) {
    for (InquiryActKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
