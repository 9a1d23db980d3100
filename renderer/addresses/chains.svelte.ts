// State of the known chains; each page that needs their names reads them once.
import type { ChainEntry } from '../../shared/ipc/wallet-calls';
import type { CallMain } from '../state/app-state.svelte';

export class KnownChains {
  #all = $state.raw<readonly ChainEntry[]>([]);

  /** All chains except test networks, which cannot have a value. */
  readonly mainnets = $derived(this.#all.filter(({ isTestnet }) => !isTestnet));
  /** Names by chainIndex. */
  readonly names: ReadonlyMap<string, string> = $derived(
    new Map(this.#all.map(({ chainIndex, name }) => [chainIndex, name]))
  );

  get all(): readonly ChainEntry[] {
    return this.#all;
  }

  async read(callMain: CallMain): Promise<void> {
    this.#all = (await callMain('chains:read', {}))?.chains ?? this.#all;
  }
}
