package org.sarhad.node.machine;

import java.util.List;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.RefusalCode;

/// How a [NodeRequest] ended.
public sealed interface Outcome {

  /// It was done, and what was written is durable.
  ///
  /// @param entries what was written, in order; empty if it had been written before or nothing
  ///   needed to be
  /// @param reply what else the asker gets to know
  record Accepted(List<EntryId> entries, Reply reply) implements Outcome {
    /// Copies the list.
    public Accepted {
      entries = List.copyOf(entries);
    }
  }

  /// Nothing was written.
  ///
  /// @param code stable, `area.reason` in lower case, for example `response.unit_of_peer`
  /// @param sentence one sentence for a person
  /// @param detail which value, and what was expected; empty when the sentence says it all
  /// @param retry whether sending it again can help
  record Refused(String code, String sentence, String detail, RefusalCode.Retry retry)
      implements Outcome {

    /// The refusal of the application `area`.
    public static Refused of(String area, RefusalCode refusal, String detail) {
      return new Refused(
          area + "." + refusal.name().toLowerCase(java.util.Locale.ROOT),
          refusal.sentence(),
          detail,
          refusal.retry());
    }
  }
}
