// What reading a file of the profile gave: its content, or what became of a file that could not be read.

/** A file that stays where it is, as it is: nothing is written over it. */
export interface Refusal {
  /** Below the profile's folder. */
  readonly file: string;
  /** `newer`: a later Tokentray wrote it. `unreadable`: it can be neither read nor moved. */
  readonly why: 'newer' | 'unreadable';
  /** Versions of its format: the file's, and the latest one that is understood. */
  readonly found?: number;
  readonly known?: number;
}

/** A file that could not be read was set aside under `setAsideAs`, or is left alone; it is never overwritten. */
export interface Loaded<Content> {
  readonly content: Content | null;
  readonly setAsideAs: string | null;
  readonly refused?: Refusal | undefined;
}
