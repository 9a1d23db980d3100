import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../../electron/core/diagnostics/redact';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const HEX = '0123456789abcdef';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const letters = (alphabet: string, least: number, most = least) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: least, maxLength: most });

const address = fc.oneof(
  letters(HEX, 40).map(hex => `0x${hex}`),
  letters(HEX.toUpperCase(), 40).map(hex => `0X${hex}`),
  letters(HEX, 64).map(hex => `0x${hex}`),
  letters(BASE58, 25, 111),
  fc.tuple(fc.constantFrom('bc1q', 'cosmos1', 'addr1', 'ltc1'), letters(BECH32, 38)).map(all => all.join('')),
  letters(BASE58, 46).map(rest => `EQ${rest}`),
  letters('0123456789', 5, 9).map(rest => `0.0.${rest}`),
  fc.uuid(),
  fc.uuid().map(id => id.toUpperCase()),
  letters(HEX, 40).map(hex => `0x${hex.slice(0, 4)}…${hex.slice(-4)}`),
  letters('abcdefgh', 3, 9).map(name => `${name}.eth`)
);
const natural = fc.nat({ max: 999_999_999 });
const amount = fc.oneof(
  fc.tuple(natural, letters('0123456789', 1, 36)).map(([whole, rest]) => `${whole}.${rest}`),
  natural.map(whole => `$${whole.toLocaleString('en')}.07`),
  natural.map(whole => `$${whole}`),
  natural.map(whole => `−$${whole}`),
  fc.nat({ max: 999 }).map(whole => `$${whole}k`),
  fc.integer({ min: 1000, max: 999_999_999 }).map(whole => whole.toLocaleString('en')),
  letters('123456789', 6, 78),
  fc.tuple(natural, fc.constantFrom('USDC', 'ETH', 'PEPE2')).map(([whole, symbol]) => `${whole} ${symbol}`),
  fc.nat({ max: 99 }).map(power => `7e+${power}`)
);
const secret = fc.oneof(
  letters(BASE64, 43).map(text => `${text}=`),
  letters(BASE64, 86).map(text => `${text}==`),
  letters('0123456789ABCDEF', 32),
  fc.uuid()
);
const word = letters(`${BASE58}!#%^&*`, 8, 30);
const person = letters('abcdefgh', 3, 12);

const BEFORE = [
  'wallet-',
  'a/',
  'cannot write ',
  'reply: ',
  '(',
  '"',
  'a=',
  'x, ',
  '\n    at ',
  'wallet ',
  '[',
  "'"
];
const AFTER = ['', ' failed', ')', '"', ', 3 tries', '\n', ']', "'", ': Error ENOSPC'];
const within = (planted: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom(...BEFORE), planted, fc.constantFrom(...AFTER));

describe('what is redacted', () => {
  it.each([
    ['address', address],
    ['amount', amount],
    ['secret', secret]
  ] as const)('contains no %s after redaction, in any place', (_, planted) => {
    fc.assert(
      fc.property(within(planted), ([before, what, after]) => {
        expect(redact(before + what + after)).not.toContain(what);
      }),
      { numRuns: 1000 }
    );
  });

  it('leaves no part of an address or of a secret', () => {
    fc.assert(
      fc.property(
        within(fc.oneof(letters(BASE58, 32, 44), letters(HEX, 64), secret)),
        ([before, what, after]) => {
          const text = redact(before + what + after);
          for (let at = 0; at + 12 <= what.length; at++) expect(text).not.toContain(what.slice(at, at + 12));
        }
      ),
      { numRuns: 1000 }
    );
  });

  it.each([
    `wallet-AAAA+/${'A'.repeat(23)}/AAAAAAAAKAAAA=`,
    `(/${'A'.repeat(28)}/AAAAAAAAKAAAA=)`,
    `a=//${'A'.repeat(70)}/AAAAAAAAKAAAA==`
  ])('takes no part of a secret for a folder: %s', text => {
    expect(redact(text)).not.toMatch(/AAAAKAAAA|folder/);
  });

  it('removes a known secret in every spelling', () => {
    fc.assert(
      fc.property(word, fc.constantFrom(...BEFORE), (value, before) => {
        const hidden = [{ value, label: '[hidden]' }];
        for (const one of [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)])
          expect(redact(`${before}${one} here`, hidden)).not.toContain(one);
      })
    );
  });

  it.each([
    'OK-ACCESS-SIGN: ',
    '"secretKey":"',
    'passphrase=',
    'OK-ACCESS-PASSPHRASE": "',
    'apiKey: ',
    'Cookie: '
  ])('removes the value after %j', name => {
    fc.assert(
      fc.property(word, value => {
        expect(redact(`sent ${name}${value}"`)).not.toContain(value);
      })
    );
  });

  it('removes the home folder, an e-mail address and the password of a proxy', () => {
    fc.assert(
      fc.property(person, word, (name, password) => {
        const encoded = encodeURIComponent(password);
        for (const text of [
          `set aside as /home/${name}-x/.config/Tokentray/config.json`,
          `set aside as /Users/${name}-x/Library/config.json`,
          `set aside as C:\\Users\\${name}-x\\AppData\\config.json`,
          `mail ${name}-x@example.org`,
          `proxy http://${name}-x:${encoded}@proxy.local:3128 refuses`,
          `proxy ${name}-x:${encoded}@proxy refuses`
        ]) {
          expect(redact(text)).not.toContain(`${name}-x`);
          expect(redact(text)).not.toContain(encoded);
        }
      })
    );
  });

  it('removes folders outside the home, and keeps the name of the file', () => {
    fc.assert(
      fc.property(person, name => {
        for (const [folder, kept] of [
          [`/mnt/${name}-x/Finance of me/`, '[folder]/'],
          [`/run/media/max/${name}-x/`, '[folder]/'],
          [`/Volumes/${name}-x/`, '[folder]/'],
          [`/root/${name}-x/`, '[folder]/'],
          [`D:\\${name}-x\\`, '[folder]\\'],
          [`D:\\\\${name}-x\\\\`, '[folder]\\'],
          [`\\\\nas\\${name}-x\\`, '[folder]\\']
        ] as const)
          expect(redact(`cannot write ${folder}config.json: Error`)).toBe(
            `cannot write ${kept}config.json: Error`
          );
      })
    );
  });

  it.each([
    ['from 2001:db8:85a3:8d3:1319:8a2e:370:7348 to', 'from [ip] to'],
    ['connect [2001:db8::7334]:443 failed', 'connect [[ip]]:443 failed'],
    ['https://[2001:db8::7334]:443/x', 'https://[[ip]]:443/…'],
    ['fe80::1c2d:3e4f%eth0', '[ip]'],
    ['mapped ::ffff:c000:228', 'mapped [ip]']
  ])('removes the address of %s', (line, redacted) => expect(redact(line)).toBe(redacted));

  it('hides a short name only where it is a whole word', () => {
    const hidden = [{ value: 'in', label: '[wallet]' }];
    expect(redact('nothing within "in" again', hidden)).toBe('nothing within "[wallet]" again');
  });
});

describe('what is not redacted', () => {
  it.each([
    '2026-11-22T09:00:00.123Z error cannot write snapshot.json: Error ENOSPC',
    '2026-11-22T09:00:00.123Z warn rate-limited (service code 50011)',
    'bug [bug XKQDB]: TypeError',
    '    at App.tick (app.js:120:33)',
    '    at Object.send (undici.js:12345:123456)',
    'Tokentray 0.1.0, Electron 45.4.1, linux 6.1.0-13-amd64 x64',
    'Tokentray 0.1.0, Electron 45.4.1, win32 10.0.22631 x64',
    'certificate-not-trusted https://www.okx.com',
    'refused http://127.0.0.1:43211',
    'refused [::1]:43211 at 10:36:12',
    'Std::String in app.js:120:33',
    'as C:\\Program Files\\Tokentray\\app.asar',
    'at /usr/lib/tokentray/resources/app.asar',
    'good    budget: Polling every 5 min, at most one request a second for each key.',
    'config.damaged-2026-11-22T09-00-00Z.json'
  ])('keeps useful text: %s', line => {
    expect(redact(line)).toBe(line);
  });

  it('keeps a path without the home folder', () => {
    expect(redact('as /home/max/.config/Tokentray/config.damaged-2026-11-22T09-00-00Z.json')).toBe(
      'as ~/.config/Tokentray/config.damaged-2026-11-22T09-00-00Z.json'
    );
    expect(redact('https://www.okx.com/api/v5/x?accountId=1')).toBe('https://www.okx.com/…');
  });
});

it('replaces a longer private value before a shorter one inside it, whatever their order', () => {
  const hidden = [
    { value: 'Cold-store', label: '[wallet]' },
    { value: 'Cold-store-of-Ann', label: '[person]' }
  ];
  expect(redact('of Cold-store-of-Ann', hidden)).toBe('of [person]');
  expect(redact('of Cold-store-of-Ann', [...hidden].reverse())).toBe('of [person]');
});

describe('addresses and folders among times and numbers', () => {
  const around = (text: string) =>
    `2026-11-22T09:00:00.000Z error 12:34:56 cannot reach ${text} on 8453: ECONNREFUSED`;
  const group = /[\da-f]{1,4}(?=[:\]%. ])/gi;

  it('no form of an IPv6 address leaves a part of it', () => {
    const zone = fc.constantFrom('', '%eth0', '%eth0.5', '%wlp2s0', '%en-1', '%12');
    const form = fc.constantFrom<(address: string) => string>(
      address => address,
      address => `[${address}]:443`,
      address => `https://[${address}]:8443/v6/path`
    );
    fc.assert(
      fc.property(fc.ipV6(), zone, form, (address, named, write) => {
        if (/^[0:]*:?1?$/.test(address)) return;
        const text = redact(around(write(address + named)));
        expect(text).toContain('[ip]');
        expect(text).toMatch(
          /^2026-11-22T09:00:00.000Z error 12:34:56 cannot reach .* on 8453: ECONNREFUSED$/
        );
        const middle = text.slice(text.indexOf('reach ') + 6, text.lastIndexOf(' on '));
        expect(middle.replaceAll('[ip]', '').match(group) ?? []).toEqual([]);
        expect(middle).toMatch(/^(?:https:\/\/)?\[?\[ip\](?:\]:8?443)?(?:\/…)?$/);
      })
    );
  });

  it('keeps times, ports, chains and positions', () => {
    const twoDigits = fc.integer({ min: 10, max: 59 });
    fc.assert(
      fc.property(twoDigits, twoDigits, twoDigits, fc.integer({ min: 1, max: 99_999 }), (h, m, s, n) => {
        for (const text of [
          `${h}:${m}:${s}`,
          `at ${h}:${m}`,
          `eip155:${n}`,
          `host:${n}`,
          `main.ts:${n}:${m}`
        ])
          expect(redact(text)).toBe(text);
      })
    );
  });

  it('removes every folder that a person may have named, and keeps those of the system', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{3,9}( [A-Z][a-z]{3,9})?$/);
    const top = fc.constantFrom(
      '/work/',
      '/mnt/',
      '/tmp/',
      '/var/tmp/',
      '/storage/',
      '//nas/',
      'D:/',
      'D:\\',
      '/run/media/'
    );
    fc.assert(
      fc.property(top, name, name, (start, first, second) => {
        const slash = start.endsWith('\\') ? '\\' : '/';
        const text = redact(
          `cannot write '${start}${first}${slash}${second}${slash}config.json' at 12:34:56`
        );
        expect(text).toBe(`cannot write '[folder]${slash}config.json' at 12:34:56`);
        expect(redact(text)).toBe(text);
      })
    );
    for (const kept of [
      '/usr/lib/tokentray/main.js:1:2',
      '/opt/Tokentray/resources/app.asar/out/main/index.js:1:2',
      '/tmp/.mount_Token1/usr/lib/libnss3.so',
      '/run/user/1000/bus',
      '/etc/ssl/certs/ca.pem',
      'GET /api/v5/wallet/asset',
      'and/or, 24 / 7 / 3'
    ])
      expect(redact(kept)).toBe(kept);
  });
});
