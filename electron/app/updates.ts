// Checks GitHub for a newer version: once a day after a poll if the person chose it, and on request.
// It downloads no program.
import { join } from 'node:path';
import { DAY_MS } from '../../shared/domain/durations';
import type { UpdateStatus } from '../../shared/ipc/profile-calls';
import { writeJson } from '../adapters/storage/json-file';
import { readTextSync } from '../adapters/storage/regular-file';
import type { Engine } from '../core/engine/engine';
import type { Http } from '../core/ports/ports';
import { isNewer, parseRelease, type Release, type Repository } from '../core/system/release';
import { setAvailableUpdate } from '../profile/available-update';

const UPDATES_FILE = 'updates.json';

export interface UpdateOptions {
  /** Folder of the live profile. */
  readonly folder: string;
  readonly http: Http;
  readonly now: () => number;
  readonly ownVersion: string;
  readonly isUpdatedElsewhere: boolean;
  readonly repository: Repository | null;
  readonly open: (page: string) => Promise<void>;
  readonly log: Engine['world']['log'];
}

/** What is stored of the last check. */
interface UpdateCheck {
  readonly checkedAt: number;
  readonly outcome: Exclude<UpdateStatus['outcome'], 'none'>;
  readonly found: Release | null;
}

export class Updates {
  #lastCheck: UpdateCheck | null | undefined;
  #runningCheck: Promise<UpdateStatus> | null = null;

  constructor(readonly options: UpdateOptions) {}

  get #method(): UpdateStatus['method'] {
    const { isUpdatedElsewhere, repository } = this.options;
    return isUpdatedElsewhere ? 'package' : repository ? 'asked' : 'unknown';
  }

  read(): UpdateStatus {
    const lastCheck = this.#readLastCheck();
    const { version = null, notes = '' } = lastCheck?.found ?? {};
    return { method: this.#method, outcome: lastCheck?.outcome ?? 'none', version, notes };
  }

  /** Sends at most one request a day; a clock that was set back does not delay it. */
  async afterPoll(): Promise<void> {
    if (this.#method !== 'asked') return;
    const { checkedAt } = this.#readLastCheck() ?? {};
    const now = this.options.now();
    if (checkedAt === undefined || checkedAt > now || now - checkedAt >= DAY_MS) await this.check();
    else setAvailableUpdate(this.read().version);
  }

  /** Runs one check at a time. Never rejects: the outcome says why there is no answer. */
  check(): Promise<UpdateStatus> {
    this.#runningCheck ??= this.#requestRelease().finally(() => (this.#runningCheck = null));
    return this.#runningCheck;
  }

  async openPage(): Promise<void> {
    const { version } = this.read();
    const { repository, open } = this.options;
    if (version !== null && repository) await open(repository.page + version);
  }

  async #requestRelease(): Promise<UpdateStatus> {
    const { repository, http, now, ownVersion, folder, log } = this.options;
    if (this.#method !== 'asked' || !repository) return this.read();
    const { origin, target } = repository;
    const headers = { accept: 'application/vnd.github+json' };
    const result = await http.send({ method: 'GET', origin, target, headers, body: '' }).then(
      ({ status, body }) => outcomeOf(status, body, ownVersion),
      () => ({ outcome: 'failed', found: null }) as const
    );
    // The version that was found before is kept when nobody answers.
    const found = hasReply(result) ? result.found : (this.#readLastCheck()?.found ?? null);
    this.#lastCheck = { checkedAt: now(), outcome: result.outcome, found };
    setAvailableUpdate(this.read().version);
    await writeJson(join(folder, UPDATES_FILE), this.#lastCheck).catch((thrown: unknown) =>
      log('warn', `cannot write ${UPDATES_FILE}`, thrown)
    );
    return this.read();
  }

  #readLastCheck(): UpdateCheck | null {
    return (this.#lastCheck ??= readStoredCheck(
      join(this.options.folder, UPDATES_FILE),
      this.options.ownVersion
    ));
  }
}

function outcomeOf(status: number, body: string, ownVersion: string): Omit<UpdateCheck, 'checkedAt'> {
  if (status === 403 || status === 429) return { outcome: 'limited', found: null };
  // GitHub answers 404 as long as there is no release.
  if (status === 404) return { outcome: 'current', found: null };
  if (status !== 200) return { outcome: 'failed', found: null };
  try {
    const found = parseRelease(body);
    return found && isNewer(found.version, ownVersion)
      ? { outcome: 'newer', found }
      : { outcome: 'current', found: null };
  } catch {
    return { outcome: 'failed', found: null };
  }
}

function hasReply({ outcome }: Pick<UpdateCheck, 'outcome'>): boolean {
  return outcome !== 'failed' && outcome !== 'limited';
}

/** Checked like a reply: the file may have been changed, and the version in it may be installed by now. */
function readStoredCheck(file: string, ownVersion: string): UpdateCheck | null {
  try {
    const { checkedAt, found, outcome } = JSON.parse(readTextSync(file)) as Record<string, unknown>;
    if (typeof checkedAt !== 'number') return null;
    const { version, notes } = (found ?? {}) as Record<string, unknown>;
    const reply = JSON.stringify({ tag_name: version ?? '', body: notes });
    const checked = outcomeOf(200, reply, ownVersion);
    const isUnanswered = outcome === 'failed' || outcome === 'limited';
    return { checkedAt, ...checked, ...(isUnanswered && { outcome }) };
  } catch {
    return null;
  }
}
