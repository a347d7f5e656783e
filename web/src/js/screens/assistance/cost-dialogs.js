import {html} from '../../../lib/lit-html/lit-html.js';
import {choice} from '../../parts/field.js';
import {costFields, costOf} from './cost-fields.js';
import {costLine} from './costs.js';
import {ownText, settling, textOf} from './settling.js';

/** The end of a cost line: the helper's final figure, and what the side that is helped says to exactly that figure. */

/** @param {import('../../app/view.js').View} view */
export function figureDialog(view) {
  const draft = view.draft('help-figure');
  const cost = costOf(view, draft);
  return settling(view, 'figure', {
    path: 'costs',
    ready: cost?.amountMinor !== undefined,
    body: {commitment: draft.cost.commitment, cost},
    fields: costFields(view, 'help-figure', {amountRequired: true}),
  });
}

/** @param {import('../../app/view.js').View} view */
export function agreeDialog(view) {
  const {words} = view;
  const draft = view.draft('help-agree');
  const agrees = draft.agrees !== 'no';
  return settling(view, 'agree', {
    path: 'costs/answer',
    ready: agrees || Boolean(draft.text?.trim()),
    body: {statement: draft.cost.statement, agrees, ...textOf(draft)},
    fields: html`
      <p>${costLine(view, draft.cost.figure)}</p>
      ${choice(view, 'help-agree', {
        name: 'agrees',
        label: words.text('answer.answer'),
        options: ['yes', 'no'].map((code) => [code, words.of('helpAgrees', code)]),
      })}
      ${ownText(view, 'agree', {required: !agrees, label: agrees ? undefined : 'answer.reason'})}
    `,
  });
}
