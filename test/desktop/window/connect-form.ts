// Uses the form that connects a key as a person does: by its labels.
import type { Page } from 'playwright/test';
import { KEY_FORM_TEXT } from '../../../renderer/keys/key-form-text';
import { failureSentence } from '../../../shared/text/failure-text';
import { FAILURE_CODES, type FailureCode } from '../../../shared/domain/failure';
import { ACCOUNT_ID, CREDENTIALS } from '../app/okx';

export interface Typed {
  readonly apiKey: string;
  readonly secretKey: string;
  readonly passphrase: string;
  readonly projectId: string;
  readonly accountId: string;
  readonly host: string;
}

/** Valid values for all fields, for the service at this origin. */
export function rightAnswers(host: string): Typed {
  return { ...CREDENTIALS, accountId: ACCOUNT_ID, host };
}

/** Goes from the first screen of an empty profile to the form. */
export async function openForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect OKX' }).click();
}

export async function typeAll(page: Page, typed: Typed): Promise<void> {
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await field('API key').fill(typed.apiKey);
  await field('Secret key').fill(typed.secretKey);
  await field('Passphrase').fill(typed.passphrase);
  await field('Project ID (optional)').fill(typed.projectId);
  // The form of a new key for an account has no such choice.
  const choice = page.getByText('OKX account ID', { exact: true });
  if (await choice.isVisible()) await choice.click();
  await field('Account ID').fill(typed.accountId);
  await field('Host').selectOption({ label: 'Other…' });
  await field(KEY_FORM_TEXT.otherHost).fill(typed.host);
}

/** After a failure, the label of the button is "Test again". */
export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Test (and save|again)$/ }).click();
}

/** Fills the form of an empty profile with valid values and saves. */
export async function connect(page: Page, host: string): Promise<void> {
  await openForm(page);
  await typeAll(page, rightAnswers(host));
  await submit(page);
}

/** Gives every failure code whose sentence is shown in the window now. */
export async function shownFailures(page: Page, host: string): Promise<FailureCode[]> {
  const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
  const sentence = (code: FailureCode) => failureSentence({ code, host, clockOffsetMs: null });
  return FAILURE_CODES.filter(code => text.includes(sentence(code)));
}
