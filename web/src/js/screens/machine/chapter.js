import {accountDialog, lockDialog, resetDialog, revokeDialog, rolesDialog} from './account-dialogs.js';
import {admin} from './admin.js';
import {linkScreen} from './link.js';
import {unpairDialog} from './unpair-dialog.js';

/** The node itself: its link to the other one, and the officers who sign in to it. */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {
  link: linkScreen,
  admin,
};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {
  account: accountDialog,
  lock: lockDialog,
  reset: resetDialog,
  revoke: revokeDialog,
  roles: rolesDialog,
  unpair: unpairDialog,
};
