import { chromium, type Page } from "playwright-core"
import { findChromium, howToGetChromium } from "../chromium"

type Window = { url: string; email: string; password: string }

/** Signs in to the dashboard as a person does, and works there. */
export async function inBrowser(
  { url, email, password }: Window,
  work: (page: Page) => Promise<void>
): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) {
    throw new Error(`No Chromium or Chrome was found: ${howToGetChromium}`)
  }
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  })
  try {
    const page = await browser.newPage({ baseURL: url, locale: "en" })
    page.setDefaultTimeout(60_000)
    await page.goto("/app/login")
    await page.getByPlaceholder("Email").fill(email)
    await page.getByPlaceholder("Password").fill(password)
    await page.getByRole("button", { name: "Continue with Email" }).click()
    await page.waitForURL(/\/app\/orders/)
    await work(page)
  } finally {
    await browser.close()
  }
}
