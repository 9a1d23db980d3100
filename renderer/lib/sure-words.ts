// The way back from a button that asks once.
import { spoken } from '../../shared/language';

export const SURE = spoken({ keep: 'Keep' }, { keep: '保留' });
