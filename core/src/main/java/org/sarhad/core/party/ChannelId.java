package org.sarhad.core.party;

/// The name of one channel: what the parties have in common, such as `sarhad.example/ir-pk`. It
/// stands in every entry, so that an entry signed for one channel says nothing in another.
///
/// @param value 1 to 128 characters of `[a-z0-9./_-]`, beginning with a letter
public record ChannelId(String value) implements Comparable<ChannelId> {
  /// @throws IllegalArgumentException when the name is not of the alphabet above
  public ChannelId {
    Names.check("channel", value, "./_-", 128);
  }

  /// The channel called `value`; same as the constructor.
  public static ChannelId of(String value) {
    return new ChannelId(value);
  }

  @Override
  public int compareTo(ChannelId other) {
    return value.compareTo(other.value);
  }

  /// The name itself.
  @Override
  public String toString() {
    return value;
  }
}
