// Keccak-256 from its specification (Keccak team, "pseudo-code"), with big integers: slow, but independent of other
// code.

const MASK = (1n << 64n) - 1n;
const RATE = 136;
const turned = (lane: bigint, by: bigint) => ((lane << by) | (lane >> (64n - by))) & MASK;

/** Round constants come from the LFSR x^8 + x^6 + x^5 + x^4 + 1. */
function* roundConstants() {
  let register = 1;
  for (let round = 0; round < 24; round += 1) {
    let constant = 0n;
    for (let bit = 0; bit < 7; bit += 1) {
      if (register & 1) constant |= 1n << BigInt((1 << bit) - 1);
      register = register & 0x80 ? ((register << 1) ^ 0x171) & 0xff : register << 1;
    }
    yield constant;
  }
}

/** Lane (x, y) is at x + 5 y. */
function permuted(before: bigint[]): bigint[] {
  let lanes = before;
  const at = (x: number, y: number) => lanes[(x % 5) + 5 * (y % 5)] ?? 0n;
  for (const constant of roundConstants()) {
    const columns = [0, 1, 2, 3, 4].map(x => at(x, 0) ^ at(x, 1) ^ at(x, 2) ^ at(x, 3) ^ at(x, 4));
    lanes = lanes.map(
      (lane, place) =>
        lane ^ (columns[(place + 4) % 5] ?? 0n) ^ turned(columns[((place % 5) + 1) % 5] ?? 0n, 1n)
    );
    const moved = [...lanes];
    let [x, y] = [1, 0];
    for (let step = 0; step < 24; step += 1) {
      const lane = at(x, y);
      [x, y] = [y, (2 * x + 3 * y) % 5];
      moved[x + 5 * y] = turned(lane, BigInt((((step + 1) * (step + 2)) / 2) % 64));
    }
    lanes = moved;
    lanes = moved.map((lane, place) => {
      const row = Math.floor(place / 5);
      return lane ^ (~at((place % 5) + 1, row) & MASK & at((place % 5) + 2, row));
    });
    lanes[0] = (lanes[0] ?? 0n) ^ constant;
  }
  return lanes;
}

/** Hex of the hash of a text shorter than one block. */
export function keccak256(text: string): string {
  const block = Buffer.alloc(RATE);
  block.write(text, 'ascii');
  block[text.length] = 1;
  block[RATE - 1] = (block[RATE - 1] ?? 0) | 0x80;
  const lanes = Array.from({ length: 25 }, (_, place) =>
    place < RATE / 8 ? block.readBigUInt64LE(place * 8) : 0n
  );
  const out = Buffer.alloc(32);
  permuted(lanes)
    .slice(0, 4)
    .forEach((lane, place) => out.writeBigUInt64LE(lane, place * 8));
  return out.toString('hex');
}
