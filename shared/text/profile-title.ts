// The name of the program, with that of the profile when it is not the usual one: two that run are told apart by it.

export function profileTitle(profileName: string | null | undefined): string {
  return profileName ? `Tokentray · ${profileName}` : 'Tokentray';
}
