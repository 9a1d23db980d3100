// Runs `tokentray doctor` when no app is running: only the checks that need no key.
// It reads no key and signs no request.
import { release } from 'node:os';
import { app } from 'electron';
import { asFailure, type FailureCode } from '../../shared/domain/failure';
import type { Diagnostics } from '../../shared/schema/diagnostics';
import type { Settings } from '../../shared/schema/settings';
import { failureBrief } from '../../shared/text/failure-text';
import { clockText } from '../../shared/text/time';
import { createHttp, type HttpClient, type HttpOptions } from '../adapters/http/http';
import { systemNetwork } from '../adapters/system/network';
import { FINEST_FIRST } from '../core/history/period';
import { CHECK_TEXT } from '../core/diagnostics/check-text';
import { desktopChecks, type SurveyResult } from '../core/diagnostics/desktop-checks';
import { caFileChecks, certificateSuffix, proxyCheck } from '../core/diagnostics/network-checks';
import { learnOffset } from '../core/polling/signed-request';
import { FileRefused, refusalSentence } from '../core/settings/file-formats';
import { PUBLIC_TIME_TARGET } from '../okx/drivers';
import { NOT_RUNNING_TEXT, doctorReport } from './doctor-report';
import { printReport } from './read';
import { storedFiles } from './stored-files';

type Check = Diagnostics['checks'][number];

export interface DiagnoseOptions extends Pick<HttpOptions, 'isOnline' | 'systemProxy'> {
  /** Folder of the profile. */
  readonly folder: string;
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
}

/** With these failures the host has answered, although the answer is no valid reply of OKX. */
const REPLY_FAILURES: readonly FailureCode[] = ['reply-damaged', 'reply-too-large', 'not-okx'];

async function diagnoseWithoutApp(options: DiagnoseOptions): Promise<Diagnostics> {
  const { folder, version, env, now } = options;
  const { files, settings } = checkFiles(folder);
  const http = createHttp({
    ...options,
    userAgent: `Tokentray/${version}`,
    caFile: () => settings?.choices.caFile ?? null
  });
  const origins = [...new Set((settings?.keys ?? []).map(({ host }) => host))];
  const hostResults = await Promise.all(origins.map(origin => checkHost(origin, http, now)));
  const network = await http.facts();
  return {
    version,
    electron: process.versions['electron'] ?? '',
    system: `${process.platform} ${release()} ${process.arch}`,
    checks: [
      { id: 'runtime', state: 'unknown', text: NOT_RUNNING_TEXT },
      ...(origins.length === 0 ? [{ id: 'key', state: 'unknown', text: CHECK_TEXT.noKey } as const] : []),
      clockCheck(hostResults.map(({ offsetMs }) => offsetMs)),
      ...hostResults.map(({ check, origin }) =>
        check.state === 'good' ? { ...check, text: check.text + certificateSuffix(origin, network) } : check
      ),
      proxyCheck(env, network.lastRoute === null ? undefined : network),
      ...caFileChecks(network),
      ...desktopChecks(await surveyOnce(env)),
      files
    ],
    lastFailures: []
  };
}

interface HostResult {
  readonly origin: string;
  readonly check: Check;
  /** Null: the server sent no time. */
  readonly offsetMs: number | null;
}

async function checkHost(origin: string, http: HttpClient, now: () => number): Promise<HostResult> {
  const name = origin.replace(/^https?:\/\//, '');
  const goodCheck: Check = { id: 'host', state: 'good', text: CHECK_TEXT.answers(name) };
  const sentAt = now();
  try {
    const target = PUBLIC_TIME_TARGET;
    const { headers } = await http.send({ method: 'GET', origin, target, headers: {}, body: '' });
    return { origin, check: goodCheck, offsetMs: learnOffset(headers['date'], sentAt, now()) };
  } catch (thrown) {
    const { code } = asFailure(thrown);
    const check: Check = REPLY_FAILURES.includes(code)
      ? goodCheck
      : { id: 'host', state: 'bad', text: CHECK_TEXT.fails(name, failureBrief(code)) };
    return { origin, check, offsetMs: null };
  }
}

function clockCheck(offsets: readonly (number | null)[]): Check {
  const known = offsets.filter(offset => offset !== null);
  const [largest] = known.sort((a, b) => Math.abs(b) - Math.abs(a));
  if (largest === undefined) return { id: 'clock', state: 'unknown', text: CHECK_TEXT.clockLater };
  if (largest === 0) return { id: 'clock', state: 'good', text: CHECK_TEXT.clockGood };
  return { id: 'clock', state: 'warn', text: CHECK_TEXT.clockOff(clockText(largest)) };
}

/** Checks every file of the profile as the read commands would read it. `settings`: null when they cannot be read. */
function checkFiles(folder: string): { files: Check; settings: Settings | null } {
  let settings: Settings | null = null;
  try {
    const stored = storedFiles(folder);
    ({ settings } = stored);
    void stored.snapshots;
    void stored.tokenNumbers;
    for (const resolution of FINEST_FIRST) stored.lines(resolution);
    stored.entries();
    return { files: { id: 'files', state: 'good', text: CHECK_TEXT.filesReadable }, settings };
  } catch (thrown) {
    const text = thrown instanceof FileRefused ? refusalSentence(thrown.refusal) : CHECK_TEXT.filesUnreadable;
    return { files: { id: 'files', state: 'bad', text }, settings };
  }
}

/** `folder`: of the profile. */
export async function runDoctor(folder: string, format: string): Promise<void> {
  const result = await diagnoseWithoutApp({
    ...systemNetwork,
    folder,
    version: app.getVersion(),
    env: process.env,
    now: () => Date.now()
  });
  const { text, exitCode } = doctorReport(result, format);
  app.exit(printReport(text, exitCode));
}

const BUS_LIMIT_MS = 2000;

/** `no-bus`: nobody answers within two seconds; null on other systems, which have no bus. */
async function surveyOnce(env: Readonly<Record<string, string | undefined>>): Promise<SurveyResult> {
  if (process.platform !== 'linux') return null;
  const { watchDesktopBus } = await import('../adapters/dbus/desktop-bus');
  let onFacts: () => void = () => undefined;
  const timeout = new Promise<void>(resume => setTimeout(resume, BUS_LIMIT_MS));
  const known = new Promise<void>(resume => (onFacts = resume));
  const bus = watchDesktopBus({
    env,
    uptimeMs: () => performance.now(),
    // This process has no icon: whether the host lists it has no meaning.
    ownTooltip: () => null,
    notifications: null,
    // The connection counts as made a moment after the first facts came over it.
    onChange: facts => void (facts.acceptsNotifications !== null && setTimeout(onFacts, BUS_LIMIT_MS / 10))
  });
  await Promise.race([known, timeout]);
  const result = await bus.survey();
  bus.stop();
  return result ?? 'no-bus';
}
