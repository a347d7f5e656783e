package org.sarhad.node.api;

import java.util.Optional;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Assistance;
import org.sarhad.core.response.AssistanceFact;
import org.sarhad.core.response.CostLine;
import org.sarhad.core.response.Extension;
import org.sarhad.core.response.HelpCost;
import org.sarhad.core.response.Said;
import org.sarhad.core.response.UnitId;
import org.sarhad.core.response.Words;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.IncidentViews;

/// Threads of assistance as the contract shows them, from the first question to the last figure.
record HelpThreads(Lens lens) {

  IncidentViews.Help view(Assistance thread) {
    var need = thread.need();
    var answer = thread.answered();
    return new IncidentViews.Help(
        thread.id().toString(),
        thread.owner().value(),
        thread.isOffer(),
        need.words().text(),
        need.types().stream().map(Codes::of).toList(),
        need.units().stream().map(UnitId::toString).toList(),
        need.where().map(GeoViews::of),
        thread.opened().time(),
        need.answerBy(),
        Codes.of(thread.progress()),
        thread.answer().map(Said::time),
        answer
            .map(AssistanceFact.Answered::conditions)
            .filter(conditions -> !conditions.isEmpty())
            .map(conditions -> String.join("\n", conditions.stream().map(Words::text).toList())),
        thread.conditionsAnswered().map(AssistanceFact.ConditionsAnswered::accepts),
        answer
            .filter(given -> given.answer() == AssistanceFact.Answer.DECLINED)
            .map(AssistanceFact.Answered::words)
            .or(
                () ->
                    thread
                        .conditionsAnswered()
                        .filter(given -> !given.accepts())
                        .map(AssistanceFact.ConditionsAnswered::words))
            .flatMap(HelpThreads::text),
        thread.committed().stream()
            .flatMap(committed -> committed.units().stream())
            .map(UnitId::toString)
            .distinct()
            .toList(),
        name(thread.opened()),
        thread.answer().map(this::name),
        Codes.of(thread.stage()),
        thread.deployment().map(Codes::of),
        thread.extensions().stream()
            .filter(extension -> extension.answered().isEmpty())
            .map(Extension::wanted)
            .reduce((_, later) -> later),
        thread.until(),
        thread.extensions().stream().map(this::extension).toList(),
        thread.costs().stream().map(this::cost).toList(),
        thread.endedBy().stream().map(PartyId::value).toList());
  }

  private IncidentViews.HelpExtension extension(Extension extension) {
    return new IncidentViews.HelpExtension(
        name(extension.asked()),
        extension.wanted(),
        extension.answered().map(this::name),
        extension.until(),
        extension
            .answered()
            .map(said -> ((AssistanceFact.ExtensionAnswered) said.fact()).words())
            .flatMap(HelpThreads::text));
  }

  private IncidentViews.HelpCost cost(HelpCost cost) {
    var committed = (AssistanceFact.Committed) cost.commitment().fact();
    return new IncidentViews.HelpCost(
        name(cost.commitment()),
        committed.units().stream().map(UnitId::toString).toList(),
        text(committed.words()),
        Codes.of(cost.standing()),
        cost.estimate().map(HelpThreads::line),
        cost.figure().map(HelpThreads::line),
        cost.stated().map(this::name),
        cost.answered()
            .map(said -> ((AssistanceFact.CostAnswered) said.fact()).words())
            .flatMap(HelpThreads::text));
  }

  private static IncidentViews.Cost line(CostLine line) {
    return new IncidentViews.Cost(
        line.what().text(),
        line.payer().value(),
        line.currency(),
        line.amountMinor(),
        line.quantity().map(of -> new IncidentViews.CostQuantity(of.amount(), of.unit())));
  }

  private String name(Said said) {
    return lens.entryName(said.entry());
  }

  private static Optional<String> text(Words words) {
    return Optional.of(words.text()).filter(text -> !text.isEmpty());
  }
}
