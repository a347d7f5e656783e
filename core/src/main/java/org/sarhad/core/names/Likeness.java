package org.sarhad.core.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How alike two names are, and why.
///
/// Each word meets at most one of the other name, the likest pairs first. The score is the weight
/// of the words that met, each by its likeness, over the weight of all words of both names: what
/// either name has beyond the other counts against it. If some word meets none, and the two names
/// differ in little but blanks, that counts instead.
///
/// @param score 0, nothing in common, to 1000, the same
/// @param meetings which word met which, in the order of the first name
/// @param unmet words of the first name that met none
/// @param otherUnmet words of the second that met none
public record Likeness(
    int score, List<Meeting> meetings, List<String> unmet, List<String> otherUnmet) {
  /// The same.
  public static final int FULL = 1000;

  /// What two words count that sound the same and are spelled otherwise.
  static final int SAME_SOUND = 900;

  private static final int JOINED_MIN = 6;
  private static final int LETTERS_PER_SLIP = 8;

  /// Copies the lists.
  public Likeness {
    meetings = List.copyOf(meetings);
    unmet = List.copyOf(unmet);
    otherUnmet = List.copyOf(otherUnmet);
  }

  /// How alike `one` and `other` are. Pure; the same the other way round, but for whose words stand
  /// first. O(words² · length²) of short words.
  public static Likeness of(FoldedName one, FoldedName other) {
    if (one.isEmpty() || other.isEmpty()) {
      return new Likeness(0, List.of(), texts(one), texts(other));
    }
    Likeness byWords = byWords(one, other);
    if (byWords.unmet.isEmpty() && byWords.otherUnmet.isEmpty()) {
      return byWords;
    }
    int joined = joined(one.joined(), other.joined());
    if (joined <= byWords.score) {
      return byWords;
    }
    Meeting whole = new Meeting(one.toString(), other.toString(), Meeting.How.JOINED, joined);
    return new Likeness(joined, List.of(whole), List.of(), List.of());
  }

  // ---- word by word ---------------------------------------------------------------------------

  private record Pair(int one, int other, int likeness) {
    static final Comparator<Pair> LIKEST_FIRST =
        Comparator.comparingInt(Pair::likeness)
            .reversed()
            .thenComparingInt(pair -> Math.abs(pair.one - pair.other))
            .thenComparingInt(pair -> pair.one + pair.other)
            .thenComparingInt(Pair::one);
  }

  private static Likeness byWords(FoldedName one, FoldedName other) {
    List<Pair> pairs = met(one.words(), other.words());
    long sum = 0;
    List<Meeting> meetings = new ArrayList<>();
    for (Pair pair : pairs) {
      Word here = one.words().get(pair.one);
      Word there = other.words().get(pair.other);
      sum += (long) pair.likeness * (here.weight() + there.weight());
      meetings.add(new Meeting(here.text(), there.text(), here.how(there), pair.likeness));
    }
    return new Likeness(
        Math.toIntExact(sum / (one.weight() + other.weight())),
        meetings,
        rest(one, pairs.stream().map(Pair::one).toList()),
        rest(other, pairs.stream().map(Pair::other).toList()));
  }

  private static List<Pair> met(List<Word> one, List<Word> other) {
    List<Pair> all = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      for (int j = 0; j < other.size(); j++) {
        int likeness = one.get(i).likeness(other.get(j));
        if (likeness > 0) {
          all.add(new Pair(i, j, likeness));
        }
      }
    }
    all.sort(Pair.LIKEST_FIRST);
    boolean[] isTaken = new boolean[one.size()];
    boolean[] isOtherTaken = new boolean[other.size()];
    List<Pair> met = new ArrayList<>();
    for (Pair pair : all) {
      if (!isTaken[pair.one] && !isOtherTaken[pair.other]) {
        isTaken[pair.one] = true;
        isOtherTaken[pair.other] = true;
        met.add(pair);
      }
    }
    met.sort(Comparator.comparingInt(Pair::one));
    return met;
  }

  private static List<String> rest(FoldedName name, List<Integer> met) {
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < name.words().size(); i++) {
      if (!met.contains(i)) {
        rest.add(name.words().get(i).text());
      }
    }
    return rest;
  }

  private static List<String> texts(FoldedName name) {
    return name.words().stream().map(Word::text).toList();
  }

  // ---- as one word ----------------------------------------------------------------------------

  /// How alike two names are that are written without blanks; 0 if they are short, have more slips
  /// than one in eight letters, or other digits.
  static int joined(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    int allowed = slipsAllowed(longer);
    if (Math.min(one.length(), other.length()) < JOINED_MIN || !haveSameDigits(one, other)) {
      return 0;
    }
    int slips = Spelling.slips(one, other, allowed);
    return slips > allowed ? 0 : FULL - slips * FULL / longer;
  }

  static int slipsAllowed(int joinedLength) {
    return joinedLength / LETTERS_PER_SLIP;
  }

  private static boolean haveSameDigits(String one, String other) {
    int i = nextDigit(one, 0);
    int j = nextDigit(other, 0);
    while (i < one.length() && j < other.length() && one.charAt(i) == other.charAt(j)) {
      i = nextDigit(one, i + 1);
      j = nextDigit(other, j + 1);
    }
    return i == one.length() && j == other.length();
  }

  private static int nextDigit(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) < '0' || text.charAt(at) > '9')) {
      at++;
    }
    return at;
  }
}
