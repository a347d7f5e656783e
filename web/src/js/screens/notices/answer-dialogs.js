import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {inALine, worded} from '../../parts/wording.js';

/** Taking note of an activity, commenting on it, cancelling one's own. */

/** @typedef {'acknowledge' | 'comment' | 'cancel'} Answer */

/**
 * @param {import('../../app/view.js').View} view
 * @param {Answer} name
 * @param {import('../../app/types.js').Activity} about
 * @param {{entry: string, name: string}} [beside] the other activity that it is near to
 */
export function openAnswer(view, name, about, beside) {
  const purpose = `${about.versionEntry} ${beside?.entry ?? ''}`;
  view.act.open(`notice-${name}`, {about, beside, refused: undefined, ...(view.draft(`notice-${name}`).purpose === purpose ? {} : {purpose, text: ''})});
}

/** @param {import('../../app/view.js').View} view */
export const acknowledgeDialog = (view) =>
  answer(view, 'acknowledge', ({about, beside, text}) => ({
    kind: 'activity.acknowledged',
    body: {
      activity: about.entry,
      ...(beside ? {beside: beside.entry} : {}),
      ...(text?.trim() ? {text: worded(view, text)} : {}),
      version: about.versionEntry,
    },
  }));

/** @param {import('../../app/view.js').View} view */
export const commentDialog = (view) =>
  answer(view, 'comment', ({about, text}) => ({kind: 'activity.commented', body: {activity: about.entry, text: worded(view, text)}}));

/** @param {import('../../app/view.js').View} view */
export const cancelDialog = (view) =>
  answer(view, 'cancel', ({about, text}) => ({kind: 'activity.cancelled', body: {activity: about.entry, reason: worded(view, text)}}));

/**
 * @param {import('../../app/view.js').View} view
 * @param {Answer} name
 * @param {(draft: Record<string, any>) => object} statement
 */
function answer(view, name, statement) {
  const {words, act} = view;
  const id = `notice-${name}`;
  const draft = view.draft(id);
  const isFree = name === 'acknowledge' && !draft.beside;
  return dialog(view, {
    title: html`${words.text(draft.beside ? 'noticeAnswer.beside' : `noticeAnswer.title.${name}`)} <bdi class="code quiet">${draft.about.activity}</bdi>`,
    body: form(view, id, {
      ready: isFree || Boolean(draft.text?.trim()),
      button: words.rich('noticeForm.send', {side: view.nameOf(view.peer)}),
      send: () => act.send(id, {path: '/statements', body: statement(draft), said: 'said.noticeAnswered'}),
      fields: html`
        <p><b>${words.of('activityKind', draft.about.notice.kind)}</b> ${inALine(view, draft.about.notice.what)}</p>
        ${draft.beside ? html`<p>${words.rich('noticeAnswer.besideWhat', {other: html`<bdi class="code">${draft.beside.name}</bdi>`})}</p>` : nothing}
        <p class="hint">${words.text(`noticeAnswer.means.${name}`)}</p>
        ${field(view, id, {name: 'text', label: words.text(draft.beside ? 'noticeAnswer.how' : `noticeAnswer.text.${name}`), kind: 'area', required: !isFree, maxlength: 2000})}
      `,
    }),
  });
}
