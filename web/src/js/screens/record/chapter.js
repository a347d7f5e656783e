import {entryScreen} from './entry.js';
import {eraseDialog} from './erase-dialog.js';
import {history} from './history.js';
import {record} from './log.js';

/** The record: both logs, the proofs of any entry, the evidence kept, and the incidents from before there was a record. */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {
  record: (view) => (view.route.rest.length === 2 ? entryScreen(view) : record(view)),
  history,
};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {
  erase: eraseDialog,
};
