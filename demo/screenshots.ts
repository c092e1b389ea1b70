/**
 * Takes the README's pictures from the running demo, with an installed browser.
 * Let the demo run for about ten minutes first, so that the queue is not empty.
 */
import { mkdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "@medusajs/framework/zod"
import { chromium, type Page } from "playwright-core"
import { findChromium, howToGetChromium } from "../integration-tests/chromium"
import type {
  AdminFollowUp,
  AdminFollowUpListResponse,
} from "../src/api/admin/follow-ups/types"
import { root } from "./root"
import { withUkrainianOrder } from "./ukrainian-order"

const folder = join(root, "demo", "screenshots")

const storeSchema = z.object({
  url: z.string(),
  admin: z.object({ email: z.string(), password: z.string() }),
  publishable_key: z.string(),
  /** Of Ukraine. */
  region_id: z.string(),
  variant_ids: z.array(z.string()),
})

type RunningStore = z.infer<typeof storeSchema>

function runningStore(): RunningStore {
  try {
    const file = join(root, ".demo", "store.json")
    return storeSchema.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    throw new Error("The demo has not run here. Start it first: npm run demo")
  }
}

async function signIn(page: Page, email: string, password: string) {
  await page.goto("/app/login")
  await page.getByPlaceholder("Email").fill(email)
  await page.getByPlaceholder("Password").fill(password)
  await page.getByRole("button", { name: "Continue with Email" }).click()
  await page.waitForURL(/\/app\/orders/)
}

async function dueTasks(page: Page): Promise<AdminFollowUp[]> {
  const response = await page.request.get("/admin/follow-ups?tab=now")
  const { follow_ups }: AdminFollowUpListResponse = await response.json()
  return follow_ups
}

/** Prepares the desk: one task is claimed, and one customer did not answer. */
async function work(page: Page): Promise<void> {
  const [, taken, unanswered] = await dueTasks(page)
  if (taken && unanswered) {
    await page.request.post(`/admin/follow-ups/${taken.id}/claim`)
    await page.request.post(`/admin/follow-ups/${unanswered.id}/attempts`, {
      data: { channel: "phone", outcome: "no_answer" },
    })
  }
}

async function take(page: Page, name: string): Promise<void> {
  // Waits for the product pictures and the first tick of every timer. The
  // network is never idle: the page listens to the news of the queue.
  await page.waitForFunction(() =>
    [...document.images].every(({ complete }) => complete)
  )
  await page.waitForTimeout(3000)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

async function takeAll(page: Page, store: RunningStore): Promise<void> {
  await work(page)
  await page.goto("/app/follow-ups")
  await page.getByRole("row").nth(1).waitFor()
  await take(page, "queue")

  const [task] = (await dueTasks(page)).filter(({ order_id }) => order_id)
  if (!task) {
    throw new Error("The demo's queue is empty. Wait for its first orders.")
  }
  const { region_id } = store
  const shop = { ...store, regions: { ua: region_id, bg: region_id } }
  await withUkrainianOrder(page, shop, async (taskId) => {
    await page.goto(`/app/follow-ups?task=${taskId}`)
    const script = page.getByRole("dialog").getByText("What to say")
    await script.first().waitFor()
    await take(page, "call-sheet")
  })

  await page.goto(`/app/orders/${task.order_id}`)
  const widget = page.getByRole("heading", { name: "Follow-ups" })
  await widget.waitFor()
  await widget.evaluate((title) => title.scrollIntoView({ block: "center" }))
  await take(page, "order")
}

async function main(): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) {
    throw new Error(`No Chromium or Chrome was found: ${howToGetChromium}`)
  }
  const store = runningStore()
  const { url, admin } = store
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu"],
  })
  try {
    const page = await browser.newPage({
      baseURL: url,
      locale: "en",
      reducedMotion: "reduce",
      viewport: { width: 1400, height: 880 },
    })
    await signIn(page, admin.email, admin.password)
    await takeAll(page, store)
  } finally {
    await browser.close()
  }
  process.stdout.write(`Taken into ${folder}\n`)
}

main().catch((error) => {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`
  )
  process.exit(1)
})
