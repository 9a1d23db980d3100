// Media query for a narrow window; its width equals the one in narrow.css.
import { MediaQuery } from 'svelte/reactivity';

export const narrow = new MediaQuery('max-width: 640px', false);
