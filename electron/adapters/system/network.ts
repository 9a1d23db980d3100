// Reads the proxy and the network addresses of this computer from the system.
import { net, session } from 'electron';
import { networkInterfaces } from 'node:os';

/** A PAC answer, such as `PROXY a:8080; DIRECT`. Electron leaves out user and password. */
function systemProxy(url: string): Promise<string> {
  return session.defaultSession.resolveProxy(url);
}

/** Differs when the network returned or changed. Reading it costs well under a millisecond. */
function networkFingerprint(): string {
  const addresses = Object.values(networkInterfaces()).flatMap(all => all ?? []);
  const externalAddresses = addresses.filter(({ internal }) => !internal).map(({ address }) => address);
  return [net.isOnline(), ...externalAddresses.sort()].join(' ');
}

/** In the form that a World takes. */
export const systemNetwork = { systemProxy, networkFingerprint, isOnline: () => net.isOnline() };
