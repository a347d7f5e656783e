package org.sarhad.node.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.node.verify.AccountVerdict.Row;
import org.sarhad.tlog.note.VerifierKey;

/// What was found, for people and for scripts.
public final class Report {
  private Report() {}

  /// Writes the report on `logs`, checked with `keys`, and on the files and the account beside
  /// them, for a person to read.
  public static void print(
      List<LogVerdict> logs,
      Optional<FileVerdict> files,
      Optional<AccountVerdict> account,
      KeyRing keys,
      PrintWriter out) {
    for (var log : logs) {
      print(log, out);
    }
    files.ifPresent(verdict -> print(verdict, out));
    account.ifPresent(verdict -> print(verdict, out));
    if (!keys.isGiven()) {
      out.println("No key was named, so each log was checked with the keys it names itself.");
      out.println("Name those you were given with --key before you rely on this.");
    }
    out.println(isSound(logs, files, account) ? "Sound." : "NOT SOUND.");
  }

  /// Writes the report on the statement of a period, figure by figure.
  private static void print(AccountVerdict account, PrintWriter out) {
    out.printf("barter account of %s, period %d%n", account.parties(), account.period());
    account.signers().forEach(line -> out.printf("  signed by   %s%n", line));
    print(account.rows(), out);
    var counts = account.counts();
    out.printf(
        "  folded      %d entries of both logs, %d vouchers from the first on%n",
        counts.entries(), counts.booked());
    out.printf("  compared    %d vouchers of the period, line by line%n", counts.compared());
    out.printf("  ledgers     %d, each sums to nothing%n", counts.ledgers());
    out.printf("  took        %d ms%n", account.elapsedMs());
    out.printf(
        "  wrong       %s%n",
        account.findings().isEmpty() ? "nothing" : account.findings().size() + ":");
    account.findings().forEach(line -> out.println("    " + line));
  }

  private static void print(List<Row> rows, PrintWriter out) {
    var heads = new Row("", "in the bundle", Optional.of("signed by both"), "comes to");
    int width =
        Stream.concat(Stream.of(heads), rows.stream())
            .mapToInt(row -> row.carried().length())
            .max()
            .orElse(0);
    print(heads, width, "", out);
    rows.forEach(row -> print(row, width, row.isOne() ? "" : "  DIFFERS", out));
  }

  private static void print(Row row, int width, String mark, PrintWriter out) {
    out.printf(
        "  %-10s  %s  %s  %s%s%n",
        row.name(),
        padded(row.carried(), width),
        padded(row.signed().orElse(""), width),
        row.computed(),
        mark);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static void print(FileVerdict files, PrintWriter out) {
    out.printf("files of exhibits%n  in %s%n", files.where());
    out.printf(
        "  named       %d; %d here and compared, %d of them by no exhibit%n",
        files.named(), files.held(), files.unnamed());
    out.printf("  missing     %d that were released%n", files.missing().size());
    files.missing().forEach(sha256 -> out.println("    " + sha256));
    out.printf("  wrong       %s%n", files.wrong().isEmpty() ? "none" : files.wrong().size() + ":");
    files.wrong().forEach(line -> out.println("    " + line));
  }

  private static void print(LogVerdict log, PrintWriter out) {
    var counts = log.counts();
    out.printf("%s%n  in %s%n", log.origin(), log.where());
    out.printf(
        "  entries     %s%d, of which %d proven%n",
        log.first() > 0 ? "%d to ".formatted(log.first()) : "", log.size(), log.proven());
    if (log.lines().isEmpty()) {
      out.println("  head        none that counts");
    }
    for (var line : log.lines()) {
      out.printf(
          "  signed by   %s (%s)%s%n",
          line.name(), role(line), line.time().map(time -> " at " + time).orElse(""));
    }
    out.printf("  signatures  %d of entries good%n", counts.signatures());
    if (counts.unchecked() > 0) {
      out.printf("  signatures  of %d entries NOT checked: no keys for them%n", counts.unchecked());
    }
    if (counts.unread() > 0) {
      out.printf("  keys        %d entries about keys could not be read%n", counts.unread());
    }
    out.printf(
        "  payloads    %d named; %d here and compared, %d erased%n",
        counts.named(), counts.payloads(), counts.erased());
    log.notes().forEach(note -> out.println("  note        " + note));
    out.printf("  took        %d ms%n", log.elapsedMs());
    out.printf(
        "  damage      %s%n", log.findings().isEmpty() ? "none" : log.findings().size() + ":");
    log.findings().forEach(finding -> out.println("    " + finding));
  }

  private static String role(HeadCheck.Line line) {
    return switch (line.role()) {
      case "unknown" -> "unknown key, not checked";
      case "wrong" -> "WRONG";
      default -> line.role();
    };
  }

  /// The report for scripts; its form is promised by docs/operating/verify.md.
  public static ObjectNode json(
      List<LogVerdict> logs,
      Optional<FileVerdict> files,
      Optional<AccountVerdict> account,
      KeyRing keys) {
    var root = JsonNodeFactory.instance.objectNode().put("sound", isSound(logs, files, account));
    var given = root.putArray("keys");
    keys.given().stream().map(VerifierKey::text).forEach(given::add);
    var list = root.putArray("logs");
    logs.forEach(log -> list.add(json(log)));
    files.ifPresent(verdict -> root.set("files", json(verdict)));
    account.ifPresent(verdict -> root.set("account", json(verdict)));
    return root;
  }

  private static ObjectNode json(AccountVerdict account) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("sound", account.isSound())
            .put("period", account.period())
            .put("between", account.parties());
    var signers = node.putArray("signed");
    account.signers().forEach(signers::add);
    var rows = node.putArray("figures");
    for (var row : account.rows()) {
      var figure = rows.addObject().put("name", row.name()).put("carried", row.carried());
      row.signed().ifPresent(signed -> figure.put("signed", signed));
      figure.put("computed", row.computed());
    }
    var counts = account.counts();
    node.putObject("counts")
        .put("entries", counts.entries())
        .put("booked", counts.booked())
        .put("compared", counts.compared())
        .put("ledgers", counts.ledgers());
    var wrong = node.putArray("wrong");
    account.findings().forEach(wrong::add);
    return node;
  }

  private static ObjectNode json(FileVerdict files) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("where", files.where())
            .put("sound", files.isSound())
            .put("named", files.named())
            .put("held", files.held())
            .put("unnamed", files.unnamed());
    var missing = node.putArray("missing");
    files.missing().forEach(missing::add);
    var wrong = node.putArray("wrong");
    files.wrong().forEach(wrong::add);
    return node;
  }

  private static ObjectNode json(LogVerdict log) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("where", log.where())
            .put("origin", log.origin())
            .put("sound", log.isSound())
            .put("first", log.first())
            .put("size", log.size())
            .put("proven", log.proven());
    var head = node.putArray("head");
    for (var line : log.lines()) {
      var signed = head.addObject().put("name", line.name()).put("role", line.role());
      line.time().ifPresent(time -> signed.put("time", time.toString()));
    }
    var counts = log.counts();
    node.putObject("counts")
        .put("signatures", counts.signatures())
        .put("unchecked", counts.unchecked())
        .put("named", counts.named())
        .put("payloads", counts.payloads())
        .put("erased", counts.erased())
        .put("unread", counts.unread());
    var damage = node.putArray("damage");
    log.findings().forEach(found -> damage.add(json(found)));
    var notes = node.putArray("notes");
    log.notes().forEach(notes::add);
    return node;
  }

  private static ObjectNode json(Finding finding) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", finding.code())
        .put("path", finding.path())
        .put("from", finding.from())
        .put("to", finding.to())
        .put("what", finding.what())
        .put("repair", finding.repair().name().toLowerCase(java.util.Locale.ROOT));
  }

  /// Whether nothing is wrong with any of `logs`, nor with the files and the account beside them.
  public static boolean isSound(
      List<LogVerdict> logs, Optional<FileVerdict> files, Optional<AccountVerdict> account) {
    return logs.stream().allMatch(LogVerdict::isSound)
        && files.map(FileVerdict::isSound).orElse(true)
        && account.map(AccountVerdict::isSound).orElse(true);
  }
}
