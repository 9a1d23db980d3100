// Looks for a newer Tokentray: after a poll and once a day when the person wants it, and whenever they ask. It loads nothing down.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS } from '../../shared/domain/durations';
import type { UpdateStatus } from '../../shared/ipc/profile-calls';
import { writeJson } from '../adapters/storage/json-file';
import type { Engine } from '../core/engine/engine';
import type { Http } from '../core/ports/ports';
import { isNewer, parseRelease, type Release, type Repository } from '../core/system/release';
import { noteUpdate } from '../profile/available-update';

const FILE = 'updates.json';

export interface UpdateOptions {
  /** Of the live profile. */
  readonly folder: string;
  readonly http: Http;
  readonly now: () => number;
  readonly own: string;
  readonly isManaged: boolean;
  readonly repository: Repository | null;
  readonly open: (page: string) => Promise<void>;
  readonly log: Engine['world']['log'];
}

/** What is kept of the last look. */
interface Looked {
  readonly checkedAt: number;
  readonly outcome: Exclude<UpdateStatus['outcome'], 'none'>;
  readonly found: Release | null;
}

export class Updates {
  #last: Looked | null | undefined;
  #running: Promise<UpdateStatus> | null = null;

  constructor(readonly options: UpdateOptions) {}

  get #way(): UpdateStatus['method'] {
    const { isManaged: isOthers, repository } = this.options;
    return isOthers ? 'package' : repository ? 'asked' : 'unknown';
  }

  read(): UpdateStatus {
    const last = this.#known();
    const { version = null, notes = '' } = last?.found ?? {};
    return { method: this.#way, outcome: last?.outcome ?? 'none', version, notes };
  }

  /** Asks at most once a day; a clock that was set back is no reason to wait. */
  async afterPoll(): Promise<void> {
    if (this.#way !== 'asked') return;
    const { checkedAt } = this.#known() ?? {};
    const now = this.options.now();
    if (checkedAt === undefined || checkedAt > now || now - checkedAt >= DAY_MS) await this.check();
    else noteUpdate(this.read().version);
  }

  /** One at a time. Never rejects: who looks for updates is told in a word why there are none. */
  check(): Promise<UpdateStatus> {
    this.#running ??= this.#ask().finally(() => (this.#running = null));
    return this.#running;
  }

  async openPage(): Promise<void> {
    const { version } = this.read();
    const { repository, open } = this.options;
    if (version !== null && repository) await open(repository.page + version);
  }

  async #ask(): Promise<UpdateStatus> {
    const { repository, http, now, own, folder, log } = this.options;
    if (this.#way !== 'asked' || !repository) return this.read();
    const { origin, target } = repository;
    const headers = { accept: 'application/vnd.github+json' };
    const looked = await http.send({ method: 'GET', origin, target, headers, body: '' }).then(
      ({ status, body }) => outcomeOf(status, body, own),
      () => ({ outcome: 'failed', found: null }) as const
    );
    // What was found before stays found when nobody answers.
    const found = isAnswer(looked) ? looked.found : (this.#known()?.found ?? null);
    this.#last = { checkedAt: now(), outcome: looked.outcome, found };
    noteUpdate(this.read().version);
    await writeJson(join(folder, FILE), this.#last).catch((thrown: unknown) =>
      log('warn', `cannot write ${FILE}`, thrown)
    );
    return this.read();
  }

  #known(): Looked | null {
    return (this.#last ??= lookedIn(join(this.options.folder, FILE), this.options.own));
  }
}

function outcomeOf(status: number, body: string, own: string): Omit<Looked, 'checkedAt'> {
  if (status === 403 || status === 429) return { outcome: 'limited', found: null };
  // GitHub says so as long as there is no release.
  if (status === 404) return { outcome: 'current', found: null };
  if (status !== 200) return { outcome: 'failed', found: null };
  try {
    const found = parseRelease(body);
    return found && isNewer(found.version, own)
      ? { outcome: 'newer', found }
      : { outcome: 'current', found: null };
  } catch {
    return { outcome: 'failed', found: null };
  }
}

function isAnswer({ outcome }: Pick<Looked, 'outcome'>): boolean {
  return outcome !== 'failed' && outcome !== 'limited';
}

/** Read as a reply is: the file may have been changed, and what it tells of may be installed by now. */
function lookedIn(file: string, own: string): Looked | null {
  try {
    const { checkedAt, found, outcome } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    if (typeof checkedAt !== 'number') return null;
    const { version, notes } = (found ?? {}) as Record<string, unknown>;
    const reply = JSON.stringify({ tag_name: version ?? '', body: notes });
    const judged = outcomeOf(200, reply, own);
    const isUnanswered = outcome === 'failed' || outcome === 'limited';
    return { checkedAt, ...judged, ...(isUnanswered && { outcome }) };
  } catch {
    return null;
  }
}
