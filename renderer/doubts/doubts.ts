// Exports what is shown about doubts and about tokens that need the person's OK: both load together, when there are any.
import './doubts.css';

export { default as DoubtNotice } from './DoubtNotice.svelte';
export { default as HoldingDoubt } from './HoldingDoubt.svelte';
export { default as Doubts } from './Doubts.svelte';
export { noticeSentence } from './notice';
