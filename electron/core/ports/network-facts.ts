// Network facts: the type of what Diagnostics shows about the connection to OKX: proxy, certificates, CA file.
// No password is in here.
import type { CaProblem } from '../../../shared/text/ca-file-text';
import type { FailureCode } from '../../../shared/domain/failure';

export interface NetworkFacts {
  /** That the last request took; null: there was none. */
  readonly lastRoute: {
    /** Host and port; null: straight, or the proxy that is set cannot be read. */
    readonly proxy: string | null;
    readonly proxySource: 'environment' | 'system' | null;
    readonly failure: FailureCode | null;
  } | null;
  /** By origin, such as `https://www.okx.com`: of the last connection. */
  readonly certificates: Readonly<Record<string, CertificateFacts>>;
  /** Null: none was chosen. */
  readonly caFile: { readonly name: string; readonly problem: CaProblem | null } | null;
}

export interface CertificateFacts {
  /** Who issued it, as the certificate says: the organisation, or its name. */
  readonly issuer: string;
  /** Whether the CA file vouches for it. */
  readonly isTrustedByCaFile: boolean;
}
