package org.sarhad.core;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.sarhad.core.rooms.Room;
import org.sarhad.core.rooms.RoomMap;

/// The map of the two pure modules: who may know whom, and what nobody in them may know.
///
/// Between modules `module-info.java` makes javac hold the wall; this is about the rooms inside.
/// Think about the map before changing it: each new door is a way for one idea to leak into
/// another.
class RoomsTest {
  private static final RoomMap MAP = RoomMap.of("org.sarhad.tlog", "org.sarhad.core");

  // ---- tlog: the record as arithmetic
  // -------------------------------------------------------------

  private static final Room TLOG = MAP.room("org.sarhad.tlog");
  private static final Room TREE = MAP.room("org.sarhad.tlog.tree");
  private static final Room CRYPTO = MAP.room("org.sarhad.tlog.crypto");
  private static final Room NOTE = MAP.room("org.sarhad.tlog.note");
  private static final Room CHECKPOINT = MAP.room("org.sarhad.tlog.checkpoint");
  private static final Room WITNESS = MAP.room("org.sarhad.tlog.witness");
  private static final Room MIRROR = MAP.room("org.sarhad.tlog.mirror");
  private static final Room POLICY = MAP.room("org.sarhad.tlog.policy");
  private static final Room PROOF = MAP.room("org.sarhad.tlog.proof");

  static {
    TLOG.standsAlone();
    TREE.mayUse(TLOG);
    CRYPTO.mayUse(TLOG, TREE);
    NOTE.mayUse(TLOG, TREE, CRYPTO);
    CHECKPOINT.mayUse(TLOG, TREE, CRYPTO, NOTE);
    WITNESS.mayUse(TLOG, TREE, CRYPTO, NOTE, CHECKPOINT);
    MIRROR.mayUse(TLOG, TREE, CHECKPOINT);
    POLICY.mayUse(TLOG, CRYPTO, NOTE, CHECKPOINT);
    PROOF.mayUse(TLOG, TREE, CRYPTO, NOTE, CHECKPOINT, POLICY);
  }

  // ---- core: what the sides can say
  // ---------------------------------------------------------------

  private static final Room DATA = MAP.room("org.sarhad.core.data");
  private static final Room PARTY = MAP.room("org.sarhad.core.party");
  private static final Room TIME = MAP.room("org.sarhad.core.time");
  private static final Room JSON = MAP.room("org.sarhad.core.json");
  private static final Room GEO = MAP.room("org.sarhad.core.geo");
  private static final Room TRAVEL = MAP.room("org.sarhad.core.travel");
  private static final Room ENTRY = MAP.room("org.sarhad.core.entry");
  private static final Room ORDER = MAP.room("org.sarhad.core.order");
  private static final Room FACT = MAP.room("org.sarhad.core.fact");
  private static final Room RECORD = MAP.room("org.sarhad.core.record");
  private static final Room ACT = MAP.room("org.sarhad.core.act");
  private static final Room MODALITIES = MAP.room("org.sarhad.core.modalities");

  // What the registers of the joint order have in common.
  private static final Room REGISTER = MAP.room("org.sarhad.core.register");

  // The applications. They meet in facts, never in each other's code.
  private static final Room RESPONSE = MAP.room("org.sarhad.core.response");
  private static final Room INQUIRY = MAP.room("org.sarhad.core.inquiry");
  private static final Room MEETINGS = MAP.room("org.sarhad.core.meetings");
  private static final Room COMMITMENTS = MAP.room("org.sarhad.core.commitments");
  private static final Room COMPLAINTS = MAP.room("org.sarhad.core.complaints");
  private static final Room ACTIVITY = MAP.room("org.sarhad.core.activity");
  private static final Room HANDOVER = MAP.room("org.sarhad.core.handover");
  private static final Room INFORMATION = MAP.room("org.sarhad.core.information");
  private static final Room NAMES = MAP.room("org.sarhad.core.names");
  private static final Room SCREENING = MAP.room("org.sarhad.core.screening");

  // The book, and what rests on it.
  private static final Room BARTER = MAP.room("org.sarhad.core.barter");
  private static final Room DELIVERY = MAP.room("org.sarhad.core.delivery");
  private static final Room ENERGY = MAP.room("org.sarhad.core.energy");
  private static final Room MARKET = MAP.room("org.sarhad.core.market");

  private static final Room CROSSING = MAP.room("org.sarhad.core.crossing");
  private static final Room POSTURE = MAP.room("org.sarhad.core.posture");
  private static final Room SIMULATION = MAP.room("org.sarhad.core.simulation");
  private static final Room TRACKS = MAP.room("org.sarhad.core.tracks");

  private static final List<Room> APPLICATIONS = List.of(RESPONSE);
  private static final List<Room> REGISTERS =
      List.of(MEETINGS, COMMITMENTS, COMPLAINTS, INFORMATION);

  // A projection: it reads the registers, and nobody reads it.
  private static final Room HEALTH = MAP.room("org.sarhad.core.health");

  // Another: the response as it was known at one moment.
  private static final Room REPLAY = MAP.room("org.sarhad.core.replay");

  // Where they are folded together.
  private static final Room JOINT = MAP.room("org.sarhad.core.joint");

  static {
    DATA.standsAlone();
    PARTY.standsAlone();
    TIME.standsAlone();
    NAMES.mayUse(DATA);
    JSON.mayUse(TIME, TLOG, TREE);
    GEO.mayUse(JSON);
    TRAVEL.mayUse(PARTY, GEO, TLOG, TREE);
    ENTRY.mayUse(DATA, PARTY, TIME, JSON, TLOG, TREE, NOTE);
    ORDER.mayUse(DATA, PARTY, ENTRY, TLOG, TREE);
    FACT.mayUse(DATA, PARTY, ENTRY);
    RECORD.mayUse(DATA, PARTY, TIME, JSON, ENTRY, ORDER, FACT, TLOG, TREE, CRYPTO, NOTE);
    ACT.mayUse(DATA, PARTY, TIME, JSON, ENTRY, FACT, RECORD, TLOG, TREE, CRYPTO, NOTE, CHECKPOINT);
    MODALITIES.mayUse(DATA, PARTY, TIME, JSON, GEO, TRAVEL, ENTRY, FACT, ACT, TLOG, TREE);
    for (Room application : APPLICATIONS) {
      application.mayUse(DATA, PARTY, TIME, JSON, GEO, TRAVEL, ENTRY, FACT, TLOG, TREE);
    }
    INQUIRY.mayUse(DATA, PARTY, TIME, JSON, GEO, ENTRY, FACT, ACT, TLOG, TREE);
    REGISTER.mayUse(DATA, PARTY, JSON, ENTRY, FACT, ACT, TLOG, TREE);
    for (Room register : REGISTERS) {
      register.mayUse(DATA, PARTY, TIME, JSON, ENTRY, FACT, ACT, REGISTER, TLOG, TREE);
    }
    CROSSING.mayUse(DATA, PARTY, TIME, JSON, GEO, ENTRY, FACT, ACT, MODALITIES, REGISTER, TREE);
    ACTIVITY.mayUse(DATA, PARTY, TIME, JSON, GEO, ENTRY, ACT, FACT, MODALITIES, REGISTER, TREE);
    HANDOVER.mayUse(DATA, PARTY, JSON, GEO, ENTRY, ACT, FACT, REGISTER, TREE);
    POSTURE.mayUse(DATA, PARTY, JSON, GEO, ENTRY, ACT, FACT, REGISTER, TLOG, TREE);
    SIMULATION.mayUse(POSTURE);
    TRACKS.mayUse(DATA, PARTY, JSON, GEO, ENTRY, ACT, FACT, REGISTER, TLOG, TREE);
    BARTER.mayUse(DATA, PARTY, JSON, ENTRY, ACT, FACT, REGISTER, TLOG, TREE);
    SCREENING.mayUse(DATA, PARTY, TIME, JSON, ENTRY, FACT, ACT, REGISTER, NAMES, TLOG, TREE);
    DELIVERY.mayUse(DATA, PARTY, JSON, ENTRY, ACT, FACT, REGISTER, BARTER, TREE);
    ENERGY.mayUse(DATA, PARTY, JSON, ENTRY, ACT, FACT, REGISTER, BARTER, DELIVERY, TREE);
    MARKET.mayUse(DATA, PARTY, JSON, ENTRY, ACT, FACT, TIME, REGISTER, BARTER, TLOG, TREE);
    HEALTH.mayUse(DATA, PARTY, ENTRY, REGISTER, MEETINGS, COMMITMENTS, COMPLAINTS);
    REPLAY.mayUse(DATA, PARTY, TIME, JSON, ENTRY, FACT, RESPONSE, TLOG, TREE);
    JOINT.mayUse(
        DATA, PARTY, JSON, GEO, ENTRY, FACT, RECORD, ACT, MODALITIES, RESPONSE, TLOG, TREE);
    JOINT.mayUse(INQUIRY, REGISTER, MEETINGS, COMMITMENTS, COMPLAINTS);
    JOINT.mayUse(CROSSING, HANDOVER, ACTIVITY, INFORMATION, POSTURE);
    JOINT.mayUse(BARTER, MARKET, DELIVERY, ENERGY, SCREENING);
    JOINT.mayUse(TRAVEL);
    JOINT.mayUse(TRACKS);
    JOINT.mayUse(SIMULATION);
  }

  @Test
  void everyClassStandsInARoomAndUsesOnlyWhatTheMapAllows() {
    assertThat(MAP.classes().size()).isGreaterThan(150);
    assertThat(MAP.faults()).isEmpty();
  }

  // ---- what a pure room does not know
  // -------------------------------------------------------------

  @Test
  void nobodyReadsAClock() {
    check(
        noClasses()
            .should()
            .callMethodWhere(
                target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
            .orShould()
            .callMethodWhere(calls(System.class, "currentTimeMillis", "nanoTime"))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("time comes in with the entry that carries it"));
  }

  @Test
  void nobodyTossesACoin() {
    check(
        noClasses()
            .that()
            // It takes the bytes of a seed out of an interface made for randomness: the opposite.
            .doNotHaveFullyQualifiedName("org.sarhad.tlog.crypto.Signatures$FixedBytes")
            .should()
            .dependOnClassesThat(
                type(Random.class)
                    .or(DescribedPredicate.describe("is random", RoomsTest::isRandom)))
            .orShould()
            .callMethodWhere(calls(Math.class, "random"))
            .orShould()
            .callMethodWhere(calls(UUID.class, "randomUUID"))
            .because("salts and keys are given, so the same input gives the same bytes"));
  }

  private static boolean isRandom(JavaClass type) {
    return type.isAssignableTo(RandomGenerator.class)
        && !type.getName().equals("org.sarhad.tlog.crypto.Signatures$FixedBytes");
  }

  @Test
  void nobodyTouchesTheWorld() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.net..",
                "java.nio.file..",
                "java.nio.channels..",
                "java.util.logging..",
                "org.slf4j..")
            .orShould()
            .dependOnClassesThat(type(Thread.class).or(type(Runtime.class)).or(type(Process.class)))
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethodWhere(calls(System.class, "getenv", "getProperty", "exit"))
            .because("a court can audit with these two jars and nothing else"));
  }

  @Test
  void nobodyLooksIntoClasses() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.reflect..", "java.io.ObjectStreamClass..")
            .orShould()
            .callMethodWhere(calls(Class.class, "forName", "newInstance", "getDeclaredFields"))
            .because("what is signed is written by code that can be read"));
  }

  @Test
  void coreIteratesInAnOrderThatIsTheSameOnBothNodes() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.sarhad.core..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(HashMap|HashSet|IdentityHashMap|WeakHashMap)")
            .orShould()
            .callMethodWhere(
                calls(Set.class, "of", "copyOf")
                    .or(calls(Map.class, "of", "ofEntries", "copyOf"))
                    .and(
                        DescribedPredicate.describe(
                            "with something in it",
                            call -> !call.getTarget().getRawParameterTypes().isEmpty())))
            .because("these iterate in an order that differs from run to run"));
  }

  // ---- how it is written
  // --------------------------------------------------------------------------

  @Test
  void nobodyCatchesWhatTheyDoNotName() {
    check(
        classes()
            .should(
                new ArchCondition<>("not catch Exception, RuntimeException or Throwable") {
                  @Override
                  public void check(JavaClass type, ConditionEvents events) {
                    type.getCodeUnits().forEach(unit -> reportBroadCatches(unit, events));
                  }
                }));
  }

  private static void reportBroadCatches(JavaCodeUnit unit, ConditionEvents events) {
    unit.getTryCatchBlocks().stream()
        .filter(
            block ->
                block.getCaughtThrowables().stream()
                    .anyMatch(
                        caught ->
                            caught.isEquivalentTo(Exception.class)
                                || caught.isEquivalentTo(RuntimeException.class)
                                || caught.isEquivalentTo(Throwable.class)))
        .forEach(block -> events.add(SimpleConditionEvent.violated(block, unit.getFullName())));
  }

  @Test
  void whatIsSharedIsNeverChanged() {
    check(fields().that().areStatic().should().beFinal());
  }

  @Test
  void recordsHoldNoArrays() {
    check(
        fields()
            .that()
            .areDeclaredInClassesThat()
            .areRecords()
            .and()
            .areNotStatic()
            .should()
            .haveRawType(DescribedPredicate.describe("no array", field -> !field.isArray()))
            .because("an array is not a value: use Bytes, Hash or List"));
  }

  @Test
  void namesSayWhatAThingIs() {
    check(
        noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Manager|Helper|Impl|Service|Processor|Handler)")
            .because("these words fit everything, so they say nothing"));
  }

  private static DescribedPredicate<JavaCall<?>> calls(Class<?> owner, String... names) {
    List<String> wanted = List.of(names);
    return DescribedPredicate.describe(
        owner.getSimpleName() + "." + wanted,
        call -> {
          AccessTarget.CodeUnitCallTarget target = call.getTarget();
          return target.getOwner().isEquivalentTo(owner) && wanted.contains(target.getName());
        });
  }

  private static void check(ArchRule rule) {
    rule.check(MAP.classes());
  }
}
