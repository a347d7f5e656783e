import {html} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {form} from '../../parts/form.js';
import {reachTable} from './reach-table.js';

const DRAFT = 'posture-release';
const MINUTE = 60_000;

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PosturePlan} plan
 */
export function openRelease(view, plan) {
  view.act.open(DRAFT, {summary: plan.summary, refused: undefined});
}

/**
 * All that the other side will be told, before it is signed: the very body that is sent.
 *
 * @param {import('../../app/view.js').View} view
 */
export function releaseDialog(view) {
  const {words, act, clocks} = view;
  /** @type {{summary: import('../../app/types.js').Coverage}} */
  const {summary} = /** @type {any} */ (view.draft(DRAFT));
  const other = view.nameOf(view.peer);
  return dialog(view, {
    title: words.rich('releaseForm.title', {side: other}),
    body: form(view, DRAFT, {
      button: words.rich('releaseForm.send', {side: other}),
      send: () => act.send(DRAFT, {path: '/statements', body: {kind: 'posture.summary', body: summary}, said: 'said.postureReleased'}),
      fields: html`
        ${reachTable(view, summary, words.text('coverage.within', {length: clocks.length(summary.within_min * MINUTE)}))}
        <p class="notice">${words.text('releaseForm.means')}</p>
      `,
    }),
  });
}
