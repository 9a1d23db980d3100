// Whether the window is narrow or zoomed so far that one column is left; the same width as in narrow.css.
import { MediaQuery } from 'svelte/reactivity';

export const narrow = new MediaQuery('max-width: 640px', false);
