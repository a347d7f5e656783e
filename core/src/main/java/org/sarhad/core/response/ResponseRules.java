package org.sarhad.core.response;

import org.sarhad.core.fact.Decision;

/// What may be said. Pure: looks at the state and a request and answers with facts to write, each
/// marked for its audience, or with the first refusal that applies.
///
/// What the red lines of docs/domain/response.md §1 ask of the rules is kept here: no request can
/// task a unit of the other side, send a unit beyond the line, speak for the other side, or let
/// something internal out by naming it in something released.
public final class ResponseRules {
  private ResponseRules() {}

  /// Decides `request`. Costs O(log n), except the daily report, which counts.
  ///
  /// @return accepted with at least one fact, or refused; never both and never an exception for
  ///   anything a person can type
  public static Decision<ResponseFact, ResponseReply, Refusal> decide(
      ResponseState state,
      ResponseRequest request,
      ResponseSettings settings,
      RequestContext context) {
    var asked = new Case(state, settings, context);
    var incidents = new IncidentRules(asked);
    var units = new UnitRules(asked);
    var help = new HelpRules(asked);
    var deployment = new DeploymentRules(asked);
    var papers = new PaperRules(asked);
    var watch = new WatchRules(asked);
    return switch (request) {
      case ResponseRequest.OpenIncident r -> incidents.open(r);
      case ResponseRequest.NotifyPeer r -> incidents.notifyPeer(r);
      case ResponseRequest.Acknowledge r -> incidents.acknowledge(r);
      case ResponseRequest.Note r -> incidents.note(r);
      case ResponseRequest.ReachStage r -> incidents.reach(r);
      case ResponseRequest.Correct r -> incidents.correct(r);
      case ResponseRequest.Withdraw r -> incidents.withdraw(r);
      case ResponseRequest.Translate r -> incidents.translate(r);
      case ResponseRequest.RegisterUnit r -> units.register(r);
      case ResponseRequest.DescribeUnit r -> units.describe(r);
      case ResponseRequest.ShowUnit r -> units.show(r);
      case ResponseRequest.HideUnit r -> units.hide(r);
      case ResponseRequest.ReportStatus r -> units.report(r);
      case ResponseRequest.RetireUnit r -> units.retire(r);
      case ResponseRequest.TaskUnit r -> units.task(r);
      case ResponseRequest.EndTask r -> units.endTask(r);
      case ResponseRequest.RequestAssistance r -> help.request(r);
      case ResponseRequest.OfferAssistance r -> help.offer(r);
      case ResponseRequest.AnswerAssistance r -> help.answer(r);
      case ResponseRequest.CommitAssistance r -> help.commit(r);
      case ResponseRequest.SayInAssistance r -> help.say(r);
      case ResponseRequest.EndAssistance r -> help.end(r);
      case ResponseRequest.AnswerConditions r -> deployment.answerConditions(r);
      case ResponseRequest.AskExtension r -> deployment.askExtension(r);
      case ResponseRequest.AnswerExtension r -> deployment.answerExtension(r);
      case ResponseRequest.StateCost r -> deployment.stateCost(r);
      case ResponseRequest.AnswerCost r -> deployment.answerCost(r);
      case ResponseRequest.LogHotline r -> help.logCall(r);
      case ResponseRequest.AnswerHotline r -> help.answerCall(r);
      case ResponseRequest.IssueSitrep r -> papers.sitrep(r);
      case ResponseRequest.IssueDailyReport r -> papers.daily(r);
      case ResponseRequest.ImportHistory r -> papers.history(r);
      case ResponseRequest.WriteRunCard r -> papers.runCard(r);
      case ResponseRequest.OfferWatch r -> watch.offer(r);
      case ResponseRequest.TakeWatch r -> watch.take(r);
      case ResponseRequest.VacateWatch r -> watch.vacate(r);
    };
  }
}
