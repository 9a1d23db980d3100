// The checks of the way to the service: host and certificate, proxy, CA file.
import { CA_PROBLEMS } from '../../../shared/text/ca-file-text';
import type { Diagnostics } from '../../../shared/schema/diagnostics';
import { failureBrief, failureSentence } from '../../../shared/text/failure-text';
import type { Engine } from '../engine/engine';
import type { NetworkFacts } from '../ports/network-facts';
import { CHECKS, NETWORK_CHECKS } from './check-text';

type Check = Diagnostics['checks'][number];

export function hostChecks({ model }: Engine, network: NetworkFacts | undefined): Check[] {
  return model.settings.keys.map(({ id, host }): Check => {
    const wallets = model.settings.wallets.filter(wallet => wallet.keyId === id).map(wallet => wallet.id);
    const snapshots = model.snapshots.filter(snapshot => wallets.includes(snapshot.walletId));
    const failure = snapshots.find(snapshot => snapshot.failure)?.failure;
    const name = host.replace(/^https?:\/\//, '');
    if (failure) return { id: 'host', state: 'warn', text: CHECKS.fails(name, failureBrief(failure.code)) };
    const hasAnswered = snapshots.some(({ parts }) => parts.some(part => part.answeredAt !== null));
    return hasAnswered
      ? { id: 'host', state: 'good', text: `${CHECKS.answers(name)}${certificateText(host, network)}` }
      : { id: 'host', state: 'unknown', text: CHECKS.notAsked(name) };
  });
}

/** After a blank; nothing for plain http to this computer. */
export function certificateText(origin: string, network: NetworkFacts | undefined): string {
  const seen = network?.certificates[origin];
  if (!seen) return '';
  return ` ${seen.isTrustedByCaFile ? NETWORK_CHECKS.byCaFile(seen.issuer) : NETWORK_CHECKS.certificate(seen.issuer)}`;
}

/** Before the first request the environment alone is known. */
export function proxyCheck(
  env: Readonly<Record<string, string | undefined>>,
  network: NetworkFacts | undefined
): Check {
  const id = 'proxy';
  const way = network?.lastRoute;
  if (!way) {
    const names = ['https_proxy', 'all_proxy', 'http_proxy'].flatMap(name => [name, name.toUpperCase()]);
    return { id, state: 'good', text: names.some(name => env[name]) ? CHECKS.proxy : CHECKS.noProxy };
  }
  const { proxy, failure } = way;
  if (failure === 'proxy-unusable')
    return { id, state: 'bad', text: failureSentence({ code: failure, host: null, clockOffsetMs: null }) };
  if (proxy === null) return { id, state: 'good', text: NETWORK_CHECKS.straight };
  const from = NETWORK_CHECKS.from[way.proxySource ?? 'system'];
  if (failure === null) return { id, state: 'good', text: NETWORK_CHECKS.passedOn(proxy, from) };
  const state = failure.startsWith('proxy-') ? 'bad' : 'warn';
  return { id, state, text: NETWORK_CHECKS.answered(proxy, from, failureBrief(failure)) };
}

/** Nothing while none was chosen. */
export function caFileChecks(network: NetworkFacts | undefined): Check[] {
  if (!network?.caFile) return [];
  const { name, problem } = network.caFile;
  const text = problem ? NETWORK_CHECKS.caFileBad(name, CA_PROBLEMS[problem]) : NETWORK_CHECKS.caFile(name);
  return [{ id: 'ca-file', state: problem ? 'bad' : 'good', text }];
}
