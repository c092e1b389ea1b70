/**
 * The language tag of a language of the dashboard, whose codes `Intl` refuses:
 * `pt-BR` for `ptBR`. English for what is no language.
 */
export function languageTag(code: string | undefined): string {
  try {
    const [tag] = Intl.getCanonicalLocales(
      (code ?? "").replace(/^([a-z]{2,3})_?([A-Z]{2})$/, "$1-$2")
    )
    return tag ?? "en"
  } catch {
    return "en"
  }
}

/** The text in this language, in its base language, or in another variant. */
export function nearestText(
  texts: Readonly<Record<string, string>>,
  tag: string
): string | undefined {
  const [base = tag] = tag.split("-")
  const variant = Object.keys(texts).find((other) =>
    other.startsWith(`${base}-`)
  )
  return texts[tag] ?? texts[base] ?? (variant && texts[variant])
}
