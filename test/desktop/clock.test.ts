// Tests a clock that is far off: the app learns the offset, connects without a message, and names it in Diagnostics.
import { connect, shownFailures } from './window/connect-form';
import { SHOWN_TOTAL } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

const MINUTE_MS = 60_000;
/** Some seconds are added, because the Date header has only whole seconds. */
const OFF_MS = 10 * MINUTE_MS + 5000;

for (const [word, sign] of [
  ['slow', 1],
  ['fast', -1]
] as const) {
  test(`a clock 10 minutes ${word} costs one silent second try`, async ({ desktop, launch, service }) => {
    service.standIn.setNow(() => Date.now() + sign * OFF_MS);
    const app = await launch();
    const page = await app.page();
    await connect(page, service.origin);
    await expectTotal(page, SHOWN_TOTAL);
    await desktop.row(/^Updated .* · all answered$/);
    await expect.poll(() => service.requestCount).toBeGreaterThan(3);

    const codes = service.standIn.requests.map(request => request.code);
    expect(codes[0]).toBe('50102');
    expect(new Set(codes.slice(1))).toEqual(new Set(['0']));
    expect(await shownFailures(page, service.host)).toEqual([]);
    expect(desktop.notes).toHaveLength(0);

    await page.getByRole('button', { name: 'Diagnostics' }).click();
    await expect(page.getByText(new RegExp(`10 min ${word}`))).toBeVisible();
  });
}
