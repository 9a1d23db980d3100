import { beforeEach, describe, expect, it, vi } from 'vitest';
import { writeLog } from '../../../../electron/adapters/storage/app-log';
import { Failure } from '../../../../shared/domain/failure';
import { Settings } from '../../../../shared/schema/settings';

let written: string;
beforeEach(() => {
  written = '';
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    written += String(text);
    return true;
  });
});

/** Errors of parsers quote the text that they read. */
function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (thrown) {
    return thrown;
  }
}

describe('the log', () => {
  it('writes one line with time, level and text', () => {
    writeLog('info', 'hello');
    expect(written).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z info hello\n$/);
  });

  it.each([
    ['a JSON error', thrownBy(() => JSON.parse('{"secretKey":"TEST-SECRET'))],
    ['a JSON error of a short text', thrownBy(() => JSON.parse('TEST-SECRET'))],
    ['a schema error', thrownBy(() => Settings.parse({ version: 'TEST-SECRET', keys: 'TEST-SECRET' }))],
    ['an error of many lines', new Error('TEST-SECRET\n    TEST-SECRET\nTEST-SECRET')],
    ['an object', { secretKey: 'TEST-SECRET' }],
    ['an error that wraps another', new Failure('bug', { cause: new Error('TEST-SECRET') })],
    ['an error with a property', Object.assign(new Error('x'), { body: 'TEST-SECRET' })]
  ])('does not repeat what %s contains', (_what, cause) => {
    writeLog('error', 'something failed', cause);
    expect(written).not.toContain('TEST-SECRET');
    expect(written).toContain('error something failed: ');
  });

  it('names the kind of an error, its code, and where it happened', () => {
    writeLog('error', 'failed', Object.assign(new TypeError('secret'), { code: 'ENOSPC' }));
    expect(written).toMatch(/error failed: TypeError ENOSPC\n\s+at .*log\.test\.ts/);
  });
});
