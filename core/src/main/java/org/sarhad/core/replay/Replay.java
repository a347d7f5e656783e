package org.sarhad.core.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.EntryTimes;
import org.sarhad.core.response.EntryWays;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.response.Said;

/// The past of one incident, as one node can tell it. Immutable; costs nothing after it is made but
/// what is asked of it.
public final class Replay {
  private final Incident incident;
  private final Arrivals arrivals;
  private final List<Said> facts;

  private Replay(Incident incident, Arrivals arrivals, List<Said> facts) {
    this.incident = incident;
    this.arrivals = arrivals;
    this.facts = facts;
  }

  /// The past of `incident`. O(all that was ever said).
  ///
  /// @param incident in a state without what was erased: what is not in it, nobody is shown
  /// @param own the side whose node looks back
  /// @param ways when entries were received
  /// @param shown what the one who asks may see at all
  public static Replay of(Incident incident, PartyId own, EntryWays ways, Predicate<Said> shown) {
    return new Replay(
        incident,
        new Arrivals(own, incident.state().parties(), ways),
        Excerpt.of(incident).stream().filter(shown).toList());
  }

  /// The incident as `viewpoint` knew it at `at`. O(m log m) in the facts it rests on.
  public Past at(Viewpoint viewpoint, Instant at) {
    ResponseState state = ResponseState.of(incident.state().parties().toArray(PartyId[]::new));
    var undecided = new ArrayList<Past.Undecided>();
    for (Said said : facts) {
      Optional<Arrival> arrival = arrivals.of(viewpoint, said);
      if (arrival.isEmpty()) {
        continue;
      }
      switch (arrival.get().at(at)) {
        case KNOWN -> state = state.apply(said.context(), said.fact());
        case UNDECIDED -> {
          if (isItem(said)) {
            undecided.add(new Past.Undecided(said, arrival.get()));
          }
        }
        case NOT_YET -> {
          // As if it had never been said.
        }
      }
    }
    return new Past(
        incident.id(),
        viewpoint,
        at,
        arrivals.own(),
        state,
        undecided,
        new WaysThen(arrivals, viewpoint, at));
  }

  /// Whether `viewpoint` knew of `said` at `at`; empty for what it can never know of, because it is
  /// internal to another side.
  public Optional<Certainty> certainty(Viewpoint viewpoint, Said said, Instant at) {
    return arrivals.of(viewpoint, said).map(arrival -> arrival.at(at));
  }

  /// Whether `viewpoint` surely knew of the released entry `entry` of `author` at `at`.
  ///
  /// @param time when its author says that it was written
  public boolean isKnown(
      Viewpoint viewpoint, EntryId entry, PartyId author, Instant time, Instant at) {
    return arrivals
        .of(viewpoint, entry, author, time)
        .filter(arrival -> arrival.at(at) == Certainty.KNOWN)
        .isPresent();
  }

  /// The moments at which something in the room changes for `viewpoint`, in order and each once: an
  /// item begins to be possible or certain, a rung of a ladder is reached. Duties fall due between
  /// them; what the own node wrote down about that is an item.
  public List<Instant> changes(Viewpoint viewpoint) {
    return facts.stream()
        .filter(this::isItem)
        .filter(said -> arrivals.of(viewpoint, said).isPresent())
        .flatMap(said -> changes(viewpoint, said))
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<Instant> changes(Viewpoint viewpoint, Said said) {
    EntryTimes times = arrivals.ways().times(said.entry());
    Stream<Instant> received =
        times.received().flatMap(receipt -> receipt.bracket().notAfter()).stream();
    Stream<Instant> read =
        times
            .read()
            .flatMap(reading -> arrivals.of(viewpoint, reading.entry(), reading.by(), reading.at()))
            .flatMap(Arrival::surely)
            .stream();
    return Stream.of(
            arrivals.of(viewpoint, said).stream().flatMap(Arrival::changes), received, read)
        .flatMap(moments -> moments);
  }

  /// Whether it stands in the room itself, and not only in a register the room looks into.
  private boolean isItem(Said said) {
    return incident.file(said.author()).item(said.entry()).isPresent();
  }
}
