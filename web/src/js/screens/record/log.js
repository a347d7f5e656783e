import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {repeat} from '../../../lib/lit-html/directives/repeat.js';
import {to, toEntry, toIncident} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {ladderLine} from '../../parts/ladder.js';
import {notHere} from '../../parts/refusal.js';
import {saying} from '../../parts/saying.js';
import {side} from '../../parts/side.js';
import {allWalls, instantOf, onDay} from '../../parts/times.js';
import {evidence} from './evidence.js';
import {heads} from './heads.js';

/**
 * The record in plain language, with a proof behind every line, the heads of every log, and whatever was proven against
 * somebody.
 *
 * @param {import('../../app/view.js').View} view
 */
export function record(view) {
  const {words, route} = view;
  const tab = route.query.get('tab') ?? 'entries';
  return html`<header class="page-head">
      <h1>${words.text('record.title')}</h1>
      <nav class="choice" aria-label=${words.text('record.parts')}>
        ${['entries', 'heads', 'evidence'].map(
          (name) => html`<a class="tab" href=${to('record', [], name === 'entries' ? {} : {tab: name})} aria-current=${tab === name ? 'page' : nothing}>
            ${words.text(`record.${name}`)}
          </a>`,
        )}
      </nav>
    </header>
    ${tab === 'heads' ? heads(view) : tab === 'evidence' ? evidence(view) : entries(view)}`;
}

/** What can be asked of the record at once. */
const PAGE = 100;

/** @param {import('../../app/view.js').View} view */
function entries(view) {
  const {words} = view;
  const filter = Object.fromEntries(view.route.query);
  const query = new URLSearchParams({...filter, limit: String(PAGE)});
  const reading = view.feed.read(`/record/entries?${query}`);
  return html`<section class="panel wide">
    ${filters(view, filter)}
    ${reading.data
      ? html`<div class="scroll" tabindex="0" role="region" aria-label=${words.text('record.entries')}>
          ${lines(view, reading.data.items)} ${pager(view, filter, reading.data.next)}
        </div>`
      : notHere(view, reading)}
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, string>} filter
 */
function filters(view, filter) {
  const {words} = view;
  const change = (/** @type {Event} */ event) => {
    const form = /** @type {HTMLElement} */ (event.currentTarget).closest('form');
    const fields = Object.fromEntries(new FormData(/** @type {HTMLFormElement} */ (form)));
    view.act.go(to('record', [], /** @type {Record<string, string>} */ (fields)));
  };
  const logs = [...view.parties.map((party) => [party.id, view.nameOf(party)]), ['journal', words.text('record.journal')]];
  return html`<form class="filters" @change=${change} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    <div class="field">
      <label for="f-log">${words.text('record.log')}</label>
      <select id="f-log" name="log">
        <option value="">${words.text('record.anyLog')}</option>
        ${logs.map(([id, name]) => html`<option value=${id} ?selected=${filter.log === id}>${name}</option>`)}
      </select>
    </div>
    <div class="field">
      <label for="f-kind">${words.text('record.kind')}</label>
      <select id="f-kind" name="kind">
        <option value="">${words.text('record.anyKind')}</option>
        ${KINDS.map((kind) => html`<option value=${kind} ?selected=${filter.kind === kind}>${words.text(`kindGroup.${kind.replace(/\.$/, '')}`)}</option>`)}
      </select>
    </div>
    <div class="field grow">
      <label for="f-incident">${words.text('record.incident')}</label>
      <input id="f-incident" name="incident" dir="ltr" data-find .value=${filter.incident ?? ''} />
    </div>
    <a class="button" href=${to('record')}>${words.text('record.clear')}</a>
  </form>`;
}

/** Beginnings of kinds that an officer may look for. */
const KINDS = [
  'response.alert',
  'response.notice',
  'response.acknowledged',
  'response.note',
  'response.unit_status',
  'response.tasking',
  'response.assistance',
  'response.sitrep',
  'response.hotline',
  'response.watch',
  'response.daily',
  'response.history',
  'act.',
  'modalities.',
  'inquiry.',
  'duty.',
  'meeting.',
  'commitment.',
  'complaint.',
  'crossing.',
  'activity.',
  'information.',
  'posture.',
  'screening.',
  'barter.',
  'market.',
  'delivery.',
  'energy.',
  'record.',
];

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').EntryRow[]} rows
 */
function lines(view, rows) {
  const {words} = view;
  if (!rows.length) {
    return html`<p class="empty">${words.text('record.nothing')}</p>`;
  }
  return html`<table class="record">
    <thead>
      <tr>
        <th scope="col"><span class="visually-hidden">${words.text('units.side')}</span></th>
        <th scope="col">${words.text('record.entry')}</th>
        <th scope="col">${words.text('record.when')}</th>
        <th scope="col">${words.text('record.says')}</th>
        <th scope="col">${words.text('record.known')}</th>
        <th scope="col"><span class="visually-hidden">${words.text('record.prove')}</span></th>
      </tr>
    </thead>
    <tbody>
      ${repeat(rows, (row) => row.entry, (row) => line(view, row))}
    </tbody>
  </table>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').EntryRow} row
 */
function line(view, row) {
  const {words} = view;
  const audience = row.release === 'own' ? 'internal' : 'release';
  return html`<tr class=${row.unread ? 'not-read' : ''}>
    <td>${side(view, row.by.party)}</td>
    <td><bdi class="code">${row.entry}</bdi></td>
    <td title=${allWalls(view, instantOf(row.time))}>${onDay(view, row.time)}</td>
    <td>
      ${saying(view, row)}
      ${row.words?.text ? html`<q class="quiet" dir="auto" lang=${row.words.lang}>${row.words.text}</q>` : nothing}
      ${row.incident ? html`<a class="small" href=${toIncident(row.incident)}><bdi>${row.incident}</bdi></a>` : nothing}
      ${row.unread ? html`<span class="tag">${words.text('record.unread')}</span>` : nothing}
    </td>
    <td>
      ${audience === 'internal'
        ? html`<span class="tag dashed">${words.text('audience.internal')}</span>`
        : ladderLine(view, row.ladder, {author: row.by.party, audience})}
    </td>
    <td>
      <a class="button small" href=${toEntry(row.entry)}>${icon('shield')}${words.text('record.prove')}</a>
    </td>
  </tr>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, string>} filter
 * @param {string | undefined} next
 */
function pager(view, filter, next) {
  const {words} = view;
  const {cursor, ...rest} = filter;
  return html`<p class="row pager">
    ${cursor ? html`<a class="button" href=${to('record', [], rest)}>${words.text('record.newest')}</a>` : nothing}
    ${next ? html`<a class="button" href=${to('record', [], {...rest, cursor: next})}>${words.text('record.older')}</a>` : nothing}
  </p>`;
}
