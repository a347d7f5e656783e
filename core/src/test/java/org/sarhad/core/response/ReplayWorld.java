package org.sarhad.core.response;

import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.time.TimeBracket;

/// Two sides that said strange things at known moments, over a link that took its time, with clocks
/// that lie: what each of the two nodes holds of it.
///
/// @param lines everything that was written, each side's in its own order
record ReplayWorld(List<Line> lines) {
  static final long SPAN_S = 3_600;

  /// One thing written.
  ///
  /// @param written when, in truth
  /// @param bracket what the other side's signatures prove; empty when it never arrived
  /// @param durable what the author's node remembers of the moment of the sync
  record Line(
      FactContext context,
      ResponseFact fact,
      Instant written,
      Optional<TimeBracket> bracket,
      Optional<Instant> durable) {
    PartyId author() {
      return context.author();
    }

    EntryId entry() {
      return context.entry();
    }

    Said said() {
      return new Said(context, fact, Optional.empty());
    }

    Line saying(ResponseFact other) {
      return new Line(context, other, written, bracket, durable);
    }

    /// The same line, received at another moment after `at` if it was received after it at all.
    Line receivedOtherwiseAfter(Instant at, long later) {
      return new Line(
          context,
          fact,
          written,
          bracket.map(
              known ->
                  known.notAfter().filter(end -> end.isAfter(at)).isPresent()
                      ? new TimeBracket(known.notBefore(), Optional.of(at.plusSeconds(1 + later)))
                      : known),
          durable);
    }

    /// The same line with another author's time.
    Line dated(Instant claimed) {
      return new Line(
          new FactContext(
              context.entry(),
              context.author(),
              context.released(),
              claimed,
              context.officer(),
              context.roles()),
          fact,
          written,
          bracket,
          durable);
    }
  }

  static ReplayWorld random(SplittableRandom random) {
    var lines = new ArrayList<Line>();
    for (PartyId side : List.of(IR, PK)) {
      Instant clock = Samples.NOON;
      Map<Boolean, Long> next = new TreeMap<>(Map.of(true, 0L, false, 0L));
      for (int i = random.nextInt(30); i > 0; i--) {
        clock = clock.plusSeconds(random.nextInt(120));
        boolean released = random.nextInt(3) > 0;
        long index = next.merge(released, 1L, Long::sum) - 1;
        EntryId entry = EntryId.of(released ? Samples.log(side) : Samples.journal(side), index);
        lines.add(
            new Line(
                Samples.context(entry, side, released, clock, Role.WATCH_OFFICER),
                StrangeFacts.next(random),
                clock,
                released && random.nextInt(5) > 0
                    ? Optional.of(bracket(random, clock))
                    : Optional.empty(),
                released && random.nextBoolean() ? Optional.of(clock) : Optional.empty()));
      }
    }
    return new ReplayWorld(List.copyOf(lines));
  }

  /// The receiver's clock may be off by a little, and an end may be open.
  private static TimeBracket bracket(SplittableRandom random, Instant written) {
    Instant from = written.minusSeconds(random.nextInt(60)).plusSeconds(random.nextInt(5));
    Instant to = written.plusSeconds(random.nextInt(600)).minusSeconds(random.nextInt(5));
    return random.nextInt(6) == 0 ? TimeBracket.by(to) : TimeBracket.between(from, to);
  }

  static Instant moment(SplittableRandom random) {
    return Samples.NOON.plusSeconds(random.nextLong(SPAN_S));
  }

  ReplayWorld map(Function<Line, Line> change) {
    return new ReplayWorld(lines.stream().map(change).toList());
  }

  /// What the node of `own` has folded: its own words, and what came from the other side.
  ResponseState stateOf(PartyId own) {
    ResponseState state = ResponseState.of(IR, PK);
    for (Line line : lines) {
      if (line.author().equals(own) || line.bracket().isPresent()) {
        state = state.apply(line.context(), line.fact());
      }
    }
    return state;
  }

  /// What the node of `own` knows of the ways of entries.
  EntryWays waysOf(PartyId own) {
    Map<EntryId, Line> byEntry = new TreeMap<>();
    lines.forEach(line -> byEntry.put(line.entry(), line));
    return new EntryWays() {
      @Override
      public EntryTimes times(EntryId entry) {
        return Optional.ofNullable(byEntry.get(entry))
            .map(line -> ReplayWorld.times(line, own))
            .orElse(EntryTimes.UNKNOWN);
      }

      @Override
      public boolean saw(EntryId writer, EntryId earlier) {
        return true;
      }
    };
  }

  private static EntryTimes times(Line line, PartyId own) {
    PartyId other = line.author().equals(IR) ? PK : IR;
    return new EntryTimes(
        line.author().equals(own) ? line.durable() : Optional.empty(),
        Optional.empty(),
        line.bracket()
            .map(bracket -> new EntryTimes.Receipt(other, bracket, other + ".sarhad.example/m")),
        Optional.empty());
  }
}
