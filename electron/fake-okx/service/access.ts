// Checks whether a request may pass: headers, time, key, passphrase, signature, project, permission, rate.
import { createHmac } from 'node:crypto';
import type { Credentials } from '../../../shared/schema/key';
import type { Code } from './error-codes';
import { headerOf, type Call } from './http-message';

export interface FakeOkxKey extends Credentials {
  /** OKX says that some endpoints require the project header, without saying which. Default: not required. */
  readonly isProjectRequired?: boolean;
  /** Default true. */
  readonly canRead?: boolean;
}

/** In each direction, as observed by several clients; OKX's pages give no number. */
const CLOCK_WINDOW_MS = 30_000;

const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function checkHeaders(call: Call): Code | null {
  if (!headerOf(call, 'ok-access-key')) return '50103';
  if (!headerOf(call, 'ok-access-passphrase')) return '50104';
  if (!headerOf(call, 'ok-access-sign')) return '50106';
  if (!headerOf(call, 'ok-access-timestamp')) return '50107';
  return /^application\/json\b/i.test(headerOf(call, 'content-type')) ? null : '50006';
}

function checkTimestamp(timestamp: string, now: number): Code | null {
  const at = TIMESTAMP.test(timestamp) ? Date.parse(timestamp) : NaN;
  if (Number.isNaN(at)) return '50112';
  return Math.abs(at - now) > CLOCK_WINDOW_MS ? '50102' : null;
}

/** Base64 of HMAC-SHA256 over timestamp, method, target and body as they came, nothing re-encoded. */
function signatureOf(call: Call, secretKey: string): string {
  const hmac = createHmac('sha256', Buffer.from(secretKey, 'utf8'));
  hmac.update(headerOf(call, 'ok-access-timestamp') + call.method);
  hmac.update(Buffer.from(call.target, 'latin1'));
  return hmac.update(call.body).digest('base64');
}

function checkKey(call: Call, key: FakeOkxKey): Code | null {
  if (headerOf(call, 'ok-access-passphrase') !== key.passphrase) return '50105';
  if (headerOf(call, 'ok-access-sign') !== signatureOf(call, key.secretKey)) return '50113';
  const project = headerOf(call, 'ok-access-project');
  if (project ? key.projectId !== null && project !== key.projectId : key.isProjectRequired) return '50114';
  return key.canRead === false ? '50120' : null;
}

/** Null: the request is allowed. `now`: ms of the server's own clock. */
export function checkAccess(call: Call, keys: ReadonlyMap<string, FakeOkxKey>, now: number): Code | null {
  const earlyCode = checkHeaders(call) ?? checkTimestamp(headerOf(call, 'ok-access-timestamp'), now);
  if (earlyCode) return earlyCode;
  const key = keys.get(headerOf(call, 'ok-access-key'));
  return key ? checkKey(call, key) : '50111';
}

/** Calls sent a second apart may arrive slightly closer together. */
const ARRIVAL_SLACK_MS = 50;

export interface RateLimit {
  /** Calls per second and key; null: no limit. */
  perSecond: number | null;
  allows(apiKey: string, now: number): boolean;
}

/** Counts only allowed calls, because a refused one costs the service nothing. */
export function createRateLimit(perSecond: number | null): RateLimit {
  const lastAt = new Map<string, number>();
  return {
    perSecond,
    allows(apiKey, now) {
      const sinceLastMs = now - (lastAt.get(apiKey) ?? -Infinity);
      const isEarly =
        this.perSecond !== null && sinceLastMs >= 0 && sinceLastMs < 1000 / this.perSecond - ARRIVAL_SLACK_MS;
      if (!isEarly) lastAt.set(apiKey, now);
      return !isEarly;
    }
  };
}
