export type Choosable = {
  value: string
  label: string
  /** Shown beside the label; searchable too. */
  note?: string
  /** A hidden search term. */
  alsoFoundBy?: string
}

/**
 * The choices that contain every word of the search, in any case, with or
 * without accents and apostrophes. An offset such as `+2` is a whole word.
 *
 * @param named - a value that is found as well
 */
export function matching(
  choices: readonly Choosable[],
  search: string,
  named: string | null = null
): readonly Choosable[] {
  const words = wordsOf(search)
  return choices.filter(({ value, label, note = "", alsoFoundBy = "" }) => {
    if (value === named) {
      return true
    }
    const text = wordsOf(`${label} ${note} ${alsoFoundBy}`)
    const whole = text.join(" ")
    return words.every((word) =>
      /^[+-]\d/.test(word) ? text.includes(word) : whole.includes(word)
    )
  })
}

/** The letters of Ukrainian and Russian that the other writes differently. */
const SAME_SOUND: Readonly<Record<string, string>> = {
  і: "и",
  є: "е",
  э: "е",
  ґ: "г",
  ъ: "",
  ь: "",
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[ієэґъь]/g, (letter) => SAME_SOUND[letter] ?? letter)
      .replace(/['’ʼ‘`´"]/g, "")
      // An offset: GMT+02:00 and UTC+2 are +2.
      .replace(
        /(?:(?:gmt|utc|гринуич)\s*)?([+\-−–])0?(\d{1,2})(?::?00)?(?!\d)/g,
        (_, sign: string, hours: string) =>
          ` ${sign === "+" ? "+" : "-"}${hours}`
      )
      .split(/[\s_/,.()‐–—]+|-(?!\d)/)
      .filter(Boolean)
  )
}
