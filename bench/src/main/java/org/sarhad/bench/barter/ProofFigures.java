package org.sarhad.bench.barter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActFactKind;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.barter.AcceptanceTerms;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.AccountTerms;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.Basis;
import org.sarhad.core.barter.ClosedPeriod;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.Goods;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.ReservationTerms;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.joint.JointState;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.core.screening.Grounds;
import org.sarhad.core.screening.ListSource;
import org.sarhad.core.screening.ListState;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.Status;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.node.cli.SarhadCommand;
import org.sarhad.node.config.SignatureConfig;
import org.sarhad.node.keys.SignatureProvider;
import org.sarhad.node.link.TarWriter;
import org.sarhad.node.machine.AccountBundle;
import org.sarhad.node.machine.OutsideFold;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// G9: `sarhad verify` of the bundle of a period of ten thousand documents, every signature
/// checked, both logs folded from their first entry on, every figure and voucher compared.
final class ProofFigures {
  private static final int DOCUMENTS = 10_000;
  private static final int OF_A_DELIVERY = 3;
  private static final double SECONDS = 5;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final Capacity CHIEF = Capacity.of(Role.CHIEF);
  private static final LocalDate DAY = LocalDate.of(2019, 4, 2);
  private static final DueDate FROM = DueDate.parse("2019-04-01+00:00");
  private static final DueDate LATE = DueDate.parse("2029-04-01+00:00");
  private static final long TONNES = 200_000;
  private static final long LOAD = 40;

  private final Signatures signatures;
  private final SignedLog ir;
  private final SignedLog pk;
  private Instant time = Instant.parse("2020-04-01T08:00:00Z");

  private ProofFigures(Signatures signatures) {
    this.signatures = signatures;
    this.ir = new SignedLog("ir", signatures);
    this.pk = new SignedLog("pk", signatures);
    ir.begin(pk);
    pk.begin(ir);
  }

  static void measure(Options options, Report report) throws Exception {
    var proof = new ProofFigures(SignatureProvider.find(SignatureConfig.Provider.AUTO));
    proof.trade(options.root(), DOCUMENTS / OF_A_DELIVERY);
    Path bundle = proof.carried(options.scratch());
    List<Double> seconds = new ArrayList<>();
    List<Double> spent = new ArrayList<>();
    for (int round = 0; round <= options.rounds(); round++) {
      long begun = System.nanoTime();
      long worked = PROCESS.getProcessCpuTime();
      proof.verify(bundle);
      seconds.add((System.nanoTime() - begun) / NANOS_PER_SECOND);
      spent.add((PROCESS.getProcessCpuTime() - worked) / NANOS_PER_SECOND);
    }
    String load =
        "%,d documents, %,d entries, %,d bytes"
            .formatted(DOCUMENTS, proof.ir.size() + proof.pk.size(), Files.size(bundle));
    report.add(
        "a period proven to an outsider",
        load,
        "s",
        new Samples(seconds.subList(1, seconds.size())),
        Target.atMost(SECONDS));
    report.add(
        "of that, processor time of all threads",
        load,
        "s",
        new Samples(spent.subList(1, spent.size())));
  }

  private void verify(Path bundle) {
    var out = new StringWriter();
    int code =
        SarhadCommand.run(
            new PrintWriter(out),
            new PrintWriter(out),
            Stream.concat(
                    Stream.of("verify", bundle.toString()),
                    Stream.of(ir, pk)
                        .flatMap(log -> log.keys().all())
                        .flatMap(key -> Stream.of("--key", key.text())))
                .toArray(String[]::new));
    if (code != SarhadCommand.OK) {
      throw new IllegalStateException(out.toString());
    }
  }

  // ---- what is proven -------------------------------------------------------------------------

  private void trade(Path root, int deliveries) throws Exception {
    var rules =
        new ObjectMapper().readTree(root.resolve("docs/scenarios/modalities-1.json").toFile());
    agree(
        ActKind.of("modalities"),
        (Json.Obj) Json.parse(Bytes.ofUtf8(rules.toString()), JsonLimits.ofBytes(1 << 20)),
        0);
    screen(ir, pk);
    screen(pk, ir);
    var limits = new TreeMap<PartyId, Money>();
    limits.put(PartyId.of("ir"), Money.ofUnits(50_000_000));
    limits.put(PartyId.of("pk"), Money.ofUnits(50_000_000));
    agree(new AccountTerms(1, FROM, "UA", limits));
    var contract =
        agree(
            new ContractTerms(
                1,
                new Goods(
                    PartyId.of("ir"),
                    "seller-1",
                    "buyer-1",
                    "310210",
                    Wording.of("en", "Urea"),
                    AccountCode.GOODS),
                new Quantity(TONNES, UnitCode.TNE),
                PriceRule.fixed(Rational.of(100), UnitCode.TNE),
                new TreeMap<>(),
                ContractTerms.Weighed.OUTTURN,
                LATE,
                Ordered.set()));
    var room =
        agree(
            new ReservationTerms(
                1,
                contract,
                new Quantity(TONNES, UnitCode.TNE),
                Money.ofUnits(TONNES * 105),
                LATE));
    for (int number = 1; number <= deliveries; number++) {
      deliver(room, number);
    }
    var accord = folded().accord();
    agree(accord.book().statement(accord.barterSettings()).orElseThrow().terms(1));
    acknowledge();
  }

  /// Two officers of `by` clear whoever trades.
  private void screen(SignedLog by, SignedLog other) {
    var list = Merkle.sha256(Bytes.ofUtf8("a list"));
    var lists = new TreeMap<ListSource, Hash>();
    lists.put(ListSource.UN, list);
    var taken = new ScreeningFact.ListTaken(new ListState(ListSource.UN, DAY, list, 3));
    by.see(other);
    by.say(taken.kind().kind(), taken.toJson(), now());
    for (var party : List.of("buyer-1", "seller-1")) {
      var proposed =
          new ScreeningFact.Proposed(
              SubjectId.of(party), Status.CLEAR, Grounds.of(lists, 800), Optional.empty());
      var entry = by.say(proposed.kind().kind(), proposed.toJson(), now());
      var confirmed = new ScreeningFact.Confirmed(entry.id());
      by.confirm(confirmed.kind().kind(), confirmed.toJson(), now());
    }
  }

  private void deliver(EntryId room, int number) {
    var load = new Quantity(LOAD, UnitCode.TNE);
    var despatch = say(ir, new BarterFact.Despatched(number, room, load, Ordered.set()));
    pk.see(ir);
    var receipt = say(pk, new BarterFact.Received(number, despatch.id(), load, Ordered.set()));
    agree(
        new AcceptanceTerms(
            number,
            DAY,
            new Basis(despatch.id(), despatch.leafHash()),
            new Basis(receipt.id(), receipt.leafHash()),
            Money.ofUnits(LOAD * 100),
            Money.ZERO));
  }

  private Entry say(SignedLog by, BarterFact fact) {
    return by.say(fact.kind().kind(), fact.toJson(), now());
  }

  private EntryId agree(BarterTerms terms) {
    return agree(terms.kind().act().orElseThrow(), terms.toJson(), 1);
  }

  /// Iran proposes, Pakistan signs: the act.
  private EntryId agree(ActKind kind, Json.Obj terms, long version) {
    ir.see(pk);
    var proposed =
        new ActFact.Proposed(
            kind, terms, version, CHIEF, Optional.empty(), Optional.empty(), Optional.empty());
    var proposal = ir.say(ActFactKind.PROPOSED.kind(), proposed.toJson(), now());
    pk.see(ir);
    var assent =
        new ActFact.Assented(new ActRef(proposal.id(), proposal.leafHash()), version, CHIEF);
    pk.say(ActFactKind.ASSENTED.kind(), assent.toJson(), now());
    return proposal.id();
  }

  /// So that everything before is final.
  private void acknowledge() {
    for (int i = 0; i < 2; i++) {
      ir.see(pk);
      ir.say(Kind.of("bench.said"), Json.obj().build(), now());
      pk.see(ir);
      pk.say(Kind.of("bench.said"), Json.obj().build(), now());
    }
  }

  private Instant now() {
    time = time.plus(Duration.ofSeconds(1));
    return time;
  }

  private JointState folded() {
    acknowledge();
    var fold = new OutsideFold(List.of(ir, pk), List.of(ir.keys(), pk.keys()), signatures);
    var last = new AtomicReference<JointState>(fold.state());
    fold.run(step -> last.set(step.after()));
    return last.get();
  }

  // ---- its bundle -----------------------------------------------------------------------------

  private Path carried(Path scratch) throws Exception {
    Accord accord = folded().accord();
    var period = ClosedPeriod.of(accord.book(), 1).orElseThrow();
    var file = scratch.resolve("account-1.tar");
    try (var out = Files.newOutputStream(file)) {
      var archive = new TarWriter(out);
      archive.put(AccountBundle.STATEMENT, period.toJson().canonical());
      archive.put(AccountBundle.VOUCHERS, Bytes.ofUtf8(period.text()));
      ir.put(archive, AccountBundle.directory(0) + "/", pk, scratch.resolve("logs"));
      pk.put(archive, AccountBundle.directory(1) + "/", ir, scratch.resolve("logs"));
      archive.finish();
    }
    return file;
  }
}
