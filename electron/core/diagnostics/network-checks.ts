// Diagnostics checks of the network: host and certificate, proxy, CA file.
import { CA_PROBLEM_TEXT } from '../../../shared/text/ca-file-text';
import type { Diagnostics } from '../../../shared/schema/diagnostics';
import { failureBrief, failureSentence } from '../../../shared/text/failure-text';
import type { Engine } from '../engine/engine';
import type { NetworkFacts } from '../ports/network-facts';
import { CHECK_TEXT, NETWORK_CHECK_TEXT } from './check-text';

type Check = Diagnostics['checks'][number];

export function hostChecks({ model }: Engine, network: NetworkFacts | undefined): Check[] {
  return model.settings.keys.map(({ id, host }): Check => {
    const wallets = model.settings.wallets.filter(wallet => wallet.keyId === id).map(wallet => wallet.id);
    const snapshots = model.snapshots.filter(snapshot => wallets.includes(snapshot.walletId));
    const failure = snapshots.find(snapshot => snapshot.failure)?.failure;
    const name = host.replace(/^https?:\/\//, '');
    if (failure)
      return { id: 'host', state: 'warn', text: CHECK_TEXT.fails(name, failureBrief(failure.code)) };
    const hasAnswered = snapshots.some(({ parts }) => parts.some(part => part.answeredAt !== null));
    return hasAnswered
      ? { id: 'host', state: 'good', text: `${CHECK_TEXT.answers(name)}${certificateSuffix(host, network)}` }
      : { id: 'host', state: 'unknown', text: CHECK_TEXT.notPolled(name) };
  });
}

/** The text about the certificate, with a leading blank; empty for plain http to this computer. */
export function certificateSuffix(origin: string, network: NetworkFacts | undefined): string {
  const seen = network?.certificates[origin];
  if (!seen) return '';
  return ` ${seen.isTrustedByCaFile ? NETWORK_CHECK_TEXT.byCaFile(seen.issuer) : NETWORK_CHECK_TEXT.certificate(seen.issuer)}`;
}

/** The proxy check; before the first request only the environment is known. */
export function proxyCheck(
  env: Readonly<Record<string, string | undefined>>,
  network: NetworkFacts | undefined
): Check {
  const id = 'proxy';
  const way = network?.lastRoute;
  if (!way) {
    const names = ['https_proxy', 'all_proxy', 'http_proxy'].flatMap(name => [name, name.toUpperCase()]);
    return { id, state: 'good', text: names.some(name => env[name]) ? CHECK_TEXT.proxy : CHECK_TEXT.noProxy };
  }
  const { proxy, failure } = way;
  if (failure === 'proxy-unusable')
    return { id, state: 'bad', text: failureSentence({ code: failure, host: null, clockOffsetMs: null }) };
  if (proxy === null) return { id, state: 'good', text: NETWORK_CHECK_TEXT.noProxyUsed };
  const from = NETWORK_CHECK_TEXT.from[way.proxySource ?? 'system'];
  if (failure === null) return { id, state: 'good', text: NETWORK_CHECK_TEXT.forwarded(proxy, from) };
  const state = failure.startsWith('proxy-') ? 'bad' : 'warn';
  return { id, state, text: NETWORK_CHECK_TEXT.answered(proxy, from, failureBrief(failure)) };
}

/** The check of the CA file; no check while none was chosen. */
export function caFileChecks(network: NetworkFacts | undefined): Check[] {
  if (!network?.caFile) return [];
  const { name, problem } = network.caFile;
  const text = problem
    ? NETWORK_CHECK_TEXT.caFileBad(name, CA_PROBLEM_TEXT[problem])
    : NETWORK_CHECK_TEXT.caFile(name);
  return [{ id: 'ca-file', state: problem ? 'bad' : 'good', text }];
}
