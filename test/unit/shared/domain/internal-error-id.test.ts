import { describe, expect, it } from 'vitest';
import { asFailure, Failure, bugIdOf, framesOf, kindOf } from '../../../../shared/domain/failure';
import { failureSentence } from '../../../../shared/text/failure-text';

const errorAt = (frames: string, more: object = {}) =>
  Object.assign(new TypeError('TEST-SECRET'), { stack: `TypeError: TEST-SECRET\n${frames}`, ...more });
const HERE =
  '    at tick (/home/max/app/out/main/app.js:1:2)\n    at node:internal/process/task_queues:105:5';

describe('the ID of a fault', () => {
  it('is the same for the same place, whatever was in hand and wherever the app lies', () => {
    const elsewhere = HERE.replace('/home/max', 'file:///opt');
    expect(bugIdOf(errorAt(HERE))).toMatch(/^[B-Z]{5}$/);
    expect(bugIdOf(errorAt(elsewhere, { message: 'other' }))).toBe(bugIdOf(errorAt(HERE)));
    expect(bugIdOf(errorAt(HERE.replace(':1:2', ':1:3')))).not.toBe(bugIdOf(errorAt(HERE)));
    expect(bugIdOf(errorAt(HERE, { code: 'E_ODD' }))).not.toBe(bugIdOf(errorAt(HERE)));
  });

  it.each(['a text', null, undefined, 7, { stack: 'x' }])('exists for what is no error: %j', thrown => {
    expect(bugIdOf(thrown)).toMatch(/^[B-Z]{5}$/);
  });

  it('comes with frames that name no folder, and with a kind that is no sentence', () => {
    expect(framesOf(errorAt(HERE))).toEqual(['at tick (app.js:1:2)', 'at task_queues:105:5']);
    expect(kindOf(errorAt(HERE, { name: 'my secret', code: 'no code at all' }))).toBe('Error');
    expect(kindOf(errorAt(HERE, { code: 'ENOSPC' }))).toBe('TypeError ENOSPC');
  });

  it('is in the failure, in its line of the log, and in the sentence', () => {
    const bug = errorAt(HERE);
    const failure = asFailure(bug);
    expect(failure.facts.bugId).toBe(bugIdOf(bug));
    expect(failure.message).toBe(`bug [bug ${bugIdOf(bug)}]`);
    expect(asFailure(failure)).toBe(failure);
    expect(new Failure('rate-limited', { serviceCode: '50011' }).message).toBe(
      'rate-limited (service code 50011)'
    );
    const sentence = failureSentence({
      code: 'bug',
      host: null,
      clockOffsetMs: null,
      bugId: failure.facts.bugId
    });
    expect(sentence).toContain(`(bug ${bugIdOf(bug)})`);
  });
});
