package org.sarhad.bench.node;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.sarhad.bench.harness.ClosedLoop;
import org.sarhad.bench.publish.Publisher;

/// A node as it runs, written to over its API by officers who are signed in.
public final class NodeOverHttp implements Publisher {
  private final Keeper keeper;
  private final Provider provider;
  private final Officer officer;
  private final Notes notes;

  /// Makes and starts a node below `scratch`.
  public NodeOverHttp(Path scratch, Provider provider) throws IOException {
    this.provider = provider;
    keeper = Keeper.begin(scratch, "ir", provider);
    officer = keeper.enrolWatch();
    notes = new Notes(officer);
  }

  @Override
  public String name() {
    return "Sarhad node, HTTP (" + provider + ")";
  }

  @Override
  public boolean isOverHttp() {
    return true;
  }

  @Override
  public Published round(int writers, Duration length) throws Exception {
    // Opening the connections is not part of it.
    ClosedLoop.Result result = notes.write(writers, length);
    long answered = System.nanoTime();
    Pair.Log log = Pair.logOfA(officer);
    while (log.signedSize() < log.size()) {
      Thread.sleep(2);
      log = Pair.logOfA(officer);
    }
    return new Published(
        result.count(),
        result.seconds() + (System.nanoTime() - answered) / 1e9,
        result.answered().millisAt(50),
        result.answered().millisAt(99));
  }

  @Override
  public void close() throws IOException {
    officer.close();
    keeper.close();
  }
}
