package org.sarhad.node.ground;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.LineIndex;
import org.sarhad.core.geo.Polyline;
import org.sarhad.core.joint.Border;
import org.sarhad.core.tracks.LineVersion;
import org.sarhad.core.tracks.WatchedLine;
import org.sarhad.core.travel.LineTrial;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// The operational line by which this node judges places, and its file, byte for byte: by its
/// SHA-256 both sides name it.
///
/// @param line its pieces; none for a file that was read and has only faults
/// @param drawn how everything in the file runs that lies in the region, faults and all
/// @param file the bytes
/// @param sha256 of them
/// @param watched the line by which tracks are judged; empty when its pieces do not make one line
///   with the same sides on either hand all along
/// @param trial what it would make of the ground that was held when it was read, if that was asked
public record HeldLine(
    LineFile line,
    List<Polyline> drawn,
    Bytes file,
    Hash sha256,
    Optional<WatchedLine> watched,
    Optional<LineTrial> trial)
    implements Dataset {
  /// Its file is not longer than this.
  public static final int BYTES_MAX = 8 << 20;

  /// Its file.
  public static final Shelf.Format<HeldLine> FORMAT =
      new Shelf.Format<>() {
        @Override
        public long bytesMax() {
          return BYTES_MAX;
        }

        @Override
        public Bytes write(HeldLine line) {
          return line.file();
        }

        @Override
        public HeldLine parse(Bytes bytes) throws MalformedSurveyException {
          return HeldLine.parse(bytes);
        }
      };

  /// Copies the list.
  public HeldLine {
    drawn = List.copyOf(drawn);
  }

  /// The line in `file`, as a node takes it at its start.
  ///
  /// @throws MalformedSurveyException when there is none in it
  public static HeldLine parse(Bytes file) throws MalformedSurveyException {
    var line = LineFile.parse(file);
    return of(line, line.course(), file, Optional.empty());
  }

  static HeldLine of(LineFile line, List<Polyline> drawn, Bytes file, Optional<LineTrial> trial) {
    var sha256 = Merkle.sha256(file);
    return new HeldLine(line, drawn, file, sha256, watched(line, sha256), trial);
  }

  private static Optional<WatchedLine> watched(LineFile line, Hash sha256) {
    var version = new LineVersion(sha256, line.uncertaintyM());
    return line.whole()
        .filter(whole -> !whole.left().equals(whole.right()))
        .map(
            whole ->
                new WatchedLine(
                    LineIndex.of(whole.course()), whole.left(), whole.right(), version));
  }

  /// The same as whoever asks whose soil a place is on sees it.
  public Border border() {
    return new Border(line, line, line.course(), Optional.of(sha256));
  }
}
