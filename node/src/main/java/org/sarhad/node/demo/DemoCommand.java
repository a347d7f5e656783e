package org.sarhad.node.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.response.HistoryFile;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.ground.MapFile;
import org.sarhad.tlog.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `sarhad demo`: two nodes of two neighbours as two processes on this machine, and a day on the
/// border told to them.
@Command(
    name = "demo",
    description = {
      "Start two nodes of two neighbours on this machine and play a day on the border.",
      "Without --once they keep serving until Ctrl-C, so that you can look around."
    },
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  /// What marks a directory as one that a demo made and a demo may clear.
  private static final String MARK = "made-by-sarhad-demo";

  private static final int PEER_OFFSET = 10;
  private static final int RELAY_OFFSET = 20;

  @Option(names = "--once", description = "Play it, check every step, and end.")
  private boolean once;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "demo",
      description = "Where the two nodes live (default: demo). An earlier demo there is cleared.")
  private Path directory = Path.of("demo");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "7101",
      description = {
        "The console of side A (default: 7101). B's is the next one;",
        "the link takes PORT + 10, + 11, + 20 and + 21."
      })
  private int port = 7101;

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws IOException {
    var a = neighbour("ir", "Iran", "A", "Asia/Tehran", 0);
    var b = neighbour("pk", "Pakistan", "B", "Asia/Karachi", 1);
    for (var side : List.of(a, b)) {
      for (int taken : List.of(side.consolePort(), side.peerPort(), side.relayPort())) {
        if (!isFree(taken)) {
          out.printf(
              "Port %d is in use. Choose others, for example: ./sarhad demo --port %d%n",
              taken, port + 200);
          return 2;
        }
      }
    }
    if (!makeRoom()) {
      out.printf(
          "%s is not empty and no demo made it. Choose another: ./sarhad demo --dir DIR%n",
          directory);
      return 2;
    }
    return play(a, b);
  }

  private int play(Neighbour a, Neighbour b) throws IOException {
    out.printf("Making two nodes in %s ...%n", directory.toAbsolutePath());
    make(a, b);
    make(b, a);
    try (var toA = new LinkRelay(a.relayPort(), a.peerPort());
        var toB = new LinkRelay(b.relayPort(), b.peerPort());
        var sideA = Side.start(a);
        var sideB = Side.start(b)) {
      var checks = new Checks(out);
      var screeners = new Screeners(sideA, sideB, directory, checks);
      tell(
          new BorderDay(sideA, sideB, toA, toB, checks),
          new Agreements(sideA, sideB, checks),
          new PastMatters(sideA, sideB, checks),
          new AtTheLine(sideA, sideB, checks),
          new LiveMatter(sideA, sideB, checks),
          new DutyCalendar(sideA, sideB, checks),
          new PostsOfOwn(sideA, sideB, checks),
          screeners,
          new Barter(sideA, sideB, screeners, checks),
          new Tampering(sideA, sideB, directory, checks));
      if (once) {
        printNext();
      }
      out.printf("%n%s%n", checks.summary());
      if (!once) {
        printLogins(a);
        printLogins(b);
        out.printf("%nBoth nodes keep serving. Press Ctrl-C to end.%n");
        awaitInterrupt();
      }
      return checks.allPassed() ? 0 : 1;
    } catch (DemoException e) {
      out.printf("%nThe demo cannot go on: %s%n", e.getMessage());
      return 1;
    }
  }

  private static void tell(
      BorderDay day,
      Agreements agreements,
      PastMatters past,
      AtTheLine line,
      LiveMatter matter,
      DutyCalendar calendar,
      PostsOfOwn posts,
      Screeners screeners,
      Barter barter,
      Tampering tampering)
      throws IOException {
    var matters = scenario("matters-2019.json");
    day.pair();
    agreements.signRules(scenario("modalities-1.json"));
    agreements.registerCommitments(scenario("commitments-2019.json"));
    day.importHistory(history("april-2019.json"), history("public-incidents.json"));
    past.importFebruary(matters);
    past.importApril(matters);
    past.takePositions();
    past.reveal();
    posts.plan(new ObjectMapper().readTree(resource("demo/sites.geojson")));
    calendar.agreeOnPatrols();
    day.registerUnits();
    tampering.backUp();
    day.raiseAlert();
    day.tellAndAcknowledge();
    day.taskOwnUnitsOnly();
    day.askForHelp();
    line.useFastLane(day.soFar());
    line.stageAtTheLine(day.soFar());
    line.assentAndStop(day.soFar());
    day.workWhileCut();
    day.catchUp();
    line.handOver(day.soFar());
    day.reportAndHandOver();
    matter.visit(day.close());
    matter.find();
    screeners.takeLists(resource("demo/list-un.xml"));
    screeners.clear();
    screeners.hold();
    screeners.releaseOne();
    barter.openAccount();
    barter.match();
    barter.deliver();
    barter.reachTheLimit();
    barter.sendMedicine();
    barter.closeTheQuarter();
    barter.prove();
    calendar.missAndDispute();
    agreements.lendTheRole();
    day.practise();
    day.lookBack();
    agreements.suspendAndResume();
    tampering.restoreOldBackup();
    tampering.rewriteHistory();
  }

  private Neighbour neighbour(String id, String name, String letter, String zone, int offset) {
    return new Neighbour(
        id,
        name,
        letter,
        zone,
        directory.resolve(id),
        port + offset,
        port + PEER_OFFSET + offset,
        port + RELAY_OFFSET + offset);
  }

  /// Makes a node as its operator would: keys and configuration, the posts and what else is on its
  /// map, then the first account.
  private void make(Neighbour side, Neighbour other) throws IOException {
    var log = directory.resolve(side.id() + "-setup.log");
    var directoryName = side.directory().toString();
    var settings = side.configuration(other).lines().flatMap(line -> Stream.of("--set", line));
    NodeProcess.runToEnd(
        log,
        Map.of(),
        Stream.concat(Stream.of("keys", "new", "--directory", directoryName), settings).toList());
    Files.write(side.directory().resolve(RunningNode.POSTS), resource("demo/posts.geojson"));
    Files.write(side.directory().resolve(RunningNode.LINE), resource("demo/line.geojson"));
    Files.write(side.directory().resolve(RunningNode.GROUND), resource("demo/travel.grid"));
    for (var layer : MapFile.values()) {
      Files.write(side.directory().resolve(layer.fileName()), resource("demo/" + layer.fileName()));
    }
    NodeProcess.runToEnd(
        log,
        Map.of("SARHAD_PASSWORD", Desk.ADMIN.password(side.id())),
        List.of(
            "account",
            "add",
            "--directory",
            directoryName,
            "--login",
            Desk.ADMIN.login(),
            "--name",
            Desk.ADMIN.duty(),
            "--role",
            Desk.ADMIN.role()));
  }

  private void printNext() {
    out.printf(
        "%nNext: `./sarhad demo` plays it again and keeps both consoles open;%n"
            + "`./sarhad verify %s` checks what is left of this one, asking no node.%n",
        directory.resolve("ir"));
  }

  private void printLogins(Neighbour side) {
    out.printf("%nSide %s, %s: %s%n", side.letter(), side.name(), side.console());
    for (var desk : Desk.values()) {
      out.printf("  %-10s %-24s %s%n", desk.login(), desk.password(side.id()), desk.duty());
    }
  }

  /// An empty directory, or one that an earlier demo filled and this one clears.
  private boolean makeRoom() throws IOException {
    var mark = directory.resolve(MARK);
    if (Files.isRegularFile(mark)) {
      out.printf("Clearing the earlier demo in %s.%n", directory.toAbsolutePath());
      DirectoryTree.delete(directory);
    } else if (Files.isDirectory(directory)) {
      try (var inside = Files.list(directory)) {
        if (inside.findAny().isPresent()) {
          return false;
        }
      }
    }
    Files.createDirectories(directory);
    Files.createFile(mark);
    return true;
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<ObjectNode> history(String name) throws IOException {
    try {
      return HistoryBody.of(HistoryFile.parse(Bytes.of(resource("history/" + name))));
    } catch (MalformedJsonException e) {
      throw new IOException("the history " + name + " in this jar cannot be read", e);
    }
  }

  private static JsonNode scenario(String name) throws IOException {
    return new ObjectMapper().readTree(resource("scenarios/" + name));
  }

  private static byte[] resource(String name) throws IOException {
    @Nullable InputStream stream = DemoCommand.class.getResourceAsStream("/org/sarhad/" + name);
    if (stream == null) {
      throw new IOException(name + " is not in this jar; build it again");
    }
    try (stream) {
      return stream.readAllBytes();
    }
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
