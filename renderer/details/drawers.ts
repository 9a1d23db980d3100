// Exports the drawers of a holding and of a chain or wallet, so that they are loaded together.
import './details.css';

export { default as HoldingDetail } from './HoldingDetail.svelte';
export { default as SubjectDetail } from './SubjectDetail.svelte';
