// `npm run live`: asks OKX for real with a person's own key, and says which facts about the API held. Prints nothing secret.
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
const pace = createRateLimiter();

async function ask(request: PlannedRequest, key: Key, credentials: Credentials): Promise<HttpReply> {
  await pace.acquire(key.id);
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
  for (const given of wallets) {
    const wallet: Wallet = { ...given, id: 'live', keyId: key.id };
    findings.push(...(await aboutWallet(wallet, key, { apiKey, secretKey, passphrase, projectId })));
  }
  findings.push(
    ...(await aboutErrors({ ...parsed.data.wallets[0]!, id: 'live', keyId: key.id }, key, {
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

async function aboutWallet(wallet: Wallet, key: Key, credentials: Credentials): Promise<Finding[]> {
  const driver = drivers[wallet.source];
  const request = driver.request(wallet, wallet.chains.length > 0 ? wallet.chains.slice(0, 50) : null);
  const sentAt = Date.now();
  try {
    const reply = await ask(request, key, credentials);
    const receivedAt = Date.now();
    const offsetMs = learnOffset(reply.headers['date'], sentAt, receivedAt);
    const reading = driver.read(reply, wallet, receivedAt);
    const unpriced = reading.holdings.filter(({ price }) => price === null).length;
    const most = Math.max(0, ...reading.holdings.map(({ balance }) => balance.split('.')[1]?.length ?? 0));
    return [
      [true, 'the signed request is accepted', `${reply.status}, ${receivedAt - sentAt} ms`],
      [
        offsetMs !== null,
        'a Date header comes with the reply',
        offsetMs === null ? '' : `clock off by ${offsetMs} ms`
      ],
      [/"code":\s*"0"/.test(reply.body), 'code is the text "0"', ''],
      [reading.takenAt !== null, 'the reply carries timeStamp', ''],
      [reading.damagedChains.length === 0, 'every row is understood', `${reading.holdings.length} rows`],
      [unpriced > 0 ? true : null, 'rows without a price exist', String(unpriced)],
      [reading.holdings.some(({ isRisky }) => isRisky) ? true : null, 'risky tokens come with filter=1', ''],
      [null, 'most digits after the point of a balance', String(most)]
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

/** Two calls that must fail, each in its own way. */
async function aboutErrors(wallet: Wallet, key: Key, credentials: Credentials): Promise<Finding[]> {
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
  for (const [what, expected, asked, used] of attempts) {
    const request = driver.request(asked, asked.chains.length > 0 ? asked.chains.slice(0, 50) : null);
    try {
      driver.read(await ask(request, key, used), asked, Date.now());
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
  status => process.exit(status),
  (thrown: unknown) => {
    process.stderr.write(`${failureBrief(asFailure(thrown).code)}. Standard input must be JSON.\n`);
    process.exit(1);
  }
);
