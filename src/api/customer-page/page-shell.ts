import type { MedusaRequest } from "@medusajs/framework/http"
import { createHash } from "node:crypto"
import {
  SCRIPT_LANGUAGES,
  type ScriptLanguage,
  textIn,
} from "../../modules/follow-up"
import { html, Markup } from "./html"
import { STYLE } from "./style"

/** Whole, as every space within it counts for its hash. */
const STYLE_TAG = new Markup(`<style>${STYLE}</style>`)
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64")

/** Nothing runs on the page, and nothing is sent but its own form. */
export const HEADERS = {
  "Content-Security-Policy": [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "img-src https: http: data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Robots-Tag": "noindex",
}

/** Each in itself, for the links at the foot. */
const LANGUAGE_NAMES: Record<ScriptLanguage, string> = {
  en: "English",
  uk: "Українська",
  ru: "Русский",
  bg: "Български",
}

export type ShownPage = {
  language: ScriptLanguage
  title: string
  shop: string
  /** Above the title: the shop, and what the page is about. */
  about: string
  /** What went wrong, if anything did. */
  fault: string | null
  body: Markup
}

/** A whole page for a customer, without scripts. */
export function pageOf({
  language,
  title,
  shop,
  about,
  fault,
  body,
}: ShownPage): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${[title, shop].filter(Boolean).join(" · ")}</title>
        ${STYLE_TAG}
      </head>
      <body>
        <main>
          <header>
            <p>${about}</p>
            <h1>${title}</h1>
          </header>
          ${fault ? html`<p class="bad" role="alert">${fault}</p>` : null}
          ${body}
        </main>
        <footer lang="${language}">
          ${Object.entries(LANGUAGE_NAMES).map(([code, name]) =>
            code === language
              ? html`<span lang="${code}" aria-current="true">${name}</span>`
              : html`<a lang="${code}" hreflang="${code}" href="?lang=${code}"
                  >${name}</a
                >`
          )}
        </footer>
      </body>
    </html> `.text
}

/**
 * The language of a page: as asked for, or else that of whom it is about, of the
 * browser, or of the shop.
 */
export function languageOfPage(
  request: MedusaRequest,
  known: string | null | undefined,
  of_shop: ScriptLanguage
): ScriptLanguage {
  // Without a preference, it is the first of those that are offered.
  const offered = [of_shop, ...SCRIPT_LANGUAGES]
  return (
    languageIn(request.query.lang) ??
    languageIn(known) ??
    languageIn(request.acceptsLanguages(offered)) ??
    of_shop
  )
}

/** One of the page's languages; undefined for any other tag. */
export function languageIn(tag: unknown): ScriptLanguage | undefined {
  if (typeof tag !== "string") {
    return undefined
  }
  const known = Object.fromEntries(SCRIPT_LANGUAGES.map((one) => [one, one]))
  const found = textIn(known, tag)
  return SCRIPT_LANGUAGES.find((one) => one === found)
}

/** A text whose names in braces are filled in. */
export function filled(
  text: string,
  values: Readonly<Record<string, string | number>>
): string {
  return text.replace(
    /\{(\w+)\}/g,
    (whole, name: string) => `${values[name] ?? whole}`
  )
}
