package org.sarhad.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.store.PayloadBundle.Item;
import org.sarhad.tlog.Bytes;

class LogPayloadsTest {
  @TempDir private Path directory;

  /// A payload in a file beyond the size that is noted is as good as not there: what comes while
  /// files are written has to wait for the next time.
  @Test
  void whatIsBeyondTheSizeThatIsWrittenWaits() throws Exception {
    var payloads = new LogPayloads(new LogFiles(FileDisk.at(directory), "log"), () -> 0);
    for (long entry : List.of(0L, 255L, 256L, 299L, 300L, 700L)) {
      payloads.add(entry, Bytes.ofUtf8("payload " + entry));
    }
    assertThat(slots(payloads.addedBelow(300)))
        .isEqualTo(Map.of(0L, List.of(0, 255), 1L, List.of(0, 43)));
    assertThat(slots(payloads.addedBelow(256))).isEqualTo(Map.of(0L, List.of(0, 255)));
    assertThat(slots(payloads.addedBelow(0))).isEmpty();
    payloads.release(payloads.addedBelow(300));
    assertThat(slots(payloads.addedBelow(1000)))
        .isEqualTo(Map.of(1L, List.of(44), 2L, List.of(188)));
  }

  private static Map<Long, List<Integer>> slots(Map<Long, List<Item>> bundles) {
    return bundles.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, bundle -> bundle.getValue().stream().map(Item::slot).toList()));
  }
}
