package org.sarhad.tlog.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.testing.ParserCheck;
import org.sarhad.tlog.testing.TestLog;

class PackageReaderTest {
  private static final int ENTRY_BYTES_MAX = 16 * 1024;
  private static final TestLog LOG = TestLog.of("ir.sarhad.example/joint", 1000);

  /// A whole request, as it would be held if anybody held one.
  private record Request(AddEntries header, List<EntryPackage> packages) {
    static Request parse(Bytes body) throws MalformedAddEntriesException {
      try {
        var reader = PackageReader.open(new ByteArrayInputStream(body.toArray()), ENTRY_BYTES_MAX);
        var packages = new ArrayList<EntryPackage>();
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
          packages.add(next.get());
        }
        return new Request(reader.header(), packages);
      } catch (IOException e) {
        throw new AssertionError("memory does not fail", e);
      }
    }

    Bytes bytes() {
      var parts = new ArrayList<Bytes>();
      parts.add(header.bytes());
      packages.forEach(part -> parts.add(part.bytes()));
      return Bytes.concat(parts.toArray(Bytes[]::new));
    }
  }

  private static Request request(long start, long end, String ticket) {
    var header = new AddEntries(LOG.origin(), start, end, Bytes.ofUtf8(ticket));
    var packages = new ArrayList<EntryPackage>();
    for (long i = 0; i < header.packageCount(); i++) {
      var range = header.range(i);
      packages.add(EntryPackage.of(range, LOG.entries(range.start(), range.end()), end, LOG));
    }
    return new Request(header, packages);
  }

  private static final ParserCheck<Request> CHECK =
      new ParserCheck<>(Request::parse, Request::bytes, MalformedAddEntriesException.class);

  @Test
  void aRequestIsReadAsItWasWritten() throws Exception {
    for (long[] range : new long[][] {{0, 0}, {0, 1}, {0, 256}, {255, 257}, {300, 1000}}) {
      var request = request(range[0], range[1], "t");
      assertThat(Request.parse(request.bytes())).isEqualTo(request);
    }
  }

  /// The sequence of packages, against the formulas of tlog-mirror.
  @Test
  void thePackagesOfARange() {
    for (long start = 0; start <= 600; start += 37) {
      for (long end = start; end <= 900; end += 41) {
        var header = new AddEntries("x", start, end, Bytes.EMPTY);
        long roundedStart = start / 256 * 256;
        long roundedEnd = (end + 255) / 256 * 256;
        long count = start == end ? 0 : (roundedEnd - roundedStart) / 256;
        assertThat(header.packageCount()).isEqualTo(count);
        for (long i = 0; i < count; i++) {
          assertThat(header.range(i))
              .isEqualTo(
                  new PackageRange(
                      Math.max(start, roundedStart + i * 256),
                      Math.min(end, roundedStart + (i + 1) * 256)));
        }
      }
    }
    var last = new AddEntries("x", Long.MAX_VALUE - 1, Long.MAX_VALUE, Bytes.EMPTY);
    assertThat(last.range(0)).isEqualTo(new PackageRange(Long.MAX_VALUE - 1, Long.MAX_VALUE));
    var all = new AddEntries("x", 0, Long.MAX_VALUE, Bytes.EMPTY);
    assertThat(all.packageCount()).isEqualTo(1L << 55);
    assertThat(all.range((1L << 55) - 1).end()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aBodyMayEndBetweenPackagesAndNowhereElse() throws Exception {
    var request = request(250, 600, "");
    var whole = request.bytes();
    var header = request.header().bytes().size();
    var first = header + request.packages().get(0).bytes().size();
    var second = first + request.packages().get(1).bytes().size();
    for (int size = 0; size <= whole.size(); size++) {
      var cut = whole.slice(0, size);
      if (size == header || size == first || size == second || size == whole.size()) {
        assertThat(Request.parse(cut).bytes()).isEqualTo(cut);
      } else {
        assertThatThrownBy(() -> Request.parse(cut))
            .isExactlyInstanceOf(MalformedAddEntriesException.class);
      }
    }
  }

  /// What came before the damage is handed out.
  @Test
  void packagesBeforeABrokenOneAreRead() throws Exception {
    var request = request(0, 600, "");
    var cut = request.bytes().slice(0, request.bytes().size() - 1);
    var reader = PackageReader.open(new ByteArrayInputStream(cut.toArray()), ENTRY_BYTES_MAX);
    assertThat(reader.next()).contains(request.packages().get(0));
    assertThat(reader.next()).contains(request.packages().get(1));
    assertThatThrownBy(reader::next).isInstanceOf(MalformedAddEntriesException.class);
  }

  @Test
  void damagedRequests() {
    CHECK.damaged(
        20_000,
        List.of(
            request(0, 0, "").bytes(),
            request(0, 3, "ticket").bytes(),
            request(254, 258, "").bytes()));
  }

  @Test
  void otherBodiesAreNoRequests() {
    var origin = Bytes.concat(u16(LOG.origin().length()), Bytes.ofUtf8(LOG.origin()));
    CHECK.refuses(
        List.of(
            Bytes.EMPTY,
            Bytes.concat(u16(0), u64(0), u64(0), u16(0)),
            Bytes.concat(u16(1), Bytes.of((byte) 0xff), u64(0), u64(0), u16(0)),
            Bytes.concat(u16(256), Bytes.of(new byte[256]), u64(0), u64(0), u16(0)),
            Bytes.concat(origin, u64(2), u64(1), u16(0)),
            Bytes.concat(origin, u64(-1), u64(-1), u16(0)),
            Bytes.concat(origin, u64(0), u64(Long.MIN_VALUE), u16(0)),
            Bytes.concat(origin, u64(0), u64(0), u16(65_535)),
            // More than was announced.
            Bytes.concat(origin, u64(0), u64(0), u16(0), Bytes.of((byte) 0)),
            // An entry larger than we take.
            Bytes.concat(origin, u64(0), u64(1), u16(0), u16(ENTRY_BYTES_MAX + 1)),
            // 64 hashes.
            Bytes.concat(
                origin,
                u64(0),
                u64(1),
                u16(0),
                u16(0),
                Bytes.of((byte) 64),
                Bytes.of(new byte[64 * 32]))));
  }

  /// A peer that announces every entry there can be, and sends empty ones until it tires.
  @Test
  void anEndlessRequestIsReadPackageByPackage() throws Exception {
    var header = new AddEntries(LOG.origin(), 0, Long.MAX_VALUE, Bytes.EMPTY).bytes();
    // Two zero bytes for each entry, and one for "no hashes".
    int packageSize = 256 * 2 + 1;
    var zeros = new byte[10_000 * packageSize + 7];
    var body = Bytes.concat(header, Bytes.of(zeros)).toArray();
    var reader = PackageReader.open(new ByteArrayInputStream(body), ENTRY_BYTES_MAX);
    for (int i = 0; i < 10_000; i++) {
      assertThat(reader.next().orElseThrow().range().start()).isEqualTo(i * 256L);
    }
    assertThatThrownBy(reader::next).isInstanceOf(MalformedAddEntriesException.class);
  }

  private static Bytes u16(int value) {
    return Bytes.of(ByteBuffer.allocate(2).putShort((short) value).flip());
  }

  private static Bytes u64(long value) {
    return Bytes.of(ByteBuffer.allocate(8).putLong(value).flip());
  }
}
