import {nothing} from '../../lib/lit-html/lit-html.js';
import {drawnBy} from '../app/route.js';
import {dressed} from '../parts/dressed.js';
import {alertDialog} from './alert-dialog.js';
import {assistDialog, offerHelpDialog} from './assist-dialog.js';
import {cardDialog} from './card-dialog.js';
import {helpDialog} from './help-dialog.js';
import {hotlineDialog} from './hotline-dialog.js';
import {passwordDialog} from './password-dialog.js';
import {settingsDialog} from './settings-dialog.js';
import {sitrepDialog} from './sitrep-dialog.js';
import {correctDialog, hotlineAnswerDialog, translateDialog, withdrawDialog} from './item-dialogs.js';
import {concludeDialog, containDialog, notifyDialog, reopenDialog} from './state-dialogs.js';
import {endTaskDialog} from './end-task-dialog.js';
import {taskDialog} from './task-dialog.js';
import {askUnitDialog, describeDialog, hideDialog, registerDialog, retireDialog, showDialog} from './unit-dialogs.js';
import {unitStatusDialog} from './unit-status-dialog.js';

/** @type {import('../app/chapters.js').Draws} */
const DIALOGS = {
  alert: alertDialog,
  'ask-unit': askUnitDialog,
  assist: assistDialog,
  card: cardDialog,
  conclude: concludeDialog,
  contain: containDialog,
  correct: correctDialog,
  describe: describeDialog,
  'end-task': endTaskDialog,
  help: helpDialog,
  'hide-unit': hideDialog,
  hotline: hotlineDialog,
  'hotline-answer': hotlineAnswerDialog,
  notify: notifyDialog,
  'offer-help': offerHelpDialog,
  password: passwordDialog,
  register: registerDialog,
  reopen: reopenDialog,
  'retire-unit': retireDialog,
  settings: settingsDialog,
  'show-unit': showDialog,
  sitrep: sitrepDialog,
  task: taskDialog,
  translate: translateDialog,
  'unit-status': unitStatusDialog,
  withdraw: withdrawDialog,
};

/**
 * The dialog that is open, if one is: one of the desk, or of a chapter that is here.
 * @param {import('../app/view.js').View} view
 * @param {string} open
 * @param {import('../app/chapters.js').Chapters} chapters
 */
export function dialogs(view, open, chapters) {
  const found = open in DIALOGS ? {draw: DIALOGS[open], sheets: []} : chapters.dialog(open, drawnBy(view.route));
  return found ? dressed(found.sheets, found.draw(view, chapters)) : nothing;
}
