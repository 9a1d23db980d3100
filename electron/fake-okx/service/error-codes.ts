// Lists the known error codes of OKX's wallet API, each with its HTTP status and message.
import type { FakeReply } from './http-message';

/** Statuses that OKX does not state (50050, 80001) are 200, as most of its wallet codes are. */
const CODES = {
  '50001': [200, 'Service temporarily unavailable. Please try again later'],
  '50004': [400, 'API endpoint request timeout'],
  '50005': [410, 'API is offline or unavailable'],
  '50006': [400, 'Invalid Content-Type. Please use the application/json format'],
  '50011': [429, 'Too Many Requests'],
  '50013': [429, 'Systems are busy. Please try again later'],
  '50014': [400, 'Parameter can not be empty'],
  '50026': [500, 'System error. Try again later'],
  '50050': [200, 'This interface is being deprecated'],
  '50100': [400, 'API frozen, please contact customer service'],
  '50101': [401, 'APIKey does not match current environment'],
  '50102': [401, 'Timestamp request expired'],
  '50103': [401, 'Request header OK-ACCESS-KEY can not be empty'],
  '50104': [401, 'Request header OK-ACCESS-PASSPHRASE can not be empty'],
  '50105': [401, 'Request header OK-ACCESS-PASSPHRASE incorrect'],
  '50106': [401, 'Request header OK-ACCESS-SIGN can not be empty'],
  '50107': [401, 'Request header OK-ACCESS-TIMESTAMP can not be empty'],
  '50110': [401, "Your IP is not included in your API key's IP whitelist"],
  '50111': [401, 'Invalid OK-ACCESS-KEY'],
  '50112': [401, 'Invalid OK-ACCESS-TIMESTAMP'],
  '50113': [401, 'Invalid Sign'],
  '50114': [401, 'Invalid Authorization'],
  '50115': [405, 'Invalid request method'],
  '50119': [200, "API key doesn't exist"],
  '50120': [200, "This API key doesn't have permission to use this function"],
  '50121': [200, "You can't access our services through the IP address"],
  '50125': [401, 'Your API key or region has no access'],
  '50404': [404, 'URL not found'],
  '51000': [400, 'Parameter error'],
  '80001': [200, 'Service is not available in your region'],
  '81001': [200, 'Incorrect parameter'],
  '81104': [200, 'Chain not support'],
  '81105': [200, 'Wallet verification error'],
  '81106': [200, 'Address must be in lower case'],
  '81107': [200, 'Too many addresses'],
  '81108': [200, 'Wallet type mismatch'],
  '81109': [200, 'Address update error'],
  '81150': [200, 'Chain not supported by this interface'],
  '81151': [200, 'Token address is wrong'],
  '81152': [200, 'Token does not exist'],
  '81153': [200, 'Token is already built in'],
  '81157': [200, 'Chain and address do not match'],
  '81158': [200, 'Token protocol is not supported'],
  '81159': [200, 'Data is being cached, please try again later'],
  '81201': [200, 'Transaction not found'],
  '81202': [200, 'Transaction is pending'],
  '81203': [200, 'Parameters are missing'],
  '81302': [200, 'From address does not belong to the wallet'],
  '81351': [200, 'Balance is too low'],
  '81353': [200, 'Illegal address'],
  '81451': [200, 'Node request failed']
} as const satisfies Record<string, readonly [status: number, msg: string]>;

export type Code = keyof typeof CODES;

export const ALL_CODES = Object.keys(CODES) as Code[];

/** The failure envelope of a code. Some codes were observed with more than one status: `status` overrides the table. */
export function refusal(code: Code, change: { status?: number; msg?: string } = {}): FakeReply {
  const [status, msg] = CODES[code];
  return { status: change.status ?? status, envelope: { code, msg: change.msg ?? msg, data: [] } };
}
