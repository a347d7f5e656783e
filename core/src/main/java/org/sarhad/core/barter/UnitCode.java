package org.sarhad.core.barter;

import java.util.Optional;

/// A unit of measure by its code of UN/ECE Recommendation 20, with its exact size in the base unit
/// of its dimension (protocol clause 14-3.3). The code stands in signed bytes and never changes.
///
/// Units of two dimensions are never converted: a cubic metre of gas is no gigajoule, and what
/// stands between them is a clause of a contract.
public enum UnitCode {
  /// Gram: the base of mass.
  GRM("GRM", Dimension.MASS, Rational.ONE),
  /// Kilogram.
  KGM("KGM", Dimension.MASS, Rational.of(1_000)),
  /// Hundred kilograms.
  DTN("DTN", Dimension.MASS, Rational.of(100_000)),
  /// Tonne.
  TNE("TNE", Dimension.MASS, Rational.of(1_000_000)),
  /// Pound, 0.45359237 kg.
  LBR("LBR", Dimension.MASS, Rational.of(45_359_237, 100_000)),
  /// Millilitre: the base of volume.
  MLT("MLT", Dimension.VOLUME, Rational.ONE),
  /// Litre.
  LTR("LTR", Dimension.VOLUME, Rational.of(1_000)),
  /// Cubic metre.
  MTQ("MTQ", Dimension.VOLUME, Rational.of(1_000_000)),
  /// Barrel of 42 US gallons, 158.987294928 l.
  BLL("BLL", Dimension.VOLUME, Rational.of(158_987_294_928L, 1_000_000)),
  /// Watt hour: the base of energy.
  WHR("WHR", Dimension.ENERGY, Rational.ONE),
  /// Kilowatt hour.
  KWH("KWH", Dimension.ENERGY, Rational.of(1_000)),
  /// Megawatt hour.
  MWH("MWH", Dimension.ENERGY, Rational.of(1_000_000)),
  /// Gigawatt hour.
  GWH("GWH", Dimension.ENERGY, Rational.of(1_000_000_000)),
  /// Megajoule.
  MEGAJOULE("3B", Dimension.ENERGY, Rational.of(2_500, 9)),
  /// Gigajoule.
  GV("GV", Dimension.ENERGY, Rational.of(2_500_000, 9)),
  /// Piece: the base of what is counted.
  H87("H87", Dimension.COUNT, Rational.ONE),
  /// Dozen.
  DZN("DZN", Dimension.COUNT, Rational.of(12)),
  /// Thousand.
  MIL("MIL", Dimension.COUNT, Rational.of(1_000)),
  /// Metre: the base of length.
  MTR("MTR", Dimension.LENGTH, Rational.ONE),
  /// Kilometre.
  KMT("KMT", Dimension.LENGTH, Rational.of(1_000)),
  /// Square metre: the base of area.
  MTK("MTK", Dimension.AREA, Rational.ONE),
  /// Hectare.
  HAR("HAR", Dimension.AREA, Rational.of(10_000)),
  /// Square kilometre.
  KMK("KMK", Dimension.AREA, Rational.of(1_000_000));

  /// What is measured.
  public enum Dimension {
    /// In grams.
    MASS,
    /// In millilitres.
    VOLUME,
    /// In watt hours.
    ENERGY,
    /// In pieces.
    COUNT,
    /// In metres.
    LENGTH,
    /// In square metres.
    AREA
  }

  private final String code;
  private final Dimension dimension;

  @SuppressWarnings("ImmutableEnumChecker") // A record of two BigIntegers is as immutable as they.
  private final Rational factor;

  UnitCode(String code, Dimension dimension, Rational factor) {
    this.code = code;
    this.dimension = dimension;
    this.factor = factor;
  }

  /// The word in signed bytes: `TNE`.
  public String code() {
    return code;
  }

  /// What is measured in it.
  public Dimension dimension() {
    return dimension;
  }

  /// How many base units it has, exactly.
  public Rational factor() {
    return factor;
  }

  /// How many of `other` are in one of these; empty when they measure different things.
  public Optional<Rational> in(UnitCode other) {
    return dimension == other.dimension ? factor.dividedBy(other.factor) : Optional.empty();
  }

  /// The unit of `code`.
  ///
  /// @throws IllegalArgumentException when this version knows none
  public static UnitCode of(String code) {
    for (UnitCode unit : values()) {
      if (unit.code.equals(code)) {
        return unit;
      }
    }
    throw new IllegalArgumentException(
        "unit \"%s\"; expected a code of UN/ECE Recommendation 20 such as TNE or MWH"
            .formatted(code));
  }
}
