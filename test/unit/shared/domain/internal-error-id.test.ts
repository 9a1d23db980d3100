import { describe, expect, it } from 'vitest';
import {
  asFailure,
  Failure,
  internalErrorIdOf,
  stackFramesOf,
  errorKindOf
} from '../../../../shared/domain/failure';
import { failureSentence } from '../../../../shared/text/failure-text';

const errorAt = (frames: string, more: object = {}) =>
  Object.assign(new TypeError('TEST-SECRET'), { stack: `TypeError: TEST-SECRET\n${frames}`, ...more });
const HERE =
  '    at tick (/home/max/app/out/main/app.js:1:2)\n    at node:internal/process/task_queues:105:5';

describe('the ID of an internal error', () => {
  it('is the same for the same place in the code, for any data and any folder of the app', () => {
    const elsewhere = HERE.replace('/home/max', 'file:///opt');
    expect(internalErrorIdOf(errorAt(HERE))).toMatch(/^[B-Z]{5}$/);
    expect(internalErrorIdOf(errorAt(elsewhere, { message: 'other' }))).toBe(
      internalErrorIdOf(errorAt(HERE))
    );
    expect(internalErrorIdOf(errorAt(HERE.replace(':1:2', ':1:3')))).not.toBe(
      internalErrorIdOf(errorAt(HERE))
    );
    expect(internalErrorIdOf(errorAt(HERE, { code: 'E_ODD' }))).not.toBe(internalErrorIdOf(errorAt(HERE)));
  });

  it.each(['a text', null, undefined, 7, { stack: 'x' }])('exists for any thrown value: %j', thrown => {
    expect(internalErrorIdOf(thrown)).toMatch(/^[B-Z]{5}$/);
  });

  it('comes with stack frames without folders, and with an error kind that is no sentence', () => {
    expect(stackFramesOf(errorAt(HERE))).toEqual(['at tick (app.js:1:2)', 'at task_queues:105:5']);
    expect(errorKindOf(errorAt(HERE, { name: 'my secret', code: 'no code at all' }))).toBe('Error');
    expect(errorKindOf(errorAt(HERE, { code: 'ENOSPC' }))).toBe('TypeError ENOSPC');
  });

  it('is in the failure, in its line of the log, and in the sentence', () => {
    const internalError = errorAt(HERE);
    const failure = asFailure(internalError);
    expect(failure.facts.internalErrorId).toBe(internalErrorIdOf(internalError));
    expect(failure.message).toBe(`bug [bug ${internalErrorIdOf(internalError)}]`);
    expect(asFailure(failure)).toBe(failure);
    expect(new Failure('rate-limited', { serviceCode: '50011' }).message).toBe(
      'rate-limited (service code 50011)'
    );
    const sentence = failureSentence({
      code: 'bug',
      host: null,
      clockOffsetMs: null,
      bugId: failure.facts.internalErrorId
    });
    expect(sentence).toContain(`(bug ${internalErrorIdOf(internalError)})`);
  });
});
