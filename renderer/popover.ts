// The page of the small window, with its look.
import './css/popover.css';

export { default as Popover } from './views/Popover.svelte';
