package org.sarhad.core.response;

import java.util.Optional;

/// Notices given outside the record: a telephone call is an entry too. They matter most while the
/// link is down.
public sealed interface HotlineFact extends ResponseFact {
  /// The notice.
  HotlineId hotline();

  /// The incident it was about, if any.
  Optional<IncidentId> incident();

  /// One side says that it spoke to the other, or was spoken to, outside the record.
  record Logged(HotlineId hotline, Optional<IncidentId> incident, Call call)
      implements HotlineFact {}

  /// The other side confirms the call, or says that it knows of none. Always released.
  record Answered(HotlineId hotline, Optional<IncidentId> incident, boolean agrees, Words words)
      implements HotlineFact {}
}
