package org.sarhad.node.ground;

import java.io.InputStream;
import java.util.function.LongConsumer;
import org.sarhad.core.modalities.DatasetRef;
import org.sarhad.core.travel.CostGrid;
import org.sarhad.core.travel.GridFile;
import org.sarhad.core.travel.GridFrame;
import org.sarhad.core.travel.MalformedGridException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// The ground over which this node reckons.
///
/// @param grid it
/// @param sha256 of its file, by which both sides name it
public record HeldGround(CostGrid grid, Hash sha256) implements Dataset {
  /// Longest survey that is taken over the line, in bytes.
  public static final long SURVEY_BYTES_MAX = 1L << 30;

  /// Its file (protocol clause 19-2.3).
  public static final Shelf.Format<HeldGround> FORMAT =
      new Shelf.Format<>() {
        @Override
        public long bytesMax() {
          return GridFile.BYTES_MAX;
        }

        @Override
        public Bytes write(HeldGround ground) {
          return GridFile.write(ground.grid());
        }

        @Override
        public HeldGround parse(Bytes bytes) throws MalformedSurveyException {
          try {
            return new HeldGround(GridFile.parse(bytes), GridFile.name(bytes));
          } catch (MalformedGridException e) {
            throw new MalformedSurveyException(e.getMessage() + ".");
          }
        }
      };

  /// Whether it is the one that both sides agreed on (protocol clause 19-2.5).
  public boolean isSameAs(DatasetRef agreed) {
    return sha256.equals(agreed.sha256());
  }

  /// Reads a survey of `region`, cut along `line`.
  ///
  /// @param name of the file, for sentences
  public static Tray.Reading<HeldGround> survey(
      String name, InputStream in, LineFile.Course line, GridFrame region) {
    return (LongConsumer progress) -> {
      var reader = new SurveyReader(region, (bytes, _) -> progress.accept(bytes));
      reader.read(name, in, 0);
      var grid = reader.survey(line.left(), line.right(), line.course()).grid();
      var made = new HeldGround(grid, GridFile.name(GridFile.write(grid)));
      return new Draft<>(made, true, reader.refused(), reader.refusals());
    };
  }
}
