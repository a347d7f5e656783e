import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {choice, field} from '../../parts/field.js';
import {ownText, settling, textOf} from './settling.js';
import {ownUnits} from './units.js';

/** The answers of the side that was asked, and of the side that is to take conditions; and what either says besides. */

const VERBS = ['tell', 'ask'];

/**
 * Answering a request or an offer: accept, accept on conditions, decline. Conditions and reasons are words of ours that
 * stay.
 * @param {import('../../app/view.js').View} view
 */
export function answerDialog(view) {
  const {words} = view;
  const {answer = 'accept', conditions, reason, units, thread} = view.draft('help-answer');
  const needed = {conditional: conditions, decline: reason}[/** @type {string} */ (answer)] ?? answer;
  return settling(view, 'answer', {
    path: 'answer',
    ready: Boolean(needed?.trim()),
    body: {
      answer,
      ...(answer === 'conditional' ? {conditions: conditions?.trim()} : {}),
      ...(answer === 'decline' ? {reason: reason?.trim()} : {}),
      ...(units?.length && answer !== 'decline' ? {units} : {}),
    },
    fields: html`
      ${choice(view, 'help-answer', {
        name: 'answer',
        label: words.text('answer.answer'),
        options: ['accept', 'conditional', 'decline'].map((code) => [code, words.of('answer', code)]),
      })}
      ${answer === 'conditional'
        ? field(view, 'help-answer', {name: 'conditions', label: words.text('answer.conditions'), kind: 'area', required: true, maxlength: 4000})
        : nothing}
      ${answer === 'decline'
        ? field(view, 'help-answer', {name: 'reason', label: words.text('answer.reason'), kind: 'area', required: true, maxlength: 4000})
        : nothing}
      ${answer === 'decline' || thread.offer ? nothing : ownUnits(view, 'help-answer')}
    `,
  });
}

/**
 * Taking the conditions of a yes, or not. Nothing binds before.
 * @param {import('../../app/view.js').View} view
 */
export function conditionsDialog(view) {
  const {words} = view;
  const draft = view.draft('help-conditions');
  const accepts = draft.accepts !== 'no';
  return settling(view, 'conditions', {
    path: 'conditions',
    ready: accepts || Boolean(draft.text?.trim()),
    body: {accepts, ...textOf(draft)},
    fields: html`
      <blockquote class="text" dir="auto">${draft.thread.conditions}</blockquote>
      ${choice(view, 'help-conditions', {
        name: 'accepts',
        label: words.text('answer.answer'),
        options: ['yes', 'no'].map((code) => [code, words.of('helpTakes', code)]),
      })}
      ${ownText(view, 'conditions', {required: !accepts, label: accepts ? undefined : 'answer.reason'})}
    `,
  });
}

/**
 * A word between the sides that settles nothing: told, or asked.
 * @param {import('../../app/view.js').View} view
 */
export function sayDialog(view) {
  const {words} = view;
  const draft = view.draft('help-say');
  return settling(view, 'say', {
    path: 'messages',
    ready: Boolean(draft.text?.trim()),
    body: {verb: draft.verb ?? VERBS[0], ...textOf(draft)},
    fields: html`
      ${choice(view, 'help-say', {
        name: 'verb',
        label: words.text('helpForm.say.verb'),
        options: VERBS.map((code) => [code, words.of('helpVerb', code)]),
      })}
      ${ownText(view, 'say', {required: true})}
    `,
  });
}
