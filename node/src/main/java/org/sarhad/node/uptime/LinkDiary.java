package org.sarhad.node.uptime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.party.PartyId;

/// All spells that this node has seen, in the order in which they began. Immutable.
///
/// As text one line each, `<peer> <up|down> <from> <to>`; a line that cannot be read is left out,
/// for what it said is not known any more.
///
/// @param spells the newest last, at most [#SPELLS_MAX]: the oldest are forgotten
public record LinkDiary(List<LinkSpell> spells) {
  /// A link that is up and down forty times a day fills this in a year and a half.
  static final int SPELLS_MAX = 20_000;

  /// Nothing seen yet.
  public static final LinkDiary EMPTY = new LinkDiary(List.of());

  /// Copies its list, cut to the newest.
  public LinkDiary {
    spells = List.copyOf(spells.subList(Math.max(0, spells.size() - SPELLS_MAX), spells.size()));
  }

  /// How much is known of a stretch of time.
  ///
  /// @param up for how long a link was up
  /// @param watched for how long links were watched
  public record Tally(Duration up, Duration watched) {}

  /// This after one more look: the spell goes on if the link is as it was and the last look was not
  /// long ago; otherwise another begins, and between the two nothing was seen.
  ///
  /// @param gapMax how far apart two looks may be to count as one spell
  public LinkDiary seen(PartyId peer, boolean isUp, Instant now, Duration gapMax) {
    List<LinkSpell> next = new ArrayList<>(spells);
    int at = lastOf(peer);
    if (at >= 0 && goesOn(spells.get(at), isUp, now, gapMax)) {
      next.set(at, spells.get(at).until(now));
    } else {
      next.add(new LinkSpell(peer, isUp, now, now));
    }
    return new LinkDiary(next);
  }

  private int lastOf(PartyId peer) {
    for (int i = spells.size() - 1; i >= 0; i--) {
      if (spells.get(i).peer().equals(peer)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean goesOn(LinkSpell last, boolean isUp, Instant now, Duration gapMax) {
    return last.isUp() == isUp
        && !now.isBefore(last.to())
        && Duration.between(last.to(), now).compareTo(gapMax) <= 0;
  }

  /// What is known of the time from `from` until before `to`, all peers together.
  public Tally tally(Instant from, Instant to) {
    Duration up = Duration.ZERO;
    Duration watched = Duration.ZERO;
    for (LinkSpell spell : spells) {
      Duration length = spell.within(from, to);
      watched = watched.plus(length);
      up = spell.isUp() ? up.plus(length) : up;
    }
    return new Tally(up, watched);
  }

  // ---- as text --------------------------------------------------------------------------------

  /// The text form. Inverse of [#parse].
  public String print() {
    StringBuilder text = new StringBuilder();
    for (LinkSpell spell : spells) {
      text.append(spell.peer())
          .append(spell.isUp() ? " up " : " down ")
          .append(spell.from())
          .append(' ')
          .append(spell.to())
          .append('\n');
    }
    return text.toString();
  }

  /// Reads the text form. Total.
  public static LinkDiary parse(String text) {
    return new LinkDiary(text.lines().map(LinkDiary::line).flatMap(Optional::stream).toList());
  }

  private static Optional<LinkSpell> line(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 4 || !(parts[1].equals("up") || parts[1].equals("down"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LinkSpell(
              PartyId.of(parts[0]),
              parts[1].equals("up"),
              Instant.parse(parts[2]),
              Instant.parse(parts[3])));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }
}
