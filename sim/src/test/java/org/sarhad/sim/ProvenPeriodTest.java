package org.sarhad.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.ContractTerms.Weighed;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.register.DueDate;
import org.sarhad.node.cli.SarhadCommand;
import org.sarhad.node.config.SignatureConfig;
import org.sarhad.node.keys.SignatureProvider;
import org.sarhad.node.link.TarArchive;
import org.sarhad.node.link.TarWriter;
import org.sarhad.node.machine.AccountBundle;
import org.sarhad.sim.testing.Chief;
import org.sarhad.sim.testing.Committee;
import org.sarhad.sim.testing.Compliance;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// A period of the account, proven by somebody who has the bundle, the keys, and nothing else
/// (14-9); and what they are told when something in it is not what was signed.
@Tag("sim")
class ProvenPeriodTest {
  private static final DueDate LATE = DueDate.parse("2019-12-31+05:00");
  private static final int DELIVERIES = 5;

  @TempDir static Path shared;
  private static SimWorld world;
  private static Path good;
  private static Path next;

  @TempDir Path directory;

  @BeforeAll
  static void trade() throws Exception {
    var signatures = SignatureProvider.find(SignatureConfig.Provider.AUTO);
    world = new SimWorld(9, signatures::signingKey, signatures, SimWorld.settings());
    world.begin();
    new Chief(world, world.left()).agreesOnRules();
    Compliance.good(world, "seller-1", "buyer-7");
    var committee = new Committee(world);
    committee.open(world.left(), "2019-02-01+05:00", Money.ofUnits(30_000));
    var rice =
        new Committee.Sale(
            "100630",
            "Rice",
            AccountCode.GOODS,
            "400",
            UnitCode.TNE,
            new TreeMap<>(),
            Weighed.OUTTURN,
            "seller-1",
            "buyer-7");
    var terms = committee.contract(world.right(), rice, new Quantity(500_000, UnitCode.KGM), LATE);
    var contract = committee.agree(world.right(), terms);
    // The last two are taken over by one act.
    var came = new TreeMap<EntryId, EntryId>();
    for (int i = 0; i < DELIVERIES; i++) {
      var room =
          committee.agree(world.right(), committee.room(world.right(), contract, 9_000, LATE));
      // The third one is two per cent short: what is beyond the tolerance is disputed.
      long received = i == 2 ? 8_820 : 8_999;
      if (i < 3) {
        committee.deliver(world.right(), room, 9_000, received, LocalDate.of(2019, 2, 3 + i));
      } else {
        var despatch = committee.despatch(world.right(), room, 9_000);
        came.put(despatch, committee.receive(world.left(), despatch, received));
      }
    }
    committee.acceptAll(world.left(), came, LocalDate.of(2019, 2, 7));
    committee.agree(world.left(), committee.statement(world.left()));
    // A released sentence that is no business of the account, and the statement of March.
    new Chief(world, world.right()).raises("shots near the post", Audience.RELEASE);
    good = bundle("good.tar", 1);
    committee.proposes(world.left(), committee.statement(world.left()));
    world.run(Duration.ofMinutes(1));
    next = bundle("next.tar", 1);
  }

  private static Path bundle(String name, int period) throws Exception {
    world.run(Duration.ofMinutes(1));
    var file = shared.resolve(name);
    try (var out = Files.newOutputStream(file)) {
      AccountBundle.of(world.right().seen(), period).orElseThrow().writeTo(out);
    }
    return file;
  }

  /// @param code `sarhad verify` ended with
  private record Said(int code, String out) {}

  private static Said verify(Path bundle, String... more) {
    var out = new StringWriter();
    var err = new StringWriter();
    var words =
        Stream.of(Stream.of("verify", bundle.toString()), keys(), Arrays.stream(more))
            .flatMap(each -> each)
            .toArray(String[]::new);
    int code = SarhadCommand.run(new PrintWriter(out), new PrintWriter(err), words);
    assertThat(err.toString()).doesNotContain("bug");
    return new Said(code, out.toString() + err);
  }

  /// The keys that both sides gave away: of their logs and of their mirrors.
  private static Stream<String> keys() {
    return world.nodes().stream()
        .map(SimNode::identity)
        .flatMap(side -> side.node().card().keys().all())
        .flatMap(key -> Stream.of("--key", key.text()));
  }

  /// The bundle with `change` made to each of its files; one of which nothing is left is left out.
  private Path with(Path bundle, String name, UnaryOperator<Bytes> change) throws Exception {
    var file = directory.resolve("other.tar");
    int changed = 0;
    try (var archive = TarArchive.open(bundle);
        var out = Files.newOutputStream(file)) {
      var writer = new TarWriter(out);
      for (var each : archive.names()) {
        var content = archive.find(each).orElseThrow();
        var other = each.startsWith(name) ? change.apply(content) : content;
        changed += other.equals(content) ? 0 : 1;
        if (!other.isEmpty()) {
          writer.put(each, other);
        }
      }
      writer.finish();
    }
    assertThat(changed).as(name).isPositive();
    return file;
  }

  private static UnaryOperator<Bytes> text(UnaryOperator<String> change) {
    return bytes -> Bytes.ofUtf8(change.apply(bytes.findUtf8().orElseThrow()));
  }

  private static Bytes file(Path bundle, String name) throws Exception {
    try (var archive = TarArchive.open(bundle)) {
      return archive.find(name).orElseThrow();
    }
  }

  // ---- good -----------------------------------------------------------------------------------

  @Test
  void everyFigureIsProven() {
    var said = verify(good);

    assertThat(said.code()).as(said.out()).isZero();
    // 400 a tonne for 4 x 8 999 kg and for 8 820 kg are 17 926.4000, which A owes B. Of that all
    // but 2 000 bear interest.
    assertThat(said.out())
        .contains(
            "barter account of ir (A) and pk (B), in UA, period 1",
            "signed by   ir: ir.sarhad.example/officer/0001",
            "signed by   pk: pk.sarhad.example/officer/0001",
            "compared    5 vouchers of the period, line by line",
            "each sums to nothing",
            "wrong       nothing",
            "Sound.")
        .containsPattern("closing +(-18113\\.7170) +\\1 +\\1\n")
        .containsPattern("journal +(\\S{44}) +\\1 +\\1\n")
        .doesNotContain("DIFFERS");
  }

  @Test
  void anUnpackedBundleIsProvenAlike() throws Exception {
    var unpacked = Files.createDirectory(directory.resolve("unpacked"));
    var tar =
        new ProcessBuilder("tar", "-xf", good.toString(), "-C", unpacked.toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();

    assertThat(verify(unpacked).code()).isZero();
  }

  @Test
  void theHashOfAStatementIsComputedWithoutThisProgram() throws Exception {
    var hash = Merkle.sha256(Bytes.ofUtf8("sarhad period v1\n"));
    for (var text : vouchers(file(good, AccountBundle.VOUCHERS))) {
      hash =
          Merkle.sha256(Bytes.concat(hash.toBytes(), Merkle.sha256(Bytes.ofUtf8(text)).toBytes()));
    }
    assertThat(file(good, AccountBundle.STATEMENT).findUtf8().orElseThrow())
        .contains(
            "\"journal\":\"%s\"".formatted(Optional.of(hash).map(Hash::toString).orElseThrow()));
  }

  private static List<String> vouchers(Bytes file) {
    var texts = new ArrayList<String>();
    var text = new StringBuilder();
    for (var line : file.findUtf8().orElseThrow().lines().toList()) {
      if (line.isEmpty()) {
        texts.add(text.toString());
        text.setLength(0);
      } else {
        text.append(line).append('\n');
      }
    }
    return texts;
  }

  /// Who is given it reads of trade, and not of what goes on at the line.
  @Test
  void whatIsNoBusinessOfTheAccountIsNotInIt() throws Exception {
    assertThat(new String(Files.readAllBytes(good), java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("response.", "Rice")
        .doesNotContain("shots near the post");
  }

  @Test
  void aPeriodThatIsNotClosedIsNotExported() {
    assertThat(AccountBundle.of(world.left().seen(), 2)).isEmpty();
    assertThat(AccountBundle.of(world.left().seen(), 77)).isEmpty();
  }

  // ---- not what was signed --------------------------------------------------------------------

  @Test
  void theFirstVoucherThatDiffersIsNamed() throws Exception {
    var said =
        verify(
            with(
                good,
                AccountBundle.VOUCHERS,
                text(
                    all ->
                        all.replaceFirst("(ir/acceptance/2 (?s:.)*?posted ua 1000 -)\\d", "$19"))));

    assertThat(said.code()).as(said.out()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(said.out())
        .contains("compared    1 vouchers")
        .containsPattern("voucher 2, ir/acceptance/2 of \\S+, differs: the bundle has \"posted ")
        .contains("NOT SOUND");
  }

  @Test
  void aVoucherThatIsMissingAndOneThatIsTooMuchAreNamed() throws Exception {
    var texts = vouchers(file(good, AccountBundle.VOUCHERS));
    var last = texts.getLast() + "\n";

    assertThat(
            verify(
                    with(
                        good,
                        AccountBundle.VOUCHERS,
                        text(all -> all.substring(0, all.length() - last.length()))))
                .out())
        .containsPattern("voucher 5, ir/acceptance/5 of \\S+, is missing in the bundle");
    assertThat(verify(with(good, AccountBundle.VOUCHERS, text(all -> all + last))).out())
        .contains("voucher 6 in the bundle was never booked: ir/acceptance/5");
  }

  @Test
  void anotherFigureIsSetBesideThatOfBoth() throws Exception {
    var said =
        verify(
            with(
                good,
                AccountBundle.STATEMENT,
                text(all -> all.replaceFirst("\"opening\":0", "\"opening\":10000"))));

    assertThat(said.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(said.out())
        .contains(
            "opening: the bundle says 1.0000, both have signed 0.0000, and it comes to 0.0000")
        .containsPattern("opening +1.0000 +0.0000 +0.0000 +DIFFERS");
  }

  /// A statement that one has drafted, and the other has not signed, proves nothing.
  @Test
  void aStatementOfOneSideIsNone() throws Exception {
    var said =
        verify(
            with(
                next,
                AccountBundle.STATEMENT,
                text(all -> all.replaceFirst("\"period\":1", "\"period\":2"))));

    assertThat(said.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(said.out())
        .containsPattern(
            "the statement \\S+ is not signed by both: it is proposed, and waits for pk");
    assertThat(
            verify(
                    with(
                        good,
                        AccountBundle.STATEMENT,
                        text(all -> all.replaceFirst("\"period\":1", "\"period\":7"))))
                .out())
        .contains("no statement of period 7 is in what is final here");
  }

  @Test
  void anEntryThatIsMissingIsDamageAndStopsTheFold() throws Exception {
    var said = verify(with(good, "log/0/tile/entries", _ -> Bytes.EMPTY));

    assertThat(said.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(said.out()).contains("bundle tile/entries", "NOT SOUND");
  }

  /// The payload of a despatch is another one: the tree says so, and the book comes out otherwise.
  @Test
  void whatWasSaidOfGoodsCannotBeChanged() throws Exception {
    var said =
        verify(
            with(
                good,
                "log/1/payloads",
                bytes -> {
                  var all = bytes.toArray();
                  var text = new String(all, java.nio.charset.StandardCharsets.ISO_8859_1);
                  int at = text.indexOf("\"amount\":9000,\"unit\":\"KGM\"}");
                  all[at + 9] = '8';
                  return Bytes.of(all);
                }));

    assertThat(said.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(said.out()).contains("a payload that it names is missing");
  }

  @Test
  void withoutBothLogsNothingIsProven() throws Exception {
    var said = verify(with(good, "log/1/", _ -> Bytes.EMPTY));

    assertThat(said.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(said.out()).contains("has 1 logs; the account is between two");
  }

  @Test
  void whatIsNoStatementIsSaidToBeNone() throws Exception {
    var said = verify(with(good, AccountBundle.STATEMENT, _ -> Bytes.ofUtf8("[]")));

    assertThat(said.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(said.out()).contains(AccountBundle.STATEMENT + ": ").doesNotContain("Exception");
  }
}
