// The faults of certificates and proxies, one row each. TLS and the proxies are real; a company's root issues the
// certificate of okx.invalid.
import { HOST, type FaultSetup } from './fault-setup';
import type { NetworkRow } from './network-rows';
import { AUTHORITY, closedPort, secured, startProxy } from './raw-servers';
import type { Next, Refused } from './survive';

const trusting = { caFile: () => AUTHORITY };
const UNTRUSTED: Refused = {
  code: 'certificate-not-trusted',
  says: /^The certificate of okx\.invalid is not trusted, so nothing was sent/,
  next: 'slow'
};

/** Shows this certificate, and later a valid one. */
const showing = (certificate: string) => async (setup: FaultSetup) => {
  const server = await secured(setup, certificate);
  setup.connectAnew(trusting);
  setup.leadsTo = `https://127.0.0.1:${server.port}`;
  return () => server.show('server.pem');
};

const SECURITY: Readonly<Record<string, NetworkRow>> = {
  'tls-self-signed': { ...UNTRUSTED, begin: showing('server-self-signed.pem') },
  'tls-unknown-authority': {
    ...UNTRUSTED,
    async begin(setup) {
      const { port } = await secured(setup);
      let file: string | null = null;
      setup.connectAnew({ caFile: () => file });
      setup.leadsTo = `https://127.0.0.1:${port}`;
      return () => (file = AUTHORITY);
    }
  },
  'tls-expired': {
    code: 'certificate-expired',
    says: /^The certificate of okx\.invalid is out of date, so nothing was sent/,
    next: 'slow',
    begin: showing('server-expired.pem')
  },
  'tls-wrong-host': {
    code: 'certificate-wrong-host',
    says: /^The certificate received does not belong to okx\.invalid, so nothing was sent/,
    next: 'slow',
    async begin(setup) {
      const proxy = await startProxy(setup);
      setup.connectAnew({ ...trusting, env: { https_proxy: `http://127.0.0.1:${proxy.port}` } });
      setup.leadsTo = 'https://other.invalid';
      return () => (setup.leadsTo = `https://${HOST}`);
    }
  }
};

/** The ways in which a proxy is given to the app. */
const PROXY_SETTINGS = {
  env: (port: number, user = '') => ({ env: { https_proxy: `http://${user}127.0.0.1:${port}` } }),
  system: (port: number) => ({ systemProxy: () => Promise.resolve(`PROXY 127.0.0.1:${port}`) })
};
type ProxySetting = keyof typeof PROXY_SETTINGS;

function proxyRow(
  setting: ProxySetting,
  verdict: string,
  code: Refused['code'],
  says: RegExp,
  next: Next
): NetworkRow {
  return {
    code,
    says,
    next,
    ...(verdict === '' && { limits: { limitMs: 600, totalMs: 5000 } }),
    async begin(setup) {
      const proxy = await startProxy(setup, verdict);
      const limits = verdict === '' ? { limitMs: 600 } : {};
      setup.connectAnew({ ...trusting, ...limits, ...PROXY_SETTINGS[setting](proxy.port) });
      setup.leadsTo = `https://${HOST}`;
      return () => (proxy.verdict = '200');
    }
  };
}

const GONE: Refused = { code: 'proxy-unreachable', says: /^The proxy cannot be reached/, next: 'soon' };
const goneRow = (setting: ProxySetting): NetworkRow => ({
  ...GONE,
  async begin(setup) {
    const port = await closedPort(setup);
    setup.connectAnew({ ...trusting, ...PROXY_SETTINGS[setting](port) });
    setup.leadsTo = `https://${HOST}`;
    return () => startProxy(setup, '200', port);
  }
});

const ofBoth = (id: string, row: (setting: ProxySetting) => NetworkRow): [string, NetworkRow][] => [
  [`proxy-env-${id}`, row('env')],
  [`proxy-system-${id}`, row('system')]
];

const PROXIES = Object.fromEntries([
  ...ofBoth('refuses', setting =>
    proxyRow(setting, '403', 'proxy-failed', /did not forward the request/, 'soon')
  ),
  ...ofBoth('broken', setting =>
    proxyRow(setting, '502', 'proxy-failed', /did not forward the request/, 'soon')
  ),
  ...ofBoth('password', setting =>
    proxyRow(setting, '407', 'proxy-wants-password', /asks for a user name and a password/, 'slow')
  ),
  ...ofBoth('silent', setting =>
    proxyRow(setting, '', 'proxy-unreachable', /^The proxy cannot be reached/, 'soon')
  ),
  ...ofBoth('gone', goneRow)
]);

export const SECURE_ROWS: Readonly<Record<string, NetworkRow>> = {
  ...SECURITY,
  ...PROXIES,
  'proxy-password-wrong': {
    code: 'proxy-password-wrong',
    says: /does not accept the user name and password/,
    next: 'slow',
    async begin(setup) {
      const proxy = await startProxy(setup, '407');
      setup.connectAnew({ ...trusting, ...PROXY_SETTINGS.env(proxy.port, 'me:p%40ss@') });
      setup.leadsTo = `https://${HOST}`;
      return () => (proxy.verdict = '200');
    }
  },
  'proxy-unusable': {
    code: 'proxy-unusable',
    says: /^The configured proxy cannot be used/,
    next: 'slow',
    begin(setup) {
      setup.connectAnew({ ...trusting, env: { https_proxy: 'ftp://127.0.0.1:1' } });
      setup.leadsTo = `https://${HOST}`;
      return async () =>
        setup.connectAnew({ ...trusting, ...PROXY_SETTINGS.env((await startProxy(setup)).port) });
    }
  },
  'proxy-needed': {
    code: 'name-not-found',
    says: /^No server named okx\.invalid was found/,
    next: 'soon',
    begin(setup) {
      setup.connectAnew(trusting);
      setup.leadsTo = `https://${HOST}`;
      return async () =>
        setup.connectAnew({ ...trusting, ...PROXY_SETTINGS.system((await startProxy(setup)).port) });
    }
  }
};
