package org.sarhad.core.posture;

import java.util.Arrays;
import org.sarhad.tlog.Bytes;

/// A p-median problem as OR-Library writes it (Beasley 1985): the number of vertices, of edges and
/// of sites to open, then one line for each edge with its two ends, from 1, and its length. Every
/// vertex is a point and a site; ways are shortest ways.
///
/// **An edge that is given twice has the length that is given last**; taking the shorter one makes
/// other problems than those whose optima are published.
public final class PmedFile {
  /// Largest file, in bytes.
  public static final int BYTES_MAX = 16 * 1024 * 1024;

  private static final int VERTICES_MAX = 1_000;
  private static final int EDGES_MAX = 1_000_000;
  private static final int LENGTH_MAX = 1_000;
  private static final int FAR = VERTICES_MAX * LENGTH_MAX;

  private final Bytes text;
  private int at;

  private PmedFile(Bytes text) {
    this.text = text;
  }

  /// The problem in `text`. O(vertices³).
  ///
  /// @throws MalformedPmedException when it is anything else, or does not hang together
  public static MedianProblem parse(Bytes text) throws MalformedPmedException {
    if (text.size() > BYTES_MAX) {
      throw new MalformedPmedException(text.size() + " bytes", "at most " + BYTES_MAX);
    }
    return new PmedFile(text).problem();
  }

  private MedianProblem problem() throws MalformedPmedException {
    int vertices = number(1, VERTICES_MAX);
    int edges = number(0, EDGES_MAX);
    int open = number(1, vertices);
    int[][] ways = new int[vertices][vertices];
    for (int vertex = 0; vertex < vertices; vertex++) {
      Arrays.fill(ways[vertex], FAR);
      ways[vertex][vertex] = 0;
    }
    for (int edge = 0; edge < edges; edge++) {
      int from = number(1, vertices) - 1;
      int to = number(1, vertices) - 1;
      int length = number(0, LENGTH_MAX);
      if (from != to) {
        ways[from][to] = length;
        ways[to][from] = length;
      }
    }
    end();
    shorten(ways);
    connected(ways);
    return MedianProblem.of(vertices, vertices, open, (site, point) -> ways[site][point]);
  }

  /// Floyd 1962.
  private static void shorten(int[][] ways) {
    for (int middle = 0; middle < ways.length; middle++) {
      int[] on = ways[middle];
      for (int[] way : ways) {
        int there = way[middle];
        for (int to = 0; there < FAR && to < way.length; to++) {
          way[to] = Math.min(way[to], there + on[to]);
        }
      }
    }
  }

  private static void connected(int[][] ways) throws MalformedPmedException {
    for (int to = 0; to < ways.length; to++) {
      if (ways[0][to] >= FAR) {
        throw new MalformedPmedException(
            "no way from vertex 1 to " + (to + 1), "a network that hangs together");
      }
    }
  }

  private int number(int least, int most) throws MalformedPmedException {
    skipSpace();
    int start = at;
    long value = 0;
    while (at < text.size() && isDigit(text.at(at)) && value <= most) {
      value = value * 10 + (text.at(at) - '0');
      at++;
    }
    if (at == start || value < least || value > most) {
      throw new MalformedPmedException(
          at == start ? "no number at byte " + start : value + " at byte " + start,
          "a whole number from %d to %d".formatted(least, most));
    }
    return (int) value;
  }

  private void end() throws MalformedPmedException {
    skipSpace();
    if (at < text.size()) {
      throw new MalformedPmedException("more at byte " + at, "the end behind the last edge");
    }
  }

  private void skipSpace() {
    while (at < text.size() && isSpace(text.at(at))) {
      at++;
    }
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(byte c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
