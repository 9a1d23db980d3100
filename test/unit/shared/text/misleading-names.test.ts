// Names that mislead, in the texts that tray, notifications and command line share.
import { describe, expect, it } from 'vitest';
import { setLanguage } from '../../../../shared/domain/language';
import type { AlertEntry } from '../../../../shared/schema/activity';
import { moverName, symbolMarkText, tokenName } from '../../../../shared/text/names';
import { entryDetail, notificationTextOf } from '../../../../shared/text/notification-text';
import { arrivalOf } from '../../../fakes/alert-events';

const RTL = 'مثال';
const FAKE = 'USD\u0421';
const received = arrivalOf({ wallet: 'محفظة', symbol: RTL, amount: '5', worth: '5' });
const notified = (...entries: AlertEntry[]) =>
  notificationTextOf({ id: 'n', at: 0, entries, deferredCount: 0, isLastToday: false }, false, true);

describe('a right-to-left name', () => {
  it('is isolated in title and body of a notification, alone and among others', () => {
    const name = `\u2068${RTL}\u2069`;
    expect(notified(received)).toEqual({
      title: `Received 5 ${name} · $5.00`,
      body: 'Base · \u2068محفظة\u2069'
    });
    expect(notified(received, arrivalOf({ ...received, kind: 'left' })).body).toBe(
      `Received 5 ${name} · $5.00 · Base · \u2068محفظة\u2069\nSent 5 ${name} · $5.00 · Base · \u2068محفظة\u2069`
    );
  });

  it('leaves a plain text as it was', () => {
    const plain = arrivalOf({ ...received, wallet: 'Cold', symbol: 'USDC' });
    expect(notified(plain)).toEqual({ title: 'Received 5 USDC · $5.00', body: 'Base · Cold' });
    expect(entryDetail(plain, true)).toBe('Base · Cold');
  });
});

describe('a symbol that misleads', () => {
  it('is marked by a word where there is one line, and explained in a sentence', () => {
    expect(notified(arrivalOf({ ...received, symbol: FAKE })).title).toBe(
      `Received 5 ${FAKE} (look-alike) · $5.00`
    );
    expect(tokenName('?')).toBe('? (no name)');
    expect(symbolMarkText(FAKE)?.sentence).toBe(
      'Its name imitates USDC with other characters. It is not USDC.'
    );
    expect(symbolMarkText('USDC')).toBeNull();
  });

  it('is marked among the movers, before its chain', () => {
    const mover = { holdingId: 'w/1/a/t', symbol: FAKE, amount: '1', percent: null };
    const movers = [mover, { ...mover, holdingId: 'w/2/a/t' }];
    expect(moverName(mover, { movers }, [])).toBe(`${FAKE} (look-alike) · 1`);
  });

  it('is marked in Chinese', () => {
    setLanguage('zh');
    expect(tokenName(FAKE)).toBe(`${FAKE}（疑似仿冒）`);
    setLanguage('en');
  });
});
