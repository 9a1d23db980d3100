// One driver per source: how to ask, how to sign, how to read. A source without a driver does not compile.
import type { Drivers, HttpReply, Reading } from '../core/ports';
import type { Wallet } from '../../shared/wallet';
import { holdingsOf } from './holdings';
import { readRows } from './reply';
import { planAccountRequests } from './request';
import { sign } from './sign';

export const drivers: Drivers = {
  'v5-account': { plan: planAccountRequests, sign, read: readBalances }
};

function readBalances(reply: HttpReply, wallet: Wallet, receivedAt: number): Reading {
  const { rows, damagedChains, takenAt } = readRows(reply, receivedAt);
  const reading = holdingsOf(rows, wallet.id);
  return {
    holdings: reading.holdings,
    damagedChains: [...new Set([...damagedChains, ...reading.damagedChains])],
    takenAt
  };
}
