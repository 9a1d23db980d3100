// Lists the choices that are not exported with the settings and that no import changes.
// It stands apart from the schemas, so that the command line loads it alone.

/**
 * What is of the moment or of this computer, such as shortcuts that were free here; hidden balances, which an import must not
 * uncover; and what a person trusts, which an answer to a dialog alone decides.
 */
export const NOT_EXPORTED_CHOICES = [
  'isHidden',
  'windowPlace',
  'activitySeenAt',
  'pausedUntil',
  'toldAboutTray',
  'explorerHosts',
  'caFile',
  'shortcuts'
] as const;
