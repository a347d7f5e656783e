package org.sarhad.node.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.screening.Hit;
import org.sarhad.core.screening.ListSnapshot;
import org.sarhad.core.screening.ListState;
import org.sarhad.core.screening.Screen;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.ScreeningSettings;
import org.sarhad.core.screening.Sort;
import org.sarhad.core.screening.Subject;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.lists.ListShelf;
import org.sarhad.node.lists.MalformedListException;
import org.sarhad.node.lists.PartyTable;
import org.sarhad.node.lists.ReadList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sarhad lists`: lists of sanctions, before anybody goes by them.
@Command(
    name = "lists",
    description = "Look into lists of sanctions, as files, and put them into a node. Asks nobody.",
    subcommands = {ListsCommand.Check.class, ListsCommand.Take.class},
    mixinStandardHelpOptions = true)
final class ListsCommand implements Callable<Integer> {
  private static final SubjectId ASKED = SubjectId.of("asked");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return SarhadCommand.USAGE;
  }

  /// Reads a list from wherever it is.
  @FunctionalInterface
  private interface Reading {
    ReadList read() throws IOException, MalformedListException;
  }

  private static ReadList reading(Reading reading) throws IOException, CannotException {
    try {
      return reading.read();
    } catch (MalformedListException e) {
      throw new CannotException(
          "%s (%s) Found in %s: %s".formatted(e.flaw().sentence(), e.flaw(), e.what(), e.found()));
    }
  }

  private static void tellOf(ReadList read, PrintWriter out) {
    out.printf("%s%n", read.format().title());
    out.printf("dated     %s%n", read.list().dated());
    out.printf("sha256    %s%n", read.list().sha256().hex());
    out.printf("firms     %d%n", read.count(Sort.FIRM));
    out.printf("ships     %d%n", read.count(Sort.VESSEL));
    out.printf("persons   %d, none of them kept%n", read.persons());
    if (read.aircraft() > 0) {
      out.printf("aircraft  %d, none of them kept%n", read.aircraft());
    }
    out.printf("left out  %d%n", read.leftOut());
    read.remarks().forEach(remark -> out.printf("  %s%n", remark));
  }

  /// `sarhad lists check`.
  @Command(
      name = "check",
      description = {
        "Say what a list holds: whose it is, its date and hash, how many firms and",
        "ships, and every record that was left out and why. Persons are left out and",
        "counted. With --name or --parties, say who on the list these may be.",
        "Ends with 0 if all of it was read, 1 if records were left out, 3 if none was."
      },
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "UN, OFAC (sdn.xml), EU or UK; XML or UK's CSV.")
    private Path file = Path.of("");

    @Option(
        names = {"-n", "--name"},
        paramLabel = "NAME",
        description = "A name of a firm, a bank or a ship to look for. May be repeated.")
    private List<String> names = List.of();

    @Option(
        names = {"-p", "--parties"},
        paramLabel = "TABLE",
        description = "Firms, banks and ships to look for: CSV with party,sort,name,number.")
    private @Nullable Path table;

    @Option(
        names = "--since",
        paramLabel = "OLDER",
        description = "Look on what is new or changed since this older list only.")
    private @Nullable Path since;

    @Option(
        names = "--sort",
        paramLabel = "SORT",
        defaultValue = "firm",
        description = "What has these names: firm (default), bank or vessel.")
    private Sort sort = Sort.FIRM;

    @Option(
        names = "--threshold",
        paramLabel = "SCORE",
        description = "From which likeness on, 1 to 1000 (default: 800).")
    private int threshold = ScreeningSettings.defaults().threshold();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      var parties = parties();
      var subjects = Stream.concat(subjects().stream(), parties.subjects().stream()).toList();
      var read = reading(() -> ListShelf.read(file));
      var out = spec.commandLine().getOut();
      tellOf(read, out);
      parties.remarks().forEach(remark -> out.printf("%s, %s%n", table, remark));
      var screen = Screen.of(since == null ? read.list() : newSince(read, since));
      for (var subject : subjects) {
        tell(subject, screen.hits(subject, threshold), out);
      }
      out.flush();
      boolean isWhole = read.leftOut() == 0 && parties.remarks().isEmpty();
      return isWhole ? SarhadCommand.OK : SarhadCommand.FOUND_WRONG;
    }

    private static ListSnapshot newSince(ReadList read, Path older)
        throws IOException, CannotException {
      var before = reading(() -> ListShelf.read(older));
      if (!before.list().source().equals(read.list().source())) {
        throw new CannotException(
            "%s is a list of %s, and not an older one of %s."
                .formatted(older, before.list().source(), read.list().source()));
      }
      return read.list().newSince(before.list());
    }

    private PartyTable.Parties parties() throws IOException, CannotException {
      if (table == null) {
        return new PartyTable.Parties(List.of(), List.of());
      }
      try {
        return PartyTable.read(Files.readString(table));
      } catch (CharacterCodingException _) {
        throw new CannotException(table + " is not in UTF-8. Save it as UTF-8.");
      }
    }

    private List<Subject> subjects() {
      if (threshold < 1 || threshold > 1000) {
        throw new ParameterException(
            spec.commandLine(), "--threshold is " + threshold + "; expected 1 to 1000.");
      }
      try {
        return names.stream()
            .map(name -> new Subject(ASKED, sort, List.of(name), Ordered.set()))
            .toList();
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
      }
    }

    private static void tell(Subject subject, List<Hit> hits, PrintWriter out) {
      out.printf(
          "%n%s: %s%n",
          subject.id().equals(ASKED) ? subject.names().getFirst() : subject.id(),
          hits.isEmpty() ? "no hit" : "held");
      for (var hit : hits) {
        out.printf(
            "  %4d  %s  %s%s%n",
            hit.score(),
            hit.entity().reference(),
            hit.listed().name(),
            hit.listed().isWeak() ? " (weak)" : "");
        for (var meeting : hit.likeness().meetings()) {
          out.printf(
              "        %s ~ %s, %s %d%n",
              meeting.one(),
              meeting.other(),
              meeting.how().name().toLowerCase(Locale.ROOT),
              meeting.likeness());
        }
      }
    }
  }

  /// `sarhad lists take`.
  @Command(
      name = "take",
      description = {
        "Put a copy of a list into a node, for its own compliance officers alone. The",
        "node may run meanwhile. A side goes by it once an officer has said so: what to",
        "say is printed. Ends like check."
      },
      mixinStandardHelpOptions = true)
  static final class Take implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "UN, OFAC (sdn.xml), EU or UK; XML or UK's CSV.")
    private Path file = Path.of("");

    @Option(
        names = {"-d", "--directory"},
        paramLabel = "DIR",
        defaultValue = ".",
        description = "The node's directory (default: here).")
    private Path directory = Path.of(".");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      NodeConfig.load(directory);
      var read = reading(() -> ListShelf.of(directory).take(file));
      var taken = new ScreeningFact.ListTaken(ListState.of(read.list()));
      var out = spec.commandLine().getOut();
      tellOf(read, out);
      out.printf("%nIt is held. To go by it: %s %s%n", taken.kind().kind(), taken.toJson());
      out.flush();
      return read.leftOut() == 0 ? SarhadCommand.OK : SarhadCommand.FOUND_WRONG;
    }
  }
}
