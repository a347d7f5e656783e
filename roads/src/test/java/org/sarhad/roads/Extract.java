package org.sarhad.roads;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;

/// A made-up extract of OpenStreetMap, as XML, packed XML and PBF. It lies in the middle of an
/// ocean, where nobody can take it for anything. Mutable, for one.
final class Extract {
  private static final double NANO_PER_STEP = 1e7;

  private final Map<Long, double[]> nodes = new TreeMap<>();
  private final List<Way> ways = new ArrayList<>();

  private record Way(long id, List<Long> nodes, Map<String, String> tags) {}

  /// A small country: a trunk road of two carriageways from west to east through a town, a
  /// secondary road to the north, a gravel road to the south, a track, and what is no road for a
  /// car.
  static Extract small() {
    return new Extract()
        .node(1, -44.70, -19.95)
        .node(2, -44.70, -19.75)
        .node(3, -44.70, -19.60)
        .node(4, -44.70, -19.40)
        .node(5, -44.69, -19.40)
        .node(6, -44.69, -19.60)
        .node(7, -44.55, -19.60)
        .node(8, -44.45, -19.55)
        .node(9, -44.80, -19.62)
        .node(10, -44.95, -19.70)
        .node(11, -44.85, -19.85)
        .node(12, -44.70, -20.90)
        .way(101, Map.of("highway", "trunk", "oneway", "yes"), 3, 4)
        .way(102, Map.of("highway", "trunk", "oneway", "yes"), 5, 6)
        .way(103, Map.of("highway", "primary"), 1, 2, 3)
        .way(104, Map.of("highway", "primary"), 3, 6)
        .way(105, Map.of("highway", "primary"), 4, 5)
        .way(106, Map.of("highway", "secondary", "name", "North & \"Upper\" Road"), 6, 7, 8)
        .way(107, Map.of("highway", "tertiary", "surface", "gravel"), 3, 9, 10)
        .way(108, Map.of("highway", "track", "tracktype", "grade2"), 10, 11, 1)
        .way(109, Map.of("highway", "unclassified", "access", "private"), 2, 11)
        .way(110, Map.of("highway", "footway"), 2, 7)
        .way(111, Map.of("route", "ferry"), 8, 12)
        .way(112, Map.of("building", "yes"), 1, 2, 3, 1)
        .way(113, Map.of("highway", "track", "tracktype", "grade5"), 8, 4)
        .way(114, Map.of("highway", "tertiary"), 1, 12);
  }

  /// A mountain: a road from a valley in the west over a pass into one in the east. It gains a
  /// kilometre by three in hairpins of 400 m, and comes by a roundabout behind.
  static Extract pass() {
    var extract = new Extract().node(1, -44.68, -19.90).node(2, -44.70, -19.752);
    long bends = 120;
    for (long i = 0; i <= bends; i++) {
      extract.node(100 + i, i % 2 == 0 ? -44.700 : -44.6964, -19.75 + 0.2 / bends * i);
    }
    long[] hairpins = LongStream.rangeClosed(100, 100 + bends).toArray();
    return extract
        .node(51, -44.70, -19.549)
        .node(52, -44.7004, -19.5485)
        .node(53, -44.70, -19.548)
        .node(54, -44.6996, -19.5485)
        .node(55, -44.72, -19.45)
        .way(301, Map.of("highway", "secondary"), 1, 2, 100)
        .way(302, Map.of("highway", "secondary"), hairpins)
        .way(303, Map.of("highway", "secondary", "junction", "roundabout"), 51, 52, 53, 54, 51)
        .way(304, Map.of("highway", "secondary"), 53, 55)
        .way(305, Map.of("highway", "secondary"), 100 + bends, 51);
  }

  Extract node(long id, double latitude, double longitude) {
    nodes.put(id, new double[] {latitude, longitude});
    return this;
  }

  Extract way(long id, Map<String, String> tags, long... through) {
    ways.add(new Way(id, Arrays.stream(through).boxed().toList(), new TreeMap<>(tags)));
    return this;
  }

  double[] at(long node) {
    return Objects.requireNonNull(nodes.get(node));
  }

  // ---- XML ------------------------------------------------------------------------------------

  byte[] xml() {
    var text = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n");
    nodes.forEach(
        (id, at) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    " <node id=\"%d\" lat=\"%.7f\" lon=\"%.7f\"/>\n",
                    id,
                    at[0],
                    at[1])));
    for (var way : ways) {
      text.append(" <way id=\"").append(way.id()).append("\">\n");
      way.nodes().forEach(node -> text.append("  <nd ref=\"").append(node).append("\"/>\n"));
      way.tags().forEach((key, value) -> text.append(tag(key, value)));
      text.append(" </way>\n");
    }
    return text.append(
            " <relation id=\"7\"><member type=\"way\" ref=\"101\" role=\"\"/></relation>\n")
        .append("</osm>\n")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String tag(String key, String value) {
    return "  <tag k=\"%s\" v=\"%s\"/>\n"
        .formatted(key, value.replace("&", "&amp;").replace("\"", "&quot;"));
  }

  byte[] gzip() {
    return written(
        out -> {
          try (var packed = new GZIPOutputStream(out)) {
            packed.write(xml());
          }
        });
  }

  // ---- PBF ------------------------------------------------------------------------------------

  byte[] pbf() {
    return written(
        out -> {
          head(out);
          var strings = new ArrayList<String>(List.of(""));
          var dense = Osmformat.DenseNodes.newBuilder();
          long[] last = new long[3];
          nodes.forEach((id, at) -> addDense(dense, last, id, at[0], at[1]));
          var group = Osmformat.PrimitiveGroup.newBuilder().setDense(dense);
          block(out, strings, group);
          var roads = Osmformat.PrimitiveGroup.newBuilder();
          ways.forEach(way -> roads.addWays(packed(way, strings)));
          block(out, strings, roads);
        });
  }

  /// Writes many nodes that are part of no road, then the small country, block by block.
  ///
  /// @param more how many
  static void large(OutputStream out, int more) throws IOException {
    head(out);
    int perBlock = 8_000;
    for (int first = 0; first < more; first += perBlock) {
      var dense = Osmformat.DenseNodes.newBuilder();
      long[] last = new long[3];
      for (int i = first; i < Math.min(more, first + perBlock); i++) {
        addDense(dense, last, 1_000 + i, -44.9 + (i % 5_003) * 1e-4, -19.9 + (i % 6_007) * 1e-4);
      }
      block(out, List.of(""), Osmformat.PrimitiveGroup.newBuilder().setDense(dense));
    }
    var dense = Osmformat.DenseNodes.newBuilder();
    long[] last = new long[3];
    long base = 1_000L + more;
    addDense(dense, last, base, -44.7, -19.9);
    addDense(dense, last, base + 1, -44.7, -19.4);
    block(out, List.of(""), Osmformat.PrimitiveGroup.newBuilder().setDense(dense));
    var strings = new ArrayList<String>(List.of(""));
    var way =
        packed(new Way(1, List.of(1_000L, base, base + 1), Map.of("highway", "primary")), strings);
    block(out, strings, Osmformat.PrimitiveGroup.newBuilder().addWays(way));
  }

  private static void addDense(
      Osmformat.DenseNodes.Builder dense, long[] last, long id, double latitude, double longitude) {
    long[] now = {id, Math.round(latitude * NANO_PER_STEP), Math.round(longitude * NANO_PER_STEP)};
    dense.addId(now[0] - last[0]).addLat(now[1] - last[1]).addLon(now[2] - last[2]);
    System.arraycopy(now, 0, last, 0, now.length);
  }

  private static Osmformat.Way packed(Way way, List<String> strings) {
    var packed = Osmformat.Way.newBuilder().setId(way.id());
    long last = 0;
    for (long node : way.nodes()) {
      packed.addRefs(node - last);
      last = node;
    }
    way.tags()
        .forEach(
            (key, value) -> packed.addKeys(index(strings, key)).addVals(index(strings, value)));
    return packed.build();
  }

  private static int index(List<String> strings, String word) {
    if (!strings.contains(word)) {
      strings.add(word);
    }
    return strings.indexOf(word);
  }

  private static void head(OutputStream out) throws IOException {
    frame(
        out,
        "OSMHeader",
        Osmformat.HeaderBlock.newBuilder()
            .addRequiredFeatures("OsmSchema-V0.6")
            .addRequiredFeatures("DenseNodes")
            .build());
  }

  private static void block(
      OutputStream out, List<String> strings, Osmformat.PrimitiveGroup.Builder group)
      throws IOException {
    var table = Osmformat.StringTable.newBuilder();
    strings.forEach(word -> table.addS(ByteString.copyFromUtf8(word)));
    frame(
        out,
        "OSMData",
        Osmformat.PrimitiveBlock.newBuilder()
            .setStringtable(table)
            .addPrimitivegroup(group)
            .build());
  }

  private static void frame(OutputStream out, String type, MessageLite message) throws IOException {
    byte[] raw = message.toByteArray();
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed)) {
      deflater.write(raw);
    }
    frame(
        out,
        type,
        Fileformat.Blob.newBuilder()
            .setRawSize(raw.length)
            .setZlibData(ByteString.copyFrom(packed.toByteArray()))
            .build()
            .toByteArray());
  }

  /// A block of these bytes, whatever they are.
  static void frame(OutputStream out, String type, byte[] blob) throws IOException {
    byte[] head =
        Fileformat.BlobHeader.newBuilder()
            .setType(type)
            .setDatasize(blob.length)
            .build()
            .toByteArray();
    var data = new DataOutputStream(out);
    data.writeInt(head.length);
    data.write(head);
    data.write(blob);
    data.flush();
  }

  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    var out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
