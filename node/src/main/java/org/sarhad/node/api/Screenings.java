package org.sarhad.node.api;

import java.util.List;
import java.util.function.Predicate;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;
import org.sarhad.core.screening.LegalBasis;
import org.sarhad.core.screening.ListState;
import org.sarhad.core.screening.Screened;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.ScreeningSettings;
import org.sarhad.core.screening.ScreeningState;
import org.sarhad.core.screening.Standing;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.core.screening.SubjectKey;
import org.sarhad.node.api.view.ActivityViews.SaidView;
import org.sarhad.node.api.view.ScreeningViews;

/// Screening as the contract shows it: by everything that is known, at this node's time. What a
/// side holds in its own files is not here, of either side.
final class Screenings {
  private final Lens lens;
  private final ScreeningState known;
  private final ScreeningSettings settings;

  Screenings(Lens lens) {
    this.lens = lens;
    this.known = lens.view().expected().screening();
    this.settings = lens.view().agreed().screeningSettings();
  }

  ScreeningViews.Board board() {
    return new ScreeningViews.Board(
        lens.now(),
        settings.threshold(),
        settings.listAge().toSeconds(),
        settings.lookBack().toSeconds(),
        known.lists().stream().map(list -> list(list.key().side(), list.value())).toList(),
        known.bases().values().map(this::licence).toList());
  }

  private ScreeningViews.ListView list(PartyId side, Word<ListState> word) {
    return new ScreeningViews.ListView(
        lens.said(side, word, new ScreeningFact.ListTaken(word.said()).toJson()),
        word.age(lens.now()).toSeconds(),
        word.age(lens.now()).compareTo(settings.listAge()) > 0);
  }

  private ScreeningViews.LicenceView licence(LegalBasis basis) {
    return new ScreeningViews.LicenceView(
        said(basis.side(), basis.recorded()),
        basis.used(),
        basis.left(),
        basis.holds(lens.now()),
        basis.ended().map(word -> said(basis.side(), word)));
  }

  // ---- parties --------------------------------------------------------------------------------

  /// Those that some side stands to as `which` wants it, in the order of their names.
  List<SubjectId> subjects(Predicate<Standing> which) {
    return Ordered.set(known.subjects().keys().map(SubjectKey::subject).toList()).stream()
        .filter(
            subject ->
                known.parties().stream().anyMatch(side -> which.test(standing(side, subject))))
        .toList();
  }

  private Standing standing(PartyId side, SubjectId subject) {
    return known.standing(side, subject, lens.now(), settings);
  }

  ScreeningViews.SubjectView view(SubjectId subject) {
    return new ScreeningViews.SubjectView(
        subject.value(),
        known
            .objectionToSigning(Ordered.set(subject), lens.now(), settings)
            .map(refusal -> "screening." + Codes.of(refusal)),
        known.parties().stream().map(side -> view(side, subject)).toList());
  }

  private ScreeningViews.SideView view(PartyId side, SubjectId subject) {
    var screened = known.screened(side, subject);
    return new ScreeningViews.SideView(
        side.value(),
        Codes.of(standing(side, subject)),
        screened.held().map(word -> said(side, word)),
        screened.proposal().map(Screened.Proposal::word).map(word -> said(side, word)),
        screened.decision().map(decided -> said(side, decided.proposal().word())),
        screened.decision().map(decided -> said(side, decided.word())));
  }

  private SaidView said(PartyId by, Word<? extends ScreeningFact> word) {
    return lens.said(by, word, word.said().toJson());
  }
}
