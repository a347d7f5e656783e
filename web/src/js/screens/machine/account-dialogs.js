import {html} from '../../../lib/lit-html/lit-html.js';
import {ROLES, withWords} from '../../parts/codes.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {toggles} from '../../parts/toggles.js';

/**
 * A new officer: an account, a key of their own, and roles granted by an entry.
 * @param {import('../../app/view.js').View} view
 */
export function accountDialog(view) {
  const {words, act} = view;
  const draft = view.draft('account');
  /** @type {string[]} */
  const roles = draft.roles ?? [];
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
        ${toggles(view, 'account', {name: 'roles', label: words.text('admin.roles'), options: withWords(view, 'role', ROLES)})}
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

/**
 * Other roles for an officer, granted and taken by entries.
 * @param {import('../../app/view.js').View} view
 */
export function rolesDialog(view) {
  const {words, act} = view;
  const draft = view.draft('roles');
  return dialog(view, {
    title: words.rich('roles.title', {login: draft.login}),
    body: form(view, 'roles', {
      ready: Boolean(draft.roles?.length) && String([...draft.roles].sort()) !== String([...draft.had].sort()),
      button: words.text('roles.send'),
      send: () =>
        act.send('roles', {
          method: 'PUT',
          path: `/accounts/${encodeURIComponent(draft.login)}/roles`,
          body: {roles: draft.roles},
          said: 'said.rolesSet',
        }),
      fields: html`
        <p>${words.text('roles.means')}</p>
        ${toggles(view, 'roles', {name: 'roles', label: words.text('admin.roles'), options: withWords(view, 'role', ROLES)})}
      `,
    }),
  });
}

/**
 * A password for somebody who lost theirs. Nobody can open the old key, so it ends and a new one is granted.
 * @param {import('../../app/view.js').View} view
 */
export function resetDialog(view) {
  const {words, act} = view;
  const draft = view.draft('reset');
  return dialog(view, {
    title: words.rich('reset.title', {login: draft.login}),
    body: form(view, 'reset', {
      ready: Boolean(draft.password),
      button: words.text('reset.send'),
      send: () =>
        act.send('reset', {
          path: `/accounts/${encodeURIComponent(draft.login)}/password`,
          body: {password: draft.password},
          said: 'said.passwordReset',
        }),
      fields: html`
        <p>${words.text('reset.means')}</p>
        ${field(view, 'reset', {
          name: 'password',
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

/**
 * Shutting the door on an account for a while.
 * @param {import('../../app/view.js').View} view
 */
export function lockDialog(view) {
  const {words, act} = view;
  const draft = view.draft('lock');
  return dialog(view, {
    title: words.rich('lock.title', {login: draft.login}),
    body: form(view, 'lock', {
      button: words.text('admin.lock'),
      send: () => act.send('lock', {path: `/accounts/${encodeURIComponent(draft.login)}/lock`, said: 'said.locked'}),
      fields: html`<p>${words.text('lock.means')}</p>`,
    }),
  });
}

/** Why an account ends. */
const REASONS = ['left', 'lost', 'stolen'];

/**
 * Ending an account. What it signed before stays valid.
 * @param {import('../../app/view.js').View} view
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
