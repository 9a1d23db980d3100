// The sentences of the checks of the network. A proxy is named without who logs in. Both languages side by side.
import { spoken } from '../../../shared/domain/language';

export const NETWORK_CHECKS = spoken(
  {
    certificate: (issuer: string): string => `Its certificate is from ${issuer}.`,
    byCaFile: (issuer: string): string => `Its certificate is from ${issuer}, trusted through your CA file.`,
    straight: 'No proxy is in use.',
    from: { environment: 'set in the environment', system: 'set in the system' },
    passedOn: (proxy: string, from: string): string => `${proxy}, ${from}, passed the last request on.`,
    answered: (proxy: string, from: string, brief: string): string =>
      `${proxy}, ${from}. Last answer: ${brief}.`,
    caFile: (name: string): string => `${name} is trusted besides the built-in authorities.`,
    caFileBad: (name: string, problem: string): string => `${name}: ${problem}`
  },
  {
    certificate: issuer => `证书由 ${issuer} 颁发。`,
    byCaFile: issuer => `证书由 ${issuer} 颁发，通过所选的 CA 文件获得信任。`,
    straight: '没有使用代理。',
    from: { environment: '来自环境变量', system: '来自系统设置' },
    passedOn: (proxy, from) => `${proxy}（${from}）已转发上一次请求。`,
    answered: (proxy, from, brief) => `${proxy}（${from}）。上一次结果：${brief}。`,
    caFile: name => `除内置的颁发机构外，还信任 ${name}。`,
    caFileBad: (name, problem) => `CA 文件 ${name}：${problem}`
  }
);
