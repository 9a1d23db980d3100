// Verification events: what happened to doubts in a round, for the activity and the notifications.
import type { DecimalText } from '../../../shared/domain/decimal';
import type { Doubt, DoubtedHolding } from '../../../shared/schema/verification';

export type VerificationEvent =
  | {
      /** `told`: now it is worth a notification, once; `as-before`: an answer names it as before; `decided`: by the person. */
      readonly type: 'began' | 'told' | 'as-before' | 'confirmed' | 'decided';
      readonly doubtId: string;
      readonly doubt: Doubt;
      readonly holdings: readonly (DoubtedHolding & { readonly id: string })[];
      /** USD, without sign. */
      readonly worth: DecimalText;
    }
  | {
      readonly type: 'returned';
      readonly holdingId: string;
      readonly walletId: string;
      readonly symbol: string;
      readonly amount: DecimalText;
      readonly worth: DecimalText | null;
      /** Whether its going was notified. */
      readonly wasTold: boolean;
    }
  | {
      /** New tokens need the person's OK; at most once a day. */
      readonly type: 'question';
      readonly holdingIds: readonly string[];
      readonly worth: DecimalText;
    };
