import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {withWords} from '../parts/codes.js';
import {dialog} from '../parts/dialog.js';
import {choice, field} from '../parts/field.js';
import {form} from '../parts/form.js';
import {toggles} from '../parts/toggles.js';

/**
 * Asking the other side for help. It is released at once and theirs to answer.
 * @param {import('../app/view.js').View} view
 */
export function assistDialog(view) {
  const {words, act} = view;
  const draft = view.draft('assist');
  const peer = view.nameOf(view.peer);
  return dialog(view, {
    title: words.rich('assist.title', {side: peer}),
    body: form(view, 'assist', {
      ready: Boolean(draft.what?.trim()),
      button: words.rich('assist.send', {side: peer}),
      send: () =>
        act.send('assist', {
          path: `/incidents/${encodeURIComponent(draft.incident)}/assistance`,
          body: {
            what: draft.what.trim(),
            language: words.language,
            ...(draft.types?.length ? {types: draft.types} : {}),
            ...(draft.where?.trim() ? {where: {label: draft.where.trim()}} : {}),
          },
          said: 'said.released',
        }),
      fields: html`
        <p class="hint">${words.rich('assist.means', {side: peer})}</p>
        ${field(view, 'assist', {name: 'what', label: words.text('assist.what'), kind: 'area', required: true, maxlength: 2000})}
        ${toggles(view, 'assist', {name: 'types', label: words.text('assist.types'), options: withWords(view, 'unitType', KINDS)})}
        ${field(view, 'assist', {name: 'where', label: words.text('assist.where'), maxlength: 200})}
      `,
    }),
  });
}

/** Kinds of help, as unit types. */
const KINDS = ['patrol', 'quick_reaction', 'ambulance', 'fire', 'rescue', 'customs', 'engineer', 'air'];

/**
 * Answering a request: accept, accept on conditions, decline. Conditions and reasons are words of ours that stay.
 * @param {import('../app/view.js').View} view
 */
export function answerDialog(view) {
  const {words, act} = view;
  const draft = view.draft('answer');
  const answer = draft.answer ?? 'accept';
  const needed = answer === 'conditional' ? draft.conditions : answer === 'decline' ? draft.reason : 'ok';
  return dialog(view, {
    title: words.text('answer.title'),
    body: form(view, 'answer', {
      ready: Boolean(needed?.trim()),
      button: words.text('answer.send'),
      send: () =>
        act.send('answer', {
          path: `/incidents/${encodeURIComponent(draft.incident)}/assistance/${encodeURIComponent(draft.assistance)}/answer`,
          body: {
            answer,
            language: words.language,
            ...(answer === 'conditional' ? {conditions: draft.conditions.trim()} : {}),
            ...(answer === 'decline' ? {reason: draft.reason.trim()} : {}),
            ...(draft.units?.trim() && answer !== 'decline' ? {units: draft.units.trim().split(/[\s,]+/)} : {}),
          },
          said: 'said.released',
        }),
      fields: html`
        ${choice(view, 'answer', {
          name: 'answer',
          label: words.text('answer.answer'),
          options: ['accept', 'conditional', 'decline'].map((value) => [value, words.of('answer', value)]),
        })}
        ${answer === 'conditional'
          ? field(view, 'answer', {name: 'conditions', label: words.text('answer.conditions'), kind: 'area', required: true, maxlength: 4000})
          : nothing}
        ${answer === 'decline'
          ? field(view, 'answer', {name: 'reason', label: words.text('answer.reason'), kind: 'area', required: true, maxlength: 4000})
          : field(view, 'answer', {name: 'units', label: words.text('answer.units'), kind: 'code', hint: words.text('answer.unitsHint')})}
      `,
    }),
  });
}
