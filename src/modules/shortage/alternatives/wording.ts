import { plain, stem } from "./letters"
import { measure, type Quantity } from "./quantities"
import { colourOf, isAvoided, isWithout } from "./vocabulary"

/**
 * One way in which a value can be written: `46-48 (M)` has two, which mean the
 * same. Of a list, such as `dairy-free, soy-free`, all parts must be met.
 */
export interface Wording {
  readonly words: readonly string[]
  /** The text of each word before it was stemmed. */
  readonly raw: readonly string[]
  readonly numbers: readonly string[]
  readonly sizes: readonly string[]
  readonly quantities: readonly Quantity[]
}

/** Words that name the attribute and not its value. */
const NAMES =
  /^(size|sz|розмір|размер|р|розм|зріст|рост|тон|колір|цвят|цвет|color|us|eu|uk|ua|no|тип|шкір\p{L}*|кож\p{L}*|skin|мовою|мова|языке?|на|для|за|for|of|років|compatible|original|added|добавлен\p{L}*|доданого|добавена?|вміст\p{L}*|съдържа\p{L}*|содерж\p{L}*|contains?)$/u

/** The ways in which a value is written; the same values come again and again. */
export function wordingsOf(value: string): readonly Wording[] {
  const known = KNOWN.get(value)
  if (known) return known
  const found = waysIn(value)
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  KNOWN.set(value, found)
  return found
}

const KNOWN = new Map<string, readonly Wording[]>()
const MOST_KNOWN = 20_000

function waysIn(value: string): Wording[] {
  // `P Smart (2019)` is one name.
  const text = plain(value).replace(/\(((?:19|20)\d{2})\)/g, "$1")
  const parts = text
    .split(/[()]|(?<=\d\p{L}?)\s\/\s(?=.*\d)/u)
    .map((part) => part.trim())
    .filter(Boolean)
  return (parts.length > 1 ? [...parts] : [text])
    .map(wordingOf)
    .filter(
      ({ words, numbers, sizes, quantities }) =>
        words.length + numbers.length + sizes.length + quantities.length > 0
    )
}

const LETTER_SIZES: Readonly<Record<string, string>> = {
  small: "s",
  medium: "m",
  large: "l",
}

/** `2XL` is `XXL`. */
const COUNTED_SIZE = /(?<![\p{L}\d])([2-6])x([ls])(?![\p{L}\d])/gu

/** `не газированная`, `леко газирана`, `lightly sparkling`: one word each. */
const DEGREE =
  /(?<!\p{L})(не|н|non|сл|слабо|слегка|леко|сильно|силно|lightly|slightly)(?: ?\/ ?|[ -])(?=газ|carbonated|sparkling)/gu

/** `Тъмно синя`, `темно-русий`, `dark blue`: a shade is part of the colour. */
const SHADED =
  /(?<!\p{L})(dark|light|темно|тъмно|світло|светло)([- ]?)(\p{L}{3,})/gu
const LIGHT = /^[lсc]/u

/** Sizes in letters, of which a thing has one. */
export const isLetterSize = (word: string) => /^(?:x{0,6}[sl]|m)$/.test(word)

/** `без глютену та лактози`: free of both; `без цукру з горіхами` has nuts. */
function isDenied(at: number, all: readonly string[]): boolean {
  return (
    isWithout(all[at - 1] ?? "") ||
    (AND.has(all[at - 1] ?? "") &&
      isAvoided(stem(all[at] ?? "")) &&
      isAvoided(stem(all[at - 2] ?? "")) &&
      isDenied(at - 2, all))
  )
}

export const AND = new Set("and or та і й и або или".split(" "))

export function wordingOf(text: string): Wording {
  const sized = text
    .replace(/w(\d{2})\s?[/x ]?\s?l(\d{2})/g, "$1x$2")
    .replace(DEGREE, "$1")
    .replace(COUNTED_SIZE, (_, times: string, size: string) =>
      "x".repeat(Number(times)).concat(size)
    )
    .replace(SHADED, (whole, shade: string, gap: string, word: string) => {
      const tone = LIGHT.test(shade) ? "light" : "dark"
      const colour = colourOf(word)
      return colour !== undefined
        ? `${tone}-${colour}`
        : gap === "-" && !/^[a-z]/.test(word)
          ? `${tone}-${stem(word)}`
          : whole
    })
  const { quantities, sizes, rest } = measure(sized)
  const hasFigures = quantities.length + sizes.length > 0
  const tokens = [
    ...rest.matchAll(
      /(?:dark|light)-[a-z]+|\p{L}+\d*\p{L}*|\d+(?:\.\d+)?(?:-\d+)?\p{L}?(?:\+(?![\p{L}\d]))?/gu
    ),
  ]
    .map(([token]) => LETTER_SIZES[token] ?? token)
    .flatMap((token, at, all) =>
      isWithout(token) ? [] : isDenied(at, all) ? [`!${token}`] : [token]
    )
  const letters = tokens.filter((token) => /^!?\p{L}/u.test(token))
  const telling = letters.filter((token) => !NAMES.test(token))
  // `US` is the whole value of a keyboard's layout.
  const raw =
    telling.length > 0 || tokens.length > letters.length || hasFigures
      ? telling
      : letters
  return {
    words: raw.map((word) =>
      isLetterSize(word) || word.includes("-")
        ? word
        : stem(word.replace("!", ""))
    ),
    raw,
    numbers: tokens
      .filter((token) => /^\d/.test(token))
      .map((one) => one.replace(/\.0+$/, "")),
    sizes,
    quantities,
  }
}
