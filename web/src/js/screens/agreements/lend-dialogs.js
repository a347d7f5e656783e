import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {ACT_KINDS, SIGNING_ROLES} from '../../app/agreements.js';
import {withWords} from '../../parts/codes.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {toggles} from '../../parts/toggles.js';
import {until} from '../../parts/until.js';

/** Lengths of a loan that are offered, in hours. */
const LENGTHS = [12, 24, 72, 240, 720];

/**
 * Lending a role one holds to a colleague, for signing acts in it; the absence of a chief must not stop two states.
 * @param {import('../../app/view.js').View} view
 */
export function lendDialog(view) {
  const {words, act} = view;
  const draft = view.draft('lend');
  const held = SIGNING_ROLES.filter((role) => view.may(role));
  /** @type {import('../../app/types.js').Account[]} */
  const colleagues = view.may('admin', 'chief') ? (view.feed.read('/accounts').data?.items ?? []) : [];
  return dialog(view, {
    title: words.text('lend.title'),
    body: form(view, 'lend', {
      ready: Boolean(draft.to?.trim() && held.length),
      button: words.text('lend.send'),
      send: () =>
        act.send('lend', {
          path: '/delegations',
          body: {
            to: draft.to.trim(),
            role: draft.role ?? held[0],
            ...(draft.kinds?.length ? {kinds: [...draft.kinds].sort()} : {}),
            ...(draft.until ? {until: draft.until} : {}),
          },
          said: 'said.lent',
        }),
      fields: html`
        <p>${words.rich('lend.means', {side: view.nameOf(view.peer)})}</p>
        <div class="fields">
          ${choice(view, 'lend', {name: 'role', label: words.text('lend.role'), options: withWords(view, 'role', held)})}
          ${field(view, 'lend', {
            name: 'to',
            label: words.text('lend.to'),
            hint: words.text('lend.toHint'),
            kind: 'code',
            required: true,
            maxlength: 32,
            list: colleagues.length ? 'colleagues' : undefined,
          })}
        </div>
        ${colleagues.length
          ? html`<datalist id="colleagues">
              ${colleagues
                .filter((one) => one.state === 'active' && one.login !== view.session.login)
                .map((one) => html`<option value=${one.login}>${one.name}</option>`)}
            </datalist>`
          : nothing}
        ${toggles(view, 'lend', {name: 'kinds', label: words.text('lend.kinds'), options: withWords(view, 'actKind', ACT_KINDS)})}
        ${until(view, 'lend', {name: 'until', label: words.text('lend.until'), hint: words.text('lend.untilHint'), none: words.text('lend.noEnd'), hours: LENGTHS})}
      `,
    }),
  });
}

/**
 * Taking a lent role back. What was signed in it stands.
 * @param {import('../../app/view.js').View} view
 */
export function endLoanDialog(view) {
  const {words, act} = view;
  const draft = view.draft('end-loan');
  return dialog(view, {
    title: words.rich('endLoan.title', {role: words.of('role', draft.role)}),
    body: form(view, 'end-loan', {
      button: words.text('endLoan.send'),
      send: () => act.send('end-loan', {path: `/delegations/${draft.delegation}/end`, said: 'said.loanEnded'}),
      fields: html`
        <p>${words.rich('endLoan.means', {officer: html`<bdi class="code">${draft.to}</bdi>`})}</p>
        <p class="quiet"><bdi class="code">${draft.delegation}</bdi></p>
      `,
    }),
  });
}
