package org.sarhad.core.inquiry;

import java.util.List;
import java.util.Optional;

/// A joint visit, from the agreement to its minutes.
///
/// @param act the agreement
/// @param terms what was agreed
/// @param pass the admission of the experts, once they were
/// @param minutes agreed minutes in force
/// @param notAgreed what sides said about minutes that were not agreed
public record Visit(
    AgreedAct act,
    VisitTerms terms,
    Optional<Pass> pass,
    Optional<AgreedAct> minutes,
    List<Remark> notAgreed) {
  public Visit {
    notAgreed = List.copyOf(notAgreed);
  }

  /// The experts were admitted.
  ///
  /// @param used where the host said so
  /// @param said how many, when
  public record Pass(Stamp used, JointFact.PassUsed said) {}

  /// A side says why there are no agreed minutes.
  ///
  /// @param stated by whom and where
  /// @param said why
  public record Remark(Stamp stated, JointFact.MinutesNotAgreed said) {}
}
