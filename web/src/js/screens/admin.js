import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {to, toEntry} from '../app/route.js';
import {notHere} from '../parts/refusal.js';
import {onDay} from '../parts/times.js';

/**
 * Officers and their keys, and who did what at the door. Every change is an entry.
 * @param {import('../app/view.js').View} view
 */
export function admin(view) {
  const {words, route} = view;
  const tab = route.query.get('tab') ?? 'officers';
  return html`<header class="page-head">
      <h1>${words.text('admin.title')}</h1>
      <nav class="choice" aria-label=${words.text('admin.parts')}>
        ${['officers', 'audit'].map(
          (name) => html`<a class="tab" href=${to('admin', [], name === 'officers' ? {} : {tab: name})} aria-current=${tab === name ? 'page' : nothing}>
            ${words.text(`admin.${name}`)}
          </a>`,
        )}
      </nav>
      ${tab === 'officers' && view.may('admin')
        ? html`<button class="first push" @click=${() => view.act.open('account')}>${words.text('admin.add')}</button>`
        : nothing}
    </header>
    ${tab === 'audit' ? audit(view) : officers(view)}`;
}

/** @param {import('../app/view.js').View} view */
function officers(view) {
  const {words} = view;
  const reading = view.feed.read('/accounts');
  /** @type {import('../app/types.js').Account[] | undefined} */
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
          ${accounts.map(
            (account) => html`<tr class=${account.state === 'revoked' ? 'stale' : ''}>
              <td><bdi class="code">${account.login}</bdi></td>
              <td dir="auto">${account.name}</td>
              <td>${account.roles.map((role) => html`<span class="tag">${words.of('role', role)}</span> `)}</td>
              <td><bdi class="code quiet">${account.officer ?? nothing}</bdi></td>
              <td>
                ${account.state !== 'active'
                  ? html`<span class="tag ${account.state === 'revoked' ? 'alarm' : 'warn'}">${words.of('accountState', account.state)}</span>`
                  : account.lastSignIn
                    ? onDay(view, account.lastSignIn)
                    : words.text('admin.never')}
              </td>
              <td>
                ${account.state === 'active' && view.may('admin')
                  ? html`<button @click=${() => view.act.open('revoke', {login: account.login})}>${words.text('admin.revoke')}</button>`
                  : nothing}
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** @param {import('../app/view.js').View} view */
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
