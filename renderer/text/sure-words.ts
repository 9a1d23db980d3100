// The way back from a button that asks once.
import { spoken } from '../../shared/domain/language';

export const SURE = spoken({ keep: 'Keep' }, { keep: '保留' });
