import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {notHere} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {signers} from '../../parts/signers.js';
import {onDay} from '../../parts/times.js';

/**
 * Every log on this node: how long, signed when, countersigned by whom; and whether both sides compute the same state.
 * @param {import('../../app/view.js').View} view
 */
export function heads(view) {
  const reading = view.feed.read('/record/heads');
  /** @type {import('../../app/types.js').Heads | undefined} */
  const data = reading.data;
  if (!data) {
    return notHere(view, reading);
  }
  return html`<div class="heads-grid">
    ${data.logs.map((log) => head(view, log))}
    ${data.stateHash ? stateHash(view, data.stateHash) : nothing}
  </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').LogHead} log
 */
function head(view, log) {
  const {words} = view;
  return html`<section class="panel head">
    <header>
      ${log.kind === 'journal' ? nothing : side(view, log.log)}
      <h2>${words.text(`heads.${log.kind}`)}</h2>
      <bdi class="code quiet">${log.origin}</bdi>
      ${log.frozen ? html`<span class="tag alarm">${words.text('heads.frozen')}</span>` : nothing}
    </header>
    <dl class="pairs">
      ${pair(words.text('heads.size'), html`<span class="figure big">${words.number(log.size)}</span>`)}
      ${log.signedSize === undefined
        ? nothing
        : pair(words.text('heads.signed'), html`${words.number(log.signedSize)} ${log.signedAt ? onDay(view, log.signedAt) : nothing}`)}
      ${log.root ? pair(words.text('heads.root'), html`<bdi class="code">${log.root}</bdi>`) : nothing}
      ${signers(view, log.origin, log.cosignatures ?? [])}
    </dl>
    ${log.checkpoint
      ? html`<details>
          <summary>${words.text('heads.note')}</summary>
          <pre tabindex="0">${log.checkpoint}</pre>
          <button @click=${() => view.act.copy(log.checkpoint ?? '')}>${words.text('shell.copy')}</button>
        </details>`
      : nothing}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {NonNullable<import('../../app/types.js').Heads['stateHash']>} state
 */
function stateHash(view, state) {
  const {words} = view;
  const verdict = state.equal === undefined ? 'unknown' : state.equal ? 'equal' : 'differs';
  return html`<section class="panel head">
    <header>
      <h2>${words.text('heads.state')}</h2>
      <span class="tag ${verdict === 'differs' ? 'alarm' : ''}">${words.text(`heads.${verdict}`)}</span>
    </header>
    <dl class="pairs">
      ${pair(words.text('heads.covers'), words.text('heads.entries', {count: state.at}))}
      ${pair(view.nameOf(view.ours), html`<bdi class="code">${state.own}</bdi>`)}
      ${state.peer ? pair(view.nameOf(view.peer), html`<bdi class="code">${state.peer}</bdi>`) : nothing}
    </dl>
    <p class="hint">${words.text('heads.stateMeans')}</p>
  </section>`;
}

/**
 * @param {unknown} name
 * @param {unknown} value
 */
function pair(name, value) {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}
