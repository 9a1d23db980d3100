// March to August of the scripted year: a second wallet, summer time, three days asleep, a clock set back, filters, the guard.
import { DAY_MS } from './moments';
import { DAILY, type Deed, type Play } from './play';

const gives =
  (symbol: string, amount: number) =>
  (play: Play): void =>
    play.give(symbol, amount);
const costs =
  (symbol: string, price: string) =>
  (play: Play): void =>
    play.price(symbol, price);
const asks =
  (...chains: string[]) =>
  (play: Play): void =>
    play.wallets(all => all.map(wallet => (wallet.id === 'w2' ? { ...wallet, chains } : wallet)));
const quiet =
  (isOn: boolean) =>
  (play: Play): void =>
    play.choose({ quietHours: { isOn, from: 22 * 60, to: 7 * 60, letsKeysPass: true } });

const SPRING: readonly Deed[] = [
  ['03-01 00:00', quiet(false)],
  ['03-04 10:00', play => play.wallets(all => [...all, DAILY])],
  ['03-06 10:00', costs('ETH', '2250')],
  ['03-08 10:00', costs('ETH', '2000')],
  ['03-22 10:00', quiet(true)],
  // Local time is UTC + 1 until the 29th, 01:00 UTC, then UTC + 2.
  ['03-27 20:40', gives('USDC', 70)],
  ['03-29 00:20', gives('USDC', 30)],
  ['03-31 20:40', gives('USDC', 70)],
  ['04-10 10:00', quiet(false)],
  ['04-16 09:50', play => play.sleepUntil('04-19 10:00')],
  ['04-17 10:00', costs('BTC', '60000')],
  ['04-18 10:00', gives('USDC', -590)],
  // Awake, but the network is not back yet.
  ['04-19 10:00', play => play.fail('timeout', 'w1', 'w2')],
  ['04-19 10:01', play => play.market.failing.clear()],
  ['05-11 09:40', gives('USDC', 40)],
  ['05-11 10:00', play => void (play.skewMs = -2 * DAY_MS)],
  ['05-11 10:20', gives('USDC', 80)],
  ['05-11 12:00', costs('BTC', '66000')],
  ['05-12 10:00', play => void (play.skewMs = 0)]
];

const SUMMER_MONTHS: readonly Deed[] = [
  ['06-05 10:00', asks('1')],
  ['06-10 10:00', asks('1', '56')],
  ['06-15 10:00', play => play.choose({ countRisky: true })],
  ['06-16 10:00', play => play.choose({ countRisky: false })],
  ['06-20 10:00', play => play.sleepUntil('06-20 10:20')],
  ['06-20 10:10', gives('USDC', -120)],
  ['06-20 10:20', play => play.restart()],
  ['06-21 10:00', gives('USDC', 50)],
  ['06-21 10:05', play => play.restart()],
  ['06-21 10:10', gives('USDC', 60)],
  ['07-10 10:00', gives('FREE', 1_000_000)],
  ['07-11 10:00', gives('FREE', -1_000_000)],
  // A glitch for one poll, then a leap that is believed when three polls agree.
  ['07-20 10:00', costs('BTC', '6600000')],
  ['07-20 10:20', costs('BTC', '66000')],
  ['07-25 10:00', costs('BNB', '6000')],
  ['07-27 10:00', costs('BNB', '3000')],
  ['07-29 10:00', costs('BNB', '500')],
  ['08-04 10:00', gives('GEM', 100)],
  ['08-06 10:00', play => void (play.market.tokens['GEM']!.isRisky = true)],
  ['08-07 10:00', costs('GEM', '50')],
  ['08-08 10:00', play => void (play.market.tokens['GEM']!.isRisky = false)],
  ['08-10 10:00', costs('GEM', '10')]
];

export const SUMMER = [...SPRING, ...SUMMER_MONTHS];
