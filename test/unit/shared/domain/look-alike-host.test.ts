import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../../shared/domain/language';
import { findLookAlike } from '../../../../shared/domain/host';
import { hostWarning } from '../../../../shared/text/host-warning';

describe('a host that could be mistaken for OKX', () => {
  it.each([
    ['okx-com.example', 'inside', 'okx-com.example'],
    ['https://www.okx.com.evil.io', 'inside', 'www.okx.com.evil.io'],
    ['web3-okx.io', 'inside', 'web3-okx.io'],
    ['okx.io', 'inside', 'okx.io'],
    ['login.myokx.com', 'inside', 'login.myokx.com'],
    ['www.okex.com', 'misspelt', 'www.okex.com'],
    ['www.okx.com.', 'dot', 'www.okx.com.'],
    ['www.okx.com:8443', 'port', 'www.okx.com:8443'],
    ['aws.okx.com:444', 'port', 'aws.okx.com:444'],
    ['www.оkx.com', 'letters', 'www.xn--kx-emc.com'],
    ['xn--kx-emc.com', 'letters', 'xn--kx-emc.com'],
    ['ＯＫＸ.example', 'inside', 'okx.example'],
    ['www.okx。com.evil.example', 'inside', 'www.okx.com.evil.example'],
    ['0kx.com', 'misspelt', '0kx.com'],
    ['www.0kx.example', 'misspelt', 'www.0kx.example'],
    ['okxx.com', 'misspelt', 'okxx.com'],
    ['ok.com', 'misspelt', 'ok.com'],
    ['oxk.com', 'misspelt', 'oxk.com'],
    ['okx.co', 'misspelt', 'okx.co'],
    ['www.okx.cm', 'misspelt', 'www.okx.cm'],
    ['okx.com@evil.io', 'user', 'evil.io'],
    ['https://www.okx.com:443@evil.io:8443', 'user', 'evil.io:8443'],
    ['203.0.113.7', 'number', '203.0.113.7'],
    ['https://3405803783', 'number', '203.0.113.7'],
    ['https://[2001:db8::1]:8443', 'number', '[2001:db8::1]:8443']
  ])('%s is reported as %s, and the key would go to %s', (typed, kind, host) => {
    expect(findLookAlike(typed)).toEqual({ kind, host });
    expect(hostWarning(typed)).toContain(host);
  });

  it.each(['https://www.okx.com', 'web3.okx.com', 'aws.okx.com', 'eea.okx.com', 'okx.com'])(
    '%s belongs to OKX',
    typed => expect(findLookAlike(typed)).toBe(null)
  );

  it.each(['http://localhost:8080', '127.0.0.1:9000', 'http://0x7f.1', 'http://[::1]'])(
    '%s is this computer',
    typed => {
      expect(findLookAlike(typed)).toBe(null);
      expect(hostWarning(typed)).toBe(null);
    }
  );

  it.each([
    'gateway.example',
    'https://prices.home.arpa',
    'kx.example',
    'coins.com',
    '',
    'no host',
    'ftp://okx.io'
  ])('%j does not look like OKX', typed => expect(findLookAlike(typed)).toBe(null));
});

describe('the warning of a host', () => {
  afterEach(() => setLanguage('en'));

  it('names another host than OKX’s each time, in both languages', () => {
    expect(hostWarning('gateway.example')).toContain('sent to gateway.example');
    setLanguage('zh');
    expect(hostWarning('gateway.example')).toContain('发送到 gateway.example');
    expect(hostWarning('okx-com.example')).toContain('不属于 OKX');
  });

  it('is null while the text names no host', () => {
    expect(hostWarning('')).toMatch(/sent to this host/);
    expect(hostWarning('http://gateway.example')).toMatch(/sent to this host/);
  });

  it('is null for OKX’s own hosts', () => {
    expect(hostWarning('https://www.okx.com')).toBe(null);
    expect(hostWarning('web3.okx.com')).toBe(null);
  });
});
