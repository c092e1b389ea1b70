/** A Liquid text as one reads over it: without its tags, and "…" for what is filled in. */
export function gist(text: string): string {
  return text
    .replace(/{%.*?%}/gs, "")
    .replace(/{{.*?}}/gs, "…")
    .replace(/\s+/g, " ")
    .trim()
}
