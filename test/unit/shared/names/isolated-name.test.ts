import { describe, expect, it } from 'vitest';
import { isolateName, withoutIsolates } from '../../../../shared/names/isolated-name';

describe('isolateName', () => {
  it.each(['USDC', 'Cold wallet', '稳定币', '🐕', 'Привет', '', '7 · 7'])('leaves %j as it is', name => {
    expect(isolateName(name)).toBe(name);
  });

  it.each(['مثال', 'דוגמה', 'USD مثال', 'ߒߞߏ', '𞤀𞤣', '\u0661\u0662'])('encloses %j', name => {
    expect(isolateName(name)).toBe(`\u2068${name}\u2069`);
    expect(withoutIsolates(`5 ${isolateName(name)} on Base`)).toBe(`5 ${name} on Base`);
  });
});
