// Loads the popover page with its styles.
import './popover/popover.css';

export { default as Popover } from './popover/Popover.svelte';
