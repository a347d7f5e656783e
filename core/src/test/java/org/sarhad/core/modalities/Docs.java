package org.sarhad.core.modalities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;

/// Small documents for tests, in English and Persian.
final class Docs {
  static final Instant REVIEW = Sides.EIGHT.plusSeconds(180L * 86_400);
  static final Capacity CHIEF = Capacity.of(Role.CHIEF);

  private Docs() {}

  /// Version `number`: a purpose, and a clause for each of `bindings`.
  static Document version(long number, Binding... bindings) {
    return document(number, Optional.empty(), clauses(bindings));
  }

  /// The same, in force from `from` on.
  static Document version(long number, Instant from, Binding... bindings) {
    return document(number, Optional.of(from), clauses(bindings));
  }

  static Document document(long number, Optional<Instant> from, List<Clause> clauses) {
    return new Document(
        1, number, List.of("en", "fa"), words("Modalities", "ترتیبات"), clauses, from, REVIEW);
  }

  private static List<Clause> clauses(Binding... bindings) {
    List<Clause> clauses = new ArrayList<>();
    clauses.add(plain("1", "Purpose"));
    for (Binding binding : bindings) {
      clauses.add(binding("" + (clauses.size() + 1), binding));
    }
    return clauses;
  }

  /// A clause for people.
  static Clause plain(String number, String text) {
    return new Clause(
        ClauseNumber.parse(number),
        Optional.of(words("About " + text, "دربارهٔ " + text)),
        Optional.of(words(text, "متن " + text)),
        Optional.empty());
  }

  /// A clause that tells the machines something.
  static Clause binding(String number, Binding binding) {
    return new Clause(
        ClauseNumber.parse(number),
        Optional.empty(),
        Optional.of(words(binding.key() + " is {value}.", binding.key() + " برابر {value}.")),
        Optional.of(binding));
  }

  static Wording words(String english, String persian) {
    return new Wording(PersistentMap.<String, String>empty().put("en", english).put("fa", persian));
  }

  /// A binding of a key that no catalogue has.
  static Binding unknown() {
    return new Binding("barter.swing_limit", Optional.of("eur"), Json.of(10_000_000));
  }

  /// The proposal of `document`, under modalities `under`.
  static ActFact.Proposed proposal(Document document, long under, Optional<ActRef> supersedes) {
    return proposal(document.toJson(), under, supersedes);
  }

  static ActFact.Proposed proposal(Json.Obj terms, long under, Optional<ActRef> supersedes) {
    return new ActFact.Proposed(
        ModalitiesState.KIND, terms, under, CHIEF, Optional.empty(), Optional.empty(), supersedes);
  }
}
