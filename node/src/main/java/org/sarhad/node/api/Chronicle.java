package org.sarhad.node.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.AccessRequest;
import org.sarhad.core.inquiry.AgreedAct;
import org.sarhad.core.inquiry.Claim;
import org.sarhad.core.inquiry.ClaimEnd;
import org.sarhad.core.inquiry.Dissent;
import org.sarhad.core.inquiry.Exhibit;
import org.sarhad.core.inquiry.MatterFile;
import org.sarhad.core.inquiry.Position;
import org.sarhad.core.inquiry.Question;
import org.sarhad.core.inquiry.SealedClaim;
import org.sarhad.core.inquiry.Stamp;
import org.sarhad.core.inquiry.Transfer;
import org.sarhad.core.inquiry.Translation;
import org.sarhad.core.inquiry.Visit;
import org.sarhad.core.inquiry.Words;
import org.sarhad.node.api.view.MatterViews;

/// Everything that was said in one matter, in the joint order: what a timeline shows side by side.
/// O(n log n) in what was said.
final class Chronicle {
  private final MatterFile file;
  private final Naming naming;
  private final List<Step> steps = new ArrayList<>();

  /// One thing that was said.
  ///
  /// @param what a code of the contract's `TimelineEvent`
  /// @param about the entry it is about, if it is about an earlier one
  /// @param claim the claim it states or is about
  /// @param code a stance, a level, an answer, a stage, a property
  private record Step(
      Stamp stamp,
      String what,
      Optional<EntryId> about,
      Optional<Claim> claim,
      Optional<String> code,
      Optional<Words> words) {}

  private Chronicle(MatterFile file, Naming naming) {
    this.file = file;
    this.naming = naming;
  }

  /// All of it, the first first.
  static Chronicle of(MatterFile file, Naming naming) {
    Chronicle chronicle = new Chronicle(file, naming);
    chronicle.add(file.opened(), "opened", Optional.of(file.said().title()));
    file.closed()
        .values()
        .forEach(closing -> chronicle.add(closing.said(), "closed", Optional.of(closing.reason())));
    file.accounts().claims().values().forEach(chronicle::claim);
    file.accounts().seals().values().forEach(chronicle::seal);
    file.accounts().questions().values().forEach(chronicle::question);
    file.exhibits().items().values().forEach(chronicle::exhibit);
    file.exhibits().requests().values().forEach(chronicle::request);
    file.joint().acts().values().forEach(chronicle::act);
    file.joint().passes().values().forEach(chronicle::pass);
    file.joint().remarks().values().forEach(chronicle::remark);
    file.joint().dissents().values().forEach(chronicle::dissent);
    chronicle.steps.sort(Comparator.comparingLong(step -> step.stamp().place()));
    return chronicle;
  }

  int size() {
    return steps.size();
  }

  /// The steps `[from, to)`.
  List<MatterViews.EventView> page(int from, int to) {
    return steps.subList(from, to).stream().map(this::view).toList();
  }

  private MatterViews.EventView view(Step step) {
    Stamp stamp = step.stamp();
    return new MatterViews.EventView(
        naming.entry(stamp.entry()),
        stamp.by().value(),
        stamp.time(),
        step.what(),
        step.about().map(naming::entry),
        step.claim().map(claim -> claim.says().subject().toString()),
        step.claim().map(claim -> claim.says().value().toJson()),
        step.code(),
        step.words().map(Claims::words),
        naming.isFinal(stamp.entry()));
  }

  private void add(Stamp stamp, String what, Optional<Words> words) {
    steps.add(new Step(stamp, what, Optional.empty(), Optional.empty(), Optional.empty(), words));
  }

  private void add(Stamp stamp, String what, EntryId about, String code, Optional<Words> words) {
    steps.add(
        new Step(stamp, what, Optional.of(about), Optional.empty(), Optional.of(code), words));
  }

  private void add(
      Stamp stamp, String what, Claim claim, Optional<String> code, Optional<Words> words) {
    steps.add(new Step(stamp, what, Optional.of(claim.id()), Optional.of(claim), code, words));
  }

  private void claim(Claim claim) {
    Optional<Words> original = claim.says().original();
    if (claim.revealed().isPresent()) {
      add(claim.revealed().get(), "revealed", claim, Optional.empty(), original);
    } else {
      boolean isSuccessor = claim.supersedes().isPresent();
      Optional<Words> reason =
          claim
              .supersedes()
              .flatMap(file.accounts()::find)
              .flatMap(Claim::end)
              .map(ClaimEnd::reason);
      add(
          claim.stated(),
          isSuccessor ? "superseded" : "claimed",
          claim,
          Optional.empty(),
          isSuccessor ? reason : original);
    }
    claim
        .end()
        .filter(end -> end.successor().isEmpty())
        .ifPresent(
            end ->
                add(end.said(), "withdrawn", claim, Optional.empty(), Optional.of(end.reason())));
    claim.everyPosition().forEach(position -> position(claim, position));
    claim.translations().values().forEach(made -> translation(claim, made));
  }

  private void position(Claim claim, Position position) {
    add(
        position.taken(),
        "position",
        claim,
        Optional.of(Codes.of(position.stance())),
        position.said().reason());
  }

  private void translation(Claim claim, Translation made) {
    add(made.signed(), "translated", claim, Optional.empty(), Optional.of(made.words()));
  }

  private void seal(SealedClaim seal) {
    add(seal.sealed(), "sealed", Optional.empty());
  }

  private void question(Question question) {
    steps.add(
        new Step(
            question.asked(),
            "asked",
            Optional.empty(),
            Optional.empty(),
            Optional.of(question.said().property().code()),
            question.said().words()));
  }

  private void exhibit(Exhibit item) {
    boolean isRedacted = item.lineage().redaction().isPresent();
    add(
        item.registered(),
        isRedacted ? "redacted" : "registered",
        item.id(),
        Codes.of(item.lineage().copy()),
        item.lineage().redaction());
    if (!item.opening().since().equals(item.registered())) {
      add(
          item.opening().since(),
          "released",
          item.id(),
          Codes.of(item.opening().level()),
          Optional.empty());
    }
    item.custody().values().forEach(passed -> custody(item, passed));
  }

  private void custody(Exhibit item, Transfer passed) {
    steps.add(
        new Step(
            passed.stated(),
            "custody",
            Optional.of(item.id()),
            Optional.empty(),
            Optional.empty(),
            Optional.of(passed.said().reason())));
  }

  private void request(AccessRequest request) {
    add(
        request.asked(),
        "access_requested",
        request.said().exhibit(),
        Codes.of(request.said().wanted()),
        Optional.of(request.said().reason()));
    request
        .answer()
        .ifPresent(
            answer ->
                add(
                    answer.given(),
                    "access_answered",
                    request.said().exhibit(),
                    Codes.of(answer.said().answer()),
                    Optional.of(answer.said().reason())));
  }

  /// An act stands where it came to the stage it has now.
  private void act(AgreedAct act) {
    String what = "act_" + Codes.of(act.terms().kind());
    add(act.moved(), what, act.id(), act.stage().code(), Optional.empty());
  }

  private void pass(Visit.Pass pass) {
    steps.add(
        new Step(
            pass.used(),
            "pass_used",
            Optional.of(pass.said().visit()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private void remark(Visit.Remark remark) {
    steps.add(
        new Step(
            remark.stated(),
            "minutes_not_agreed",
            Optional.of(remark.said().visit()),
            Optional.empty(),
            Optional.empty(),
            Optional.of(remark.said().words())));
  }

  private void dissent(Dissent dissent) {
    steps.add(
        new Step(
            dissent.annexed(),
            "dissent",
            Optional.of(dissent.said().finding()),
            Optional.empty(),
            dissent.said().property().map(property -> property.code()),
            Optional.of(dissent.said().words())));
  }
}
