package org.sarhad.core.fact;

import java.util.List;

/// The answer to a request: facts to be logged and a reply, or a refusal. Nothing has changed yet.
///
/// @param <F> the application's sealed type of facts
/// @param <R> what the asker gets to know
/// @param <C> the application's enum of refusals
public sealed interface Decision<F, R, C extends RefusalCode> {

  /// The request stands; these facts say so.
  ///
  /// @param facts in the order in which they are to be logged; may be empty when the request was
  ///   already granted before
  record Accepted<F, R, C extends RefusalCode>(List<Authored<F>> facts, R reply)
      implements Decision<F, R, C> {
    public Accepted {
      facts = List.copyOf(facts);
    }
  }

  /// The request does not stand.
  ///
  /// @param refusal the first that applies, in the enum's order
  /// @param detail which value was meant; completes the refusal's sentence
  record Refused<F, R, C extends RefusalCode>(C refusal, String detail)
      implements Decision<F, R, C> {}

  /// Accepted with these facts.
  static <F, R, C extends RefusalCode> Decision<F, R, C> accept(List<Authored<F>> facts, R reply) {
    return new Accepted<>(facts, reply);
  }

  /// Refused because of `refusal`.
  static <F, R, C extends RefusalCode> Decision<F, R, C> refuse(C refusal, String detail) {
    return new Refused<>(refusal, detail);
  }
}
