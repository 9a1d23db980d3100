// Exports all screens that are not on the first screen, as one lazily loaded bundle.
import './lazy-screens.css';

export { default as HoldingDetail } from '../details/HoldingDetail.svelte';
export { default as PlaceDetail } from '../details/PlaceDetail.svelte';
export { default as ShortcutSheet } from './ShortcutSheet.svelte';
export { default as Activity } from '../activity/Activity.svelte';
export { default as Connect } from '../keys/Connect.svelte';
export { default as Diagnostics } from '../diagnostics/Diagnostics.svelte';
export { default as Settings } from '../settings/Settings.svelte';
export { default as Wallets } from '../wallets/Wallets.svelte';
