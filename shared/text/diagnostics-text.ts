// Makes the plain text of the diagnostics, for copying and for `tokentray doctor`.
// It holds no address, amount or secret. In English it has the ids of checks and states, which programs read.
import { localized } from '../domain/language';
import type { Diagnostics } from '../schema/diagnostics';

type Check = Diagnostics['checks'][number];

interface DiagnosticsLabels {
  readonly checks: Record<Check['id'], string>;
  readonly states: Record<Check['state'], string>;
}

/** As the Diagnostics page has them. */
export const DIAGNOSTICS_LABELS = localized<DiagnosticsLabels>({
  en: {
    checks: {
      runtime: 'Runtime',
      key: 'Key',
      clock: 'Clock',
      host: 'Host',
      proxy: 'Proxy',
      'ca-file': 'CA file',
      budget: 'Requests',
      'past-prices': 'Past prices',
      keychain: 'Keychain',
      tray: 'Tray',
      lock: 'Screen lock',
      notifications: 'Notifications',
      files: 'Files'
    },
    states: { good: 'OK', warn: 'needs attention', bad: 'not working', unknown: 'unknown' }
  },
  zh: {
    checks: {
      runtime: '运行环境',
      key: '密钥',
      clock: '时钟',
      host: '主机',
      proxy: '代理',
      'ca-file': 'CA 文件',
      budget: '请求',
      'past-prices': '历史价格',
      keychain: '钥匙串',
      tray: '托盘',
      lock: '锁屏',
      notifications: '通知',
      files: '文件'
    },
    states: { good: '正常', warn: '请留意', bad: '异常', unknown: '未知' }
  }
});

export const DIAGNOSTICS_PLAIN_TEXT = localized({
  en: {
    check: ({ id, state, text }: Check): string => `${state.padEnd(8)}${id}: ${text}`,
    noFailures: 'No failures.',
    failures: 'Last failures:'
  },
  zh: {
    check: ({ id, state, text }) => {
      const { checks, states } = DIAGNOSTICS_LABELS;
      return `[${states[state]}] ${checks[id]}：${text}`;
    },
    noFailures: '没有失败。',
    failures: '最近的失败：'
  }
});

export function diagnosticsText(diagnostics: Diagnostics): string {
  const failures = diagnostics.lastFailures.map(({ at, code, serviceCode }) =>
    `${new Date(at).toISOString()} ${code} ${serviceCode ?? ''}`.trimEnd()
  );
  return [
    `Tokentray ${diagnostics.version}, Electron ${diagnostics.electron}, ${diagnostics.system}`,
    '',
    ...diagnostics.checks.map(check => DIAGNOSTICS_PLAIN_TEXT.check(check)),
    '',
    failures.length === 0 ? DIAGNOSTICS_PLAIN_TEXT.noFailures : DIAGNOSTICS_PLAIN_TEXT.failures,
    ...failures,
    ''
  ].join('\n');
}
