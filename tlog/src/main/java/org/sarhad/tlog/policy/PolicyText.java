package org.sarhad.tlog.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Decimal;
import org.sarhad.tlog.note.MalformedVerifierKeyException;
import org.sarhad.tlog.note.VerifierKey;

/// Reads and writes policy files. A line is a row of words, the first of which says what the line
/// defines; tlog-policy, "Policy file syntax and structure".
final class PolicyText {
  /// The size of the largest policy that is read, in bytes.
  static final int BYTES_MAX = 1 << 20;

  private static final Bytes SPACE = Bytes.of((byte) ' ');
  private static final Bytes NEWLINE = Bytes.of((byte) '\n');

  private final List<Policy.Log> logs = new ArrayList<>();
  private final List<Policy.Witness> witnesses = new ArrayList<>();
  private final List<Policy.Group> groups = new ArrayList<>();
  private final Set<Bytes> defined = new HashSet<>();
  private Optional<Bytes> quorum = Optional.empty();
  private int lineNumber;

  private PolicyText() {}

  static Policy parse(Bytes bytes) throws MalformedPolicyException {
    var file = new PolicyText();
    if (bytes.size() > BYTES_MAX) {
      throw new MalformedPolicyException("policy", bytes.size() + " bytes", "at most " + BYTES_MAX);
    }
    int end;
    for (int start = 0; start < bytes.size(); start = end + 1) {
      file.lineNumber++;
      end = bytes.indexOf((byte) '\n', start);
      if (end < 0) {
        throw file.malformed(bytes.slice(start), "a newline at the end");
      }
      file.parseLine(bytes.slice(start, end));
    }
    return file.whole();
  }

  private void parseLine(Bytes line) throws MalformedPolicyException {
    var words = words(line);
    // SPEC: empty lines and lines starting with "#" are allowed and ignored.
    if (words.isEmpty() || words.getFirst().at(0) == '#') {
      return;
    }
    switch (words.getFirst().findUtf8().orElse("")) {
      case "log" -> {
        expectWords(line, words, 2, 3);
        logs.add(new Policy.Log(key(words.get(1)), find(words, 2)));
      }
      case "witness" -> {
        expectWords(line, words, 3, 4);
        var key = key(words.get(2));
        var witness = accept(line, () -> new Policy.Witness(words.get(1), key, find(words, 3)));
        witnesses.add(witness);
        defined.add(witness.name());
      }
      case "group" -> {
        expectWords(line, words, 4, Integer.MAX_VALUE);
        var members = words.subList(3, words.size());
        int threshold = threshold(words.get(2), members.size());
        for (var member : members) {
          expectDefined(member);
        }
        var group = accept(line, () -> new Policy.Group(words.get(1), threshold, members));
        groups.add(group);
        defined.add(group.name());
      }
      case "quorum" -> {
        expectWords(line, words, 2, 2);
        if (quorum.isPresent()) {
          throw malformed(line, "exactly one quorum line");
        }
        if (!words.get(1).equals(Policy.NONE)) {
          expectDefined(words.get(1));
        }
        quorum = Optional.of(words.get(1));
      }
      default -> throw malformed(line, "log, witness, group or quorum");
    }
  }

  /// All lines together. What a single line cannot show is wrong, the policy itself refuses.
  private Policy whole() throws MalformedPolicyException {
    if (quorum.isEmpty()) {
      throw new MalformedPolicyException("policy", "no quorum line", "exactly one quorum line");
    }
    try {
      return new Policy(logs, witnesses, groups, quorum.get());
    } catch (IllegalArgumentException e) {
      throw new MalformedPolicyException(
          "policy",
          String.valueOf(e.getMessage()),
          "every name and key once, names before their use");
    }
  }

  /// The words of a line: what stands between runs of spaces and tabs.
  private List<Bytes> words(Bytes line) throws MalformedPolicyException {
    var words = new ArrayList<Bytes>();
    int start = 0;
    for (int i = 0; i <= line.size(); i++) {
      boolean atSpace = i == line.size() || line.at(i) == ' ' || line.at(i) == '\t';
      if (atSpace) {
        if (i > start) {
          words.add(line.slice(start, i));
        }
        start = i + 1;
      } else if (Policy.isControl(line.at(i))) {
        throw malformed(line, "no control characters other than tab and newline");
      }
    }
    return words;
  }

  private VerifierKey key(Bytes word) throws MalformedPolicyException {
    try {
      return VerifierKey.parse(
          word.findUtf8().orElseThrow(() -> malformed(word, "a key as UTF-8")));
    } catch (MalformedVerifierKeyException e) {
      throw new MalformedPolicyException("line %d of a policy".formatted(lineNumber), e);
    }
  }

  private int threshold(Bytes word, int members) throws MalformedPolicyException {
    return switch (word.findUtf8().orElse("")) {
      case "any" -> 1;
      case "all" -> members;
      case String number ->
          Decimal.parse(number)
              .filter(k -> k >= 1 && k <= members)
              .orElseThrow(() -> malformed(word, "all, any, or 1 to " + members))
              .intValue();
    };
  }

  private void expectDefined(Bytes name) throws MalformedPolicyException {
    // SPEC: a group definition can only refer to names defined on preceding lines.
    if (!defined.contains(name)) {
      throw malformed(name, "a name defined on a line above");
    }
  }

  private void expectWords(Bytes line, List<Bytes> words, int min, int max)
      throws MalformedPolicyException {
    if (words.size() < min || words.size() > max) {
      throw malformed(line, "%d words or more, and no more than the line takes".formatted(min));
    }
  }

  private static Optional<Bytes> find(List<Bytes> words, int index) {
    return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
  }

  /// What `made` makes, its refusal told with the number of the line.
  private <T> T accept(Bytes line, Supplier<T> made) throws MalformedPolicyException {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw malformed(line, "something else, for " + e.getMessage());
    }
  }

  private MalformedPolicyException malformed(Bytes found, String expected) {
    return new MalformedPolicyException(
        "line %d of a policy".formatted(lineNumber), Policy.shown(found), expected);
  }

  static Bytes print(Policy policy) {
    var lines = new ArrayList<Bytes>();
    for (var log : policy.logs()) {
      var key = Bytes.ofUtf8(log.key().text());
      lines.add(line("log", List.of(key), log.url()));
    }
    for (var witness : policy.witnesses()) {
      var key = Bytes.ofUtf8(witness.key().text());
      lines.add(line("witness", List.of(witness.name(), key), witness.url()));
    }
    for (var group : policy.groups()) {
      var words = new ArrayList<Bytes>();
      words.add(group.name());
      words.add(Bytes.ofUtf8(String.valueOf(group.threshold())));
      words.addAll(group.members());
      lines.add(line("group", words, Optional.empty()));
    }
    lines.add(line("quorum", List.of(policy.quorum()), Optional.empty()));
    return Bytes.concat(lines.toArray(Bytes[]::new));
  }

  private static Bytes line(String keyword, List<Bytes> words, Optional<Bytes> url) {
    var parts = new ArrayList<Bytes>();
    parts.add(Bytes.ofUtf8(keyword));
    words.forEach(word -> parts.addAll(List.of(SPACE, word)));
    url.ifPresent(word -> parts.addAll(List.of(SPACE, word)));
    parts.add(NEWLINE);
    return Bytes.concat(parts.toArray(Bytes[]::new));
  }
}
