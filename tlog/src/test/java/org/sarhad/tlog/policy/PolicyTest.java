package org.sarhad.tlog.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.testing.ParserCheck;
import org.sarhad.tlog.testing.TestKeys;
import org.sarhad.tlog.testing.TestLog;

class PolicyTest {
  private static final TestLog LOG = TestLog.of("ir.sarhad.example/joint", 9);
  private static final TestKeys IR = TestKeys.cosigner("ir.sarhad.example/mirror");
  private static final TestKeys PK = TestKeys.of("pk.sarhad.example/mirror", KeyType.ML_DSA_44);
  private static final TestKeys THIRD = TestKeys.cosigner("xx.sarhad.example/witness");

  private static String vkey(TestKeys key) {
    return key.verifierKey().text();
  }

  private static final String LOG_LINE = "log " + vkey(LOG.key()) + "\n";
  private static final String WITNESSES =
      "witness ir "
          + vkey(IR)
          + "\nwitness pk "
          + vkey(PK)
          + "\nwitness third "
          + vkey(THIRD)
          + "\n";

  private static Policy policy(String text) throws MalformedPolicyException {
    return Policy.parse(Bytes.ofUtf8(text));
  }

  private static SignedCheckpoint cosignedBy(TestKeys... keys) {
    var lines = new ArrayList<SignatureLine>();
    for (var key : keys) {
      lines.add(key.sign(LOG.checkpoint(9)));
    }
    return LOG.head(9).with(lines);
  }

  private static Bytes name(String text) {
    return Bytes.ofUtf8(text);
  }

  @Test
  void bothNeighboursMustHaveCosigned() throws Exception {
    var both = policy(LOG_LINE + WITNESSES + "group both all ir pk\nquorum both\n");
    assertThat(both.judge(cosignedBy(IR, PK), TestKeys.SIGNATURES))
        .isEqualTo(
            new PolicyVerdict.Satisfied(LOG.key().verifierKey(), List.of(name("ir"), name("pk"))));
    assertThat(both.judge(cosignedBy(IR, THIRD), TestKeys.SIGNATURES))
        .isEqualTo(new PolicyVerdict.QuorumMissed(List.of(name("ir"), name("third"))));
    assertThat(both.judge(cosignedBy(), TestKeys.SIGNATURES))
        .isEqualTo(new PolicyVerdict.QuorumMissed(List.of()));
  }

  @Test
  void aFalseCosignatureIsToldFromAMissingOne() throws Exception {
    var any = policy(LOG_LINE + WITNESSES + "group some any ir pk third\nquorum some\n");
    var old = IR.sign(LOG.checkpoint(8));
    assertThat(any.judge(cosignedBy(PK).with(List.of(old)), TestKeys.SIGNATURES))
        .isEqualTo(new PolicyVerdict.Forged(IR.verifierKey()));
  }

  @Test
  void theLogMustBeListedUnderItsOrigin() throws Exception {
    var other = TestLog.of("pk.sarhad.example/joint", 9);
    var none = policy("log " + vkey(other.key()) + "\nquorum none\n");
    assertThat(none.judge(LOG.head(9), TestKeys.SIGNATURES))
        .isEqualTo(new PolicyVerdict.NotByLog(LOG.origin()));
    assertThat(none.judge(other.head(9), TestKeys.SIGNATURES))
        .isInstanceOf(PolicyVerdict.Satisfied.class);
    // A listed log's key under a head of another name.
    var stolen = LOG.checkpoint(9);
    var head =
        SignedCheckpoint.of(
            stolen, List.of(new TestKeys(other.origin(), other.key().key()).sign(stolen)));
    assertThat(none.judge(head, TestKeys.SIGNATURES))
        .isEqualTo(new PolicyVerdict.NotByLog(LOG.origin()));
  }

  /// The example of tlog-policy: two of three X, and one of three Y.
  @Test
  void groupsOfGroups() throws Exception {
    var text = new StringBuilder();
    for (var name : List.of("X1", "X2", "X3", "Y1", "Y2", "Y3")) {
      text.append("witness ").append(name).append(' ');
      text.append(vkey(TestKeys.cosigner(name))).append('\n');
    }
    var policy =
        policy(
            text
                + """
                group X-witnesses 2 X1 X2 X3
                group Y-witnesses any Y1 Y2 Y3
                group X-and-Y all X-witnesses Y-witnesses
                quorum X-and-Y
                """);
    assertThat(isQuorum(policy, "X1", "X3", "Y2")).isTrue();
    assertThat(isQuorum(policy, "X1", "X2", "X3", "Y1", "Y2", "Y3")).isTrue();
    assertThat(isQuorum(policy, "X1", "Y1", "Y2", "Y3")).isFalse();
    assertThat(isQuorum(policy, "X1", "X2", "X3")).isFalse();
    assertThat(isQuorum(policy)).isFalse();
  }

  private static boolean isQuorum(Policy policy, String... names) {
    return policy.isQuorum(Set.copyOf(Stream.of(names).map(PolicyTest::name).toList()));
  }

  @Test
  void spaceAndCommentsMeanNothing() throws Exception {
    var plain = policy(LOG_LINE + WITNESSES + "group g 2 ir pk third\nquorum g\n");
    var spacious =
        policy(
            "# who\n\n \t\n\tlog\t "
                + vkey(LOG.key())
                + " \n"
                + WITNESSES.replace("witness ", "  witness\t\t")
                + "  # وقتی\ngroup g 2 ir pk third\t\nquorum g\n#end\n");
    assertThat(spacious).isEqualTo(plain);
    assertThat(Policy.parse(plain.bytes())).isEqualTo(plain);
  }

  @Test
  void urlsAreKept() throws Exception {
    var policy =
        policy(
            "log "
                + vkey(LOG.key())
                + " https://ir.sarhad.example/\n"
                + "witness ir "
                + vkey(IR)
                + " https://ir.sarhad.example/w\nquorum ir\n");
    assertThat(policy.logs().getFirst().url()).contains(name("https://ir.sarhad.example/"));
    assertThat(Policy.parse(policy.bytes())).isEqualTo(policy);
  }

  /// Names are bytes: they need not be text, and letters that look alike are not alike.
  @Test
  void namesAreBytes() throws Exception {
    var latin =
        ("witness \u00e9 " + vkey(IR) + "\nquorum \u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
    var policy = Policy.parse(Bytes.of(latin));
    assertThat(policy.quorum()).isEqualTo(Bytes.of((byte) 0xe9));
    assertThat(Policy.parse(policy.bytes())).isEqualTo(policy);
    assertThatThrownBy(() -> policy("witness K " + vkey(IR) + "\nquorum \u212a\n"))
        .isInstanceOf(MalformedPolicyException.class);
  }

  static Stream<String> malformed() {
    var twice = vkey(new TestKeys("other/name", IR.key()));
    return Stream.of(
        "",
        LOG_LINE,
        "quorum none",
        "quorum\n",
        "quorum none none\n",
        "quorum none\nquorum none\n",
        "quorum ir\n" + WITNESSES,
        WITNESSES + "quorum xx\n",
        "logg " + vkey(LOG.key()) + "\nquorum none\n",
        "log\nquorum none\n",
        "log x\nquorum none\n",
        "log " + vkey(LOG.key()) + " url more\nquorum none\n",
        LOG_LINE + LOG_LINE + "quorum none\n",
        WITNESSES + "witness ir2 " + twice + "\nquorum none\n",
        WITNESSES + "witness ir " + vkey(TestKeys.cosigner("new")) + "\nquorum none\n",
        "witness none " + vkey(IR) + "\nquorum none\n",
        "witness log " + vkey(LOG.key()) + "\nquorum none\n",
        "witness ir\nquorum none\n",
        WITNESSES + "group g all\nquorum none\n",
        WITNESSES + "group g 0 ir\nquorum none\n",
        WITNESSES + "group g 2 ir\nquorum none\n",
        WITNESSES + "group g 01 ir\nquorum none\n",
        WITNESSES + "group g -1 ir\nquorum none\n",
        WITNESSES + "group g most ir pk\nquorum none\n",
        WITNESSES + "group g any none\nquorum none\n",
        WITNESSES + "group g any g\nquorum none\n",
        WITNESSES + "group g any later\ngroup later any ir\nquorum none\n",
        WITNESSES + "group g any ir ir\nquorum none\n",
        WITNESSES + "group g any ir\ngroup h any ir\nquorum none\n",
        WITNESSES + "group ir any pk\nquorum none\n",
        WITNESSES + "group none any pk\nquorum none\n",
        LOG_LINE + "quorum none\r\n",
        LOG_LINE + "# \0\nquorum none\n",
        LOG_LINE + "# \u007f\nquorum none\n",
        "# x\n".repeat(300_000));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void otherTextIsNoPolicy(String text) {
    assertThatThrownBy(() -> policy(text)).isExactlyInstanceOf(MalformedPolicyException.class);
  }

  @Test
  void aComplaintNamesTheLine() {
    assertThatThrownBy(() -> policy(LOG_LINE + "# x\nwitnes x\nquorum none\n"))
        .hasMessage(
            "line 3 of a policy: found \"witnes x\", expected log, witness, group or quorum");
  }

  /// A policy has many spellings, so what must come back is the policy and not its bytes.
  @Test
  void damagedPolicies() {
    var check =
        new ParserCheck<Bytes>(
            input -> {
              var policy = Policy.parse(input);
              assertThat(Policy.parse(policy.bytes())).isEqualTo(policy);
              return input;
            },
            input -> input,
            MalformedPolicyException.class);
    var small = "witness ir " + vkey(IR) + "\nwitness x " + vkey(THIRD) + "\n";
    check.damaged(
        8_000,
        List.of(
            Bytes.ofUtf8(LOG_LINE + small + "group g 2 ir x\nquorum g\n"),
            Bytes.ofUtf8("# none\n\nquorum none\n"),
            Bytes.ofUtf8(small + "group g any ir\n\tgroup h all g x\nquorum h\n" + LOG_LINE)));
  }
}
