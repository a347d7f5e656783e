package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// A post with a poor line must be able to open the console: at most 300 KB, compressed, before the
/// map library.
class WeightTest extends BrowserTest {
  private static final int LIMIT = 300_000;

  @Test
  void theFirstScreenIsLight() {
    visit("live", "floor");
    page.until("document.querySelectorAll('[data-incident]').length === 6");
    page.until("document.querySelector('.map .town-name')");
    prefer("fa", "dark");
    page.until("document.fonts.status === 'loaded'");

    List<String> files =
        page.requests().stream()
            .filter(address -> address.contains("/console/"))
            .distinct()
            .toList();
    List<String> map = files.stream().filter(WeightTest::isOfTheMap).toList();
    int first = files.stream().filter(file -> !map.contains(file)).mapToInt(this::weigh).sum();
    int later = map.stream().mapToInt(this::weigh).sum();
    System.out.printf(
        "first load %,d bytes compressed in %d files, fonts and two languages included; the map later %,d in %d%n",
        first, files.size() - map.size(), later, map.size());

    assertThat(map)
        .as("the map library is fetched, and is not part of the first screen")
        .isNotEmpty();
    assertThat(first).isLessThan(LIMIT);
  }

  /// What only the map asks for: the library, its sheets, the geography.
  private static boolean isOfTheMap(String address) {
    return address.contains("/lib/leaflet/")
        || address.contains("/geo/")
        || address.contains("/css/map.css")
        || address.contains("/js/map/border-map.js");
  }

  private int weigh(String address) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      byte[] body =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(address)).build(),
                  HttpResponse.BodyHandlers.ofByteArray())
              .body();
      var packed = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(packed)) {
        gzip.write(body);
      }
      return packed.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
