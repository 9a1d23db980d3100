// The faults of certificates and proxies, one row each. TLS and the proxies are real; a company's root issues the
// certificate of okx.invalid.
import { HOST, type Stage } from './fault-stage';
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
const showing = (certificate: string) => async (stage: Stage) => {
  const server = await secured(stage, certificate);
  stage.connectAnew(trusting);
  stage.leadsTo = `https://127.0.0.1:${server.port}`;
  return () => server.show('server.pem');
};

const SECURITY: Readonly<Record<string, NetworkRow>> = {
  'tls-self-signed': { ...UNTRUSTED, begin: showing('server-self-signed.pem') },
  'tls-unknown-authority': {
    ...UNTRUSTED,
    async begin(stage) {
      const { port } = await secured(stage);
      let file: string | null = null;
      stage.connectAnew({ caFile: () => file });
      stage.leadsTo = `https://127.0.0.1:${port}`;
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
    says: /^The certificate that answered is not that of okx\.invalid, so nothing was sent/,
    next: 'slow',
    async begin(stage) {
      const proxy = await startProxy(stage);
      stage.connectAnew({ ...trusting, env: { https_proxy: `http://127.0.0.1:${proxy.port}` } });
      stage.leadsTo = 'https://other.invalid';
      return () => (stage.leadsTo = `https://${HOST}`);
    }
  }
};

/** The ways in which a proxy is given to the app. */
const WAYS = {
  env: (port: number, user = '') => ({ env: { https_proxy: `http://${user}127.0.0.1:${port}` } }),
  system: (port: number) => ({ systemProxy: () => Promise.resolve(`PROXY 127.0.0.1:${port}`) })
};
type Way = keyof typeof WAYS;

function proxyRow(way: Way, verdict: string, code: Refused['code'], says: RegExp, next: Next): NetworkRow {
  return {
    code,
    says,
    next,
    ...(verdict === '' && { limits: { limitMs: 600, totalMs: 5000 } }),
    async begin(stage) {
      const proxy = await startProxy(stage, verdict);
      const limits = verdict === '' ? { limitMs: 600 } : {};
      stage.connectAnew({ ...trusting, ...limits, ...WAYS[way](proxy.port) });
      stage.leadsTo = `https://${HOST}`;
      return () => (proxy.verdict = '200');
    }
  };
}

const GONE: Refused = { code: 'proxy-unreachable', says: /^The proxy cannot be reached/, next: 'soon' };
const goneRow = (way: Way): NetworkRow => ({
  ...GONE,
  async begin(stage) {
    const port = await closedPort(stage);
    stage.connectAnew({ ...trusting, ...WAYS[way](port) });
    stage.leadsTo = `https://${HOST}`;
    return () => startProxy(stage, '200', port);
  }
});

const ofBoth = (id: string, row: (way: Way) => NetworkRow): [string, NetworkRow][] => [
  [`proxy-env-${id}`, row('env')],
  [`proxy-system-${id}`, row('system')]
];

const PROXIES = Object.fromEntries([
  ...ofBoth('refuses', way => proxyRow(way, '403', 'proxy-failed', /did not pass the request on/, 'soon')),
  ...ofBoth('broken', way => proxyRow(way, '502', 'proxy-failed', /did not pass the request on/, 'soon')),
  ...ofBoth('password', way =>
    proxyRow(way, '407', 'proxy-wants-password', /asks for a user name and a password/, 'slow')
  ),
  ...ofBoth('silent', way => proxyRow(way, '', 'proxy-unreachable', /^The proxy cannot be reached/, 'soon')),
  ...ofBoth('gone', goneRow)
]);

export const SECURE_ROWS: Readonly<Record<string, NetworkRow>> = {
  ...SECURITY,
  ...PROXIES,
  'proxy-password-wrong': {
    code: 'proxy-password-wrong',
    says: /does not accept the user name and password/,
    next: 'slow',
    async begin(stage) {
      const proxy = await startProxy(stage, '407');
      stage.connectAnew({ ...trusting, ...WAYS.env(proxy.port, 'me:p%40ss@') });
      stage.leadsTo = `https://${HOST}`;
      return () => (proxy.verdict = '200');
    }
  },
  'proxy-unusable': {
    code: 'proxy-unusable',
    says: /^The proxy that is set cannot be used/,
    next: 'slow',
    begin(stage) {
      stage.connectAnew({ ...trusting, env: { https_proxy: 'ftp://127.0.0.1:1' } });
      stage.leadsTo = `https://${HOST}`;
      return async () => stage.connectAnew({ ...trusting, ...WAYS.env((await startProxy(stage)).port) });
    }
  },
  'proxy-needed': {
    code: 'name-not-found',
    says: /^No server named okx\.invalid was found/,
    next: 'soon',
    begin(stage) {
      stage.connectAnew(trusting);
      stage.leadsTo = `https://${HOST}`;
      return async () => stage.connectAnew({ ...trusting, ...WAYS.system((await startProxy(stage)).port) });
    }
  }
};
