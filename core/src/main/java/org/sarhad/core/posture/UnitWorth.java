package org.sarhad.core.posture;

/// What units are worth at points, in two parts that are added up apart: a plan is worth both
/// together, and each can have a floor below which nothing takes it.
sealed interface UnitWorth {
  /// How many parts there are.
  int PARTS = 2;

  /// What one more unit at `point` adds to `part` where `present` are in reach of it already.
  ///
  /// @param part 0 or 1
  long gain(int part, int point, int present);

  /// A plan of all sides: what is covered on the soil of the first one, and of the second.
  record OfSoil(CoverModel model) implements UnitWorth {
    @Override
    public long gain(int part, int point, int present) {
      return model.owner(point) == part ? model.gain(point, present) : 0;
    }
  }

  /// A plan of one side's units where the other side stands as it says: what `side` has for certain
  /// on its own soil, and what both are taken to have beyond that. Only the first has a floor.
  record OfReply(CoverModel model, PointHelp help, int side) implements UnitWorth {
    /// The part that has a floor.
    static final int SURE = 0;

    @Override
    public long gain(int part, int point, int present) {
      long sure = model.owner(point) == side ? help.sureGain(point, present) : 0;
      return part == SURE ? sure : help.gain(point, present) - sure;
    }
  }
}
