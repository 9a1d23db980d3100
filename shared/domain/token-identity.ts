// Gives each token its one identity: the same coin, however a service writes its id.
// It loads nothing, so that reading commands stay quick.

/** Raised with every change of an identity below: ids stored under another number are migrated when they are read. */
export const IDENTITY_VERSION = 1;

/** Programs write these in place of a contract for the coin of a chain with Ethereum's addresses. */
const NO_CONTRACT = new Set([
  '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee',
  '0x0000000000000000000000000000000000000000'
]);

/**
 * Ids that name the chain's own coin, by chain: contracts that read the very same balance, types of Move, and what OKX
 * writes in place of a contract. A wrapped coin is none of them: it is money of its own.
 */
const OWN_COIN: Readonly<Record<string, readonly string[]>> = {
  // The legacy ERC-20 of ETH, `balanceOf` is the balance of the account: ethereum-optimism/optimism,
  // packages/contracts-bedrock/src/legacy/LegacyERC20ETH.sol
  10: ['0xdeaddeaddeaddeaddeaddeaddeaddeaddead0000'],
  // The system contract of POL: maticnetwork/contracts, contracts/child/MRC20.sol
  137: ['0x0000000000000000000000000000000000001010'],
  // OKX's sign for TRX: https://web3.okx.com/onchainos/docs/waas/dex-aggregation-faq
  195: ['T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb'],
  // The system contract of the base token: matter-labs/era-contracts, system-contracts/contracts/L2BaseToken.sol
  324: ['0x000000000000000000000000000000000000800a'],
  // OKX's sign for SOL, the system program: the same page as for TRX
  501: ['11111111111111111111111111111111'],
  // OKX's sign for TON, the zero address: the same page as for TRX
  607: ['EQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAM9c'],
  // The coin type of APT and its paired fungible asset: aptos-foundation/AIPs,
  // aips/aip-063-coin-to-fungible-asset-migration.md
  637: ['0x1::aptos_coin::aptoscoin', '0xa'],
  // The coin type of SUI: the same page as for TRX
  784: ['0x2::sui::sui'],
  // The node reads balances of METIS from this contract: MetisProtocol/mvm, l2geth/core/state/statedb.go
  1088: ['0xdeaddeaddeaddeaddeaddeaddeaddeaddead0000'],
  // The precompiles of GLMR and MOVR: moonbeam-foundation/moonbeam, precompiles/balances-erc20/src/lib.rs
  1284: ['0x0000000000000000000000000000000000000802'],
  1285: ['0x0000000000000000000000000000000000000802'],
  // The legacy ERC-20 of MNT: mantlenetworkio/mantle-v2, packages/contracts-bedrock/src/legacy/LegacyERC20MNT.sol
  5000: ['0xdeaddeaddeaddeaddeaddeaddeaddeaddead0000'],
  // CELO is native and an ERC-20 at once: https://docs.celo.org/specs/token-duality
  42220: ['0x471ece3750da237f93b8e339c536989b8978a438']
};

/** Chains whose tokens are types or objects of the Move language: zeros in front of an address mean nothing. */
const MOVE_CHAINS: ReadonlySet<string> = new Set(['637', '784']);
const LEADING_ZEROS = /\b0x0+(?=[0-9a-f])/g;

const HEXADECIMAL = /^0x/i;
const EVM_ADDRESS = /^0x[0-9a-f]{40}$/;

/**
 * The canonical id of a token on its chain; "" is the chain's own coin. Hexadecimal ids are in lower case as a whole,
 * with the names of modules and types, as ids of holdings always were: who could publish two types that differ in case
 * only is the owner of both. Other ids keep their case, which has a meaning in base58, runes and inscriptions.
 */
export function canonicalToken(chainIndex: string, tokenAddress: string): string {
  if (tokenAddress === '') return '';
  const isHexadecimal = HEXADECIMAL.test(tokenAddress);
  const lower = isHexadecimal ? tokenAddress.toLowerCase() : tokenAddress;
  const id = isHexadecimal && MOVE_CHAINS.has(chainIndex) ? lower.replace(LEADING_ZEROS, '0x') : lower;
  return NO_CONTRACT.has(id) || OWN_COIN[chainIndex]?.includes(id) ? '' : id;
}

/** Whether it is the chain's own coin, which nobody can create a copy of. */
export function isNative(token: { readonly chainIndex: string; readonly tokenAddress: string }): boolean {
  return canonicalToken(token.chainIndex, token.tokenAddress) === '';
}

/**
 * The canonical form of an owner's address. Ethereum's have a fixed length; longer and shorter ones are those of Move
 * chains, with or without zeros in front.
 */
export function canonicalAddress(address: string): string {
  if (!HEXADECIMAL.test(address)) return address;
  const lower = address.toLowerCase();
  return EVM_ADDRESS.test(lower) ? lower : lower.replace(LEADING_ZEROS, '0x');
}
