// Deep links: any text is either refused or one of three links.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeepLink, linkTargetOf, type DeepLink } from '../../../../electron/core/system/deep-link';

describe('a valid link', () => {
  it.each<[string, DeepLink]>([
    ['tokentray://open', { kind: 'open' }],
    ['tokentray://open/', { kind: 'open' }],
    ['TokenTray://Open', { kind: 'open' }],
    ['tokentray://wallet/Cold%20wallet', { kind: 'wallet', wallet: 'Cold wallet' }],
    ['tokentray://wallet/Cold wallet', { kind: 'wallet', wallet: 'Cold wallet' }],
    ['tokentray://wallet/%E5%86%B7/', { kind: 'wallet', wallet: '冷' }],
    ['tokentray://wallet/a%2Fb', { kind: 'wallet', wallet: 'a/b' }],
    ['tokentray://wallet/100%25', { kind: 'wallet', wallet: '100%' }],
    ['tokentray://wallet/..', { kind: 'wallet', wallet: '..' }],
    ['tokentray://holding/w1/1/0xab/', { kind: 'holding', holdingId: 'w1/1/0xab/' }],
    ['tokentray://holding/w1%2F1%2F0xab%2F0xcd', { kind: 'holding', holdingId: 'w1/1/0xab/0xcd' }]
  ])('%s', (text, link) => {
    expect(parseDeepLink(text)).toEqual(link);
  });

  it('is decoded once, so that an encoded percent sign stays one', () => {
    expect(parseDeepLink('tokentray://wallet/%2541')).toEqual({ kind: 'wallet', wallet: '%41' });
    expect(parseDeepLink('tokentray://wallet/%2500')).toEqual({ kind: 'wallet', wallet: '%00' });
  });
});

describe('an invalid link', () => {
  it.each([
    '',
    'tokentray:',
    'tokentray:open',
    'tokentray://',
    'tokentray://quit',
    'tokentray://open/here',
    'tokentray://open?then=hide',
    'tokentray://open#hide',
    'tokentray://user@open',
    'tokentray://user:secret@wallet/a',
    'tokentray://open:8080/',
    'tokentray://open\\..',
    'tokentray://wallet',
    'tokentray://wallet/',
    'tokentray://wallet//',
    'tokentray://wallet/a/b',
    'tokentray://wallet/a?x=1',
    'tokentray://wallet/%',
    'tokentray://wallet/%zz',
    'tokentray://wallet/%ff',
    'tokentray://wallet/%00',
    'tokentray://wallet/a%0Ab',
    'tokentray://wallet/a\nb',
    'tokentray://wallet/%E2%80%AEa',
    'tokentray://holding/',
    'tokentray://holding///',
    'tokentray://profile/other',
    'file:///etc/passwd',
    'https://example.com/tokentray://open',
    ' tokentray://open',
    'tokentray://open --user-data-dir=/tmp'
  ])('%s', text => {
    expect(parseDeepLink(text)).toBeNull();
  });
});

describe('a link that is too long', () => {
  it('is refused before and after it is decoded', () => {
    expect(parseDeepLink(`tokentray://wallet/${'a'.repeat(1000)}`)).not.toBeNull();
    expect(parseDeepLink(`tokentray://wallet/${'a'.repeat(1001)}`)).toBeNull();
    expect(parseDeepLink(`tokentray://holding/${'%61'.repeat(1000)}`)).not.toBeNull();
    expect(parseDeepLink(`tokentray://holding/${'%61'.repeat(1400)}`)).toBeNull();
  });
});

describe('the target of a link', () => {
  const named = {
    wallets: [
      { id: 'w1', name: 'Cold' },
      { id: 'w2', name: 'Hot' },
      { id: 'w3', name: 'HOT' },
      { id: 'w4', name: 'w1' }
    ],
    holdingIds: ['w1/1/0xab/', 'w1/501/SoL/Mint']
  };
  const wallet = (text: string) => linkTargetOf({ kind: 'wallet', wallet: text }, named)?.walletId ?? null;
  const holding = (holdingId: string) =>
    linkTargetOf({ kind: 'holding', holdingId }, named)?.holdingId ?? null;

  it('is a wallet by its id before its name, and by its name before a name in another letter case', () => {
    expect([wallet('w1'), wallet('Cold'), wallet('cOLD'), wallet('Hot'), wallet('HOT')]).toEqual([
      ...['w1', 'w1', 'w1', 'w2', 'w3']
    ]);
  });

  it('is null if two wallets match, or none', () => {
    expect([wallet('hot'), wallet('Lukewarm'), linkTargetOf({ kind: 'open' }, named)]).toEqual([
      null,
      null,
      null
    ]);
  });

  it('is a holding in the letter case of its id, except for a 0x address', () => {
    expect([
      holding('w1/1/0xAB/'),
      holding('w1/1/0xab'),
      holding('w1/501/sol/Mint'),
      holding('w1/1')
    ]).toEqual([...['w1/1/0xab/', 'w1/1/0xab/', null, null]]);
  });
});

describe('any text as a link', () => {
  const hosts = fc.constantFrom(
    'open',
    'wallet',
    'holding',
    'quit',
    'OPEN',
    'refresh',
    'a@wallet',
    'open:1',
    ''
  );
  const bits = fc.oneof(
    fc.constantFrom('%', '%2', '%2F', '%252F', '%00', '%0d%0a', '%E2%80%AE', '%C0%80', '/', '//', '..', '\\'),
    fc.constantFrom(
      '?',
      '#',
      '@',
      ':',
      '"',
      "'",
      '`',
      '$(x)',
      ' --hidden',
      '\u0000',
      '\u202e',
      '\ud800',
      '\n'
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ unit: 'grapheme', maxLength: 6 })
  );
  const path = fc.array(bits, { maxLength: 8 }).map(found => found.join(''));
  const start = fc.constantFrom(
    'tokentray://',
    'TOKENTRAY://',
    'tokentray:',
    'tokentray:/',
    ' tokentray://',
    ''
  );
  const formed = fc.tuple(start, hosts, fc.constantFrom('/', '', '//'), path).map(parts => parts.join(''));
  const long = fc.tuple(formed, fc.nat(5000)).map(([text, count]) => text + 'x'.repeat(count));
  const anything = fc.oneof(
    { weight: 8, arbitrary: formed },
    { weight: 1, arbitrary: long },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }
  );
  /** Tests character codes by number, not with the character classes of the parser. */
  const isUnfit = (sign: string): boolean => {
    const code = sign.codePointAt(0) ?? 0;
    const ranges = [
      [0, 0x1f],
      [0x7f, 0x9f],
      [0x2028, 0x202e],
      [0x2066, 0x2069],
      [0xd800, 0xdfff]
    ] as const;
    return ranges.some(([from, to]) => code >= from && code <= to);
  };
  const unfit = { test: (text: string) => [...text].some(isUnfit) };

  function kindOf(text: string): string {
    const link = parseDeepLink(text);
    if (link === null) return 'refused';
    expect(Object.keys(link).sort()).toEqual(
      { open: ['kind'], wallet: ['kind', 'wallet'], holding: ['holdingId', 'kind'] }[link.kind]
    );
    const name = link.kind === 'wallet' ? link.wallet : link.kind === 'holding' ? link.holdingId : 'open';
    if (name === '' || name.length > 1000 || unfit.test(name))
      throw new Error(`passed: ${JSON.stringify(name)}`);
    return link.kind;
  }

  it('is refused or is one of three links, of limited length, in 120,000 cases', () => {
    const seen: Record<string, number> = {};
    const property = fc.property(anything, text => {
      const kind = kindOf(text);
      seen[kind] = (seen[kind] ?? 0) + 1;
    });
    fc.assert(property, { numRuns: 120_000, seed: 8 });
    // The cases must reach every branch, otherwise they prove nothing.
    for (const kind of ['open', 'wallet', 'holding', 'refused'])
      expect(seen[kind], kind).toBeGreaterThan(100);
  }, 60_000);

  it('is decoded to the same name after it was encoded once', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const property = fc.property(name, text => {
      const link = parseDeepLink(`tokentray://wallet/${encodeURIComponent(text)}`);
      expect(link).toEqual(unfit.test(text) || link === null ? link : { kind: 'wallet', wallet: text });
      return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(text) || link !== null;
    });
    fc.assert(property, { numRuns: 5000, seed: 8 });
  });

  it('opens only wallets and holdings that exist', () => {
    const named = { wallets: [{ id: 'w1', name: '__proto__' }], holdingIds: ['w1/1/a/'] };
    const property = fc.property(anything, text => {
      const link = parseDeepLink(text);
      const target = link && linkTargetOf(link, named);
      return (
        target === null || [target.walletId ?? 'w1', target.holdingId ?? 'w1/1/a/'].join() === 'w1,w1/1/a/'
      );
    });
    fc.assert(property, { numRuns: 20_000, seed: 9 });
  });
});
