import {html} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {atLength} from '../../parts/times.js';

/**
 * Suspending and resuming. By notice, of the length that is agreed; or at once, which is labelled for ever. What follows
 * is said before anything is signed.
 */

const HOUR = 3_600_000;
const STEP = 5 * 60_000;

/** Later beginnings that are offered, in hours after the earliest. */
const LATER = [0, 24, 72, 168];

/** @param {import('../../app/view.js').View} view */
export function suspendDialog(view) {
  const {words} = view;
  const draft = view.draft('suspend');
  const atOnce = Boolean(draft.notice) || draft.how === 'emergency';
  return announcing(view, 'suspend', {
    title: 'suspending.suspendTitle',
    means: ['suspending.meansAll', 'suspending.meansGoesOn', atOnce ? 'suspending.meansLabel' : 'suspending.meansNode'],
    ways: draft.notice ? [] : [['notice', byNotice(view, draft.hours)]],
    atOnce: ['emergency', words.text('suspending.atOnce')],
    notice: 'modalities.suspension_noticed',
    now: {kind: 'modalities.suspended', member: 'emergency', send: 'suspending.sendEmergency', said: 'said.suspended'},
  });
}

/** @param {import('../../app/view.js').View} view */
export function resumeDialog(view) {
  const {words} = view;
  const draft = view.draft('resume');
  const emergency = Boolean(draft.active?.emergency);
  return announcing(view, 'resume', {
    title: 'suspending.resumeTitle',
    means: ['suspending.meansResume', ...(draft.notice || draft.how === 'emergency' ? [] : ['suspending.meansNode'])],
    ways: draft.notice ? [] : [['notice', byNotice(view, draft.hours)]],
    atOnce: emergency ? ['emergency', words.text('suspending.atOnceResume')] : undefined,
    notice: 'modalities.resumption_noticed',
    now: {kind: 'modalities.resumed', member: 'reason', send: 'suspending.sendResume', said: 'said.resumed'},
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {number} hours
 */
const byNotice = (view, hours) => view.words.text('suspending.byNotice', {length: view.clocks.length(hours * HOUR)});

/**
 * @param {import('../../app/view.js').View} view
 * @param {'suspend' | 'resume'} name
 * @param {object} content
 * @param {string} content.title
 * @param {string[]} content.means
 * @param {[string, string][]} content.ways
 * @param {[string, string] | undefined} content.atOnce
 * @param {string} content.notice kind of the notice
 * @param {{kind: string, member: string, send: string, said: string}} content.now
 */
function announcing(view, name, {title, means, ways, atOnce, notice, now}) {
  const {words} = view;
  const draft = view.draft(name);
  const options = [...ways, ...(atOnce ? [atOnce] : [])];
  const how = options.find(([value]) => value === draft.how)?.[0] ?? options[0][0];
  const reason = draft.reason?.trim();
  const from = new Date(earliest(view, draft.hours) + Number(draft.later ?? 0) * HOUR).toISOString();
  const body =
    how === 'notice'
      ? {kind: notice, body: {from, reason}}
      : {kind: now.kind, body: {[now.member]: reason}};
  return dialog(view, {
    title: words.text(title),
    body: form(view, name, {
      ready: Boolean(reason),
      button: words.text(how === 'notice' ? 'suspending.sendNotice' : now.send),
      send: () =>
        view.act.send(name, {path: '/statements', body, said: how === 'notice' ? 'said.suspensionNoticed' : now.said}),
      fields: html`
        <ul class="consequences">
          ${means.map((key) => html`<li>${words.text(key)}</li>`)}
        </ul>
        ${choice(view, name, {name: 'how', label: words.text('suspending.how'), options})}
        ${how === 'notice'
          ? html`${choice(view, name, {
                name: 'later',
                label: words.text('suspending.when'),
                options: LATER.map((hours) => [
                  String(hours),
                  hours ? words.text('suspending.later', {length: view.clocks.length(hours * HOUR)}) : words.text('suspending.earliest'),
                ]),
              })}
              <p class="hint">${words.rich('until.at', {time: atLength(view, from)})}</p>`
          : ''}
        ${field(view, name, {
          name: 'reason',
          label: words.text('suspending.reason'),
          hint: words.rich('signAct.reasonHint', {side: view.nameOf(view.peer)}),
          kind: 'area',
          required: true,
          maxlength: 500,
        })}
      `,
    }),
  });
}

/**
 * The first moment that keeps to the agreed notice, and a little later: the entry gets its time when the node writes it.
 * @param {import('../../app/view.js').View} view
 * @param {number} hours
 */
function earliest(view, hours) {
  return Math.ceil((view.now + hours * HOUR) / STEP) * STEP + STEP;
}

/** @param {import('../../app/view.js').View} view */
export function withdrawNoticeDialog(view) {
  const {words} = view;
  const draft = view.draft('withdraw-notice');
  return dialog(view, {
    title: words.text('suspending.withdrawTitle'),
    body: form(view, 'withdraw-notice', {
      ready: Boolean(draft.reason?.trim()),
      button: words.text('suspending.sendWithdraw'),
      send: () =>
        view.act.send('withdraw-notice', {
          path: '/statements',
          body: {
            kind: 'modalities.notice_withdrawn',
            body: {notice: draft.notice?.notice, reason: draft.reason.trim()},
          },
          said: 'said.noticeWithdrawn',
        }),
      fields: html`
        <ul class="consequences">
          <li>${words.text('suspending.meansWithdraw')}</li>
        </ul>
        ${field(view, 'withdraw-notice', {
          name: 'reason',
          label: words.text('suspending.reason'),
          hint: words.rich('signAct.reasonHint', {side: view.nameOf(view.peer)}),
          kind: 'area',
          required: true,
          maxlength: 500,
        })}
      `,
    }),
  });
}
