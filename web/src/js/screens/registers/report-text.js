import {instantOf} from '../../parts/times.js';
import {saidPlainly} from '../../parts/wording.js';
import {figureChange, figureName, figureValue} from './figures.js';
import {sideName} from './head.js';

/**
 * The evaluation report as plain text in the language of the console, for a letter or a machine that prints no pages.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/register-types.js').EvaluationReport} known
 */
export function reportText(view, known) {
  const {words, clocks} = view;
  const stamp = (/** @type {string} */ time) => clocks.zuluStamp(instantOf(time));
  const since = (/** @type {string} */ time) => clocks.length(view.now - instantOf(time));
  const duty = (/** @type {import('../../app/register-types.js').DutyOccurrence} */ one) =>
    [saidPlainly(view, one.title), one.number, one.due, words.of('occurrenceStage', one.stage), since(one.over)].join(' · ');
  const meeting = (/** @type {import('../../app/register-types.js').Meeting} */ one) =>
    [saidPlainly(view, one.subject), stamp(one.at), words.of('meetingStage', one.stage), one.meeting].join(' · ');
  const commitment = (/** @type {import('../../app/register-types.js').Commitment} */ one) =>
    [saidPlainly(view, one.title), one.due ?? words.text('commitmentPage.noDate'), since(one.lastSaid), `${one.entry}/${one.number}`].join(' · ');
  const complaint = (/** @type {import('../../app/register-types.js').Complaint} */ one) =>
    [sideName(view, one.by), sideName(view, one.against), stamp(one.at), one.complaint].join(' · ');
  const part = (/** @type {string} */ title, /** @type {string[]} */ lines) =>
    ['', title, ...(lines.length ? lines.map((line) => `- ${line}`) : [words.text('report.none')])];
  return plain(
    [
      words.text('report.title'),
      `${view.parties.map((party) => view.nameOf(party)).sort().join(' · ')} · ${view.session.channel}`,
      `${stamp(known.from)} – ${stamp(known.to)}`,
      ...part(
        words.text('report.numbers'),
        known.figures.map(
          (figure) =>
            `${figureName(view, figure)}: ${figureValue(view, figure, figure.value)} (${words.text('daily.before')}: ${figureValue(view, figure, figure.previous)}; ${figureChange(view, figure)})`,
        ),
      ),
      ...part(words.text('report.notHeld'), [...known.dutiesNotHeld.map(duty), ...known.meetingsNotHeld.map(meeting)]),
      ...part(words.text('report.unstated'), [
        ...known.dutiesUnstated.map(duty),
        ...known.meetingsUnstated.map(meeting),
        ...known.commitmentsSilent.map(commitment),
      ]),
      ...part(words.text('report.unanswered'), known.unanswered.map(complaint)),
      '',
      words.text('report.howDrawnUp'),
      ...(known.cut ? [words.text('report.cut')] : []),
      stamp(known.drawnUp),
      '',
    ].join('\n'),
  );
}

/**
 * Without the invisible isolates that a screen needs.
 * @param {string} text
 */
const plain = (text) => text.replace(/[\u2068\u2069]/g, '');
