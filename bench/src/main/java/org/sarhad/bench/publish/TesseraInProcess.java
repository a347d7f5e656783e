package org.sarhad.bench.publish;

import java.io.IOException;
import java.time.Duration;
import org.sarhad.bench.tessera.Tessera;

/// Tessera with its writers as goroutines in the same process.
record TesseraInProcess(Tessera tessera) implements Publisher {
  @Override
  public String name() {
    return tessera.name();
  }

  @Override
  public boolean isOverHttp() {
    return false;
  }

  @Override
  public boolean isOurs() {
    return false;
  }

  @Override
  public Published round(int writers, Duration length) throws IOException {
    Tessera.Round round = tessera.round(writers, length);
    return new Published(
        round.entries(), round.publishedSeconds(), round.p50Millis(), round.p99Millis());
  }

  @Override
  public void close() throws IOException {
    tessera.close();
  }
}
