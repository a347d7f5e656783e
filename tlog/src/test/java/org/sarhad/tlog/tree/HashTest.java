package org.sarhad.tlog.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sarhad.tlog.Bytes;

class HashTest {
  @Test
  void theKnownRoots() {
    assertThat(Merkle.EMPTY_ROOT.hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Merkle.EMPTY_ROOT).hasToString("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    // RFC 6962's own tests: the leaf without bytes, and the leaf "L123456".
    assertThat(Merkle.leaf(Bytes.EMPTY).hex())
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    assertThat(Merkle.leaf(Bytes.ofUtf8("L123456")).hex())
        .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    assertThat(Merkle.leaf(new byte[0])).isEqualTo(Merkle.leaf(Bytes.EMPTY));
  }

  @Test
  void aHashHasOneSpelling() {
    var hash = Merkle.EMPTY_ROOT;
    assertThat(Hash.parseBase64(hash.toString())).contains(hash);
    assertThat(Hash.parseHex(hash.hex())).contains(hash);
    assertThat(Hash.of(hash.toBytes())).isEqualTo(hash);
    for (var other :
        new String[] {
          "",
          "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
          "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=", // stray bits
          "47DEQpj8HBSa+_TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
          "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
          "AAAA",
        }) {
      assertThat(Hash.parseBase64(other)).as(other).isEmpty();
    }
    assertThat(Hash.parseHex(hash.hex().toUpperCase(Locale.ROOT))).isEmpty();
  }

  @Test
  void orderIsByUnsignedBytes() {
    var low = Hash.parseHex("7f" + "00".repeat(31)).orElseThrow();
    var high = Hash.parseHex("80" + "00".repeat(31)).orElseThrow();
    var higher = Hash.parseHex("80" + "00".repeat(30) + "01").orElseThrow();
    assertThat(low).isLessThan(high);
    assertThat(high).isLessThan(higher).isEqualByComparingTo(high);
    assertThatThrownBy(() -> Hash.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
  }
}
