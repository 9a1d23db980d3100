import { describe, expect, it } from 'vitest';
import { FAILURE_CODES, reactionTo } from '../../../../shared/domain/failure';
import { failureBrief, failureSentence, nextTryText } from '../../../../shared/text/failure-text';

const NOW = Date.UTC(2026, 10, 22, 9);
const plain = { host: 'www.okx.com', clockOffsetMs: null };

describe('every failure', () => {
  it('has its own short text for a badge and its own complete sentence', () => {
    const briefs = FAILURE_CODES.map(failureBrief);
    const sentences = FAILURE_CODES.map(code => failureSentence({ code, ...plain }));
    expect(new Set(briefs).size).toBe(FAILURE_CODES.length);
    expect(new Set(sentences).size).toBe(FAILURE_CODES.length);
    for (const brief of briefs) expect(brief).toMatch(/^[A-Z].{3,24}$/);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Zw][^{}]+\.$/);
  });
});

describe('the sentence', () => {
  it('names the host, and OKX when none is known', () => {
    expect(failureSentence({ code: 'timeout', ...plain })).toBe('www.okx.com did not answer in time.');
    expect(failureSentence({ code: 'timeout', host: null, clockOffsetMs: null })).toBe(
      'OKX did not answer in time.'
    );
  });

  it.each([
    [600_000, 'Your clock is 10 min fast.'],
    [-600_000, 'Your clock is 10 min slow.'],
    [-90_000_000, 'Your clock is 25 h slow.'],
    [400, 'Your clock is wrong.'],
    [null, 'Your clock is wrong.']
  ])('says how far off the clock is: %d ms', (clockOffsetMs, text) =>
    expect(failureSentence({ code: 'clock-wrong', host: null, clockOffsetMs })).toContain(text)
  );
});

describe('the next try', () => {
  it('is never announced for a failure that stops polling', () => {
    const stopping = FAILURE_CODES.filter(code => reactionTo(code) === 'stop');
    expect(stopping.length).toBeGreaterThan(5);
    for (const code of stopping)
      expect(nextTryText(code, NOW, NOW)).toBe('Refreshing has stopped; your last values are kept.');
  });

  it.each([
    [NOW + 60_000, 'Your last values are kept. Next try at 09:01.'],
    [NOW + 86_400_000, 'Your last values are kept. Next try at 23 Nov 09:00.'],
    [null, 'Your last values are kept.']
  ])('at %d is shown as %s', (at, text) => expect(nextTryText('timeout', at, NOW)).toBe(text));
});
