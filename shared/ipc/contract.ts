// The IPC contract: for each call of the window, the schema of its request and of its response.
import { z } from 'zod';
import { MAX_CHAINS } from '../domain/limits';
import { FAILURE_CODES } from '../domain/failure';
import type { Notification } from '../schema/activity';
import { Diagnostics } from '../schema/diagnostics';
import { FormField, FormProblem } from '../schema/key';
import { Choices } from '../schema/settings';
import { ChainIndex, WalletName } from '../schema/wallet';
import { CA_PROBLEM_CODES } from '../text/ca-file-text';
import { MAX_COPIED_CHARACTERS, type CallName, type EventName } from './channels';
import { DETAIL_CALLS } from './detail-calls';
import { HISTORY_CALLS } from './history-calls';
import { PROFILE_CALLS, REPORT_CALLS } from './profile-calls';
import { SYSTEM_CALLS } from './system-calls';
import { VERIFICATION_CALLS } from './verification-calls';
import { NewWallet, WALLET_CALLS } from './wallet-calls';

/** `pin`: it stays open when something else is clicked. `open`: opens the window instead, at `holdingId` if set. */
const PopoverAction = z.discriminatedUnion('action', [
  z.object({ action: z.enum(['close', 'pin', 'unpin']) }).strict(),
  z
    .object({
      action: z.literal('open'),
      view: z.enum(['overview', 'doubts', 'settings']),
      holdingId: z.string().max(1000).nullable()
    })
    .strict()
]);

const POPOVER_CALLS = {
  'popover:act': { request: PopoverAction, response: z.object({ done: z.boolean() }) }
} as const;

const EmptyRequest = z.object({}).strict();
const LimitedText = (maxLength: number) => z.string().max(maxLength);

/** The fields of the form as typed; the handler validates them, so that each field can have its own message. */
export const ConnectForm = z
  .object({
    name: WalletName,
    apiKey: LimitedText(512),
    secretKey: LimitedText(512),
    passphrase: LimitedText(512),
    projectId: LimitedText(512),
    accountId: LimitedText(512),
    /** Addresses instead of an account ID; each one becomes a wallet. */
    addresses: z.array(NewWallet).max(1000).optional(),
    host: LimitedText(200),
    chains: z.array(ChainIndex).max(MAX_CHAINS),
    /** Keeps the key in memory only, when no keychain answers. */
    thisSessionOnly: z.boolean(),
    /** The person was told which wallets watch the same, and wants the account all the same. */
    acceptsOverlap: z.boolean().optional()
  })
  .strict();
export type ConnectForm = z.infer<typeof ConnectForm>;

export const ConnectResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved') }),
  /** Nothing was saved: these wallets watch addresses of the account already. */
  z.object({ outcome: z.literal('overlaps'), wallets: z.array(z.string()) }),
  z.object({
    outcome: z.literal('invalid'),
    field: FormField,
    problem: FormProblem
  }),
  z.object({
    outcome: z.literal('failed'),
    code: z.enum(FAILURE_CODES),
    /** The field that the person should check; null: no field is the cause. */
    field: FormField.nullable(),
    at: z.number(),
    serviceCode: z.string().nullable(),
    host: z.string().nullable(),
    clockOffsetMs: z.number().nullable(),
    bugId: z.string().optional()
  })
]);
export type ConnectResult = z.infer<typeof ConnectResult>;

const Done = z.object({ done: z.boolean() });

/** New credentials that replace the old ones of a key; its wallets stay. */
const RotateForm = ConnectForm.pick({
  apiKey: true,
  secretKey: true,
  passphrase: true,
  projectId: true,
  host: true
})
  .extend({ keyId: LimitedText(64) })
  .strict();
export type RotateForm = z.infer<typeof RotateForm>;

export const CONTRACT = {
  ...WALLET_CALLS,
  ...VERIFICATION_CALLS,
  'key:rotate': { request: RotateForm, response: ConnectResult },
  /** `isGlance`: what the popover shows, which may be one group of wallets. */
  'state:read': {
    request: z.object({ isGlance: z.boolean().optional() }).strict(),
    response: z.object({ text: z.string() })
  },
  'wallet:connect': { request: ConnectForm, response: ConnectResult },
  'wallet:remove': {
    request: z.object({ walletId: LimitedText(64), forgetHistory: z.boolean() }).strict(),
    response: Done
  },
  'key:forget': { request: z.object({ keyId: LimitedText(64) }).strict(), response: Done },
  'demo:start': { request: EmptyRequest, response: Done },
  'demo:leave': { request: EmptyRequest, response: Done },
  'poll:refresh': { request: EmptyRequest, response: Done },
  'poll:pause': {
    request: z.object({ until: z.enum(['an-hour', 'tomorrow', 'resumed']) }).strict(),
    response: Done
  },
  'poll:resume': { request: EmptyRequest, response: Done },
  'choices:change': { request: Choices.partial().strict(), response: Done },
  'holding:focused': {
    request: z.object({ holdingId: LimitedText(1000).nullable() }).strict(),
    response: Done
  },
  'text:copy': { request: z.object({ text: LimitedText(MAX_COPIED_CHARACTERS) }).strict(), response: Done },
  /** Asks the person for a file in a system dialog; `refused`: the file cannot be used, and nothing was changed. */
  'ca-file:choose': {
    request: EmptyRequest,
    response: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.enum(['chosen', 'cancelled']) }),
      z.object({ outcome: z.literal('refused'), problem: z.enum(CA_PROBLEM_CODES) })
    ])
  },
  'diagnostics:read': { request: EmptyRequest, response: Diagnostics },
  ...REPORT_CALLS,
  ...HISTORY_CALLS,
  ...POPOVER_CALLS,
  ...DETAIL_CALLS,
  ...SYSTEM_CALLS,
  ...PROFILE_CALLS,
  /** `unknown`: the notification was sent, and the desktop has not reported a result yet. */
  'notice:test': {
    request: EmptyRequest,
    response: z.object({ outcome: z.enum(['shown', 'failed', 'unknown']) })
  }
} as const satisfies Record<CallName, { request: z.ZodType; response: z.ZodType }>;

export type Request<Name extends CallName> = z.infer<(typeof CONTRACT)[Name]['request']>;
export type Response<Name extends CallName> = z.infer<(typeof CONTRACT)[Name]['response']>;

/** A place in the window. */
export interface NavigationTarget {
  view: 'overview' | 'doubts' | 'activity' | 'wallets' | 'settings' | 'diagnostics' | 'connect';
  holdingId: string | null;
  /** The wallet whose drawer opens. */
  walletId?: string | null;
  /** The chain whose drawer opens. */
  chainIndex?: string | null;
}

export interface EventPayloads extends Record<EventName, unknown> {
  /** A StatePush (state-push.ts) as JSON text: the state, with only the holdings that differ from the previous push. */
  'state:changed': string;
  /** The window must show this: a notification or a menu row was clicked. */
  'view:show': NavigationTarget;
  /** A notification to show inside the window, because the window has the focus. */
  'notice:shown': Notification;
}
