import {nothing} from '../../lib/lit-html/lit-html.js';
import {accountDialog, lockDialog, passwordDialog, resetDialog, revokeDialog, rolesDialog} from './account-dialogs.js';
import {assentDialog, proposeDialog, refuseDialog, takeBackDialog} from './agreement-dialogs.js';
import {alertDialog} from './alert-dialog.js';
import {answerDialog, assistDialog} from './assistance-dialogs.js';
import {cardDialog} from './card-dialog.js';
import {helpDialog} from './help-dialog.js';
import {hotlineDialog} from './hotline-dialog.js';
import {settingsDialog} from './settings-dialog.js';
import {sitrepDialog} from './sitrep-dialog.js';
import {correctDialog, hotlineAnswerDialog, translateDialog, withdrawDialog} from './item-dialogs.js';
import {concludeDialog, containDialog, notifyDialog, reopenDialog} from './state-dialogs.js';
import {endTaskDialog} from './end-task-dialog.js';
import {eraseDialog} from './erase-dialog.js';
import {endLoanDialog, lendDialog} from './lend-dialogs.js';
import {taskDialog} from './task-dialog.js';
import {askUnitDialog, describeDialog, hideDialog, registerDialog, retireDialog, showDialog} from './unit-dialogs.js';
import {unitStatusDialog} from './unit-status-dialog.js';
import {unpairDialog} from './unpair-dialog.js';

/** @type {Record<string, (view: import('../app/view.js').View) => unknown>} */
const DIALOGS = {
  account: accountDialog,
  alert: alertDialog,
  answer: answerDialog,
  'ask-unit': askUnitDialog,
  assent: assentDialog,
  assist: assistDialog,
  card: cardDialog,
  conclude: concludeDialog,
  contain: containDialog,
  correct: correctDialog,
  describe: describeDialog,
  'end-loan': endLoanDialog,
  'end-task': endTaskDialog,
  erase: eraseDialog,
  help: helpDialog,
  'hide-unit': hideDialog,
  hotline: hotlineDialog,
  'hotline-answer': hotlineAnswerDialog,
  lend: lendDialog,
  lock: lockDialog,
  notify: notifyDialog,
  password: passwordDialog,
  propose: proposeDialog,
  'refuse-act': refuseDialog,
  register: registerDialog,
  reopen: reopenDialog,
  reset: resetDialog,
  'retire-unit': retireDialog,
  revoke: revokeDialog,
  roles: rolesDialog,
  settings: settingsDialog,
  'show-unit': showDialog,
  sitrep: sitrepDialog,
  'take-back': takeBackDialog,
  task: taskDialog,
  translate: translateDialog,
  'unit-status': unitStatusDialog,
  unpair: unpairDialog,
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
