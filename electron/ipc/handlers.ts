// Handlers of all calls of the window: one function for each call of the IPC contract.
// No answer contains a secret.
import { UNTIL_RESUMED } from '../../shared/domain/default-settings';
import { HOUR_MS } from '../../shared/domain/durations';
import type { Request } from '../../shared/ipc/contract';
import type { ChainEntry } from '../../shared/ipc/wallet-calls';
import { review } from '../addresses/review';
import type { Engine } from '../core/engine/engine';
import type { Calls, ExternalCalls } from './call-types';
import { partRows } from './details';
import { createHistoryCalls } from './history';
import { connect, forgetKey, rotate } from './keys';
import { changeAccount, createAccount, deleteAccount, listAccounts, readAccount } from './okx-accounts';
import { addWallets, changeWallet, setVerdict, orderWallets, removeWallet } from './wallets';

const DONE = { done: true };

export function createCalls(engine: Engine, externalCalls: ExternalCalls): Calls {
  return {
    ...externalCalls,
    'state:read': () => Promise.resolve({ text: JSON.stringify(engine.state) }),
    'wallet:connect': form => connect(engine, form),
    'wallet:change': change => changeWallet(engine, change),
    ...createHistoryCalls(engine),
    'parts:read': () => Promise.resolve({ parts: partRows(engine) }),
    'wallet:remove': ({ walletId, forgetHistory }) => removeWallet(engine, walletId, forgetHistory),
    'wallets:add': request => addWallets(engine, request),
    'wallets:order': request => orderWallets(engine, request),
    'addresses:review': ({ text }) =>
      Promise.resolve(review(text, { watched: watchedAddresses(engine), chains: chainEntries(engine) })),
    'chains:read': () => Promise.resolve({ chains: chainEntries(engine) }),
    'holding:judge': request => setVerdict(engine, request),
    'key:rotate': form => rotate(engine, form),
    'key:forget': ({ keyId }) => forgetKey(engine, keyId),
    'accounts:list': request => listAccounts(engine, request),
    'accounts:detail': request => readAccount(engine, request),
    'accounts:create': request => createAccount(engine, request),
    'accounts:change': request => changeAccount(engine, request),
    'accounts:delete': request => deleteAccount(engine, request),
    'poll:refresh': () => engine.refresh().then(() => DONE),
    'poll:pause': ({ until }) => pausePolling(engine, until),
    'poll:resume': () => engine.choose({ pausedUntil: 0 }).then(() => DONE),
    'choices:change': change => engine.choose(allowedChoices(engine, change)).then(() => DONE)
  };
}

/**
 * Hosts and a CA file become trusted only when the person confirms a dialog of the main process; a page may only take
 * that back. Shortcuts are saved once the system has accepted them.
 */
function allowedChoices(
  { model }: Engine,
  { explorerHosts, caFile, shortcuts: _, ...rest }: Request<'choices:change'>
) {
  const change = { ...rest, ...(caFile === null && { caFile }) };
  if (!explorerHosts) return change;
  const trustedHosts = model.settings.choices.explorerHosts;
  return { ...change, explorerHosts: trustedHosts.filter(host => explorerHosts.includes(host)) };
}

export async function pausePolling(
  engine: Engine,
  until: Request<'poll:pause'>['until']
): Promise<{ done: boolean }> {
  const now = engine.world.clock.now();
  const moments = { 'an-hour': now + HOUR_MS, tomorrow: tomorrowMorning(now), resumed: UNTIL_RESUMED };
  await engine.choose({ pausedUntil: moments[until] });
  return DONE;
}

/** 08:00 of the next day, local time. */
function tomorrowMorning(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 8).getTime();
}

function watchedAddresses(engine: Engine): string[] {
  return engine.model.settings.wallets.flatMap(wallet =>
    wallet.source === 'v6-address' ? wallet.address : []
  );
}

function chainEntries(engine: Engine): ChainEntry[] {
  return [...engine.world.chainList.entries()];
}
