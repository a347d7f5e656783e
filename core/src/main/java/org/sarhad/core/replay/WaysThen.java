package org.sarhad.core.replay;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.EntryTimes;
import org.sarhad.core.response.EntryWays;

/// How far entries had come at one moment, as one viewpoint has it: the rungs of a ladder that had
/// been reached by then, and nothing of the later ones.
///
/// A receipt counts from the time that stands on it: it is the answer to the delivery. A reading is
/// an entry of the reader and counts once that entry was known.
record WaysThen(Arrivals arrivals, Viewpoint viewpoint, Instant at) implements EntryWays {
  @Override
  public EntryTimes times(EntryId entry) {
    EntryTimes now = arrivals.ways().times(entry);
    boolean ours = viewpoint.equals(Viewpoint.of(arrivals.own()));
    return new EntryTimes(
        now.durable().filter(time -> ours && isPast(time)),
        now.published().filter(time -> ours && isPast(time)),
        now.received()
            .filter(receipt -> receipt.bracket().notAfter().filter(this::isPast).isPresent()),
        now.read().filter(this::isKnown));
  }

  @Override
  public boolean saw(EntryId writer, EntryId earlier) {
    return arrivals.ways().saw(writer, earlier);
  }

  private boolean isKnown(EntryTimes.Reading reading) {
    PartyId reader = reading.by();
    Optional<Arrival> arrival = arrivals.of(viewpoint, reading.entry(), reader, reading.at());
    return arrival.filter(known -> known.at(at) == Certainty.KNOWN).isPresent();
  }

  private boolean isPast(Instant time) {
    return !time.isAfter(at);
  }
}
