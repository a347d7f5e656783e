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

  private static final String WHAT = "a p-median file";

  private final NumberText text;

  private PmedFile(Bytes text) {
    this.text = new NumberText(WHAT, text);
  }

  /// The problem in `text`. O(vertices³).
  ///
  /// @throws MalformedProblemException when it is anything else, or does not hang together
  public static MedianProblem parse(Bytes text) throws MalformedProblemException {
    if (text.size() > BYTES_MAX) {
      throw new MalformedProblemException(WHAT, text.size() + " bytes", "at most " + BYTES_MAX);
    }
    return new PmedFile(text).problem();
  }

  private MedianProblem problem() throws MalformedProblemException {
    int vertices = text.number("vertices", 1, VERTICES_MAX);
    int edges = text.number("edges", 0, EDGES_MAX);
    int open = text.number("sites to open", 1, vertices);
    int[][] ways = new int[vertices][vertices];
    for (int vertex = 0; vertex < vertices; vertex++) {
      Arrays.fill(ways[vertex], FAR);
      ways[vertex][vertex] = 0;
    }
    for (int edge = 0; edge < edges; edge++) {
      int from = text.number("an end", 1, vertices) - 1;
      int to = text.number("an end", 1, vertices) - 1;
      int length = text.number("a length", 0, LENGTH_MAX);
      if (from != to) {
        ways[from][to] = length;
        ways[to][from] = length;
      }
    }
    text.end();
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

  private static void connected(int[][] ways) throws MalformedProblemException {
    for (int to = 0; to < ways.length; to++) {
      if (ways[0][to] >= FAR) {
        throw new MalformedProblemException(
            WHAT, "no way from vertex 1 to " + (to + 1), "a network that hangs together");
      }
    }
  }
}
