// January and February of the scripted year: one wallet, first moves, failures, keys, quiet hours, and a day with too much.
import type { AlertRule } from '../../../../shared/alert';
import { DEFAULT_ALERTS } from '../../../../shared/default-settings';
import { moment } from './moments';
import type { Deed, Play } from './play';

const gives =
  (symbol: string, amount: number) =>
  (play: Play): void =>
    play.give(symbol, amount);
const costs =
  (symbol: string, price: string | null) =>
  (play: Play): void =>
    play.price(symbol, price);
const nothing = (): void => undefined;

const JANUARY: readonly Deed[] = [
  ['01-04 10:00', gives('USDC', 250)],
  ['01-05 10:00', gives('USDC', -250)],
  // Dust, spam, and a token whose price comes, goes, is kept, and is known again.
  ['01-06 10:00', gives('USDC', 5)],
  ['01-06 12:00', gives('USDC', -5)],
  ['01-07 10:00', gives('spam', 1_000_000)],
  ['01-08 10:00', gives('cats', 12_000)],
  ['01-09 10:00', costs('cats', '0.05')],
  ['01-10 10:00', costs('cats', null)],
  ['01-10 20:00', costs('cats', '0.1')],
  ['01-12 10:00', gives('cats', -12_000)],
  ['01-15 10:00', costs('BTC', '54000')],
  ['01-15 11:00', costs('BTC', '55000')],
  ['01-15 12:00', costs('BTC', '55500')],
  ['01-15 20:00', costs('BTC', '50000')],
  // Up and down within the cooldown.
  ['01-19 10:00', costs('BTC', '55000')],
  ['01-19 10:10', costs('BTC', '49000')],
  ['01-19 16:00', costs('BTC', '50000')],
  // Failures: short, long, offline, damaged.
  ['01-22 10:00', play => play.fail('timeout', 'w1')],
  ['01-22 10:30', play => play.market.failing.clear()],
  ['01-23 10:00', play => play.fail('timeout', 'w1')],
  ['01-23 11:00', costs('BTC', '51000')],
  ['01-23 12:10', play => play.market.failing.clear()],
  ['01-24 10:00', play => play.fail('offline', 'w1')],
  ['01-24 20:00', play => play.market.failing.clear()],
  ['01-25 10:00', play => void (play.market.damaged = ['1'])],
  ['01-25 14:00', play => void (play.market.damaged = [])],
  ['01-26 10:00', costs('BTC', '50000')],
  ['01-29 10:00', play => play.fail('key-unknown', 'w1')],
  ['01-29 14:00', play => play.market.failing.clear()],
  ['01-29 16:00', play => play.fail('key-frozen', 'w1')],
  ['01-29 17:00', play => play.market.failing.clear()]
];

/** Local 22:00 to 07:00 is 21:00 to 06:00 UTC in winter. */
const FEBRUARY: readonly Deed[] = [
  [
    '02-01 00:00',
    play => play.choose({ quietHours: { isOn: true, from: 22 * 60, to: 7 * 60, letsKeysPass: true } })
  ],
  ['02-03 23:00', gives('USDC', 100)],
  ['02-04 00:10', play => play.restart()],
  ['02-04 02:00', gives('USDC', -30)],
  ['02-06 10:00', gives('USDC', 50)],
  ['02-08 23:00', play => play.fail('key-unknown', 'w1')],
  ['02-08 23:40', play => play.market.failing.clear()],
  // Over and back in one night.
  ['02-10 22:00', costs('BTC', '56000')],
  ['02-11 01:00', costs('BTC', '50000')],
  ['02-14 10:00', play => play.choose({ pausedUntil: moment('02-14 14:00') })],
  ['02-14 12:00', gives('USDC', 200)],
  ...Array.from({ length: 14 }, (_, i): Deed => {
    const hour = String(7 + i).padStart(2, '0');
    return [`02-20 ${hour}:00`, gives('USDC', i % 2 === 0 ? 20 : -20)];
  }),
  ['02-20 22:00', gives('USDC', 60)],
  ['02-21 08:00', gives('USDC', 40)],
  ['02-24 12:00', play => play.choose({ alerts: [...DEFAULT_ALERTS, BTC_OFF] })],
  ['02-25 10:00', costs('BTC', '56000')],
  ['02-26 10:00', costs('BTC', '50000')],
  ['02-27 12:00', play => play.choose({ alerts: [...DEFAULT_ALERTS] })],
  ['02-28 12:00', nothing]
];

const BTC_OFF: AlertRule = { kind: 'price', walletId: null, token: '0/', isOn: false, from: '10' };

export const WINTER = [...JANUARY, ...FEBRUARY];
