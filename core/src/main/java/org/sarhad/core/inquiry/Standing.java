package org.sarhad.core.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;

/// Where one side stands in one row.
///
/// @param side which
/// @param own its own account, ended claims among it
/// @param answers its latest positions on claims of others that stand
/// @param held the values it holds to: of its own claims that stand, and those it has accepted
/// @param stances for each other side, what this one says to claims of its own account
/// @param names which names mean the same
record Standing(
    PartyId side,
    List<Claim> own,
    List<Cell.Answer> answers,
    List<Value> held,
    SortedMap<PartyId, SortedSet<Stance>> stances,
    Aliases names) {

  Standing {
    own = List.copyOf(own);
    answers = List.copyOf(answers);
    held = List.copyOf(held);
    stances = Ordered.map(stances);
  }

  static Standing of(PartyId side, List<Claim> claims, Aliases names) {
    List<Claim> own = new ArrayList<>();
    List<Cell.Answer> answers = new ArrayList<>();
    List<Value> held = new ArrayList<>();
    SortedMap<PartyId, SortedSet<Stance>> stances = new TreeMap<>();
    for (Claim claim : claims) {
      if (claim.by().equals(side) && claim.says().isOwn()) {
        own.add(claim);
        if (claim.isStanding()) {
          held.add(claim.says().value());
        }
      }
      // What became of a claim that no longer stands stays with it, and binds nobody.
      Optional<Position> position = claim.isStanding() ? claim.positionOf(side) : Optional.empty();
      if (position.isPresent()) {
        answers.add(new Cell.Answer(claim.id(), claim.by(), position.get()));
        accepted(claim, position.get()).ifPresent(held::add);
        if (claim.says().isOwn()) {
          stances.computeIfAbsent(claim.by(), _ -> new TreeSet<>()).add(position.get().stance());
        }
      }
    }
    return new Standing(side, own, answers, held, stances, names);
  }

  private static Optional<Value> accepted(Claim claim, Position position) {
    return switch (position.stance()) {
      case ACCEPT -> Optional.of(claim.says().value());
      case ACCEPT_PART -> position.said().part();
      case DISPUTE, CANNOT_VERIFY, NONE_YET -> Optional.empty();
    };
  }

  /// How this side and `other` stand to each other. A dispute that was said goes before what values
  /// seem to say; where values cannot tell, positions do; and who has said nothing agrees to
  /// nothing.
  RowState with(Standing other) {
    if (takes(Stance.DISPUTE, other) || other.takes(Stance.DISPUTE, this)) {
      return RowState.DISPUTED;
    }
    if (!held.isEmpty() && !other.held.isEmpty()) {
      switch (Likeness.of(held, other.held, names)) {
        case SAME -> {
          return RowState.AGREED;
        }
        case OVERLAPPING -> {
          return RowState.OVERLAPPING;
        }
        case APART -> {
          return RowState.DISPUTED;
        }
        case UNCOMPARED -> {
          // What was answered decides.
        }
      }
    }
    if (takes(Stance.ACCEPT_PART, other) || other.takes(Stance.ACCEPT_PART, this)) {
      return RowState.OVERLAPPING;
    }
    return takes(Stance.CANNOT_VERIFY, other) || other.takes(Stance.CANNOT_VERIFY, this)
        ? RowState.UNVERIFIED
        : RowState.UNANSWERED;
  }

  /// Whether this side takes `stance` on a claim of the account of `other`.
  private boolean takes(Stance stance, Standing other) {
    SortedSet<Stance> taken = stances.get(other.side);
    return taken != null && taken.contains(stance);
  }
}
