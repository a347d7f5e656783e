import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toEntry} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {menu} from '../../parts/menu.js';
import {notHere} from '../../parts/refusal.js';
import {at, onDay} from '../../parts/times.js';
import {geography} from './geography.js';

/**
 * Officers and their keys, and who did what at the door. Every change is an entry.
 * @param {import('../../app/view.js').View} view
 */
export function admin(view) {
  const {words, route} = view;
  const tab = route.query.get('tab') ?? 'officers';
  return html`<header class="page-head">
      <h1>${words.text('admin.title')}</h1>
      <nav class="choice" aria-label=${words.text('admin.parts')}>
        ${['officers', 'audit', ...(view.may('admin') ? ['ground'] : [])].map(
          (name) => html`<a class="tab" href=${to('admin', [], name === 'officers' ? {} : {tab: name})} aria-current=${tab === name ? 'page' : nothing}>
            ${words.text(`admin.${name}`)}
          </a>`,
        )}
      </nav>
      ${tab === 'officers' && view.may('admin')
        ? html`<button class="first push" @click=${() => view.act.open('account')}>${words.text('admin.add')}</button>`
        : nothing}
    </header>
    ${tab === 'audit' ? audit(view) : tab === 'ground' && view.may('admin') ? geography(view) : officers(view)}`;
}

/** @param {import('../../app/view.js').View} view */
function officers(view) {
  const {words} = view;
  const reading = view.feed.read('/accounts');
  /** @type {import('../../app/types.js').Account[] | undefined} */
  const accounts = reading.data?.items;
  if (!accounts) {
    return notHere(view, reading);
  }
  return html`<section class="panel wide">
    <div class="scroll" tabindex="0" role="region" aria-label=${words.text('admin.officers')}>
      <table class="stacks">
        <thead>
          <tr>
            <th scope="col">${words.text('admin.login')}</th>
            <th scope="col">${words.text('admin.duty')}</th>
            <th scope="col">${words.text('admin.roles')}</th>
            <th scope="col">${words.text('admin.key')}</th>
            <th scope="col">${words.text('admin.lastSignIn')}</th>
            <th scope="col"><span class="visually-hidden">${words.text('admin.acts')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${accounts.map((account) => row(view, account))}
        </tbody>
      </table>
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Account} account
 */
function row(view, account) {
  const {words} = view;
  return html`<tr class=${account.state === 'revoked' ? 'stale' : ''}>
    <td><bdi class="code">${account.login}</bdi></td>
    <td dir="auto">${account.name}</td>
    <td>${account.roles.map((role) => html`<span class="tag">${words.of('role', role)}</span> `)}</td>
    <td><bdi class="code quiet">${account.officer ?? nothing}</bdi></td>
    <td>${standing(view, account)}</td>
    <td class="acts-of">${view.may('admin') ? menu(words.text('admin.about', {login: account.login}), actsOn(view, account)) : nothing}</td>
  </tr>`;
}

/**
 * Whether and since when somebody can sign in as it, and when somebody last did.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Account} account
 */
function standing(view, account) {
  const {words} = view;
  if (account.state !== 'active') {
    return html`<span class="tag ${account.state === 'revoked' ? 'alarm' : 'warn'}">${words.of('accountState', account.state)}</span>`;
  }
  const last = account.lastSignIn ? onDay(view, account.lastSignIn) : words.text('admin.never');
  if (account.lockedSince) {
    return html`${last} <span class="tag warn">${icon('lock')}${words.rich('admin.lockedSince', {time: onDay(view, account.lockedSince)})}</span>`;
  }
  return account.lockedUntil
    ? html`${last} <span class="tag warn">${icon('lock')}${words.rich('admin.lockedUntil', {time: at(view, account.lockedUntil)})}</span>`
    : last;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Account} account
 */
function actsOn(view, {login, roles, state, lockedSince, lockedUntil}) {
  const {words, act, session} = view;
  const one = `/accounts/${encodeURIComponent(login)}`;
  const mine = login === session.login;
  if (state === 'revoked') {
    return [];
  }
  return [
    ...(state === 'enrolling'
      ? [{word: words.text('admin.enrol'), open: () => act.send(`enrol ${login}`, {path: `${one}/enrol`, said: 'said.enrolled'})}]
      : [{word: words.text('admin.changeRoles'), open: () => act.open('roles', {login, roles, had: roles})}]),
    ...(mine ? [] : [{word: words.text('admin.reset'), open: () => act.open('reset', {login})}]),
    ...(lockedSince || lockedUntil
      ? [{word: words.text('admin.unlock'), open: () => act.send(`unlock ${login}`, {path: `${one}/unlock`, said: 'said.unlocked'})}]
      : mine
        ? []
        : [{word: words.text('admin.lock'), open: () => act.open('lock', {login})}]),
    ...(mine ? [] : [{word: words.text('admin.revoke'), open: () => act.open('revoke', {login})}]),
  ];
}

/** @param {import('../../app/view.js').View} view */
function audit(view) {
  const {words} = view;
  const cursor = view.route.query.get('cursor');
  const reading = view.feed.read(`/audit?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
  if (!reading.data) {
    return notHere(view, reading);
  }
  return html`<section class="panel wide">
    <div class="scroll" tabindex="0" role="region" aria-label=${words.text('admin.audit')}>
      <table class="stacks">
        <thead>
          <tr>
            <th scope="col">${words.text('admin.when')}</th>
            <th scope="col">${words.text('admin.what')}</th>
            <th scope="col">${words.text('admin.outcome')}</th>
            <th scope="col">${words.text('admin.who')}</th>
            <th scope="col">${words.text('admin.detail')}</th>
          </tr>
        </thead>
        <tbody>
          ${reading.data.items.map(
            (/** @type {any} */ item) => html`<tr>
              <td>${onDay(view, item.at)}</td>
              <td>${words.of('audit', item.what)}</td>
              <td><span class=${item.outcome === 'refused' ? 'tag warn' : ''}>${words.of('outcome', item.outcome)}</span></td>
              <td><bdi class="code">${item.login}</bdi> <bdi class="code quiet">${item.address}</bdi></td>
              <td>
                <bdi class="code">${item.operation}</bdi> <bdi class="code quiet">${item.code}</bdi>
                ${item.entry ? html`<a href=${toEntry(item.entry)}><bdi class="code">${item.entry}</bdi></a>` : nothing}
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${reading.data.next
        ? html`<p class="row pager">
            <a class="button" href=${to('admin', [], {tab: 'audit', cursor: reading.data.next})}>${words.text('record.older')}</a>
          </p>`
        : nothing}
    </div>
  </section>`;
}
