/**
 * Words of Ukrainian, Russian, Bulgarian and English as one alphabet, so that
 * titles of one shop in several languages can be compared by their letters.
 */

/** Cyrillic capitals that look like Latin ones, whichever was typed. */
const CYRILLIC_TWINS = "аеорсухікмтвн"
const LATIN_TWINS = "aeopcyxikmtbh"

/**
 * One letter for each sound, and one for those that differ between the three
 * Cyrillic languages: и, і, ы; е, є, э, ё; г, ґ.
 */
const LATIN_FOR: ReadonlyMap<string, string> = new Map(
  [
    ..."аaбbвvгgґgдdеeєeёeэeжjзzиiіiїiыiйiкkлlмmнnоoпpрrсsтtуuфfхhцcчqшwщwюuяaъa",
  ].flatMap((letter, at, all) =>
    at % 2 === 0 ? [[letter, all[at + 1] ?? ""]] : []
  )
)

/** Other ways to say that a thing is free of what follows. */
const DENIED =
  /(?<!\p{L})(?:не містить|не содержит|не съдържа|does not contain|contains no|free (?:of|from)|zero|non-(?=\p{L}{4}))\s?/gu

/**
 * `безлактозний`: what people avoid in food, cosmetics and clothes is written as
 * one word; other words begin with the same letters, such as `бездротовий`.
 */
const JOINED_WITHOUT =
  /(?<!\p{L})(без|бес)(?=алкогол|спирт|кофе|глют|глут|лактоз|казе|захар|сахар|цукр|цукор|молоч|млечн|зернов|дріжд|дрожж|маян|горіх|орех|ядков|яєчн|яичн|яйчн|соєв|соев|солев|солн|парабен|сульфат|сулфат|силікон|силикон|латекс|нікел|никел|аміа|амми|амоня|аромат|запах|мирис|фосфат|хлор|пшени|консерв|барвн|красит|олійн|м.ясн|мясн)/gu

/** `no added sugar`: none was put in; `без вмісту глютену`: there is none. */
const ADDED =
  /(?<!\p{L})(without|без|no) (?:added|добав[лк]?\p{L}{2,6}|дода\p{L}{2,5}|вмісту?|содержани[яе]|съдържание|traces? of|следи|слідів|следов|any)(?: на| от)?\s/gu

/** `від 3 до 6`, `from 3 to 6`. */
const FROM_TO =
  /(?<!\p{L})(?:від|от|from|between|ages?)\s+(\d+(?:\.\d+)?)\s?(?:до|to|and)\s+(?=\d)(\d+(?:\.\d+)?)/gu
/** `25 to 40 kg`. */
const TO_UNIT =
  /(?<![\p{L}\d.-])(\d+(?:\.\d+)?) to (\d+(?:\.\d+)?)(?=\s?(?:kg|lbs?|months?|years?)(?![\p{L}\d]))/gu
/** `20 000 мАг` is one figure. */
const THOUSANDS = /(?<![\p{L}\d.])(\d{1,2}) (\d{3})(?= ?(?:mah|мач|маг))/gu
/** `Extra Large`, `XX-Large`, `2X-Large`. */
const WORDED_SIZE =
  /(?<![\p{L}\d])((?:extra[ -])+|[2-6]?x+[ -]?)(small|large)(?!\p{L})/gu

/** `4+1 бр`: as many as are in the pack. */
const BONUS = /(?<![\p{L}\d.])(\d{1,2})\s?\+\s?(\d)(?=\s?(?:шт|бр|pcs|pk))/gu

/** Lower case, without accents; commas in numbers are points. */
export function plain(text: string): string {
  return text
    .replace(/[Йй]/g, "й")
    .replace(/[ЁЄёє]/g, "е")
    .replace(/[Її]/g, "і")
    .replace(/№/g, " # ")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(\d)\s?['′](?![\p{L}\d'])/gu, "$1 ft ")
    .replace(/['’ʼ`´]/g, "")
    .replace(/(\d)[,](\d)/g, "$1.$2")
    .replace(/[×*✕]/g, "x")
    .replace(/[−–—‑]/g, "-")
    .replace(BONUS, (_, paid, free) => String(Number(paid) + Number(free)))
    .replace(/(\p{L}\d{1,3}|(?<!\p{L})pro)\+/gu, "$1 plus ")
    .replace(DENIED, "without ")
    .replace(
      /(\p{L}{3,}) (?:&|and) (\p{L}{3,})[ -]free\b/gu,
      "without $1 ¦ without $2 ¦"
    )
    .replace(/(\p{L}{3,})[ -]free\b/gu, "without $1 ¦")
    .replace(
      /(?<!\p{L})(?:unsweetened|sugarless|неподслад\p{L}*|непідсолодж\p{L}*)/gu,
      "without sugar ¦"
    )
    .replace(
      /(?<!\p{L})(?:unscented|unperfumed|неароматиз\p{L}*)/gu,
      "without fragrance ¦"
    )
    .replace(/(?<!\p{L})(?:usb[ -]?)?type[ -]?c(?!\p{L})/gu, "usb-c")
    .replace(JOINED_WITHOUT, "$1 ")
    .replace(ADDED, "$1 ")
    .replace(FROM_TO, "$1-$2")
    .replace(TO_UNIT, "$1-$2")
    .replace(THOUSANDS, "$1$2")
    .replace(
      WORDED_SIZE,
      (_, more: string, size: string) =>
        more.replace(/extra/g, "x").replace(/[ -]/g, "") + size.charAt(0)
    )
    .replace(/[\p{L}\p{N}]+/gu, unmixed)
}

/** A word typed in letters of two alphabets, in the one that it is meant in. */
function unmixed(word: string): string {
  const cyrillic = [...word].filter((letter) =>
    /\p{Script=Cyrillic}/u.test(letter)
  )
  const latin = [...word].filter((letter) => /\p{Script=Latin}/u.test(letter))
  if (cyrillic.length === 0) return word
  const onlyTwins = cyrillic.every((letter) => CYRILLIC_TWINS.includes(letter))
  // A code such as E27 is Latin, whatever keyboard it came from.
  if (
    onlyTwins &&
    (/^\p{L}{1,3}\d/u.test(word) || latin.length > cyrillic.length)
  ) {
    return swapped(word, CYRILLIC_TWINS, LATIN_TWINS)
  }
  if (
    latin.length > 0 &&
    latin.every((letter) => LATIN_TWINS.includes(letter))
  ) {
    return swapped(word, LATIN_TWINS, CYRILLIC_TWINS)
  }
  return word
}

function swapped(word: string, from: string, to: string): string {
  return [...word]
    .map((letter) =>
      from.includes(letter) ? to[from.indexOf(letter)] : letter
    )
    .join("")
}

/** Endings that vary with case, number and gender, after transliteration. */
const ENDING =
  /(?:ogo|omu|imi|ami|ovii|ova|ove|ovi|nii|niia|ov|ev|iv|ih|im|om|em|am|ah|oi|ei|ii|ia|ies|es|s|a|e|i|o|u)$/

/** `cassette` is `касета`. */
const HARD_C = /ck|c(?![ehiyq])/g

/** A word without its ending, in Latin letters, doubled ones made single. */
export function stem(word: string): string {
  const latin = [...(/^[a-z]+$/.test(word) ? word.replace(HARD_C, "k") : word)]
    .map(
      (letter) => LATIN_FOR.get(letter) ?? (/[ьъ]/.test(letter) ? "" : letter)
    )
    .join("")
    .replace(/([a-z])\1/g, "$1")
  let stemmed = latin
  for (let cut = 0; cut < 2; cut++) {
    const shorter = stemmed.replace(ENDING, "")
    if (shorter.length < 3) break
    const isLong = stemmed.length - shorter.length > 1
    stemmed = shorter
    if (isLong) break
  }
  return stemmed
}

/**
 * How alike two stems are, from 0 to 1: cognates of related languages differ in
 * vowels more than in consonants.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  if (a[0] !== b[0]) {
    // Ukrainian begins with a consonant: `вугілля` and `уголь`.
    if (VOWEL.test(a) === VOWEL.test(b)) return 0
    const [one, other] = VOWEL.test(a) ? [a, b] : [b, a]
    return /^v[ou]/.test(other) ? likeness(one, other.slice(1)) : 0
  }
  return comparedWith(a)(b)
}

const VOWEL = /^[ou]/

/** A function of a text that keeps what it found: the same texts come again. */
export function remembered<Found>(
  make: (text: string) => Found,
  most = 50_000
): (text: string) => Found {
  const known = new Map<string, Found>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = make(text)
    if (known.size >= most) known.clear()
    known.set(text, made)
    return made
  }
}

/** `plain` of words, keys and values, which come again for every candidate. */
export const plainOnce = remembered(plain)

/** The stem of a word as it is written in a title. */
export const stemOf = remembered((word) => stem(plain(word)))

/** A catalogue has few words, which are compared again and again. */
const comparedWith = remembered(
  (a) => remembered((b) => compared(a, b), 500),
  500
)

function compared(a: string, b: string): number {
  if (/\d/.test(a) || /\d/.test(b)) return 0
  const longest = Math.max(a.length, b.length)
  if (longest < 4) return 0
  let shared = 0
  while (shared < longest && a[shared] === b[shared]) shared++
  if (shared >= 4 && shared >= longest * 0.6) return 0.95
  const one = a.replace(/[aeiou]/g, "")
  const other = b.replace(/[aeiou]/g, "")
  const most = Math.max(one.length, other.length)
  if (Math.min(one.length, other.length) < 3) {
    return one === other && most === 2 && Math.abs(a.length - b.length) <= 1
      ? 0.7
      : 0
  }
  const alike = 1 - distance(one, other) / most
  return alike >= 0.75 ? alike * 0.9 : alike >= 0.6 && most >= 5 ? 0.5 : 0
}

/** Levenshtein. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
        )
      )
    }
    row = next
  }
  return row[b.length] ?? 0
}
