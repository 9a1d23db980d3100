// Tests what a page may not change by itself: what a person trusts, shortcuts, and when somebody looked last.
import { expect, it } from 'vitest';
import { DEFAULT_CHOICES } from '../../../../shared/domain/default-settings';
import { changeAllowedToPage } from '../../../../electron/core/engine/change-settings';

it('a page takes trust back, and neither gives it nor says when somebody looked last', () => {
  const choices = { ...DEFAULT_CHOICES, explorerHosts: ['etherscan.io', 'basescan.org'], lookedAt: 7 };
  const change = {
    hideSmall: false,
    explorerHosts: ['etherscan.io', 'evil.example'],
    caFile: '/tmp/evil.pem',
    shortcuts: { open: 'Ctrl+C', hide: null },
    lookedAt: 9
  };
  expect(changeAllowedToPage(choices, change)).toEqual({
    hideSmall: false,
    explorerHosts: ['etherscan.io']
  });
  expect(changeAllowedToPage(choices, { caFile: null })).toEqual({ caFile: null });
});
