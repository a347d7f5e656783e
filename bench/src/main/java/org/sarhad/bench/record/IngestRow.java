package org.sarhad.bench.record;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conscrypt.Conscrypt;
import org.sarhad.bench.harness.CpuTime;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Rounds;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryLimits;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Check;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.mirror.EntryPackage;
import org.sarhad.tlog.mirror.PackageReader;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.note.VerifierKey;

/// What the peer checks before it stores and cosigns: the figure that bounds how fast a side can
/// catch up.
public final class IngestRow implements Row {
  private static final int ENTRIES = 2048;
  private static final int SIGNATURE_CHECKS = 1000;

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String question() {
    return "entries of a neighbour verified per second of one core";
  }

  @Override
  public String boundary() {
    return """
        inside:  the body of add-entries read package by package, each package proved against the head, each
                 entry parsed and found canonical, its payload hashed and parsed, its signatures verified
        outside: the network, TLS and the disk; processor time of one thread, not time on the wall""";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    var conscrypt = Signatures.of(Conscrypt.newProvider());
    var authors = new Authors(1, conscrypt);
    Upload upload = Upload.of(authors, ENTRIES);
    report.progress(
        "%d entries of %d bytes on average, payloads of %d"
            .formatted(
                ENTRIES,
                upload.body().size() / ENTRIES,
                upload.payloads().getFirst().bytes().size()));
    String load = ENTRIES + " entries";
    List<Way> ways = new ArrayList<>();
    ways.add(new Way("proof, parse, payload; no signature", List.of(), conscrypt));
    for (Signatures provider : List.of(conscrypt, Signatures.jdk())) {
      ways.add(
          new Way(
              "officer's signature, " + provider.provider(),
              List.of(authors.officerKey()),
              provider));
      ways.add(
          new Way(
              "officer's and node's signature, " + provider.provider(),
              List.of(authors.officerKey(), authors.nodeKey()),
              provider));
    }
    Map<Way, Samples> taken =
        Rounds.interleaved(
            ways, options.rounds(), way -> CpuTime.perSecond(() -> ingest(upload, way)));
    taken.forEach(
        (way, samples) -> {
          boolean promised = way.keys().size() == 1 && way.verifier() == conscrypt;
          if (promised) {
            report.add(way.name(), load, "entries/s/core", samples, Target.atLeast(10_000));
          } else {
            report.add(way.name(), load, "entries/s/core", samples);
          }
        });
    measureSignatures(authors, List.of(conscrypt, Signatures.jdk()), options, report);
  }

  /// One way to go through the same upload.
  ///
  /// @param keys whose lines are verified on each entry
  private record Way(String name, List<VerifierKey> keys, Verifier verifier) {}

  private static long ingest(Upload upload, Way way) throws Exception {
    var packages =
        PackageReader.open(
            new ByteArrayInputStream(upload.body().toArray()), EntryLimits.ENTRY_BYTES_MAX);
    int index = 0;
    for (Optional<EntryPackage> next = packages.next(); next.isPresent(); next = packages.next()) {
      next.get()
          .verify(
              upload.head(),
              (level, at) -> {
                throw new IllegalStateException("packages are whole, nothing stored is asked for");
              });
      for (Bytes bytes : next.get().entries()) {
        Entry entry = Entry.parse(bytes);
        PayloadRef body = entry.envelope().body().orElseThrow();
        Payload payload = Payload.open(body, upload.payloads().get(index).bytes());
        Check.that(payload.bytes().size() > 0, "payload of entry %d", index);
        verify(entry, way);
        index++;
      }
    }
    Check.that(index == ENTRIES, "%d entries were read, not %d", index, ENTRIES);
    return index;
  }

  private static void verify(Entry entry, Way way) {
    byte[] text = entry.signedText().toArray();
    for (VerifierKey key : way.keys()) {
      SignatureLine line = entry.node().claims(key) ? entry.node() : entry.officers().getFirst();
      boolean good =
          line.claims(key)
              && way.verifier().verify(key.type(), key.key(), text, line.signature().toArray());
      Check.that(good, "the signature of %s", key.name());
    }
  }

  /// The bare signature, to see how much of the above it is.
  private static void measureSignatures(
      Authors authors, List<Signatures> providers, Options options, Report report)
      throws Exception {
    Entry entry = authors.write(0, 1).getFirst().entry();
    byte[] text = entry.signedText().toArray();
    byte[] signature = entry.node().signature().toArray();
    VerifierKey key = authors.nodeKey();
    Map<Signatures, Samples> taken =
        Rounds.interleaved(
            providers,
            options.rounds(),
            provider ->
                CpuTime.perSecond(
                    () -> {
                      for (int i = 0; i < SIGNATURE_CHECKS; i++) {
                        Check.that(
                            provider.verify(key.type(), key.key(), text, signature), "signature");
                      }
                      return SIGNATURE_CHECKS;
                    }));
    taken.forEach(
        (provider, samples) ->
            report.add(
                "one Ed25519 signature verified, " + provider.provider(),
                text.length + " bytes",
                "per s/core",
                samples));
  }
}
