package org.sarhad.core.modalities;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.Seats;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.party.Role;

/// What would be different if one version of the modalities took the place of another: for the
/// officer who is about to sign. Computed from the settings of both and from what is under way.
///
/// @param effects by subject, in the order of the catalogue; what is under way comes last
public record EffectPreview(List<Effect> effects) {
  public EffectPreview {
    effects = List.copyOf(effects);
  }

  /// From `before` ([Settings#INITIAL] where nothing is in force) to `after`. Linear in what is
  /// under way, with one look at the edge of the zone for each open incident if the zone changes.
  public static EffectPreview of(Settings before, Settings after, Affected affected) {
    Collector collector = new Collector(before, after);
    Catalogue.all().forEach(collector::compare);
    collector.move(affected);
    return new EffectPreview(collector.effects);
  }

  /// A clock with another length, and what it means to the duties that run.
  private static final class MovedClock {
    final Duration from;
    final Duration to;
    long live;
    long lateAtOnce;
    long inTimeAgain;

    MovedClock(Duration from, Duration to) {
      this.from = from;
      this.to = to;
    }

    void count(Instant since, Instant asOf) {
      boolean isLate = since.plus(from).isBefore(asOf);
      boolean wouldBeLate = since.plus(to).isBefore(asOf);
      live++;
      lateAtOnce += !isLate && wouldBeLate ? 1 : 0;
      inTimeAgain += isLate && !wouldBeLate ? 1 : 0;
    }
  }

  private static final class Collector {
    private final Settings before;
    private final Settings after;
    private final List<Effect> effects = new ArrayList<>();
    private final TreeMap<String, MovedClock> clocks = new TreeMap<>();

    Collector(Settings before, Settings after) {
      this.before = before;
      this.after = after;
    }

    <T> void compare(Setting<T> setting) {
      if (before.find(setting).equals(after.find(setting))) {
        return;
      }
      switch (setting.type()) {
        case ValueType.Span span -> {
          change(setting);
          clocks.put(setting.key(), movedClock(span, setting));
        }
        case ValueType.RedLine _ ->
            effects.add(new Effect.LineChange(setting.key(), after.get(setting).equals(true)));
        case ValueType.Cards _ -> cards();
        case ValueType.QuorumPerKind _ -> quorums();
        case ValueType.OneQuorum _ -> quorumOfOthers();
        case ValueType.Sectors _ -> sectors();
        case ValueType.Whole _,
            ValueType.Flag _,
            ValueType.TimeOfDay _,
            ValueType.OneRole _,
            ValueType.AnyRole _,
            ValueType.Level _,
            ValueType.Cost _,
            ValueType.Dataset _,
            ValueType.Goods _,
            ValueType.Points _ ->
            change(setting);
      }
    }

    private <T> void change(Setting<T> setting) {
      effects.add(
          new Effect.ValueChange(
              setting.key(),
              setting.type().unit(),
              before.spelled(setting),
              after.spelled(setting)));
    }

    private <T> MovedClock movedClock(ValueType.Span span, Setting<T> setting) {
      return new MovedClock(
          span.valueClass().cast(before.get(setting)), span.valueClass().cast(after.get(setting)));
    }

    // ---- tables, row by row -------------------------------------------------------------------

    private void cards() {
      compareRows(
          before.get(ZoneSettings.RUN_CARDS).cards(),
          after.get(ZoneSettings.RUN_CARDS).cards(),
          AgreedCard::word,
          (from, to) ->
              effects.add(new Effect.CardChange(from.or(() -> to).orElseThrow().word(), from, to)));
    }

    private void sectors() {
      compareRows(
          before.find(ZoneSettings.SECTORS).map(Zone::sectors).orElse(List.of()),
          after.find(ZoneSettings.SECTORS).map(Zone::sectors).orElse(List.of()),
          Zone.Sector::name,
          (from, to) ->
              effects.add(
                  new Effect.SectorChange(
                      from.or(() -> to).orElseThrow().name(),
                      from.map(Zone.Sector::ring),
                      to.map(Zone.Sector::ring))));
    }

    private static <R> void compareRows(
        List<R> older,
        List<R> newer,
        Function<R, String> key,
        BiConsumer<Optional<R>, Optional<R>> changed) {
      TreeMap<String, R> from = new TreeMap<>();
      TreeMap<String, R> to = new TreeMap<>();
      older.forEach(row -> from.put(key.apply(row), row));
      newer.forEach(row -> to.put(key.apply(row), row));
      TreeSet<String> keys = new TreeSet<>(from.keySet());
      keys.addAll(to.keySet());
      for (String name : keys) {
        Optional<R> was = Optional.ofNullable(from.get(name));
        Optional<R> is = Optional.ofNullable(to.get(name));
        if (!was.equals(is)) {
          changed.accept(was, is);
        }
      }
    }

    /// A kind that one of the tables does not name is signed like the others there; so a row that
    /// goes is no change if it said the same.
    private void quorums() {
      AgreedQuorums from = before.quorums(0);
      AgreedQuorums to = after.quorums(0);
      TreeSet<ActKind> kinds = new TreeSet<>(from.kinds().kinds().keys().toList());
      kinds.addAll(to.kinds().kinds().keys().toList());
      for (ActKind kind : kinds) {
        seats(Optional.of(kind), from.seats(kind), to.seats(kind));
      }
    }

    private void quorumOfOthers() {
      seats(Optional.empty(), before.quorums(0).other(), after.quorums(0).other());
    }

    private void seats(Optional<ActKind> kind, Seats from, Seats to) {
      EnumSet<Role> roles = EnumSet.noneOf(Role.class);
      from.counts().keys().forEach(roles::add);
      to.counts().keys().forEach(roles::add);
      for (Role role : roles) {
        if (from.count(role) != to.count(role)) {
          effects.add(new Effect.QuorumChange(kind, role, from.count(role), to.count(role)));
        }
      }
    }

    // ---- what is under way --------------------------------------------------------------------

    void move(Affected affected) {
      if (!clocks.isEmpty()) {
        moveDeadlines(affected);
      }
      Optional<Zone> from = before.find(ZoneSettings.SECTORS);
      Optional<Zone> to = after.find(ZoneSettings.SECTORS);
      if (!from.equals(to)) {
        moveIncidents(affected, from.orElse(Zone.NONE), to.orElse(Zone.NONE));
      }
    }

    private void moveDeadlines(Affected affected) {
      Instant asOf = affected.asOf();
      for (Iterator<LiveDeadline> all = affected.deadlines().iterator(); all.hasNext(); ) {
        LiveDeadline deadline = all.next();
        Optional.ofNullable(clocks.get(deadline.clock()))
            .ifPresent(clock -> clock.count(deadline.since(), asOf));
      }
      clocks.forEach(
          (key, clock) -> {
            if (clock.live > 0) {
              effects.add(
                  new Effect.DeadlinesMove(
                      key, clock.from, clock.to, clock.live, clock.lateAtOnce, clock.inTimeAgain));
            }
          });
    }

    private void moveIncidents(Affected affected, Zone from, Zone to) {
      long entering = 0;
      long leaving = 0;
      for (Iterator<Position> all = affected.openIncidents().iterator(); all.hasNext(); ) {
        Position incident = all.next();
        boolean was = from.contains(incident);
        boolean is = to.contains(incident);
        entering += !was && is ? 1 : 0;
        leaving += was && !is ? 1 : 0;
      }
      if (entering + leaving > 0) {
        effects.add(new Effect.IncidentsMove(entering, leaving));
      }
    }
  }
}
