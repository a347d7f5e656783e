import {html} from '../../lib/lit-html/lit-html.js';
import {dialog} from '../parts/dialog.js';
import {choice, field} from '../parts/field.js';
import {form} from '../parts/form.js';

const ROLES = [
  'watch_officer',
  'dispatcher',
  'liaison',
  'unit_leader',
  'sector_commander',
  'chief',
  'investigator',
  'clerk',
  'compliance',
  'observer',
  'admin',
];

/**
 * A new officer: an account, a key of their own, and roles granted by an entry.
 * @param {import('../app/view.js').View} view
 */
export function accountDialog(view) {
  const {words, act} = view;
  const draft = view.draft('account');
  /** @type {string[]} */
  const roles = draft.roles ?? [];
  const toggle = (/** @type {string} */ role) =>
    act.edit('account', {roles: roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role]});
  return dialog(view, {
    title: words.text('account.title'),
    body: form(view, 'account', {
      ready: Boolean(draft.login?.trim() && draft.name?.trim() && draft.password && roles.length),
      button: words.text('account.create'),
      send: () =>
        act.send('account', {
          path: '/accounts',
          body: {login: draft.login.trim(), name: draft.name.trim(), roles, password: draft.password},
          said: 'said.accountCreated',
        }),
      fields: html`
        <div class="fields">
          ${field(view, 'account', {name: 'login', label: words.text('signIn.login'), kind: 'code', required: true, maxlength: 32})}
          ${field(view, 'account', {name: 'name', label: words.text('admin.duty'), hint: words.text('account.dutyHint'), required: true, maxlength: 100})}
        </div>
        <fieldset class="field">
          <legend>${words.text('admin.roles')}</legend>
          <div class="row">
            ${ROLES.map(
              (role) => html`<button type="button" aria-pressed=${roles.includes(role)} @click=${() => toggle(role)}>
                ${words.of('role', role)}
              </button>`,
            )}
          </div>
        </fieldset>
        ${field(view, 'account', {
          name: 'password',
          label: words.text('signIn.password'),
          hint: words.text('account.passwordHint'),
          kind: 'password',
          required: true,
          maxlength: 256,
        })}
      `,
    }),
  });
}

/** Why an account ends. */
const REASONS = ['left', 'lost', 'stolen'];

/**
 * Ending an account. What it signed before stays valid.
 * @param {import('../app/view.js').View} view
 */
export function revokeDialog(view) {
  const {words, act} = view;
  const draft = view.draft('revoke');
  return dialog(view, {
    title: words.rich('revoke.title', {login: draft.login}),
    body: form(view, 'revoke', {
      button: words.text('admin.revoke'),
      send: () =>
        act.send('revoke', {
          path: `/accounts/${encodeURIComponent(draft.login)}/revoke`,
          body: {why: draft.why ?? REASONS[0], ...(draft.reason?.trim() ? {reason: draft.reason.trim()} : {})},
          said: 'said.revoked',
        }),
      fields: html`
        <p>${words.text('revoke.means')}</p>
        ${choice(view, 'revoke', {
          name: 'why',
          label: words.text('revoke.why'),
          options: REASONS.map((why) => [why, words.of('revokeWhy', why)]),
        })}
        ${field(view, 'revoke', {name: 'reason', label: words.text('revoke.reason'), kind: 'area', maxlength: 1000})}
      `,
    }),
  });
}

/**
 * A new password for oneself; one's own key is locked with it from then on.
 * @param {import('../app/view.js').View} view
 */
export function passwordDialog(view) {
  const {words, act} = view;
  const draft = view.draft('password');
  return dialog(view, {
    title: words.text('password.title'),
    body: form(view, 'password', {
      ready: Boolean(draft.current && draft.next),
      button: words.text('password.send'),
      send: () =>
        act.send('password', {
          path: '/session/password',
          body: {current: draft.current, next: draft.next},
          said: 'said.passwordChanged',
        }),
      fields: html`
        ${field(view, 'password', {name: 'current', label: words.text('password.current'), kind: 'password', required: true, maxlength: 256})}
        ${field(view, 'password', {
          name: 'next',
          label: words.text('password.next'),
          hint: words.text('account.passwordHint'),
          kind: 'password',
          required: true,
          maxlength: 256,
        })}
      `,
    }),
  });
}
