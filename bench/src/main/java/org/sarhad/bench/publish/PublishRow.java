package org.sarhad.bench.publish;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conscrypt.Conscrypt;
import org.sarhad.bench.harness.Figure;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Rounds;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.bench.node.NodeOverHttp;
import org.sarhad.bench.node.Provider;
import org.sarhad.bench.tessera.Tessera;
import org.sarhad.bench.tessera.Tessera.Setting;
import org.sarhad.tlog.crypto.Signatures;

/// The whole way of an entry through one node, beside Tessera.
public final class PublishRow implements Row {
  private static final int ENTRY_BYTES = 1200;
  private static final int MOST_WRITERS = 512;
  private static final List<Integer> WRITERS = List.of(1, 64, MOST_WRITERS);

  @Override
  public String name() {
    return "publish";
  }

  @Override
  public String question() {
    return "entries made durable and published under a signed head in a second";
  }

  @Override
  public String boundary() {
    return """
    inside:  each writer asks over its own HTTP connection, waits for the durable answer, asks again;
             a round ends when a signed head covers its last entry. Beside it what the signatures alone
             allow: two an entry, by all processors, with nothing else to do
    outside: the peer. Tessera signs heads but no entries, and takes the bytes as they come\
    """;
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    List<Publisher> publishers = new ArrayList<>();
    try {
      for (Provider provider : Provider.values()) {
        publishers.add(
            new NodeOverHttp(
                Files.createDirectories(options.scratch().resolve("http-" + provider)), provider));
      }
      publishers.add(
          new NodeInProcess(
              options.scratch().resolve("node"), Signatures.of(Conscrypt.newProvider())));
      publishers.add(new NodeInProcess(options.scratch().resolve("node-jdk"), Signatures.jdk()));
      publishers.add(new SignaturesAlone(Signatures.of(Conscrypt.newProvider())));
      publishers.add(new StoreInProcess(options.scratch().resolve("store"), ENTRY_BYTES));
      Optional<Path> program = Tessera.findProgram(options);
      if (program.isEmpty()) {
        report.notMeasured("Tessera", "run bench/tessera/build.sh first (Debian, 55 MB)");
      } else {
        for (Setting setting : List.of(Setting.DEFAULT, Setting.QUICK)) {
          publishers.add(
              new TesseraInProcess(Tessera.start(options, program.get(), setting, ENTRY_BYTES)));
          publishers.add(
              new TesseraOverHttp(
                  Tessera.start(options, program.get(), setting, ENTRY_BYTES), ENTRY_BYTES));
        }
      }
      for (int writers : WRITERS) {
        measure(publishers, writers, options, report);
      }
    } finally {
      for (Publisher publisher : publishers) {
        publisher.close();
      }
    }
  }

  private static void measure(
      List<Publisher> publishers, int writers, Options options, Report report) throws Exception {
    Map<Publisher, Samples> taken =
        Rounds.interleaved(
            publishers,
            options.rounds(),
            publisher -> publisher.round(writers, options.round()).perSecond());
    String load = writers + (writers == 1 ? " writer" : " writers");
    Map<Publisher, Figure> figures = new LinkedHashMap<>();
    taken.forEach(
        (publisher, samples) ->
            figures.put(publisher, report.add(publisher.name(), load, "entries/s", samples)));
    figures.forEach(
        (ours, figure) -> {
          best(figures, ours).ifPresent(other -> report.ratio(figure, other, promise(writers)));
          bound(figures, ours).ifPresent(most -> report.ratio(figure, most, Optional.empty()));
        });
  }

  /// What the signatures alone allow a publisher that signs as they do.
  private static Optional<Figure> bound(Map<Publisher, Figure> figures, Publisher ours) {
    return figures.entrySet().stream()
        .filter(other -> other.getKey() instanceof SignaturesAlone alone && alone.bounds(ours))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// The quickest of what a publisher of ours is compared with: reached in the same way.
  private static Optional<Figure> best(Map<Publisher, Figure> figures, Publisher ours) {
    return figures.entrySet().stream()
        .filter(other -> ours.isOurs() && !other.getKey().isOurs())
        .filter(_ -> !(ours instanceof SignaturesAlone))
        .filter(other -> other.getKey().isOverHttp() == ours.isOverHttp())
        .map(Map.Entry::getValue)
        .max(Comparator.comparingDouble(figure -> figure.samples().median()));
  }

  private static Optional<Target> promise(int writers) {
    return writers == MOST_WRITERS ? Optional.of(Target.atLeast(3)) : Optional.empty();
  }
}
