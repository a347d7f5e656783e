import {inKindDialog} from '../barter/in-kind.js';
import {account} from './page.js';
import {DIALOGS} from './forms.js';
import {statement} from './statement.js';
import {statements} from './statements.js';
import {voucher} from './voucher.js';

/**
 * The barter account: what it comes to, every voucher, and the statements of its periods. Addresses: `account`,
 * `account/ir/12` for the voucher of an act or fact, `account/ir/12/3` for a line of it, `statements`, `statements/3` for a period.
 */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {
  account: (view) => (view.route.rest.length > 1 ? voucher(view) : account(view)),
  statements: (view) => (view.route.rest.length === 1 ? statement(view) : statements(view)),
};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {...DIALOGS, 'in-kind': inKindDialog};
