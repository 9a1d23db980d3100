import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Wallet, WalletName } from '../../../../shared/schema/wallet';
import { SetupInput } from '../../../../shared/schema/setup-input';

const FAMILY = '👩‍👩‍👧';

describe('the name of a wallet', () => {
  it.each([
    ['Cold wallet', 'Cold wallet', 'a plain one'],
    ['  Cold  ', 'Cold', 'spaces around it'],
    ['a\u202eb\u2066c\u200f', 'abc', 'marks of direction'],
    ['a\nb\r\nc\u2028d', 'a b c d', 'line ends'],
    ['a\u0000\u0007b\ud800', 'ab', 'controls and lone surrogates'],
    ['Sav\u200bings\u00ad\ufeff', 'Savings', 'characters without width'],
    [`Our ${FAMILY}`, `Our ${FAMILY}`, 'an emoji of several parts'],
    ['نمی\u200cخواهم', 'نمی\u200cخواهم', 'a joiner that Persian needs'],
    ['محفظة', 'محفظة', 'a right-to-left one']
  ])('is read from %j as %j: %s', (typed, read) => {
    expect(WalletName.parse(typed)).toBe(read);
  });

  it.each([
    '',
    ' ',
    '\u202e',
    '\u3164\u115f',
    '\u2800',
    '\u200d',
    '\u0301',
    'a'.repeat(41),
    'a'.repeat(1001)
  ])('is refused: %j', typed => {
    expect(WalletName.safeParse(typed).success).toBe(false);
  });

  it('is clean once read, and reads the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), typed => {
        const { data } = WalletName.safeParse(typed);
        if (data === undefined) return;
        expect(data).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]|^\s|\s$/u);
        expect(WalletName.parse(data)).toBe(data);
      })
    );
  });

  it('is cleaned in stored settings too, where nothing that is left becomes a question mark', () => {
    const stored = { id: 'w', keyId: 'k', source: 'v5-account', accountId: 'a', chains: [] };
    expect(Wallet.parse({ ...stored, name: 'a\u202eb' }).name).toBe('ab');
    expect(Wallet.parse({ ...stored, name: '\u202e' }).name).toBe('?');
  });

  it('is the same for two wallets of a setup that differ in invisible characters only', () => {
    const wallet = { name: 'Cold', source: 'v5-account', accountId: 'a' };
    const input = {
      apiKey: 'a',
      secretKey: 'b',
      passphrase: 'c',
      wallets: [wallet, { ...wallet, name: 'Co\u200bld' }]
    };
    expect(SetupInput.safeParse(input).error?.message).toContain('two wallets have the same name');
  });
});
