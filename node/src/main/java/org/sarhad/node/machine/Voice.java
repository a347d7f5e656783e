package org.sarhad.node.machine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.response.ClockWatch;
import org.sarhad.core.response.EntryWays;
import org.sarhad.core.response.ResponseSettings;

/// What the node says by itself, without an officer: that it has received (06-9), that an erasure
/// is carried out, that a log has forked, that an assent was stale, that a deadline has passed,
/// that what was announced has come about.
final class Voice {
  private final Kernel kernel;
  private final Acknowledger acknowledger;
  private final Contests contests;
  private ClockWatch clocks;
  private ResponseSettings settings;
  private final Supplier<EntryWays> ways;
  private final Deque<Draft> drafts = new ArrayDeque<>();
  private Moment reviewedAt;

  /// @param ways how far entries have come, as shown
  Voice(Kernel kernel, Supplier<EntryWays> ways, Moment now) {
    this.kernel = kernel;
    this.ways = ways;
    this.acknowledger = new Acknowledger(kernel.settings().acks(), now);
    this.contests = new Contests(kernel);
    this.settings = kernel.response();
    this.clocks = new ClockWatch(kernel.self().party(), settings);
    this.reviewedAt = now;
  }

  /// Says `draft` as soon as anything may be said.
  void say(Draft draft) {
    drafts.add(draft);
  }

  /// An entry is known here.
  ///
  /// @param isNews whether it calls for an acknowledgement
  void heard(Told told, boolean isNews, JointFold fold, Moment now) {
    acknowledger.told(told, isNews, fold, kernel.self().origin(), now);
    contests.after(told).forEach(this::say);
  }

  /// Everything was folded anew.
  void refolded(Moment now) {
    clocks.forget();
    kernel.joint().ifPresent(fold -> acknowledger.refolded(fold, kernel.self().origin(), now));
    contests.all().forEach(this::say);
  }

  /// The first entry of a log that has none.
  void found(NodeConfiguration.Founding founding, Moment now) {
    var batch = kernel.batch(Optional.empty(), now);
    batch.writeAsNode(
        Draft.of(
            new RecordFact.Genesis(
                kernel.self().card().keys(),
                founding.recovery(),
                founding.custodians(),
                List.of())));
    kernel.commit(batch);
  }

  /// Says what there is to say.
  void speak(Moment now) {
    if (!kernel.guard().maySign() || !kernel.mayRelease()) {
      return;
    }
    if (!drafts.isEmpty()) {
      var batch = kernel.batch(Optional.empty(), now);
      drafts.forEach(batch::writeAsNode);
      drafts.clear();
      kernel.commit(batch);
    }
    acknowledge(now);
  }

  private void acknowledge(Moment now) {
    // With own entries on their way, whether one is owed is not known yet.
    if (kernel.joint().isEmpty() || !isQuiet()) {
      return;
    }
    var fold = kernel.joint().get();
    boolean isLive =
        kernel.links().values().stream().anyMatch(link -> link.state() != LinkState.SILENT);
    if (acknowledger.isDue(fold, kernel.self().origin(), isLive, now)) {
      var batch = kernel.batch(Optional.empty(), now);
      var known = fold.known();
      batch.writeAsNode(Draft.of(new RecordFact.Ack(known.count(), known.state())));
      kernel.commit(batch);
      acknowledger.said(fold, now);
    }
  }

  /// Whether none of our own entries is on its way.
  private boolean isQuiet() {
    return kernel.standing().own().tree().size() == kernel.durable().own().tree().size();
  }

  /// What was announced for a moment that has come comes about: an act expires, a version begins
  /// (07-6).
  private void comeAbout(Moment now) {
    if (!kernel.guard().maySign() || !kernel.mayRelease() || !isQuiet()) {
      return;
    }
    var due = kernel.accord().due(kernel.self().party(), now.wall());
    if (!due.isEmpty()) {
      var batch = kernel.batch(Optional.empty(), now);
      due.forEach(statement -> batch.writeAsNode(Draft.of(statement)));
      kernel.commit(batch);
    }
  }

  /// Deadlines that have passed become facts of the journal. Looks now and then.
  void review(Moment now) {
    if (!now.isAtLeast(kernel.configuration().reviewEvery(), reviewedAt) || kernel.isFrozen()) {
      return;
    }
    reviewedAt = now;
    comeAbout(now);
    if (!settings.equals(kernel.response())) {
      // Other rules have come in force: every clock is looked at by them.
      settings = kernel.response();
      clocks = new ClockWatch(kernel.self().party(), settings);
    }
    var facts = clocks.review(kernel.facts().response(), now.wall(), ways.get());
    if (!facts.isEmpty()) {
      var batch = kernel.batch(Optional.empty(), now);
      facts.forEach(fact -> batch.writeAsNode(Draft.of(fact)));
      kernel.commit(batch);
    }
  }
}
