import { describe, expect, it } from 'vitest';
import { classifyHost, originOf } from '../../../../shared/domain/host';

describe('a host that a person typed', () => {
  it.each([
    ['https://www.okx.com', 'preset', 'https://www.okx.com'],
    ['https://web3.okx.com/', 'preset', 'https://web3.okx.com'],
    ['  www.okx.com ', 'preset', 'https://www.okx.com'],
    ['WWW.OKX.COM:443', 'preset', 'https://www.okx.com'],
    ['https://www.okx.com?', 'preset', 'https://www.okx.com'],
    ['eea.okx.com', 'preset', 'https://eea.okx.com'],
    ['my.okx.com', 'preset', 'https://my.okx.com'],
    ['us.okx.com', 'preset', 'https://us.okx.com'],
    ['APP.okx.com', 'preset', 'https://app.okx.com'],
    ['https://tr.okx.com', 'preset', 'https://tr.okx.com'],
    ['eu.okx.com', 'custom', 'https://eu.okx.com'],
    ['eea.okx.com.evil.example', 'custom', 'https://eea.okx.com.evil.example'],
    ['https://eea.okx.com:444', 'custom', 'https://eea.okx.com:444'],
    ['a.eea.okx.com', 'custom', 'https://a.eea.okx.com'],
    ['http://eea.okx.com', 'not-https', 'http://eea.okx.com'],
    ['https://okx.example', 'custom', 'https://okx.example'],
    ['www.okx.com.', 'custom', 'https://www.okx.com.'],
    ['https://www.okx.com:8443', 'custom', 'https://www.okx.com:8443'],
    ['www.okx.com.evil.example', 'custom', 'https://www.okx.com.evil.example'],
    ['www.оkx.com', 'custom', 'https://www.xn--kx-emc.com'],
    ['http://localhost:8080', 'loopback', 'http://localhost:8080'],
    ['http://127.0.0.1:8080', 'loopback', 'http://127.0.0.1:8080'],
    ['http://0x7f.1', 'loopback', 'http://127.0.0.1'],
    ['http://[::1]:80', 'loopback', 'http://[::1]'],
    ['http://www.okx.com', 'not-https', 'http://www.okx.com'],
    ['http://127.0.0.1.evil.example', 'not-https', 'http://127.0.0.1.evil.example'],
    ['http://localhost.evil.example', 'not-https', 'http://localhost.evil.example'],
    ['http://192.168.0.1', 'not-https', 'http://192.168.0.1']
  ])('%j is %s, with the origin %s', (typed, verdict, origin) => {
    expect(classifyHost(typed)).toBe(verdict);
    expect(originOf(typed)).toBe(origin);
  });

  it.each([
    '',
    ' ',
    'https://',
    'www okx com',
    'ftp://www.okx.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user@www.okx.com',
    'https://user:word@www.okx.com',
    'https://www.okx.com/api',
    'https://www.okx.com\\evil',
    'https://www.okx.com?a=1',
    'https://www.okx.com#a'
  ])('%j is refused, because it is not a host alone', typed => {
    expect(classifyHost(typed)).toBe('not-a-host');
    expect(originOf(typed)).toBe(null);
  });
});
