import { describe, expect, it } from 'vitest';
import type { AlertEntry } from '../../../../shared/schema/activity';
import { entryDetail, entryTitle, notificationTextOf } from '../../../../shared/text/notification-text';
import {
  arrivalOf,
  doubtOf,
  keyEntry,
  pollsOf,
  priceOf,
  totalOf,
  unverifiedOf
} from '../../../fakes/alert-events';
import { entryAt } from '../../../../electron/core/alerts/alert-event';
import { NOW } from '../../../fakes/holdings';

/** A key that its host does not know may be one of another region: its hosts are named first. */
const KEY_UNKNOWN =
  'OKX does not know this key. Keys from Europe are at eea.okx.com or my.okx.com, from the United States at us.okx.com or app.okx.com, from Türkiye at tr.okx.com: choose your host. Or the key was deleted.';

const plain = (text: string) => text.replaceAll('\u202f', ' ');
const text = (entries: AlertEntry[], isMasked = false, isLastToday = false, hasSeveralWallets = false) => {
  const notification = { id: 'n', at: NOW, entries, deferredCount: 0, isLastToday };
  const { title, body } = notificationTextOf(notification, isMasked, hasSeveralWallets);
  return [plain(title), ...plain(body).split('\n')];
};
const gone: AlertEntry = { ...entryAt(NOW), wallet: 'Daily', kind: 'unsupported', chains: ['OKTC', 'Kroma'] };

describe('the title and detail of an entry', () => {
  it.each<[AlertEntry, string, string]>([
    [arrivalOf(), 'Received 250 USDC', 'Base · Cold wallet'],
    [
      arrivalOf({ kind: 'left', amount: '-1234.5', worth: '-1234.5' }),
      'Sent 1,234.50 USDC',
      'Base · Cold wallet'
    ],
    [totalOf(), 'Prices up 5.2 %', '+$520.00'],
    [totalOf({ wallet: 'Daily', walletId: 'w2' }), 'Prices up 5.2 % in Daily', '+$520.00'],
    [totalOf({ percent: null }), 'Total moved up', '+$520.00'],
    [
      totalOf({ amount: '-1', percent: '-6', prices: '0', transfers: '-1' }),
      'Total down 6.0 %',
      '−$1.00 · transfers'
    ],
    [
      totalOf({ transfers: '1', wallet: 'Daily', walletId: 'w2' }),
      'Daily up 5.2 %',
      '+$520.00 · prices and transfers'
    ],
    [priceOf(), 'ETH down 11.0 %', 'Ethereum · −$220.00'],
    [keyEntry(), 'Key "OKX" stopped working', KEY_UNKNOWN],
    [pollsOf(), 'Cold wallet: no answer for 31 min', 'OKX did not answer in time.'],
    [
      pollsOf({ wallet: '', walletId: null }),
      'Several wallets: no answer for 31 min',
      'OKX did not answer in time.'
    ],
    [
      pollsOf({ code: 'wallet-refused', since: NOW }),
      'Cold wallet: refreshing has stopped',
      'OKX refused this wallet.'
    ],
    [
      unverifiedOf(),
      'USDC not counted yet',
      'New, and worth more than half of the rest. Include it in the window if it is yours.'
    ],
    [gone, 'OKX does not support OKTC, Kroma', 'Daily · not counted, tried again once a day']
  ])('%j', (entry, title, detail) => {
    expect(plain(entryTitle(entry, false))).toBe(title);
    expect(plain(entryDetail(entry, false))).toBe(detail);
    const [notified, ...rest] = text([entry]);
    expect([notified?.slice(0, title.length), ...rest]).toEqual([title, detail]);
  });

  it.each<[AlertEntry, string]>([
    [arrivalOf({ amount: '250.49999999', worth: '250.499' }), 'Received 250.50 USDC · $250.50'],
    [arrivalOf({ kind: 'left', amount: '-1234.5', worth: '-1234.5' }), 'Sent 1,234.50 USDC · $1,234.50'],
    [arrivalOf({ amount: '4200', worth: null }), 'Received 4,200 USDC'],
    [totalOf({ to: '45493.6' }), 'Prices up 5.2 %, total $45,494'],
    [totalOf({ to: '94.5' }), 'Prices up 5.2 %, total $94.50'],
    [totalOf({ wallet: 'Daily', walletId: 'w2' }), 'Prices up 5.2 % in Daily, now $10,520'],
    [totalOf({ transfers: '1' }), 'Total up 5.2 %, now $10,520'],
    [priceOf(), 'ETH down 11.0 %']
  ])('name their dollars in a notification: %#', (entry, title) => {
    expect(text([entry])[0]).toBe(title);
  });

  it('contain no amount while balances are hidden; percents stay', () => {
    expect(text([arrivalOf()], true)).toEqual(['Received ••• USDC', 'Base · Cold wallet']);
    expect(text([totalOf()], true)).toEqual(['Prices up 5.2 %', '']);
    expect(text([priceOf()], true)).toEqual(['ETH down 11.0 %', 'Ethereum']);
    const all = text([arrivalOf(), totalOf(), priceOf(), unverifiedOf()], true).join();
    expect(all).not.toMatch(/\$|250|520|9,?000/);
  });
});

describe('the notification of several entries', () => {
  it('has one line for each entry, and the number of the others', () => {
    const many = Array.from({ length: 6 }, (_, i) => arrivalOf({ symbol: `T${i}` }));
    expect(text(many)).toEqual([
      '6 amounts changed · +$1,500.00',
      'Received 250 T0 · $250.00 · Base',
      'Received 250 T1 · $250.00 · Base',
      'Received 250 T2 · $250.00 · Base',
      'Received 250 T3 · $250.00 · Base',
      'and 2 more'
    ]);
    expect(text([priceOf(), priceOf({ symbol: 'OP' })])[0]).toBe('2 prices moved · −$440.00');
    expect(text([arrivalOf(), totalOf()])[0]).toBe('2 changes');
  });

  it('names the wallet of each line where several exist, also while balances are hidden', () => {
    const other = arrivalOf({ kind: 'left', amount: '-80', worth: '-80', wallet: 'Daily', walletId: 'w2' });
    expect(text([arrivalOf(), other], false, false, true)).toEqual([
      '2 amounts changed · +$170.00',
      'Received 250 USDC · $250.00 · Base · Cold wallet',
      'Sent 80 USDC · $80.00 · Base · Daily'
    ]);
    expect(text([arrivalOf(), other], true, false, true).slice(1)).toEqual([
      'Received ••• USDC · Base · Cold wallet',
      'Sent ••• USDC · Base · Daily'
    ]);
  });

  it('names no wallet twice, and none for a price, which is that of the token in all of them', () => {
    const own = totalOf({ wallet: 'Daily', walletId: 'w2' });
    expect(text([own, priceOf(), pollsOf(), gone, doubtOf()], false, false, true)).toEqual([
      '5 changes',
      'Prices up 5.2 % in Daily, now $10,520',
      'ETH down 11.0 % · −$220.00 · Ethereum',
      'Cold wallet: no answer for 31 min',
      'OKX does not support OKTC, Kroma · Daily',
      'and 1 more'
    ]);
    expect(text([own, doubtOf()], false, false, true).at(-1)).toBe(
      "OKX's answer lacks 80,000 USDC on Ethereum · Cold wallet"
    );
  });

  it('has the title of the entry that needs an action', () => {
    expect(text([keyEntry(), arrivalOf()])).toEqual([
      'Key "OKX" stopped working',
      KEY_UNKNOWN,
      'Received 250 USDC · $250.00 · Base'
    ]);
  });

  it('only announces the rest on a day with too many notifications', () => {
    expect(text([arrivalOf(), totalOf()], false, true)).toEqual([
      'More changes today',
      'The limit of notifications for today is reached. The rest is in Activity.'
    ]);
  });
});
