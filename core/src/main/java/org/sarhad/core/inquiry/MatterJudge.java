package org.sarhad.core.inquiry;

import static org.sarhad.core.inquiry.Sight.when;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;

/// The objections to what is said about a matter as a whole (protocol clause 09-1.4).
record MatterJudge(Sight sight) {
  Optional<InquiryRefusal> objection(MatterFact fact) {
    return switch (fact) {
      case MatterFact.Opened opened -> opened.about().flatMap(sight::toSeeing);
      case MatterFact.Closed(EntryId matter, Words _) ->
          sight.toMatter(matter).or(() -> when(isClosed(matter), InquiryRefusal.ALREADY_CLOSED));
      case MatterFact.Reopened(EntryId matter, Words _) ->
          sight.toMatter(matter).or(() -> when(!isClosed(matter), InquiryRefusal.NOT_CLOSED));
    };
  }

  private boolean isClosed(EntryId matter) {
    return sight.toOpenMatter(matter).isPresent();
  }
}
