// What the scripted year must tell, written by hand from the script and the rules: moment, title, lines. Nothing else, nothing less.
import type { Expected } from './play';

const KEY = 'Key "OKX" stopped working';
const UNKNOWN = 'OKX does not know this key. It may have been deleted there.';
const TIMEOUT = 'OKX did not answer in time.';
const BASE = 'Base · Cold wallet';

/** BTC 5,000 + ETH 4,000 + USDC 1,000 = 10,000 to begin with. */
const JANUARY: readonly Expected[] = [
  ['01-04 10:00', 'Received 250 USDC', BASE],
  ['01-05 10:00', 'Sent 250 USDC', BASE],
  // 12,000 at the 0.1 that was recounted: 1,200 of 11,200.
  ['01-12 10:00', '2 changes', 'Sent 12,000 cats · Ethereum', 'Total down 10.7 %'],
  ['01-15 11:00', '2 changes', 'Total up 5.0 %', 'BTC up 10.0 % · Chain 0'],
  // 20:00 was 4.8 % below the alert; a day after the 10,550 of noon it is 5.2 % below those.
  ['01-16 12:00', 'Total down 5.2 %', '−$550.00 · prices'],
  ['01-19 10:00', '2 changes', 'Total up 5.0 %', 'BTC up 10.0 % · Chain 0'],
  // Happened at 10:10, ten minutes after the last of their kinds; 9,900 against 10,500.
  ['01-19 10:20', '2 changes', 'Total down 5.7 %', 'BTC down 10.9 % · Chain 0'],
  ['01-23 10:40', 'Cold wallet: no answer for 40 min', TIMEOUT],
  ['01-29 10:00', KEY, UNKNOWN],
  ['01-29 16:00', KEY, 'OKX has frozen this key. Its page at OKX tells why.']
];

const FEBRUARY: readonly Expected[] = [
  ['02-04 06:00', '2 amounts changed', 'Received 100 USDC · Base', 'Sent 30 USDC · Base'],
  ['02-06 10:00', 'Received 50 USDC', BASE],
  ['02-08 23:00', KEY, UNKNOWN],
  // The twelve of the day, and the last one.
  ...Array.from({ length: 12 }, (_, i): Expected => {
    const hour = String(7 + i).padStart(2, '0');
    return [`02-20 ${hour}:00`, `${i % 2 === 0 ? 'Received' : 'Sent'} 20 USDC`, BASE];
  }),
  ['02-20 19:00', 'More changes today', 'Enough notifications for one day. The rest is in Activity.'],
  ['02-21 08:00', 'Received 40 USDC', BASE],
  // USDC 1,420: 600 of 10,420, and back from 11,020. The price of BTC is switched off.
  ['02-25 10:00', 'Total up 5.8 %', '+$600.00 · prices'],
  ['02-26 10:00', 'Total down 5.4 %', '−$600.00 · prices']
];

/** With Daily (ETH 1,000 + BNB 1,000): 12,420. */
const SPRING: readonly Expected[] = [
  ['03-06 10:00', '2 changes', 'Total up 5.0 %', 'ETH up 12.5 % · Ethereum'],
  ['03-08 10:00', 'ETH down 11.1 %', 'Ethereum · −$625.00'],
  // 21:40 local in winter; 01:20 local in the night that is an hour short; 22:40 local in summer.
  ['03-27 20:40', 'Received 70 USDC', BASE],
  ['03-29 05:00', 'Received 30 USDC', BASE],
  ['04-01 05:00', 'Received 70 USDC', BASE],
  ['04-19 10:01', '2 changes', 'Sent 590 USDC · Base', 'BTC up 20.0 % · Chain 0'],
  ['05-11 09:40', 'Received 40 USDC', BASE],
  ['05-11 10:20', 'Received 80 USDC', BASE],
  // 80 + 600 since the clock was set back at 13,040.
  ['05-11 12:00', '2 changes', 'Total up 5.2 %', 'BTC up 10.0 % · Chain 0']
];

/** BTC 6,600 + ETH 5,000 + BNB 1,000 + USDC 1,120 = 13,720. */
const SUMMER: readonly Expected[] = [
  ['06-20 10:20', 'Sent 120 USDC', BASE],
  ['06-21 10:00', 'Received 50 USDC', BASE],
  ['06-21 10:20', 'Received 60 USDC', BASE],
  [
    '07-10 10:00',
    'FREE not counted yet',
    'New, and worth more than half of the rest. Accept it in the window if it is yours.'
  ],
  // 11,000 of 13,710; 6,000 of 24,710; 5,000 of 18,710.
  ['07-25 10:40', '2 changes', 'Total up 80.2 %', 'BNB up 1,100.0 % · BNB Chain'],
  ['07-27 10:00', '2 changes', 'Total down 24.3 %', 'BNB down 50.0 % · BNB Chain'],
  ['07-29 10:00', '2 changes', 'Total down 26.7 %', 'BNB down 83.3 % · BNB Chain'],
  // 1,000 of 13,710; 4,000 of 18,710, after 4,000 were recounted.
  ['08-04 10:00', '2 changes', 'Received 100 GEM · Base', 'Total up 7.3 %'],
  ['08-10 10:00', '2 changes', 'Total down 21.4 %', 'GEM down 80.0 % · Base']
];

const AUTUMN: readonly Expected[] = [
  ['09-08 10:40', 'Several wallets: no answer for 40 min', TIMEOUT],
  ['09-10 10:00', 'Daily: polling has stopped', 'OKX refused this wallet.'],
  ['09-11 10:00', 'OKX does not support BNB Chain', 'Daily · not counted, asked again once a day'],
  ['09-18 10:00', 'Received 300 TINY', BASE],
  // 22:40 local in summer, told at 07:00 local in winter; then 21:40 local in winter.
  ['10-25 06:00', 'Received 35 USDC', BASE],
  ['10-26 20:40', 'Received 45 USDC', BASE],
  // Without Daily: BTC 6,600 + ETH 4,000 + USDC 1,190 + GEM 1,000 + TINY 450 = 13,240, and 1,320 of it.
  ['12-27 10:00', '2 changes', 'Received 0.02 BTC · Chain 0', 'Total up 10.0 %']
];

export const EXPECTED = [...JANUARY, ...FEBRUARY, ...SPRING, ...SUMMER, ...AUTUMN];
