package org.sarhad.core.response;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// The run cards a side starts with, and which card is in force.
///
/// The code-words are words that Persian and Urdu share and that an English speaker can say: storm,
/// shadow, lightning, balm, torch, desert, breeze.
public final class RunCards {
  private static final Duration REMINDER = Duration.ofMinutes(10);
  private static final Set<Role> COMMAND =
      Ordered.set(Role.WATCH_OFFICER, Role.DISPATCHER, Role.SECTOR_COMMANDER, Role.CHIEF);
  private static final Set<Role> DUTY =
      Ordered.set(Role.WATCH_OFFICER, Role.DISPATCHER, Role.SECTOR_COMMANDER);

  private static final Label TELL_PEER =
      new Label(
          "Decide now whether to release to the other side",
          "همین حالا تصمیم بگیرید که به طرف مقابل اعلام شود یا نه",
          "ابھی طے کریں کہ دوسری طرف کو اطلاع دینی ہے یا نہیں");
  private static final Label COUNT_OWN =
      new Label(
          "Account for all own people",
          "حضور همهٔ نیروهای خودی را بررسی کنید",
          "اپنے تمام اہلکاروں کی گنتی کریں");
  private static final Label STAY_OWN_SIDE =
      new Label(
          "Units stay on own soil: nobody crosses without a live assent",
          "یگان‌ها در خاک خود می‌مانند: بدون موافقت معتبر کسی عبور نمی‌کند",
          "یونٹیں اپنی سرزمین پر رہیں: اجازت کے بغیر کوئی سرحد پار نہ کرے");
  private static final Label SECURE_SCENE =
      new Label(
          "Keep the scene as it is for 24 hours",
          "صحنه را تا ۲۴ ساعت دست‌نخورده نگه دارید",
          "جائے وقوعہ کو ۲۴ گھنٹے جوں کا توں رکھیں");
  private static final Label HOSPITAL =
      new Label(
          "Warn the hospital and give the number of patients",
          "به بیمارستان خبر دهید و شمار بیماران را بگویید",
          "ہسپتال کو خبر دیں اور مریضوں کی تعداد بتائیں");
  private static final Label CLOSE_ROADS =
      new Label(
          "Ask the other side to close the exit roads on its soil",
          "از طرف مقابل بخواهید راه‌های خروج را در خاک خود ببندد",
          "دوسری طرف سے کہیں کہ اپنی سرزمین پر نکلنے کے راستے بند کرے");
  private static final Label LAST_SEEN =
      new Label(
          "Last position, last words, route, vehicles",
          "آخرین موقعیت، آخرین پیام، مسیر، خودروها",
          "آخری مقام، آخری پیغام، راستہ، گاڑیاں");
  private static final Label LOG_IMPACTS =
      new Label(
          "Log time, place and direction of each impact",
          "زمان، مکان و جهت هر اصابت را ثبت کنید",
          "ہر گولے کا وقت، جگہ اور سمت درج کریں");
  private static final Label WIND =
      new Label(
          "Wind, spread, what lies in the way",
          "باد، گسترش، آنچه در مسیر است",
          "ہوا، پھیلاؤ، راستے میں کیا ہے");

  private static final List<RunCard> BUILT_IN =
      List.of(
          card(
              new CodeWord("TUFAN", "طوفان", "طوفان"),
              new Label("Armed attack on a post", "حملهٔ مسلحانه به پاسگاه", "چوکی پر مسلح حملہ"),
              Priority.P1,
              notice(COMMAND),
              support(
                  List.of(UnitType.QUICK_REACTION, UnitType.PATROL, UnitType.AMBULANCE),
                  Ordered.set(Capability.FIRST_AID, Capability.ROAD_CONTROL)),
              List.of(COUNT_OWN, TELL_PEER, CLOSE_ROADS, STAY_OWN_SIDE, SECURE_SCENE)),
          card(
              new CodeWord("SAYA", "سایه", "سایہ"),
              new Label("Abduction", "آدم‌ربایی", "اغوا"),
              Priority.P1,
              notice(COMMAND),
              support(
                  List.of(UnitType.QUICK_REACTION, UnitType.AIR, UnitType.PATROL),
                  Ordered.set(Capability.SEARCH, Capability.ROAD_CONTROL)),
              List.of(LAST_SEEN, TELL_PEER, CLOSE_ROADS, STAY_OWN_SIDE, SECURE_SCENE)),
          card(
              new CodeWord("BARQ", "برق", "برق"),
              new Label("Fire across the border", "تیراندازی از آن سوی مرز", "سرحد پار سے فائرنگ"),
              Priority.P1,
              notice(COMMAND),
              support(
                  List.of(UnitType.PATROL, UnitType.AMBULANCE),
                  Ordered.set(Capability.FIRST_AID, Capability.NIGHT_OBSERVATION)),
              List.of(COUNT_OWN, TELL_PEER, LOG_IMPACTS, STAY_OWN_SIDE, SECURE_SCENE)),
          card(
              new CodeWord("MARHAM", "مرهم", "مرہم"),
              new Label(
                  "Many casualties, medical help",
                  "مصدومان زیاد، کمک پزشکی",
                  "کئی زخمی، طبی امداد"),
              Priority.P1,
              notice(DUTY),
              support(
                  List.of(UnitType.AMBULANCE, UnitType.AIR, UnitType.RESCUE),
                  Ordered.set(Capability.PATIENT_TRANSPORT, Capability.FIRST_AID)),
              List.of(HOSPITAL, TELL_PEER, COUNT_OWN)),
          card(
              new CodeWord("MASHAL", "مشعل", "مشعل"),
              new Label("Fire", "آتش‌سوزی", "آگ"),
              Priority.P2,
              notice(DUTY),
              support(
                  List.of(UnitType.FIRE, UnitType.RESCUE, UnitType.AMBULANCE),
                  Ordered.set(Capability.FIRE_FIGHTING, Capability.EVACUATION)),
              List.of(WIND, TELL_PEER, COUNT_OWN)),
          card(
              new CodeWord("SAHRA", "صحرا", "صحرا"),
              new Label("Missing patrol", "گشت گمشده", "لاپتہ گشت"),
              Priority.P2,
              notice(DUTY),
              support(
                  List.of(UnitType.RESCUE, UnitType.AIR, UnitType.PATROL),
                  Ordered.set(Capability.SEARCH, Capability.NIGHT_OBSERVATION)),
              List.of(LAST_SEEN, COUNT_OWN, TELL_PEER, STAY_OWN_SIDE)),
          card(
              new CodeWord("NASIM", "نسیم", "نسیم"),
              new Label(
                  "Other event near the line", "رویداد دیگر نزدیک مرز", "سرحد کے قریب دیگر واقعہ"),
              Priority.P4,
              new RunCard.Notice(DUTY, false, REMINDER),
              support(List.of(UnitType.PATROL), Set.of()),
              List.of(TELL_PEER)));

  private RunCards() {}

  /// The built-in cards, gravest first.
  public static List<RunCard> builtIn() {
    return BUILT_IN;
  }

  /// The cards in force at `own`: what it wrote itself, then the built-in cards it did not replace.
  public static List<RunCard> inForce(ResponseState state, PartyId own) {
    var written = state.side(own).shelf().cards();
    var cards = new ArrayList<RunCard>();
    for (RunCard card : BUILT_IN) {
      cards.add(written.getOrElse(card.word().latin(), card));
    }
    written.values().filter(card -> builtIn(card.word().latin()).isEmpty()).forEach(cards::add);
    return List.copyOf(cards);
  }

  /// The card in force at `own` for a code-word, by its Latin form.
  public static Optional<RunCard> find(ResponseState state, PartyId own, String codeWord) {
    return state.side(own).shelf().cards().find(codeWord).or(() -> builtIn(codeWord));
  }

  private static Optional<RunCard> builtIn(String codeWord) {
    return BUILT_IN.stream().filter(card -> card.word().latin().equals(codeWord)).findFirst();
  }

  private static RunCard card(
      CodeWord word,
      Label title,
      Priority priority,
      RunCard.Notice notice,
      RunCard.Support support,
      List<Label> checklist) {
    return new RunCard(word, 1, title, priority, notice, support, checklist);
  }

  private static RunCard.Notice notice(Set<Role> roles) {
    return new RunCard.Notice(roles, true, REMINDER);
  }

  private static RunCard.Support support(List<UnitType> types, Set<Capability> capabilities) {
    return new RunCard.Support(types, capabilities, Optional.empty(), Optional.empty());
  }
}
