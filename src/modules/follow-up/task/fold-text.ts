/**
 * Text in the form in which it is compared: without case, accents, apostrophes
 * and invisible characters, with one dash, one digit and one letter for all
 * that look alike. What a customer typed into a form and what an agent types
 * into the search box come from different keyboards.
 *
 * Folding the beginning of a text gives the beginning of the folded text, so
 * that a search for a prefix finds it.
 *
 * Whoever changes what this returns raises `SEARCH_VERSION`.
 *
 * @example foldText("Мар’яна") === foldText("Мар'яна")
 */
export function foldText(text: string): string {
  return text
    .replace(APOSTROPHES, "")
    .replace(INVISIBLE, "")
    .replace(/№/g, "#")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(OTHER_DIGITS, (digit) => `${digit.charCodeAt(0) & 0xf}`)
    .replace(DASHES, "-")
    .replace(ALIKE, (letter) => LETTERS.get(letter) ?? letter)
}

/**
 * Apostrophes, what is typed in their place where a keyboard has none, and the
 * modifier letters that look like them. Before Unicode's own decomposition,
 * which makes a space of some.
 */
const APOSTROPHES = /['"*`´’‘‛‚“”„′‵ʹʺʻʼʽʾʿˈˊˋ΄᾽՚׳״＇＊｀]/g

/** Direction marks, soft hyphens, joiners, byte order marks. */
const INVISIBLE = /\p{Cf}/gu

const DASHES = /[\p{Pd}−⁃~]/gu

/** Arabic and Persian. */
const OTHER_DIGITS = /[٠-٩۰-۹]/g

/**
 * Small letters that stand for another one: of the Cyrillic and Greek alphabets
 * those that look like a Latin letter, in small or as capitals, and Latin ones
 * that Unicode does not decompose.
 */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...pairs("авекмнорстухіјѕһԛԝ", "abekmhopctyxijshqw"),
  ...pairs("αβεζηικμνορστυχς", "abezhikmnopctyxc"),
  ...pairs("øđðłıħŧƀɨ", "oddlihtbi"),
  ...pairs("ґ", "г"),
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
])

const ALIKE = new RegExp(`[${[...LETTERS.keys()].join("")}]`, "gu")

function pairs(from: string, to: string): [string, string][] {
  const letters = [...to]
  return [...from].map((letter, index) => [letter, letters[index] ?? letter])
}
