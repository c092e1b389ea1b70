/**
 * A Liquid text as one reads over it: the first branch of each condition,
 * without its tags, and "…" for what is filled in.
 */
export function gist(text: string): string {
  return text
    .replace(/{%-?\s*els(?:e|if)\b.*?(?={%-?\s*end(?:if|unless)\b)/gs, "")
    .replace(/{%.*?%}/gs, "")
    .replace(/{{.*?}}/gs, "…")
    .replace(/\s+/g, " ")
    .trim()
}
