package org.sarhad.core.barter;

import java.util.Optional;

/// A unit of measure by its code of UN/ECE Recommendation 20, with its exact size in the base unit
/// of its dimension (protocol clause 14-3.3). The code stands in signed bytes and never changes.
///
/// Units of two dimensions are never converted: a cubic metre of gas is no gigajoule, and what
/// stands between them is a clause of a contract.
public enum UnitCode {
  /// Gram: the base of mass.
  GRM("GRM", Dimension.MASS, 1, 1),
  /// Kilogram.
  KGM("KGM", Dimension.MASS, 1_000, 1),
  /// Hundred kilograms.
  DTN("DTN", Dimension.MASS, 100_000, 1),
  /// Tonne.
  TNE("TNE", Dimension.MASS, 1_000_000, 1),
  /// Pound, 0.45359237 kg.
  LBR("LBR", Dimension.MASS, 45_359_237, 100_000),
  /// Millilitre: the base of volume.
  MLT("MLT", Dimension.VOLUME, 1, 1),
  /// Litre.
  LTR("LTR", Dimension.VOLUME, 1_000, 1),
  /// Cubic metre.
  MTQ("MTQ", Dimension.VOLUME, 1_000_000, 1),
  /// Barrel of 42 US gallons, 158.987294928 l.
  BLL("BLL", Dimension.VOLUME, 158_987_294_928L, 1_000_000),
  /// Watt hour: the base of energy.
  WHR("WHR", Dimension.ENERGY, 1, 1),
  /// Kilowatt hour.
  KWH("KWH", Dimension.ENERGY, 1_000, 1),
  /// Megawatt hour.
  MWH("MWH", Dimension.ENERGY, 1_000_000, 1),
  /// Gigawatt hour.
  GWH("GWH", Dimension.ENERGY, 1_000_000_000, 1),
  /// Megajoule.
  MEGAJOULE("3B", Dimension.ENERGY, 2_500, 9),
  /// Gigajoule.
  GV("GV", Dimension.ENERGY, 2_500_000, 9),
  /// Piece: the base of what is counted.
  H87("H87", Dimension.COUNT, 1, 1),
  /// Dozen.
  DZN("DZN", Dimension.COUNT, 12, 1),
  /// Thousand.
  MIL("MIL", Dimension.COUNT, 1_000, 1),
  /// Metre: the base of length.
  MTR("MTR", Dimension.LENGTH, 1, 1),
  /// Kilometre.
  KMT("KMT", Dimension.LENGTH, 1_000, 1),
  /// Square metre: the base of area.
  MTK("MTK", Dimension.AREA, 1, 1),
  /// Hectare.
  HAR("HAR", Dimension.AREA, 10_000, 1),
  /// Square kilometre.
  KMK("KMK", Dimension.AREA, 1_000_000, 1);

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
  private final long numerator;
  private final long denominator;

  /// @param numerator of its size in base units
  /// @param denominator of the same
  UnitCode(String code, Dimension dimension, long numerator, long denominator) {
    this.code = code;
    this.dimension = dimension;
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /// The word in signed bytes: `TNE`.
  public String code() {
    return code;
  }

  /// What is measured in it.
  public Dimension dimension() {
    return dimension;
  }

  /// How many of `other` are in one of these; empty when they measure different things.
  public Optional<Rational> in(UnitCode other) {
    if (this == other) {
      return Optional.of(Rational.ONE);
    }
    return dimension == other.dimension
        ? Optional.of(
            Rational.of(
                Math.multiplyExact(numerator, other.denominator),
                Math.multiplyExact(denominator, other.numerator)))
        : Optional.empty();
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
