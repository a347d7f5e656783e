import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/// Adds up the test reports of every module and pass, names what failed and what was skipped and
/// why, and ends with the one line a person or a script looks for: `N passed, M failed`.
///
/// Usage: `java tools/TestReport.java ROOT`. Exit code 1 when something failed or nothing ran.
void main(String[] args) throws Exception {
  Path root = Path.of(args[0]);
  Map<String, Count> byPass = new TreeMap<>();
  List<String> failed = new ArrayList<>();
  Map<String, Integer> skippedFor = new TreeMap<>();
  for (Path report : reports(root)) {
    String pass = report.getParent().getFileName().toString();
    Count count = byPass.computeIfAbsent(pass, _ -> new Count());
    var suite = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile());
    var cases = suite.getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      String name = test.getAttribute("classname") + "." + test.getAttribute("name");
      if (has(test, "failure") || has(test, "error")) {
        count.failed++;
        failed.add(name + said(test));
      } else if (has(test, "skipped")) {
        count.skipped++;
        skippedFor.merge(reason(test), 1, Integer::sum);
      } else {
        count.passed++;
      }
    }
  }
  byPass.forEach(
      (pass, c) -> IO.println("  %-8s %5d passed %4d failed %4d skipped".formatted(pass, c.passed, c.failed, c.skipped)));
  skippedFor.forEach((why, n) -> IO.println("  skipped %d: %s".formatted(n, why)));
  failed.forEach(name -> IO.println("  FAILED " + name));
  int passed = byPass.values().stream().mapToInt(c -> c.passed).sum();
  IO.println("%d passed, %d failed".formatted(passed, failed.size()));
  System.exit(failed.isEmpty() && passed > 0 ? 0 : 1);
}

/// How many lines of what a test said are shown of its beginning, and as many of its end.
static final int SAID_MAX = 12;

static final class Count {
  int passed;
  int failed;
  int skipped;
}

static List<Path> reports(Path root) throws IOException {
  List<Path> found = new ArrayList<>();
  try (var modules = Files.newDirectoryStream(root, Files::isDirectory)) {
    for (Path module : modules) {
      Path reports = module.resolve("target/test-reports");
      if (Files.isDirectory(reports)) {
        try (var files = Files.walk(reports)) {
          files.filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml")).forEach(found::add);
        }
      }
    }
  }
  return found;
}

static boolean has(Element test, String tag) {
  return test.getElementsByTagName(tag).getLength() > 0;
}

/// What the test said when it failed, without the calls that led there, and not all of it if that is long.
static String said(Element test) {
  String tag = has(test, "failure") ? "failure" : "error";
  List<String> lines =
      test.getElementsByTagName(tag).item(0).getTextContent().lines()
          .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
          .toList();
  List<String> shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), SAID_MAX)));
  if (lines.size() > SAID_MAX) {
    int tail = Math.min(lines.size() - SAID_MAX, SAID_MAX);
    shown.add("… " + (lines.size() - SAID_MAX - tail) + " lines …");
    shown.addAll(lines.subList(lines.size() - tail, lines.size()));
  }
  return String.join("", shown.stream().map(line -> "\n      " + line).toList());
}

/// What the test said when it was skipped: an attribute, or the first line of the exception.
static String reason(Element test) {
  Element skipped = (Element) test.getElementsByTagName("skipped").item(0);
  String message = skipped.getAttribute("message").strip();
  if (message.isEmpty()) {
    message = skipped.getTextContent().strip().lines().findFirst().orElse("");
    message = message.replaceFirst("^[\\w.]+Exception: ", "");
  }
  return message.isEmpty() ? test.getAttribute("classname") + " (no reason given)" : message;
}
