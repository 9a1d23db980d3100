// Exports the drawer of a holding and the drawer of a chain or wallet: they share most code, so they load together.
import './details.css';

export { default as HoldingDetail } from './HoldingDetail.svelte';
export { default as SubjectDetail } from './SubjectDetail.svelte';
