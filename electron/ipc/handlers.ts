// What the window may ask, answered: one function per call of the contract. Nothing here returns a secret.
import { UNTIL_RESUMED } from '../../shared/domain/default-settings';
import { HOUR_MS } from '../../shared/domain/durations';
import type { Request } from '../../shared/ipc/contract';
import type { ChainEntry } from '../../shared/ipc/wallet-calls';
import { review } from '../addresses/review';
import type { Engine } from '../core/engine/engine';
import type { Calls, OutsideCalls } from './call-types';
import { partRows } from './details';
import { recordCallsOf } from './history';
import { connect, forgetKey, rotate } from './keys';
import { changeAccount, createAccount, deleteAccount, listAccounts, readAccount } from './okx-accounts';
import { addWallets, changeWallet, judgeHolding, orderWallets, removeWallet } from './wallets';

const DONE = { done: true };

export function callsOf(app: Engine, outside: OutsideCalls): Calls {
  return {
    ...outside,
    'state:read': () => Promise.resolve({ text: JSON.stringify(app.state) }),
    'wallet:connect': form => connect(app, form),
    'wallet:change': change => changeWallet(app, change),
    ...recordCallsOf(app),
    'parts:read': () => Promise.resolve({ parts: partRows(app) }),
    'wallet:remove': ({ walletId, forgetHistory }) => removeWallet(app, walletId, forgetHistory),
    'wallets:add': asked => addWallets(app, asked),
    'wallets:order': asked => orderWallets(app, asked),
    'addresses:review': ({ text }) =>
      Promise.resolve(review(text, { watched: watchedAddresses(app), chains: chainEntries(app) })),
    'chains:read': () => Promise.resolve({ chains: chainEntries(app) }),
    'holding:judge': asked => judgeHolding(app, asked),
    'key:rotate': form => rotate(app, form),
    'key:forget': ({ keyId }) => forgetKey(app, keyId),
    'accounts:list': asked => listAccounts(app, asked),
    'accounts:detail': asked => readAccount(app, asked),
    'accounts:create': asked => createAccount(app, asked),
    'accounts:change': asked => changeAccount(app, asked),
    'accounts:delete': asked => deleteAccount(app, asked),
    'poll:refresh': () => app.refresh().then(() => DONE),
    'poll:pause': ({ until }) => pause(app, until),
    'poll:resume': () => app.choose({ pausedUntil: 0 }).then(() => DONE),
    'choices:change': change => app.choose(allowed(app, change)).then(() => DONE)
  };
}

/**
 * Hosts and a CA file are trusted by the person's answer to a dialog of the main process; a page may only take that back.
 * Shortcuts are kept once the system gave them.
 */
function allowed(
  { model }: Engine,
  { explorerHosts, caFile, shortcuts: _, ...rest }: Request<'choices:change'>
) {
  const change = { ...rest, ...(caFile === null && { caFile }) };
  if (!explorerHosts) return change;
  const trusted = model.settings.choices.explorerHosts;
  return { ...change, explorerHosts: trusted.filter(host => explorerHosts.includes(host)) };
}

export async function pause(app: Engine, until: Request<'poll:pause'>['until']): Promise<{ done: boolean }> {
  const now = app.world.clock.now();
  const moments = { 'an-hour': now + HOUR_MS, tomorrow: tomorrowMorning(now), resumed: UNTIL_RESUMED };
  await app.choose({ pausedUntil: moments[until] });
  return DONE;
}

/** 08:00 of the next day, local time. */
function tomorrowMorning(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 8).getTime();
}

function watchedAddresses(app: Engine): string[] {
  return app.model.settings.wallets.flatMap(wallet => (wallet.source === 'v6-address' ? wallet.address : []));
}

function chainEntries(app: Engine): ChainEntry[] {
  return [...app.world.chainList.entries()];
}
