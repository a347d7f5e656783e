package org.sarhad.core.response;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sarhad.core.geo.Place;
import org.sarhad.core.party.Role;

/// What a code-word sets going: who is told, which units are looked for, where they meet, what is
/// not to be forgotten, which times run.
///
/// A card drafts; a person decides. Nothing is tasked or released by a card alone. `version` counts
/// from 1; the built-in cards ([RunCards#builtIn()]) are version 1, and what a side writes follows.
public record RunCard(
    CodeWord word,
    int version,
    Label title,
    Priority priority,
    Notice notice,
    Support support,
    List<Label> checklist) {
  public RunCard {
    ResponseId.checkNumber(version);
    checklist = List.copyOf(checklist);
  }

  /// The same card under another version number.
  public RunCard withVersion(int other) {
    return new RunCard(word, other, title, priority, notice, support, checklist);
  }

  /// Who hears of it: own roles, and whether the other side is to be told. `reminder` is how long
  /// the checklist may stay untouched before the card comes up again.
  public record Notice(Set<Role> roles, boolean peer, Duration reminder) {
    public Notice {
      roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }
  }

  /// What is looked for first, and where it goes. `types` in order of preference.
  public record Support(
      List<UnitType> types,
      Set<Capability> capabilities,
      Optional<Place> rendezvous,
      Optional<Place> hospital) {
    public Support {
      types = List.copyOf(types);
      capabilities = Collections.unmodifiableSortedSet(new TreeSet<>(capabilities));
    }
  }
}
