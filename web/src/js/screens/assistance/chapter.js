import {answerDialog, conditionsDialog, sayDialog} from './answering.js';
import {agreeDialog, figureDialog} from './cost-dialogs.js';
import {commitDialog, endDialog, returnDialog, statusDialog} from './means-dialogs.js';
import {longerDialog, stayDialog} from './stay-dialogs.js';
import {help} from './thread.js';

/** Help between the sides, from the answer to the last figure. It has no place of its own: it stands in its room. */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {
  'help-agree': agreeDialog,
  'help-answer': answerDialog,
  'help-commit': commitDialog,
  'help-conditions': conditionsDialog,
  'help-end': endDialog,
  'help-figure': figureDialog,
  'help-longer': longerDialog,
  'help-return': returnDialog,
  'help-say': sayDialog,
  'help-stay': stayDialog,
  'help-status': statusDialog,
};

/** What it adds to the incident room. @type {import('../../app/chapters.js').Pieces} */
export const pieces = {help};
