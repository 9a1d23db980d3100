// Records the proxy, the result and the certificate issuers of the last requests, for Diagnostics.
import { basename } from 'node:path';
import type { DetailedPeerCertificate, PeerCertificate, TLSSocket } from 'node:tls';
import type { FailureCode } from '../../../shared/domain/failure';
import type { CertificateFacts, NetworkFacts } from '../../core/ports/network-facts';
import type { Trust } from './ca-file';
import { proxyName, type ProxyCandidate } from './proxy-choice';

export interface ConnectionRecorder {
  way(way: ProxyCandidate | null, failure: FailureCode | null): void;
  certificate(trust: Trust, origin: string, socket: TLSSocket): void;
  facts(trust: Trust, caFile: string | null): NetworkFacts;
}

/** The issuer's name as the owner of the certificate wrote it. */
const MAX_NAME_LENGTH = 60;

export function createConnectionRecorder(): ConnectionRecorder {
  let last: NetworkFacts['lastRoute'] = null;
  const certificates: Record<string, CertificateFacts> = {};
  return {
    way(way, failure) {
      const proxy = typeof way === 'object' && way !== null ? way : null;
      const from = proxy?.from ?? (way === 'unusable' ? 'system' : null);
      last = { proxy: proxy && proxyName(proxy), proxySource: from, failure };
    },
    certificate(trust, origin, socket) {
      const peer = socket.getPeerCertificate(true);
      const issuer = issuerOf(peer);
      if (issuer === '') return;
      const isByCaFile = chainOf(peer).some(one => trust.fingerprints.has(one.fingerprint256));
      certificates[origin] = { issuer, isTrustedByCaFile: isByCaFile };
    },
    facts(trust, caFile) {
      return {
        lastRoute: last,
        certificates: { ...certificates },
        caFile: caFile === null ? null : { name: basename(caFile), problem: trust.problem }
      };
    }
  };
}

/** A resumed TLS session may show no certificate at all. */
function issuerOf(peer: Partial<PeerCertificate>): string {
  const name = [peer.issuer?.O ?? peer.issuer?.CN ?? ''].flat()[0] ?? '';
  return name
    .replace(/[^\p{L}\p{N}\p{P}\p{Zs}]/gu, '')
    .trim()
    .slice(0, MAX_NAME_LENGTH);
}

/** A root certificate is its own issuer. */
function chainOf(peer: DetailedPeerCertificate): PeerCertificate[] {
  const chain: DetailedPeerCertificate[] = [];
  let next: DetailedPeerCertificate | undefined = peer;
  while (next && !chain.includes(next) && chain.length < 10) {
    chain.push(next);
    next = next.issuerCertificate;
  }
  return chain;
}
