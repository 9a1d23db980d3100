// Writes an address as OKX wants it in a request: EVM addresses in lower case, all others untouched.

const EVM_ADDRESS = /^0x[0-9a-f]{40}$/i;

/** OKX refuses others with 81106. Base58, TON, Move types and inscription ids mean something else in other letters. */
export function inWantedCase(address: string): string {
  return EVM_ADDRESS.test(address) ? address.toLowerCase() : address;
}
