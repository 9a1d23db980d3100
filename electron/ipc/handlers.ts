// Handlers of all calls of the window: one table, put together from the handlers of each subject.
// No answer contains a secret.
import type { CallContext, Calls, HandlerContext } from './call-types';
import { handlers as choices } from './choices';
import { handlers as desktop } from './desktop';
import { handlers as explorer } from './explorer';
import { handlers as exports } from './export';
import { handlers as history } from './history';
import { handlers as keys } from './keys';
import { handlers as okxAccounts } from './okx-accounts';
import { handlers as polling } from './polling';
import { handlers as problemReport } from './problem-report';
import { handlers as profile } from './profile';
import { handlers as verification } from './verification';
import { handlers as wallets } from './wallets';

/** A call that no subject answers does not compile. */
export function createCalls(given: CallContext) {
  const context: HandlerContext = { ...given, lastSaved: { path: null } };
  return {
    ...polling(context),
    ...choices(context),
    ...wallets(context),
    ...verification(context),
    ...keys(context),
    ...okxAccounts(context),
    ...history(context),
    ...exports(context),
    ...explorer(context),
    ...desktop(context),
    ...problemReport(context),
    ...profile(context)
  } satisfies Calls;
}
