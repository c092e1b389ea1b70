import type { Page } from "playwright-core"

/** Faster than a person types. */
const EVERY_MS = 100

/**
 * Presses a digit again and again, in the page itself, where no slow connection
 * makes a pause.
 *
 * @returns what ends it
 */
export async function typesOn(
  page: Page,
  digit: string
): Promise<() => Promise<void>> {
  const timer = await page.evaluate(
    ({ digit, every }) =>
      window.setInterval(
        () =>
          (document.activeElement ?? document.body).dispatchEvent(
            new KeyboardEvent("keydown", {
              key: digit,
              code: `Digit${digit}`,
              bubbles: true,
            })
          ),
        every
      ),
    { digit, every: EVERY_MS }
  )
  return async () =>
    await page.evaluate((timer) => window.clearInterval(timer), timer)
}
