import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {usually} from '../../parts/usually.js';
import {languageField, reasonField, typedWords} from './claim-dialogs.js';
import {descriptionFields, descriptionFrom, digestFields, levelField, LEVELS, typedDigest} from './exhibit-fields.js';
import {instantField, typedInstant} from './values.js';

/** Exhibits: registered by their digest, which the browser computes of the file; the bytes stay where they are. */

const ANSWERS = ['granted', 'refused', 'visit'];

/** @param {import('../../app/view.js').View} view */
export function registerExhibitDialog(view) {
  const {words, act} = view;
  const draft = view.draft('register-exhibit');
  const level = draft.level ?? LEVELS[0];
  const described = level === 'exists' ? undefined : descriptionFrom(view, draft);
  const digest = typedDigest(draft);
  return dialog(view, {
    wide: true,
    title: words.text('registerExhibit.title'),
    body: form(view, 'register-exhibit', {
      ready: digest !== undefined && (level === 'exists' || described !== undefined),
      button: words.text('registerExhibit.send'),
      send: () =>
        act.send('register-exhibit', {
          path: '/statements',
          body: {
            kind: 'inquiry.evidence_registered',
            body: {copy: 'evidentiary', level, matter: draft.matter.id, sha256: digest, ...(described ? {description: described} : {})},
          },
          said: 'said.exhibit.registered',
        }),
      fields: html`
        <p class="notice">${words.text('registerExhibit.means')}</p>
        ${digestFields(view, 'register-exhibit')} ${levelField(view, 'register-exhibit')}
        ${level === 'exists' ? nothing : descriptionFields(view, 'register-exhibit')}
      `,
    }),
  });
}

/** @param {import('../../app/view.js').View} view */
export function releaseExhibitDialog(view) {
  const {words, act} = view;
  const draft = view.draft('release-exhibit');
  const {about} = draft;
  const higher = LEVELS.slice(LEVELS.indexOf(about.level) + 1);
  const level = draft.level ?? higher[0];
  const described = about.description ? undefined : descriptionFrom(view, draft);
  return dialog(view, {
    title: html`${words.text('releaseExhibit.title')} <bdi class="code quiet">${about.exhibit}</bdi>`,
    body: form(view, 'release-exhibit', {
      ready: Boolean(about.description || described),
      button: words.text('releaseExhibit.send'),
      send: () =>
        act.send('release-exhibit', {
          path: '/statements',
          body: {kind: 'inquiry.evidence_released', body: {exhibit: about.id, level, ...(described ? {description: described} : {})}},
          said: 'said.exhibit.released',
        }),
      fields: html`<p class="notice">${words.text('releaseExhibit.means')}</p>
        ${choice(view, 'release-exhibit', {name: 'level', label: words.text('registerExhibit.level'), options: higher.map((code) => [code, words.of('level', code)])})}
        ${usually(view, 'release.evidence', (level) => words.of('evidenceUsually', level))}
        ${about.description ? nothing : descriptionFields(view, 'release-exhibit')}`,
    }),
  });
}

/** @param {import('../../app/view.js').View} view */
export function custodyDialog(view) {
  const {words, act} = view;
  const draft = view.draft('pass-custody');
  const at = typedInstant(draft.at);
  return dialog(view, {
    title: html`${words.text('passCustody.title')} <bdi class="code quiet">${draft.about.exhibit}</bdi>`,
    body: form(view, 'pass-custody', {
      ready: Boolean(at && draft.organisation?.trim() && draft.function?.trim() && draft.reason?.trim()),
      button: words.text('passCustody.send'),
      send: () =>
        act.send('pass-custody', {
          path: '/statements',
          body: {
            kind: 'inquiry.custody_passed',
            body: {
              at,
              exhibit: draft.about.id,
              from: draft.about.custodian,
              reason: typedWords(view, draft, 'reason'),
              to: {function: draft.function.trim(), organisation: draft.organisation.trim()},
            },
          },
          said: 'said.exhibit.passed',
        }),
      fields: html`
        <p>${words.rich('passCustody.from', {keeper: html`<span dir="auto">${draft.about.custodian.organisation}, ${draft.about.custodian.function}</span>`})}</p>
        <div class="fields">
          ${field(view, 'pass-custody', {name: 'organisation', label: words.text('describeExhibit.organisation'), required: true, maxlength: 120})}
          ${field(view, 'pass-custody', {name: 'function', label: words.text('describeExhibit.function'), required: true, maxlength: 120})}
        </div>
        ${instantField(view, 'pass-custody', {name: 'at', label: words.text('passCustody.at'), required: true})}
        ${reasonField(view, 'pass-custody')} ${languageField(view, 'pass-custody')}
      `,
    }),
  });
}

/** @param {import('../../app/view.js').View} view */
export function requestAccessDialog(view) {
  const {words, act} = view;
  const draft = view.draft('request-access');
  const higher = LEVELS.slice(LEVELS.indexOf(draft.about.level) + 1);
  return dialog(view, {
    title: html`${words.text('requestAccess.title')} <bdi class="code quiet">${draft.about.exhibit}</bdi>`,
    body: form(view, 'request-access', {
      ready: Boolean(draft.reason?.trim()),
      button: words.text('requestAccess.send'),
      send: () =>
        act.send('request-access', {
          path: '/statements',
          body: {
            kind: 'inquiry.access_requested',
            body: {exhibit: draft.about.id, reason: typedWords(view, draft, 'reason'), wanted: draft.wanted ?? higher[0]},
          },
          said: 'said.exhibit.requested',
        }),
      fields: html`${choice(view, 'request-access', {name: 'wanted', label: words.text('requestAccess.wanted'), options: higher.map((code) => [code, words.of('level', code)])})}
        ${reasonField(view, 'request-access')} ${languageField(view, 'request-access')}`,
    }),
  });
}

/** @param {import('../../app/view.js').View} view */
export function answerAccessDialog(view) {
  const {words, act} = view;
  const draft = view.draft('answer-access');
  return dialog(view, {
    title: html`${words.text('answerAccess.title')} <bdi class="code quiet">${draft.about.request}</bdi>`,
    body: form(view, 'answer-access', {
      ready: Boolean(draft.reason?.trim()),
      button: words.text('answerAccess.send'),
      send: () =>
        act.send('answer-access', {
          path: '/statements',
          body: {
            kind: 'inquiry.access_answered',
            body: {answer: draft.answer ?? ANSWERS[0], reason: typedWords(view, draft, 'reason'), request: draft.about.id},
          },
          said: 'said.exhibit.answered',
        }),
      fields: html`<p class="hint">${words.text('answerAccess.means')}</p>
        ${choice(view, 'answer-access', {name: 'answer', label: words.text('answerAccess.answer'), options: ANSWERS.map((code) => [code, words.of('accessAnswer', code)])})}
        ${reasonField(view, 'answer-access')} ${languageField(view, 'answer-access')}`,
    }),
  });
}
