import { describe, expect, it } from 'vitest';
import { learnOffset } from '../../../../electron/core/polling/signed-request';

const AT = Date.UTC(2026, 10, 22, 9);
const header = (at: number) => new Date(at).toUTCString();

describe('the offset of this computer’s clock', () => {
  it.each([
    ['right', 0, 0],
    ['10 min fast', 600_000, 600_000],
    ['10 min slow', -600_000, -600_000],
    ['a year fast', 31_536_000_000, 31_536_000_000],
    ['3 s fast', 3000, 3000],
    ['less than 3 s fast', 2999, 0],
    ['less than 3 s slow', -2999, 0]
  ])('is learnt when it is %s', (_, offsetMs, learnt) => {
    // The header has whole seconds only: the middle of the second is the best estimate.
    expect(learnOffset(header(AT), AT + 500 + offsetMs, AT + 500 + offsetMs)).toBe(learnt);
  });

  it('is measured at the middle between sending and receiving', () => {
    expect(learnOffset(header(AT), AT + 500 + 596_000, AT + 500 + 604_000)).toBe(600_000);
  });

  it.each([undefined, '', 'yesterday'])('is not measured from the header %j', text =>
    expect(learnOffset(text, AT, AT)).toBe(null)
  );
});
