package org.sarhad.node.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.AgreedAct;
import org.sarhad.core.inquiry.AliasTerms;
import org.sarhad.core.inquiry.Dissent;
import org.sarhad.core.inquiry.FindingTerms;
import org.sarhad.core.inquiry.MatterFile;
import org.sarhad.core.inquiry.MinutesTerms;
import org.sarhad.core.inquiry.Outcome;
import org.sarhad.core.inquiry.Property;
import org.sarhad.core.inquiry.Subject;
import org.sarhad.core.inquiry.Value;
import org.sarhad.core.inquiry.Visit;
import org.sarhad.core.inquiry.VisitTerms;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.JointWorkViews;
import org.sarhad.node.api.view.MatterViews;

/// Visits, findings and aliases of one matter as the contract shows them. A draft of a finding is a
/// proposal like any other: it stands here from the moment it is made.
final class JointPages {
  /// So many of each are sent at once: the newest.
  static final int LISTED_MAX = 200;

  private final MatterFile file;
  private final Naming naming;
  private final Function<EntryId, Optional<String>> leaf;
  private final Function<EntryId, Optional<EntryId>> supersedes;

  /// @param leaf the leaf hash of a proposal: what a signature has to name
  /// @param supersedes which act a proposal is to take the place of
  JointPages(
      MatterFile file,
      Naming naming,
      Function<EntryId, Optional<String>> leaf,
      Function<EntryId, Optional<EntryId>> supersedes) {
    this.file = file;
    this.naming = naming;
    this.leaf = leaf;
    this.supersedes = supersedes;
  }

  JointWorkViews.JointWork view() {
    List<AgreedAct> visits = newest(acts(VisitTerms.class));
    List<AgreedAct> findings = newest(acts(FindingTerms.class));
    List<AgreedAct> aliases = newest(acts(AliasTerms.class));
    return new JointWorkViews.JointWork(
        visits.stream().limit(LISTED_MAX).flatMap(act -> visit(act).stream()).toList(),
        visits.size(),
        findings.stream().limit(LISTED_MAX).flatMap(act -> finding(act).stream()).toList(),
        findings.size(),
        aliases.stream().limit(LISTED_MAX).flatMap(act -> alias(act).stream()).toList(),
        aliases.size());
  }

  private Stream<AgreedAct> acts(Class<?> terms) {
    return file.joint().acts().values().filter(act -> terms.isInstance(act.terms()));
  }

  private static List<AgreedAct> newest(Stream<AgreedAct> acts) {
    return acts.sorted(Comparator.comparingLong((AgreedAct act) -> act.moved().place()).reversed())
        .toList();
  }

  private JointWorkViews.ActView act(AgreedAct act) {
    return new JointWorkViews.ActView(
        naming.entry(act.id()),
        act.id().toString(),
        leaf.apply(act.id()).orElse(""),
        act.proposer().value(),
        act.stage().code(),
        act.version(),
        act.moved().time(),
        supersedes.apply(act.id()).map(naming::entry),
        naming.isFinal(act.moved().entry()));
  }

  // ---- visits ---------------------------------------------------------------------------------

  private Optional<JointWorkViews.VisitView> visit(AgreedAct act) {
    return file.joint()
        .visit(act.id())
        .map(
            visit ->
                new JointWorkViews.VisitView(
                    act(act),
                    visit.terms().host().value(),
                    GeoViews.of(visit.terms().place()),
                    visit.terms().window().from(),
                    visit.terms().window().to(),
                    visit.terms().experts().stream().map(JointPages::experts).toList(),
                    visit.pass().map(this::pass),
                    minutes(act.id()),
                    visit.notAgreed().stream().map(this::remark).toList()));
  }

  private static JointWorkViews.ExpertsView experts(VisitTerms.Experts line) {
    return new JointWorkViews.ExpertsView(line.side().value(), line.function(), line.count());
  }

  private JointWorkViews.PassView pass(Visit.Pass pass) {
    return new JointWorkViews.PassView(
        naming.entry(pass.used().entry()),
        pass.used().by().value(),
        pass.said().at(),
        pass.said().experts());
  }

  private JointWorkViews.RemarkView remark(Visit.Remark remark) {
    return new JointWorkViews.RemarkView(
        naming.entry(remark.stated().entry()),
        remark.stated().by().value(),
        remark.stated().time(),
        Claims.words(remark.said().words()));
  }

  /// Minutes of a visit, whatever their stage.
  private List<JointWorkViews.MinutesView> minutes(EntryId visit) {
    return acts(MinutesTerms.class)
        .flatMap(
            act ->
                act.terms() instanceof MinutesTerms terms && terms.visit().equals(visit)
                    ? Stream.of(
                        new JointWorkViews.MinutesView(
                            act(act),
                            terms.words().stream().map(Claims::words).toList(),
                            terms.exhibits().stream().map(naming::entry).toList()))
                    : Stream.empty())
        .toList();
  }

  // ---- findings -------------------------------------------------------------------------------

  private Optional<JointWorkViews.FindingView> finding(AgreedAct act) {
    return act.terms() instanceof FindingTerms terms
        ? Optional.of(
            new JointWorkViews.FindingView(
                act(act),
                Codes.of(terms.standard()),
                terms.items().stream().map(this::item).toList(),
                terms.remedies().stream().map(JointPages::remedy).toList(),
                terms.words().stream().map(Claims::words).toList(),
                file.joint().dissentsFrom(act.id()).stream().map(this::dissent).toList()))
        : Optional.empty();
  }

  private static JointWorkViews.RemedyView remedy(FindingTerms.Remedy remedy) {
    return new JointWorkViews.RemedyView(
        remedy.owner().value(), Claims.words(remedy.words()), remedy.due());
  }

  MatterViews.ItemView item(FindingTerms.Item item) {
    Subject subject = item.subject();
    Optional<Value> one =
        switch (item.outcome()) {
          case Outcome.AgreedValue(Value value) -> Optional.of(value);
          case Outcome.AgreedRange(Value range) -> Optional.of(range);
          case Outcome.Differ _, Outcome.NeitherEstablished _ -> Optional.empty();
        };
    List<Outcome.SideValue> many =
        item.outcome() instanceof Outcome.Differ(List<Outcome.SideValue> values)
            ? values
            : List.of();
    return new MatterViews.ItemView(
        subject.toString(),
        subject.property().code(),
        subject.unit().map(Codes::of),
        subject.category().map(Codes::of),
        item.outcome().code(),
        one.map(Value::toJson),
        many.stream()
            .map(
                found ->
                    new MatterViews.SideValueView(found.side().value(), found.value().toJson()))
            .toList(),
        item.restsOn().stream().map(naming::entry).toList());
  }

  MatterViews.DissentView dissent(Dissent dissent) {
    return new MatterViews.DissentView(
        naming.entry(dissent.annexed().entry()),
        dissent.annexed().by().value(),
        dissent.annexed().time(),
        dissent.said().property().map(Property::code),
        Claims.words(dissent.said().words()));
  }

  // ---- aliases --------------------------------------------------------------------------------

  private Optional<JointWorkViews.AliasView> alias(AgreedAct act) {
    return switch (act.terms()) {
      case AliasTerms.OfLabels(EntryId _, List<String> labels) ->
          Optional.of(new JointWorkViews.AliasView(act(act), labels, List.of()));
      case AliasTerms.OfMatters(List<EntryId> matters) ->
          Optional.of(
              new JointWorkViews.AliasView(
                  act(act), List.of(), matters.stream().map(naming::entry).toList()));
      case FindingTerms _, VisitTerms _, MinutesTerms _ -> Optional.empty();
    };
  }
}
