// Network facts: the type of what Diagnostics shows about the connection to OKX: proxy, certificates, CA file.
// These facts hold no password.
import type { CaProblem } from '../../../shared/text/ca-file-text';
import type { FailureCode } from '../../../shared/domain/failure';

export interface NetworkFacts {
  /** The route of the last request; null: there was no request yet. */
  readonly lastRoute: {
    /** Host and port; null: a direct connection, or the proxy that is set cannot be read. */
    readonly proxy: string | null;
    readonly proxySource: 'environment' | 'system' | null;
    readonly failure: FailureCode | null;
  } | null;
  /** The certificate of the last connection, by origin, such as `https://www.okx.com`. */
  readonly certificates: Readonly<Record<string, CertificateFacts>>;
  /** Null: no CA file was chosen. */
  readonly caFile: { readonly name: string; readonly problem: CaProblem | null } | null;
}

export interface CertificateFacts {
  /** The issuer that the certificate names: its organisation, or its common name. */
  readonly issuer: string;
  /** Whether the certificate is trusted because of the CA file. */
  readonly isTrustedByCaFile: boolean;
}
