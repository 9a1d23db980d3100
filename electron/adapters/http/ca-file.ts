// Reads and checks the CA file that a person chose, and reads it again when it changes.
// Its certificates are trusted in addition to the built-in roots.
import { X509Certificate } from 'node:crypto';
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import type { CaProblem } from '../../../shared/text/ca-file-text';

/** All certificate authorities of a system together have about 200 kB. */
const MAX_BYTES = 1024 * 1024;
const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/;
const CERTIFICATE =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** The certificates that connections trust. */
export interface Trust {
  /** Differs when the trusted certificates differ. */
  readonly id: string;
  /** Null: the built-in roots alone. */
  readonly secureContext: SecureContext | null;
  /** SHA-256 of the certificates of the file, as node writes it. */
  readonly fingerprints: ReadonlySet<string>;
  readonly problem: CaProblem | null;
}

const BUILT_IN: Trust = { id: '', secureContext: null, fingerprints: new Set(), problem: null };

/** The certificates of the file that are valid at `now`, ms, or why the file is unusable. */
export async function readCaFile(path: string, now: number): Promise<readonly X509Certificate[] | CaProblem> {
  const bytes = await bytesOf(path).catch(() => 'not-readable' as const);
  if (typeof bytes === 'string') return bytes;
  const text = bytes.toString('latin1');
  if (PRIVATE_KEY.test(text)) return 'private-key';
  // Windows exports certificates without line breaks, too.
  const blocks = text.includes('-----BEGIN') ? (text.match(CERTIFICATE) ?? []) : [bytes];
  const certificates = blocks.flatMap(parseCertificate);
  if (certificates.length === 0) return 'not-certificate';
  const authorities = certificates.filter(({ ca, subject, issuer }) => ca || subject === issuer);
  if (authorities.length === 0) return 'not-authority';
  const valid = authorities.filter(
    ({ validFrom, validTo }) => Date.parse(validFrom) <= now && now < Date.parse(validTo)
  );
  return valid.length === 0 ? 'expired' : valid;
}

/** Does not wait for a pipe or a device. Throws the error of the system. */
async function bytesOf(path: string): Promise<Buffer | CaProblem> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const { size } = await file
      .stat()
      .then(found => (found.isFile() ? found : Promise.reject(new Error(path))));
    if (size > MAX_BYTES) return 'too-large';
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_BYTES + 1), 0, MAX_BYTES + 1, 0);
    return bytesRead > MAX_BYTES ? 'too-large' : buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function parseCertificate(block: string | Buffer): X509Certificate[] {
  try {
    return [new X509Certificate(block)];
  } catch {
    return [];
  }
}

/**
 * `pathOf` is called each time. The file is read again when the path differs, the file was written, or a certificate
 * expired.
 */
export function createTrustReader(pathOf: () => string | null): () => Promise<Trust> {
  let cached = { fileVersion: '', until: 0, trust: BUILT_IN };
  return async () => {
    const path = pathOf();
    if (path === null) return BUILT_IN;
    const now = Date.now();
    const fileVersion = `${path} ${await fileVersionOf(path)}`;
    if (fileVersion !== cached.fileVersion || now >= cached.until)
      cached = { fileVersion, ...(await trustOf(path, fileVersion, now)) };
    return cached.trust;
  };
}

async function fileVersionOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return '';
  }
}

/** These problems can end without a change of the file: its permissions, or its folder. */
const RECHECK_MS = 10_000;

async function trustOf(
  path: string,
  fileVersion: string,
  now: number
): Promise<{ until: number; trust: Trust }> {
  const found = await readCaFile(path, now);
  if (typeof found === 'string')
    return { until: now + RECHECK_MS, trust: { ...BUILT_IN, id: found, problem: found } };
  const until = Math.min(...found.map(({ validTo }) => Date.parse(validTo)));
  try {
    // A company may distribute the certificate below its root; that certificate is trusted as it is.
    const ca = [...rootCertificates, ...found.map(String)];
    const secureContext = createSecureContext({ ca, allowPartialTrustChain: true });
    const fingerprints = new Set(found.map(({ fingerprint256 }) => fingerprint256));
    return { until, trust: { id: fileVersion, secureContext, fingerprints, problem: null } };
  } catch {
    return { until, trust: { ...BUILT_IN, problem: 'not-certificate' } };
  }
}
