import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {choice} from '../../parts/field.js';
import {moment, momentOf} from '../../parts/moment.js';
import {atLength} from '../../parts/times.js';
import {isAhead} from './known.js';
import {ownText, settling, textOf} from './settling.js';

/** How long means stay: asked by the side that is helped, answered by the helper with another time, the same, or none. */

/** Days ahead that are offered. */
const DAYS = 7;

/** @param {import('../../app/view.js').View} view */
export function longerDialog(view) {
  const draft = view.draft('help-longer');
  const until = chosen(view, draft);
  return settling(view, 'longer', {
    path: 'extensions',
    ready: isAhead(view, until) && Boolean(draft.text?.trim()),
    body: {until, ...textOf(draft)},
    fields: html`
      ${moment(view, 'help-longer', {name: 'until', label: view.words.text('helpForm.until'), days: DAYS})}
      ${ownText(view, 'longer', {required: true, label: 'answer.reason'})}
    `,
  });
}

/** @param {import('../../app/view.js').View} view */
export function stayDialog(view) {
  const {words} = view;
  const draft = view.draft('help-stay');
  const {answer = 'asked', thread} = draft;
  const until = {asked: thread.stayAsked, other: chosen(view, draft)}[/** @type {string} */ (answer)];
  const leaves = answer === 'none';
  return settling(view, 'stay', {
    path: 'extensions/answer',
    ready: leaves ? Boolean(draft.text?.trim()) : isAhead(view, until),
    body: {...(leaves ? {} : {until}), ...textOf(draft)},
    fields: html`
      <p>${words.rich('help.wanted', {time: atLength(view, thread.stayAsked)})}</p>
      ${choice(view, 'help-stay', {
        name: 'answer',
        label: words.text('answer.answer'),
        options: ['asked', 'other', 'none'].map((code) => [code, words.of('helpStays', code)]),
      })}
      ${answer === 'other' ? moment(view, 'help-stay', {name: 'until', label: words.text('helpForm.until'), days: DAYS}) : nothing}
      ${ownText(view, 'stay', {required: leaves, label: leaves ? 'answer.reason' : undefined})}
    `,
  });
}

/**
 * The moment that was chosen, as the wire spells it.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 */
function chosen(view, draft) {
  const instant = momentOf(view, draft, 'until');
  return instant === undefined ? undefined : new Date(instant).toISOString();
}
