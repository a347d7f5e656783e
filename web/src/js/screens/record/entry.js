import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to, toAct, toIncident, toPaper} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {bodyOf} from '../../parts/body.js';
import {ladderInFull} from '../../parts/ladder.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {saying} from '../../parts/saying.js';
import {side} from '../../parts/side.js';
import {signers} from '../../parts/signers.js';
import {atAllWalls, bothDates} from '../../parts/times.js';
import {command} from './evidence.js';

/**
 * One entry, taken apart: what it says, who signed, what its author had seen, and the proof that it stands where it
 * stands, to be checked by anybody without us.
 *
 * @param {import('../../app/view.js').View} view
 */
export function entryScreen(view) {
  const {words} = view;
  const name = view.route.rest.join('/');
  const reading = view.feed.read(`/record/entries/${name}`);
  /** @type {import('../../app/types.js').EntryDetail | undefined} */
  const entry = reading.data;
  if (!entry) {
    return notHere(view, reading);
  }
  const {row} = entry;
  return html`<header class="page-head">
      <a class="back" href=${to('record')} aria-label=${words.text('entry.back')}>${icon('back')}</a>
      ${side(view, row.by.party)}
      <h1>${saying(view, row)}</h1>
      <bdi class="code quiet">${row.entry}</bdi>
      <a class="button push" href=${toPaper(row.entry)}>${icon('print')}${words.text('shell.print')}</a>
    </header>
    <div class="two">
      <div class="stack">
        <section class="panel">
          <header><h2>${words.text('entry.told')}</h2></header>
          <div class="body stack">
            <p>${bothDates(view, row.time)} ${atAllWalls(view, row.time)}</p>
            ${entry.body ? bodyOf(view, entry.body, row.kind) : nothing}
            ${ladderInFull(view, row.ladder, row.release === 'own' ? 'internal' : 'release')}
            ${row.kind.startsWith('act.') && entry.body?.terms ? html`<p><a href=${toAct(row.entry)}>${words.text('entry.act')}</a></p>` : nothing}
            ${row.incident ? html`<p><a href=${toIncident(row.incident)}>${words.rich('entry.room', {id: row.incident})}</a></p>` : nothing}
          </div>
        </section>
        ${seen(view, entry)} ${signatures(view, entry)} ${payloads(view, entry)}
      </div>
      <div class="stack">${proof(view, name, entry)} ${bytes(view, entry)}</div>
    </div>`;
}

/**
 * How much of the other log its author had verified when writing: the positive proof of what was known.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').EntryDetail} entry
 */
function seen(view, {seen: heads = []}) {
  const {words} = view;
  return html`<section class="panel">
    <header><h2>${words.text('entry.seen')}</h2></header>
    <div class="body stack">
      ${heads.length
        ? heads.map(
            (head) => html`<p>
              ${words.rich('entry.seenUpTo', {count: head.size, origin: html`<bdi class="code">${head.origin}</bdi>`})}
            </p>`,
          )
        : html`<p>${words.text('entry.seenNothing')}</p>`}
      <p class="hint">${words.text('entry.seenMeans')}</p>
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').EntryDetail} entry
 */
function signatures(view, entry) {
  const {words} = view;
  return html`<section class="panel">
    <header><h2>${words.text('entry.signatures')}</h2></header>
    <ul class="list">
      ${entry.signatures.map(
        (signature) => html`<li>
          <p class="row">
            ${signature.verified ? icon('check') : icon('alert')}
            <bdi class="code">${signature.name}</bdi> <bdi class="code quiet">${signature.keyId}</bdi>
            <span class="push ${signature.verified ? '' : 'tag alarm'}"
              >${words.text(signature.verified ? 'entry.verified' : 'entry.notVerified')}</span
            >
          </p>
        </li>`,
      )}
    </ul>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').EntryDetail} entry
 */
function payloads(view, entry) {
  const {words} = view;
  const mayErase = entry.row.by.party === view.ours.id && view.may('compliance', 'chief');
  if (!entry.payloads.length) {
    return nothing;
  }
  return html`<section class="panel">
    <header><h2>${words.text('entry.payloads')}</h2></header>
    <ul class="list">
      ${entry.payloads.map(
        (payload) => html`<li>
          <p class="row">
            <b><bdi>${payload.role}</bdi></b> <span class="quiet">${words.text('entry.bytes', {count: payload.size})}</span>
            <span class="tag push">${words.of('payloadState', payload.state)}</span>
          </p>
          <p><bdi class="code quiet">${payload.sha256}</bdi></p>
          ${mayErase && payload.state === 'here'
            ? html`<button class="small" @click=${() => view.act.open('erase', {entry: entry.row.entry, sha256: payload.sha256, basis: ''})}>
                ${words.text('erase.erase')}
              </button>`
            : nothing}
        </li>`,
      )}
    </ul>
  </section>`;
}

/**
 * The proof and the three files that its command reads, under the names the command gives them.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} name
 * @param {import('../../app/types.js').EntryDetail} entry
 */
function proof(view, name, entry) {
  const {words} = view;
  const reading = view.feed.read(`/record/entries/${name}/proof`);
  /** @type {import('../../app/types.js').EntryProof | undefined} */
  const found = reading.data;
  return html`<section class="panel">
    <header><h2>${words.text('entry.proof')}</h2></header>
    <div class="body stack">
      ${found
        ? html`<p>
              ${words.rich('entry.proofSays', {
                index: html`<bdi class="code">${found.index}</bdi>`,
                size: found.size,
                origin: html`<bdi class="code">${found.origin}</bdi>`,
                count: found.hashes.length,
              })}
            </p>
            <dl class="pairs">
              <div>
                <dt>${words.text('entry.leaf')}</dt>
                <dd><bdi class="code">${found.leafHash}</bdi></dd>
              </div>
              <div>
                <dt>${words.text('entry.root')}</dt>
                <dd><bdi class="code">${found.root}</bdi></dd>
              </div>
              ${signers(view, found.origin, found.cosignatures)}
            </dl>
            ${command(view, found.command)}
            <p class="row takings">
              <a class="button" href="/api/v1/record/entries/${name}/tlog-proof" download=${fileOf(found, 'verify')}>
                ${words.text('entry.download')}
              </a>
              <button @click=${() => view.act.save(fileOf(found, 'entry'), entry.bytes)}>${words.text('entry.downloadEntry')}</button>
              <button @click=${() => view.act.save(fileOf(found, 'policy'), found.policy)}>${words.text('entry.downloadKeys')}</button>
            </p>`
        : reading.refused
          ? refusal(view, reading.refused)
          : words.text('shell.loading')}
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').EntryDetail} entry
 */
function bytes(view, entry) {
  const {words} = view;
  return html`<section class="panel">
    <header><h2>${words.text('entry.exact')}</h2></header>
    <div class="body stack">
      <p class="hint">${words.text('entry.exactMeans')}</p>
      <pre tabindex="0" class="exact">${entry.bytes}</pre>
      ${entry.body
        ? html`<pre tabindex="0" class="exact">${JSON.stringify(entry.body, null, 2)}</pre>`
        : html`<p>${words.text('entry.noBody')}</p>`}
    </div>
  </section>`;
}

/**
 * What the command calls one of its files.
 * @param {import('../../app/types.js').EntryProof} found
 * @param {'verify' | 'entry' | 'policy'} before the word it stands after
 */
function fileOf(found, before) {
  const named = new RegExp(`\\b${before} (\\S+)`).exec(found.command);
  return named ? named[1] : `${found.entry.replace('/', '-')}.${before}`;
}
