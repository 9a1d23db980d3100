// What the window may ask and what it may get: a request and a response schema per call.
import { z } from 'zod';
import { FAILURE_CODES } from '../domain/failure';
import type { Notice } from '../schema/activity';
import { Diagnostics } from '../schema/diagnostics';
import { Choices } from '../schema/settings';
import { ChainIndex, WalletName } from '../schema/wallet';
import { CA_PROBLEM_CODES } from '../text/ca-file-text';
import { MOST_COPIED, type CallName, type EventName } from './channels';
import { DETAIL_CALLS } from './detail-calls';
import { RECORD_CALLS } from './history-calls';
import { CARE_CALLS, REPORT_CALLS } from './profile-calls';
import { NATIVE_CALLS } from './system-calls';
import { NewWallet, WALLET_CALLS } from './wallet-calls';

/** The popover closes itself, stays when something else is clicked, or makes room for the window, at a holding if one is named. */
const PopoverAct = z.discriminatedUnion('deed', [
  z.object({ deed: z.enum(['close', 'pin', 'unpin']) }).strict(),
  z
    .object({
      deed: z.literal('open'),
      view: z.enum(['overview', 'settings']),
      holdingId: z.string().max(1000).nullable()
    })
    .strict()
]);

export const POPOVER_CALLS = {
  'popover:act': { request: PopoverAct, response: z.object({ done: z.boolean() }) }
} as const;

const Nothing = z.object({}).strict();
const Text = (most: number) => z.string().max(most);

/** The fields of the form, as typed: they are judged by the handler, so that each can be wrong in its own words. */
export const ConnectForm = z
  .object({
    name: WalletName,
    apiKey: Text(512),
    secretKey: Text(512),
    passphrase: Text(512),
    projectId: Text(512),
    accountId: Text(512),
    /** Instead of an account ID: addresses, each a wallet of its own. */
    addresses: z.array(NewWallet).max(1000).optional(),
    host: Text(200),
    chains: z.array(ChainIndex).max(500),
    /** Keep the key in memory only, when no keychain answers. */
    thisSessionOnly: z.boolean()
  })
  .strict();
export type ConnectForm = z.infer<typeof ConnectForm>;

export const FormField = z.enum([
  'apiKey',
  'secretKey',
  'passphrase',
  'projectId',
  'accountId',
  'addresses',
  'host'
]);
export type FormField = z.infer<typeof FormField>;

export const Connected = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved') }),
  z.object({
    outcome: z.literal('invalid'),
    field: FormField,
    /** `declined`: the person did not want the key to go to that host. */
    problem: z.enum(['missing', 'not-printable', 'not-a-host', 'not-https', 'declined'])
  }),
  z.object({
    outcome: z.literal('failed'),
    code: z.enum(FAILURE_CODES),
    /** The field that the person should look at; null when none is to blame. */
    field: FormField.nullable(),
    at: z.number(),
    serviceCode: z.string().nullable(),
    host: z.string().nullable(),
    clockOffsetMs: z.number().nullable(),
    bugId: z.string().optional()
  })
]);
export type Connected = z.infer<typeof Connected>;

const Done = z.object({ done: z.boolean() });

/** A new set of credentials in place of a key's old one; its wallets stay. */
const RotateForm = ConnectForm.pick({
  apiKey: true,
  secretKey: true,
  passphrase: true,
  projectId: true,
  host: true
})
  .extend({ keyId: Text(64) })
  .strict();
export type RotateForm = z.infer<typeof RotateForm>;

export const CONTRACT = {
  ...WALLET_CALLS,
  'key:rotate': { request: RotateForm, response: Connected },
  'state:read': { request: Nothing, response: z.object({ text: z.string() }) },
  'wallet:connect': { request: ConnectForm, response: Connected },
  'wallet:remove': {
    request: z.object({ walletId: Text(64), forgetHistory: z.boolean() }).strict(),
    response: Done
  },
  'key:forget': { request: z.object({ keyId: Text(64) }).strict(), response: Done },
  'demo:start': { request: Nothing, response: Done },
  'demo:leave': { request: Nothing, response: Done },
  'poll:refresh': { request: Nothing, response: Done },
  'poll:pause': {
    request: z.object({ until: z.enum(['an-hour', 'tomorrow', 'resumed']) }).strict(),
    response: Done
  },
  'poll:resume': { request: Nothing, response: Done },
  'choices:change': { request: Choices.partial().strict(), response: Done },
  'holding:focused': { request: z.object({ holdingId: Text(1000).nullable() }).strict(), response: Done },
  'text:copy': { request: z.object({ text: Text(MOST_COPIED) }).strict(), response: Done },
  /** Asks the person for a file by the system's dialog; `refused`: it is of no use, and nothing was changed. */
  'ca-file:choose': {
    request: Nothing,
    response: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.enum(['chosen', 'cancelled']) }),
      z.object({ outcome: z.literal('refused'), problem: z.enum(CA_PROBLEM_CODES) })
    ])
  },
  'diagnostics:read': { request: Nothing, response: Diagnostics },
  ...REPORT_CALLS,
  ...RECORD_CALLS,
  ...POPOVER_CALLS,
  ...DETAIL_CALLS,
  ...NATIVE_CALLS,
  ...CARE_CALLS,
  /** `unknown`: handed over, and the desktop has not said yet what became of it. */
  'notice:test': { request: Nothing, response: z.object({ outcome: z.enum(['shown', 'failed', 'unknown']) }) }
} as const satisfies Record<CallName, { request: z.ZodType; response: z.ZodType }>;

export type Request<Name extends CallName> = z.infer<(typeof CONTRACT)[Name]['request']>;
export type Response<Name extends CallName> = z.infer<(typeof CONTRACT)[Name]['response']>;

export interface EventPayloads extends Record<EventName, unknown> {
  /** A Push (push.ts) as JSON text: the state, and of its holdings what differs from the push before. */
  'state:changed': string;
  /** Go there: a notification or a menu row was clicked. */
  'view:show': {
    view: 'overview' | 'activity' | 'wallets' | 'settings' | 'diagnostics' | 'connect';
    holdingId: string | null;
    /** Whose drawer opens. */
    walletId?: string | null;
  };
  /** Shown in the window instead of as a notification, because the window has the focus. */
  'notice:shown': Notice;
}
