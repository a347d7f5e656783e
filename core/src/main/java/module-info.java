import org.jspecify.annotations.NullMarked;

/// What two sides can say to each other, and what follows from it. Pure: no clock, no random
/// number, no file, no socket; the same input gives the same bytes on both nodes.
///
/// Bottom first: the nouns (`party`, `time`, `geo`), the values (`data`, `json`), the signed
/// sentence (`entry`), its place in the joint order (`order`), what a fact is (`fact`), the facts
/// about the channel itself (`record`), what several sides agree on (`act`), the rules they have
/// agreed on (`modalities`), what the registers kept together have in common (`register`); the
/// applications; on top of them all, what it comes to together (`joint`); and what each side knew
/// at a moment of the past (`replay`).
@NullMarked
module org.sarhad.core {
  requires static org.jspecify;
  requires transitive org.sarhad.tlog;

  exports org.sarhad.core.act;
  exports org.sarhad.core.activity;
  exports org.sarhad.core.barter;
  exports org.sarhad.core.commitments;
  exports org.sarhad.core.complaints;
  exports org.sarhad.core.crossing;
  exports org.sarhad.core.data;
  exports org.sarhad.core.delivery;
  exports org.sarhad.core.energy;
  exports org.sarhad.core.entry;
  exports org.sarhad.core.fact;
  exports org.sarhad.core.geo;
  exports org.sarhad.core.handover;
  exports org.sarhad.core.health;
  exports org.sarhad.core.information;
  exports org.sarhad.core.inquiry;
  exports org.sarhad.core.joint;
  exports org.sarhad.core.json;
  exports org.sarhad.core.market;
  exports org.sarhad.core.meetings;
  exports org.sarhad.core.modalities;
  exports org.sarhad.core.names;
  exports org.sarhad.core.order;
  exports org.sarhad.core.party;
  exports org.sarhad.core.posture;
  exports org.sarhad.core.record;
  exports org.sarhad.core.register;
  exports org.sarhad.core.replay;
  exports org.sarhad.core.response;
  exports org.sarhad.core.screening;
  exports org.sarhad.core.simulation;
  exports org.sarhad.core.time;
  exports org.sarhad.core.tracks;
  exports org.sarhad.core.travel;
}
