// The page of the small window, with its look.
import './popover/popover.css';

export { default as Popover } from './popover/Popover.svelte';
