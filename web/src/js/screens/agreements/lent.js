import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {SIGNING_ROLES} from '../../app/agreements.js';
import {toEntry} from '../../app/route.js';
import {kindOf} from '../../parts/act.js';
import {notHere} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {instantOf, onDay} from '../../parts/times.js';

/**
 * Roles that officers have lent for signing acts, of either side: whoever reads a signature given in a lent role finds
 * here by whom, for what, and whether it has been taken back.
 *
 * @param {import('../../app/view.js').View} view
 */
export function lent(view) {
  const {words} = view;
  const reading = view.feed.read('/delegations');
  /** @type {import('../../app/types.js').Delegation[] | undefined} */
  const all = reading.data?.items;
  const shown = [...(all ?? [])].sort((a, b) => Number(Boolean(a.ended)) - Number(Boolean(b.ended)));
  return html`<section class="panel lent" aria-labelledby="lent">
    <header>
      <h2 id="lent">${words.text('lent.title')}</h2>
      ${view.may(...SIGNING_ROLES)
        ? html`<button class="push" @click=${() => view.act.open('lend', {refused: undefined})}>${words.text('lent.lend')}</button>`
        : nothing}
    </header>
    <p class="hint body">${words.text('lent.means')}</p>
    ${!all
      ? notHere(view, reading)
      : shown.length
        ? html`<table class="stacks register">
            <thead>
              <tr>
                <th scope="col">${words.text('lent.role')}</th>
                <th scope="col">${words.text('lent.from')}</th>
                <th scope="col">${words.text('lent.to')}</th>
                <th scope="col">${words.text('lent.kinds')}</th>
                <th scope="col">${words.text('lent.until')}</th>
                <th scope="col"><span class="visually-hidden">${words.text('admin.acts')}</span></th>
              </tr>
            </thead>
            <tbody>
              ${shown.map((one) => row(view, one))}
            </tbody>
          </table>`
        : html`<p class="nothing">${words.text('lent.none')}</p>`}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Delegation} one
 */
function row(view, one) {
  const {words} = view;
  return html`<tr class=${one.ended ? 'stale' : ''}>
    <td>
      <span class="row">${side(view, one.party)} <b>${words.of('role', one.role)}</b></span>
      <a class="small" href=${toEntry(one.delegation)}><bdi class="code">${one.delegation}</bdi></a>
    </td>
    <td>${officer(one.from)}</td>
    <td>${officer(one.to)}</td>
    <td>${one.kinds.length ? one.kinds.map((kind) => html`<span class="kind">${kindOf(view, kind)}</span>`) : words.text('lent.allKinds')}</td>
    <td>
      ${one.ended
        ? html`<span class="tag">${words.text('lent.ended')}</span> <a class="small" href=${toEntry(one.ended)}><bdi class="code">${one.ended}</bdi></a>`
        : one.until
          ? html`${onDay(view, one.until)} ${instantOf(one.until) < view.now ? html`<span class="quiet small">${words.text('lent.due')}</span>` : nothing}`
          : words.text('lent.open')}
    </td>
    <td class="acts-of">
      ${mayEnd(view, one)
        ? html`<button
            class="small"
            @click=${() => view.act.open('end-loan', {delegation: one.delegation, role: one.role, to: one.to.officer ?? '', refused: undefined})}
          >
            ${words.text('lent.end')}
          </button>`
        : nothing}
    </td>
  </tr>`;
}

/** @param {import('../../app/types.js').Author} author */
function officer({name, officer}) {
  return html`${name ? html`<span dir="auto">${name}</span>` : nothing} <bdi class="code quiet small">${officer ?? ''}</bdi>`;
}

/**
 * It is taken back by whoever lent it, or by anybody who holds the role.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Delegation} one
 */
function mayEnd(view, one) {
  const ours = one.party === view.ours.id && !one.ended && view.may(...SIGNING_ROLES);
  return ours && (one.from.officer === view.session.officer || view.may(one.role));
}
