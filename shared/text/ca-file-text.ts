// Texts that say why a CA file cannot be used, in both languages.
// It loads no schemas, because main and window both use it.
import { localized } from '../domain/language';

export const CA_PROBLEM_CODES = [
  'not-readable',
  'too-large',
  'not-certificate',
  'private-key',
  'expired',
  'not-authority'
] as const;
export type CaProblem = (typeof CA_PROBLEM_CODES)[number];

export const CA_PROBLEM_TEXT: Record<CaProblem, string> = localized({
  en: {
    'not-readable': 'The file does not exist, or cannot be read.',
    'too-large': 'The file is too large for a CA file.',
    'not-certificate': 'The file contains no certificate. A CA file is in PEM or DER form.',
    'private-key':
      'The file contains a private key, which only its owner should have. Ask for the certificate alone.',
    expired: 'The certificate in the file is out of date. Ask for the current one.',
    'not-authority':
      'The file contains the certificate of one site, not of an authority. Ask for the root certificate.'
  },
  zh: {
    'not-readable': '文件不存在，或无法读取。',
    'too-large': '文件过大，不可能是 CA 文件。',
    'not-certificate': '文件中没有证书。CA 文件应为 PEM 或 DER 格式。',
    'private-key': '文件中含有私钥，私钥只应由其所有者持有。请索取只含证书的文件。',
    expired: '文件中的证书不在有效期内。请索取当前的证书。',
    'not-authority': '文件中是单个网站的证书，不是颁发机构的证书。请索取根证书。'
  }
});
