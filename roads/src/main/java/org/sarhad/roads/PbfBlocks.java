package org.sarhad.roads;

import com.google.protobuf.InvalidProtocolBufferException;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.osm.SkipOptions;
import com.graphhopper.reader.osm.pbf.PbfBlobDecoder;
import com.graphhopper.reader.osm.pbf.PbfBlobDecoderListener;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstreetmap.osmosis.osmbinary.Fileformat;

/// The blocks of a PBF, one after another: each behind the length of its head, and that behind its
/// own length. What the format allows a block to hold at most is held to before anything is
/// unpacked. Mutable, for one file.
final class PbfBlocks {
  private static final int HEAD_BYTES_MAX = 64 * 1024;
  private static final int BLOCK_BYTES_MAX = 32 * 1024 * 1024;
  private static final SkipOptions NO_RELATIONS = new SkipOptions(false, false, true);

  private final OsmFile file;
  private final InputStream in;
  private long number;

  PbfBlocks(OsmFile file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /// @throws UnfitFileException naming the block that cannot be read
  void read(Elements elements) throws IOException, UnfitFileException {
    for (byte[] length = in.readNBytes(Integer.BYTES);
        length.length > 0;
        length = in.readNBytes(Integer.BYTES)) {
      number++;
      for (ReaderElement element : block(length)) {
        elements.take(element);
      }
    }
  }

  private List<ReaderElement> block(byte[] length) throws IOException, UnfitFileException {
    try {
      var head = Fileformat.BlobHeader.parseFrom(bytes(headBytes(length), HEAD_BYTES_MAX));
      byte[] data = bytes(head.getDatasize(), BLOCK_BYTES_MAX);
      checked(Fileformat.Blob.parseFrom(data).getRawSize(), BLOCK_BYTES_MAX);
      var decoded = new Decoded();
      new PbfBlobDecoder(head.getType(), data, decoded, NO_RELATIONS).run();
      return decoded.elements();
    } catch (EOFException e) {
      throw file.broken("it ends in the middle of block " + number, e);
    } catch (InvalidProtocolBufferException | DecodingException e) {
      throw file.broken("block %d cannot be read (%s)".formatted(number, e.getMessage()), e);
    }
  }

  private static int headBytes(byte[] length) throws EOFException {
    if (length.length < Integer.BYTES) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(length).getInt();
  }

  private byte[] bytes(int count, int most) throws IOException, DecodingException {
    byte[] bytes = in.readNBytes(checked(count, most));
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  private static int checked(int count, int most) throws DecodingException {
    if (count < 0 || count > most) {
      throw new DecodingException("%d bytes; at most %d".formatted(count, most), null);
    }
    return count;
  }

  /// What became of a block.
  private static final class Decoded implements PbfBlobDecoderListener {
    private List<ReaderElement> elements = List.of();
    private @Nullable Exception failure;

    @Override
    public void complete(List<ReaderElement> decoded) {
      elements = decoded;
    }

    @Override
    public void error(Exception ex) {
      failure = ex;
    }

    List<ReaderElement> elements() throws DecodingException {
      if (failure != null) {
        throw new DecodingException(String.valueOf(failure.getMessage()), failure);
      }
      return elements;
    }
  }

  /// A decoder gave up.
  private static final class DecodingException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    DecodingException(String message, @Nullable Exception cause) {
      super(message, cause);
    }
  }
}
