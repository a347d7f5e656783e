import {acknowledgeDialog, cancelDialog, commentDialog} from './answer-dialogs.js';
import {notices} from './list.js';
import {noticeDialog} from './notice-dialog.js';
import {notice} from './page.js';

/** What either side does near the line, said beforehand. */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {
  notices: (view) => (view.route.rest.length === 2 ? notice(view) : notices(view)),
};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {
  notice: noticeDialog,
  'notice-acknowledge': acknowledgeDialog,
  'notice-cancel': cancelDialog,
  'notice-comment': commentDialog,
};
