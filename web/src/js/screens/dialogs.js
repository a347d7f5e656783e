import {nothing} from '../../lib/lit-html/lit-html.js';
import {accountDialog, passwordDialog, revokeDialog} from './account-dialogs.js';
import {alertDialog} from './alert-dialog.js';
import {answerDialog, assistDialog} from './assistance-dialogs.js';
import {helpDialog} from './help-dialog.js';
import {hotlineDialog} from './hotline-dialog.js';
import {settingsDialog} from './settings-dialog.js';
import {sitrepDialog} from './sitrep-dialog.js';
import {correctDialog, hotlineAnswerDialog, translateDialog, withdrawDialog} from './item-dialogs.js';
import {concludeDialog, containDialog, notifyDialog, reopenDialog} from './state-dialogs.js';
import {endTaskDialog} from './end-task-dialog.js';
import {eraseDialog} from './erase-dialog.js';
import {taskDialog} from './task-dialog.js';
import {unitStatusDialog} from './unit-status-dialog.js';

/** @type {Record<string, (view: import('../app/view.js').View) => unknown>} */
const DIALOGS = {
  account: accountDialog,
  alert: alertDialog,
  answer: answerDialog,
  assist: assistDialog,
  conclude: concludeDialog,
  contain: containDialog,
  correct: correctDialog,
  'end-task': endTaskDialog,
  erase: eraseDialog,
  help: helpDialog,
  hotline: hotlineDialog,
  'hotline-answer': hotlineAnswerDialog,
  notify: notifyDialog,
  password: passwordDialog,
  reopen: reopenDialog,
  revoke: revokeDialog,
  settings: settingsDialog,
  sitrep: sitrepDialog,
  task: taskDialog,
  translate: translateDialog,
  'unit-status': unitStatusDialog,
  withdraw: withdrawDialog,
};

/**
 * The dialog that is open, if one is.
 * @param {import('../app/view.js').View} view
 * @param {string} open
 */
export function dialogs(view, open) {
  return DIALOGS[open]?.(view) ?? nothing;
}
