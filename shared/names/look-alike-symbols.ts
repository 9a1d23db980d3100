// Recognises token symbols that imitate a well-known one with other letters, and those that nobody can see.
import { isBlank } from './clean-name';

/** What is wrong with a symbol. `of`: the symbol that it looks like. */
export type SymbolMark = { readonly kind: 'look-alike'; readonly of: string } | { readonly kind: 'blank' };

/**
 * Symbols that are imitated: the coins of chains, and those of electron/core/established/well-known-contracts.json,
 * which is too long for commands that read; a test keeps both together. Symbols of one letter are left out, because
 * they are letters of other scripts as well, and USD1, because USDI and USDi are tokens of their own.
 */
const WELL_KNOWN = new Set(
  `1INCH AAVE ACE ADA AERO afSUI amAPT APE APT ARB ASTER ATOM AVAX BAL BCH BERA BLAST BNB BNSOL BONK BRETT BSOL BTC
  BTCB BTT BUSD Cake cbBTC cbETH CELO CETUS cEUR CFX CHZ cmETH COMP CORE CRO CRV cUSD DAI DASH DEEP DEGEN DOGE DOGS DOT
  DYDX EIGEN ENA ENS ETC ETH ETHFI ETHW EURC ezETH FARTCOIN FB FBTC FDUSD FET FLOKI FLR FRAX FTM GHO GLMR GMX GNO GRT haSUI
  HNT IMX INF INJ JITOSOL JOE JST JTO JUP JUPSOL KAIA KAVA KCS LBTC LDO LEO LINEA LINK LTC lzUSDC lzUSDT MANA MATIC MaticX
  METIS mETH MKR MNT MON MORPHO MOVR MSOL NOT NS OKB OKT OMN ONDO OP ORCA PAXG PENDLE PENGU PEPE PLS POL POPCAT PUMP
  PYTH PYUSD QNT QUICK RAY RENDER rETH RLUSD RNDR RON RPG RPL rsETH SAND sAVAX SCR sDAI SHIB SKY slisBNB SNX SOL stAPT
  stETH stMATIC stS stTON STRX SUI suiUSDT SUN SUSHI sUSDe sUSDS tBTC TON TRUMP TRX tsTON TUSD TWT UNI USDB USDbC USDC
  USDD USDE USDS USDT USDT0 VELO VIRTUAL vSUI WAL WAVAX wBETH WBNB WBTC WCRO weETH WEMIX WETH WFTM WIF WIN WLD WLFI WMNT
  WMON WOKB WPOL wS wstETH WTRX wUSDC wUSDT WXDAI WXPL XAUt xBTC XDAI XPL XRP XVS YFI ZETA ZK AAVE.e BTC.b DAI.e LINK.e
  m.USDC m.USDT USDC.e USDT.e WBTC.e WETH.e`.split(/\s+/)
);

/**
 * Letters that look like one of ASCII, each before that one: from confusables.txt of Unicode Technical Standard 39,
 * with small capitals and letters with a stroke. What is wide, bold or in a circle is left to normalisation. The sign ₮
 * is none of them: Tether writes USD₮ itself.
 */
const LOOK_ALIKE_LETTERS = new Map(
  `АA ВB СC ЕE ԌG НH ІI ЈJ КK ӀI МM ОO РP ԚQ ЅS ТT ѴV ԜW ХX УY ҮY аa сc ԁd еe һh іi јj кk ӏl мm нh оo рp ԛq гr
  ѕs тt ѵv ԝw хx уy үy вb
  ΑA ΒB ϹC ΕE ΖZ ΗH ΙI ͿJ ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa ϲc ιi ϳj κk ηn νv οo ρp σo τt υu γy χx
  ՍU ՏS ՕO ԼL ցg հh յj ոn օo զq սu
  ᎪA ᏴB ᏟC ᎠD ᎬE ᏀG ᎻH ᎫJ ᏦK ᏞL ᎷM ᏢP ᏒR ᏚS ᎢT ᏙV ᎳW ᏃZ
  ꓮA ꓐB ꓚC ꓓD ꓰE ꓝF ꓖG ꓧH ꓲI ꓙJ ꓗK ꓡL ꓟM ꓠN ꓳO ꓑP ꓣR ꓢS ꓔT ꓴU ꓦV ꓪW ꓫX ꓬY ꓜZ
  ᴀA ʙB ᴄC ᴅD ᴇE ꜰF ɢG ʜH ɪI ᴊJ ᴋK ʟL ᴍM ɴN ᴏO ᴘP ʀR ꜱS ᴛT ᴜU ᴠV ᴡW ʏY ᴢZ
  ØO øo ĐD đd ŁL łl ŦT ŧt ɄU ɑa ɡg ıi ǀI`
    .split(/\s+/)
    .filter(pair => pair.length > 1)
    .map(pair => [pair.slice(0, -1), pair.slice(-1)])
);
/** The first of 26 capitals each, in a filled circle, in a filled square, and as letters of flags. */
const ROWS_OF_CAPITALS = [0x1f150, 0x1f170, 0x1f1e6];

const LONGEST = 24;

/** Null for an ordinary symbol. One in other capitals is ordinary too: nobody takes "usdc" for another word. */
export function symbolMarkOf(symbol: string): SymbolMark | null {
  if (symbol === '?' || isBlank(symbol)) return { kind: 'blank' };
  if (symbol.length > LONGEST || PLAIN.has(symbol.toUpperCase())) return null;
  const of = BY_SKELETON.get(skeletonOf(symbol));
  return of === undefined ? null : { kind: 'look-alike', of };
}

/** The same for all texts that look the same: without marks, blanks and points around it, letters of ASCII, capitals. */
function skeletonOf(symbol: string): string {
  const letters = toAscii(toAscii(symbol).normalize('NFKD').replace(/\p{M}/gu, ''));
  return letters
    .replace(/[\s·‧・]|^[.,'’_-]+|[.,'’_-]+$/gu, '')
    .replace(/[Iil1|]/g, 'I')
    .replaceAll('0', 'O')
    .toUpperCase();
}

function toAscii(text: string): string {
  return Array.from(text, character => LOOK_ALIKE_LETTERS.get(character) ?? capitalOf(character)).join('');
}

function capitalOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const first = ROWS_OF_CAPITALS.find(row => code >= row && code < row + 26);
  return first === undefined ? character : String.fromCharCode(65 + code - first);
}

const PLAIN = new Set(Array.from(WELL_KNOWN, symbol => symbol.toUpperCase()));
const BY_SKELETON = new Map(Array.from(WELL_KNOWN, symbol => [skeletonOf(symbol), symbol]));
