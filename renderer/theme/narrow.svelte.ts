// Media queries for narrow windows; their widths equal those in narrow.css.
import { MediaQuery } from 'svelte/reactivity';

/** One column. */
export const narrow = new MediaQuery('max-width: 640px', false);
/** The sidebar is a bar, in which the scope menu stands for the lists. */
export const bar = new MediaQuery('max-width: 820px', false);
