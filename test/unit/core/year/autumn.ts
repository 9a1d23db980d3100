// September to December of the scripted year: failures of several wallets, a chain that OKX drops, winter time, a wallet removed.
import type { Deed, Play } from './play';

const gives =
  (symbol: string, amount: number) =>
  (play: Play): void =>
    play.give(symbol, amount);
const answers = (play: Play): void => play.market.failing.clear();
const quiet =
  (isOn: boolean) =>
  (play: Play): void =>
    play.choose({ quietHours: { isOn, from: 22 * 60, to: 7 * 60, letsKeysPass: true } });

export const AUTUMN: readonly Deed[] = [
  ['09-08 10:00', play => play.fail('timeout', 'w1', 'w2')],
  ['09-08 12:00', answers],
  ['09-10 10:00', play => play.fail('wallet-refused', 'w2')],
  ['09-10 11:00', answers],
  ['09-11 10:00', play => void (play.market.unsupported = ['56'])],
  ['09-12 10:00', play => void (play.market.unsupported = [])],
  // Little of the total: its price is never told.
  ['09-18 10:00', gives('TINY', 300)],
  ['09-20 10:00', play => play.price('TINY', '1.5')],
  ['10-18 10:00', quiet(true)],
  // Local time is UTC + 2 until the 25th, 01:00 UTC, then UTC + 1.
  ['10-24 20:40', gives('USDC', 35)],
  ['10-26 20:40', gives('USDC', 45)],
  ['11-01 10:00', quiet(false)],
  ['11-17 10:00', play => play.wallets(all => all.filter(({ id }) => id !== 'w2'))],
  ['12-27 10:00', gives('BTC', 0.02)]
];
