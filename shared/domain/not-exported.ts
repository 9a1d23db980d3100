// Lists the choices that are not exported with the settings and that no import changes.
// It is separate from the schemas, so that the command line loads it alone.

/**
 * Choices that belong to the moment or to this computer, such as shortcuts that were free here and what its tray shows; the colours, which name
 * what is held; hidden balances, which an import must not show; and what a person trusts, which is decided only in a dialog.
 */
export const NOT_EXPORTED_CHOICES = [
  'isHidden',
  'windowPlace',
  'trayGroup',
  'activitySeenAt',
  'lookedAt',
  'pausedUntil',
  'colourSlots',
  'toldAboutTray',
  'explorerHosts',
  'caFile',
  'shortcuts'
] as const;
