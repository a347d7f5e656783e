package org.sarhad.node.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.sarhad.node.http.Exchange;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The console's own files, out of the jar: read, compressed and hashed the first time they are
/// asked for, and kept. Only names that are in the jar are ever kept, so the memory is bounded by
/// its size.
///
/// Everything carries an entity tag and is checked again by the browser each time; over a link to
/// one's own node that costs one short answer and never shows yesterday's console.
final class ConsoleFiles {
  private static final String ROOT = "/console";
  private static final int WORTH_GZIP = 512;

  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("geojson", "application/geo+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("map", "application/json"));

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(String mediaType, Bytes plain, Optional<Bytes> gzip, String tag) {}

  /// Answers with the file at `path`, if there is one; `/` is `/index.html`.
  boolean answer(Exchange exchange, String path) throws IOException {
    var file = find(path.endsWith("/") ? path + "index.html" : path);
    if (file.isEmpty()) {
      return false;
    }
    var found = file.get();
    exchange
        .set("ETag", found.tag())
        .set("Cache-Control", "no-cache")
        .set("Vary", "Accept-Encoding");
    if (exchange.header("If-None-Match").filter(found.tag()::equals).isPresent()) {
      exchange.send(304);
      return true;
    }
    if (found.gzip().isPresent() && exchange.takesGzip()) {
      exchange.set("Content-Encoding", "gzip");
      exchange.send(200, found.mediaType(), found.gzip().get().toArray());
    } else {
      exchange.send(200, found.mediaType(), found.plain().toArray());
    }
    return true;
  }

  private Optional<Kept> find(String path) {
    var known = kept.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    var mediaType = MEDIA_TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (mediaType == null || path.contains("..") || path.contains("//")) {
      return Optional.empty();
    }
    try (var in = ConsoleFiles.class.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        return Optional.empty();
      }
      var plain = Bytes.of(in.readAllBytes());
      var file = new Kept(mediaType, plain, gzip(plain), tag(plain));
      kept.put(path, file);
      return Optional.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the node's own jar cannot be read: " + path, e);
    }
  }

  private static String tag(Bytes plain) {
    return '"' + Merkle.sha256(plain).hex().substring(0, 32) + '"';
  }

  private static Optional<Bytes> gzip(Bytes plain) throws IOException {
    if (plain.size() < WORTH_GZIP) {
      return Optional.empty();
    }
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      plain.writeTo(out);
    }
    return packed.size() < plain.size()
        ? Optional.of(Bytes.of(packed.toByteArray()))
        : Optional.empty();
  }
}
