/**
 * A short preview of a Liquid text: the first branch of each condition, without
 * tags, with one "…" for adjacent outputs and the full stops after them.
 */
export function gist(text: string): string {
  return text
    .replace(/{%-?\s*els(?:e|if)\b.*?(?={%-?\s*end(?:if|unless)\b)/gs, "")
    .replace(/{%.*?%}/gs, "")
    .replace(/{{.*?}}\.?/gs, "…")
    .replace(/\s+/g, " ")
    .replace(/…( …)+/g, "…")
    .trim()
}
