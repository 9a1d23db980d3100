// Checks the facts about the OKX API that the app relies on, with real requests and a person's own key (`npm run
// live`). It prints no secret.
import { readFileSync } from 'node:fs';
import { createHttp } from './adapters/http/http';
import { createRateLimiter } from './adapters/http/rate-limiter';
import { asFailure } from '../shared/domain/failure';
import { failureBrief } from '../shared/text/failure-text';
import type { Credentials, Key } from '../shared/schema/key';
import { SetupInput } from '../shared/schema/setup-input';
import type { Wallet } from '../shared/schema/wallet';
import { learnOffset } from './core/polling/signed-request';
import type { HttpReply, PlannedRequest } from './core/ports/ports';
import { drivers } from './okx/drivers';
import { sign } from './okx/request';

type Finding = readonly [holds: boolean | null, fact: string, seen: string];

const http = createHttp({ userAgent: 'Tokentray/live-check', isOnline: () => true });
const rateLimiter = createRateLimiter();

async function signAndSend(request: PlannedRequest, key: Key, credentials: Credentials): Promise<HttpReply> {
  await rateLimiter.acquire(key.id, 'person');
  return await http.send(sign(request, key, credentials, Date.now()));
}

async function main(): Promise<number> {
  const parsed = SetupInput.safeParse(JSON.parse(readFileSync(0, 'utf8')));
  if (!parsed.success) {
    process.stderr.write(
      'Give the same JSON as for setup on standard input: apiKey, secretKey, passphrase, wallets.\n'
    );
    return 2;
  }
  const { apiKey, secretKey, passphrase, projectId, host, wallets } = parsed.data;
  const key: Key = { id: 'live', name: 'live', host, keptIn: 'session' };
  const findings: Finding[] = [];
  for (const setupWallet of wallets) {
    const wallet: Wallet = { ...setupWallet, id: 'live', keyId: key.id };
    findings.push(...(await walletFindings(wallet, key, { apiKey, secretKey, passphrase, projectId })));
  }
  findings.push(
    ...(await errorFindings({ ...parsed.data.wallets[0]!, id: 'live', keyId: key.id }, key, {
      apiKey,
      secretKey,
      passphrase,
      projectId
    }))
  );
  for (const [holds, fact, seen] of findings) {
    process.stdout.write(
      `${holds === null ? 'not seen' : holds ? 'held    ' : 'DIFFERS '}  ${fact}${seen ? `: ${seen}` : ''}\n`
    );
  }
  return findings.some(([holds]) => holds === false) ? 1 : 0;
}

async function walletFindings(wallet: Wallet, key: Key, credentials: Credentials): Promise<Finding[]> {
  const driver = drivers[wallet.source];
  const request = driver.request(wallet, wallet.chains.length > 0 ? wallet.chains.slice(0, 50) : null);
  const sentAt = Date.now();
  try {
    const reply = await signAndSend(request, key, credentials);
    const receivedAt = Date.now();
    const offsetMs = learnOffset(reply.headers['date'], sentAt, receivedAt);
    const answer = driver.read(reply, wallet, receivedAt);
    const unpriced = answer.holdings.filter(({ price }) => price === null).length;
    const maxDecimals = Math.max(
      0,
      ...answer.holdings.map(({ balance }) => balance.split('.')[1]?.length ?? 0)
    );
    return [
      [true, 'the signed request is accepted', `${reply.status}, ${receivedAt - sentAt} ms`],
      [
        offsetMs !== null,
        'a Date header comes with the reply',
        offsetMs === null ? '' : `clock off by ${offsetMs} ms`
      ],
      [/"code":\s*"0"/.test(reply.body), 'code is the text "0"', ''],
      [answer.takenAt !== null, 'the reply carries timeStamp', ''],
      [answer.unreadable.length === 0, 'every row is understood', `${answer.holdings.length} rows`],
      [unpriced > 0 ? true : null, 'rows without a price exist', String(unpriced)],
      [answer.holdings.some(({ isRisky }) => isRisky) ? true : null, 'risky tokens come with filter=1', ''],
      [null, 'most digits after the point of a balance', String(maxDecimals)]
    ];
  } catch (thrown) {
    const { code, facts } = asFailure(thrown);
    return [
      [
        false,
        'the wallet is answered',
        `${failureBrief(code)}, code ${facts.serviceCode ?? '-'}, status ${facts.httpStatus ?? '-'}`
      ]
    ];
  }
}

/** Sends two requests that must fail, each in its own way. */
async function errorFindings(wallet: Wallet, key: Key, credentials: Credentials): Promise<Finding[]> {
  const driver = drivers[wallet.source];
  const attempts = [
    ['a wrong secret', 'secret-wrong', wallet, { ...credentials, secretKey: `${credentials.secretKey}x` }],
    [
      'a wrong passphrase',
      'passphrase-wrong',
      wallet,
      { ...credentials, passphrase: `${credentials.passphrase}x` }
    ],
    [
      'an unknown account',
      'account-unknown',
      { ...wallet, accountId: '00000000-0000-4000-8000-000000000000' },
      credentials
    ]
  ] as const;
  const findings: Finding[] = [];
  for (const [what, expected, testWallet, testCredentials] of attempts) {
    const request = driver.request(
      testWallet,
      testWallet.chains.length > 0 ? testWallet.chains.slice(0, 50) : null
    );
    try {
      driver.read(await signAndSend(request, key, testCredentials), testWallet, Date.now());
      findings.push([false, `${what} is refused`, 'it was answered']);
    } catch (thrown) {
      const { code, facts } = asFailure(thrown);
      findings.push([
        code === expected,
        `${what} is told as ${expected}`,
        `code ${facts.serviceCode ?? '-'}, status ${facts.httpStatus ?? '-'}`
      ]);
    }
  }
  return findings;
}

main().then(
  exitCode => process.exit(exitCode),
  (thrown: unknown) => {
    process.stderr.write(`${failureBrief(asFailure(thrown).code)}. Standard input must be JSON.\n`);
    process.exit(1);
  }
);
