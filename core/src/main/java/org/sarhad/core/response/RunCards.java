package org.sarhad.core.response;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// The run cards a side starts with, and which card is in force.
///
/// A card in force has two authors. What both sides agreed on ([ResponseSettings#cards()]) says
/// which code-words there are, how grave each is and which steps come first; the side's own card
/// says who at home is told and which units are looked for, and may add lines and words of its own.
///
/// The code-words are words that Persian and Urdu share and that an English speaker can say: storm,
/// shadow, lightning, balm, torch, desert, breeze.
public final class RunCards {
  private static final Duration REMINDER = Duration.ofMinutes(10);
  private static final Set<Role> COMMAND =
      Ordered.set(Role.WATCH_OFFICER, Role.DISPATCHER, Role.SECTOR_COMMANDER, Role.CHIEF);
  private static final Set<Role> DUTY =
      Ordered.set(Role.WATCH_OFFICER, Role.DISPATCHER, Role.SECTOR_COMMANDER);

  private static final List<BuiltIn> BUILT_IN =
      List.of(
          card(
              new CodeWord("TUFAN", "طوفان", "طوفان"),
              new Label("Armed attack on a post", "حملهٔ مسلحانه به پاسگاه", "چوکی پر مسلح حملہ"),
              Priority.P1,
              COMMAND,
              support(
                  List.of(UnitType.QUICK_REACTION, UnitType.PATROL, UnitType.AMBULANCE),
                  Ordered.set(Capability.FIRST_AID, Capability.ROAD_CONTROL)),
              Step.ACCOUNT_FOR_OWN,
              Step.TELL_PEER,
              Step.CLOSE_EXIT_ROADS,
              Step.HOLD_AT_LINE,
              Step.NAME_HOST_OFFICER,
              Step.KEEP_SCENE),
          card(
              new CodeWord("SAYA", "سایه", "سایہ"),
              new Label("Abduction", "آدم‌ربایی", "اغوا"),
              Priority.P1,
              COMMAND,
              support(
                  List.of(UnitType.QUICK_REACTION, UnitType.AIR, UnitType.PATROL),
                  Ordered.set(Capability.SEARCH, Capability.ROAD_CONTROL)),
              Step.SHARE_LAST_SEEN,
              Step.TELL_PEER,
              Step.CLOSE_EXIT_ROADS,
              Step.HOLD_AT_LINE,
              Step.KEEP_SCENE),
          card(
              new CodeWord("BARQ", "برق", "برق"),
              new Label("Fire across the border", "تیراندازی از آن سوی مرز", "سرحد پار سے فائرنگ"),
              Priority.P1,
              COMMAND,
              support(
                  List.of(UnitType.PATROL, UnitType.AMBULANCE),
                  Ordered.set(Capability.FIRST_AID, Capability.NIGHT_OBSERVATION)),
              Step.ACCOUNT_FOR_OWN,
              Step.TELL_PEER,
              Step.LOG_IMPACTS,
              Step.HOLD_AT_LINE,
              Step.KEEP_SCENE),
          card(
              new CodeWord("MARHAM", "مرهم", "مرہم"),
              new Label(
                  "Many casualties, medical help",
                  "مصدومان زیاد، کمک پزشکی",
                  "کئی زخمی، طبی امداد"),
              Priority.P1,
              DUTY,
              support(
                  List.of(UnitType.AMBULANCE, UnitType.AIR, UnitType.RESCUE),
                  Ordered.set(Capability.PATIENT_TRANSPORT, Capability.FIRST_AID)),
              Step.WARN_HOSPITAL,
              Step.TELL_PEER,
              Step.OPEN_FAST_LANE,
              Step.ACCOUNT_FOR_OWN),
          card(
              new CodeWord("MASHAL", "مشعل", "مشعل"),
              new Label("Fire", "آتش‌سوزی", "آگ"),
              Priority.P2,
              DUTY,
              support(
                  List.of(UnitType.FIRE, UnitType.RESCUE, UnitType.AMBULANCE),
                  Ordered.set(Capability.FIRE_FIGHTING, Capability.EVACUATION)),
              Step.WATCH_SPREAD,
              Step.TELL_PEER,
              Step.OPEN_FAST_LANE,
              Step.ACCOUNT_FOR_OWN),
          card(
              new CodeWord("SAHRA", "صحرا", "صحرا"),
              new Label("Missing patrol", "گشت گمشده", "لاپتہ گشت"),
              Priority.P2,
              DUTY,
              support(
                  List.of(UnitType.RESCUE, UnitType.AIR, UnitType.PATROL),
                  Ordered.set(Capability.SEARCH, Capability.NIGHT_OBSERVATION)),
              Step.SHARE_LAST_SEEN,
              Step.ACCOUNT_FOR_OWN,
              Step.TELL_PEER,
              Step.HOLD_AT_LINE),
          card(
              new CodeWord("NASIM", "نسیم", "نسیم"),
              new Label(
                  "Other event near the line", "رویداد دیگر نزدیک مرز", "سرحد کے قریب دیگر واقعہ"),
              Priority.P4,
              DUTY,
              support(List.of(UnitType.PATROL), Set.of()),
              Step.ACCOUNT_FOR_OWN));

  private RunCards() {}

  /// The two halves of a card that the program brings: what it proposes to agree on, and what a
  /// side does by itself as long as it has not written a card of its own.
  private record BuiltIn(SharedCard shared, RunCard own) {
    boolean isOf(String codeWord) {
      return shared.word().latin().equals(codeWord);
    }
  }

  /// What holds between the sides as long as nothing else is agreed, gravest first.
  public static List<SharedCard> initial() {
    return BUILT_IN.stream().map(BuiltIn::shared).toList();
  }

  /// The built-in cards, gravest first.
  public static List<RunCard> builtIn() {
    return BUILT_IN.stream().map(card -> joined(card.shared(), card.own())).toList();
  }

  /// The cards in force at `own`: of every word in `agreed`, the built-in ones first, and of the
  /// words that only this side has.
  public static List<RunCard> inForce(ResponseState state, PartyId own, List<SharedCard> agreed) {
    Stream<String> known = BUILT_IN.stream().map(card -> card.shared().word().latin());
    Stream<String> shared = agreed.stream().map(card -> card.word().latin());
    Stream<String> written = state.side(own).shelf().cards().keys();
    return Stream.of(known, shared, written)
        .flatMap(words -> words)
        .distinct()
        .flatMap(word -> find(state, own, agreed, word).stream())
        .toList();
  }

  /// The card in force at `own` for a code-word, by its Latin form.
  public static Optional<RunCard> find(
      ResponseState state, PartyId own, List<SharedCard> agreed, String codeWord) {
    Optional<RunCard> written = state.side(own).shelf().cards().find(codeWord);
    return agreed(agreed, codeWord)
        .map(shared -> joined(shared, written.orElseGet(() -> unwritten(shared))))
        .or(() -> written);
  }

  /// What both sides know of a code-word; empty for one that only one side has.
  public static Optional<SharedCard> agreed(List<SharedCard> agreed, String codeWord) {
    return agreed.stream().filter(card -> card.word().latin().equals(codeWord)).findFirst();
  }

  /// What a side does at an agreed word for which it has written nothing.
  private static RunCard unwritten(SharedCard shared) {
    return BUILT_IN.stream()
        .filter(card -> card.isOf(shared.word().latin()))
        .findFirst()
        .map(BuiltIn::own)
        .orElseGet(
            () -> own(shared, Label.en(shared.word().latin()), DUTY, support(List.of(), Set.of())));
  }

  /// The agreed steps come first and cannot be left out; a line of one's own that repeats one of
  /// them is not shown twice.
  private static RunCard joined(SharedCard shared, RunCard own) {
    Stream<Label> steps = shared.steps().stream().map(Step::label);
    return new RunCard(
        shared.word(),
        own.version(),
        own.title(),
        shared.priority(),
        new RunCard.Notice(
            own.notice().roles(),
            own.notice().peer() || shared.tellsPeer(),
            own.notice().reminder()),
        own.support(),
        Stream.concat(steps, own.checklist().stream()).distinct().toList());
  }

  private static BuiltIn card(
      CodeWord word,
      Label title,
      Priority priority,
      Set<Role> roles,
      RunCard.Support support,
      Step... steps) {
    var shared = new SharedCard(word, priority, List.of(steps));
    return new BuiltIn(shared, own(shared, title, roles, support));
  }

  private static RunCard own(
      SharedCard shared, Label title, Set<Role> roles, RunCard.Support support) {
    return new RunCard(
        shared.word(),
        1,
        title,
        shared.priority(),
        new RunCard.Notice(roles, shared.tellsPeer(), REMINDER),
        support,
        List.of());
  }

  private static RunCard.Support support(List<UnitType> types, Set<Capability> capabilities) {
    return new RunCard.Support(types, capabilities, Optional.empty(), Optional.empty());
  }
}
