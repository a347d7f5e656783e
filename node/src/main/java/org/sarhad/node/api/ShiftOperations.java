package org.sarhad.node.api;

import static org.sarhad.core.party.Role.CHIEF;
import static org.sarhad.core.party.Role.DISPATCHER;
import static org.sarhad.core.party.Role.LIAISON;
import static org.sarhad.core.party.Role.SECTOR_COMMANDER;
import static org.sarhad.core.party.Role.WATCH_OFFICER;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.core.response.AssistanceId;
import org.sarhad.core.response.Capability;
import org.sarhad.core.response.Checklist;
import org.sarhad.core.response.Checklists;
import org.sarhad.core.response.CodeWord;
import org.sarhad.core.response.Deadline;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.Label;
import org.sarhad.core.response.Refusal;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.RunCard;
import org.sarhad.core.response.RunCards;
import org.sarhad.core.response.SharedCard;
import org.sarhad.core.response.UnitId;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.response.WatchBook;
import org.sarhad.node.account.Account;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.account.OfficerKey;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.LinkStateView;
import org.sarhad.node.api.view.OverviewView.DutyView;
import org.sarhad.node.api.view.ShiftViews;
import org.sarhad.node.machine.Outcome;

/// Run cards and the watch.
final class ShiftOperations {
  private static final int TEXT_MAX = 4_000;
  private static final int REMINDER_MINUTES = 15;

  private static final Access COMMITS = Access.of(SECTOR_COMMANDER, CHIEF);
  private static final Access STANDS_WATCH =
      Access.of(WATCH_OFFICER, DISPATCHER, LIAISON, SECTOR_COMMANDER);

  private final Surface surface;
  private final Accounts accounts;

  ShiftOperations(Surface surface, Accounts accounts) {
    this.surface = surface;
    this.accounts = accounts;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listRunCards", "/api/v1/run-cards", Access.signedIn(), this::cards),
        Operation.post("writeRunCard", "/api/v1/run-cards", COMMITS, this::writeCard),
        Operation.get("getShift", "/api/v1/shift", Access.signedIn(), this::shift),
        Operation.post("offerHandover", "/api/v1/shift/handover", STANDS_WATCH, this::offer),
        Operation.post("takeWatch", "/api/v1/shift/take", STANDS_WATCH, this::take),
        Operation.post("vacateWatch", "/api/v1/shift/vacate", COMMITS, this::vacate));
  }

  // ---- run cards ------------------------------------------------------------------------------

  private Answer cards(Call call) {
    var lens = surface.look(call);
    return Answer.ok(
        new ShiftViews.RunCards(
            RunCards.inForce(lens.response(), lens.own(), lens.settings().cards()).stream()
                .map(card -> card(card, lens.settings().cards()))
                .toList()));
  }

  /// A run card as the contract has it.
  ///
  /// @param agreed what both sides know
  static ShiftViews.RunCardView card(RunCard card, List<SharedCard> agreed) {
    return new ShiftViews.RunCardView(
        card.word().latin(),
        label(new Label(card.word().latin(), card.word().persian(), card.word().urdu())),
        card.version(),
        label(card.title()),
        card.priority().name(),
        card.notice().roles().stream().map(Role::code).toList(),
        card.notice().peer(),
        card.notice().reminder().toMinutes(),
        card.support().capabilities().stream().map(Codes::of).toList(),
        card.support().types().stream().map(Codes::of).toList(),
        card.support().rendezvous().map(GeoViews::of),
        card.support().hospital().map(GeoViews::of),
        card.checklist().stream().map(ShiftOperations::label).toList(),
        RunCards.agreed(agreed, card.word().latin()).map(shared -> shared.steps().size()));
  }

  private static ShiftViews.LabelView label(Label label) {
    return new ShiftViews.LabelView(
        label.en(),
        Optional.of(label.fa()).filter(text -> !text.isEmpty()),
        Optional.of(label.ur()).filter(text -> !text.isEmpty()));
  }

  private Answer writeCard(Call call) throws MalformedRequestException {
    var fields = call.body();
    var word =
        fields.parsed(
            "codeWord",
            "A0",
            latin -> new CodeWord(latin, "", "").latin(),
            "expected 2 to 24 capital letters, digits or dashes");
    var spelling = Texts.optionalLabel(fields, "spelling");
    var title = Texts.label(fields, "title");
    var priority = fields.choice("priority", Codes.PRIORITIES);
    var roles = EnumSet.noneOf(Role.class);
    roles.addAll(
        fields.list(
            "notify",
            Role.values().length,
            code -> Role.find(code).orElseThrow(() -> new IllegalArgumentException(code)),
            "expected one of " + String.join(", ", Codes.ROLES.keySet())));
    boolean peer = fields.flag("notifyPeer", true);
    int reminder = fields.number("reminderMinutes", REMINDER_MINUTES, 1, 1_440);
    var types = AssistanceOperations.enums(fields, "types", UnitType.class);
    var capabilities = EnumSet.noneOf(Capability.class);
    capabilities.addAll(AssistanceOperations.enums(fields, "capabilities", Capability.class));
    var rendezvous = fields.optionalPlace("rendezvous");
    var hospital = fields.optionalPlace("hospital");
    var checklist = Texts.labels(fields, "checklist", 64);
    var audience = fields.choice("audience", Codes.AUDIENCES);
    fields.finish();
    var card =
        new RunCard(
            new CodeWord(
                word, spelling.map(Label::fa).orElse(""), spelling.map(Label::ur).orElse("")),
            1,
            title,
            priority,
            new RunCard.Notice(roles, peer, Duration.ofMinutes(reminder)),
            new RunCard.Support(types, capabilities, rendezvous, hospital),
            checklist);
    return surface.respond(call, new ResponseRequest.WriteRunCard(card, audience));
  }

  // ---- the watch ------------------------------------------------------------------------------

  private Answer shift(Call call) throws MalformedRequestException {
    var query = call.query();
    var role = query.choice("role", Codes.ROLES, WATCH_OFFICER);
    query.finish();
    var lens = surface.look(call);
    var watch = lens.response().side(lens.own()).watch().of(role);
    var checklist = Checklists.of(lens.response(), lens.own(), lens.now());
    var clocks =
        lens.deadlines().stream().filter(deadline -> deadline.owner().equals(lens.own())).toList();
    return Answer.ok(
        new ShiftViews.ShiftView(
            watch.holder().map(holder -> duty(lens, role, holder)),
            watch.offer().map(offer -> offer(lens, offer)),
            new ShiftViews.ChecklistView(
                checklist.open().stream().map(IncidentId::toString).toList(),
                checklist.unacknowledged().stream().map(IncidentId::toString).toList(),
                clocks.stream().map(lens::clock).toList(),
                links(lens),
                checklist.unitsOut().stream().map(UnitId::toString).toList(),
                checklist.unanswered().stream().map(AssistanceId::toString).toList())));
  }

  private static List<LinkStateView> links(Lens lens) {
    return lens.view().links().stream().map(link -> LinkWords.view(lens, link)).toList();
  }

  /// Somebody on watch as the contract has it.
  static DutyView duty(Lens lens, Role role, WatchBook.Holder holder) {
    return new DutyView(
        role.code(),
        lens.nameOf(holder.officer()).orElse(holder.officer().value()),
        holder.officer().value(),
        holder.since());
  }

  private static ShiftViews.Offer offer(Lens lens, WatchBook.Offer offer) {
    var checklist = offer.fact().checklist();
    return new ShiftViews.Offer(
        offer.said().context().officer().map(OfficerId::value).orElse(""),
        offer.fact().to().map(OfficerId::value),
        offer.said().time(),
        Optional.of(checklist.standingOrders().text()).filter(text -> !text.isEmpty()),
        Optional.of(checklist.remarks().text()).filter(text -> !text.isEmpty()),
        lens.entryName(offer.said().entry()));
  }

  private Answer offer(Call call) throws MalformedRequestException {
    var fields = call.body();
    var texts = Texts.in(fields);
    var role = fields.optionalChoice("role", Codes.ROLES).orElse(WATCH_OFFICER);
    var login = fields.optionalText("to", 32);
    var orders = texts.optionalWords("standingOrders", TEXT_MAX);
    var remarks = texts.optionalWords("remarks", TEXT_MAX);
    fields.finish();
    var to = login.flatMap(accounts::find).map(Account::key);
    if (login.isPresent() && to.isEmpty()) {
      return Answer.unknown(login.get());
    }
    var lens = surface.look(call);
    var drawn = Checklists.of(lens.response(), lens.own(), lens.now());
    var checklist =
        new Checklist(
            drawn.at(),
            drawn.open(),
            drawn.unacknowledged(),
            drawn.unanswered(),
            drawn.unitsOut(),
            lens.deadlines().stream()
                .filter(deadline -> deadline.owner().equals(lens.own()))
                .map(Deadline::key)
                .toList(),
            String.join(" ", links(lens).stream().map(LinkStateView::words).toList()),
            orders,
            remarks);
    return surface.respond(
        call, new ResponseRequest.OfferWatch(role, to.map(OfficerKey::officer), checklist));
  }

  private Answer take(Call call) throws MalformedRequestException {
    var fields = call.body();
    var words = Texts.in(fields).optionalWords("remarks", TEXT_MAX);
    var role = fields.optionalChoice("role", Codes.ROLES).orElse(WATCH_OFFICER);
    var shown = fields.optionalText("offer", 64);
    var audience = IncidentOperations.audience(fields, Audience.INTERNAL);
    fields.finish();
    var lens = surface.look(call);
    var offer = lens.response().side(lens.own()).watch().of(role).offer();
    boolean changed =
        shown.isPresent()
            && offer
                .filter(known -> lens.entryName(known.said().entry()).equals(shown.get()))
                .isEmpty();
    if (changed) {
      var refusal = Refusal.CHECKLIST_CHANGED;
      return new Answer.Refused(
          Surface.problem(
              new Outcome.Refused(
                  "response.checklist_changed",
                  refusal.sentence(),
                  shown.orElse(""),
                  refusal.retry())));
    }
    return surface.respond(
        call,
        new ResponseRequest.TakeWatch(
            role, offer.map(known -> known.fact().checklist().digest()), words, audience));
  }

  private Answer vacate(Call call) throws MalformedRequestException {
    var fields = call.body();
    var reason = Texts.in(fields).words("reason", TEXT_MAX);
    var role = fields.optionalChoice("role", Codes.ROLES).orElse(WATCH_OFFICER);
    fields.finish();
    return surface.respond(call, new ResponseRequest.VacateWatch(role, reason, Audience.INTERNAL));
  }
}
