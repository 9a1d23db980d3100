// The CA file that a person chose: judged when it is chosen, read anew when it changes, used beside the built-in roots.
import { X509Certificate } from 'node:crypto';
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import type { CaProblem } from '../../../shared/text/ca-file-text';

/** All authorities of a system together are some 200 kB. */
const MOST_BYTES = 1024 * 1024;
const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/;
const CERTIFICATE =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** Whom connections trust. */
export interface Trust {
  /** Differs when the trust differs. */
  readonly id: string;
  /** Null: the built-in roots alone. */
  readonly secureContext: SecureContext | null;
  /** SHA-256 of the certificates of the file, as node writes it. */
  readonly fingerprints: ReadonlySet<string>;
  readonly problem: CaProblem | null;
}

const BUILT_IN: Trust = { id: '', secureContext: null, fingerprints: new Set(), problem: null };

/** Those of the file that are valid at `now`, ms, or why it is of no use. */
export async function readCaFile(path: string, now: number): Promise<readonly X509Certificate[] | CaProblem> {
  const bytes = await bytesOf(path).catch(() => 'not-readable' as const);
  if (typeof bytes === 'string') return bytes;
  const text = bytes.toString('latin1');
  if (PRIVATE_KEY.test(text)) return 'private-key';
  // Windows exports certificates unwrapped, too.
  const blocks = text.includes('-----BEGIN') ? (text.match(CERTIFICATE) ?? []) : [bytes];
  const certificates = blocks.flatMap(parsed);
  if (certificates.length === 0) return 'not-certificate';
  const authorities = certificates.filter(({ ca, subject, issuer }) => ca || subject === issuer);
  if (authorities.length === 0) return 'not-authority';
  const valid = authorities.filter(
    ({ validFrom, validTo }) => Date.parse(validFrom) <= now && now < Date.parse(validTo)
  );
  return valid.length === 0 ? 'expired' : valid;
}

/** Neither a pipe nor a device is waited for. Throws what the system throws. */
async function bytesOf(path: string): Promise<Buffer | CaProblem> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const { size } = await file
      .stat()
      .then(found => (found.isFile() ? found : Promise.reject(new Error(path))));
    if (size > MOST_BYTES) return 'too-large';
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES + 1), 0, MOST_BYTES + 1, 0);
    return bytesRead > MOST_BYTES ? 'too-large' : buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function parsed(block: string | Buffer): X509Certificate[] {
  try {
    return [new X509Certificate(block)];
  } catch {
    return [];
  }
}

/** `pathOf` is asked each time; the file is read again when it is another one, was written, or a certificate ran out. */
export function createTrust(pathOf: () => string | null): () => Promise<Trust> {
  let known = { mark: '', until: 0, trust: BUILT_IN };
  return async () => {
    const path = pathOf();
    if (path === null) return BUILT_IN;
    const now = Date.now();
    const mark = `${path} ${await markOf(path)}`;
    if (mark !== known.mark || now >= known.until) known = { mark, ...(await trustOf(path, mark, now)) };
    return known.trust;
  };
}

async function markOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return '';
  }
}

/** What is wrong now may be right a moment later without a trace in the file: rights, or its folder. */
const ASK_AGAIN_MS = 10_000;

async function trustOf(path: string, mark: string, now: number): Promise<{ until: number; trust: Trust }> {
  const found = await readCaFile(path, now);
  if (typeof found === 'string')
    return { until: now + ASK_AGAIN_MS, trust: { ...BUILT_IN, id: found, problem: found } };
  const until = Math.min(...found.map(({ validTo }) => Date.parse(validTo)));
  try {
    // A company may hand out the certificate below its root: that one is trusted as it is.
    const ca = [...rootCertificates, ...found.map(String)];
    const secureContext = createSecureContext({ ca, allowPartialTrustChain: true });
    const fingerprints = new Set(found.map(({ fingerprint256 }) => fingerprint256));
    return { until, trust: { id: mark, secureContext, fingerprints, problem: null } };
  } catch {
    return { until, trust: { ...BUILT_IN, problem: 'not-certificate' } };
  }
}
