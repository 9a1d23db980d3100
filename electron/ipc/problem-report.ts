// Handles the window's calls about problems: the checks, the problem report (read, save), and reading refused files again.
import { writeFile } from 'atomically';
import { homedir, hostname, userInfo } from 'node:os';
import { lastLogLines } from '../adapters/storage/app-log';
import type { Calls, HandlerContext } from './call-types';
import { problemReport } from '../core/diagnostics/problem-report';
import type { PrivateValue } from '../core/diagnostics/redact';
import { isRefused } from '../core/state/issues';

const LOG_LINES = 300;

export function handlers({ engine, diagnose, dialogs, lastSaved }: HandlerContext) {
  let lastReport = '';
  return {
    'diagnostics:read': diagnose,
    async 'report:read'() {
      const { settings, issues } = engine.model;
      const input = { settings, issues, log: lastLogLines(LOG_LINES), privateValues: localPrivateValues() };
      lastReport = problemReport({ ...input, diagnostics: await diagnose() }, engine.world.clock.now());
      return { text: lastReport };
    },
    async 'report:save'() {
      // While the dialog is open, another report may be read; the report that this person has read is saved.
      const text = lastReport;
      if (text === '') return { outcome: 'failed', file: null };
      const date = new Date(engine.world.clock.now()).toISOString().slice(0, 10);
      const file = await dialogs.chooseSavePath(`tokentray-report-${date}.txt`);
      if (file === null) return { outcome: 'cancelled', file: null };
      try {
        await writeFile(file, text, { mode: 0o600 });
        lastSaved.path = file;
        return { outcome: 'saved', file };
      } catch (thrown) {
        engine.world.log('error', 'cannot write the report', thrown);
        return { outcome: 'failed', file: null };
      }
    },
    async 'files:reread'() {
      // Files are loaded again only if settings are refused: otherwise the state in memory is newer, and an older file
      // would replace it.
      if (isRefused(engine.model)) await engine.load();
      engine.tick();
      return { done: true };
    }
  } satisfies Partial<Calls>;
}

/** The person's home folder and name, and the name of the computer: they occur in paths and in texts of the system. */
function localPrivateValues(): PrivateValue[] {
  const all = [
    { value: homedir(), label: '~' },
    { value: hostname(), label: '[computer]' },
    { value: userName(), label: '[person]' }
  ];
  return all.filter(({ value }) => value.length > 1);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // The system has no name for this user.
    return '';
  }
}
